"""The coverage of a region as a page and as a workbook: everyone can use it, and nothing of a record becomes more than text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml.html import document_fromstring
from openpyxl import load_workbook
from playwright.sync_api import Browser

from basisondersteuning.documents.dekking.page import write_page
from basisondersteuning.documents.dekking.workbook import write_book
from basisondersteuning.findings.finding import Finding, Place, Severity
from basisondersteuning.swv.dekking.coverage import Coverage
from basisondersteuning.swv.dekking.findings import findings_of
from basisondersteuning.swv.dekking.gather import Region, Supply, coverage_of
from basisondersteuning.swv.dekking.profile import Unusable
from dekking_made import SIX, profile, region, supply

from .desk_made import HOSTILE
from .reading import opened_in_libreoffice
from .test_html_valid import complaints
from .test_pages import RULES, SCREENS, browser, opened  # noqa: F401

YEAR = "2026-2027"
SHEETS = ["Dekking", "Gebieden", "Deskundigheid", "Besturen", "Interventies", "Voorzieningen", "Schooljaren", "Veranderd"]
SHEETS += ["Bevindingen", "Toelichting"]


def made(texts: Sequence[str] = ("Leeshulp", "Plusgroep")) -> tuple[Coverage, list[Finding]]:
    """A region of four schools over two years, one with a broken SOP and one without; names are the texts."""
    acts = [(one, "preventief", "dyslexie") for one in texts]
    facilities = [(one, "expertise") for one in texts]
    held = supply(
        profile("99XX00", "2025-2026", experts=[("gedrag", "extern")], name=texts[0], board=texts[1]),
        profile("99XX00", acts=acts, facilities=facilities, name=texts[0], board=texts[1]),
        profile("99XY00", experts=[(one, "in_school") for one in SIX[:4]]),
    ).take([Unusable(Place("99XZ00.yaml", 3, 1), "99XZ00", YEAR)])
    over = region("99XX00", "99XY00", "99XZ00", "99YA00", catalogue=[*SIX, "jeugdgezondheid"], names=texts)
    coverage = coverage_of(held, over, YEAR)
    return coverage, findings_of(coverage, held, over, "sops", whole=True)


def page_of(coverage: Coverage, findings: Sequence[Finding], *, complete: bool = True) -> str:
    stream = io.BytesIO()
    write_page(coverage, findings, stream, complete=complete)
    return stream.getvalue().decode()


CASES = {
    "gewoon": made(),
    "vijandig": made(HOSTILE),
    "leeg": (coverage_of(Supply(), Region(), YEAR), []),
}


def test_each_cell_says_in_words_where_expertise_is() -> None:
    tree = document_fromstring(page_of(*made()))
    rows = {" ".join(row.xpath("th")[0].text_content().split()): row for row in tree.xpath("//table[@class='dekking']//tr[td]")}
    words = {name: [cell.text_content() for cell in row.xpath("td//span[@class='hear']")] for name, row in rows.items()}
    assert words["99XX00Leeshulp"] == [*["van buiten"] * 6, "niet genoemd"]
    assert words["99XY00School 99XY00"] == [*["in de school"] * 4, *["niet genoemd"] * 3]
    assert words["99XZ00School 99XZ00 SOP met fouten"] == ["SOP met fouten"] * 7
    assert words["99YA00School 99YA00 geen SOP"] == ["geen SOP"] * 7


def test_the_page_says_what_is_missing_and_what_changed() -> None:
    text = " ".join(document_fromstring(page_of(*made())).text_content().split())
    assert "Jeugdgezondheid (lijst van het samenwerkingsverband): geen enkele school met een SOP noemt het." in text
    assert "Van 2025-2026 naar 2026-2027" in text
    assert "Hoogbegaafdheid erbij (van buiten)" in text
    assert "onderbroken" not in text
    assert "Het lezen is onderbroken" in page_of(*made(), complete=False)


@pytest.mark.parametrize("name", CASES)
def test_nothing_of_a_record_becomes_markup(name: str) -> None:
    page = page_of(*CASES[name])
    tree = document_fromstring(page.encode())
    assert not tree.xpath("//script | //img | //*[@onerror] | //*[@style]")
    assert "\u202e" not in page


@pytest.mark.needs("java")
def test_the_page_is_valid_html(tmp_path: Path) -> None:
    assert complaints(tmp_path, {f"{name}.html": page_of(*case) for name, case in CASES.items()}) == []


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", CASES)
def test_everyone_can_use_it(browser: Browser, tmp_path: Path, name: str, screen: str) -> None:  # noqa: F811
    path = tmp_path / "dekking.html"
    path.write_text(page_of(*CASES[name]), encoding="utf-8")
    page, asked, said = opened(browser, path, screen)
    assert [one for one in asked if not one.startswith("data:")] == [path.as_uri()]
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    page.context.close()


@pytest.mark.parametrize("name", CASES)
def test_no_cell_of_the_workbook_is_calculated(name: str) -> None:
    stream = io.BytesIO()
    write_book(*CASES[name], stream)
    book = load_workbook(io.BytesIO(stream.getvalue()))
    assert book.sheetnames == SHEETS
    assert all(cell.data_type != "f" and cell.hyperlink is None for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_workbook_has_a_row_a_school_and_a_column_an_area() -> None:
    coverage, findings = made()
    stream = io.BytesIO()
    write_book(coverage, findings, stream)
    heads, *rows = load_workbook(io.BytesIO(stream.getvalue()))["Dekking"].iter_rows(values_only=True)
    assert len(heads) == 5 + len(coverage.areas)
    assert [row[0] for row in rows] == [one.code for one in coverage.schools]
    assert rows[3][4:] == ("geen SOP",) * 8


@pytest.mark.needs("calc")
def test_the_workbook_opens_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "dekking.xlsx"
    with path.open("wb") as file:
        write_book(*made(), file)
    shown = opened_in_libreoffice(tmp_path, [path], "csv:Text - txt - csv (StarCalc):59,34,76")["dekking"].read_text("utf-8")
    assert "School 99XY00" in shown
    assert "van buiten" in shown


def test_a_finding_keeps_its_place() -> None:
    finding = Finding("BO876", Severity.ADVIES, Place("sops/x.yaml", 3, 1), "Iets.", "Doe iets.")
    assert "sops/x.yaml:3:1" in page_of(made()[0], [finding])
