"""The page of the key figures: every chart has its table, everyone can use it, and it is valid."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml.html import HtmlElement, document_fromstring
from playwright.sync_api import Browser

from running import Bo

from .test_html_valid import complaints
from .test_pages import RULES, SCREENS, browser, opened  # noqa: F401

HOSTILE = "'<script>alert(1)</script>&amp; {{ 7*7 }} aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'"

SPARSE = f"""soort: kengetallen
samenwerkingsverband: PO9998
naam: {HOSTILE}
tellingen:
  - {{peildatum: 2024-10-01, wat: leerlingen, onderwijs: bao, aantal: 500, bron: {HOSTILE}}}
  - {{peildatum: 2024-10-01, wat: leerlingen, onderwijs: sbo, aantal: <5, bron: {HOSTILE}}}
  - {{peildatum: 2025-10-01, wat: leerlingen, onderwijs: sbo, aantal: afgeschermd, bron: b}}
  - {{van: 2024-08-01, peildatum: 2025-07-31, wat: tlv, aantal: 9, bron: {HOSTILE}, stand: voorlopig}}
  - {{van: 2025-01-01, peildatum: 2025-07-31, wat: tlv, aantal: 4, bron: {HOSTILE}}}
  - {{peildatum: 2025-10-01, wat: op_niveau, niveau: '3', aantal: <5, gebied: school, code: 99XX00, bron: b}}
"""


def page(bo: Bo, folder: Path, name: str, *, text: str = "") -> Path:
    """A page of the examples, or of one record."""
    source = Path("kengetallen")
    if text:
        source = folder / f"{name}.yaml"
        source.write_text(text, encoding="utf-8")
    made = folder / f"{name}.html"
    assert bo("kengetallen", str(source), "--peildatum", "2026-11-24", "--out", str(made), "--fail-on", "nooit").code == 0
    return made


def tree(path: Path) -> HtmlElement:
    return document_fromstring(path.read_bytes())


def test_every_chart_is_followed_by_its_table(bo: Bo, desk: Path, tmp_path: Path) -> None:
    figures = tree(page(bo, tmp_path, "voorbeeld")).xpath("//figure")
    assert len(figures) == 4
    for one in figures:
        (table,) = one.getnext().xpath(".//table")
        years = {word for word in one.xpath(".//*[local-name()='text']/text()") if word.isdecimal() and len(word) == 4}
        days = " ".join(table.xpath(".//tbody//th//text()"))
        assert years
        assert all(year in days for year in years)


def test_it_says_what_was_judged_and_what_was_not(bo: Bo, desk: Path, tmp_path: Path) -> None:
    text = " ".join(tree(page(bo, tmp_path, "voorbeeld")).text_content().split())
    assert "Let op. In deze bestanden staan verzonnen cijfers, als voorbeeld." in text
    assert "Deelname aan SO op 1 oktober 2025: aandacht" in text
    assert "Deelname aan SBO is beoordeeld volgens vensters (sbo gedeeld door bao + sbo)." in text
    assert "1-10-2011 is niet te vergelijken" in text


def test_text_of_a_record_stays_text(bo: Bo, desk: Path, tmp_path: Path) -> None:
    made = tree(page(bo, tmp_path, "vijandig", text=SPARSE))
    assert made.xpath("//script") == []
    assert "<script>alert(1)</script>&amp; {{ 7*7 }}" in made.text_content()


def test_periods_of_unequal_length_are_not_drawn_as_a_line(bo: Bo, tmp_path: Path) -> None:
    year = "  - {van: %s-08-01, peildatum: %s-07-31, wat: tlv, aantal: 9, bron: b}\n"
    head = "soort: kengetallen\nsamenwerkingsverband: PO9998\ntellingen:\n" + year % (2022, 2023) + year % (2023, 2024)
    half = "  - {van: 2024-08-01, peildatum: 2024-12-31, wat: tlv, aantal: 4, bron: b}\n"
    assert len(tree(page(bo, tmp_path, "gelijk", text=head)).xpath("//figure")) == 1
    assert tree(page(bo, tmp_path, "ongelijk", text=head + half)).xpath("//figure") == []


@pytest.mark.needs("java")
def test_the_pages_are_valid(bo: Bo, desk: Path, tmp_path: Path) -> None:
    pages = {f"{name}.html": page(bo, tmp_path, name, text=text) for name, text in (("gewoon", ""), ("karig", SPARSE))}
    folder = tmp_path / "los"
    folder.mkdir()
    assert complaints(folder, {name: path.read_text("utf-8") for name, path in pages.items()}) == []


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("text", ["", SPARSE], ids=["gewoon", "karig"])
def test_everyone_can_use_it(bo: Bo, desk: Path, tmp_path: Path, browser: Browser, text: str, screen: str) -> None:  # noqa: F811
    path = page(bo, tmp_path, "blad", text=text)
    opened_page, asked, said = opened(browser, path, screen)
    assert [one for one in asked if not one.startswith("data:")] == [path.as_uri()]
    assert said == []
    assert opened_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sticking_out = opened_page.evaluate(
        "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 0.5"
        " && !one.closest('[role=region]')).map(one => one.tagName + '.' + one.className)"
    )
    assert sticking_out == []
    found = Axe().run(opened_page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    opened_page.context.close()
