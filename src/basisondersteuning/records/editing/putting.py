"""A value in place of another, or behind a key that had none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..tree import Tree
from . import below, between
from .items import INDENT, LONG, entry_lines, in_brackets, in_words, item_lines, value_lines
from .lines import before_break, column, line_break, line_end, line_start
from .nodes import COLON, Kind, Node
from .pieces import Piece, Special

_HEADER = re.compile(r"[|>][0-9+-]*")


def put(text: str, holder: Node, step: str | int, value: Tree) -> Iterator[list[Piece]]:
    """Ways to put a value in a map or a list, the most readable first. Raises LookupError where the item is not there."""
    number = step if isinstance(step, int) else holder.index(step)
    if number is None:
        assert isinstance(step, str)
        yield from _new_entry(text, holder, step, value)
        return
    if holder.flow:
        yield from _between(text, holder, number, value)
        return
    yield from _in_block(text, holder, number, value)


def new_list(text: str, holder: Node, key: str, item: Tree, indent: int) -> Iterator[list[Piece]]:
    """A list of one item under a key of a block that has nothing behind it, or is not there. `indent`: of its dash."""
    number = holder.index(key)
    wide = column(text, holder.start)
    lines = [" " * (wide + indent) + one if one else "" for one in item_lines(item)]
    if number is None:
        yield below.added(text, holder, [f"{' ' * wide}{_key(key)}:", *lines])
    elif COLON.match(text, holder.keys[number].end):
        yield [below.after(text, holder.items[number].start, lines)]


def _key(key: str) -> str:
    return in_words(key, flow=True)


def _new_entry(text: str, holder: Node, key: str, value: Tree) -> Iterator[list[Piece]]:
    if holder.flow:
        yield between.added(text, holder, [f"{_key(key)}: {in_brackets(value)}"])
        return
    inset = " " * column(text, holder.start)
    yield below.added(text, holder, [inset + one if one else "" for one in entry_lines(key, value)])
    yield below.added(text, holder, [f"{inset}{_key(key)}: {_inline(value)}"])


def _between(text: str, holder: Node, number: int, value: Tree) -> Iterator[list[Piece]]:
    old = holder.items[number]
    new = in_words(value, old.style, flow=True) if isinstance(value, str) else in_brackets(value)
    if old.kind is Kind.BLANK:
        colon = ":" if holder.keys and text[old.start - 1] != ":" else ""
        yield [Piece(old.start, old.start, f"{colon} {new}")]
        return
    yield [Piece(old.start, old.end, new)]
    yield [Piece(old.start, old.end, " " + new)]


def _in_block(text: str, holder: Node, number: int, value: Tree) -> Iterator[list[Piece]]:
    old = holder.items[number]
    inline = in_words(value, old.style if old.style in _QUOTES else "") if isinstance(value, str) else in_brackets(value)
    if old.kind in (Kind.MAP, Kind.LIST) and not old.flow:
        yield from _instead_of_block(text, holder, number, value)
        if holder.kind is Kind.MAP:
            yield _on_the_line(text, holder, number, inline)
    else:
        kept = old.style not in ("|", ">") if isinstance(value, str) else old.flow
        if kept and old.kind is not Kind.BLANK and len(inline) <= max(LONG, old.end - old.start) and "\\n" not in inline:
            yield [Piece(old.start, old.end, inline)]
        yield _instead_of_words(text, holder, number, value)
    space = "" if text[old.start - 1 : old.start] in (" ", "\t") else " "
    yield [Piece(old.start, before_break(text, old.end), space + inline)]


_QUOTES = ("'", '"')


def _instead_of_block(text: str, holder: Node, number: int, value: Tree) -> Iterator[list[Piece]]:
    """Other lines in place of those of a block."""
    old, end = holder.items[number], line_break(text)
    stop = before_break(text, old.end)
    inset = " " * column(text, old.start)
    if holder.kind is Kind.LIST:
        place = column(text, below.start_of(text, holder, number))
        gap = max(column(text, old.start) - place, INDENT)
        first, *rest = item_lines(value, gap, block=old.kind is Kind.MAP)
        yield [Piece(old.start, stop, end.join([first[gap:], *(" " * place + one if one else "" for one in rest)]))]
        return
    words, lines = value_lines(holder.keys[number].value, value)
    if not words:
        strip = len(lines[0]) - len(lines[0].lstrip(" "))
        yield [Piece(old.start, stop, end.join(one[strip:] for one in lines).replace(end, end + inset))]
    elif not lines:
        yield _on_the_line(text, holder, number, words)


def _on_the_line(text: str, holder: Node, number: int, words: str) -> list[Piece]:
    """Words on the line of the key in place of the lines below it; comments between the two stay."""
    old, start = holder.items[number], _behind(text, holder, number)
    above = before_break(text, line_start(text, old.start))
    end = before_break(text, old.end)
    return [Piece(start, start, f" {words}"), Piece(above, end if end != old.end else line_end(text, end), "")]


def _instead_of_words(text: str, holder: Node, number: int, value: Tree) -> list[Piece]:
    """A value behind a colon or a dash, on that line and below it; a comment that stood there stays there."""
    old, start = holder.items[number], _behind(text, holder, number)
    if holder.kind is Kind.MAP:
        inset = " " * column(text, holder.start)
        first, lines = value_lines(holder.keys[number].value, value)
    else:
        inset = " " * (column(text, start) - 1)
        gap = max(old.start - start + 1, INDENT) if "\n" not in text[start : old.start] else INDENT
        made = item_lines(value, gap)
        first, lines = made[0][gap:], made[1:]
    space = text[start : old.start]
    space = space if space and not space.strip(" \t") else " "
    end = before_break(text, old.end)
    header = _HEADER.match(text, old.start) if old.style in ("|", ">") else None
    if header is not None:
        remark = text[header.end() : line_end(text, header.end())]
    else:
        remark, end = text[end : line_end(text, end)], line_end(text, end)
    words = (space + first if first else "") + remark.rstrip()
    return [Piece(start, end, line_break(text).join([words, *(inset + one if one else "" for one in lines)]))]


def _behind(text: str, holder: Node, number: int) -> int:
    """The place behind the colon of a key, or behind the dash of an item."""
    if holder.kind is Kind.LIST:
        return below.start_of(text, holder, number) + 1
    colon = COLON.match(text, holder.keys[number].end)
    if colon is None:
        raise Special
    return colon.end()


def _inline(value: Tree) -> str:
    return in_words(value) if isinstance(value, str) else in_brackets(value)
