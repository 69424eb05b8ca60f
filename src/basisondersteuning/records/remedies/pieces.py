"""Where the words of a record stand in its text: every key, text, list and block, with its path."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from yaml import YAMLError
from yaml import events as ev

from .. import parse
from ..builder import MAX_DEPTH
from ..editing.lines import BREAKS

Kind: TypeAlias = Literal["key", "text", "list", "block", "alias"]

Way: TypeAlias = tuple[str | int, ...]
"""A path that can be looked up."""


@dataclass(slots=True)
class Piece:
    """One word or container: the characters from `start` to `end`, without an anchor or label before it.

    `style` is the quote, `|`, `>` or nothing of a text, and `flow` of a list or block between brackets. `whole` is where it
    begins with the anchor and the label.
    """

    kind: Kind
    path: Way
    start: int
    end: int
    value: str = ""
    style: str = ""
    anchor: str = ""
    tag: str = ""
    whole: int = 0


@dataclass(slots=True)
class Pieces:
    """The pieces of one text, in order; after a mistake in the form of the file only those before it."""

    text: str
    every: list[Piece] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    by_place: dict[int, list[Piece]] = field(default_factory=dict)

    def at(self, line: int, column: int) -> int:
        """The character at a line and column, both from 1."""
        return self.lines[min(line, len(self.lines)) - 1] + column - 1

    def on(self, line: int, column: int) -> list[Piece]:
        """What begins at a line and column, both from 1, the smallest first: a block begins where its first key does."""
        return self.by_place.get(self.at(line, column), [])[::-1] if line else []

    def value_of(self, key: Piece) -> Piece | None:
        """What stands behind a key."""
        position = next(number for number, one in enumerate(self.every) if one is key) + 1
        return self.every[position] if position < len(self.every) and self.every[position].path == key.path else None

    def number_of(self, offset: int) -> int:
        """The number of the line on which a character stands, from 1."""
        return bisect_right(self.lines, offset)

    def line_of(self, offset: int) -> tuple[int, int]:
        """The line on which a character stands: where it begins, and where its end of line begins."""
        start = self.lines[self.number_of(offset) - 1]
        found = BREAKS.search(self.text, start)
        return start, found.start() if found else len(self.text)


def pieces_of(text: str) -> Pieces:
    """Find the pieces. Never raises: a text that cannot be parsed to its end gives what comes before."""
    found = Pieces(text, lines=[0, *(one.end() for one in BREAKS.finditer(text))])
    with suppress(YAMLError, ValueError, OverflowError, IndexError):
        _walk(found, parse.make_parser(text.encode("utf-8", "replace")).get_event)
    return found


def _walk(found: Pieces, get: Any) -> None:
    """Take events until the document ends. A stack of [container, path, the key at hand or None, count]."""
    stack: list[tuple[Piece, list[Any]]] = []
    lines, last = found.lines, 0
    while True:
        event = get()
        if isinstance(event, ev.DocumentEndEvent | ev.StreamEndEvent):
            return
        if isinstance(event, ev.StreamStartEvent | ev.DocumentStartEvent):
            continue
        end = lines[event.end_mark.line] + event.end_mark.column if event.end_mark.line < len(lines) else len(found.text)
        if isinstance(event, ev.CollectionEndEvent):
            piece, _ = stack.pop()
            piece.end = last = end if piece.style == "flow" else last
            continue
        start = lines[event.start_mark.line] + event.start_mark.column
        piece = _piece(event, start, end, stack, found.text)
        last = piece.end if isinstance(event, ev.ScalarEvent | ev.AliasEvent) else last
        found.every.append(piece)
        for place in {piece.whole, piece.start}:
            found.by_place.setdefault(place, []).append(piece)
        if isinstance(event, ev.CollectionStartEvent):
            if len(stack) >= MAX_DEPTH:
                return
            stack.append((piece, [None, 0]))


def _piece(event: Any, start: int, end: int, stack: list[tuple[Piece, list[Any]]], text: str) -> Piece:
    kind: Kind = "text"
    path: Way = ()
    if stack:
        above, state = stack[-1]
        if above.kind == "list":
            path = (*above.path, state[1])
            state[1] += 1
        elif state[0] is None and isinstance(event, ev.ScalarEvent):
            kind, state[0], path = "key", event.value, (*above.path, event.value)
        else:
            path, state[0] = (*above.path, str(state[0])), None
    value, style = "", ""
    if isinstance(event, ev.ScalarEvent):
        value, style = event.value, event.style or ""
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
    elif isinstance(event, ev.AliasEvent):
        kind, value = "alias", str(event.anchor)
    else:
        kind, style = "list" if isinstance(event, ev.SequenceStartEvent) else "block", "flow" if event.flow_style else "block"
    anchor, tag = (event.anchor or "" if kind != "alias" else ""), getattr(event, "tag", None) or ""
    return Piece(kind, path, _behind(text, start, anchor, tag), end, value, style, anchor, tag, start)


def _behind(text: str, start: int, anchor: str, tag: str) -> int:
    """Where the value itself begins, behind an anchor and a label."""
    while (anchor and text.startswith("&", start)) or (tag and text.startswith("!", start)):
        while start < len(text) and not text[start].isspace() and text[start] not in ",]}":
            start += 1
        while start < len(text) and text[start] == " ":
            start += 1
    return start
