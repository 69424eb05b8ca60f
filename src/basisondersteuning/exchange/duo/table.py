"""One CSV file as DUO publishes it, read row by row: `;` between the cells, quotes where needed, windows-1252."""

from __future__ import annotations

import csv
import os
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from ...findings.catalogue import desk as codes
from ...findings.catalogue import reading
from ...findings.finding import Finding, Place

MOST_BYTES = 512 * 1024 * 1024
"""A file of all schools of the country is a few megabytes; what is larger than this is not read. A setting of `bo`."""

MOST_IN_A_LINE = 100_000
"""Bytes in one line; a row of DUO has a few hundred."""

_NO_CSV = {
    b"\xff\xfe": "Dit bestand is als UTF-16 opgeslagen, niet als CSV zoals DUO die geeft.",
    b"\xfe\xff": "Dit bestand is als UTF-16 opgeslagen, niet als CSV zoals DUO die geeft.",
    b"PK\x03\x04": "Dit is een werkblad of een ingepakt bestand, geen CSV.",
}
_LONG, _BEFORE = 4000, 1000
_OTHERS = ",\t|"
_SEPARATOR_LINE = "sep="
"""How the line begins in which a worksheet names its separator, before all others."""


class Row(NamedTuple):
    """One row: its cells, the line on which it begins (from 1) and the text of that line."""

    cells: list[str]
    line: int
    text: str


class _Unreadable(Exception):
    """The file is no table from here on; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


class Table:
    """An open file. Read `header` first, then `rows`; each gives what is wrong as a finding."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.names: list[str] = []
        self.resaved = False
        self._encoding = "cp1252"
        self._number = 0
        self._begin: tuple[int, str] | None = None

    def header(self, file: BinaryIO) -> Row | Finding:
        """The row with the names of the columns; a finding when this is no CSV of DUO."""
        start = file.read(4)
        for sign, message in _NO_CSV.items():
            if start.startswith(sign):
                return codes.DUO_NO_CSV.at(Place(self.path), message)
        file.seek(0)
        if start.startswith(BOM_UTF8):
            file.seek(len(BOM_UTF8))
            self.resaved, self._encoding = True, "utf-8"
        self._reader = csv.reader(self._lines(file), delimiter=";", strict=True)
        rows = self._read()
        first = next(rows, None)
        if isinstance(first, Row) and first.text.strip().lower() == f"{_SEPARATOR_LINE};":
            self.resaved = True
            first = next(rows, None)
        if first is None:
            return codes.DUO_EMPTY.at(Place(self.path), "Dit bestand is leeg.")
        if (at := self._other_separator(first)) is not None:
            return codes.DUO_SEPARATOR.at(self.place(self._row([]), at=at))
        if isinstance(first, Row):
            self.names = first.cells
        return first

    def _other_separator(self, first: Row | Finding) -> int | None:
        """Where the first line has another separator; None when it has the right one, or none at all."""
        text = self._row([]).text
        if (isinstance(first, Row) and len(first.cells) > 1) or ";" in text:
            return None
        other = max(_OTHERS, key=text.count)
        enough = 0 if text.lower().startswith(_SEPARATOR_LINE) else 1
        return text.index(other) if text.count(other) > enough else None

    def rows(self) -> Iterator[Row | Finding]:
        """The rows after the header. A row with more or fewer cells is a finding, and so is where reading has to stop."""
        for row in self._read():
            if isinstance(row, Row) and len(row.cells) != len(self.names):
                yield codes.DUO_RAGGED.at(
                    self.place(row), f"Deze rij heeft {len(row.cells)} cellen; de kop van het bestand heeft er {len(self.names)}."
                )
            else:
                yield row

    def place(self, row: Row, cell: int | None = None, at: int = 0) -> Place:
        """The place of a cell of a row (from 0), or of a character of its line."""
        start, end = _span(row.text, cell) if cell is not None else (at, at + 1)
        if len(row.text) <= _LONG:
            return Place(self.path, row.line, start + 1, max(end - start, 1), row.text)
        begin = max(start - _BEFORE, 0)
        return Place(self.path, row.line, start + 1, max(end - start, 1), row.text[begin : begin + _LONG], begin)

    def _read(self) -> Iterator[Row | Finding]:
        while True:
            self._begin = None
            try:
                cells = next(self._reader, None)
            except _Unreadable as error:
                yield error.finding
                return
            except csv.Error:
                yield codes.DUO_NO_CSV.at(
                    self.place(self._row([])), "De aanhalingstekens kloppen niet: ergens sluit een cel niet goed."
                )
                return
            if cells is None:
                return
            if cells:
                yield self._row(cells)

    def _row(self, cells: list[str]) -> Row:
        return Row(cells, *(self._begin or (self._number, "")))

    def _lines(self, file: BinaryIO) -> Iterator[str]:
        while data := file.readline(MOST_IN_A_LINE + 1):
            self._number += 1
            if self._number == 1 and b"\r" in data.rstrip(b"\r\n"):
                message = "De regels eindigen hier op een teken waarmee `bo` geen regels leest."
                raise _Unreadable(codes.DUO_NO_CSV.at(Place(self.path, 1, 1), message))
            if len(data) > MOST_IN_A_LINE:
                raise _Unreadable(codes.DUO_TOO_LARGE.at(Place(self.path, self._number, 1), "Deze regel is veel te lang."))
            if b"\x00" in data:
                raise _Unreadable(
                    codes.DUO_NO_CSV.at(Place(self.path, self._number, 1), "Hier staan tekens die geen tekst zijn.")
                )
            line = data.decode(self._encoding, "replace")
            self._begin = self._begin or (self._number, line.rstrip("\r\n"))
            yield line


def _span(text: str, cell: int) -> tuple[int, int]:
    """Where a cell stands in a line; of a cell that runs over lines it is only about right."""
    start, number, quoted = 0, 0, False
    for index, one in enumerate(text):
        if one == '"':
            quoted = not quoted
        elif one == ";" and not quoted:
            if number == cell:
                return start, index
            number, start = number + 1, index + 1
    return (start, len(text)) if number == cell else (0, 1)


def opened(path: str) -> BinaryIO | Finding:
    """Open a file for reading, or say why not; never waits on a pipe or a device."""
    where = Place(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError):
        return reading.NOT_FOUND.at(where)
    except PermissionError:
        return _no_file(path) if os.path.isdir(path) else reading.NO_ACCESS.at(where)
    except (OSError, ValueError):
        return reading.READ_ERROR.at(where)
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
        os.close(handle)
        return codes.DUO_TOO_LARGE.at(where) if stat.S_ISREG(status.st_mode) else _no_file(path)
    return open(handle, "rb")


def _no_file(path: str) -> Finding:
    message = "Dit is een map, geen CSV-bestand." if os.path.isdir(path) else "Dit is geen gewoon bestand, dus geen CSV-bestand."
    return reading.NOT_A_FILE.at(Place(path), message, remedy="Geef het CSV-bestand zelf, zoals u het bij DUO binnenhaalde.")
