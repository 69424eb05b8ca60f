"""A compiled norm frame: rules ready to be evaluated, with what a person needs to understand them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..findings.finding import Severity
from ..model.frame import Normenkader, Regel
from .levels import Level
from .pattern import Pattern
from .requirement import Requirement


class RuleException(NamedTuple):
    """A named exception: when its requirement is met, the rule does not apply."""

    name: str
    requirement: Requirement


class RuleCard(NamedTuple):
    """What a list of duties shows of a rule; plain data, so that it can travel between processes."""

    code: str
    title: str
    severity: Severity
    role: str
    action: str
    short: str
    question: str | None


class Rule(NamedTuple):
    """One compiled rule. `condition_for` is the rank of the niveau it is a condition for, 0 for an ordinary rule.

    `splits`: an activation that concerns several strands is judged for each of them, so that evidence is never mixed.
    `raw` is the rule as it was written, for showing it. `period`: a dated rule holds for activations from the first day
    to the last.
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
    splits: bool
    source: str
    card: RuleCard
    raw: Regel
    period: tuple[date, date] | None = None

    def holds_on(self, day: date) -> bool:
        """Whether an activation of this day falls under the rule."""
        return self.period is None or self.period[0] <= day <= self.period[1]


@dataclass(slots=True)
class Frame:
    """One version of a series of norms, compiled.

    `triggers` gives, for a kind of event, the rules that it may activate; `conditions`, for a rank, the conditions of
    that niveau.
    """

    code: str
    series: str
    title: str
    start: date
    end: date | None
    levels: tuple[Level, ...]
    rules: tuple[Rule, ...]
    ends: tuple[Pattern, ...]
    record: Normenkader
    texts: tuple[bytes, ...]
    path: str
    conditions: dict[int, tuple[Rule, ...]] = field(default_factory=dict)
    ordinary: tuple[Rule, ...] = ()
    by_code: dict[str, Rule] = field(default_factory=dict)
    triggers: dict[str, tuple[tuple[Rule, Pattern], ...]] = field(default_factory=dict)
    _digest: str = field(default="", init=False)

    def __post_init__(self) -> None:
        self.by_code = {rule.code: rule for rule in self.rules}
        self.ordinary = tuple(rule for rule in self.rules if not rule.condition_for)
        pairs = [(rule, pattern) for rule in self.ordinary for pattern in rule.triggers]
        self.triggers = {
            kind: tuple((rule, pattern) for rule, pattern in pairs if pattern.kind == kind)
            for kind in {pattern.kind for _, pattern in pairs}
        }
        self.conditions = {
            level.rank: tuple(rule for rule in self.rules if rule.condition_for == level.rank) for level in self.levels
        }

    @property
    def digest(self) -> str:
        """A fingerprint of this version and of all it builds on."""
        if self._digest:
            return self._digest
        import hashlib

        total = hashlib.sha256()
        for text in self.texts:
            total.update(text.replace(b"\r\n", b"\n"))  # the same on a machine that ends its lines otherwise
        self._digest = total.hexdigest()[:16]
        return self._digest

    def holds_on(self, day: date) -> bool:
        """Whether this version is in force on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


class Series(NamedTuple):
    """The versions of one series, in order of time; the date picks the version."""

    name: str
    versions: tuple[Frame, ...]

    def on(self, day: date) -> Frame | None:
        """The version in force on a day; None when there is none."""
        for frame in self.versions:
            if frame.start <= day and (frame.end is None or day <= frame.end):
                return frame
        return None

    def levels_on(self, day: date) -> tuple[Level, ...]:
        """The niveaus as the version of a day describes them; before the first version those of the first."""
        return (self.on(day) or (self.versions[0] if day < self.versions[0].start else self.versions[-1])).levels

    def rule(self, code: str) -> Rule | None:
        """The newest version of a rule."""
        return next((frame.by_code[code] for frame in reversed(self.versions) if code in frame.by_code), None)
