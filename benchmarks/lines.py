"""What is reported: figures and ratios of what was measured, and which of them are goals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from .measure import Case, Rounds, ratio


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders of made-up dossiers: one, a few, of one school, the usual number, many, and some long ones; and SOPs."""

    one: Path
    few: Path
    start: Path
    usual: Path
    many: Path
    long: Path
    files: int
    most: int
    sops: Path
    few_sops: Path
    profiles: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report; `goal` is the bound of a goal (at most, or with `least` at least), `aim` a further one."""

    label: str
    value: Callable[[Rounds], float]
    goal: float | None = None
    least: bool = False
    aim: float | None = None
    unit: str = "x"

    def met(self, value: float) -> bool:
        """Whether the goal is met."""
        assert self.goal is not None
        return value >= self.goal if self.least else value <= self.goal


@dataclass(frozen=True, slots=True)
class Group:
    """Cases that are measured in the same rounds, and what is reported of them."""

    name: str
    cases: list[Case]
    lines: list[Line]


def per_file(name: str) -> Callable[[Rounds], float]:
    """A file, net of start-up, in ms of CPU."""
    return lambda rounds: 1000 * median(rounds.net(name, f"{name}, one file"))


def whole(name: str, what: str = "cpu") -> Callable[[Rounds], float]:
    """The whole process, in ms."""
    return lambda rounds: 1000 * median(rounds.whole(name, what))


def net(above: str, below: str, what: str = "cpu") -> Callable[[Rounds], float]:
    """A ratio of files, net of start-up."""
    return lambda rounds: ratio(rounds.net(above, f"{above}, one file", what), rounds.net(below, f"{below}, one file", what))


def whole_ratio(above: str, below: str, what: str = "cpu") -> Callable[[Rounds], float]:
    """A ratio of whole processes."""
    return lambda rounds: ratio(rounds.whole(above, what), rounds.whole(below, what))


def whole_a_file(above: str, below: str) -> Callable[[Rounds], float]:
    """A ratio of whole processes, each divided by its files."""

    def value(rounds: Rounds) -> float:
        files = rounds.cases[above].files / rounds.cases[below].files
        return ratio(rounds.whole(above), rounds.whole(below)) / files

    return value


def peak(name: str) -> Callable[[Rounds], float]:
    """MiB of the largest process, in the round where that was most."""
    return lambda rounds: max(rounds.whole(name, "peak"))


def growth(above: str, below: str) -> Callable[[Rounds], float]:
    """MiB that one case takes more than another."""
    return lambda rounds: median(a - b for a, b in zip(rounds.whole(above, "peak"), rounds.whole(below, "peak"), strict=True))
