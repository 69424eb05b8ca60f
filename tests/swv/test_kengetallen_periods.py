"""Periods that follow each other, whatever periods were counted."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.swv.kengetallen.origin import Origin, Told, sources, together
from basisondersteuning.swv.kengetallen.periods import Period, clashes, following, overlap

FIRST = date(2020, 1, 1)


@st.composite
def period(draw: st.DrawFn) -> Period:
    end = draw(st.integers(0, 30))
    start = draw(st.one_of(st.none(), st.integers(0, end)))
    return None if start is None else FIRST + timedelta(days=start), FIRST + timedelta(days=end)


PERIODS = st.lists(period(), max_size=7, unique=True)


@given(PERIODS)
@settings(derandomize=True, max_examples=300)
def test_what_stands_in_a_row_never_overlaps_and_no_longer_row_was_possible(some: list[Period]) -> None:
    kept = following(some)
    if not any(start for start, _ in some):
        assert kept == set(some)
        return
    assert all(start is not None for start, _ in kept)
    assert not any(overlap(one, other) for one, other in combinations(kept, 2))
    dated = [one for one in some if one[0] is not None]
    for number in range(len(kept) + 1, len(dated) + 1):
        assert all(any(overlap(*pair) for pair in combinations(row, 2)) for row in combinations(dated, number))


@given(PERIODS)
@settings(derandomize=True, max_examples=200)
def test_what_does_not_stand_in_the_row_is_told(some: list[Period]) -> None:
    told = clashes(some)
    assert {one.period for one in told} == set(some) - following(some)
    assert all(one.other in following(some) for one in told)
    assert all(overlap(one.period, one.other) for one in told if one.period[0] is not None)


def test_a_sum_is_as_provisional_as_its_parts() -> None:
    final, early, silent = Origin(("a",), "definitief"), Origin(("b",), "voorlopig"), Origin(("a",))
    assert together((final, early)) == Origin(("a", "b"), "voorlopig")
    assert together((final, silent)) == Origin(("a",), None)
    assert together((final, final)) == final
    assert together(()) == Origin()


def test_neighbours_of_one_source_are_one_range() -> None:
    a, b = Origin(("a",)), Origin(("b",))
    told = [Told("1", "1", a), Told("2", "2", a), Told("3", "3", b), Told("4", "5", a)]
    assert sources(told) == "Bron: a (1 t/m 2, 4 t/m 5); b (3)."
    assert sources(told, ranges=False) == "Bron: a (1, 2, 4 t/m 5); b (3)."
    assert sources(told[:2]) == "Bron: a."
    assert sources([]) == ""
