"""All dossiers together: the counts, and what of them may be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from ...model.counts import HIDDEN
from .pupil import Move, PupilCount
from .suppress import Number, seen, seen_among, together

TOGETHER = ""
"""What stands for the school in a sum over all schools."""

What: TypeAlias = Literal["op_niveau", "plichten_lopend", "plichten_te_laat", "overgangen"]
"""What is counted, in the words of a record `kengetallen`. Always pupils, so that the threshold is about children."""

EXPLAINED: dict[What, str] = {
    "op_niveau": "leerlingen, naar het niveau dat het dossier onderbouwt",
    "plichten_lopend": "leerlingen bij wie nog iets te doen is, binnen de termijn",
    "plichten_te_laat": "leerlingen bij wie de termijn van iets voorbij is",
    "overgangen": "leerlingen die in de periode van niveau veranderden",
}
"""What each count is of, for whoever reads the record."""


@dataclass(slots=True)
class Tally:
    """What was counted so far. `levels` are the niveaus from `geen` up; closed dossiers count only for transitions."""

    levels: tuple[str, ...]
    schools: set[str] = field(default_factory=set)
    at: Counter[tuple[str, str]] = field(default_factory=Counter)
    running: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    moves: dict[Move, Counter[str]] = field(default_factory=dict)
    pupils: int = 0

    def add(self, one: PupilCount) -> None:
        """Count one dossier."""
        self.pupils += 1
        self.schools.add(one.school)
        if one.level is not None:
            self.at[one.school, one.level] += 1
            self.running[one.school] += one.running
            self.late[one.school] += one.late
        for move in one.moves:
            self.moves.setdefault(move, Counter())[one.school] += 1


class Line(NamedTuple):
    """One count as it may be seen; `school` is empty for all schools together. `level` and `before` are niveaus."""

    what: What
    school: str
    level: str
    before: str
    number: Number

    @property
    def written(self) -> str:
        """The count in the words of a record."""
        return HIDDEN if self.number is None else str(self.number)


class Published(NamedTuple):
    """All that may be seen; schools, niveaus and transitions in the order in which they are shown.

    `rows` are the schools, and `TOGETHER` where there is a sum over them.
    """

    schools: list[str]
    rows: list[str]
    levels: tuple[str, ...]
    moves: list[Move]
    lines: list[Line]

    @property
    def hides(self) -> bool:
        """Whether anything is hidden."""
        return any(one.number is None for one in self.lines)


def publish(tally: Tally, threshold: int, whole: bool) -> Published:
    """What may be seen of the counts. With `whole`, all schools of the samenwerkingsverband are there and are added up too."""
    schools = sorted(tally.schools)
    order = {level: number for number, level in enumerate(tally.levels)}
    moves = sorted(tally.moves, key=lambda one: (order.get(one[0], 0), order.get(one[1], 0)))
    lines = [line for school in schools for line in _of_school(tally, school, moves, threshold)]
    if adds := whole and len(schools) > 1:
        parts: dict[tuple[What, str, str], list[Number]] = {}
        for one in lines:
            parts.setdefault((one.what, one.level, one.before), []).append(one.number)
        sums = [Line(what, TOGETHER, level, before, together(each)) for (what, level, before), each in parts.items()]
        lines = [*sums, *lines]
    return Published(schools, [*schools, *([TOGETHER] if adds else [])], tally.levels, moves, lines)


def _of_school(tally: Tally, school: str, moves: list[Move], threshold: int) -> Iterator[Line]:
    levels = [seen(tally.at[school, level], threshold) for level in tally.levels]
    for level, number in zip(tally.levels, levels, strict=True):
        yield Line("op_niveau", school, level, "", number)
    yield Line("plichten_lopend", school, "", "", seen_among(tally.running[school], levels, threshold))
    yield Line("plichten_te_laat", school, "", "", seen_among(tally.late[school], levels, threshold))
    for before, after in moves:
        yield Line("overgangen", school, after, before, seen(tally.moves[before, after][school], threshold))
