"""The cards of a caseload, taken in as the files are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..casework.batch import Crash
from ..casework.judged import Opened
from ..casework.overview.board import Board
from ..casework.overview.card import Agenda, Card
from ..casework.overview.choice import Choice
from ..casework.overview.job import Looked
from ..casework.setup import Setup
from ..findings.finding import Finding
from ..records.same_pupil import Pupils


@dataclass(slots=True)
class Gathered:
    """What the files gave, a card a pupil. `refused` are findings on files that could not be judged, and on further files of a
    pupil.
    """

    cards: list[Card] = field(default_factory=list)
    agendas: list[Agenda] = field(default_factory=list)
    refused: list[Finding] = field(default_factory=list)
    crashed: bool = False
    interrupted: bool = False

    def board(self, opened: Opened, setup: Setup, choice: Choice) -> Board:
        """The board of it."""
        return Board.of(
            self.cards,
            setup.peildatum,
            opened.levels,
            opened.frame,
            choice,
            agendas=self.agendas,
            refused=self.refused,
            warning=opened.warning,
        )


def gather(results: Iterator[Looked | Finding | Crash]) -> Gathered:
    """Take in the answers; of a pupil the file that comes first counts (`own_first`). Ctrl-C ends it with what there is."""
    found, pupils = Gathered(), Pupils()
    try:
        for one in results:
            if isinstance(one, Crash):
                found.crashed = True
                found.refused.append(one.finding)
            elif isinstance(one, Finding):
                found.refused.append(one)
            else:
                _take(found, pupils, one)
    except KeyboardInterrupt:
        found.interrupted = True
    return found


def _take(found: Gathered, pupils: Pupils, one: Looked) -> None:
    found.refused += one.findings
    if one.agenda is not None:
        found.agendas.append(one.agenda)
    if one.card is not None:
        again = pupils.note(one.path, one.pupil)
        if again is not None:
            found.refused.append(again)
        else:
            found.cards.append(one.card)
