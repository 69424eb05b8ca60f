"""The workbook of a run: five views that can be filtered, and no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from basisondersteuning.documents.desk.words import NO_OCCASION, STATE, STATUS
from basisondersteuning.documents.desk.workbook import write_book
from basisondersteuning.findings.finding import Finding, Place, Related, Severity
from basisondersteuning.swv.desk.run import Run, Tally
from basisondersteuning.swv.desk.state import state_of

from .desk_made import HOSTILE, run_of
from .reading import opened_in_libreoffice

NAMES = ["Scholen", "Overzicht", "Matrix", "Bevindingen", "Ontbrekend", "Regels", "Toelichting"]


def book_of(run: Run) -> Workbook:
    stream = io.BytesIO()
    write_book(run, stream)
    return load_workbook(io.BytesIO(stream.getvalue()))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows, each by its headings."""
    heads, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), one, strict=True)) for one in others]


def test_each_view_is_a_sheet_with_a_filter_and_heads_that_stay() -> None:
    book = book_of(run_of())
    assert book.sheetnames == NAMES
    for sheet in book.worksheets:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes in ("C2", "B2", "A2")
        heads = [one.value for one in sheet[1]]
        assert len(set(heads)) == len(heads)


def test_the_overview_counts_what_the_matrix_says() -> None:
    run = run_of(23, 9)
    book = book_of(run)
    overview, matrix = rows(book["Overzicht"]), rows(book["Matrix"])
    sops = [one for one in run.results() if one.kind == "sop"]
    assert len(overview) == len(matrix) == len(sops)
    words = [one.woord for one in (*STATUS.values(), NO_OCCASION)]
    for counted, said, one in zip(overview, matrix, sops, strict=True):
        assert counted["SOP"] == said["SOP"] == STATE[state_of(one) or ""].woord
        cells = [said[rule.code] for rule in run.rules]
        if one.sop is None:
            assert cells == [None] * 9
            assert [counted[word.capitalize()] for word in words] == [None] * len(words)
        else:
            assert cells == [(NO_OCCASION if each.status is None else STATUS[each.status]).woord for each in one.sop.cells]
            assert [counted[word.capitalize()] for word in words] == [cells.count(word) for word in words]
        assert counted["Meldingen"] == len(one.findings)
        assert counted["Bestand"] == one.path


def test_every_finding_is_a_row_with_its_rule_beside_it() -> None:
    run = run_of(23, 9)
    found = rows(book_of(run)["Bevindingen"])
    expected = [*run.across, *(each for one in run.results() for each in one.findings)]
    assert [(one["Code"], one["Bestand"], one["Regelnummer"]) for one in found] == [
        (one.code, one.place.file, one.place.line) for one in expected
    ]
    for row, one in zip(found, expected, strict=True):
        assert (row["Melding"], row["Wat u doet"], row["Ernst"]) == (one.message, one.remedy, one.severity.value)
        assert row["Waarom"]
        assert row["Regel"]
        assert row["School of leerling"] == one.subject
        if one.norm is not None:
            assert (row["Regel"], row["Bron"], row["Wie"]) == (one.norm.title, one.norm.source, one.norm.role)
            assert (row["Uiterlijk"] is not None) == (one.norm.due is not None)


def test_colours_only_repeat_words() -> None:
    book = book_of(run_of())
    fills = {}
    for row in book["Matrix"].iter_rows(min_row=2, min_col=6):
        for cell in row:
            if cell.value is not None:
                fills.setdefault(cell.fill.fgColor.rgb if cell.fill.fill_type else "", set()).add(cell.value)
    assert len(fills) > 4
    fine = next(words for words in fills.values() if "voldaan" in words)
    assert fine == {"voldaan", "te laat voldaan"}
    assert "geen aanleiding" in fills[""]


def test_who_sent_nothing_and_the_rules() -> None:
    run = run_of(23, 9)
    book = book_of(run)
    assert [(one["School"], one["Schooljaar"]) for one in rows(book["Ontbrekend"])] == [("99ZZ00", "2026-2027")]
    said = rows(book["Regels"])
    assert [one["Code"] for one in said] == [one.code for one in run.rules]
    judged = sum(one.sop is not None for one in run.results())
    for row in said:
        assert sum(int(str(row[one.woord.capitalize()])) for one in (*STATUS.values(), NO_OCCASION)) == judged


def test_what_is_not_there_is_said() -> None:
    book = book_of(run_of(complete=False, judged=False, tally=Tally(known=2)))
    assert book.sheetnames == ["Toelichting", *NAMES[:-1]]
    said = " ".join(str(one["Uitleg"]) for one in rows(book["Toelichting"]))
    for words in ("afgebroken", "niet te openen", "2 meldingen waren al bekend"):
        assert words in said
        assert words not in str(rows(book_of(run_of())["Toelichting"]))


def test_the_text_of_a_record_only_where_it_was_asked_for(tmp_path: Path) -> None:
    record = tmp_path / "sop.yaml"
    record.write_text("soort: sop\nschool: 99XX00\n", encoding="utf-8")
    other = Related(Place("b.yaml", 3, 1), "het andere bestand")
    found = Finding("BO801", Severity.FOUT, Place(str(record), 2, 1, text=""), "Fout.", "Kies.", (other,), "99XX00")
    run = run_of(1, 1, across=(found,))
    first = rows(book_of(run)["Bevindingen"])[0]
    assert "Fragment" not in first
    assert first["Zie ook"] == "het andere bestand: b.yaml, regel 3"
    assert rows(book_of(replace(run, excerpts=True))["Bevindingen"])[0]["Fragment"] == "school: 99XX00"


def test_no_cell_is_a_formula_or_a_link() -> None:
    book = book_of(run_of(13, 6, texts=HOSTILE))
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n", "d"}
    assert not [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert not any(sheet.data_validations.dataValidation for sheet in book.worksheets)
    names = [str(one["Naam"]) for one in rows(book["Overzicht"])]
    assert names[0] == "=1+1"
    assert names[5] == "</script><script>alert(1)</script>"
    assert names[7] == "\ufffdgnirts\ufffd"
    assert names[8] == "bel\ufffd en \ufffdniets"
    long = rows(book_of(run_of(1, 1, texts=HOSTILE[10:11]))["Overzicht"])[0]["Naam"]
    assert str(long).endswith(" […]")
    assert len(str(long)) == 32_000


@pytest.mark.needs("libreoffice", "calc")
def test_others_open_it_and_calculate_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rapport.xlsx"
    with path.open("wb") as file:
        write_book(run_of(13, 6, texts=HOSTILE), file)
    form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"  # every sheet, in UTF-8
    read = opened_in_libreoffice(tmp_path, [path], form)
    assert set(read) == {f"rapport-{one}" for one in NAMES}
    table = list(csv.reader(read["rapport-Overzicht"].read_text("utf-8").splitlines(), delimiter=";"))
    names = [one[1] for one in table[1:]]
    assert names[:4] == list(HOSTILE[:4])
    assert names[5] == HOSTILE[5]
    assert names[12] == HOSTILE[12]
    assert table[1][4] == "niet op orde"
