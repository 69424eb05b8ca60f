"""The niveau history as a picture: for each lijn a line that goes up and down in steps, all above one time axis.

A niveau that the record does not support is drawn with dashes and an open dot, and named as such in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from ...model.words import level_words, long_date, plain, short_date
from ...norms.verdict import StrandVerdict
from .picture import Picture, drawing
from .shapes import RADIUS, WIDTH, dot, line, path, shortened, text, text_width
from .time_axis import TALLEST as AXIS
from .time_axis import TimeAxis

TALLEST = 800
"""Units: what is taller does not fit on a printed page, and becomes more than one picture."""

_ROW, _NAME, _BETWEEN, _LEGEND, _GUTTER = 24, 30, 20, 30, 110
_TITLE = "Niveaus van ondersteuning"
_DASHED = "niet onderbouwd in het dossier"


class Step(NamedTuple):
    """A step to another niveau: its rank, and whether the record supports this step."""

    day: date
    before: int
    after: int
    supported: bool = True


class Line(NamedTuple):
    """The steps of one lijn, in the order of time. `area` is the code of its vakgebied."""

    area: str
    steps: tuple[Step, ...]

    @property
    def sound(self) -> list[bool]:
        """For each step, whether the niveau after it is supported: by the step itself and by those it builds on."""
        found: list[bool] = []
        for step in self.steps:
            found.append(step.after < step.before or (step.supported and all(found[-1:])))
        return found


def line_of(strand: StrandVerdict) -> Line:
    """The line of one strand of a verdict."""
    moves = ((one.transition, one.supported) for one in strand.steps)
    return Line(strand.strand.name, tuple(Step(move.day, move.before, move.after, supported) for move, supported in moves))


def history(lines: Sequence[Line], codes: Sequence[str], until: date, prefix: str) -> tuple[Picture, ...]:
    """The history up to and including `until`, usually as one picture; none when no lijn has a step.

    `codes` are those of the niveaus, from `geen` up; `prefix` begins the ids in the SVG. Steps after `until` are left out.
    """
    kept = [Line(one.area, tuple(step for step in one.steps if step.day <= until)) for one in lines]
    kept = [one for one in kept if one.steps]
    if not kept:
        return ()
    top = max(step.after for one in kept for step in one.steps)
    panel = _NAME + top * _ROW + _BETWEEN
    fit = max((TALLEST - AXIS - _LEGEND) // panel, 1)
    groups = [kept[start : start + fit] for start in range(0, len(kept), fit)]
    first = min(one.steps[0].day for one in kept)
    made = []
    for index, group in enumerate(groups):
        title = _TITLE if len(groups) == 1 else f"{_TITLE} ({index + 1} van {len(groups)})"
        about = _about(group, codes, first, until)
        name = prefix if index == 0 else f"{prefix}-{index + 1}"
        svg = drawing(name, title, about, partial(_drawn, group, codes[: top + 1], first, until))
        made.append(Picture(title, about, svg, HEAD, tuple(_rows(group, codes))))
    return tuple(made)


HEAD = ("Vakgebied", "Datum", "Van", "Naar", "Onderbouwd in het dossier")
"""The columns of the table."""


def _drawn(lines: Sequence[Line], codes: Sequence[str], first: date, until: date) -> tuple[float, Iterable[str]]:
    chart = _Chart(lines, codes, first, until)
    return chart.height, chart.draw()


class _Chart:
    """The lines of one picture below each other, above one axis."""

    def __init__(self, lines: Sequence[Line], codes: Sequence[str], first: date, until: date) -> None:
        self.lines = lines
        self.words = [shortened(_label(code), _GUTTER) for code in codes]
        self.axis = TimeAxis(first, until, max(text_width(one) for one in self.words) + 8)
        self.tall = (len(codes) - 1) * _ROW
        self.bottom = len(lines) * (_NAME + self.tall + _BETWEEN) - 6
        self.dashed = not all(all(one.sound) for one in lines)
        self.height = self.bottom + self.axis.height + (_LEGEND if self.dashed else 0)

    def draw(self) -> Iterator[str]:
        tops = [index * (_NAME + self.tall + _BETWEEN) for index in range(len(self.lines))]
        yield from self.axis.draw(self.bottom, [(top + _NAME - 6, top + _NAME + self.tall + 6) for top in tops])
        for one, top in zip(self.lines, tops, strict=True):
            yield from self._panel(one, top)
        if self.dashed:
            y = self.height - 12
            yield dot(6, y, is_open=True)
            yield path([(6 + RADIUS, y), (40, y)], dashed=True)
            yield text(50, y + 5, _DASHED)

    def _panel(self, one: Line, top: float) -> Iterator[str]:
        yield text(0, top + 15, shortened(_name(one), WIDTH, bold=True), bold=True)
        base = top + _NAME + self.tall
        for rank, words in enumerate(self.words):
            y = base - rank * _ROW
            yield text(self.axis.left - 8, y + 5, words, "end")
            yield line(self.axis.left, y, WIDTH, y, opacity=0.3)
        yield from self._course(one, base)

    def _course(self, one: Line, base: float) -> Iterator[str]:
        """The line from dot to dot, full or dashed; it stops at the edge of an open one."""
        x, y, gap, full = self.axis.left, base - one.steps[0].before * _ROW, 0.0, True
        for step, sound in zip(one.steps, one.sound, strict=True):
            there, after = self.axis.x(step.day), base - step.after * _ROW
            edge = 0.0 if sound else RADIUS if after < y else -RADIUS
            run = [(min(x + gap, there), y), (there, y)]
            rise = [(there, y), (there, after + edge)]
            if full is sound:
                yield path([*run, rise[1]], dashed=not full)
            else:
                yield path(run, dashed=not full)
                yield path(rise, dashed=not sound)
            yield dot(there, after, is_open=not sound)
            x, y, gap, full = there, after, abs(edge), sound
        end = self.axis.x(self.axis.last)
        if x + gap < end:
            yield path([(x + gap, y), (end, y)], dashed=not full)


def _about(lines: Sequence[Line], codes: Sequence[str], first: date, until: date) -> str:
    areas = _listed([plain(one.area) for one in lines])
    start = f"op {long_date(until)}" if first == until else f"van {long_date(first)} tot en met {long_date(until)}"
    ends = [f"{plain(one.area)} {_end(one, codes)}" for one in lines] if len(lines) > 1 else [_end(lines[0], codes)]
    text = f"Het verloop bij {areas}, {start}. Aan het eind: {_listed(ends)}."
    if not all(all(one.sound) for one in lines):
        text += " Waar de lijn gestippeld is, onderbouwt het dossier het niveau niet."
    return text


def _end(one: Line, codes: Sequence[str]) -> str:
    words = level_words(codes[one.steps[-1].after])
    return words if one.sound[-1] else f"{words} (niet onderbouwd)"


def _rows(lines: Sequence[Line], codes: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for one in lines:
        for step, sound in zip(one.steps, one.sound, strict=True):
            held = "ja" if sound else "nee, een eerdere stap niet" if step.supported else "nee"
            before, after = level_words(codes[step.before]), level_words(codes[step.after])
            yield _name(one), short_date(step.day), before, after, held


def _name(one: Line) -> str:
    words = plain(one.area)
    return words[:1].upper() + words[1:]


def _label(code: str) -> str:
    return code if code == "geen" else level_words(code)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"
