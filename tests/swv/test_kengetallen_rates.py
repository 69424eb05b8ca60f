"""Arithmetic with masked counts: whatever the true numbers are, what is said of them holds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.model.counts import Aantal, exactly, parse_percent
from basisondersteuning.model.rates import Rate, as_published, compare, dutch_number, part_of_whole, ratio, total
from basisondersteuning.swv.kengetallen.definitions import DEFINITIONS, RATES

UNKNOWN = Aantal(0, None)


@st.composite
def masked(draw: st.DrawFn) -> tuple[int, Aantal]:
    """A true number, and a count that holds it."""
    true = draw(st.integers(0, 400))
    below, above = draw(st.integers(0, true)), draw(st.one_of(st.none(), st.integers(0, 50)))
    kind = draw(st.sampled_from(("exact", "masked")))
    return true, exactly(true) if kind == "exact" else Aantal(true - below, None if above is None else true + above)


def inside(true: Fraction, rate: Rate) -> bool:
    return rate.low <= true and (rate.high is None or true <= rate.high)


@given(st.sampled_from(list(DEFINITIONS)), st.sampled_from(RATES), masked(), masked(), masked())
@settings(derandomize=True, max_examples=400)
def test_the_true_rate_lies_inside_under_every_definition(
    definition: str, what: str, bao: tuple[int, Aantal], sbo: tuple[int, Aantal], so: tuple[int, Aantal]
) -> None:
    division = DEFINITIONS[definition][what]
    true = {"bao": bao[0], "sbo": sbo[0], "so": so[0]}
    rate = division.rate({"bao": bao[1], "sbo": sbo[1], "so": so[1]})
    whole = sum(true[one] for one in division.whole)
    if rate is not None and whole:
        exact = Fraction(100 * true[division.part], whole)
        assert inside(exact, rate)
        low, high = rate.bounds
        if rate.exact is None:
            assert low <= Decimal(exact.numerator) / Decimal(exact.denominator)
            assert high is None or Decimal(exact.numerator) / Decimal(exact.denominator) <= high


@given(masked(), masked(), st.integers(0, 20), st.integers(0, 20))
@settings(derandomize=True)
def test_to_know_less_never_gives_a_narrower_rate(part: tuple[int, Aantal], rest: tuple[int, Aantal], one: int, two: int) -> None:
    def wider(count: Aantal, by: int) -> Aantal:
        return Aantal(max(count.low - by, 0), None if count.high is None else count.high + by)

    for make in (part_of_whole, ratio):
        narrow, wide = make(part[1], rest[1]), make(wider(part[1], one), wider(rest[1], two))
        if narrow is not None and wide is not None:
            assert wide.low <= narrow.low
            assert wide.high is None or (narrow.high is not None and narrow.high <= wide.high)


@given(st.lists(masked(), max_size=6), st.randoms(use_true_random=False))
@settings(derandomize=True)
def test_the_order_of_a_sum_does_not_matter_and_it_holds_the_true_sum(some: list[tuple[int, Aantal]], random: Random) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)
    summed = total(one for _, one in some)
    assert summed == total(one for _, one in shuffled)
    true = sum(one for one, _ in some)
    assert summed.low <= true
    assert summed.high is None or true <= summed.high


@given(masked(), masked(), masked(), masked())
@settings(derandomize=True, max_examples=300)
def test_a_comparison_holds_whatever_the_true_numbers_are(
    a: tuple[int, Aantal], b: tuple[int, Aantal], c: tuple[int, Aantal], d: tuple[int, Aantal]
) -> None:
    one, other = part_of_whole(a[1], b[1]), part_of_whole(c[1], d[1])
    if one is None or other is None or not a[0] + b[0] or not c[0] + d[0]:
        return
    first, second = Fraction(a[0], a[0] + b[0]), Fraction(c[0], c[0] + d[0])
    said = compare(one, other)
    assert said == "onzeker" or said == ("lager" if first < second else "hoger" if first > second else "gelijk")
    mirrored = {"lager": "hoger", "hoger": "lager"}.get(said, said)
    assert compare(other, one) == mirrored


@given(st.integers(0, 10_000), st.integers(0, 2))
@settings(derandomize=True)
def test_what_was_rounded_lies_inside_what_was_published(hundredths: int, decimals: int) -> None:
    true = Decimal(hundredths) / 100
    assert inside(Fraction(true), as_published(round(true, decimals)))


@given(masked(), masked())
@settings(derandomize=True)
def test_two_true_counts_of_one_thing_always_meet(one: tuple[int, Aantal], other: tuple[int, Aantal]) -> None:
    true = one[0]
    shifted = Aantal(min(other[1].low, true), None if other[1].high is None else max(other[1].high, true))
    met = one[1].meets(shifted)
    assert met is not None
    assert met.low <= true
    assert met.high is None or true <= met.high
    assert met == shifted.meets(one[1])


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (part_of_whole(exactly(234), exactly(10214)), "2,24 %"),
        (part_of_whole(Aantal(231, 237), exactly(10931)), "2,06-2,13 %"),
        (part_of_whole(Aantal(20, None), exactly(1000)), "ten minste 1,96 %"),
        (part_of_whole(exactly(20), Aantal(1000, None)), "ten hoogste 1,97 %"),
        (part_of_whole(UNKNOWN, exactly(100)), "niet bekend"),
        (as_published(parse_percent("2,5")), "2,5 %"),
        (as_published(parse_percent("3")), "3 %"),
    ],
)
def test_a_rate_in_words(rate: Rate | None, words: str) -> None:
    assert rate is not None
    assert rate.words == words


def test_an_interval_is_rounded_outward() -> None:
    rate = part_of_whole(Aantal(1, 2), exactly(299))
    assert rate is not None
    assert rate.bounds == (Decimal("0.33"), Decimal("0.67"))
    assert rate.low > Fraction(33, 100)
    assert rate.high is not None
    assert rate.high < Fraction(67, 100)


def test_there_is_no_rate_of_nobody() -> None:
    assert part_of_whole(exactly(0), exactly(0)) is None
    assert part_of_whole(UNKNOWN, UNKNOWN) is None
    assert ratio(exactly(3), UNKNOWN) is None


def test_published_rates_are_compared_as_published_only_with_as_many_decimals() -> None:
    assert compare(as_published(Decimal("2.5")), as_published(Decimal("2.5"))) == "gelijk"
    assert compare(as_published(Decimal("2.4")), as_published(Decimal("2.5"))) == "lager"
    assert compare(as_published(Decimal("2.50")), as_published(Decimal("2.5"))) == "onzeker"
    exact = part_of_whole(exactly(25), exactly(975))
    assert exact is not None
    assert compare(exact, as_published(Decimal("2.5"))) == "onzeker"
    assert compare(exact, as_published(Decimal("2.6"))) == "lager"


def test_the_more_precise_of_two_is_taken_and_contradictions_are_seen() -> None:
    wide, exact = Rate(Fraction(1), Fraction(3)), Rate(Fraction(2), Fraction(2))
    assert wide.narrower(exact) == exact.narrower(wide) == exact
    assert wide.narrower(Rate(Fraction(4), None)) is None
    assert Rate(Fraction(4), None).narrower(Rate(Fraction(5), Fraction(6))) == Rate(Fraction(5), Fraction(6))


def test_numbers_are_dutch() -> None:
    assert dutch_number(Decimal("2.50")) == "2,50"
    assert dutch_number(Fraction(1, 3)) == "0,33"
    assert dutch_number(12) == "12"
