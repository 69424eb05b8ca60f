"""Colour as a function, so that renderers stay pure: the meaning never depends on it."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import wrap
from typing import TypeAlias

Paint: TypeAlias = Callable[[str, str], str]
"""Takes a style (`bold`, `dim`, `red`, `yellow`, `green`, `cyan`) and a text; gives the text in that style."""


def no_paint(_style: str, text: str) -> str:
    """For output that is no terminal, or where colour is unwanted."""
    return text


def folded(text: str, width: int, indent: str, first: str | None = None) -> list[str]:
    """Fold a text to lines of at most `width` columns, each after `indent` (the first line after `first`)."""
    lines = wrap(text, max(width, 24), initial_indent=indent if first is None else first, subsequent_indent=indent,
                 break_long_words=False, break_on_hyphens=False)  # fmt: skip
    return lines or [first or indent]
