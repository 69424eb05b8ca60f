"""A caseload that is kept up to date: what each file gave when it was last read, and what became of it since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple, TypeAlias

from ...findings.finding import Finding, Severity
from ...norms.verdict import Verdict
from ...records.discover import Candidate
from ...records.same_pupil import Pupil
from ..batch_work import Crash
from ..overview.card import Agenda, Card, first_name
from ..overview.job import Looked
from .change import Change, change


class Again(NamedTuple):
    """A file that was read again. `verdict` and `remarks` (findings on a record that was judged) belong to its card."""

    looked: Looked | Crash
    verdict: Verdict | None = None
    remarks: tuple[Finding, ...] = ()


Reader: TypeAlias = Callable[[Candidate], Again]
"""Reads and judges one file; never raises for what is in it."""


class Event(Enum):
    """What happened to a file."""

    NEW = "nieuw"
    WRITTEN = "veranderd"
    MOVED = "heet nu anders"
    GONE = "verwijderd"
    BROKEN = "niet te beoordelen"
    MENDED = "weer te beoordelen"
    MEETING = "bijeenkomst"


class Told(NamedTuple):
    """One thing that happened. `pupil` is an id, None where the file is nobody's. `findings` is what is wrong with the file,
    or what is remarked on it where it could be judged.
    """

    event: Event
    path: str
    pupil: str | None
    change: Change
    findings: tuple[Finding, ...] = ()


class Caseload:
    """What every file gave. `names` asks for first names, which a page shows; then they are read once."""

    def __init__(self, *, names: bool = False) -> None:
        self._names = names
        self._looked: dict[str, Looked] = {}
        self._crashed: dict[str, Finding] = {}
        self._pupils: dict[str, str] = {}
        self._remarked: dict[str, frozenset[tuple[str, str]]] = {}

    def begin(self, results: Iterable[Looked | Finding | Crash]) -> list[Told]:
        """Start anew with what a batch gave, and tell of each file what that changes. Findings on folders come from the walk."""
        before = {path: one.card for path, one in self._looked.items()}
        self._looked, self._crashed = {}, {}
        for one in results:
            if isinstance(one, Looked | Crash):
                self._take(one)
        after = {path: one.card for path, one in self._looked.items()}
        return [
            told for path in sorted({*before, *after}) if (told := _again(path, before.get(path), after.get(path))) is not None
        ]

    @property
    def cards(self) -> list[Card]:
        """The pupils, in order of path."""
        return [one.card for _, one in sorted(self._looked.items()) if one.card is not None]

    @property
    def pupils(self) -> list[tuple[str, Pupil | None]]:
        """Whose dossier each file is."""
        return [(path, one.pupil) for path, one in sorted(self._looked.items()) if one.card is not None]

    @property
    def agendas(self) -> list[Agenda]:
        """The meetings."""
        return [one.agenda for _, one in sorted(self._looked.items()) if one.agenda is not None]

    @property
    def refused(self) -> list[Finding]:
        """What is wrong with files that could not be judged."""
        found = [finding for one in self._looked.values() if one.card is None for finding in one.findings]
        return sorted([*found, *self._crashed.values()], key=lambda one: one.sort_key)

    def update(self, written: Iterable[Candidate], gone: Iterable[str], read: Reader) -> list[Told]:
        """Read what was written, drop what is gone, and tell what that means. A file with the same bytes says nothing."""
        lost = {path: self._looked.pop(path, None) for path in gone}
        for path in lost:
            self._crashed.pop(path, None)
        told = [one for each in written if (one := self._read(each, lost, read)) is not None]
        ended = [
            Told(Event.GONE, path, was.card.pupil if was.card else self._pupils.get(path), Change())
            for path, was in lost.items()
            if was is not None and (was.card is not None or was.findings)
        ]
        return [*told, *ended]

    def _read(self, one: Candidate, lost: dict[str, Looked | None], read: Reader) -> Told | None:
        before = self._looked.get(one.path)
        again = read(one)
        after = again.looked
        if isinstance(after, Looked) and before is not None and _same(before, after):
            return None
        broken = one.path in self._crashed or (before is not None and before.card is None and before.findings)
        self._take(after)
        if isinstance(after, Crash):
            return Told(Event.BROKEN, one.path, self._pupils.get(one.path), Change(), (after.finding,))
        if after.card is None:
            return self._without_card(after, before)
        moved = _moved(after, lost) if before is None else None
        was = (before or moved or Looked(one.path)).card
        pupil, findings = after.card.pupil, self._fresh(one.path, again.remarks)
        if was is None:
            return Told(Event.MENDED if broken else Event.NEW, one.path, pupil, Change(born=after.card.duties), findings)
        found = change(was, after.card, again.verdict)
        return Told(Event.WRITTEN if moved is None else Event.MOVED, one.path, pupil, found, findings)

    def _fresh(self, path: str, remarks: Iterable[Finding]) -> tuple[Finding, ...]:
        """The remarks on a sound record that weigh something and were not told yet."""
        weighty = [one for one in remarks if one.severity is not Severity.ADVIES]
        known = self._remarked.get(path, frozenset())
        self._remarked[path] = frozenset((one.code, one.message) for one in weighty)
        return tuple(one for one in weighty if (one.code, one.message) not in known)

    def _without_card(self, after: Looked, before: Looked | None) -> Told | None:
        pupil = self._pupils.get(after.path)
        if after.findings:
            return Told(Event.BROKEN, after.path, pupil, Change(), tuple(after.findings))
        if after.agenda is not None:
            return Told(Event.MEETING, after.path, None, Change())
        if before is not None and (before.card is not None or before.findings):  # it is no dossier any more
            return Told(Event.GONE, after.path, pupil, Change())
        return None

    def _take(self, one: Looked | Crash) -> None:
        if isinstance(one, Crash):
            self._looked.pop(one.finding.place.file, None)
            self._crashed[one.finding.place.file] = one.finding
            return
        self._crashed.pop(one.path, None)
        self._looked[one.path] = one
        if one.card is not None:
            self._pupils[one.path] = one.card.pupil
            if self._names and not isinstance(one.card.name, str):
                one.card = one.card._replace(name=first_name(one.card))


def _again(path: str, was: Card | None, now: Card | None) -> Told | None:
    """What judging anew changed for one file."""
    if was is not None and now is not None:
        found = change(was, now)
        return Told(Event.WRITTEN, path, now.pupil, found) if found.any else None
    if now is not None:
        return Told(Event.NEW, path, now.pupil, Change(born=now.duties))
    return Told(Event.GONE, path, was.pupil, Change()) if was is not None else None


def _same(before: Looked, after: Looked) -> bool:
    """Whether a file was only touched, or written again with the same bytes."""
    return before.seen is not None and after.seen is not None and before.seen.content == after.seen.content


def _moved(after: Looked, lost: dict[str, Looked | None]) -> Looked | None:
    """The file that is gone and held the dossier of the same pupil: it has another name now."""
    card = after.card
    for path, was in lost.items():
        if was is None or was.card is None or card is None:
            continue
        if (was.card.school, was.card.pupil) == (card.school, card.pupil):
            lost[path] = None
            return was
    return None
