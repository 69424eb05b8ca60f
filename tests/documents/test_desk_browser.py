"""The page of a run in a real browser: everyone can use it, the filter works by keyboard, and on paper all is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from basisondersteuning.documents.desk import make
from basisondersteuning.documents.desk.page import write_page
from basisondersteuning.documents.desk.words import STATUS
from basisondersteuning.norms.status import Status
from basisondersteuning.swv.desk.run import Run
from conftest import program

from .desk_made import HOSTILE, run_of
from .test_pages import RULES, SCREENS, browser, opened  # noqa: F401

pytestmark = pytest.mark.needs("chromium")

RUNS = {"gewoon": run_of(14, 24), "vijandig": run_of(13, 6, texts=HOSTILE), "leeg": run_of(0, 0, missing=(), across=())}


def saved(folder: Path, run: Run) -> Path:
    path = folder / "rapport.html"
    with path.open("wb") as file:
        write_page(run, file)
    return path


def shown(page: Page) -> list[str]:
    """The schools whose row is to be seen."""
    rows = page.locator("#tabel tbody tr:visible th")
    return [one.split("\n")[0] for one in rows.all_inner_texts()]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", RUNS)
def test_everyone_can_use_it(browser: Browser, tmp_path: Path, name: str, screen: str) -> None:  # noqa: F811
    path = saved(tmp_path, RUNS[name])
    page, asked, complaints = opened(browser, path, screen)
    assert [one for one in asked if not one.startswith("data:")] == [path.as_uri()]
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sticking_out = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 0.5"
        " && !one.closest('[role=region]')).map(one => one.tagName + '.' + one.className)"
    )
    assert sticking_out == []
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3')].map(one => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    page.context.close()


def test_the_heads_stay_in_sight(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    page, _, _ = opened(browser, saved(tmp_path, run_of(60, 60)), "bureau")
    page.evaluate("document.querySelector('.grid').scrollTo(900, 900)")
    grid, head, school = (
        page.locator(one).bounding_box() for one in (".grid", "#tabel thead th:first-child", "#tabel tbody tr:nth-child(30) th")
    )
    assert grid is not None and head is not None and school is not None
    assert abs(head["y"] - grid["y"]) < 3
    assert abs(head["x"] - grid["x"]) < 3
    assert abs(school["x"] - grid["x"]) < 3
    page.context.close()


def test_the_filter_by_keyboard(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    run = run_of(14, 9)
    sops = [one.sop for one in run.results() if one.kind == "sop"]
    page, _, complaints = opened(browser, saved(tmp_path, run), "bureau")
    everything = shown(page)
    assert len(everything) == 14
    page.focus("#f-school")
    page.keyboard.type("boom 1")
    assert shown(page) == [f"Basisschool De Voorbeeldboom {one}" for one in (1, 11, 12, 13)]
    assert page.inner_text("#f-aantal") == "4 van 14 SOP's"
    assert page.locator("details.school:visible").count() == 4
    page.keyboard.press("Tab")
    page.keyboard.type("Stichting Voorbeeld 1")
    assert shown(page) == ["Basisschool De Voorbeeldboom 1", "Basisschool De Voorbeeldboom 11"]
    page.focus("#f-alles")
    page.keyboard.press("Enter")
    assert shown(page) == everything

    page.select_option("#f-regel", "2")
    assert page.locator("#tabel thead th:visible").all_inner_texts()[2:] == [run.rules[2].code]
    page.select_option("#f-stand", STATUS[Status.GESCHONDEN].klasse)
    wanted = [one.name for one in sops if one is not None and one.cells[2].status is Status.GESCHONDEN]
    assert wanted
    assert shown(page) == wanted
    page.select_option("#f-regel", "")
    wanted = [one.name for one in sops if one is not None and any(each.status is Status.GESCHONDEN for each in one.cells)]
    assert shown(page) == wanted
    page.select_option("#f-stand", "sop:niet te beoordelen")
    assert shown(page) == ["School 990010"]
    assert complaints == []
    page.context.close()


def test_every_board_can_be_chosen_whatever_its_name(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    run = run_of(13, 3, texts=HOSTILE)
    page, _, complaints = opened(browser, saved(tmp_path, run), "bureau")
    for index in range(1, page.locator("#f-bestuur option").count()):
        page.select_option("#f-bestuur", index=index)
        assert page.locator("#tabel tbody tr:visible").count() == 1, index
    assert complaints == []
    page.context.close()


def test_a_school_in_the_matrix_leads_to_its_findings(
    browser: Browser,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(make, "MOST_OPEN", 1)
    page, _, _ = opened(browser, saved(tmp_path, run_of(5, 9)), "telefoon")
    assert page.locator("#s3 .found:visible").count() == 0
    page.focus("#tabel a[href='#s3']")
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('s3').open")
    assert page.locator("#s3 .found:visible").count() > 0
    page.context.close()


def test_without_a_script_everything_can_be_read(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    path = saved(tmp_path, run_of(14, 9))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator("#filter:visible").count() == 0
    assert page.locator("#tabel tbody tr:visible").count() == 14
    assert page.locator(".found:visible").count() == page.locator(".found").count() > 50
    context.close()


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("script", [True, False])
def test_on_paper_all_is_there(
    browser: Browser,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: bool,
) -> None:
    """Also what is folded on the screen, and what the filter hides."""
    monkeypatch.setattr(make, "MOST_OPEN", 1)
    run = run_of(14, 24)
    path, paper = saved(tmp_path, run), tmp_path / "rapport.pdf"
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(path.as_uri())
    if script:
        page.fill("#f-school", "boom 12")
        assert len(shown(page)) == 1
    page.pdf(path=str(paper), prefer_css_page_size=True)
    context.close()
    reader = program("pdftotext")
    assert reader is not None
    text = subprocess.run([reader, "-raw", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    said = " ".join(text.split())
    for one in run.results():
        for found in one.findings:
            assert f"{found.place.file}, regel {found.place.line}" in said
        if one.sop is not None:
            assert said.count(one.sop.name) >= 2
    assert re.search(r"Controle van de SOP's · SWV Voorbeeld · stand op 24-11-2026", said)
    assert "Alles tonen" not in said
