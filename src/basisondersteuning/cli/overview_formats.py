"""An overview in each format of `bo overview`."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from ..casework.overview.board import Board
from ..findings.finding import readable
from .terminal import is_terminal, painter, say, standard_output, width

if TYPE_CHECKING:
    from ..documents.templating.house import House

MOST_IN_A_PIPE = 10
"""How many pupils a list shows where nobody looks."""


class Made(NamedTuple):
    """A board, the paths it came from, and how much each list shows (0: all, None: what fits)."""

    board: Board
    paths: list[str]
    most: int | None = None


def to_screen(made: Made, format: str) -> bool:
    """Write to standard output. Says what is missing; whether it could be written."""
    from ..documents.output.missing import Missing

    stream = standard_output()
    try:
        if format == "text":
            for line in _text(made, screen=True):
                stream.write((line + "\n").encode("utf-8", "backslashreplace"))
        else:
            Writer(made, format)(stream)
    except Missing as error:
        say(f"bo overview: {error}")
        return False
    stream.flush()
    return True


class Writer:
    """Writes an overview in one format."""

    def __init__(self, made: Made, format: str) -> None:
        self.made = made
        self.format = format

    def __call__(self, stream: BinaryIO) -> None:
        """Write to a stream. Raises `Missing` for an absent extra, and OSError."""
        board = self.made.board
        if self.format == "html":
            from ..documents.overview.page import write_page

            write_page(board, stream, _house(self.made.paths))
        elif self.format == "xlsx":
            from ..documents.overview.workbook import write_book

            write_book(board, stream)
        elif self.format == "ics":
            from ..documents.overview.calendar import deadlines

            stream.write(deadlines(board))
        else:
            for one in self._pieces():
                stream.write(one.encode("utf-8", "backslashreplace"))

    def _pieces(self) -> Iterator[str]:
        from ..casework.overview.data import COLUMNS, as_data, rows

        if self.format == "json":
            yield json.dumps(as_data(self.made.board), ensure_ascii=False, indent=1) + "\n"
        elif self.format == "csv":
            from ..documents.output.sheets import csv_lines

            yield from csv_lines(COLUMNS, rows(self.made.board))
        else:
            yield from (line + "\n" for line in _text(self.made, screen=False))


def _text(made: Made, *, screen: bool) -> Iterator[str]:
    from ..casework.overview.text import View, text
    from ..findings.paint import no_paint

    path = readable(made.paths[0])
    if screen:
        most, lines = _room(made.most)
        return text(made.board, View(painter(), width(), most, path, lines))
    return text(made.board, View(no_paint, 100, made.most or 0, path))


def _room(asked: int | None) -> tuple[int, int]:
    """How much a list shows, and on how many lines all of it must fit (0: that does not matter)."""
    if asked is not None:
        return asked, 0
    if not is_terminal(sys.stdout):
        return MOST_IN_A_PIPE, 0
    return 0, shutil.get_terminal_size((80, 24)).lines


def _house(paths: list[str]) -> House | None:
    """The house style of the school, where there are settings; what is wrong with it is said."""
    from ..casework.setup import find_above

    if find_above(paths, "bo.yaml") is None:
        return None
    from ..casework.settings import find_settings
    from ..documents.templating.house import house_of
    from .escalate_folder import show

    settings = find_settings(paths)
    house, findings = house_of(settings)
    if found := [*settings.findings, *findings]:
        show(found)
    return house
