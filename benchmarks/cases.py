"""What is measured: the commands, and the ratios that are goals."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from statistics import median

from . import others
from .lines import Folders, Group, Line, growth, net, peak, per_file, whole, whole_a_file, whole_ratio
from .measure import Case, Rounds

HERE = Path(__file__).parent
BO = str(Path(sys.executable).with_name("bo"))
FEW = 60
"""Files for the tools that take long; their cost per file does not depend on how many there are."""


def bo(command: str, folder: Path, jobs: int = 1, *more: str) -> tuple[str, ...]:
    """A command of `bo` on a folder; `escalate` finds work to do, which is not a failure here."""
    fine = ("--fail-on", "nooit") if command == "escalate" else ()
    return (BO, command, str(folder), "--jobs", str(jobs), "--geen-cache", *fine, *more)


def batch(at: Folders) -> Group:
    """One process over a folder, beside libyaml's bare events and beside the other tools."""
    python, floor = sys.executable, str(HERE / "floor.py")
    cases = [
        Case("floor", (python, floor, str(at.usual)), at.files),
        Case("floor, one file", (python, floor, str(at.one)), 1),
        Case("validate", bo("validate", at.usual), at.files),
        Case("validate, one file", bo("validate", at.one), 1),
        Case("escalate", bo("escalate", at.usual), at.files),
        Case("escalate, one file", bo("escalate", at.one), 1),
        Case("escalate jsonl", bo("escalate", at.usual, 1, "--format", "jsonl"), at.files),
        Case("escalate jsonl, one file", bo("escalate", at.one, 1, "--format", "jsonl"), 1),
    ]
    lines = [
        *(Line(f"{name}: one file, net of start-up", per_file(name), unit="ms") for name in _BATCH),
        *(Line(f"{name}: whole process", whole(name), unit="ms") for name in _BATCH),
        Line("validate / floor, net of start-up, CPU", net("validate", "floor"), 1.7),
        Line("validate / floor, net of start-up, wall", net("validate", "floor", "wall")),
        Line("validate / floor, whole process, CPU", whole_ratio("validate", "floor"), 1.7),
        Line("escalate / floor, net of start-up, CPU", net("escalate", "floor"), 1.9),
        Line("escalate / floor, net of start-up, wall", net("escalate", "floor", "wall")),
        Line("escalate / floor, whole process, CPU", whole_ratio("escalate", "floor"), 1.9),
        Line("escalate jsonl / floor, net of start-up, CPU", net("escalate jsonl", "floor"), 1.9),
    ]
    return Group("batch", cases, lines)


_BATCH = ("floor", "validate", "escalate", "escalate jsonl")


def rivals(at: Folders) -> Group:
    """Other tools that check the same files for their form."""
    cases = [
        Case("validate", bo("validate", at.usual), at.files),
        Case("validate, one file", bo("validate", at.one), 1),
        Case("check-jsonschema", others.check_jsonschema(at.few), FEW),
        Case("check-jsonschema, one file", others.check_jsonschema(at.one), 1),
        Case("yamale", others.yamale(at.few), FEW),
        Case("yamale, one file", others.yamale(at.one), 1),
        Case("ajv-cli", others.ajv(at.usual), at.files),
        Case("ajv-cli, one file", others.ajv(at.one), 1),
    ]
    goals = (("check-jsonschema", 26, 35), ("yamale", 6, 9), ("ajv-cli", 1, None))
    lines = [Line(f"{case.name}: one file, net of start-up", per_file(case.name), unit="ms") for case in cases[::2]]
    lines += [Line(f"{case.name}: start-up and one file", whole(case.name), unit="ms") for case in cases[1::2]]
    for name, goal, aim in goals:
        lines.append(Line(f"{name} / validate, one file, CPU", net(name, "validate"), goal, True, aim))
        lines.append(Line(f"{name} / validate, one file, wall", net(name, "validate", "wall"), goal, True, aim))
        lines.append(Line(f"{name} / validate, whole process a file, CPU", whole_a_file(name, "validate")))
    return Group("rivals", cases, lines)


