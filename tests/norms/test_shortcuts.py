"""Where the engine takes a shorter way, it says what the long way says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.model.dossier import Dossier
from basisondersteuning.norms import pattern
from basisondersteuning.norms.frame import Series
from basisondersteuning.norms.pattern import YES, matcher
from basisondersteuning.norms.requirement import Climb
from basisondersteuning.norms.timeline import Entry, Timeline

from .build import built_in, dossier

NOBODY: Dossier = dossier([])
START = date(2026, 9, 1)
DAYS = st.integers(0, 9).map(lambda days: START + timedelta(days=days))


def one_test(field: str, wanted: str, may_be_absent: bool, plain: bool) -> pattern.Test:
    """A comparison, as the compiler makes it for a value (plain) or for one of the words for a test."""
    return pattern.Test(field, field, lambda one, _t, _a: one == wanted, may_be_absent, wanted if plain else None)


TESTS = st.lists(st.builds(one_test, st.sampled_from("ab"), st.sampled_from("xy"), st.booleans(), st.booleans()), max_size=3)
VALUES = st.fixed_dictionaries({name: st.sampled_from(["x", "y", None]) for name in "ab"})


@settings(derandomize=True)
@given(TESTS, VALUES)
def test_tests_made_one_give_the_least_answer_of_each_apart(tests: list[pattern.Test], values: dict[str, str | None]) -> None:
    timeline, entry = Timeline(NOBODY, START), Entry(None, 0, START, "", values)
    apart = min((one.outcome(entry, timeline, None) for one in tests), default=YES)
    assert matcher(tuple(tests))(values, timeline, None) == apart


@settings(derandomize=True)
@given(st.none() | DAYS, st.none() | DAYS, DAYS, DAYS)
def test_a_climb_counts_from_its_first_day_to_its_last(since: date | None, until: date | None, last: date, day: date) -> None:
    climb = Climb(since, until)
    first, end = climb.up_to(last)
    assert (first <= day <= end) == (climb.holds(day) and day <= last)


@settings(derandomize=True)
@given(st.lists(st.integers(-4, 14).map(lambda days: START + timedelta(days=days)), max_size=6), st.integers(1, 2))
def test_each_event_comes_with_the_version_of_its_day(days: list[date], versions: int) -> None:
    frame = built_in()
    first = replace(frame, code="eerste", start=START, end=START + timedelta(days=4))
    second = replace(frame, code="tweede", start=START + timedelta(days=7), end=START + timedelta(days=10))
    series = Series("proef", (first, second)[:versions])
    entries = [Entry(None, index, day, "", {}) for index, day in enumerate(sorted(days))]
    got = [(version.code, entry) for version, some in series.by_version(entries) for entry in some]
    assert got == [(version.code, one) for one in entries if (version := series.on(one.day)) is not None]
