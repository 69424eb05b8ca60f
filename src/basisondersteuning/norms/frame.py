"""A compiled norm frame: rules ready to be evaluated, with what a person needs to understand them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..findings.finding import Severity
from ..model.frame import Normenkader, Regel
from .levels import Level
from .pattern import Pattern
from .requirement import Requirement


@dataclass(frozen=True, slots=True)
class RuleException:
    """A named exception: when its requirement is met, the rule does not apply."""

    name: str
    requirement: Requirement


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule. `condition_for` is the rank of the niveau it is a condition for, 0 for an ordinary rule.

    `per_strand`: an activation that concerns several strands is judged for each of them, so that evidence is never
    mixed. `raw` is the rule as it was written, for showing it.
    """

    code: str
    title: str
    severity: Severity
    role: str
    action: str
    level: str
    triggers: tuple[Pattern, ...]
    condition_for: int
    first_only: bool
    requirement: Requirement
    exceptions: tuple[RuleException, ...]
    per_strand: bool
    source: str
    raw: Regel


@dataclass(slots=True)
class Frame:
    """One version of a series of norms, compiled."""

    code: str
    series: str
    title: str
    start: date
    end: date | None
    levels: tuple[Level, ...]
    rules: tuple[Rule, ...]
    ends: tuple[Pattern, ...]
    record: Normenkader
    digest: str
    path: str
    conditions: dict[int, tuple[Rule, ...]] = field(default_factory=dict)
    ordinary: tuple[Rule, ...] = ()
    by_code: dict[str, Rule] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_code = {rule.code: rule for rule in self.rules}
        self.ordinary = tuple(rule for rule in self.rules if not rule.condition_for)
        self.conditions = {
            level.rank: tuple(rule for rule in self.rules if rule.condition_for == level.rank) for level in self.levels
        }

    def holds_on(self, day: date) -> bool:
        """Whether this version is in force on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Series:
    """The versions of one series, in order of time; the date picks the version."""

    name: str
    versions: tuple[Frame, ...]

    def on(self, day: date) -> Frame | None:
        """The version in force on a day; None when there is none."""
        return next((frame for frame in self.versions if frame.holds_on(day)), None)

    def rule(self, code: str) -> Rule | None:
        """The newest version of a rule."""
        return next((frame.by_code[code] for frame in reversed(self.versions) if code in frame.by_code), None)
