"""The page of a caseload: in a real browser, by keyboard, on a phone, without a script and on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml.html import document_fromstring
from playwright.sync_api import Browser, Page

from basisondersteuning.casework.overview.board import Board, When
from basisondersteuning.casework.overview.choice import Choice
from basisondersteuning.casework.overview.words import ABOVE, LATE, READY, SOON, when_words
from basisondersteuning.documents.overview.page import page as html
from basisondersteuning.documents.templating.house import House
from conftest import program
from running import Bo

from .overview_made import DAY, HOSTILE, LEVELS, example_board, many
from .test_html_valid import complaints
from .test_pages import RULES, browser, opened  # noqa: F401

EMPTY = Board.of((), DAY, LEVELS, "proef-2026")
BOARDS = {"voorbeelden": example_board(), "vijandig": many(11, HOSTILE, level="2"), "leeg": EMPTY}
for_a_role = example_board(Choice(audience="groepsleerkracht", groups=(4,)))


def saved(folder: Path, board: Board) -> Path:
    path = folder / "overzicht.html"
    path.write_text(html(board), encoding="utf-8")
    return path


def seen(page: Page) -> list[str]:
    """The pupils on the board that are to be seen."""
    return page.locator(".card:not(.off) .id").all_text_contents()


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(page.evaluate("location.hash.slice(1)"))


def test_everything_in_view_stands_on_the_page() -> None:
    board = example_board()
    tree = document_fromstring(html(board).encode())
    for code, cards in board.columns.items():
        shown = tree.xpath(f"//li[contains(@class, 'card')][ancestor::section[@data-niveau='{code}']]//a/@href")
        assert len(shown) == len(cards)
    for when, found in board.due.items():
        rows = tree.xpath(f"//details[@id='w-{when}']//tbody/tr")
        assert len(rows) == len(found)
        if found:
            assert when_words(when, DAY) in tree.xpath(f"string(//details[@id='w-{when}']//h3)")
    anchors = set(tree.xpath("//@id"))
    assert {one[1:] for one in tree.xpath("//a/@href")} <= anchors
    for card in board.cards:
        (person,) = tree.xpath(f"//details[starts-with(@id, 'p-')][contains(summary, '{card.pupil}')]")
        words = " ".join(person.text_content().split())
        assert card.pupil in words
        assert all(f"{one.rule} {one.title}" in words and one.action in words for one in card.duties)
        assert all(f"{one.rule} {one.title}: tot en met" in words for one in card.waivers)
        assert len(person.xpath(".//ul[@class='duties']/li")) == len(card.duties)
    reasons = tree.xpath("string(//section[@id='regels'])")
    assert all(one.why in reasons for card in board.cards for one in card.duties)


@pytest.mark.needs("java")
def test_the_page_is_valid(tmp_path: Path) -> None:
    pages = {f"{name}.html": html(board) for name, board in BOARDS.items()} | {"rol.html": html(for_a_role)}
    assert complaints(tmp_path, pages) == []


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(
    ("name", "screen"),
    [("voorbeelden", "telefoon"), ("vijandig", "donker")],
)
def test_everyone_can_use_it(browser: Browser, tmp_path: Path, name: str, screen: str) -> None:  # noqa: F811
    path = saved(tmp_path, BOARDS[name])
    page, asked, said = opened(browser, path, screen)
    assert [one for one in asked if not one.startswith("data:")] == [path.as_uri()]
    assert said == []
    page.evaluate("document.querySelectorAll('.person').forEach((one, index) => { if (index < 3) one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sticking_out = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 0.5"
        " && !one.closest('[role=region]') && !one.closest('svg')).map(one => one.tagName + '.' + one.className)"
    )
    assert sticking_out == []
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => Number(one.tagName[1]))")
    assert levels.count(1) == 1
    page.context.close()


@pytest.mark.needs("chromium")
def test_a_choice_by_keyboard_stays_in_the_address(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    board = many(40)
    path = saved(tmp_path, board)
    page, _, said = opened(browser, path, "bureau")
    everyone = seen(page)
    assert len(everyone) == 40
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    while page.evaluate("document.activeElement.id") != "f-zoek":
        page.keyboard.press("Tab")
    page.keyboard.type("KIND1")
    assert len(seen(page)) == 11
    page.keyboard.press("Tab")
    page.keyboard.type("groep 3")
    chosen = sorted(one.pupil for one in board.cards if one.group == 3 and "Kind1" in str(one.name))
    assert sorted(seen(page)) == chosen
    assert page.locator("#f-aantal").inner_text().startswith(f"{len(chosen)} van 40 leerlingen")
    assert state(page) == {"bij": ["inhoud"], "zoek": ["KIND1"], "groep": ["3"]}
    page.reload()
    assert sorted(seen(page)) == chosen
    assert page.locator("#f-zoek").input_value() == "KIND1"
    page.locator("#f-alles").press("Enter")
    assert sorted(seen(page)) == sorted(everyone)
    assert page.evaluate("location.hash") == ""
    assert said == []
    page.context.close()


@pytest.mark.needs("chromium")
def test_duties_are_chosen_by_role_and_by_week(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    board = many(40)
    page, _, said = opened(browser, saved(tmp_path, board), "bureau")
    page.select_option("#f-rol", "groepsleerkracht")
    page.select_option("#f-wanneer", "deze_week")
    wanted = [one for one in board.due[When.WEEK] if one.duty.role == "groepsleerkracht"]
    assert wanted
    rows = page.locator("tr[data-p]:not(.off)")
    assert rows.count() == len(wanted)
    assert {one.inner_text() for one in rows.locator("th").all()} == {f"{one.card.name} {one.card.pupil}" for one in wanted}
    assert len(seen(page)) == len({one.card.pupil for one in wanted})
    counts = page.locator(".level [data-aantal]").all_inner_texts()
    assert sum(map(int, counts)) == len(seen(page))
    page.select_option("#f-rol", "")
    page.select_option("#f-wanneer", "")
    page.select_option("#f-volgorde", "kenmerk")
    ids = page.locator(".person .id").all_text_contents()
    assert ids == sorted(one.pupil for one in board.cards)
    page.select_option("#f-volgorde", "")
    assert page.locator(".person .id").all_text_contents() == [one.pupil for one in board.cards]
    assert said == []
    page.context.close()


@pytest.mark.needs("chromium")
def test_a_link_unfolds_the_pupil_and_keeps_the_choice(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    page, _, _ = opened(browser, saved(tmp_path, many(20)), "telefoon")
    page.select_option("#f-niveau", "2")
    page.locator(".card:not(.off) a").nth(1).press("Enter")
    key = page.locator(".card:not(.off)").nth(1).get_attribute("data-p")
    assert page.evaluate(f"document.getElementById('p-{key}').open")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert state(page) == {"niveau": ["2"], "bij": [f"l-{key}"]}
    assert page.locator(f"#p-{key} .duties").is_visible()
    page.reload()
    assert page.evaluate(f"document.getElementById('p-{key}').open")
    assert len(seen(page)) == 4
    page.goto(page.url.split("#")[0] + "#zoek=bestaat-niet&groep=99&onzin=%E0")
    page.reload()
    assert seen(page) == []
    assert page.locator("#f-groep").input_value() == ""
    page.context.close()


@pytest.mark.needs("chromium")
def test_without_a_script_everything_can_be_read(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(saved(tmp_path, many(20)).as_uri())
    assert not page.locator("#filter").is_visible()
    assert not page.locator("#f-open").is_visible()
    assert page.locator(".card").count() == 20
    page.locator(".card a").first.click()
    assert page.locator(".person .duties").first.is_visible()
    context.close()


@pytest.mark.needs("chromium", "pdftotext", "pdfinfo")
def test_on_paper_stands_what_was_chosen(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    board = many(40)
    page, _, _ = opened(browser, saved(tmp_path, board), "bureau")
    page.select_option("#f-groep", "3")
    page.locator(".person:not(.off) summary").first.click()
    target = tmp_path / "overzicht.pdf"
    page.pdf(path=target, prefer_css_page_size=True)
    page.context.close()
    pdftotext, pdfinfo = program("pdftotext"), program("pdfinfo")
    assert pdftotext is not None
    assert pdfinfo is not None
    words = subprocess.run([pdftotext, "-layout", str(target), "-"], capture_output=True, encoding="utf-8", check=True).stdout
    for card in board.cards:
        rows = sum(one.card is card for when in (When.LATE, When.WEEK) for one in board.due[when])
        shown = words.split("Datums die eraan komen")[0].count(card.pupil)
        assert shown == (1 + rows if card.group == 3 else 0)
    folded = [when for when in When if board.due[when] and when not in (When.LATE, When.WEEK)]
    assert folded
    assert words.count("(dichtgeklapt)") == len(folded)
    assert "Gekozen: groep 3. 5 van 40 leerlingen" in words
    assert "Zoeken" not in words
    assert "Alles tonen" not in words
    assert words.count("Ondersteuning\n") == 1  # of the one pupil that was unfolded
    assert "A4" in subprocess.run([pdfinfo, str(target)], capture_output=True, encoding="utf-8", check=True).stdout


def test_the_house_style_is_on_the_page() -> None:
    made = html(example_board(), House(naam="De Proefschool", voettekst="Onderaan", stijl=":root { --accent: #123456; }"))
    assert "De Proefschool" in made
    assert "Onderaan" in made
    assert "--accent: #123456" in made


def test_the_signs_of_the_stylesheet_are_those_of_the_terminal() -> None:
    style = " ".join(document_fromstring(html(example_board()).encode()).xpath("//style/text()"))
    for name, sign in (("la", LATE), ("op", SOON), ("me", ABOVE), ("vo", READY)):
        assert f'.{name}::before {{ content: "{sign} "; content: "{sign} " / ""; }}' in style


def test_words_of_a_record_are_never_markup() -> None:
    made = html(many(3, HOSTILE))
    tree = document_fromstring(made.encode())
    assert tree.xpath("//img | //*[@onerror]") == []
    assert len(tree.xpath("//script")) == 1
    assert "49" not in "".join(tree.xpath("//section[@id='datum']//td/text()"))
    assert HOSTILE in tree.xpath("string(//section[@id='leerlingen'])")


def test_who_is_given_more_than_the_record_supports_has_a_mark_but_not_for_a_role(bo: Bo, desk: Path) -> None:
    words = ("overview", "dossiers", "--peildatum", "2026-11-24", "--fail-on", "nooit")
    assert bo(*words, "--out", "alles.html").code == 0
    assert bo(*words, "--voor", "ib", "--out", "ib.html").code == 0
    mark = '<span class="mark me">meer dan onderbouwd</span>'
    assert Path("alles.html").read_text(encoding="utf-8").count(mark) == 5  # the legend, and two pupils on board and in full
    assert mark not in Path("ib.html").read_text(encoding="utf-8")
