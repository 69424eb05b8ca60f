"""The overview of a caseload as a workbook: what is to be done, and the pupils; ids and never a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from ...casework.overview.board import Board, When, when_on
from ...casework.overview.data import COLUMNS, rows
from ...casework.overview.words import ahead_words, column_words
from ...model.words import plain, short_date, with_article
from ..output.sheets import Column, Sheet, Value, write_workbook

_WIDTHS = {"Wat": 48, "Wie": 22, "Bestand": 36, "Wanneer": 16, "Uiterlijk": 13, "Stand": 18, "Vakgebied": 20}
_FILLS = {"te laat": "#F6C9BB", "deze week": "#FCE8B2"}
_PUPILS = (
    Column("School", 10),
    Column("Leerling", 14),
    Column("Groep", 8),
    Column("Niveau", 20),
    Column("Vakgebieden", 30),
    Column("Te doen", 10),
    Column("Te laat", 10),
    Column("Deze week", 11),
    Column("Gereed voor", 20),
    Column("Komt eraan", 50, True),
    Column("Laatste gebeurtenis", 20),
)


def write_book(board: Board, target: BinaryIO) -> None:
    """Write the workbook of a board. Raises `Missing` and OSError."""
    duties = Sheet("Te doen", [Column(one, _WIDTHS.get(one, 12)) for one in COLUMNS], rows(board), _FILLS, 2)
    write_workbook(target, (duties, Sheet("Leerlingen", _PUPILS, _pupils(board), frozen=2)), "Overzicht van de ondersteuning")


def _pupils(board: Board) -> Iterator[tuple[Value, ...]]:
    for one in board.cards:
        whens = [when_on(one, duty, board.peildatum) for duty in one.duties]
        yield (
            one.school,
            one.pupil,
            one.group,
            column_words(one.level),
            ", ".join(plain(line.name) for line in one.lines),
            len(whens),
            whens.count(When.LATE),
            whens.count(When.WEEK),
            ", ".join(dict.fromkeys(with_article(line.ready_for) for line in one.ready if line.ready_for)),
            "\n".join(f"{short_date(each.day)}: {ahead_words(each)}" for each in one.ahead),
            one.last,
        )
