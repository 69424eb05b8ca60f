"""A line over the years that everyone can read: words at the axes, values at the points, intervals as bars.

What is masked is never drawn as a point: it is a bar from its lowest to its highest value, and the line to it a band.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ..pictures.picture import Drawing, drawing
from ..pictures.shapes import RADIUS, SIZE, WIDTH, dot, line, number, path, shortened, text, text_width
from .scale import Scale, scale

_TOP, _TALL, _BEFORE, _AFTER, _ROW = 34, 200, 14, 22, 24


class Mark(NamedTuple):
    """A value on a day, from `low` to `high`; without `high` there is no highest. `words` stand beside it."""

    day: date
    low: float
    high: float | None
    words: str

    @property
    def exact(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high


class Line(NamedTuple):
    """One line of a chart, with its name."""

    name: str
    marks: Sequence[Mark]


class Chart(NamedTuple):
    """What a chart shows. `unit` stands above the values, `days` below the years; `level` is a value to hold against."""

    own: Line
    other: Line | None
    level: tuple[str, Mark] | None
    unit: str
    days: str


def chart(prefix: str, title: str, about: str, shown: Chart) -> Drawing:
    """The drawing. `prefix` begins its ids; no other picture on the page may have it."""

    def drawn() -> tuple[float, Iterable[str]]:
        made = _Drawn(shown)
        return made.height, made.draw()

    return drawing(prefix, title, about, drawn)


class _Drawn:
    def __init__(self, shown: Chart) -> None:
        self.shown = shown
        marks = [*shown.own.marks, *(shown.other.marks if shown.other else ()), *((shown.level[1],) if shown.level else ())]
        ends = [one.low for one in marks] + [one.high for one in marks if one.high is not None]
        self.scale: Scale = scale(min(ends), max(ends))
        days = [one.day for one in shown.own.marks] + [one.day for one in (shown.other.marks if shown.other else ())]
        self.first, self.last = min(days), max(days)
        self.left = max(text_width(words) for _, words in self.scale.ticks) + 8
        self.bottom = _TOP + _TALL
        self.legend = list(self._legend_lines())
        self.height = self.bottom + 48 + _ROW * len(self.legend)

    def draw(self) -> Iterator[str]:
        yield text(0, SIZE, self.shown.unit)
        for value, words in self.scale.ticks:
            yield text(self.left - 8, self._y(value) + 5, words, "end")
            yield line(self.left, self._y(value), WIDTH, self._y(value), opacity=0.25)
        yield from self._years()
        if self.shown.level is not None:
            yield from self._level(self.shown.level[1])
        if self.shown.other is not None:
            yield from self._line(self.shown.other.marks, is_open=True)
        yield from self._line(self.shown.own.marks, is_open=False)
        yield from self._labels()
        for row, (sample, words) in enumerate(self.legend):
            y = self.bottom + 52 + row * _ROW
            yield from self._sample(sample, y)
            yield text(48, y + 5, shortened(words, WIDTH - 48))

    def _x(self, day: date) -> float:
        start, end = self.left + _BEFORE, WIDTH - _AFTER
        span = (self.last - self.first).days
        return (start + end) / 2 if span == 0 else start + (end - start) * (day - self.first).days / span

    def _y(self, value: float) -> float:
        low, high = self.scale.ticks[0][0], self.scale.ticks[-1][0]
        return _TOP + _TALL * (high - min(value, high)) / (high - low)

    def _years(self) -> Iterator[str]:
        yield line(self.left, self.bottom, WIDTH, self.bottom, opacity=0.7)
        end = float("inf")
        for day in sorted({one.day for one in self.shown.own.marks}, reverse=True):
            x = self._x(day)
            yield line(x, self.bottom, x, self.bottom + 5, opacity=0.7)
            half = text_width(str(day.year)) / 2
            if x + half <= end:
                place = min(x, WIDTH - half)
                yield text(place, self.bottom + 20, str(day.year), "middle")
                end = place - half - 8
        yield text(WIDTH, self.bottom + 38, self.shown.days, "end")

    def _level(self, level: Mark) -> Iterator[str]:
        for value in {level.low, level.high if level.high is not None else level.low}:
            yield path([(self.left, self._y(value)), (WIDTH, self._y(value))], dashed=True)

    def _line(self, marks: Sequence[Mark], *, is_open: bool) -> Iterator[str]:
        top = self.scale.ticks[-1][0]
        for one, after in pairwise(marks):
            x1, x2 = self._x(one.day), self._x(after.day)
            if one.exact and after.exact:
                ends = f'x1="{number(x1)}" y1="{number(self._y(one.low))}" x2="{number(x2)}" y2="{number(self._y(after.low))}"'
                dots = ' stroke-dasharray="1.5 4" stroke-linecap="round"' if is_open else ""
                yield f'<line {ends} stroke="currentColor" stroke-width="2"{dots}/>'
                continue
            highs = [(x, one_.high if one_.high is not None else top) for x, one_ in ((x2, after), (x1, one))]
            corners = [(x1, one.low), (x2, after.low), *highs]
            points = " ".join(f"{number(x)},{number(self._y(value))}" for x, value in corners)
            yield f'<polygon points="{points}" fill-opacity="0.18"/>'
        for one in marks:
            x = self._x(one.day)
            if one.exact:
                yield dot(x, self._y(one.low), is_open)
                continue
            low, high = self._y(one.low), self._y(one.high if one.high is not None else top)
            yield _bar(x, low, high)

    def _labels(self) -> Iterator[str]:
        """The values at the points, the last and the first before the others: never over each other or over a line."""
        marks = self.shown.own.marks
        lines = [one for one in (self.shown.own, self.shown.other) if one is not None]
        taken = [self._box(mark) for one in lines for mark in one.marks]
        between = [box for one in lines for box in self._between(one.marks)]
        if self.shown.level is not None:
            y = self._y(self.shown.level[1].low)
            between.append((self.left, y - 2, WIDTH, y + 2))
        order = [marks[-1], marks[0], *(one for one in marks if not one.exact), *reversed(marks)]
        for one in dict.fromkeys(order):
            ink = taken if one in (marks[0], marks[-1]) else [*taken, *between]  # these two may stand over a line
            for x, base, box in self._places(one):
                inside = box[0] >= self.left and box[2] <= WIDTH and box[1] > _TOP - 16 and box[3] < self.bottom
                if inside and not any(_touch(box, other) for other in ink):
                    taken.append(box)
                    yield text(x, base, one.words, "middle")
                    break

    def _places(self, one: Mark) -> Iterator[tuple[float, float, tuple[float, float, float, float]]]:
        """Where the words of a point may stand: above it, below it, to one side of that, or beside the point itself."""
        half = text_width(one.words) / 2
        _, top, _, foot = self._box(one)
        spots = [(base, aside) for base in (top - 3, foot + SIZE - 1) for aside in (0.0, -half, half)]
        spots += [((top + foot) / 2 + SIZE / 3, aside) for aside in (half + RADIUS + 4, -half - RADIUS - 4)]
        for base, aside in spots:
            x = min(max(self._x(one.day) + aside, self.left + half), WIDTH - half)
            yield x, base, (x - half, base - SIZE * 0.75, x + half, base + SIZE * 0.2)

    def _between(self, marks: Sequence[Mark]) -> Iterator[tuple[float, float, float, float]]:
        """Small boxes along the way between the points of a line."""
        for one, after in pairwise(marks):
            for step in range(1, 8):
                x = self._x(one.day) + (self._x(after.day) - self._x(one.day)) * step / 8
                y = self._y(one.low) + (self._y(after.low) - self._y(one.low)) * step / 8
                yield (x - 2, y - 2, x + 2, y + 2)

    def _box(self, one: Mark) -> tuple[float, float, float, float]:
        x, low = self._x(one.day), self._y(one.low)
        high = self._y(one.high) if one.high is not None else float(_TOP)
        return (x - RADIUS, high - RADIUS, x + RADIUS, low + RADIUS)

    def _legend_lines(self) -> Iterator[tuple[str, str]]:
        yield "own", self.shown.own.name
        if any(not one.exact for one in self.shown.own.marks):
            yield "bar", "laagste tot hoogste (afgeschermd)"
        if self.shown.other is not None:
            yield "other", self.shown.other.name
        if self.shown.level is not None:
            yield "level", self.shown.level[0]

    def _sample(self, sample: str, y: float) -> Iterator[str]:
        if sample == "level":
            yield path([(4, y), (40, y)], dashed=True)
        elif sample == "bar":
            yield _bar(22, y + 8, y - 8)
        else:
            dots = ' stroke-dasharray="1.5 4" stroke-linecap="round"' if sample == "other" else ""
            yield f'<line x1="4" y1="{number(y)}" x2="40" y2="{number(y)}" stroke="currentColor" stroke-width="2"{dots}/>'
            yield dot(22, y, sample == "other")


def _bar(x: float, low: float, high: float) -> str:
    """A thick line from lowest to highest, with an end at both, so that a short one is seen too."""
    ends = "".join(f"M{number(x - 5)} {number(y)}h10" for y in (low, high))
    between = f'<path d="M{number(x)} {number(low)}V{number(high)}" stroke="currentColor" stroke-width="4"/>'
    return f'{between}<path d="{ends}" stroke="currentColor" stroke-width="2"/>'


def _touch(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
