"""The coverage of one school year: who has what, what nobody has, and of whom it is not known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from ...records.passed import Passed
from .changes import Changes
from .profile import Profile
from .words import MISSING, PLACES, UNKNOWN

SOP, NO_SOP, BROKEN, TWICE = "sop", "geen_sop", "sop_met_fouten", "meer_dan_een_sop"
EMPTY, OTHER = "leeg_formulier", "sop_van_andere_school"
"""How it is with the SOP of a school. Only the first counts; of the others nothing is known."""

STATE_WORDS = {
    SOP: "SOP",
    NO_SOP: "geen SOP",
    BROKEN: "SOP met fouten",
    TWICE: "meer dan één SOP",
    EMPTY: "leeg formulier",
    OTHER: "SOP met de naam van een andere school",
}


class Area(NamedTuple):
    """An area of expertise: why it is asked for, who offers it to the region, and how many schools have it where.

    `asked` is `passage_27`, `catalogus` (of the samenwerkingsverband) or None. `counts` has the number of schools for each
    place, for `ontbreekt` and for `onbekend`; a school counts once, at its nearest place.
    """

    code: str
    asked: str | None
    offered_by: tuple[str, ...]
    counts: Counter[str]

    @property
    def named(self) -> int:
        """How many schools name it."""
        return sum(self.counts[one] for one in PLACES)

    @property
    def judged(self) -> int:
        """How many schools have a SOP that counts."""
        return self.named + self.counts[MISSING]


class SchoolRow(NamedTuple):
    """A school and what it has: for each area the places, nearest first; empty where its SOP does not name the area.

    `cells` is empty when there is no SOP that counts. `town` and `board` are None where nobody gave them.
    """

    code: str
    name: str
    board: str | None
    town: str | None
    state: str
    cells: tuple[tuple[str, ...], ...] = ()
    profile: Profile | None = None

    def word(self, index: int) -> str:
        """The nearest place of an area, `ontbreekt` or `onbekend`."""
        if self.state != SOP:
            return UNKNOWN
        return self.cells[index][0] if self.cells[index] else MISSING


class BoardRow(NamedTuple):
    """A schoolbestuur: its schools, those with a SOP that counts, and how many of those name each area."""

    name: str | None
    schools: int
    judged: int
    named: tuple[int, ...]


class ActRow(NamedTuple):
    """Interventions in one area: how many schools have preventive ones, light curative ones, and either."""

    area: str | None
    preventive: int
    curative: int
    schools: int


class FieldRow(NamedTuple):
    """Facilities in one field: how many schools have one, and each with the code of its school."""

    field: str | None
    schools: int
    names: tuple[tuple[str, str], ...]


class YearRow(NamedTuple):
    """A school year: how many schools have a SOP that counts, and how many of those name each area."""

    year: str
    judged: int
    named: tuple[int, ...]


@dataclass(slots=True)
class Coverage:
    """The coverage of a region in a school year. `goal` is the level of basisondersteuning the region wants (passage 4).

    `strangers` are SOPs of schools that are not of the region; `nameless` counts files of which the school is not known;
    `passed` are files that nobody looked at.
    """

    swv: str | None
    goal: str | None
    year: str
    areas: tuple[Area, ...]
    schools: tuple[SchoolRow, ...]
    boards: tuple[BoardRow, ...]
    acts: tuple[ActRow, ...]
    fields: tuple[FieldRow, ...]
    years: tuple[YearRow, ...]
    changes: Changes | None
    strangers: tuple[Profile, ...] = ()
    nameless: int = 0
    passed: Passed = field(default_factory=Passed)

    @property
    def judged(self) -> tuple[SchoolRow, ...]:
        """The schools with a SOP that counts."""
        return tuple(one for one in self.schools if one.state == SOP)
