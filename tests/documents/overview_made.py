"""Boards for tests of the page: the examples, many pupils, and one with words that would do harm."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from basisondersteuning.casework.overview.board import Board
from basisondersteuning.casework.overview.card import Ahead, Card, Duty, Line, Mark, Turn, Waived, What
from basisondersteuning.casework.overview.choice import Choice
from basisondersteuning.casework.overview.job import OverviewJob
from basisondersteuning.casework.setup import Setup
from basisondersteuning.findings.catalogue import reading
from basisondersteuning.findings.finding import Place, Severity
from basisondersteuning.norms.status import Status
from basisondersteuning.records.discover import Candidate, discover
from conftest import EXAMPLES

DAY = date(2026, 11, 24)
LEVELS = ("geen", "1", "2", "3", "arrangement")
HOSTILE = "<img src=x onerror=alert(1)>\"'&{{ 7*7 }}]]></script><!--"


@cache
def examples() -> tuple[Card, ...]:
    """The cards of the examples."""
    handle = OverviewJob(Setup(DAY, DAY)).open()
    looked = (handle(one) for one in discover([str(EXAMPLES / "dossiers")]) if isinstance(one, Candidate))
    return tuple(one.card for one in looked if one.card is not None)


def example_board(choice: Choice = Choice()) -> Board:  # noqa: B008 - an immutable value
    """The board of the examples."""
    return Board.of(examples(), DAY, LEVELS, "proef-2026", choice)


def made_up(number: int, words: str = "proef", level: str = "") -> Card:
    """A pupil with everything that a card can hold."""
    first = DAY - timedelta(days=300)
    days = [first + timedelta(days=20 * index) for index in range(12)]
    duties = tuple(
        Duty(f"R-{index}", f"titel {words}", f"waarom {words}", role, f"kort {words}", f"doe {words}", status, Severity.FOUT,
             DAY + timedelta(days=8 * index - 2 + number % 5), DAY, "rekenen", 1)
        for index, (role, status) in enumerate(
            (("groepsleerkracht", Status.OPEN if number % 3 else Status.TE_LAAT), ("intern_begeleider", Status.OPEN),
             ("directeur", Status.ONBEKEND)))
    )  # fmt: skip
    level = level or LEVELS[number % 5]
    turns = (Turn(days[1], "geen", "1", True), Turn(days[5], "1", level, number % 2 == 0))
    return Card(
        f"dossiers/{words}-{number}.yaml",
        "99XX00",
        f"L-{number:04}",
        f"Kind{number} {words}",
        number % 8 + 1,
        (Line("rekenen", level, level, days[1], "2" if level == "1" else None, turns),),
        duties,
        (Waived("R-1", f"titel {words}", "directeur", DAY + timedelta(days=30)),),
        tuple(Mark(one, "oudercontact", "rekenen") for one in days),
        (
            Ahead(DAY + timedelta(days=20), What.EVALUATION, "rekenen"),
            Ahead(DAY + timedelta(days=9), What.MEETING, None, "13:15"),
        ),
        days[-1],
        None,
        number % 3,
        None,
    )


def many(number: int, words: str = "proef", level: str = "") -> Board:
    """A board of so many pupils, all on one niveau where that is given, and a file that could not be judged."""
    refused = [reading.NOT_FOUND.at(Place(f"{words}.yaml"))]
    return Board.of([made_up(index, words, level) for index in range(number)], DAY, LEVELS, "proef-2026", refused=refused)
