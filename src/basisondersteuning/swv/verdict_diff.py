"""For which pupils another norm frame changes the verdict, by which rule and how.

Two questions can be asked. As if each frame had always held: what the norms themselves do. Or by date, as it will go:
the old frame until the new one begins, so that what began before stays under the old.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from ..casework.assess import Assessor, Setup
from ..findings.finding import Finding
from ..model.dossier import Dossier
from ..model.words import short_date
from ..norms.evaluate import evaluate
from ..norms.frame import Frame, Series
from ..norms.library import newest
from ..norms.verdict import Activation, StrandVerdict, Verdict
from ..records.discover import Candidate
from ..records.load import load

NOT_ASKED = "niet aan de orde"
"""What stands for the status where a rule does not play at all."""


class RuleChange(NamedTuple):
    """One rule that comes out otherwise, at one occasion or as a condition for the next niveau (`day` is then None).

    `was` and `becomes` are the status with its due date in words; `NOT_ASKED` where the rule does not play.
    """

    code: str
    title: str
    strand: str | None
    day: date | None
    line: int
    was: str
    becomes: str


class PupilChange(NamedTuple):
    """What changes for one pupil. `levels` are pairs of strand, supported niveau then, supported niveau now."""

    path: str
    pupil: str
    levels: tuple[tuple[str, str, str], ...]
    rules: tuple[RuleChange, ...]


class Compared(NamedTuple):
    """What one file gave: no change, a change, or the findings why it could not be judged; not a dossier: neither."""

    path: str
    judged: bool
    change: PupilChange | None = None
    findings: tuple[Finding, ...] = ()


class CompareJob(NamedTuple):
    """Judges dossiers under two frames; `places` are the folders in which frames stand, `by_date` the second question."""

    setup: Setup
    old: str
    new: str
    places: tuple[str, ...]
    by_date: bool

    def open(self) -> Callable[[Candidate], Compared]:
        """What handles one file."""
        from ..norms.library import open_library

        library = open_library(self.places)
        old, new = newest(self.old, library), newest(self.new, library)
        assert old is not None and new is not None
        before, after = sides(old, new, self.by_date)
        assessor = Assessor(self.setup)

        def handle(candidate: Candidate) -> Compared:
            loaded = load(candidate.path, today=self.setup.today, named=candidate.named)
            record = loaded.record
            if not isinstance(record, Dossier):
                return Compared(candidate.path, False, None, tuple(loaded.findings) if loaded.kind in ("dossier", None) else ())
            if not loaded.sound:
                return Compared(candidate.path, False, None, tuple(loaded.findings))
            day, calendar = self.setup.peildatum, assessor.calendar(record.school)
            was = evaluate(record, *_version(before, day), calendar, day, loaded)
            becomes = evaluate(record, *_version(after, day), calendar, day, loaded)
            return Compared(candidate.path, True, _change(candidate.path, was, becomes, loaded.event_line))

        return handle


def sides(old: Frame, new: Frame, by_date: bool) -> tuple[Series, Series]:
    """The two series to judge under: each frame alone for all days, or the old alone beside the old and then the new."""
    always = {"start": date.min, "end": None}
    before = Series(old.series, (replace(old, **always),))  # type: ignore[arg-type]
    if not by_date:
        return before, Series(new.series, (replace(new, **always),))  # type: ignore[arg-type]
    until = replace(old, start=date.min, end=new.start - timedelta(days=1))
    return before, Series(new.series, (until, replace(new, end=None)))


def _version(series: Series, day: date) -> tuple[Series, Frame]:
    frame = series.on(day)
    assert frame is not None  # one side or the other holds on every day
    return series, frame


def _change(path: str, was: Verdict, becomes: Verdict, line_of: Callable[[int], int]) -> PupilChange | None:
    levels = tuple(_levels(was, becomes))
    before, after = _activations(was, line_of), _activations(becomes, line_of)
    rules = []
    for key in [*before, *(one for one in after if one not in before)]:
        old, new = before.get(key), after.get(key)
        one = new or old
        assert one is not None
        if old is None or new is None or old[1] != new[1]:
            code, strand, day, line, _ = key
            rules.append(RuleChange(code, one[0], strand, day, line, old[1] if old else NOT_ASKED, new[1] if new else NOT_ASKED))
    if not levels and not rules:
        return None
    return PupilChange(path, becomes.pupil, levels, tuple(sorted(rules, key=lambda one: (one.day or date.max, one.code))))


def _levels(was: Verdict, becomes: Verdict) -> Iterator[tuple[str, str, str]]:
    old, new = ({one.strand.name: _supported(verdict, one) for one in verdict.strands} for verdict in (was, becomes))
    for name in sorted({*old, *new}):
        if old.get(name, "geen") != new.get(name, "geen"):
            yield name, old.get(name, "geen"), new.get(name, "geen")


def _supported(verdict: Verdict, strand: StrandVerdict) -> str:
    return verdict.frame.levels[strand.supported - 1].code if strand.supported else "geen"


_Key = tuple[str, str | None, date | None, int, int]


def _activations(verdict: Verdict, line_of: Callable[[int], int]) -> dict[_Key, tuple[str, str]]:
    """Every activation by what it is about, with the title of its rule and its status in words."""
    found: dict[_Key, tuple[str, str]] = {}
    ahead = [one for strand in verdict.strands for one in strand.conditions]
    for one in [*verdict.all_activations, *ahead]:
        day = one.day if one.entry is not None else None
        line = line_of(one.entry.index) if one.entry is not None else 0
        number = 0
        while (key := (one.rule.code, one.strand, day, line, number)) in found:
            number += 1
        found[key] = (one.rule.title, _status(one))
    return found


def _status(one: Activation) -> str:
    due = one.due_day
    return f"{one.status.words}, uiterlijk {short_date(due)}" if due is not None and not one.status.settled else one.status.words
