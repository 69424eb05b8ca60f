"""Where each value of a record stands in its text: what one must know to change a file without touching the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from yaml import events as ev

from .. import parse
from ..tree import Path
from .lines import BREAKS, column, line_start

COLON = re.compile(r"[ \t]*:")
_KEEPS = re.compile(r"[|>][0-9]*\+")


class Kind(Enum):
    """What a value is."""

    BLANK = "nothing behind the key or the dash"
    TEXT = "a text"
    MAP = "keys with values"
    LIST = "items"


@dataclass(slots=True)
class Node:
    """One value. Places are counted in characters from the start of the text.

    `end` is just behind the last word or bracket. `flow`: between brackets or braces; `bare`: a pair between brackets that has
    no braces of its own. A block list starts at its first dash. Of a map `keys` and `items` go together.
    """

    kind: Kind
    start: int
    end: int
    flow: bool = False
    bare: bool = False
    style: str = ""
    value: str = ""
    keys: list[Node] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    def index(self, key: str) -> int | None:
        """The number of a key; None when it is not there."""
        return next((number for number, one in enumerate(self.keys) if one.value == key), None)

    def starts(self, number: int) -> int:
        """Where an entry starts: its key, or the item itself."""
        return self.keys[number].start if self.kind is Kind.MAP else self.items[number].start


def nodes(text: str) -> Node:
    """The nodes of a text that has been parsed before: a mapping without mistakes."""
    return _Walk(text).run()


def find(root: Node, path: Path) -> Node:
    """The node at a path. Raises LookupError where it leads nowhere."""
    node = root
    for step in path:
        number = step if isinstance(step, int) else node.index(step)
        if number is None:
            raise KeyError(step)
        node = node.items[number]
    return node


def dash(text: str, node: Node, number: int) -> int:
    """Where the dash of an item of a block list stands."""
    if not number:
        return node.start
    wide, at = column(text, node.start), node.items[number].start
    while True:
        start = line_start(text, at)
        place = start + wide
        if place < at and text[place] == "-" and not text[start:place].strip(" "):
            return place
        at = start - 1


class _Walk:
    """Goes through the events of the parser once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(found.end() for found in BREAKS.finditer(text))]
        self.get: Callable[[], Any] = parse.make_parser(text.encode()).get_event

    def at(self, mark: Any) -> int:
        return int(self.lines[min(mark.line, len(self.lines) - 1)] + mark.column)

    def run(self) -> Node:
        event = self.get()
        while not isinstance(event, ev.MappingStartEvent):
            event = self.get()
        return self.node(event)

    def node(self, event: Any) -> Node:
        start = self.at(event.start_mark)
        if isinstance(event, ev.ScalarEvent):
            kind = Kind.TEXT if event.value or event.style else Kind.BLANK
            return Node(kind, start, self._end_of_text(event), style=event.style or "", value=event.value)
        is_map = isinstance(event, ev.MappingStartEvent)
        node = Node(Kind.MAP if is_map else Kind.LIST, start, start, bool(event.flow_style))
        node.bare = node.flow and self.text[start : start + 1] not in ("{", "[")
        while not isinstance(event := self.get(), ev.CollectionEndEvent):
            if is_map:
                node.keys.append(self.node(event))
                event = self.get()
            child = self.node(event)
            if is_map and child.kind is Kind.BLANK:
                colon = COLON.match(self.text, node.keys[-1].end)
                child.start = child.end = colon.end() if colon else node.keys[-1].end
            node.items.append(child)
            node.end = child.end
        if node.flow and not node.bare:
            node.end = self.at(event.end_mark)
        return node

    def _end_of_text(self, event: Any) -> int:
        """Behind the last word of a text; a text over lines that keeps its blank lines ends behind those."""
        start, end = self.at(event.start_mark), self.at(event.end_mark)
        if event.style not in ("|", ">") or _KEEPS.match(self.text, start):
            return end
        return start + len(self.text[start:end].rstrip(" \t\n\r\x85\u2028\u2029"))
