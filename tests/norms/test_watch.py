"""`bo kader test --watch`: runs again at every change, goes on past broken files, and ends with Ctrl-C."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.cli.app import run
from watched import Watched

from .build import frame_text
from .test_cases import FULL, RULE, TOP

GOOD = TOP + FULL
FAILING = GOOD.replace("{R-1: open}", "{R-1: te_laat}")
WELL = "alles klopt"


@pytest.fixture
def kaders(tmp_path: Path) -> Path:
    folder = tmp_path / "kaders"
    folder.mkdir()
    (folder / "kader.yaml").write_text(frame_text(RULE), encoding="utf-8")
    (folder / "kader-proeven.yaml").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.fixture
def watching(kaders: Path) -> Iterator[Callable[..., Watched]]:
    started: list[Watched] = []

    def start(path: str, *more: str) -> Watched:
        started.append(Watched(kaders.parent, "kader", "test", "--watch", path, *more))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
        one.process.wait()
        one.reader.join()


@pytest.mark.parametrize("path", ["kaders", "kaders/kader.yaml"])
def test_change_break_mend_and_stop(watching: Callable[..., Watched], kaders: Path, path: str) -> None:
    cases, frame = kaders / "kader-proeven.yaml", kaders / "kader.yaml"
    watched = watching(path)
    first = watched.until(WELL)
    assert "── " in first and "let op kaders; stop met Ctrl-C" in first
    cases.write_text(FAILING, encoding="utf-8")
    changed = watched.until("2 bevindingen.")
    assert "veranderd: kaders/kader-proeven.yaml" in changed
    assert "fout[BO430]" in changed
    assert re.match(r"── \d\d:\d\d:\d\d ", changed)
    cases.write_text("soort: kaderproeven\nproeven: [", encoding="utf-8")
    broken = watched.until("1 bevinding.")
    assert "fout[BO1" in broken and "kader-proeven.yaml" in broken
    frame.write_text(frame_text(RULE).replace("soort: opp", "soort: op"), encoding="utf-8")
    assert "fout[BO401]" in watched.until("= doe:")
    frame.write_text(frame_text(RULE), encoding="utf-8")
    watched.until("1 bevinding.")
    (kaders / "nieuw").write_text(GOOD, encoding="utf-8")
    (kaders / "nieuw").replace(cases)  # as an editor does that never leaves half a file
    assert "veranderd: kaders/kader-proeven.yaml" in watched.until(WELL)
    assert watched.stop() == 130
    watched.until("gestopt")
    assert "Traceback" not in "".join(watched.seen)


def test_a_file_of_cases_can_be_watched_by_its_name(watching: Callable[..., Watched], kaders: Path) -> None:
    watched = watching("kaders/kader-proeven.yaml")
    watched.until(WELL)
    (kaders / "kader-proeven.yaml").write_text(FAILING, encoding="utf-8")
    assert "fout[BO430]" in watched.until("2 bevindingen.")
    assert watched.stop() == 130


def test_what_is_no_record_does_not_count(watching: Callable[..., Watched], kaders: Path) -> None:
    watched = watching("kaders", "--format", "short")
    watched.until("let op kaders")
    for name in ("aantekening.txt", ".kader.yaml.swp", "#kader.yaml#", "~$kader.yaml", "kader.yaml~"):
        (kaders / name).write_text("x", encoding="utf-8")
    time.sleep(1)
    (kaders / "kader-proeven.yaml").unlink()
    gone = watched.until("BO431")
    assert gone.split("\n")[0].endswith("verwijderd: kaders/kader-proeven.yaml")
    assert gone.count("── ") == 1
    assert watched.stop() == 130


def test_every_run_is_the_whole_run(watching: Callable[..., Watched], kaders: Path) -> None:
    """With the other options too; a change that comes while one runs is not lost."""
    watched = watching("kaders", "--mutaties", "--format", "short")
    assert "BO434" in watched.until("R-1 als.ondersteuning_gewenst weg")
    (kaders / "kader-proeven.yaml").write_text(FAILING, encoding="utf-8")
    assert "BO430" in watched.until("R-1 als.ondersteuning_gewenst weg")
    assert watched.stop() == 130


def test_nothing_to_watch_gives_one_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["kader", "test", "--watch", "weg"]) == 2
    assert "BO101" in capsys.readouterr().out


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, kaders: Path, capsys: Any) -> None:
    monkeypatch.chdir(kaders.parent)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert run(["kader", "test", "kaders", "--watch"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert 'pip install "basisondersteuning[watch]"' in said.err
    assert "--watch" in said.err
    assert run(["kader", "test", "kaders"]) == 0  # who does not watch does not need it


@pytest.mark.parametrize("path", ["kaders", "kaders/kader.yaml"])
def test_cases_that_cannot_be_read_are_a_finding(monkeypatch: pytest.MonkeyPatch, kaders: Path, capsys: Any, path: str) -> None:
    """Not only `there are no cases`: what is wrong with them."""
    monkeypatch.chdir(kaders.parent)
    (kaders / "kader-proeven.yaml").write_text("soort: kaderproeven\nproeven: [", encoding="utf-8")
    assert run(["kader", "test", path, "--format", "short"]) == 1
    assert "kaders/kader-proeven.yaml:2" in capsys.readouterr().out
