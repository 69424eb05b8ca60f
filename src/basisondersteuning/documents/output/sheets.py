"""Tables for a spreadsheet: an XLSX workbook, or CSV. Text from a record can never become a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeAlias

from .missing import extra

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Value: TypeAlias = str | int | float | Decimal | date | None
"""What can stand in a cell; None is an empty cell."""

MOST_CHARACTERS = 32_000
"""A cell of a spreadsheet holds no more (32,767 in Excel)."""

CUT = " […]"
"""What stands at the end of a text that was too long for its cell."""

MOST_ROWS = 1_000_000
"""Rows of one sheet (1,048,576 in Excel, with its heading); what is more goes on in a next sheet."""

_STEERING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_QUOTED = re.compile(r'[;,"\t\r\n]')
"""What ends a cell in one spreadsheet or another, whatever is set there between cells."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
"""Characters that the name of a sheet cannot have."""


class Column(NamedTuple):
    """A column: its heading, its width in characters, and whether its text is folded."""

    title: str
    width: int = 14
    fold: bool = False


class Sheet(NamedTuple):
    """One view of a workbook: a table with a frozen heading and a filter.

    `colours` gives for a text the fill of its cell; `frozen` is how many columns stay in sight.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    colours: dict[str, str] = {}  # noqa: RUF012 - a NamedTuple has no field factories, and nobody changes it
    frozen: int = 0


def ready() -> None:
    """Raise `Missing` when workbooks cannot be made on this machine."""
    try:
        import xlsxwriter  # noqa: F401
    except ImportError:
        raise extra("XLSX", "xlsx") from None


def write_workbook(target: BinaryIO, sheets: Iterable[Sheet], title: str) -> None:
    """Write a workbook, row by row, so that memory does not grow with the rows. Raises `Missing` and OSError."""
    ready()
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    book = Workbook(target, {"constant_memory": True, "in_memory": False, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": clean(title), "created": None})
    looks = _Looks(book)
    for sheet in sheets:
        _Writer(book, sheet, looks).write()
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(*error.args) from error


class _Looks:
    """How cells look."""

    def __init__(self, book: Workbook) -> None:
        top = {"valign": "top"}
        self.head = book.add_format({**top, "bold": True, "bg_color": "#17565A", "font_color": "#FFFFFF", "text_wrap": True})
        self.plain = book.add_format(top)
        self.folded = book.add_format({**top, "text_wrap": True})
        self.day = book.add_format({**top, "num_format": "dd-mm-yyyy"})


class _Writer:
    """Writes one view, on as many sheets as it takes."""

    def __init__(self, book: Workbook, sheet: Sheet, looks: _Looks) -> None:
        self.book = book
        self.sheet = sheet
        self.looks = looks
        self.fills = {word: book.add_format({"valign": "top", "bg_color": one}) for word, one in sheet.colours.items()}

    def write(self) -> None:
        """The view."""
        page, last, number = self._page(1), 0, 1
        for row in self.sheet.rows:
            if last == MOST_ROWS:
                self._end(page, last)
                number += 1
                page, last = self._page(number), 0
            last += 1
            for index, value in enumerate(row):
                self._cell(page, last, index, value)
        self._end(page, last)

    def _page(self, number: int) -> Worksheet:
        mark = f" ({number})" if number > 1 else ""
        page = self.book.add_worksheet(_FORBIDDEN.sub(" ", self.sheet.name)[: 31 - len(mark)].strip("' ") + mark)
        page.freeze_panes(1, self.sheet.frozen)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for index, column in enumerate(self.sheet.columns):
            page.set_column(index, index, column.width)
            page.write_string(0, index, _held(column.title), self.looks.head)
        return page

    def _end(self, page: Worksheet, last: int) -> None:
        page.autofilter(0, 0, max(last, 1), max(len(self.sheet.columns) - 1, 0))

    def _cell(self, page: Worksheet, row: int, index: int, value: Value) -> None:
        if value is None:
            return
        if isinstance(value, date) and value.year >= 1900:  # a spreadsheet knows no earlier day
            page.write_datetime(row, index, value, self.looks.day)
        elif isinstance(value, int | float | Decimal) and isfinite(value):
            page.write_number(row, index, float(value), self.looks.plain)
        else:
            text = value if isinstance(value, str) else _plain(value)
            page.write_string(row, index, _held(text), self.fills.get(text) or self._look(index))

    def _look(self, index: int) -> Format:
        return self.looks.folded if self.sheet.columns[index].fold else self.looks.plain


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """A table as CSV with `;` between cells, as a Dutch Excel opens it, line by line; the first begins with a BOM."""
    yield "\ufeff" + _line(columns)
    for row in rows:
        yield _line(row)


def _line(row: Sequence[Value]) -> str:
    return ";".join(_quoted(one) if isinstance(one, str) else _plain(one) for one in row) + "\r\n"


def _quoted(value: str) -> str:
    """A text as a cell: never a formula, and never two cells."""
    text = clean(value)
    if text.lstrip(" \xa0").startswith(_STEERING):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _plain(value: date | float | Decimal | None) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value).replace(".", ",")


def _held(text: str) -> str:
    """A text as a cell of a workbook holds it."""
    text = clean(text)
    if len(text) > MOST_CHARACTERS:
        text = text[: MOST_CHARACTERS - len(CUT)] + CUT
    return text


def clean(text: str) -> str:
    """Text without characters that no spreadsheet can hold, or that turn the order of others."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in "\n\t\xa0" else "\ufffd" for one in text.replace("\r\n", "\n"))
