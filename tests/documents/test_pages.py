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
