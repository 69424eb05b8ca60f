"""Rates of counts that may be masked: an interval of percentages, never a middle of it.

Everything is exact: fractions, rounded only where a person reads them, and then outward, so that what is written holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import reduce
from typing import Literal, NamedTuple, TypeAlias

from .counts import Aantal, exactly

Comparison: TypeAlias = Literal["lager", "gelijk", "hoger", "onzeker"]
"""How one rate lies to another; onzeker where the intervals leave room for more than one answer."""

DECIMALS = 2
"""Decimals of a rate that was calculated. A setting of `bo`."""

UNLIKELY = 50
"""Above this percentage participation in SBO or SO of a whole region is most likely a mistake. A setting of `bo`."""


class Rate(NamedTuple):
    """A percentage between `low` and `high`, both included; `high` None is not known.

    `published` is the percentage as someone else gave it: that was rounded, so it stands for an interval too.
    """

    low: Fraction
    high: Fraction | None
    published: Decimal | None = None

    @property
    def exact(self) -> Fraction | None:
        """The percentage itself; None when it is an interval."""
        return self.low if self.low == self.high else None

    @property
    def bounds(self) -> tuple[Decimal, Decimal | None]:
        """The interval in decimals, rounded outward; of an exact rate both are the same, rounded as usual."""
        if self.published is not None:
            return self.published, self.published
        if self.exact is not None:
            value = _rounded(self.low, ROUND_HALF_UP)
            return value, value
        return _rounded(self.low, ROUND_FLOOR), None if self.high is None else _rounded(self.high, ROUND_CEILING)

    @property
    def words(self) -> str:
        """As a person reads it: `2,13 %`, `1,90-2,08 %`, `ten minste 1,90 %`."""
        low, high = self.bounds
        if high is None:
            return f"ten minste {dutch_number(low)} %" if low else "niet bekend"
        if low == 0 < high:
            return f"ten hoogste {dutch_number(high)} %"
        return f"{dutch_number(low)} %" if low == high else f"{dutch_number(low)}-{dutch_number(high)} %"

    def narrower(self, other: Rate) -> Rate | None:
        """The more precise of two rates of the same thing; None when they cannot both be true."""
        apart = (self.high is not None and self.high < other.low) or (other.high is not None and other.high < self.low)
        if apart:
            return None
        return min(self, other, key=lambda one: (one.high is None, (one.high or 0) - one.low))


def total(counts: Iterable[Aantal]) -> Aantal:
    """The sum of counts; of none it is 0."""
    return reduce(Aantal.plus, counts, exactly(0))


def part_of_whole(part: Aantal, rest: Aantal) -> Rate | None:
    """What percentage `part` is of itself and the rest together; None when there may be nobody at all.

    More in the part is more, more in the rest is less, so the ends of the counts give the ends of the rate.
    """
    if part.low + rest.low == 0:
        return None
    low = Fraction(0) if rest.high is None or part.low == 0 else _share(part.low, part.low + rest.high)
    return Rate(low, None if part.high is None else _share(part.high, part.high + rest.low))


def ratio(part: Aantal, whole: Aantal) -> Rate | None:
    """What percentage `part` is of a whole that is counted apart; None when the whole may be nobody."""
    if whole.low == 0:
        return None
    low = Fraction(0) if whole.high is None else _share(part.low, whole.high)
    return Rate(low, None if part.high is None else _share(part.high, whole.low))


def as_published(percentage: Decimal) -> Rate:
    """A percentage that someone else rounded: `2,5` is anything from 2,45 to 2,55."""
    half = Fraction(Decimal(5).scaleb(-_decimals(percentage) - 1))
    return Rate(max(Fraction(percentage) - half, Fraction(0)), Fraction(percentage) + half, percentage)


def compare(one: Rate, other: Rate) -> Comparison:
    """How the first lies to the second: certain where every value inside the intervals gives the same answer.

    Two percentages published with as many decimals are compared as they were published.
    """
    if one.published is not None and other.published is not None and _decimals(one.published) == _decimals(other.published):
        return _order(Fraction(one.published), Fraction(other.published))
    if one.exact is not None and other.exact is not None:
        return _order(one.exact, other.exact)
    if one.high is not None and one.high < other.low:
        return "lager"
    if other.high is not None and other.high < one.low:
        return "hoger"
    return "onzeker"


def dutch_number(value: Decimal | Fraction | int) -> str:
    """A number in Dutch notation: `2,13`."""
    if isinstance(value, Fraction):
        value = _rounded(value, ROUND_HALF_UP)
    return f"{value}".replace(".", ",")


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _order(one: Fraction, other: Fraction) -> Comparison:
    return "lager" if one < other else "hoger" if one > other else "gelijk"


def _share(part: int, whole: int) -> Fraction:
    return Fraction(100 * part, whole)


def _rounded(value: Fraction, mode: str) -> Decimal:
    step = 10**DECIMALS
    scaled = value * step
    whole = scaled.numerator // scaled.denominator
    left = scaled - whole
    up = left > 0 if mode == ROUND_CEILING else left >= Fraction(1, 2) if mode == ROUND_HALF_UP else False
    return Decimal(whole + up).scaleb(-DECIMALS)
