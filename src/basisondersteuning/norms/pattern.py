"""Patterns: `soort` and tests on fields, compiled to closures.

Matching has three outcomes. A test on a field that may be left out, and is, answers `MAYBE`: the record does not say.
It never counts as yes and never as no; the caller learns which field is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from .timeline import UNKNOWN, Entry, Strands, Timeline

NO, MAYBE, YES = 0, 1, 2


@dataclass(slots=True)
class Anchor:
    """The activation that a pattern is matched against: its event, and the strand it concerns (None: the pupil)."""

    entry: Entry
    strands: Strands | None


Check: TypeAlias = Callable[[object, Timeline, Anchor | None], bool]


@dataclass(frozen=True, slots=True)
class Test:
    """One test on one field: `check` on its value; `words` is how a person reads it.

    `unknown_if_absent` is set for a field that may be left out and has no default.
    """

    field: str
    words: str
    check: Check
    unknown_if_absent: bool

    def outcome(self, entry: Entry, timeline: Timeline, anchor: Anchor | None) -> int:
        """NO, MAYBE or YES for this event."""
        value = entry.values[self.field]
        if value is None and self.unknown_if_absent:
            return MAYBE
        return YES if self.check(value, timeline, anchor) else NO


@dataclass(frozen=True, slots=True)
class Pattern:
    """Events of one kind that pass every test.

    `same_strand`: an event of another strand than the anchor's does not count. `latest`: only the most recent event
    of this kind in the strand counts. `level`: the code of the niveau at which the support ran.
    """

    kind: str
    tests: tuple[Test, ...]
    same_strand: bool = True
    latest: bool = False
    level: str | None = None

    def match(
        self, entry: Entry, timeline: Timeline, anchor: Anchor | None, missing: list[tuple[Entry, str]] | None
    ) -> int:
        """NO, MAYBE or YES; for MAYBE the fields that the record lacks are added to `missing`."""
        result = YES
        for test in self.tests:
            value = entry.values[test.field]
            if value is None and test.unknown_if_absent:
                result = MAYBE
                if missing is not None:
                    missing.append((entry, test.field))
            elif not test.check(value, timeline, anchor):
                return NO
        if self.same_strand and anchor is not None:
            strand = strand_outcome(entry, anchor)
            if strand == NO:
                return NO
            if strand == MAYBE:
                result = MAYBE
                if missing is not None:
                    missing.append((entry, "vakgebied"))
        return result

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
    if own is UNKNOWN or wanted is UNKNOWN or not own or not wanted:
        return MAYBE
    return NO if own.isdisjoint(wanted) else YES
