"""Run a process, and know what it cost: one child at a time, with its own figures from the system."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_NOT_OF_A_USER = {"PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "BO_CACHE", "BO_DEBUG"}
"""What a workplace may set and a user does not."""

MIB = 1024.0
"""`ru_maxrss` counts in KiB on Linux."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a process took, its own children included: seconds, and MiB of the largest process."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Case:
    """A command to measure; `files` is how many files it reads, `codes` the exit codes that mean that it did.

    `kept` is the folder for what `bo` keeps between runs; with `anew` it is emptied before every run.
    """

    name: str
    command: tuple[str, ...]
    files: int = 0
    codes: tuple[int, ...] = (0,)
    kept: Path | None = None
    anew: bool = False


class Failed(Exception):
    """A command that did not do what was asked; its figures would mean nothing."""


def run(case: Case, errors: Path) -> Cost:
    """Run a command to its end; what it writes is thrown away, its errors go to a file."""
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_OF_A_USER} | {"NO_COLOR": "1"}
    if case.kept is not None:
        environment["BO_CACHE"] = str(case.kept)
        if case.anew:
            shutil.rmtree(case.kept, ignore_errors=True)
    quiet = os.open(os.devnull, os.O_RDWR)
    told = os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    actions = [(os.POSIX_SPAWN_DUP2, quiet, 0), (os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, told, 2)]
    begin = time.perf_counter()
    child = os.posix_spawnp(case.command[0], case.command, environment, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    os.close(quiet)
    os.close(told)
    code = os.waitstatus_to_exitcode(status)
    if code not in case.codes:
        raise Failed(f"{case.name}: exit code {code}\n{errors.read_text(encoding='utf-8', errors='replace')[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB)


class Rounds:
    """The costs of every case, round by round; ratios are taken within a round, and then their median."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self.cases = {case.name: case for case in cases}
        self.costs: dict[str, list[Cost]] = {case.name: [] for case in cases}

    def measure(self, rounds: int, errors: Path) -> None:
        """Every case once a round, in turn, so that what else the machine does falls on all of them."""
        for case in self.cases.values():
            run(case, errors)  # files and byte code into the cache
        for number in range(rounds):
            order = list(self.cases.values())
            for case in order if number % 2 == 0 else reversed(order):
                self.costs[case.name].append(run(case, errors))

    def whole(self, name: str, what: str = "cpu") -> list[float]:
        """Per round: the whole process."""
        return [getattr(one, what) for one in self.costs[name]]

    def net(self, name: str, start: str, what: str = "cpu") -> list[float]:
        """Per round: one file, net of start-up, which is the same command on a folder of one file."""
        extra = self.cases[name].files - self.cases[start].files
        return [(a - b) / extra for a, b in zip(self.whole(name, what), self.whole(start, what), strict=True)]


def ratio(above: list[float], below: list[float]) -> float:
    """The median over the rounds of one figure in units of another."""
    return median(a / b for a, b in zip(above, below, strict=True))
