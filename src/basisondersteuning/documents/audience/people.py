"""Pseudonyms for the people of a dossier and of a meeting: role and number, and for a pupil the id.

Ids of people are often names themselves (`daan`), so they get a new one too, everywhere the same. At a meeting each pupil
has people of their own, numbered as in the dossier, so that `ouder 2` of a pupil is the same person in every document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from ...model.dossier import Betrokkene, Dossier
from ...model.ot import OPEN_NAME, Agendapunt, Ot
from ...model.words import plain
from .fold import fold
from .names import Name, of_item, of_person, of_pupil, surname_of
from .words import AMBIGUOUS, KEEP, NameFinder

NOBODY = "onbekend"
"""The id of someone or something that a record refers to but does not hold."""

ANOTHER = "een andere leerling"
"""What comes in the place of another pupil, where a document is about one."""

Dossiers = Mapping[str, Dossier]
"""The dossiers of pupils on an agenda, by the id of the pupil; of some there may be none."""


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

    def __init__(self, before: Numbering | None = None) -> None:
        self._met: list[tuple[Betrokkene, Alias]] = list(before._met) if before else []
        self._last: dict[str, int] = dict(before._last) if before else {}

    def of(self, people: Iterable[Betrokkene], pupil: str | None) -> dict[str, Alias]:
        """The pseudonyms, by id, of people who are each someone else; whoever is the pupil goes by the id of the pupil."""
        before = list(self._met)
        found: dict[str, Alias] = {}
        for one in people:
            taken = {alias.id for alias in found.values()} if before else ()
            known = (alias for other, alias in before if alias.id not in taken and same_person(other, one))
            alias = next(known, None) or self._new(one, pupil)
            self._met.append((one, alias))
            found[one.id] = alias
        return found

    def _new(self, person: Betrokkene, pupil: str | None) -> Alias:
        role = person.rol[0]
        number = self._last[role] = self._last.get(role, 0) + 1
        naam = pupil if role == "leerling" and pupil else f"{plain(role)} {number}"
        return Alias(f"{role.replace('_', '-')}-{number}", naam)


def same_person(one: Betrokkene, other: Betrokkene) -> bool:
    """Whether two records mean one person: a role in common and the same name, or the same id and no other surname."""
    if set(one.rol).isdisjoint(other.rol):
        return False
    if OPEN_NAME in (one.naam, other.naam):
        return one.id == other.id
    if fold(one.naam) == fold(other.naam):
        return True
    return one.id == other.id and not surname_of(one.naam).isdisjoint(surname_of(other.naam))


def of_dossier(dossier: Dossier) -> Aliases:
    """The pseudonyms of everyone in a dossier."""
    pupil = dossier.leerling
    people = Numbering().of(dossier.betrokkenen, pupil.id)
    events = {one.id: f"gebeurtenis-{number}" for number, one in enumerate(dossier.tijdlijn, 1) if one.id is not None}
    names = [*of_pupil(pupil.roepnaam, pupil.tussenvoegsel, pupil.achternaam, pupil.id), *_names(dossier.betrokkenen, people)]
    return Aliases(people, events, NameFinder(names, (pupil.geboortedatum,)))


class _Seats(NamedTuple):
    """The people of one item: those of the dossier and of the agenda, and what they are called."""

    people: dict[str, Alias]
    known: list[Name]


def of_meeting(meeting: Ot, dossiers: Dossiers) -> tuple[Aliases, list[Aliases]]:
    """The pseudonyms of the members, and of everyone for each item. Names of other items are sought in every text.

    The members have the first numbers: they sit at every item.
    """
    numbering = Numbering()
    members = [*meeting.leden, *meeting.externe_deskundigen]
    shared = numbering.of(members, None)
    table = _names(members, shared)
    seats = [_seats(one, dossiers.get(one.leerling), Numbering(numbering), shared) for one in meeting.agenda]
    pupils = [_pupil(one, dossiers.get(one.leerling), one.leerling) for one in meeting.agenda]
    strangers = [_hidden(one.known, item) for one, item in zip(seats, meeting.agenda, strict=True)]
    births = _births(meeting, dossiers)
    each: list[Aliases] = []
    for here, seat in enumerate(seats):
        others = [name for one in pupils for name in one]
        others += [name for place, one in enumerate(strangers) if place != here for name in one]
        finder = NameFinder([*table, *seat.known, *pupils[here]], births, others=others)
        each.append(Aliases(seat.people, {}, finder))
    everyone = [name for one in (*strangers, *pupils) for name in one]
    whole = NameFinder(table, births, others=everyone)
    return Aliases(shared, {}, whole), each


def of_item_alone(meeting: Ot, item: Agendapunt, dossiers: Dossiers) -> Aliases:
    """The pseudonyms for a document about one pupil of a meeting: numbered as in the dossier, other pupils unnamed."""
    numbering, own = Numbering(), dossiers.get(item.leerling)
    members = [*meeting.leden, *meeting.externe_deskundigen]
    if own is None:
        shared = numbering.of(members, None)
        seat = _seats(item, own, numbering, shared)
    else:
        of_own = numbering.of(own.betrokkenen, own.leerling.id)
        shared = numbering.of(members, None)
        guests = numbering.of(item.genodigden, item.leerling)
        seat = _Seats({**shared, **guests}, [*_names(own.betrokkenen, of_own), *_names(item.genodigden, guests)])
    names = [*_names(members, shared), *seat.known, *_pupil(item, own, item.leerling)]
    others, ids = _others(meeting, item, dossiers)
    for one in meeting.agenda:
        if one is not item:
            strangers = [*one.genodigden, *(dossiers[one.leerling].betrokkenen if one.leerling in dossiers else ())]
            others += [name for person in strangers for name in of_person(person, _stranger(person))]
    return Aliases(seat.people, {}, NameFinder(names, _births(meeting, dossiers), others=others, ids=ids))


def other_pupils(meeting: Ot, item: Agendapunt, dossiers: Dossiers) -> NameFinder:
    """Finds the other pupils of a meeting in the texts of one item; a surname by itself stays, for it may be a brother's."""
    at_table = [*meeting.leden, *meeting.externe_deskundigen, *item.genodigden]
    names = [*_pupil(item, dossiers.get(item.leerling), KEEP)]
    names += [name for one in at_table for name in of_person(one, KEEP) if len(name.words) > 1]
    others, ids = _others(meeting, item, dossiers)
    return NameFinder(names, others=[one for one in others if not one.last], ids=ids, private=False)


