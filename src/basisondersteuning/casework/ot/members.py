"""Who sits at the table of the ondersteuningsteam (passages 15, 24 and 25): read from the people in the dossiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ...model.dossier import Betrokkene, Dossier
from ...model.ot import OPEN_NAME
from ...model.reflect import fields_of
from ...model.words import count, plain

FIXED = {"directeur": "dir", "intern_begeleider": "ib", "orthopedagoog": "ortho"}
"""The roles that sit with every pupil, each with the id of whoever is not known yet."""


class Members(NamedTuple):
    """The fixed members of a school, the chair first, and what a reader must know of how they were found."""

    people: list[Betrokkene]
    notes: list[str]

    @property
    def chair(self) -> Betrokkene:
        """The directeur."""
        return next(one for one in self.people if "directeur" in one.rol)

    @property
    def note_taker(self) -> Betrokkene:
        """The intern begeleider."""
        return next(one for one in self.people if "intern_begeleider" in one.rol)


@dataclass(slots=True)
class _Seen:
    """One person, taken together over dossiers by name."""

    name: str
    dossiers: int = 0
    ids: Counter[str] = field(default_factory=Counter)
    roles: dict[str, None] = field(default_factory=dict)
    employer: str | None = None

    def note(self, person: Betrokkene) -> None:
        self.dossiers += 1
        self.ids[person.id] += 1
        self.roles.update(dict.fromkeys(one for one in person.rol if one in FIXED))  # a teacher is one of some pupils only
        self.employer = self.employer or person.organisatie


def members(dossiers: Iterable[Dossier]) -> Members:
    """The fixed members, merged over the dossiers of one school by name.

    Of several directors the one in most dossiers is taken. A role that nobody bears gets a member whose name is open.
    """
    everyone: dict[str, _Seen] = {}
    for dossier in dossiers:
        for person in dossier.betrokkenen:
            if FIXED.keys() & person.rol:
                name = " ".join(person.naam.split())
                everyone.setdefault(name.casefold(), _Seen(name)).note(person)
    seen = sorted(everyone.values(), key=lambda one: (-one.dossiers, one.name))
    chosen: dict[str, _Seen] = {}
    notes: list[str] = []
    for role, wanted in FIXED.items():
        bearers = [one for one in seen if role in one.roles]
        if not bearers:
            notes.append(f"In de dossiers staat geen {plain(role)}; vul de naam in.")
            bearers = [_Seen(OPEN_NAME, 0, Counter([wanted]), {role: None})]
            chosen[f"{OPEN_NAME} {role}"] = bearers[0]
        elif len(bearers) > 1:
            notes.append(_several(role, bearers))
        kept = bearers[:1] if role == "directeur" else bearers
        chosen.update((one.name, one) for one in kept if one.name != OPEN_NAME)
    taken: set[str] = set()
    return Members([_member(one, taken) for one in chosen.values()], notes)


def _several(role: str, bearers: list[_Seen]) -> str:
    number = f"In de dossiers staan {len(bearers)} mensen met de rol {plain(role)}"
    if role != "directeur":
        return f"{number}; haal weg wie er niet bij is."
    found = count(bearers[0].dossiers, "dossier", "dossiers")
    return f"{number}; gekozen is wie in de meeste staat (`{bearers[0].ids.most_common(1)[0][0]}`, in {found})."


def _member(one: _Seen, taken: set[str]) -> Betrokkene:
    wanted = one.ids.most_common(1)[0][0]
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted[:36]}-{number}"
    taken.add(found)
    employer = {"organisatie": one.employer} if one.employer else {}
    return Betrokkene.model_validate({"id": found, "naam": one.name, "rol": list(one.roles), **employer})


def guests(dossier: Dossier, peildatum: date) -> list[Betrokkene]:
    """Who sits at the table for one pupil: the parents, those with `gezag` first, and the teacher of the group."""
    parents = [one for one in dossier.betrokkenen if "ouder" in one.rol]
    parents.sort(key=lambda one: (one.gezag is not True, one.gezag is False))
    return [*parents, *(one for one in teachers(dossier, peildatum) if one not in parents)]


def teachers(dossier: Dossier, peildatum: date) -> list[Betrokkene]:
    """The teacher of the group, or both where two share it: who last did something; all of them where none did."""
    known = {one.id: one for one in dossier.betrokkenen if "groepsleerkracht" in one.rol}
    past = [one for one in dossier.tijdlijn if one.datum <= peildatum and one.soort != "overdracht"]
    for event in sorted(past, key=lambda one: one.datum, reverse=True):
        named: dict[str, None] = {}
        for spec in fields_of(type(event)).values():
            value = getattr(event, spec.name)
            if spec.kind == "persoon" and value is not None:
                named.update(dict.fromkeys(value if isinstance(value, list) else [value]))
        if found := [known[one] for one in named if one in known]:
            return found
    return list(known.values())
