"""Suppression: what is hidden cannot be worked out. Held against plain enumeration of every school that looks the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.swv.counting.suppress import Number, seen_among, together
from basisondersteuning.swv.counting.tally import TOGETHER, Line, Tally, publish

NAMES = ("geen", "1", "2", "3", "arrangement")


class School(NamedTuple):
    """The true numbers of one school: per niveau, and of those with something to do."""

    levels: tuple[int, ...]
    running: int
    late: int = 0


Seen: TypeAlias = tuple[str, ...]
"""All that is shown of a school."""


def lines(threshold: int, *schools: School, whole: bool = True, moves: tuple[int, ...] = ()) -> list[Line]:
    """What is published of these schools."""
    tally = Tally(NAMES[: len(schools[0].levels)])
    for name, school in zip("abcdefgh", schools, strict=False):
        tally.schools.add(name)
        tally.at.update({(name, level): number for level, number in zip(NAMES, school.levels, strict=False)})
        tally.running[name], tally.late[name] = school.running, school.late
    if moves:
        tally.moves["geen", "1"] = Counter(dict(zip("abcdefgh", moves, strict=False)))
    return publish(tally, threshold, whole).lines


def worlds(levels: int, most: int) -> Iterator[School]:
    """Every school with up to so many pupils per niveau."""
    for numbers in product(range(most + 1), repeat=levels):
        yield from (School(numbers, running) for running in range(sum(numbers) + 1))


def told(school: School) -> dict[str, int]:
    """What nobody may find where it is small: each count, and what remains of the school beside it."""
    whole = sum(school.levels)
    found = {f"niveau {index}": number for index, number in enumerate(school.levels)}
    rests = {f"rest naast {index}": whole - number for index, number in enumerate(school.levels)}
    return {**found, **rests, "samen": whole, "te doen": school.running, "rest": whole - school.running}


@pytest.mark.parametrize(("levels", "threshold", "most"), [(1, 3, 12), (2, 3, 8), (3, 3, 6), (1, 5, 20), (2, 5, 13), (3, 4, 7)])
def test_of_all_schools_that_look_the_same_no_small_number_is_the_same(levels: int, threshold: int, most: int) -> None:
    """Whoever knows the rule knows just this: it is one of the schools of which the same would be shown."""
    alike: dict[Seen, list[School]] = defaultdict(list)
    for school in worlds(levels, most):
        alike[tuple(one.written for one in lines(threshold, school))].append(school)
    for seen, schools in alike.items():
        values = [told(one) for one in schools]
        hides = "afgeschermd" in seen
        for name in values[0]:
            found = {one[name] for one in values}
            assert not any(0 < one < threshold for one in found) or (hides and len(found) >= threshold - 1), (
                name,
                seen,
                schools[:5],
            )


def test_the_two_kinds_of_duties_say_nothing_of_each_other_nor_of_the_niveaus() -> None:
    threshold = 3
    alike: dict[Seen, set[tuple[int, ...]]] = defaultdict(set)
    for school in worlds(2, 6):
        for late in range(sum(school.levels) + 1):
            one = school._replace(late=late)
            alike[tuple(line.written for line in lines(threshold, one))].add((*one.levels, one.running, late))
    for seen, found in alike.items():
        for index in range(4):
            values = {one[index] for one in found}
            assert seen[index] != "afgeschermd" or len(values) >= threshold - 1


_NUMBER = st.one_of(st.integers(0, 6), st.integers(0, 30))
_SCHOOL = st.builds(
    lambda levels, share, late: School(tuple(levels), sum(levels) * share // 100, sum(levels) * late // 100),
    st.lists(_NUMBER, min_size=3, max_size=3),
    st.integers(0, 100),
    st.integers(0, 100),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(_SCHOOL, min_size=1, max_size=6), st.integers(3, 9))
def test_nothing_small_is_shown_and_every_hidden_count_looks_the_same(schools: list[School], threshold: int) -> None:
    for line in lines(threshold, *schools):
        assert line.number is None or line.number == 0 or line.number >= threshold
        assert line.written == ("afgeschermd" if line.number is None else str(line.number))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(_SCHOOL, min_size=1, max_size=6), st.integers(3, 9))
def test_what_is_shown_of_a_school_does_not_change_by_the_other_schools(schools: list[School], threshold: int) -> None:
    alone = [line.number for school in schools for line in lines(threshold, school)]
    together_shown = [line.number for line in lines(threshold, *schools) if line.school != TOGETHER]
    assert together_shown == alone


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(_SCHOOL, min_size=2, max_size=6), st.lists(_NUMBER, min_size=6, max_size=6), st.integers(3, 9))
def test_a_sum_over_schools_is_no_more_than_a_reader_can_add_up(schools: list[School], moves: list[int], threshold: int) -> None:
    shown = lines(threshold, *schools, moves=tuple(moves))
    parts: dict[tuple[str, str, str], list[Number]] = defaultdict(list)
    for line in shown:
        if line.school != TOGETHER:
            parts[line.what, line.level, line.before].append(line.number)
    sums = {(line.what, line.level, line.before): line.number for line in shown if line.school == TOGETHER}
    assert sums == {key: None if None in each else sum(one or 0 for one in each) for key, each in parts.items()}
    assert not [line for line in lines(threshold, *schools, whole=False) if line.school == TOGETHER]


@pytest.mark.parametrize(
    ("number", "levels", "seen"),
    [
        (0, (None, 7), 0),
        (4, (20, 7), None),
        (5, (20, 7), 5),
        (22, (20, 7), 22),
        (23, (20, 7), None),
        (26, (20, 7), None),
        (27, (20, 7), 27),
        (8, (None, 7), 8),
        (9, (None, 7), None),
        (9, (None, 7, None), 9),
        (10, (None, 7, None), None),
    ],
)
def test_who_has_something_to_do_is_hidden_where_it_would_tell_of_a_niveau(
    number: int, levels: tuple[Number, ...], seen: Number
) -> None:
    assert seen_among(number, levels, 5) == seen


def test_a_sum_with_a_hidden_part_is_hidden() -> None:
    assert together([5, 0, 9]) == 14
    assert together([5, None, 9]) is None
    assert together([]) == 0
