"""A caseload that is kept up to date: what each file gave when it was last read, and what became of it since."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple, TypeAlias

from ...findings.finding import Finding, Severity
from ...norms.verdict import Verdict
from ...records.discover import Candidate
from ...records.same_pupil import Pupils, is_own
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
    COPY = "staat ook in dit bestand"
    """Another file holds the dossier of the same pupil already."""
    LEFT = "dit bestand is weg"
    """The pupil stands in another file still."""
    RENUMBERED = "staat niet meer in dit bestand, dat nu een ander kenmerk heeft"


class Told(NamedTuple):
    """One thing that happened. `pupil` is an id, None where the file is nobody's. `findings` is what is wrong with the file,
    or what is remarked on it where it could be judged. `other` is the file that counts for this pupil, where this one does not.
    """

    event: Event
    path: str
    pupil: str | None
    change: Change
    findings: tuple[Finding, ...] = ()
    other: str = ""


class Counted(NamedTuple):
    """The pupils, each once and by path, and a finding on each further file of a pupil."""

    cards: list[Card]
    twice: list[Finding]


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

    def counted(self) -> Counted:
        """The pupils, each once: of several files the one that is named just after the pupil, else the first."""
        pupils, found = Pupils(), Counted([], [])
        for one in sorted((one for one in self._looked.values() if one.card is not None), key=_own_first):
            again = pupils.note(one.path, one.pupil)
            if again is not None:
                found.twice.append(again)
            elif one.card is not None:
                found.cards.append(one.card)
        found.cards.sort(key=lambda one: one.path)
        return found

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
        counted = {one.path for one in self.counted().cards}
        lost = {path: self._looked.pop(path, None) for path in gone}
        for path in lost:
            self._crashed.pop(path, None)
        told = [one for each in written for one in self._read(each, lost, read)]
        ended = [
            self._ended(was, counted=path in counted)
            for path, was in lost.items()
            if was is not None and (was.card is not None or was.findings)
        ]
        return [*told, *ended]

    def _ended(self, was: Looked, *, counted: bool) -> Told:
        """A file that is gone. Its pupil may stand in another one, which says what is to be done from now on."""
        if was.card is None:
            return Told(Event.GONE, was.path, self._pupils.get(was.path), Change())
        other = self._counting(was.card)
        if other is None:
            return Told(Event.GONE, was.path, was.card.pupil, Change())
        found = change(was.card, other) if counted else Change()
        return Told(Event.LEFT, was.path, was.card.pupil, found, other=other.path)

    def _counting(self, card: Card) -> Card | None:
        """The card that counts for this pupil now."""
        return next((one for one in self.counted().cards if _key(one) == _key(card)), None)

    def _read(self, one: Candidate, lost: dict[str, Looked | None], read: Reader) -> list[Told]:
        before = self._looked.get(one.path)
        again = read(one)
        after = again.looked
        if isinstance(after, Looked) and before is not None and _same(before, after):
            return []
        broken = one.path in self._crashed or (before is not None and before.card is None and before.findings)
        self._take(after)
        if isinstance(after, Crash):
            return [Told(Event.BROKEN, one.path, self._pupils.get(one.path), Change(), (after.finding,))]
        if after.card is None:
            return self._without_card(after, before)
        moved = _moved(after, lost) if before is None else None
        was = (before or moved or Looked(one.path)).card
        told = []
        if was is not None and _key(was) != _key(after.card):
            other = self._counting(was)
            told.append(Told(Event.RENUMBERED, one.path, was.pupil, Change(), other=other.path if other is not None else ""))
            was = None
        event = Event.MENDED if broken else Event.NEW if was is None else Event.WRITTEN if moved is None else Event.MOVED
        return [*told, self._told(event, was, after.card, again)]

    def _told(self, event: Event, was: Card | None, card: Card, again: Again) -> Told:
        """What a dossier says now; of a pupil who has another file too, whether this one counts."""
        findings = self._fresh(card.path, again.remarks)
        found = change(was, card, again.verdict) if was is not None else Change(born=card.duties)
        twice = [one for one in self.counted().twice if card.path in (one.place.file, *(each.place.file for each in one.related))]
        if not twice:
            return Told(event, card.path, card.pupil, found, findings)
        counting = self._counting(card)
        other = counting.path if counting is not None and counting.path != card.path else ""
        if event in (Event.NEW, Event.MENDED):
            return Told(Event.COPY, card.path, card.pupil, Change() if other else found, (*twice, *findings), other)
        return Told(event, card.path, card.pupil, found, findings, other)

    def _fresh(self, path: str, remarks: Iterable[Finding]) -> tuple[Finding, ...]:
        """The remarks on a sound record that weigh something and were not told yet."""
        weighty = [one for one in remarks if one.severity is not Severity.ADVIES]
        known = self._remarked.get(path, frozenset())
        self._remarked[path] = frozenset((one.code, one.message) for one in weighty)
        return tuple(one for one in weighty if (one.code, one.message) not in known)

    def _without_card(self, after: Looked, before: Looked | None) -> list[Told]:
        pupil = self._pupils.get(after.path)
        if after.findings:
            return [Told(Event.BROKEN, after.path, pupil, Change(), tuple(after.findings))]
        if after.agenda is not None:
            return [Told(Event.MEETING, after.path, None, Change())]
        if before is not None and (before.card is not None or before.findings):  # it is no dossier any more
            return [self._ended(before, counted=True)]
        return []

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


def _own_first(one: Looked) -> tuple[bool, tuple[str, str]]:
    own = one.card is not None and is_own(one.path, one.card.pupil)
    return not own, os.path.splitext(one.path)


def _key(card: Card) -> tuple[str, str]:
    return card.school, card.pupil


def _same(before: Looked, after: Looked) -> bool:
    """Whether a file was only touched, or written again with the same bytes."""
    return before.seen is not None and after.seen is not None and before.seen.content == after.seen.content


def _moved(after: Looked, lost: dict[str, Looked | None]) -> Looked | None:
    """The file that is gone and held the dossier of the same pupil: it has another name now."""
    card = after.card
    for path, was in lost.items():
        if was is None or was.card is None or card is None:
            continue
        if _key(was.card) == _key(card):
            lost[path] = None
            return was
    return None