def jobs(at: Folders) -> Group:
    """Two processes beside one, and memory, on many files."""
    cases = [
        Case(f"{command}, {number} at {jobs}", bo(command, folder, jobs), number)
        for command in ("validate", "escalate")
        for folder, number, jobs in ((at.usual, at.files, 1), (at.many, at.most, 1), (at.many, at.most, 2))
    ]
    lines = []
    for command in ("validate", "escalate"):
        small, one, two = (f"{command}, {number} at {n}" for number, n in ((at.files, 1), (at.most, 1), (at.most, 2)))
        lines += [
            Line(f"{command}: one process / two, wall", whole_ratio(one, two, "wall"), 1.5, True),
            Line(f"{command}: peak memory of a process, {at.files} files", peak(small), 48, unit="MiB"),
            Line(f"{command}: peak memory of a process, {at.most} files", peak(one), 48, unit="MiB"),
            Line(f"{command}: more memory on {at.most} files", growth(one, small), 3, unit="MiB"),
            Line(f"{command}: peak memory of the largest of two", peak(two), 48, unit="MiB"),
        ]
    return Group("jobs", cases, lines)


def norms(at: Folders) -> Group:
    """What judging costs beside reading, on long dossiers, and what opening the frames costs at the start."""
    python = sys.executable
    one = str(next(at.one.glob("*.yaml")))
    cases = [Case("bo escalate ONE", (BO, "escalate", one, "--fail-on", "nooit")), Case("pass", (python, "-c", "pass"))]

    @cache
    def figures(series: str) -> dict[str, float]:
        command = (python, "-m", "benchmarks.norms", str(at.long), series, "9")
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE.parent)
        found: dict[str, float] = json.loads(done.stdout)
        return found

    def figure(series: str, name: str) -> Callable[[Rounds], float]:
        return lambda _: figures(series)[name]

    def opened(name: str) -> Callable[[Rounds], float]:
        return lambda rounds: figures("landelijk")[name] / (1000 * median(rounds.whole("bo escalate ONE")))

    lines = [
        Line("rules of landelijk", figure("landelijk", "rules"), unit=""),
        Line("events of a dossier", figure("landelijk", "events"), unit=""),
        Line("reading a dossier", figure("landelijk", "read"), unit="us"),
        Line("judging it under landelijk", figure("landelijk", "judge"), unit="us"),
        Line("judging / reading, landelijk", figure("landelijk", "ratio"), 0.15),
        Line("judging / reading, kop-van-noord-holland", figure("kop-van-noord-holland", "ratio"), 0.15),
        Line("opening both frames", figure("landelijk", "open_all"), unit="ms"),
        Line("opening the one that is needed", figure("landelijk", "open_one"), unit="ms"),
        Line("opening both / bo escalate ONE", opened("open_all")),
        Line("opening the one that is needed / bo escalate ONE", opened("open_one"), 0.05),
    ]
    return Group("norms", cases, lines)


def documents(at: Folders) -> Group:
    """What a Groeidocument costs beside the bare render of its template, and what a run of many costs in memory."""
    out = str(others.DATA / "documenten")
    cases = [
        Case(f"bo render, {number} documents", (BO, "render", "groeidocument", str(folder), *_RENDER, "--out", out), number)
        for folder, number in ((at.few, FEW), (at.usual, at.files))
    ]

    @cache
    def figures() -> dict[str, float]:
        command = (sys.executable, "-m", "benchmarks.documents", str(at.few), "9")
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE.parent)
        found: dict[str, float] = json.loads(done.stdout)
        return found

    def figure(name: str, scale: float = 1.0) -> Callable[[Rounds], float]:
        return lambda _: figures()[name] * scale

    small, large = (one.name for one in cases)
    lines = []
    for form in ("md", "html"):
        lines += [
            Line(f"Groeidocument, {form}: reading the record", figure(f"{form} read", 0.001), unit="ms"),
            Line(f"Groeidocument, {form}: from file to file", figure(f"{form} whole", 0.001), unit="ms"),
            Line(f"Groeidocument, {form}: bare render", figure(f"{form} bare", 0.001), unit="ms"),
            Line(f"Groeidocument, {form}: beyond reading / bare render", figure(f"{form} ratio"), 1.5),
        ]
    lines += [
        Line(f"peak memory, {at.files} documents", peak(large), unit="MiB"),
        Line(f"more memory on {at.files} documents than on {FEW}", growth(large, small), 3, unit="MiB"),
    ]
    return Group("documents", cases, lines)


_RENDER = ("--format", "html", "--peildatum", "2026-06-01", "--jobs", "1", "--fail-on", "nooit", "--force")


GROUPS: dict[str, Callable[[Folders], Group]] = {
    "batch": batch,
    "rivals": rivals,
    "jobs": jobs,
    "norms": norms,
    "documents": documents,
}
