"""One item of a list as lines of YAML, the way people write our records: on one line, and as a block where that gets long."""

from __future__ import annotations

import re
from textwrap import wrap

from .tree import Tree
from .write import dump, on_one_line

ONE_LINE = 200
"""An item that takes more columns than this is written as a block."""

LONG, FOLD = 110, 112
"""A text longer than `LONG` is folded over lines of at most `FOLD` columns."""

_WORD = re.compile(r"[a-z_]+")


def in_brackets(item: Tree) -> str:
    """An item as it stands in a list between brackets; a text with ends of lines in it takes several lines."""
    return on_one_line([item])[1:-1]


def item_lines(item: Tree, gap: int = 2) -> list[str]:
    """The lines of an item in a list with dashes. `gap` is the number of columns from the dash to what stands behind it."""
    line = in_brackets(item)
    short = len(line) <= ONE_LINE and line.isprintable()
    lines = _block(item, gap) if isinstance(item, dict) and item and not (short and _flat(item)) else line.split("\n")
    dash = "-" + " " * (gap - 1)
    return [(dash if number == 0 else " " * gap if one else "") + one for number, one in enumerate(lines)]


def _flat(item: dict[str, Tree]) -> bool:
    """Whether nothing in it is a list of blocks or a block itself."""
    lists = [one for one in item.values() if isinstance(one, list)]
    return not any(isinstance(one, dict) for one in item.values()) and all(isinstance(part, str) for one in lists for part in one)


def _block(item: dict[str, Tree], gap: int) -> list[str]:
    lines: list[str] = []
    for key, value in item.items():
        folded = _prose(value, FOLD - gap) if isinstance(value, str) and _WORD.fullmatch(key) else []
        if folded:
            lines += [f"{key}: {folded[0]}", *(f"  {one}" if one else "" for one in folded[1:])]
        else:
            lines += dump({key: value}).removesuffix("\n").split("\n")
    return lines


def _prose(text: str, columns: int) -> list[str]:
    """A long text as a sign for how to read it (`>-`, `|-`) and its lines; nothing when it can better stand in quotes."""
    paragraphs = text.split("\n")
    if any(one != one.strip() or not one.isprintable() for one in paragraphs) or not (paragraphs[0] and paragraphs[-1]):
        return []
    if len(paragraphs) > 1:
        return ["|-", *paragraphs]
    if len(text) <= LONG or "  " in text:
        return []
    return [">-", *wrap(text, columns, break_long_words=False, break_on_hyphens=False)]
