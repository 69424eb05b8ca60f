"""A batch as a person sees it: how far it is on a terminal, nothing of that elsewhere, and Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from basisondersteuning.cli import progress
from basisondersteuning.cli.progress import watched
from running import Bo

pty = pytest.importorskip("pty")

PROGRAM = (
    "import sys; from basisondersteuning.cli import progress; progress.PATIENCE = 0.0;"
    "from basisondersteuning.cli.app import run; sys.exit(run(sys.argv[1:]))"
)
DAY = ("--peildatum", "2026-11-24")


def on_terminal(*words: str, stdout: bool = False, **env: str) -> tuple[str, str]:
    """What a run writes to a pipe for standard output, and to a terminal for the rest (or for both)."""
    main, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        stdout=side if stdout else subprocess.PIPE,
        stderr=side,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80", **env},
    )
    os.close(side)
    shown: list[bytes] = []
    reader = Thread(target=lambda: shown.extend(_read(main)), daemon=True)  # else a full terminal stops the run
    reader.start()
    output, _ = process.communicate(timeout=30)
    reader.join(timeout=30)
    os.close(main)
    return (output or b"").decode(), b"".join(shown).decode()


def _read(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux says so when nobody has the other side any more
            return
        if not part:
            return
        yield part


def test_a_terminal_shows_how_far_it_is_and_the_rest_stays_as_it_was(bo: Bo, desk: Path) -> None:
    words = ("escalate", "dossiers", *DAY, "--format", "jsonl")
    output, shown = on_terminal(*words)
    assert output == bo(*words).out
    assert "Beoordelen" in shown and "/19" in shown and "nog" in shown
    assert "Controleren" in on_terminal("validate", "dossiers", *DAY, "--out", "uit.json")[1]


def test_no_bar_runs_through_results_on_the_same_terminal_nor_on_one_that_cannot(bo: Bo, desk: Path) -> None:
    assert "Beoordelen" not in on_terminal("escalate", "dossiers", *DAY, "--format", "short", stdout=True)[1]
    assert "Beoordelen" in on_terminal("escalate", "dossiers", *DAY, stdout=True)[1]
    assert on_terminal("escalate", "dossiers", *DAY, TERM="dumb")[1] == ""
    assert bo("escalate", "dossiers", *DAY).err == ""


def test_every_result_comes_through_whenever_the_bar_appears(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(progress, "_wanted", lambda writes: True)
    monkeypatch.setattr(progress, "_count", lambda paths: 40)
    for patience in (-1.0, 0.002, 100.0):
        monkeypatch.setattr(progress, "PATIENCE", patience)
        assert list(watched(_slowly(45), "Tellen", [str(tmp_path)], False)) == list(range(45))
        assert list(watched(iter([]), "Tellen", [str(tmp_path)], False)) == []


def _slowly(number: int) -> Iterator[int]:
    for one in range(number):
        time.sleep(0.0002)
        yield one


def test_the_next_run_goes_on_where_one_was_broken_off(desk: Path, bo: Bo) -> None:
    for path in sorted(Path("dossiers").glob("*.yaml")):
        for number in range(40):
            pupil = path.read_text(encoding="utf-8").replace("id: L-", f"id: L-{number}-", 1)  # a copy would not count
            Path(f"dossiers/{number}-{path.name}").write_text(pupil, encoding="utf-8")
    words = ("escalate", "dossiers", *DAY, "--format", "jsonl", "--jobs", "1")
    process = subprocess.Popen(
        [sys.executable, "-m", "basisondersteuning", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    for _ in range(100):
        process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "onderbroken; " in error.decode() and " dossiers beoordeeld" in error.decode()
    (store,) = Path(os.environ["BO_CACHE"]).iterdir()
    assert store.stat().st_size > 100_000
    assert bo(*words) == bo(*words, "--geen-cache")
