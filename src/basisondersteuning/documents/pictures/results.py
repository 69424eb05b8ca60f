"""Test results as a picture: of one vakgebied and in one scale, a dot for each test.

Nothing is drawn that is not in the record: no line between the dots, no norm, no good or bad.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ...model.events_support import Schaal
from ...model.words import count, long_date, plain, short_date
from .picture import Picture, drawing
from .scales import SCALES, place, ticks
from .shapes import RADIUS, SIZE, WIDTH, dot, line, text, text_width
from .time_axis import TimeAxis

HEAD = ("Datum", "Toets", "Methodegebonden", "Resultaat")
"""The columns of the table."""

_TALL, _TOP, _LEGEND = 168, 22, 30


class Result(NamedTuple):
    """One test: what it is called, and its value as it was written."""

    day: date
    name: str
    value: str
    bound_to_method: bool


class _Point(NamedTuple):
    """A dot: where it is, what stands above it, and how many tests it stands for."""

    x: float
    y: float
    words: str
    is_open: bool


def results(area: str, scale: Schaal, found: Sequence[Result], prefix: str) -> Picture | None:
    """The results of one vakgebied in one scale; None when fewer than two of them can be drawn.

    `prefix` begins the ids in the SVG. The table holds every result, also one that is not in the drawing.
    """
    ordered = sorted(found, key=lambda one: one.day)
    placed = [(one, where) for one in ordered if (where := place(scale, one.value)) is not None]
    if len(placed) < 2:
        return None
    title = f"Resultaten {plain(area)}: {SCALES[scale].name}"
    about = _about(scale, [one for one, _ in placed], len(ordered) - len(placed))

    def drawn() -> tuple[float, Iterable[str]]:
        chart = _Chart(scale, placed)
        return chart.height, chart.draw()

    return Picture(title, about, drawing(prefix, title, about, drawn), HEAD, rows(ordered))


def rows(found: Sequence[Result]) -> tuple[tuple[str, ...], ...]:
    """The results as rows under `HEAD`, in the order in which they come."""
    return tuple((short_date(one.day), one.name, "ja" if one.bound_to_method else "nee", one.value) for one in found)


class _Chart:
    """The dots, between a scale on the left and the time below."""

    def __init__(self, scale: Schaal, placed: Sequence[tuple[Result, Decimal]]) -> None:
        self.ticks = ticks(scale, [where for _, where in placed])
        self.axis = TimeAxis(placed[0][0].day, placed[-1][0].day, max(text_width(words) for _, words in self.ticks) + 8)
        self.placed = placed
        self.named = not SCALES[scale].order
        self.both = len({one.bound_to_method for one, _ in placed}) == 2
        self.bottom = _TOP + _TALL + 14
        self.height = self.bottom + self.axis.height + (_LEGEND * 2 if self.both else 0)

    def draw(self) -> Iterator[str]:
        yield from self.axis.draw(self.bottom, [(_TOP - 8, self.bottom)])
        for value, words in self.ticks:
            yield text(self.axis.left - 8, self._y(value) + 5, words, "end")
            yield line(self.axis.left, self._y(value), WIDTH, self._y(value), opacity=0.3)
        points = self._points()
        yield from (dot(one.x, one.y, one.is_open) for one in points)
        yield from self._labels(points)
        if self.both:
            yield from self._legend()

    def _y(self, value: Decimal) -> float:
        low, high = self.ticks[0][0], self.ticks[-1][0]
        return _TOP + _TALL * float((high - value) / (high - low))

    def _points(self) -> list[_Point]:
        """The dots in the order of time. Tests of the same day with the same value lie on each other, and say how many."""
        same: dict[tuple[date, Decimal], list[Result]] = defaultdict(list)
        for one, where in self.placed:
            same[one.day, where].append(one)
        made = []
        for (day, where), tests in same.items():
            words = _number(where) if self.named else ""
            if len(tests) > 1:
                words = f"{words} ({len(tests)}×)" if words else f"{len(tests)}×"
            for bound in {one.bound_to_method for one in tests}:
                made.append(_Point(self.axis.x(day), self._y(where), words, is_open=self.both and not bound))
                words = ""
        return made

    def _labels(self, points: Sequence[_Point]) -> list[str]:
        """The words at the dots. Where there is no room for all of them, only those of the last and the first dot."""
        found = self._fitting(points, points)
        if len(found) < sum(1 for one in points if one.words):
            found = self._fitting([points[0], points[-1]], points)
        return found

    def _fitting(self, wanted: Sequence[_Point], points: Sequence[_Point]) -> list[str]:
        """The words above or below these dots, the last ones first: never over each other or over a dot, and off the grid."""
        taken = [(one.x - RADIUS, one.y - RADIUS, one.x + RADIUS, one.y + RADIUS) for one in points]
        taken.append((0, self.bottom, WIDTH, self.height))
        found = []
        for one in reversed([one for one in wanted if one.words]):
            half = text_width(one.words) / 2
            x = min(max(one.x, self.axis.left + half), WIDTH - half)
            bases = [one.y - 9, one.y + 8 + SIZE]
            bases.sort(key=lambda base: any(base - SIZE * 0.75 < self._y(value) < base for value, _ in self.ticks))
            for base in bases:
                box = (x - half - 2, base - SIZE + 2, x + half + 2, base + 2)
                if not any(_touch(box, other) for other in taken):
                    taken.append(box)
                    found.append(text(x, base, one.words, "middle"))
                    break
        return found

    def _legend(self) -> Iterator[str]:
        for row, (words, is_open) in enumerate((("methodegebonden toets", False), ("niet-methodegebonden toets", True))):
            y = self.bottom + self.axis.height + 16 + row * 24
            yield dot(self.axis.left + 6, y, is_open)
            yield text(self.axis.left + 20, y + 5, words)


def _touch(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _about(scale: Schaal, shown: Sequence[Result], left_out: int) -> str:
    first, last = shown[0].day, shown[-1].day
    when = f"op {long_date(first)}" if first == last else f"van {long_date(first)} tot en met {long_date(last)}"
    up = SCALES[scale].up
    order = up if SCALES[scale].order else f"hoe hoger de stip, {up}"
    text = f"{count(len(shown), 'resultaat', 'resultaten')} {when}. Elke stip is een toets: {order}."
    if left_out:
        text += f" {count(left_out, 'resultaat staat', 'resultaten staan')} alleen in de tabel."
    return text
