"""Patterns: `soort` and tests on fields, compiled to closures.

Matching has three outcomes. A test on a field that may be left out, and is, answers `MAYBE`: the record does not say.
It never counts as yes and never as no; the caller learns which field is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from .timeline import Entry, Strands, Timeline

NO, MAYBE, YES = 0, 1, 2


@dataclass(slots=True)
class Anchor:
    """The activation that a pattern is matched against: its event, and the strand it concerns (None: the pupil)."""

    entry: Entry
    strands: Strands | None


Check: TypeAlias = Callable[[object, Timeline, Anchor | None], bool]


class Test(NamedTuple):
    """One test on one field: `check` on its value; `words` is how a person reads it.

    `unknown_if_absent` is set for a field that may be left out and has no default. `equals` holds the wanted value of a
    plain comparison, which is by far the most frequent test and needs no call. `bound` is set for a test that looks at
    the activating event.
    """

    field: str
    words: str
    check: Check
    unknown_if_absent: bool
    equals: object = None
    bound: bool = False

    def outcome(self, entry: Entry, timeline: Timeline, anchor: Anchor | None) -> int:
        """NO, MAYBE or YES for this event."""
        value = entry.values[self.field]
        if value is None and self.unknown_if_absent:
            return MAYBE
        return YES if self.check(value, timeline, anchor) else NO


Matcher: TypeAlias = Callable[[dict[str, Any], Timeline, Anchor | None], int]
"""Tests made one: NO, MAYBE or YES for the values of an event, or of a part of one."""


def matcher(tests: tuple[Test, ...]) -> Matcher:
    """One closure for several tests; the two most frequent cases have a short one of their own."""
    steps = tuple((one.field, one.equals, one.unknown_if_absent, one.check) for one in tests)
    if not steps:
        return lambda _values, _timeline, _anchor: YES
    if len(steps) == 1:
        return _single(*steps[0])

    def match(values: dict[str, Any], timeline: Timeline, anchor: Anchor | None) -> int:
        result = YES
        for name, equals, unknown_if_absent, check in steps:
            value = values[name]
            if value is None and unknown_if_absent:
                result = MAYBE
            elif equals is not None:
                if value != equals:
                    return NO
            elif not check(value, timeline, anchor):
                return NO
        return result

    return match


def _single(name: str, equals: object, unknown_if_absent: bool, check: Check) -> Matcher:
    absent = MAYBE if unknown_if_absent else NO

    def same(values: dict[str, Any], _timeline: Timeline, _anchor: Anchor | None) -> int:
        value = values[name]
        return YES if value == equals else absent if value is None else NO

    def passes(values: dict[str, Any], timeline: Timeline, anchor: Anchor | None) -> int:
        value = values[name]
        if value is None and unknown_if_absent:
            return MAYBE
        return YES if check(value, timeline, anchor) else NO

    return passes if equals is None else same


@dataclass(slots=True, eq=False)
class Pattern:
    """Events of one kind that pass every test.

    `same_strand`: an event of another strand than the anchor's does not count. `latest`: only the most recent event
    of this kind in the strand counts. `level`: the code of the niveau at which the support ran. `matches` is all tests in
    one closure.
    """

    kind: str
    tests: tuple[Test, ...]
    same_strand: bool = True
    latest: bool = False
    level: str | None = None
    matches: Matcher = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.matches = matcher(self.tests)

    def match(self, entry: Entry, timeline: Timeline, anchor: Anchor | None = None) -> int:
        """NO, MAYBE or YES for the fields of an event; strand and niveau are for the caller."""
        return self.matches(entry.values, timeline, anchor)

    def gaps(self, entry: Entry, anchor: Anchor | None = None) -> list[tuple[Entry, str]]:
        """The fields whose absence keeps the answer at MAYBE."""
        missing = [(entry, test.field) for test in self.tests if test.unknown_if_absent and entry.values[test.field] is None]
        if self.same_strand and anchor is not None and strand_outcome(entry, anchor) == MAYBE:
            missing.append((entry, "vakgebied"))
        return missing

    @property
    def words(self) -> str:
        """The pattern as a person reads it."""
        tests = [test.words for test in self.tests]
        if self.level is not None:
            tests.append(f"op niveau {self.level}")
        if self.latest:
            tests.append("de laatste telt")
        return f"{self.kind} ({'; '.join(tests)})" if tests else self.kind


def strand_outcome(entry: Entry, anchor: Anchor) -> int:
    """Whether an event belongs to the strand of the anchor."""
    own, wanted = entry.strands, anchor.strands
    if own is None or wanted is None:
        return YES
    if not own or not wanted:
        return MAYBE
    return NO if own.isdisjoint(wanted) else YES
