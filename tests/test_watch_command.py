"""`bo watch` as a process, over real files that really change; it says what happened, goes on, and ends with Ctrl-C."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.cli.app import run
from watched import Watched

EXAMPLES = Path(__file__).parents[1] / "examples"
PUPILS = ("L-0417-rekenen-niveau-2.yaml", "L-0440-ouders-niet-ingelicht.yaml", "L-0460-alleen-observatie.yaml")
TALK = "  - {datum: 2026-11-20, soort: oudercontact, met: [moeder], door: lk, over: [zorg], samenvatting: besproken}\n"
READY = "stop met Ctrl-C"


def state(text: str) -> dict[str, Any]:
    """What the file beside the page says."""
    told: dict[str, Any] = json.loads(text.removeprefix("globalThis.boStand = ").removesuffix(";\n"))
    return told


def comes(there: Callable[[], bool]) -> None:
    """Wait for what must come."""
    end = time.monotonic() + 30
    while not there():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school with three dossiers."""
    (tmp_path / "dossiers").mkdir()
    for name in PUPILS:
        shutil.copy(EXAMPLES / "dossiers" / name, tmp_path / "dossiers")
    shutil.copy(EXAMPLES / "samenwerkingsverband.yaml", tmp_path)
    return tmp_path


@pytest.fixture
def watch(school: Path) -> Iterator[Callable[..., Watched]]:
    started: list[Watched] = []

    def start(*words: str) -> Watched:
        started.append(Watched(school, "watch", *words))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
        one.process.wait()
        one.reader.join()


