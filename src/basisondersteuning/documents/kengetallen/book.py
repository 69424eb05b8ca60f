"""The key figures as a workbook: a sheet for each view. Numbers are numbers, with the lowest and the highest apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import BinaryIO

from ...swv.kengetallen.data import CSV_HEAD, csv_rows
from ...swv.kengetallen.report import Report
from ...swv.kengetallen.tables import norm_table
from ...swv.kengetallen.words import LEGEND, heading, opening, summary
from ..output.sheets import Column, Sheet, Value, write_workbook

COLOURS = {
    "voldaan": "#DDEFE3",
    "aandacht": "#FBE3C0",
    "onbekend": "#E3E6E8",
    "oordeel nodig": "#DDE6F5",
    "niet beoordeeld": "#E3E6E8",
}
"""The fill of a cell with a verdict; the word says the same."""

_WIDE = {"wat": 34, "waaruit": 34, "bron": 34, "uitsplitsing": 22, "landelijk": 16, "oordeel": 18, "gebied": 22}


def write_book(report: Report, target: BinaryIO) -> None:
    """Write the workbook. Raises `Missing` when that cannot be done on this machine, and OSError."""
    write_workbook(target, _sheets(report), heading(report))


def _sheets(report: Report) -> Iterator[Sheet]:
    about: list[tuple[Value, ...]] = [("", one) for one in opening(report)]
    about += [(name, f"{rate}, {status}") for name, rate, status in summary(report)]
    about += [("Leeswijzer", one) for one in LEGEND]
    yield Sheet("Overzicht", (Column("Wat", 44, fold=True), Column("Stand", 80, fold=True)), about)
    rows = list(csv_rows(report))
    yield _of("procent", "Deelname", ("van", "uitsplitsing", "eenheid"), rows)
    yield _of("aantal", "Aantallen", ("definitie", "eenheid", "vorige", "nulmeting", "landelijk"), rows)
    norms = norm_table(report)
    widths = (12, 70, 34, 18)
    columns = [Column(name, width, fold=True) for name, width in zip(norms.head, widths, strict=True)]
    yield Sheet("Normen", columns, norms.rows, COLOURS)
    yield Sheet(
        "Bevindingen",
        (
            Column("Ernst", 14), Column("Code", 10), Column("Bevinding", 70, fold=True), Column("Wat te doen", 70, fold=True),
            Column("Bestand", 40, fold=True), Column("Regel", 8), Column("Bron", 40, fold=True), Column("Aan zet", 24),
        ),
        [
            (
                one.severity.value, one.code, one.message, one.remedy, one.place.shown_file, one.place.line or None,
                one.norm.source if one.norm else None, one.norm.role.replace("_", " ") if one.norm else None,
            )
            for one in report.findings
        ],
    )  # fmt: skip


def _of(unit: str, name: str, left_out: Sequence[str], rows: Sequence[Sequence[Value]]) -> Sheet:
    """The rows of the flat table with one unit, without columns that are empty there."""
    keep = [index for index, one in enumerate(CSV_HEAD) if one not in left_out]
    columns = [
        Column(CSV_HEAD[one].capitalize(), _WIDE.get(CSV_HEAD[one], 12), fold=CSV_HEAD[one] in ("waaruit", "bron"))
        for one in keep
    ]
    kept = [row for row in rows if row[CSV_HEAD.index("eenheid")] == unit]
    return Sheet(name, columns, [tuple(_value(CSV_HEAD[one], row[one]) for one in keep) for row in kept], COLOURS)


def _value(name: str, cell: Value) -> Value:
    """Days as days, so that a spreadsheet can sort them."""
    return date.fromisoformat(cell) if name in ("van", "peildatum") and isinstance(cell, str) else cell
