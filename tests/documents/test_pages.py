"""Every page in a real browser, as people meet it: on a screen, on a phone, in the dark, by keyboard and on paper."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from conftest import program

from .made import made

pytestmark = pytest.mark.needs("chromium")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = {"bureau": (1280, "light"), "donker": (1280, "dark"), "telefoon": (320, "light")}

CHOSEN = (
    "groeidocument/groeidocument-L-0352",
    "groeidocument/groeidocument-L-0419",
    "groeidocument/groeidocument-L-0460",
    "groeidocument/groeidocument-L-0281",
    "groeidocument-swv/",
    "ot-inbreng/ot-inbreng-L-0367",
    "ot-agenda/",
    "ot-agenda-swv/",
    "ot-uitnodiging/",
    "ot-verslag/",
    "ot-verslag-ouders/",
    "groepsplan/",
    "sop/",
    "sop-school/sop-99YC00",
    "terugkoppeling/terugkoppeling-99XY00",
    "terugkoppeling/terugkoppeling-99YB00",
    "terugkoppeling/terugkoppeling-99YF00",
)
"""The pages that are looked at in full: the fullest, the emptiest, a closed one, and the first of every other kind."""


def chosen() -> list[tuple[str, Path]]:
    """One page for each of `CHOSEN`."""
    pages = made("html")
    return [next((name, path) for name, path in pages.items() if name.startswith(start)) for start in CHOSEN]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        yield opened
        opened.close()


def opened(browser: Browser, path: Path, screen: str) -> tuple[Page, list[str], list[str]]:
    """The page, what it asked of the network, and what the browser complained of."""
    width, scheme = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: complaints.append(one.text))
    page.goto(path.as_uri())
    return page, asked, complaints


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("number", range(len(CHOSEN)), ids=CHOSEN)
def test_everyone_can_use_it(browser: Browser, number: int, screen: str) -> None:
    name, path = chosen()[number]
    page, asked, complaints = opened(browser, path, screen)
    assert [one for one in asked if not one.startswith("data:")] == [path.as_uri()], name
    assert complaints == []
    sticking_out = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 0.5"
        " && !one.closest('[role=region]') && !one.closest('svg')).map(one => one.tagName + '.' + one.className)"
    )
    assert sticking_out == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    page.context.close()


@pytest.mark.parametrize("number", range(len(CHOSEN)), ids=CHOSEN)
def test_it_reads_as_a_person_would(browser: Browser, number: int) -> None:
    _, path = chosen()[number]
    page, _, _ = opened(browser, path, "bureau")
    assert page.evaluate("document.documentElement.lang") == "nl"
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.title().strip()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#inhoud"
    tops = page.evaluate(
        "[...document.querySelectorAll('a[href], [tabindex=\"0\"]')].filter(one => one.className !== 'skip')"
        ".map(one => one.tabIndex)"
    )
    assert all(one == 0 for one in tops)  # the order of the keyboard is the order of the text
    broken = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].filter(one => !document.getElementById(one.hash.slice(1)))"
        ".map(one => one.hash)"
    )
    assert broken == []
    tables = page.evaluate(
        "[...document.querySelectorAll('table')].filter(one => !one.caption || !one.querySelector('th')).length"
    )
    assert tables == 0
    pictures = page.evaluate(
        "[...document.querySelectorAll('svg[role=img]')].map(one => one.getAttribute('aria-labelledby').split(' ')"
        ".map(id => document.getElementById(id)?.textContent || '').join(' ').trim().length)"
    )
    assert all(one > 10 for one in pictures)
    page.context.close()


BROKEN = r"""() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, around = node.parentElement, hidden = around.closest('thead, caption');
    if (around.closest('svg, .skip') || !around.checkVisibility() || hidden?.getBoundingClientRect().width < 2) continue;
    for (const word of node.data.matchAll(/\d{1,2}-\d{1,2}-\d{4}|[\p{L}\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter(one => one.width > 0.5).map(one => Math.round(one.top)));
      if (lines.size > 1) found.push(`${around.tagName}.${around.className} ${word[0]}`);
    }
  }
  return found;
}"""
"""The words and dates of a page that do not stand on one line."""


@pytest.mark.parametrize("number", range(len(CHOSEN)), ids=CHOSEN)
def test_no_word_and_no_date_is_broken(browser: Browser, number: int) -> None:
    _, path = chosen()[number]
    page, _, _ = opened(browser, path, "bureau")
    for width, medium in ((1280, "screen"), (700, "screen"), (390, "screen"), (320, "screen"), (642, "print")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media=medium)  # type: ignore[arg-type]
        assert page.evaluate(BROKEN) == [], f"{width} {medium}"
    page.context.close()


def test_letters_in_a_picture_are_as_large_as_those_around_it(browser: Browser) -> None:
    _, path = chosen()[1]
    height = "[...document.querySelectorAll('figure svg')].map(one => 14 * one.getBoundingClientRect().width / 360)"
    page, _, _ = opened(browser, path, "bureau")
    found = page.evaluate(height)
    assert found
    assert all(14 <= one <= 16 for one in found)
    page.set_viewport_size({"width": 320, "height": 900})
    assert all(11 <= one <= 16 for one in page.evaluate(height))
    page.context.close()


def test_a_school_with_one_long_word_for_a_name_fits_on_a_phone(browser: Browser) -> None:
    _, path = chosen()[0]
    page, _, _ = opened(browser, path, "telefoon")
    page.evaluate("document.querySelector('.house p').textContent = 'Basisschoolgemeenschap'.repeat(3)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def test_what_a_table_is_about_stays_in_sight_on_a_phone(browser: Browser) -> None:
    _, path = chosen()[1]
    page, _, _ = opened(browser, path, "telefoon")
    ends = page.evaluate(
        "[...document.querySelectorAll('.wide')].filter(one => one.scrollWidth > one.clientWidth).map(one => {"
        " one.scrollLeft = 999; const box = one.querySelector('caption').getBoundingClientRect();"
        " return [box.left, box.right] })"
    )
    assert ends
    assert all(0 <= left < right <= 320 for left, right in ends)
    page.context.close()


def test_where_people_sign_the_heading_is_not_said_twice(browser: Browser) -> None:
    _, path = chosen()[0]
    page, _, _ = opened(browser, path, "bureau")
    found = page.evaluate(
        "[...document.querySelectorAll('table.sign')].map(one => [one.caption.textContent, one.caption.offsetHeight,"
        " one.closest('.signing').querySelector('h3').textContent])"
    )
    assert found
    assert all(caption and caption != heading and height <= 1 for caption, height, heading in found)
    page.context.close()


FULL, FOOT = 560, 780
"""How far down a full page goes at least, and where its foot begins, in points from the top of A4."""


@pytest.mark.needs("pdftotext")
def test_no_page_but_the_last_has_a_large_gap_at_its_end(browser: Browser, tmp_path: Path) -> None:
    paper, reader = tmp_path / "blad.pdf", program("pdftotext")
    assert reader is not None
    gaps: dict[str, list[float]] = {}
    for name, path in made("html").items():
        if name.startswith("groeidocument-"):  # the same pages for other readers
            continue
        page, _, _ = opened(browser, path, "bureau")
        page.pdf(path=paper, prefer_css_page_size=True)
        page.context.close()
        text = subprocess.run([reader, "-bbox", str(paper), "-"], capture_output=True, text=True, check=True).stdout
        sheets = [map(float, re.findall(r'yMax="([0-9.]+)"', sheet)) for sheet in text.split("<page ")[1:]]
        ends = [max(one for one in sheet if one < FOOT) for sheet in sheets]
        if any(one < FULL for one in ends[:-1]):
            gaps[name] = ends
    assert gaps == {}


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("number", range(len(CHOSEN)), ids=CHOSEN)
def test_on_paper_it_holds_together(browser: Browser, number: int, tmp_path: Path) -> None:
    name, path = chosen()[number]
    page, _, _ = opened(browser, path, "bureau")
    headings = {
        " ".join(one.split())
        for one in page.evaluate("[...document.querySelectorAll('main h2, main h3, main h4')].map(one => one.innerText)")
    }
    paper = tmp_path / "blad.pdf"
    page.pdf(path=paper, prefer_css_page_size=True, tagged=True, outline=True)
    page.context.close()
    reader = program("pdftotext")
    assert reader is not None
    text = subprocess.run([reader, "-layout", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    pages = [one for one in text.split("\f") if one.strip()]
    for index, one in enumerate(pages):
        lines = [" ".join(line.split()) for line in one.splitlines() if line.strip()]
        assert lines[-1].replace(" ", "").endswith(f"{index + 1}/{len(pages)}")
        if index < len(pages) - 1:
            assert lines[-2] not in headings, f"{name}: a heading ends page {index + 1}"
        assert re.search(r"[A-Za-z]{4}", lines[0]), "no running header"
    for one in pages:
        for line in one.splitlines():
            assert len(line) < 200
