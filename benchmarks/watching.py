"""How long `bo watch` takes to show a change: the line in the terminal, the new page on disk, and a browser that has it open.

    python -m benchmarks.watching FOLDER [TIMES]

Edits one dossier of the folder so often, each time with an event that gives rise to something to do. Seconds, medians, as JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from . import others

EVENT = "  - {{datum: {day}, soort: observatie, door: leerkracht, gedrag: {mark}, ondersteuning_gewenst: ja}}\n"
PATIENCE = 20.0
_COUNTING = """globalThis.painted = 0;
document.addEventListener("bo-stap", () => requestAnimationFrame(() => setTimeout(() => { globalThis.painted += 1; })));"""


def main() -> int:
    """Measure, and print the figures."""
    folder, times = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7
    work = others.DATA / "meekijken"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    shutil.copytree(folder, work / "dossiers")
    swv = folder.parent / "samenwerkingsverband.yaml"
    if swv.exists():
        shutil.copy(swv, work)
    target = sorted((work / "dossiers").glob("*.yaml"))[0]
    page = work / "overzicht.html"
    begin = time.perf_counter()
    watched = Watched(work, "watch", "dossiers", "--out", page.name, "--peildatum", "2026-11-24")
    try:
        watched.wait("Ik kijk mee")
        started = time.perf_counter() - begin
        with Browser(page) as browser:
            rounds = [_round(watched, target, page, browser, number) for number in range(times)]
    finally:
        watched.stop()
    files = len(list((work / "dossiers").glob("*.yaml")))
    figures = {name: median(one[name] for one in rounds) for name in rounds[0]}
    worst = {f"{name}, slowest": max(one[name] for one in rounds) for name in rounds[0]}
    size = page.stat().st_size / 1e6
    print(json.dumps({"files": files, "start": started, **figures, **worst, "page": size}))
    return 0


def _round(watched: Watched, target: Path, page: Path, browser: Browser, number: int) -> dict[str, float]:
    """One edit, and the seconds until it is seen in three places, all looked at together."""
    time.sleep(0.7)
    before = page.stat().st_ino
    mark = f"ronde {number}"
    added = "\ntijdlijn:\n" + EVENT.format(day=f"2026-11-{number + 2:02}", mark=mark)
    text = target.read_text("utf-8").replace("\ntijdlijn:\n", added, 1)
    browser.forget()
    found: dict[str, float] = {}
    begin = time.perf_counter()
    target.write_text(text, "utf-8")

    def all_there() -> bool:
        now = time.perf_counter() - begin
        if "disk" not in found and page.stat().st_ino != before:
            found["disk"] = now
        if "browser" not in found and browser.changed():
            found["browser"] = now
        return len(found) == 2

    _until(all_there, begin)
    line = watched.wait(target.stem[:7], begin)
    assert mark in target.read_text("utf-8")
    return {"line": line, **found, "loaded again": float(browser.loads)}


def _until(there: Callable[[], bool], begin: float) -> float:
    while not there():
        if time.perf_counter() - begin > PATIENCE:
            raise SystemExit("a change never came")
        time.sleep(0.005)
    return time.perf_counter() - begin


class Watched:
    """A running `bo watch`, with the moment at which each of its lines came."""

    def __init__(self, folder: Path, *words: str) -> None:
        bo = str(Path(sys.executable).with_name("bo"))
        self.process = subprocess.Popen(
            [bo, *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "NO_COLOR": "1"}
        )
        self.lines: list[tuple[float, str]] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append((time.perf_counter(), line.decode()))

    def wait(self, word: str, since: float = 0.0) -> float:
        """Seconds from `since` to the first line after it with this word."""
        found: list[float] = []

        def there() -> bool:
            found[:] = [moment for moment, line in self.lines if moment > since and word in line]
            return bool(found)

        _until(there, max(since, time.perf_counter()))
        return found[0] - since

    def stop(self) -> None:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)


class Browser:
    """Chromium with the page open."""

    def __init__(self, page: Path) -> None:
        from playwright.sync_api import sync_playwright

        self._playwright = sync_playwright().start()
        chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        self._browser = self._playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        self._page = self._browser.new_page()
        self._page.add_init_script(_COUNTING)
        self._page.on("load", self._count)
        self.loads = 0
        self._page.goto(page.resolve().as_uri())

    def _count(self, _page: object) -> None:
        self.loads += 1

    def forget(self) -> None:
        """Begin to count."""
        self._page.evaluate("globalThis.painted = 0")
        self.loads = 0

    def changed(self) -> bool:
        """Whether a change was put in and painted since, or the page loaded again, all of it."""
        self._page.wait_for_timeout(1)
        return self.loads > 0 or int(self._page.evaluate("globalThis.painted")) > 0

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()


if __name__ == "__main__":
    sys.exit(main())
