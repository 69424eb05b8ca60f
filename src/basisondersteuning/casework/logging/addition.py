"""What becomes of a file and of its verdict when something is added, made in memory: nothing is written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from ...findings.catalogue import coherence
from ...findings.catalogue import daily as codes
from ...findings.catalogue import editing as editing_codes
from ...findings.finding import Finding, Severity
from ...model.dates import parse_date
from ...model.dossier import Dossier
from ...records.committing import Write, original
from ...records.editing import Add, Change, edited
from ...records.editing.items import item_lines
from ...records.load import Loaded, load_text
from ...records.tree import Tree
from ..assess import Assessment, Assessor
from ..effect import Effect, effect

_REFUSED = frozenset({coherence.AFTER_CLOSING.code})
"""Remarks on a record that `bo` does not bring about itself."""


@dataclass(slots=True)
class Addition:
    """What is added to one dossier. `new` is None where it cannot be: then `findings` say why, else they are remarks.

    `at` is the place in the timeline where the event came, None for its end.
    """

    pupil: str
    loaded: Loaded
    changes: Sequence[Change] = ()
    old: bytes = b""
    new: bytes | None = None
    at: int | None = None
    findings: list[Finding] = field(default_factory=list)
    before: Assessment | None = None
    after: Assessment | None = None

    @property
    def there(self) -> bool:
        """Whether the dossier says this already."""
        return any(one.code == codes.ALREADY_THERE.code for one in self.findings)

    @property
    def write(self) -> Write | None:
        """What is to be put on disk."""
        return Write(self.loaded.name, self.old, self.new) if self.new is not None else None

    @property
    def effect(self) -> Effect | None:
        """What it does to the verdict."""
        if self.before is None or self.after is None or self.before.verdict is None or self.after.verdict is None:
            return None
        return effect(self.before.verdict, self.after.verdict, at=self.at)


def with_event(loaded: Loaded, event: dict[str, Tree], people: Sequence[dict[str, Tree]], assessor: Assessor) -> Addition:
    """The dossier with an event, at its place by date, and with people who are new.

    Where the file is written in such a way that nothing can be put in between, the event comes at the end.
    """
    named: list[Change] = [Add(("betrokkenen",), dict(one)) for one in people]
    done = changed_dossier(loaded, [*named, Add(("tijdlijn",), event)], assessor)
    at = _place(done)
    if at is not None:
        between = changed_dossier(loaded, [*named, Add(("tijdlijn",), event, at)], assessor)
        if between.new is not None:
            between.at = at
            done = between
    if done.new is not None and (twin := _twin(loaded, event)) is not None:
        done.findings.append(replace(codes.ALREADY_THERE.at(loaded.place(("tijdlijn", twin))), subject=done.pupil))
    return done


def changed_dossier(loaded: Loaded, changes: Sequence[Change], assessor: Assessor) -> Addition:
    """The dossier with some changes, judged before and after. What would be wrong in it refuses them."""
    record = loaded.record
    assert isinstance(record, Dossier) and loaded.source is not None
    done = Addition(record.leerling.id, loaded, changes)
    old = original(loaded.source)
    new = edited(old, changes, name=loaded.name) if isinstance(old, bytes) else old
    if isinstance(old, Finding) or isinstance(new, Finding):
        done.findings += [replace(new, subject=done.pupil)] if isinstance(new, Finding) else []
        return done
    done.old = old
    done.before, done.after = assessor.judge(loaded), assessor.judge(load_text(loaded.name, new, today=assessor.setup.today))
    done.findings += _new(done.before.findings, done.after.findings)
    if not any(one.severity is Severity.FOUT or one.code in _REFUSED for one in done.findings):
        done.new = new
    return done


def by_hand(done: Addition) -> list[str]:
    """The lines that a person can put in the file; none where more is in the way than how the file is written, or the disk."""
    if not any(one.code in (editing_codes.TOO_SPECIAL.code, editing_codes.NOT_WRITTEN.code) for one in done.findings):
        return []
    lines: list[str] = []
    for one in done.changes:
        if isinstance(one, Add):
            key = f"{one.path[0]}:"
            lines += [*([] if key in lines else [key]), *(f"  {line}".rstrip() for line in item_lines(one.item))]
    return lines


def _new(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """What was not wrong before. Lines move, so each is known by what it says and by its line; advice is for another time."""
    known = Counter(_mark(one) for one in before)
    fresh = []
    for one in after:
        known[_mark(one)] -= 1
        if known[_mark(one)] < 0 and one.severity is not Severity.ADVIES:
            fresh.append(one)
    return fresh


def _mark(one: Finding) -> tuple[str, str, str | None, int]:
    return one.code, one.message, one.place.text, one.place.column


def _place(done: Addition) -> int | None:
    """Where in a timeline that is in order of date the new event belongs; None for its end, or where there is no order."""
    record = done.after.loaded.record if done.after is not None else None
    if not isinstance(record, Dossier) or not record.tijdlijn:
        return None
    *days, own = [one.datum for one in record.tijdlijn]
    if days != sorted(days):
        return None
    at = sum(day <= own for day in days)
    return at if at < len(days) else None


def _twin(loaded: Loaded, event: dict[str, Tree]) -> int | None:
    """The place of an event of the same kind, on the same day, that says nothing else."""
    root = loaded.document.root if loaded.document is not None else {}
    events = root.get("tijdlijn")
    own = _content(event)
    for number, one in enumerate(events if isinstance(events, list) else []):
        if isinstance(one, dict) and _content(one) == own:
            return number
    return None


def _content(event: dict[str, Tree]) -> dict[str, Tree]:
    """What an event says: without its id, days in one form, a list of one as that one."""
    said: dict[str, Tree] = {}
    for name, one in event.items():
        if name == "id":
            continue
        value = one[0] if isinstance(one, list) and len(one) == 1 else one
        if isinstance(value, str):
            value = " ".join(value.split())
            with suppress(ValueError):
                value = parse_date(value).isoformat()
        said[name] = value
    return said
