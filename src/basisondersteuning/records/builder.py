"""From libyaml events to plain containers, with positions, in one pass.

libyaml's own loaders crash the interpreter on deep nesting and type scalars the way YAML 1.1 wants it (`nee`, `08`,
`12E4`). Here every scalar stays text, depth is bounded, and what records do not need (aliases, tags, second
documents, duplicate keys) is refused as it goes by.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from yaml import events as ev

from .tree import Document, Mark, Tree

MAX_DEPTH = 64
"""No record nests deeper than about eight; sixty-four leaves room and keeps the walk bounded."""


class Parser(Protocol):
    """The one method used of libyaml's parser and of the pure Python one."""

    def get_event(self) -> Any:
        """Return the next event."""


class Refused(Exception):
    """The file cannot be read further: `name` is the kind of problem, at `mark`."""

    def __init__(self, name: str, mark: Mark) -> None:
        super().__init__(name)
        self.name = name
        self.mark = mark


Report: TypeAlias = Callable[[str, Mark, Mark | None], None]
"""Called for a problem after which reading goes on: its name, its mark and the mark of a related place."""


def build(parser: Parser, report: Report) -> Document | Tree | None:
    """Read one YAML document.

    Returns a `Document` when the top is a mapping, the bare value when it is something else, and None for an
    empty file. Raises `Refused` where the file cannot be read further, and yaml's own errors for bad syntax.
    """
    get = parser.get_event
    scalar, mapping_start, mapping_end = ev.ScalarEvent, ev.MappingStartEvent, ev.MappingEndEvent
    sequence_start, sequence_end = ev.SequenceStartEvent, ev.SequenceEndEvent
    marks: dict[int, list[Mark]] = {}
    blanks: dict[int, dict[str, Mark]] = {}
    stack: list[tuple[Any, list[Mark], str | None, bool]] = []
    top: list[Tree] = []
    top_marks: list[Mark] = []
    node: Any = top
    places = top_marks
    key: str | None = None
    is_map = False
    documents = 0

    while True:
        event = get()
        kind = event.__class__
        if kind is scalar:
            value = event.value
            if event.tag is not None or event.anchor is not None:
                report("anchor" if event.tag is None else "tag", event.start_mark, None)
            if not is_map:
                node.append(value)
                places.append(event.start_mark)
            elif key is None:
                if value in node or (id(node) in blanks and value in blanks[id(node)]):
                    report("duplicate_key", event.start_mark, _first(node, places, blanks, value))
                    _skip_value(get, len(stack), report)  # the first value stands
                    continue
                key = value
                places.append(event.start_mark)
            elif value or event.style:
                node[key] = value
                places.append(event.start_mark)
                key = None
            else:
                blanks.setdefault(id(node), {})[key] = places.pop()
                key = None
        elif kind is mapping_start or kind is sequence_start:
            if event.tag is not None or event.anchor is not None:
                report("anchor" if event.tag is None else "tag", event.start_mark, None)
            if len(stack) >= MAX_DEPTH:
                raise Refused("depth", event.start_mark)
            if is_map and key is None:
                raise Refused("complex_key", event.start_mark)
            child: Any = {} if kind is mapping_start else []
            if is_map:
                node[key] = child
            else:
                node.append(child)
            places.append(event.start_mark)
            stack.append((node, places, None, is_map))
            node = child
            is_map = kind is mapping_start
            places = marks[id(child)] = []
            key = None
        elif kind is mapping_end or kind is sequence_end:
            node, places, key, is_map = stack.pop()
        elif kind is ev.AliasEvent:
            report("alias", event.start_mark, None)
            if is_map and key is None:
                raise Refused("complex_key", event.start_mark)
            if is_map:
                node[key] = ""
                key = None
            else:
                node.append("")
            places.append(event.start_mark)
        elif kind is ev.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise Refused("second_document", event.start_mark)
        elif kind is ev.StreamEndEvent:
            break
    if not top or top[0] == "":
        return None
    root = top[0]
    if isinstance(root, dict):
        return Document(root, marks, blanks)
    return root


def _first(node: dict[str, Tree], places: list[Mark], blanks: dict[int, dict[str, Mark]], key: str) -> Mark:
    blank = blanks.get(id(node), {}).get(key)
    return blank if blank is not None else places[list(node).index(key) * 2]


def _skip_value(get: Callable[[], Any], depth: int, report: Report) -> None:
    """Read past one value, however deep, without keeping it."""
    level = 0
    while True:
        event = get()
        kind = event.__class__
        if kind is ev.MappingStartEvent or kind is ev.SequenceStartEvent:
            level += 1
            if depth + level > MAX_DEPTH:
                raise Refused("depth", event.start_mark)
        elif kind is ev.MappingEndEvent or kind is ev.SequenceEndEvent:
            level -= 1
        elif kind is ev.AliasEvent:
            report("alias", event.start_mark, None)
        if level == 0:
            return
