"""The time axis of a drawing: where a day lies, with months and school years below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ...model.words import month_short
from ...norms.calendar import school_year
from .shapes import WIDTH, line, text, text_width

TALLEST = 46
"""The most units that an axis takes below the drawing."""
SHORTEST = timedelta(days=14)
"""An axis is never shorter: of a history of one day one still sees where it lies."""

_BEFORE, _AFTER, _GAP, _LEAST = 14, 10, 10, 4
_TICK, _ROW = 5, 19
_DAYS_ONLY = timedelta(days=62)
_EVERY = (1, 2, 3, 6)


class TimeAxis:
    """Days from `first` to `last`, right of a margin of `left` units."""

    def __init__(self, first: date, last: date, left: float) -> None:
        self.last = last
        self.first = min(first, last - SHORTEST)
        self.left = left
        self._from, self._to = left + _BEFORE, float(WIDTH - _AFTER)
        self._augusts = [day for year in range(self.first.year, last.year + 1) if self.first < (day := date(year, 8, 1)) <= last]
        month = (self._to - self._from) * 30.4 / (last - self.first).days
        self._every = next((one for one in _EVERY if one * month >= text_width("okt") + _GAP), 0)
        self._named = text_width(school_year(last)) + _GAP <= 12 * month or len(self._augusts) < 2
        if 12 * month < _GAP:
            self._augusts = list(self._spaced())
        if self._named and self._augusts:
            self._make_room()
        self.height = TALLEST if self._every else TALLEST - _ROW

    def _make_room(self) -> None:
        """End earlier when the school year that still runs would have no room for its name."""
        part = (self.last - self._augusts[-1]).days / (self.last - self.first).days
        least = text_width(_brief(school_year(self.last))) + _LEAST
        self._to = min(self._to, (WIDTH - least - self._from * part) / (1 - part))

    def x(self, day: date) -> float:
        """Where a day lies, in units from the left."""
        return self._from + (self._to - self._from) * (day - self.first).days / (self.last - self.first).days

    def draw(self, bottom: float, rows: Iterable[tuple[float, float]]) -> Iterator[str]:
        """The axis at `bottom`; where a school year begins a thin line runs through each of the `rows`, from top to foot."""
        yield line(self.left, bottom, WIDTH, bottom, opacity=0.7)
        for day in self._augusts:
            for top, foot in (*rows, (bottom, bottom + _TICK)):
                yield line(self.x(day), top, self.x(day), foot, opacity=0.4)
        if self.last - self.first <= _DAYS_ONLY:
            yield from self._days(bottom + _ROW)
        elif self._every:
            yield from self._months(bottom + _ROW)
        yield from self._years(bottom + self.height - 8)

    def _days(self, y: float) -> Iterator[str]:
        for day, anchor in ((self.first, "start"), (self.last, "end")):
            yield self._tick(day, y)
            yield text(self.x(day), y, f"{day.day} {month_short(day.month)}", anchor)

    def _months(self, y: float) -> Iterator[str]:
        for day in self._starts():
            words = month_short(day.month)
            yield self._tick(day, y)
            if self.x(day) + text_width(words) / 2 <= WIDTH:
                yield text(self.x(day), y, words, "middle")

    def _tick(self, day: date, y: float) -> str:
        return line(self.x(day), y - _ROW, self.x(day), y - _ROW + _TICK, opacity=0.7)

    def _years(self, y: float) -> Iterator[str]:
        """The school years, each below its own part; in a long history the Augusts for which there is room."""
        if not self._named:
            for day in self._spaced():
                yield text(self.x(day), y, _august(day), "middle")
            return
        ends = [self.left, *(self.x(day) for day in self._augusts), float(WIDTH)]
        names = [school_year(day) for day in (self.first, *self._augusts)]
        for start, end, name in zip(ends, ends[1:], names, strict=False):
            if start > self.left:
                yield line(start, y - 12, start, y + 2, opacity=0.4)
            fitting = (one for one in (name, _brief(name)) if end - start >= text_width(one) + _LEAST)
            if words := next(fitting, ""):
                yield text((start + end) / 2, y, words, "middle")

    def _spaced(self) -> Iterator[date]:
        """The Augusts whose names leave room for each other, the last ones first."""
        free = WIDTH + _GAP / 2
        for day in reversed(self._augusts):
            half = (text_width(_august(day)) + _GAP) / 2
            if self.x(day) + half <= free:
                yield day
                free = self.x(day) - half

    def _starts(self) -> Iterator[date]:
        """First days of months on the axis, counted from August."""
        first = self.first.year * 12 + self.first.month  # the month after the first day, counted from year 0
        for month in range(first, self.last.year * 12 + self.last.month):
            if (month % 12 - 7) % self._every == 0:
                yield date(month // 12, month % 12 + 1, 1)


def _brief(name: str) -> str:
    """`'26-'27`, for a school year with little room."""
    first, last = name.split("-")
    return f"'{first[-2:]}-'{last[-2:]}"


def _august(day: date) -> str:
    return f"aug {day.year}"
