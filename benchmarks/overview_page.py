"""How fast the page of `bo overview` is in a browser: with 500 made-up pupils, in Chromium.

`python -m benchmarks.overview_page [PUPILS]` prints the size of the page, how long it takes until it is shown and can be
filtered, and how long a filter, a search and another order take, each with the layout that follows.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from basisondersteuning.casework.assess import Assessor
from basisondersteuning.casework.judged import Opened
from basisondersteuning.casework.overview.board import Board
from basisondersteuning.casework.overview.card import Card
from basisondersteuning.casework.overview.job import OverviewJob
from basisondersteuning.casework.setup import Setup, find_swv
from basisondersteuning.documents.overview.page import page
from basisondersteuning.norms.status import Status
from basisondersteuning.records.discover import Candidate, discover

from .dossiers import write_dossiers

PUPILS, TIMES = 500, 5
DAY = date(2025, 3, 18)
"""The peildatum. The story of a made-up dossier begins in the school year before."""

_TIMED = """(change) => { const start = performance.now(); (0, eval)(change); document.body.offsetHeight;
return performance.now() - start; }"""

_SET = "document.getElementById('{}').value = '{}'; document.getElementById('{}').dispatchEvent(new Event('input'))"
STEPS = {
    "filter op groep": ("f-groep", "5"),
    "filter op te laat": ("f-wanneer", "te_laat"),
    "zoeken": ("f-zoek", "noor"),
    "volgorde op naam": ("f-volgorde", "naam"),
}


def cards(folder: str) -> Iterator[Card]:
    """The cards of the dossiers in a folder."""
    handle = OverviewJob(Setup(DAY, DAY, swv=find_swv([folder]))).open()
    for one in discover([folder]):
        looked = handle(one) if isinstance(one, Candidate) else None
        if looked is not None and looked.card is not None:
            yield looked.card


def write_page(folder: Path, pupils: int) -> Path:
    """The page of so many made-up pupils. Three of four of them have their duties a year from now: a caseload that is kept."""
    write_dossiers(folder / "dossiers", pupils)
    found = [_kept(one) if index % 4 else one for index, one in enumerate(cards(str(folder / "dossiers")))]
    opened = Opened.of(Assessor(Setup(DAY, DAY)))
    assert opened is not None
    target = folder / "overzicht.html"
    target.write_text(page(Board.of(found, DAY, opened.levels, opened.frame)), encoding="utf-8")
    return target


def _kept(card: Card) -> Card:
    """The pupil with at most three duties, all ahead."""
    days = (DAY + timedelta(days=9 * index) for index in range(3))
    return card._replace(
        duties=tuple(one._replace(status=Status.OPEN, due=day) for one, day in zip(card.duties, days, strict=False))
    )


def loaded(page_: Page, target: Path) -> float:
    """Milliseconds from the start of loading until the page is laid out, its script has run, and it is painted."""
    page_.goto(target.as_uri())
    return float(page_.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart"))


def timed(page_: Page, field: str, value: str) -> float:
    """Milliseconds for a change of a field, with the layout after it; the field is empty again afterwards."""
    took = float(page_.evaluate(_TIMED, _SET.format(field, value, field)))
    page_.evaluate(_TIMED, _SET.format(field, "", field))
    return took


def main(pupils: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        target = write_page(Path(name), pupils)
        print(f"leerlingen {pupils}, bladzijde {target.stat().st_size / 1_000_000:.1f} MB")
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for screen, width in (("bureau", 1280), ("telefoon", 360)):
            page_ = browser.new_context(viewport={"width": width, "height": 800}).new_page()
            figures = {"laden": median(loaded(page_, target) for _ in range(TIMES))}
            for step, (field, value) in STEPS.items():
                figures[step] = median(timed(page_, field, value) for _ in range(TIMES))
            print(f"{screen}: " + ", ".join(f"{step} {took:.0f} ms" for step, took in figures.items()))
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PUPILS)
