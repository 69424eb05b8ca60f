"""Pseudonyms for the people of a dossier and of a meeting: role and number, and for a pupil the id.

Ids of people are often names themselves (`daan`), so they get a new one too, everywhere the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...model.dossier import Betrokkene, Dossier
from ...model.ot import Ot
from ...model.words import plain
from .lists import PREFIXES, TITLES
from .words import How, Name, NameFinder, is_ordinary, is_part, words_of

NOBODY = "onbekend"
"""The id of someone or something that a record refers to but does not hold."""


class Alias(NamedTuple):
    """What someone is called: the new id, and what stands in the place of the name."""

    id: str
    naam: str


class Aliases(NamedTuple):
    """The pseudonyms that hold within a dossier or an item of a meeting."""

    people: Mapping[str, Alias]
    events: Mapping[str, str]
    names: NameFinder

    def person(self, old: str) -> str:
        """The new id of a person."""
        found = self.people.get(old)
        return found.id if found else NOBODY

    def event(self, old: str) -> str:
        """The new id of an event."""
        return self.events.get(old, NOBODY)


class Numbering:
    """Hands out role and number, in the order in which people are met. The same person keeps the same pseudonym."""

    def __init__(self) -> None:
        self._met: dict[tuple[str, str, str], Alias] = {}
        self._last: dict[str, int] = {}

    def of(self, person: Betrokkene, pupil: str | None) -> Alias:
        """The pseudonym of someone; whoever is the pupil goes by the id of the pupil."""
        role = person.rol[0]
        key = (person.id, person.naam, role)
        if key not in self._met:
            number = self._last[role] = self._last.get(role, 0) + 1
            naam = pupil if role == "leerling" and pupil else f"{plain(role)} {number}"
            self._met[key] = Alias(f"{role.replace('_', '-')}-{number}", naam)
        return self._met[key]


def of_dossier(dossier: Dossier) -> Aliases:
    """The pseudonyms of everyone in a dossier."""
    pupil, numbering = dossier.leerling, Numbering()
    people = {one.id: numbering.of(one, pupil.id) for one in dossier.betrokkenen}
    events = {one.id: f"gebeurtenis-{number}" for number, one in enumerate(dossier.tijdlijn, 1) if one.id is not None}
    surname = words_of(f"{pupil.tussenvoegsel or ''} {pupil.achternaam or ''}")
    names = [*_ways(words_of(pupil.roepnaam or ""), surname, pupil.id)]
    for one in dossier.betrokkenen:
        names += _ways_of(one, people[one.id].naam)
    return Aliases(people, events, NameFinder(names, (pupil.geboortedatum,)))


def of_meeting(meeting: Ot) -> tuple[Aliases, list[Aliases]]:
    """The pseudonyms of the members, and of members and invited people for each item. Names are sought in every text."""
    numbering = Numbering()
    members = [*meeting.leden, *meeting.externe_deskundigen]
    shared = {one.id: numbering.of(one, None) for one in members}
    names = [name for one in members for name in _ways_of(one, shared[one.id].naam)]
    each: list[dict[str, Alias]] = []
    for item in meeting.agenda:
        invited = {one.id: numbering.of(one, item.leerling) for one in item.genodigden}
        each.append({**shared, **invited})
        for one in item.genodigden:
            names += _ways_of(one, invited[one.id].naam)
        if item.naam:
            names += _ways(*_split(item.naam), item.leerling)
    finder = NameFinder(names)
    return Aliases(shared, {}, finder), [Aliases(one, {}, finder) for one in each]


def _ways_of(person: Betrokkene, alias: str) -> Iterator[Name]:
    """The ways to write the name of someone; the id counts too, for it is often a name."""
    yield from _ways(*_split(person.naam), alias)
    for word in words_of(person.id):
        if len(word) > 2 and is_part(word) and not is_ordinary(word):
            yield Name((word,), How.CAPITAL, alias)


def _split(naam: str) -> tuple[list[str], list[str]]:
    """A name in what comes first and the surname: `T. de Wit`, `Wit, T. de`, `mevrouw De Wit`."""
    before, _, after = naam.partition(",")
    words = [one for one in words_of(f"{after} {before}") if one.lower() in PREFIXES or one.lower() not in TITLES]
    first = next((place for place, one in enumerate(words) if place and one.lower() in PREFIXES), len(words) - 1)
    return words[:first], words[first:]


def _ways(given: Sequence[str], surname: Sequence[str], alias: str) -> Iterator[Name]:
    """Every way in which a name is written: whole, with an initial, the surname, each part, initials with dots."""
    for words in _wholes(given, surname):
        sure = not is_ordinary(words[-1]) or (len(words) > 1 and len(words[0]) > 1 and words[0] in given)
        yield Name(tuple(words), How.ANY if sure else How.CAPITAL, alias)
        if len(words) > 1 and (joined := "".join(words)) and len(joined) > 4:
            yield Name((joined,), How.ANY if not is_ordinary(joined) else How.CAPITAL, alias)
    for word in given[:1] if given and len(given[0]) > 1 else ():
        yield Name((word,), _strictness(word, given=True), alias)
    for word in (*given[1:], *surname):
        if is_part(word):
            yield Name((word,), _strictness(word, given=word in given), alias)
    initials = [one[0] for one in (*given, *surname)]
    if len(initials) > 1:
        yield Name(tuple(initials), How.DOTTED, alias)


def _wholes(given: Sequence[str], surname: Sequence[str]) -> Iterable[Sequence[str]]:
    if surname and len(surname) > 1:
        yield surname
    if not given:
        return
    if len(given) > 1:
        yield given
    if surname and any(map(is_part, surname)):
        yield (*given, *surname)
        for first in dict.fromkeys((given[0], given[0][0])):
            yield (first, *surname)
            yield (first, surname[-1])


def _strictness(word: str, *, given: bool) -> How:
    if len(word) == 2:
        return How.ANY if given and not is_ordinary(word) else How.WRITTEN
    return How.CAPITAL if is_ordinary(word) or word.lower() in PREFIXES else How.ANY
