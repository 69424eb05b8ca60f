"""Values as YAML, the way people write our records: on one line, and as a block where that gets long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import wrap

from ..tree import Tree
from ..write import dump, on_one_line, quoted

ONE_LINE = 200
"""An item that takes more columns than this is written as a block."""

LONG, FOLD = 110, 112
"""A text longer than `LONG` is folded over lines of at most `FOLD` columns."""

INDENT = 2
"""Columns to go further in, where the file has nothing to go by."""

_WORD = re.compile(r"[a-z_]+")


def in_brackets(item: Tree) -> str:
    """A value as it stands between brackets, on one line."""
    return on_one_line([item])[1:-1]


def in_words(text: str, style: str = "", *, flow: bool = False) -> str:
    """A text on one line, in the quotes of `style` where it had them and can have them."""
    if style == '"':
        return quoted(text)
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return in_brackets(text) if flow or "\n" in text else dump({"k": text})[3:].removesuffix("\n")


def item_lines(item: Tree, gap: int = 2, *, block: bool = False) -> list[str]:
    """The lines of an item in a list with dashes. `gap` is the number of columns from the dash to what stands behind it.

    With `block` a mapping is never put on one line.
    """
    line = in_brackets(item)
    dash = "-" + " " * (gap - 1)
    if isinstance(item, dict) and item and (block or not _fits(item, line)):
        lines = _block(item, gap)
    elif isinstance(item, str) and "\n" in item and (prose := _prose(item, FOLD - gap)):
        lines = prose
    else:
        lines = [line]
    return [(dash if number == 0 else " " * gap if one else "") + one for number, one in enumerate(lines)]


def value_lines(key: str, value: Tree, room: int = FOLD) -> tuple[str, list[str]]:
    """What stands behind the colon of a key in a block, and the lines below that, further in."""
    name = key if _WORD.fullmatch(key) else "x"
    prose = _prose(value, room) if isinstance(value, str) and name == key else []
    if prose:
        return prose[0], _inset(prose[1:])
    if isinstance(value, str):
        return in_words(value), []
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return "", _inset([line for one in value for line in item_lines(one)])
    made = dump({name: value}).removesuffix("\n").split("\n")
    return made[0][len(name) + 1 :].strip(), made[1:]


def entry_lines(key: str, value: Tree, room: int = FOLD) -> list[str]:
    """The lines of a key with its value in a block."""
    first, below = value_lines(key, value, room)
    return [f"{in_words(key, flow=True)}:{' ' if first else ''}{first}", *below]


def in_order_of(item: Tree, sibling: dict[str, Tree]) -> Tree:
    """The item with its keys in the order in which a sibling has them; a key that the sibling lacks keeps its place."""
    if not isinstance(item, dict):
        return item
    ranks = {key: number for number, key in enumerate(sibling)}
    known = iter(sorted((key for key in item if key in ranks), key=ranks.__getitem__))
    return {one: item[one] for one in (next(known) if key in ranks else key for key in item)}


def likest(item: Tree, siblings: Sequence[Tree]) -> dict[str, Tree]:
    """The last sibling of the same `soort`, else the last one; empty when there is none."""
    maps = [one for one in siblings if isinstance(one, dict)]
    kind = item.get("soort") if isinstance(item, dict) else None
    return next((one for one in reversed(maps) if one.get("soort") == kind), maps[-1] if maps else {})


def _fits(item: dict[str, Tree], line: str) -> bool:
    return len(line) <= ONE_LINE and line.isprintable() and "\\n" not in line and _flat(item)


def _flat(item: dict[str, Tree]) -> bool:
    """Whether nothing in it is a list of blocks or a block itself."""
    lists = [one for one in item.values() if isinstance(one, list)]
    return not any(isinstance(one, dict) for one in item.values()) and all(isinstance(part, str) for one in lists for part in one)


def _block(item: dict[str, Tree], gap: int) -> list[str]:
    return [line for key, value in item.items() for line in entry_lines(key, value, FOLD - gap)]


def _inset(lines: Sequence[str]) -> list[str]:
    return [" " * INDENT + one if one else "" for one in lines]


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
