"""The few shapes that a drawing consists of, with presentation attributes only: no style that a page would have to allow.

Each gives SVG in which words are escaped. A drawing is `WIDTH` units wide. On the narrowest phone (320 pixels, with a
margin of 16 on both sides) a unit is 0.8 pixel, so that text of 14 units is 11.2 pixels high.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import escape

WIDTH = 360
"""Units."""
SIZE = 14
"""Height of text, in units."""
RADIUS = 5
"""Of a dot, in units."""
DASHES = "5 4"
"""What is not a full line, in units: on and off."""

_NARROW, _WIDE = "iljtfrI.,:;'|!()[]- ", "mwMW@%—"


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A length, to a tenth of a unit: `12`, `12.5`."""
    words = f"{value:.1f}"
    return words[:-2] if words.endswith(".0") else words


def line(x1: float, y1: float, x2: float, y2: float, opacity: float = 1) -> str:
    """A thin straight line."""
    ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return f'<line {ends} stroke="currentColor" stroke-opacity="{opacity:g}"/>'


def path(points: Sequence[tuple[float, float]], dashed: bool = False) -> str:
    """A heavy line through points."""
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    dashes = f' stroke-dasharray="{DASHES}"' if dashed else ""
    return f'<path d="M{steps}" fill="none" stroke="currentColor" stroke-width="2.5"{dashes}/>'


def dot(x: float, y: float, is_open: bool = False) -> str:
    """A full dot, or an open one of the same size."""
    at = f'cx="{number(x)}" cy="{number(y)}"'
    if is_open:
        return f'<circle {at} r="{RADIUS - 1}" fill="none" stroke="currentColor" stroke-width="2"/>'
    return f'<circle {at} r="{RADIUS}"/>'


def text(x: float, y: float, words: str, anchor: str = "start", bold: bool = False) -> str:
    """A line of text on the base line `y`; `anchor` (`start`, `middle`, `end`) says which part of it is at `x`."""
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{number(x)}" y="{number(y)}"{side}{weight}>{_escaped(words)}</text>'


@lru_cache(maxsize=1024)
def _escaped(words: str) -> str:
    return str(escape(words))


@lru_cache(maxsize=1024)
def text_width(words: str, bold: bool = False) -> float:
    """How wide a text is at most, in units, in the wide fonts that pages are read in."""
    ems = sum(0.42 if one in _NARROW else 1.02 if one in _WIDE else 0.72 if one.isupper() else 0.64 for one in words)
    return ems * SIZE * (1.12 if bold else 1)


def shortened(words: str, width: float, bold: bool = False) -> str:
    """The text, or as much of it as fits in `width` units, with an ellipsis."""
    if text_width(words, bold) <= width:
        return words
    while words and text_width(words + "…", bold) > width:
        words = words[:-1]
    return words.rstrip() + "…"
