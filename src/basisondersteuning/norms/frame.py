"""A compiled norm frame: rules ready to be evaluated, with what a person needs to understand them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from ..findings.finding import Severity
from ..model.frame import Normenkader, Regel
from .card import RuleCard as RuleCard
from .levels import Ladder, Level
from .pattern import Pattern
from .requirement import Judge, Requirement
from .timeline import Entry


class RuleException(NamedTuple):
    """A named exception: when its requirement is met, the rule does not apply."""

    name: str
    requirement: Requirement


class Rule(NamedTuple):
    """One compiled rule. `condition_for` is the rank of the niveau it is a condition for, 0 for an ordinary rule.

    `splits`: an activation that concerns several strands is judged for each of them, so that evidence is never mixed.
    `raw` is the rule as it was written, for showing it. `period`: a dated rule holds for activations from the first day
    to the last. `over` says which record the rule is about; `level` is empty for a rule that is not about a dossier.
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
    over: str = "dossier"

    def holds_on(self, day: date) -> bool:
        """Whether an activation of this day falls under the rule."""
        return self.period is None or self.period[0] <= day <= self.period[1]


class Judged(NamedTuple):
    """A rule as the engine runs it, with what it asks compiled to closures.

    `plain`: every event that matches the trigger is one activation, without exceptions or a period to look at.
    """

    rule: Rule
    judge: Judge
    exceptions: tuple[tuple[str, Judge], ...]
    plain: bool

    @classmethod
    def of(cls, rule: Rule) -> Judged:
        """Compile a rule."""
        exceptions = tuple((one.name, one.requirement.judge()) for one in rule.exceptions)
        plain = not rule.first_only and not exceptions and rule.period is None
        return cls(rule, rule.requirement.judge(), exceptions, plain)


class Occasion(NamedTuple):
    """A trigger with the rules that it activates. `certain`: every event of its kind matches."""

    pattern: Pattern
    certain: bool
    rules: tuple[Judged, ...]


@dataclass(slots=True)
class Frame:
    """One version of a series of norms, compiled.

    `triggers` gives, for a kind of event, what it may give rise to, in the order of the rules; `fact_triggers` the same for
    each other record that rules are about; `conditions`, for a rank, the conditions of that niveau.
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
    conditions: dict[int, tuple[Judged, ...]] = field(default_factory=dict)
    ordinary: tuple[Rule, ...] = ()
    by_code: dict[str, Rule] = field(default_factory=dict)
    triggers: dict[str, tuple[Occasion, ...]] = field(default_factory=dict)
    fact_triggers: dict[str, dict[str, tuple[Occasion, ...]]] = field(default_factory=dict)
    ladder: Ladder = field(init=False)
    _digest: str = field(default="", init=False)

    def __post_init__(self) -> None:
        self.by_code = {rule.code: rule for rule in self.rules}
        self.ordinary = tuple(rule for rule in self.rules if not rule.condition_for)
        self.ladder = Ladder.of(self.levels)
        judged = [Judged.of(rule) for rule in self.rules]
        self.triggers = _triggers([one for one in judged if one.rule.over == "dossier"])
        overs = {one.over for one in self.rules} - {"dossier"}
        self.fact_triggers = {over: _triggers([one for one in judged if one.rule.over == over]) for over in overs}
        self.conditions = {
            level.rank: tuple(one for one in judged if one.rule.condition_for == level.rank) for level in self.levels
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


def _triggers(rules: list[Judged]) -> dict[str, tuple[Occasion, ...]]:
    """For each kind of event or fact, what it may give rise to, in the order of the rules."""
    pairs = [(pattern, one) for one in rules if not one.rule.condition_for for pattern in one.rule.triggers]
    return {kind: _occasions([pair for pair in pairs if pair[0].kind == kind]) for kind in {one.kind for one, _ in pairs}}


def _occasions(pairs: list[tuple[Pattern, Judged]]) -> tuple[Occasion, ...]:
    """Rules in a row with the same trigger taken together, so that it is matched once."""
    return tuple(
        Occasion(pattern, not pattern.tests and pattern.level is None, tuple(one for _, one in some))
        for pattern, some in groupby(pairs, itemgetter(0))
    )


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

    def by_version(self, entries: list[Entry]) -> Iterator[tuple[Frame, Iterable[Entry]]]:
        """Events in order of day, with the version in force on their day; without those for which there is none."""
        if entries and (first := self.on(entries[0].day)) is not None and first.holds_on(entries[-1].day):
            yield first, entries
            return
        for frame, some in groupby(entries, lambda one: self.on(one.day)):
            if frame is not None:
                yield frame, some

    def ladder_on(self, day: date) -> Ladder:
        """The niveaus as the version of a day describes them; before the first version those of the first."""
        return (self.on(day) or (self.versions[0] if day < self.versions[0].start else self.versions[-1])).ladder

    def rule(self, code: str) -> Rule | None:
        """The newest version of a rule."""
        return next((frame.by_code[code] for frame in reversed(self.versions) if code in frame.by_code), None)
