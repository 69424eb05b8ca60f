"""A list of results as a school keeps it in a spreadsheet, saved as CSV: a row a pupil, a column a field."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...findings.catalogue import daily as codes
from ...findings.catalogue import reading
from ...findings.code import Code
from ...findings.finding import Finding, Place
from ...records.nearmiss import nearest
from ...records.source import Source
from .kinds import Kind
from .texts import read_text

PUPIL = "leerling"
"""The column with the id of the pupil."""

NAMES = ("naam", "roepnaam", "voornaam", "achternaam", "tussenvoegsel", "naam_leerling", "leerlingnaam")
"""Columns in which a school keeps who a pupil is."""

_OTHER = {
    **dict.fromkeys(("id", "kenmerk", "leerlingnummer", "leerling_id", "leerlingkenmerk", "nummer"), PUPIL),
    **dict.fromkeys(("score", "resultaat", "uitslag", "cijfer", "percentage", "punten"), "waarde"),
}
"""What schools also call a column."""


class Cell(NamedTuple):
    """One cell, with where it stands."""

    text: str
    place: Place


class Row(NamedTuple):
    """What the list says of one pupil: the cells that are filled in, by the name of their field."""

    pupil: Cell
    cells: dict[str, Cell]
    line: int


class Sheet(NamedTuple):
    """A list that was read. `findings` is what is wrong with it; rows with something wrong are not among `rows`.

    `passed` are the columns with names of children, which are not read.
    """

    fields: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    passed: tuple[str, ...] = ()


class _Line(NamedTuple):
    cells: list[Cell]
    line: int


def read_sheet(path: str, kind: Kind, own: Sequence[str] = ()) -> Sheet:
    """Read a list with `;`, `,` or tabs between the cells, in UTF-8 or as Excel on Windows saves it.

    A column `naam` holds names of children, unless the user named it as one of the fields that differ, `own`.
    """
    got = read_text(path)
    if isinstance(got, Finding):
        return Sheet((), (), (got,))
    findings: list[Finding] = []
    if got.odd is not None:
        before = got.source.data[: got.odd].decode("cp1252").splitlines() or [""]
        findings.append(codes.LIST_ENCODING.at(_place(got.source, len(before) - 1, len(before[-1]), 0, got.text.splitlines())))
    lines = [one for one in _lines(got.source, got.text, findings) if one.cells]
    if not lines:
        return Sheet((), (), (*findings, reading.EMPTY.at(Place(path))))
    names = _names(lines[0], kind, own, findings)
    if PUPIL not in names:
        return Sheet((), (), tuple(findings))
    for column, cell in enumerate(lines[0].cells):
        filled = next((one.cells[column] for one in lines[1:] if len(one.cells) > column and one.cells[column].text), None)
        if not cell.text and filled is not None:
            findings.append(codes.LIST_COLUMN.at(filled.place, "Boven deze kolom staat geen veld."))
    fields = tuple(one for one in names if one and one != PUPIL)
    passed = tuple(one for cell in lines[0].cells if (one := _key(cell)) in NAMES and one not in names)
    return Sheet(fields, tuple(_rows(lines[1:], names, findings)), tuple(findings), passed)


def _names(head: _Line, kind: Kind, own: Sequence[str], findings: list[Finding]) -> list[str]:
    """The field of each column; empty where it is none."""
    options = [PUPIL, *(name for name in kind.fields if name != PUPIL)]
    names: list[str] = []
    for cell in head.cells:
        name = _key(cell)
        if not name or (name in NAMES and name not in own):
            name = ""
        elif name not in options:
            other = _OTHER.get(name)
            meant = other if other in options else nearest(name, options)
            remedy = f"Bedoelde u `{meant}`?" if meant else f"Bij deze soort horen: {', '.join(options)}."
            findings.append(codes.LIST_COLUMN.at(cell.place, "Dit veld bestaat niet.", remedy=remedy, suggestion=meant))
            name = ""
        elif name in names:
            findings.append(codes.LIST_COLUMN.at(cell.place, "Deze kolom staat er twee keer."))
            name = ""
        names.append(name)
    if PUPIL not in names:
        findings.append(codes.LIST_COLUMN.at(head.cells[0].place, "De kolom `leerling` ontbreekt."))
    return names


def _key(cell: Cell) -> str:
    return "_".join(cell.text.lower().split())


def _rows(lines: Sequence[_Line], names: Sequence[str], findings: list[Finding]) -> Iterator[Row]:
    for line in lines:
        if (beyond := next((one for one in line.cells[len(names) :] if one.text), None)) is not None:
            findings.append(codes.LIST_FORM.at(beyond.place))
            continue
        found = {name: cell for name, cell in zip(names, line.cells, strict=False) if name and cell.text}
        pupil = found.pop(PUPIL, None)
        if pupil is not None:
            yield Row(pupil, found, line.line)
        elif found:
            findings.append(codes.LIST_EMPTY.at(line.cells[0].place, "Bij deze regel staat geen leerling."))


def _lines(source: Source, text: str, findings: list[Finding]) -> Iterator[_Line]:
    """The rows of the list, without empty ones; reading stops where quotes do not close."""
    given = text.splitlines()
    skip = 1 if given and given[0].lower().startswith("sep=") else 0
    sign = given[0][4:5] or ";" if skip else _separator(given)
    reader = csv.reader((f"{one}\n" for one in given[skip:]), delimiter=sign, strict=True)
    before = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            findings.append(
                codes.LIST_FORM.at(_place(source, skip + before, 0, 0, given), "Ergens sluit een aanhalingsteken niet.")
            )
            return
        if cells is None:
            return
        line, before = skip + before, reader.line_num
        if any(one.strip() for one in cells):
            spans = list(_spans(given[line], sign))
            edges = [*spans, *[(0, 0)] * (len(cells) - len(spans))]
            placed = [Cell(one.strip(), _place(source, line, *edges[at], given)) for at, one in enumerate(cells)]
            yield _Line(placed, line + 1)


def _separator(given: Sequence[str]) -> str:
    head = given[0] if given else ""
    return max(";,\t", key=head.count) if any(one in head for one in ";,\t") else ";"


def _place(source: Source, line: int, start: int, end: int, given: Sequence[str]) -> Place:
    text = given[line] if line < len(given) else ""
    return Place(source.name, line + 1, start + 1, max(end - start, 1), text)


def _spans(text: str, sign: str) -> Iterator[tuple[int, int]]:
    """Where each cell of a line stands."""
    start, quoted = 0, False
    for index, one in enumerate(text):
        if one == '"':
            quoted = not quoted
        elif one == sign and not quoted:
            yield start, index
            start = index + 1
    yield start, len(text)


def cell_finding(code: Code, cell: Cell, message: str = "", pupil: str | None = None) -> Finding:
    """A finding at a cell; `message` begins with a small letter, as complaints about an answer do."""
    return code.at(cell.place, f"{message[:1].upper()}{message[1:]}", subject=pupil)