def test_a_morning_of_writing(watch: Callable[..., Watched], school: Path) -> None:
    """Begin, write, save half, mend, rename, take away, add: one process sees all of it."""
    dossiers = school / "dossiers"
    pupil = dossiers / PUPILS[1]
    text = pupil.read_text(encoding="utf-8")
    watching = watch("dossiers", "--peildatum", "2026-11-24")
    begin = watching.until(READY)
    assert "3 leerlingen op di 24-11-2026" in begin and "Te laat (" in begin and "Deze week" in begin
    pupil.write_text(text.rstrip("\n") + "\n" + TALK, encoding="utf-8")
    assert "L-0440: veranderd" in watching.until("L-0440")
    assert "KNH-1.4" in watching.until("KNH-1.4")
    pupil.write_text(text[: len(text) // 2] + "\n  - [", encoding="utf-8")
    assert "L-0440: niet te beoordelen" in watching.until("doe: ")
    fresh = dossiers / ".nieuw.tmp"
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(pupil)  # as an editor does that never leaves half a file
    watching.until("L-0440: weer te beoordelen")
    pupil.rename(dossiers / "L-0440.yaml")
    watching.until("L-0440 (dossiers/L-0440.yaml): heet nu anders; het oordeel blijft zoals het was.")
    (dossiers / "L-0440.yaml").unlink()
    watching.until("L-0440: verwijderd.")
    (dossiers / "groep 5").mkdir()
    (dossiers / "groep 5" / "L-0440.yaml").write_text(text, encoding="utf-8")
    watching.until("L-0440: nieuw")
    assert watching.stop() == 130
    assert "Milan" not in "".join(watching.seen).split(READY)[1]  # a message names a pupil by id


def test_settings_that_change_judge_all_anew(watch: Callable[..., Watched], school: Path) -> None:
    swv = school / "samenwerkingsverband.yaml"
    text = swv.read_text(encoding="utf-8")
    watching = watch("dossiers", "--peildatum", "2026-11-24")
    watching.until(READY)
    swv.write_text("soort: samenwerkingsverband\nnaam: [", encoding="utf-8")
    assert "samenwerkingsverband.yaml" in watching.until("= doe: ")
    watching.until("alles is opnieuw beoordeeld")
    swv.write_text(text, encoding="utf-8")
    assert "de instellingen zijn veranderd" in watching.until("alles is opnieuw beoordeeld")
    (school / "dossiers" / PUPILS[2]).unlink()
    watching.until("L-0460: verwijderd.")
    assert watching.stop() == 130


def test_a_folder_that_goes_away_and_comes_back(watch: Callable[..., Watched], school: Path) -> None:
    watching = watch("--peildatum", "2026-11-24")  # dossiers, without being told
    watching.until(READY)
    (school / "dossiers").rename(school / "elders")
    assert "BO945" in watching.until("= doe: ")
    (school / "elders" / PUPILS[2]).unlink()
    (school / "elders").rename(school / "dossiers")
    watching.until("dossiers is er weer.")
    watching.until("L-0460: verwijderd.")
    (school / "dossiers" / PUPILS[0]).unlink()
    watching.until("L-0417: verwijderd.")
    assert watching.stop() == 130


def test_the_page_follows_and_is_a_plain_page_in_the_end(watch: Callable[..., Watched], school: Path) -> None:
    page, beside = school / "overzicht.html", school / "overzicht.stand.js"
    watching = watch("dossiers", "--out", "overzicht.html", "--peildatum", "2026-11-24")
    assert "De bladzijde is overzicht.html." in watching.until(READY)
    first = beside.read_text(encoding="utf-8")
    begun = state(first)
    assert begun["stappen"] == []
    assert f'"moment":{begun["nu"]}' in page.read_text(encoding="utf-8") and "L-0460" in page.read_text(encoding="utf-8")
    (school / "dossiers" / PUPILS[2]).unlink()
    comes(lambda: beside.read_text(encoding="utf-8") != first)
    now = state(beside.read_text(encoding="utf-8"))
    (told,) = now["stappen"]
    assert (told["van"], told["naar"]) == (begun["nu"], now["nu"])
    assert len(told["wat"]["weg"]) == 1 and told["wat"]["leerlingen"] == []
    comes(lambda: f'"moment":{now["nu"]}' in page.read_text(encoding="utf-8"))  # and the page is whole again
    assert "L-0460" not in page.read_text(encoding="utf-8")
    assert (page.stat().st_mode & 0o077, beside.stat().st_mode & 0o077) == (0, 0)
    page.unlink()
    page.mkdir()  # it cannot be written
    (school / "dossiers" / PUPILS[0]).unlink()
    assert "BO946" in watching.until("doe: ")
    page.rmdir()
    comes(page.is_file)
    assert watching.stop() == 130
    assert not beside.exists()
    again = watch("dossiers", "--out", "overzicht.html", "--peildatum", "2026-11-24")  # the page of yesterday
    again.until(READY)
    assert again.stop() == 130
    text = page.read_text(encoding="utf-8")
    assert "boStand" not in text and "strict-dynamic" not in text and "L-0440" in text


@pytest.mark.needs("chromium")
def test_a_browser_shows_the_change_and_keeps_its_place(watch: Callable[..., Watched], school: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    from conftest import program

    watching = watch("dossiers", "--out", "overzicht.html", "--peildatum", "2026-11-24")
    watching.until(READY)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 800, "height": 300})
        errors: list[str] = []
        shown.on("console", lambda one: errors.append(one.text) if one.type == "error" else None)
        shown.on("pageerror", lambda one: errors.append(str(one)))
        shown.goto((school / "overzicht.html").as_uri())
        shown.fill("#f-zoek", "L-04")
        shown.focus("#f-zoek")
        shown.evaluate("scrollTo(0, 120); globalThis.same = true")
        (school / "dossiers" / PUPILS[2]).unlink()
        expect(shown.get_by_text("L-0460")).to_have_count(0, timeout=30_000)
        assert shown.evaluate("globalThis.same")  # nothing was loaded again
        assert shown.input_value("#f-zoek") == "L-04"
        assert shown.evaluate("document.activeElement.id") == "f-zoek"
        assert shown.evaluate("scrollY") == 120
        assert errors == []
        browser.close()
    assert watching.stop() == 130


def test_wrong_usage_is_said_and_nothing_waits(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(school)
    (school / "verslag.html").write_text("<title>Verslag</title>", encoding="utf-8")
    for words, said in (
        (["-"], "standaardinvoer"),
        (["weg"], "weg is er niet"),
        (["dossiers", "--out", "dossiers.txt"], ".html"),
        (["dossiers", "--out", "verslag.html"], "--force"),
        (["dossiers", "--kader", "bestaat-niet"], "BO416"),
    ):
        assert run(["watch", *words]) == 2
        assert said in "".join(capsys.readouterr())
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert run(["watch", "dossiers"]) == 2
    assert 'pip install "basisondersteuning[watch]"' in capsys.readouterr().err
