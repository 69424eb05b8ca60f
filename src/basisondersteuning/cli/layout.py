"""Help in two columns, or one under the other where the terminal is narrow. Plain Python, so that `bo --help` is instant."""

from __future__ import annotations

from collections.abc import Iterable

from ..findings.paint import folded
from .terminal import width

HELP_WIDTH = 80
"""Columns of help at most: longer lines read badly."""

_NARROW = 60
_MOST_LEFT = 26


def help_width() -> int:
    """Columns to fold help to."""
    return min(HELP_WIDTH, width())


def paragraph(text: str, columns: int) -> list[str]:
    """A paragraph, folded."""
    return folded(" ".join(text.split()), columns, "")


def rows(items: Iterable[tuple[str, str]], columns: int, left: int = 0) -> list[str]:
    """A name and its explanation a row; with the explanation below the name in a narrow terminal.

    The left column is as wide as the longest name, at most 26, or `left` where that is given.
    """
    listed = list(items)
    size = left or min(max((len(name) for name, _ in listed), default=0), _MOST_LEFT)
    lines: list[str] = []
    for name, text in listed:
        if columns < _NARROW:
            lines += [*folded(name, columns, "    ", "  "), *(folded(text, columns, "      ") if text else ())]
        elif len(name) > size:
            lines += [*folded(name, columns, "    ", "  "), *folded(text, columns, " " * (size + 4))]
        else:
            lines += folded(text, columns, " " * (size + 4), f"  {name:<{size}}  ")
    return lines
