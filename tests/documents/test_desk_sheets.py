"""Tables for a spreadsheet: whatever the text, it stays text, in one cell, in every spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from basisondersteuning.documents.output import sheets
from basisondersteuning.documents.output.sheets import MOST_CHARACTERS, Column, Sheet, Value, clean, csv_lines, write_workbook

anything = st.text(max_size=60) | st.text(alphabet="=+-@\t\r\n;,\"' a1\x00\u202e", max_size=12)


def book(*given: Sheet, title: str = "proef") -> object:
    stream = io.BytesIO()
    write_workbook(stream, given, title)
    return load_workbook(io.BytesIO(stream.getvalue()))


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(anything, min_size=1, max_size=20))
def test_a_text_in_a_workbook_is_text(texts: list[str]) -> None:
    sheet = book(Sheet("Proef", [Column("Tekst")], [(one,) for one in texts])).worksheets[0]  # type: ignore[attr-defined]
    for row, one in enumerate(texts, 2):
        cell = sheet.cell(row, 1)
        assert cell.data_type in ("s", "n")
        assert cell.data_type == "s" or cell.value is None
        assert unescape(cell.value or "").replace("\r\n", "\n") == clean(one)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(anything, min_size=1, max_size=5))
def test_a_text_in_csv_is_one_cell_and_no_formula(texts: list[str]) -> None:
    _, line = csv_lines(["kop"] * (len(texts) + 1), [["x", *texts]])
    (row,) = csv.reader(io.StringIO(line, newline=""), delimiter=";")
    for one, text in zip(row[1:], texts, strict=True):
        assert one in (clean(text), "'" + clean(text))
        assert not one.lstrip(" \xa0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@settings(derandomize=True, max_examples=300, deadline=None)
@given(anything, st.sampled_from(";,\t"))
def test_a_text_in_csv_is_one_cell_whatever_stands_between_cells(text: str, delimiter: str) -> None:
    _, line = csv_lines(["kop"], [[text]])
    rows = list(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter))
    assert [len(one) for one in rows] in ([1], [0])


def test_numbers_and_days_are_what_they_are() -> None:
    values: list[Value] = [1, 2.5, Decimal("0.25"), date(2026, 11, 24), None, date(1066, 10, 14), Decimal("NaN"), float("inf")]
    sheet = book(Sheet("Proef", [Column("x")] * 8, [values])).worksheets[0]  # type: ignore[attr-defined]
    read = [sheet.cell(2, index).value for index in range(1, 9)]
    assert read[:3] == [1, 2.5, 0.25]
    assert read[3].date() == date(2026, 11, 24)
    assert read[4:] == [None, "1066-10-14", "NaN", "inf"]
    assert list(csv_lines(["a"], [values]))[1] == "1;2,5;0,25;2026-11-24;;1066-10-14;NaN;inf\r\n"


def test_what_does_not_fit_is_cut_and_says_so() -> None:
    sheet = book(Sheet("Proef", [Column("x")], [("a" * 40_000,), ("b" * MOST_CHARACTERS,)])).worksheets[0]  # type: ignore[attr-defined]
    assert sheet["A2"].value == "a" * (MOST_CHARACTERS - 4) + " […]"
    assert sheet["A3"].value == "b" * MOST_CHARACTERS


def test_more_rows_than_a_sheet_holds_go_on_in_a_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    made = book(Sheet("Proef", [Column("x")], [(one,) for one in range(7)]), Sheet("Leeg", [Column("x")], []))
    names = made.sheetnames  # type: ignore[attr-defined]
    assert names == ["Proef", "Proef (2)", "Proef (3)", "Leeg"]
    read = [[row[0] for row in one.iter_rows(min_row=2, values_only=True)] for one in made.worksheets]  # type: ignore[attr-defined]
    assert read == [[0, 1, 2], [3, 4, 5], [6], []]


def test_a_name_that_no_sheet_can_have_is_mended() -> None:
    made = book(Sheet("'a/b:c*[d]?\\e'" + "f" * 40, [Column("=x")], []), title="=1\x00")
    assert made.sheetnames == ["a b c  d   e'" + "f" * 17]  # type: ignore[attr-defined]
    assert made.worksheets[0]["A1"].data_type == "s"  # type: ignore[attr-defined]


def test_a_csv_opens_as_a_dutch_spreadsheet_reads_it() -> None:
    lines = list(csv_lines(["School", "Aantal"], [("De Klipper", 1.5), ("Eén; twee", None)]))
    assert lines == ["\ufeffSchool;Aantal\r\n", "De Klipper;1,5\r\n", '"Eén; twee";\r\n']
