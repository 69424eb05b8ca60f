"""What came of exploring one frame: answers, findings, and timelines that show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ...findings.finding import Finding
from ..frame import Frame
from .judge import View
from .room import Room
from .search import Bounds


class Witness(NamedTuple):
    """A timeline that shows something. `name` is that of its file, without ending; `shows` says what there is to see.

    `day` is the peildatum on which it shows; `finding` is what it is the witness of, None for an example.
    """

    name: str
    shows: str
    room: Room
    view: View
    day: date
    finding: Finding | None = None


class LevelAnswer(NamedTuple):
    """A niveau: in how many events it is reached with every condition met, and whether it can be left again.

    `events` is None where no such timeline was found; `left` counts the ways out: up, and down or out.
    """

    code: str
    events: int | None
    up: bool
    down: bool


@dataclass(slots=True)
class Exploration:
    """The answers for one frame.

    `applicable` and `satisfiable` count rules; `together` the pairs of rules shown to be met in one timeline, `apart`
    those that never apply in one timeline; `undecided` the questions for which the bound on timelines was met.
    """

    frame: Frame
    bounds: Bounds
    levels: list[LevelAnswer] = field(default_factory=list)
    applicable: int = 0
    satisfiable: int = 0
    together: int = 0
    apart: int = 0
    pairs: int = 0
    terms: int = 0
    undecided: int = 0
    judged: int = 0
    findings: list[Finding] = field(default_factory=list)
    witnesses: list[Witness] = field(default_factory=list)

    @property
    def left_out(self) -> int:
        """How many rules were not looked at, since they are not about a dossier."""
        return sum(rule.over != "dossier" for rule in self.frame.rules)
