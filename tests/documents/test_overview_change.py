"""The page of a caseload that changes while it stands open: what is put in is what a new page would hold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from basisondersteuning.casework.overview.board import Board
from basisondersteuning.casework.overview.card import Card
from basisondersteuning.documents.output.follow import Follow, last_of, state_text, step
from basisondersteuning.documents.overview.difference import MOST_PUPILS, difference
from basisondersteuning.documents.overview.make import overview_of
from basisondersteuning.documents.overview.page import page as html
from basisondersteuning.documents.overview.parts import Parts
from basisondersteuning.findings.catalogue import reading
from basisondersteuning.findings.finding import Place

from .overview_made import DAY, HOSTILE, LEVELS, made_up
from .test_pages import browser  # noqa: F401

ON_PAGE = """() => {
  const text = (each) => {
    const copy = each.cloneNode(true);
    copy.classList.remove("fresh");  // it only says for a moment what changed
    return copy.outerHTML.replaceAll(' class=""', "").trim();
  };
  const all = (what, from = document) => [...from.querySelectorAll(what)].map(text);
  const count = (each) => each.querySelector("[data-aantal]").textContent;
  const box = (each) => [each.dataset.niveau || each.id, each.classList.contains("off"), count(each)];
  return {
    board: [...document.querySelectorAll(".level")].map((each) => [box(each), all(".cards > li", each)]),
    lists: [...document.querySelectorAll(".bucket")].map((each) => [box(each), all("tbody tr, .nothing", each)]),
    pupils: all(".person"),
    parts: [...document.querySelectorAll("[data-deel]")].map((each) => [each.dataset.deel, each.innerHTML.trim()]),
    told: document.getElementById("f-aantal").textContent,
  };
}"""
CHOICE = "#volgorde=naam&groep=4"
SEND = """(told) => !document.dispatchEvent(new CustomEvent("bo-stap", { detail: JSON.parse(told), cancelable: true }))"""


def board(cards: Sequence[Card], *broken: str) -> Board:
    refused = [reading.NOT_FOUND.at(Place(one)) for one in broken]
    return Board.of(cards, DAY, LEVELS, "proef-2026", refused=refused)


def story() -> list[Board]:
    """A caseload, change by change: done, another niveau, closed, new, gone, renamed with words that would do harm, broken."""
    first = [made_up(index) for index in range(12)]
    done = [first[0]._replace(duties=first[0].duties[1:]), *first[1:]]
    line = done[3].lines[0]
    moved = [*done[:3], done[3]._replace(lines=(line._replace(supported="arrangement"),)), *done[4:]]
    closed = [*moved[:5], moved[5]._replace(closed=DAY, duties=()), *moved[6:]]
    idle = [one._replace(duties=tuple(each for each in one.duties if each.due and each.due <= DAY)) for one in closed]
    new = [*idle, made_up(40), made_up(41)]
    gone = new[4:]
    hostile = [gone[0]._replace(name=HOSTILE, path=f"dossiers/{HOSTILE}.yaml"), *gone[1:]]
    later = [one._replace(due=one.due and one.due + timedelta(days=9)) for one in hostile[1].duties]
    due = [hostile[0], hostile[1]._replace(duties=tuple(later), group=8), *hostile[2:]]
    told = [board(each) for each in (first, done, moved, closed, idle, new, gone, hostile, due)]
    return [*told, board(due, "half.yaml", f"{HOSTILE}.yaml"), board(first)]


def saved(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return (folder / name).as_uri()


def complaining(browser: Browser) -> tuple[Page, list[str]]:  # noqa: F811
    shown = browser.new_page(viewport={"width": 1000, "height": 500})
    said: list[str] = []
    shown.on("console", lambda one: said.append(one.text))
    shown.on("pageerror", lambda one: said.append(str(one)))
    return shown, said


@pytest.mark.needs("chromium")
def test_what_is_put_in_is_what_a_new_page_would_hold(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    boards = story()
    shown, said = complaining(browser)
    chosen, _ = complaining(browser)
    fresh, _ = complaining(browser)
    parts = Parts(boards[0])
    before = overview_of(boards[0], parts)
    shown.goto(saved(tmp_path, "open.html", html(boards[0])))
    chosen.goto(shown.url + CHOICE)
    for number, one in enumerate(boards[1:]):
        parts = Parts(one, parts)
        after = overview_of(one, parts)
        change = difference(before, after)
        assert change
        fresh.goto(saved(tmp_path, f"{number}.html", html(one)))
        for page, choice in ((shown, ""), (chosen, CHOICE)):
            assert page.evaluate(SEND, json.dumps(change))
            fresh.evaluate("(choice) => { location.hash = choice; }", choice)
            fresh.evaluate("() => new Promise((done) => setTimeout(done))")  # the page hears of its address after this
            now, wanted = page.evaluate(ON_PAGE), fresh.evaluate(ON_PAGE)
            for part in wanted:
                assert now[part] == wanted[part], (number, choice, part)
        assert shown.locator("img, [onerror]").count() == 0
        before = after
    assert said == []
    for page in (shown, chosen, fresh):
        page.close()


@pytest.mark.needs("chromium")
def test_a_page_that_stands_open_follows_and_keeps_its_place(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """From file to screen: steps are put in, a step that was missed loads the page; what was chosen and unfolded stays."""
    boards = story()[:3]
    changes = [difference(overview_of(was), overview_of(now)) for was, now in pairwise(boards)]
    beside = tmp_path / "overzicht.stand.js"
    beside.write_text(state_text(1), encoding="utf-8")
    shown, said = complaining(browser)
    shown.goto(saved(tmp_path, "overzicht.html", html(boards[0], follow=Follow(beside.name, 1))))
    shown.evaluate("globalThis.same = true")
    pupil = next(one for one in boards[0].cards if one.pupil == "L-0000")
    key = Parts(boards[0]).of(pupil).sleutel
    shown.fill("#f-zoek", "kind")
    shown.locator(f"#p-{key} summary").click()
    top = shown.evaluate("document.activeElement.getBoundingClientRect().top")
    beside.write_text(state_text(3, [step(number, number + 1, one) for number, one in enumerate(changes, 1)]), encoding="utf-8")
    expect(shown.locator(f"#p-{key} .duties li")).to_have_count(len(pupil.duties) - 1)
    expect(shown.locator("[data-niveau=arrangement] .card")).to_have_count(len(boards[2].columns["arrangement"]))
    assert shown.evaluate("globalThis.same")
    assert shown.evaluate(f"document.getElementById('p-{key}').open")
    assert shown.evaluate("document.activeElement.closest('.person').id") == f"p-{key}"
    assert abs(shown.evaluate("document.activeElement.getBoundingClientRect().top") - top) < 2
    assert shown.input_value("#f-zoek") == "kind"
    saved(tmp_path, "overzicht.html", html(boards[0], follow=Follow(beside.name, 9)))
    with shown.expect_event("load", timeout=30_000):
        beside.write_text(state_text(9, [step(8, 9, changes[0])]), encoding="utf-8")
    assert not shown.evaluate("globalThis.same")
    assert shown.evaluate(f"document.getElementById('p-{key}').open")
    assert said == []
    shown.close()


def test_another_page_is_loaded_anew() -> None:
    cards = [made_up(index) for index in range(MOST_PUPILS + 10)]
    was = overview_of(board(cards))
    assert difference(was, overview_of(board(cards))) == {}
    assert difference(was, overview_of(board(()))) is None
    tomorrow = Board.of(cards, DAY + timedelta(days=1), LEVELS, "proef-2026")
    assert difference(was, overview_of(tomorrow)) is None
    assert difference(was, overview_of(board([one._replace(group=1) for one in cards]))) is None
    swapped = was._replace(leerlingen=(was.leerlingen[1], was.leerlingen[0], *was.leerlingen[2:]))
    assert difference(was, swapped) is None


def test_a_pupil_keeps_its_key_and_what_did_not_change_is_not_made_again() -> None:
    cards = [made_up(index) for index in range(6)]
    parts = Parts(board(cards))
    urgent = [*cards[:5], cards[5]._replace(duties=cards[0].duties)]
    again = Parts(board(urgent), parts)
    assert [again.of(one).sleutel for one in urgent] == [parts.of(one).sleutel for one in cards]
    assert all(again.of(one) is parts.of(one) for one in cards[:5])
    assert again.of(urgent[5]) != parts.of(cards[5])
    twice = [*cards, cards[0]._replace(path="dossiers/zz.yaml")]
    keys = [Parts(board(twice)).of(one).sleutel for one in twice]
    assert len(set(keys)) == 7
    assert keys[:6] == [parts.of(one).sleutel for one in cards]


def test_the_file_beside_the_page_holds_data_and_never_a_word_that_ends_it() -> None:
    change = difference(overview_of(board([made_up(1)])), overview_of(board([made_up(1), made_up(2, HOSTILE)])))
    text = state_text(8, [step(7, 8, change)])
    assert "<" not in text
    told = json.loads(text.removeprefix("globalThis.boStand = ").removesuffix(";\n"))
    assert (told["nu"], told["stappen"][0]["van"], told["stappen"][0]["naar"]) == (8, 7, 8)
    assert told["stappen"][0]["wat"] == json.loads(json.dumps(change))
    assert "<img" not in text.replace("\\u003c", "<")


def test_only_the_last_changes_are_kept() -> None:
    steps = [step(number, number + 1, "x" * 60_000) for number in range(9)]
    assert [one.before for one in last_of(steps)] == [6, 7, 8]
    assert last_of([*steps, step(9, 10, "x" * 300_000)]) == []
