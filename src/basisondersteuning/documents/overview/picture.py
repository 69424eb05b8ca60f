"""The course of one pupil as a picture: a bar per niveau for each vakgebied, the events below it, and what lies ahead.

What a bar means stands in it; a niveau that the record does not support is drawn with dashes. The same stands in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from ...casework.overview.card import Card, Line, Mark, Turn
from ...model.words import count, level_words, long_date, plain, short_date
from ..pictures.picture import Drawing, drawing
from ..pictures.shapes import DASHES, WIDTH, line, number, shortened, text, text_width
from ..pictures.time_axis import TimeAxis

_NAME, _BAR, _MARKS, _BETWEEN, _LEFT = 20, 22, 12, 12, 0
_LEAST = 4
"""Units that a bar takes at least, so that one of a day is seen."""


def picture(card: Card, levels: Sequence[str], peildatum: date, prefix: str) -> Drawing | None:
    """The course of a pupil up to the peildatum, and the dates ahead; None when nothing happened yet."""
    lines = [one for one in card.lines if one.turns]
    days = [one.day for one in card.marks] + [turn.day for one in lines for turn in one.turns]
    if not days:
        return None
    last = max([peildatum, *(one.day for one in card.ahead)])
    title = f"Het verloop van {card.pupil}"
    return drawing(prefix, title, words(card, peildatum), partial(_drawn, card, lines, levels, min(days), last, peildatum))


def words(card: Card, peildatum: date) -> str:
    """The same in words, for who does not see it."""
    told = [f"{_name(one)}: {_course(one)}." for one in card.lines if one.turns]
    if card.marks:
        first, last = card.marks[0].day, card.marks[-1].day
        number = count(len(card.marks), "gebeurtenis", "gebeurtenissen")
        told.append(
            f"{number}, op {long_date(first)}."
            if first == last
            else f"{number}, van {long_date(first)} tot en met {long_date(last)}."
        )
    told.append(f"De streep is {long_date(peildatum)}.")
    return " ".join(told)


def _course(one: Line) -> str:
    return ", ".join(f"{level_words(turn.after)} vanaf {short_date(turn.day)}{_doubt(turn)}" for turn in one.turns)


def _doubt(turn: Turn) -> str:
    return "" if turn.sound else " (niet onderbouwd)"


def _drawn(
    card: Card, lines: Sequence[Line], levels: Sequence[str], first: date, last: date, peildatum: date
) -> tuple[float, Iterable[str]]:
    rows: list[Line | None] = list(lines) or [None]
    axis = TimeAxis(first, last, _LEFT)
    tall = _NAME + _BAR + _MARKS + _BETWEEN
    bottom = len(rows) * tall
    return bottom + axis.height, _shapes(card, rows, levels, axis, peildatum, tall)


_LINE = re.compile(r'<line x1="([^"]+)" y1="([^"]+)" x2="([^"]+)" y2="([^"]+)" (stroke=[^>]*)/>')


def _together(shapes: Iterable[str]) -> Iterator[str]:
    """The shapes, with all lines that look the same as one: there are as many pictures as pupils."""
    found: dict[str, str] = {}
    for one in shapes:
        line_ = _LINE.fullmatch(one)
        if line_ is None:
            yield one
        else:
            x1, y1, x2, y2, look = line_.groups()
            found[look] = found.get(look, "") + f"M{x1} {y1}L{x2} {y2}"
    yield from (f'<path d="{steps}" {look}/>' for look, steps in found.items())


def _shapes(
    card: Card, rows: Sequence[Line | None], levels: Sequence[str], axis: TimeAxis, peildatum: date, tall: int
) -> Iterator[str]:
    bottom = len(rows) * tall
    spans = [(index * tall + _NAME, (index + 1) * tall - _BETWEEN) for index in range(len(rows))]
    yield from _together(axis.draw(bottom, spans))
    for index, one in enumerate(rows):
        top = index * tall
        if one is not None:
            yield text(_LEFT, top + 14, shortened(_name(one), WIDTH, bold=True), bold=True)
            yield from _bars(one, levels, axis, peildatum, top + _NAME)
        only = len(rows) == 1
        marks = (each for each in card.marks if only or one is None or each.strand in (None, one.name))
        yield from _ticks(marks, axis, top + _NAME + _BAR + 4)
        ahead = [each.day for each in card.ahead if only or one is None or each.strand in (None, one.name)]
        yield from (_diamond(axis.x(day), top + _NAME + _BAR / 2) for day in dict.fromkeys(ahead))
    x = axis.x(peildatum)
    yield line(x, _NAME - 4, x, bottom)


def _bars(one: Line, levels: Sequence[str], axis: TimeAxis, peildatum: date, y: float) -> Iterator[str]:
    ends = [*(turn.day for turn in one.turns[1:]), peildatum]
    for turn, end in zip(one.turns, ends, strict=True):
        if turn.after == "geen":
            continue
        rank = levels.index(turn.after) if turn.after in levels else len(levels)
        left = axis.x(turn.day)
        wide = max(axis.x(end) - left - 1, _LEAST)
        yield _bar(left, y, wide, 0.06 + 0.07 * rank if turn.sound else 0, dashed=not turn.sound)
        said = next((each for each in (level_words(turn.after), turn.after) if text_width(each) + 6 <= wide), "")
        if said:
            yield text(left + wide / 2, y + 16, said, "middle")


def _bar(x: float, y: float, wide: float, shade: float, *, dashed: bool) -> str:
    size = f'x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{_BAR}" rx="2"'
    dashes = f' stroke-dasharray="{DASHES}"' if dashed else ""
    return f'<rect {size} fill-opacity="{shade:.2f}" stroke="currentColor" stroke-opacity="0.6"{dashes}/>'


def _ticks(marks: Iterable[Mark], axis: TimeAxis, y: float) -> Iterator[str]:
    """One path for all events, since there may be many."""
    spots = dict.fromkeys(number(axis.x(one.day)) for one in marks)
    if spots:
        steps = "".join(f"M{x} {number(y)}v7" for x in spots)
        yield f'<path d="{steps}" stroke="currentColor" stroke-width="1.5" stroke-opacity="0.75"/>'


def _diamond(x: float, y: float) -> str:
    return f'<path d="M{number(x)} {number(y - 6)}l5 6l-5 6l-5-6z" fill="none" stroke="currentColor" stroke-width="1.5"/>'


def _name(one: Line) -> str:
    said = plain(one.name)
    return said[:1].upper() + said[1:]