def _seats(item: Agendapunt, own: Dossier | None, numbering: Numbering, shared: Mapping[str, Alias]) -> _Seats:
    known: list[Name] = []
    if own is not None:
        known += _names(own.betrokkenen, numbering.of(own.betrokkenen, own.leerling.id))
    guests = numbering.of(item.genodigden, item.leerling)
    return _Seats({**shared, **guests}, [*known, *_names(item.genodigden, guests)])


def _names(people: Iterable[Betrokkene], aliases: Mapping[str, Alias]) -> list[Name]:
    return [name for one in people for name in of_person(one, aliases[one.id].naam)]


def _pupil(item: Agendapunt, own: Dossier | None, alias: str) -> list[Name]:
    """The ways to write the name of the pupil of an item, on the agenda and in the dossier."""
    names = of_item(item.naam, alias)
    if own is not None:
        pupil = own.leerling
        names += of_pupil(pupil.roepnaam, pupil.tussenvoegsel, pupil.achternaam, alias)
    return names


def _others(meeting: Ot, item: Agendapunt, dossiers: Dossiers) -> tuple[list[Name], dict[str, str]]:
    """The names and the ids of the other pupils on the agenda."""
    rest = [one for one in meeting.agenda if one.leerling != item.leerling]
    names = [name for one in rest for name in _pupil(one, dossiers.get(one.leerling), ANOTHER)]
    return names, {one.leerling: ANOTHER for one in rest}


def _hidden(names: Iterable[Name], item: Agendapunt) -> list[Name]:
    """The names at an item, for another item: a number of theirs would be that of someone else there."""
    return [one if one.alias == item.leerling else Name(one.words, one.how, AMBIGUOUS, one.last) for one in names]


def _stranger(person: Betrokkene) -> str:
    return ANOTHER if "leerling" in person.rol else AMBIGUOUS


def _births(meeting: Ot, dossiers: Dossiers) -> list[date]:
    return [dossiers[one.leerling].leerling.geboortedatum for one in meeting.agenda if one.leerling in dossiers]
