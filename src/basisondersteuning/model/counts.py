"""Counts that may be masked, and percentages.

A count that was masked is an interval, never a guess: `<5` is 1 to 4 (how open data of DUO writes it), and
`afgeschermd` says no more than that there is a number.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, NamedTuple

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_BELOW = re.compile(r"<\s?(\d{1,3})", re.ASCII)
_BETWEEN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3})(?:[,.](\d{1,4}))?", re.ASCII)

HIDDEN = "afgeschermd"
"""A count that is not given at all, so that others cannot be found by subtraction."""


class Aantal(NamedTuple):
    """A number of pupils or decisions, as an interval: `low` to `high`, both included; `high` None is not known.

    A sum keeps the interval, so that what is masked in a part stays unknown in the whole.
    """

    low: int
    high: int | None

    @property
    def exact(self) -> int | None:
        """The number itself; None when it is masked."""
        return self.low if self.low == self.high else None

    def plus(self, other: Aantal) -> Aantal:
        """The sum of two counts."""
        return Aantal(self.low + other.low, None if self.high is None or other.high is None else self.high + other.high)

    def meets(self, other: Aantal) -> Aantal | None:
        """What is known when both are said of the same thing; None when they cannot both be true."""
        highs = [one for one in (self.high, other.high) if one is not None]
        low, high = max(self.low, other.low), min(highs, default=None)
        return Aantal(low, high) if high is None or low <= high else None

    @property
    def words(self) -> str:
        """As a person reads it: `12`, `1 tot 4`, `ten minste 3`, `afgeschermd`."""
        if self.exact is not None:
            return str(self.low)
        if self.high is None:
            return f"ten minste {self.low}" if self.low else HIDDEN
        return f"{self.low} tot {self.high}"

    @property
    def written(self) -> str:
        """As a record writes it: `12`, `<5`, `310-322`, `afgeschermd`. What has no highest number loses its lowest."""
        if self.exact is not None:
            return str(self.low)
        if self.high is None:
            return HIDDEN
        return f"<{self.high + 1}" if self.low == 1 and self.high < 999 else f"{self.low}-{self.high}"


def exactly(number: int) -> Aantal:
    """A count that is known."""
    return Aantal(number, number)


def parse_count(text: str) -> Aantal:
    """Read `12`, `<5`, `310-322` (a sum of which parts are masked) or `afgeschermd`; ValueError for every other form."""
    if _COUNT.fullmatch(text):
        return exactly(int(text))
    if (found := _BELOW.fullmatch(text)) and int(found[1]) > 1:
        return Aantal(1, int(found[1]) - 1)
    if (found := _BETWEEN.fullmatch(text)) and int(found[1]) <= int(found[2]):
        return Aantal(int(found[1]), int(found[2]))
    if text == HIDDEN:
        return Aantal(0, None)
    raise ValueError(text)


def _count(value: object) -> Aantal:
    if isinstance(value, str):
        try:
            return parse_count(value)
        except ValueError:
            pass
    raise PydanticCustomError("aantal", "aantal")


def parse_percent(text: str) -> Decimal:
    """Read `2,5` or `2.5` or `3`, from 0 to 100, with the decimals as written; ValueError for every other form."""
    if found := _PERCENT.fullmatch(text):
        value = Decimal(f"{found[1]}.{found[2]}" if found[2] else found[1])
        if value <= 100:
            return value
    raise ValueError(text)


def _percent(value: object) -> Decimal:
    if isinstance(value, str):
        try:
            return parse_percent(value)
        except ValueError:
            pass
    raise PydanticCustomError("procent", "procent")


Telgetal = Annotated[
    Aantal,
    PlainValidator(_count),
    WithJsonSchema({"type": ["integer", "string"], "pattern": r"^(\d{1,9}(-\d{1,9})?|<\s?(\d{2,3}|[2-9])|afgeschermd)$"}),
    Field(examples=[312, "<5"]),
]
"""A count: `312`, masked as `<5`, a sum of which parts are masked as `310-322`, or `afgeschermd`."""

Procent = Annotated[
    Decimal,
    PlainValidator(_percent),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^\d{1,3}([,.]\d{1,4})?$"}),
    Field(examples=["2,5"]),
]
"""A percentage, 0 to 100, written `2,5` or `2.5`."""
