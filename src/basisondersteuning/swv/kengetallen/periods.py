"""Periods over which the same was counted: those that follow each other, and those that would be read as years by mistake."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from datetime import date
from typing import NamedTuple, TypeAlias

Period: TypeAlias = tuple[date | None, date]
"""The first day (None where it was not given) and the last day."""


class Clash(NamedTuple):
    """A period that cannot stand in a row with the others, and one of those that stands in its way."""

    period: Period
    other: Period


def following(periods: Collection[Period]) -> frozenset[Period]:
    """The most periods that do not overlap, the longest among as many; without any first day all of them.

    A period of which the first day is not given fits nowhere beside periods that have one.
    """
    dated = sorted(((end, start) for start, end in periods if start is not None), key=lambda one: one[0])
    if not dated:
        return frozenset(periods)
    ends = [end for end, _ in dated]
    best: list[tuple[int, int, tuple[Period, ...]]] = [(0, 0, ())]
    for end, start in dated:
        number, days, chosen = best[bisect_left(ends, start)]
        taken = (number + 1, days + (end - start).days + 1, (*chosen, (start, end)))
        best.append(max(best[-1], taken, key=lambda one: one[:2]))
    return frozenset(best[-1][2])


def clashes(periods: Collection[Period]) -> list[Clash]:
    """The periods that do not fit between the others, in order of their last day."""
    kept = following(periods)
    return [
        Clash(one, next((other for other in sorted(kept, key=_end) if overlap(one, other)), min(kept, key=_end)))
        for one in sorted(set(periods) - kept, key=_end)
    ]


def overlap(one: Period, other: Period) -> bool:
    """Whether two periods share a day; one without a first day is no more than its last."""
    return (one[0] or one[1]) <= other[1] and (other[0] or other[1]) <= one[1]


def _end(one: Period) -> tuple[date, date]:
    return one[1], one[0] or date.min
