"""What of every day is measured: what a command needs to start, and how soon a change is seen."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache

from . import others
from .cases import BO, HERE
from .lines import Folders, Group, Line, whole, whole_ratio
from .measure import Case, Rounds

START_FILES = 200
"""A caseload of one school, on which commands of every day should feel instant."""
_SEEN = {"line": "a change in the terminal", "disk": "a change on disk", "browser": "a change in a browser"}


def start(at: Folders) -> Group:
    """What it takes to start: the commands of every day, beside Python that does nothing and a script that reads one file."""
    python = sys.executable
    one = str(next(at.one.glob("*.yaml")))
    kept = others.DATA / "bewaard"
    judged = ("--fail-on", "nooit")
    event = (
        "observatie",
        "--datum",
        "2026-11-20",
        "--door",
        "leerkracht",
        "--ondersteuning_gewenst",
        "nee",
        "--gedrag",
        "rustig",
        "--resultaten",
        "gelijk",
        "--toon",
    )
    cases = [
        Case("pass", (python, "-c", "pass")),
        Case("one-file script", (python, str(HERE / "one_file.py"), one)),
        Case("bo --version", (BO, "--version")),
        Case("bo", (BO,)),
        Case("bo --help", (BO, "--help")),
        Case("bo --vul-aan", (BO, "--vul-aan", "bash", "escalate", ":L-")),
        Case("bo log --help", (BO, "log", "--help")),
        Case("bo validate --help", (BO, "validate", "--help")),
        Case("bo validate ONE", (BO, "validate", one)),
        Case("bo escalate ONE", (BO, "escalate", one, *judged)),
        Case("bo log ONE --toon", (BO, "log", one, *event)),
        Case("bo overview, 200, warm", (BO, "overview", str(at.start), *judged), kept=kept),
        Case(f"bo overview, {at.files}, warm", (BO, "overview", str(at.usual), *judged), kept=kept),
        Case(f"bo escalate, {at.files}, warm", (BO, "escalate", str(at.usual), *judged), kept=kept),
    ]
    goals = {
        "bo --version": 2.5,
        "bo": 4.0,
        "bo --help": 4.0,
        "bo --vul-aan": 4.0,
        "bo log --help": 8.0,
        "bo overview, 200, warm": 12.0,
        "bo escalate ONE": 24.0,
        "bo log ONE --toon": 28.0,
    }
    lines = [Line(case.name, whole(case.name), unit="ms") for case in cases]
    for what in ("cpu", "wall"):
        word = "CPU" if what == "cpu" else what
        names = [case.name for case in cases[2:]]
        lines += [Line(f"{name} / pass, {word}", whole_ratio(name, "pass", what), goals.get(name)) for name in names]
        lines += [
            Line(f"bo validate ONE / one-file script, {word}", whole_ratio("bo validate ONE", "one-file script", what)),
            Line(f"bo escalate ONE / one-file script, {word}", whole_ratio("bo escalate ONE", "one-file script", what), 1.3),
        ]
    return Group("start", cases, lines)


def watching(at: Folders) -> Group:
    """How soon `bo watch` shows a change: in the terminal, on disk, and in a browser that has the page open."""
    names = ("line", "disk", "browser")

    @cache
    def figures(files: int) -> dict[str, float]:
        folder = at.start if files == START_FILES else at.usual
        command = (sys.executable, "-m", "benchmarks.watching", str(folder), "7")
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE.parent)
        found: dict[str, float] = json.loads(done.stdout)
        return found

    def figure(files: int, name: str) -> Callable[[Rounds], float]:
        return lambda _: figures(files)[name]

    lines = []
    for files in dict.fromkeys((START_FILES, at.files)):
        lines += [Line(f"{files} dossiers: {_SEEN[name]}", figure(files, name), 1.0, unit="s") for name in names]
        lines += [
            Line(f"{files} dossiers: from the start to watching", figure(files, "start"), unit="s"),
            Line(f"{files} dossiers: the page", figure(files, "page"), unit="MB"),
        ]
    return Group("watching", [], lines)
