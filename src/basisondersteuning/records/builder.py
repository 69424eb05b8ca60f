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
    scalar, mapping_start, sequence_start = ev.ScalarEvent, ev.MappingStartEvent, ev.SequenceStartEvent
    ends = (ev.MappingEndEvent, ev.SequenceEndEvent)
    marks: dict[int, list[Mark]] = {}
    blanks: dict[int, dict[str, Mark]] = {}
    stack: list[tuple[Any, list[Mark]]] = []
    top: list[Tree] = []
    node: Any = top
    places: list[Mark] = []
    documents = 0

    while True:
        event = get()
        kind = event.__class__
        if kind is scalar and node.__class__ is dict:
            # a key and its value in one go: most of any record
            if event.tag is not None or event.anchor is not None:
                _refuse(event, report)
            key = event.value
            mark = event.start_mark
            if key in node or (blanks and key in blanks.get(id(node), ())):
                report("duplicate_key", mark, _first(node, places, blanks, key))
                _skip_value(get, len(stack), report)  # the first value stands
                continue
            event = get()
            kind = event.__class__
            if kind is scalar:
                if event.tag is not None or event.anchor is not None:
                    _refuse(event, report)
                value = event.value
                if value or event.style:
                    node[key] = value
                    places.append(mark)
                    places.append(event.start_mark)
                else:
                    blanks.setdefault(id(node), {})[key] = mark
                continue
            places.append(mark)
        elif kind is scalar:
            if event.tag is not None or event.anchor is not None:
                _refuse(event, report)
            node.append(event.value)
            places.append(event.start_mark)
            continue
        elif node.__class__ is dict and kind not in ends:
            raise Refused("alias" if kind is ev.AliasEvent else "complex_key", event.start_mark)
        else:
            key = ""

        if kind is mapping_start or kind is sequence_start:
            if event.tag is not None or event.anchor is not None:
                _refuse(event, report)
            if len(stack) >= MAX_DEPTH:
                raise Refused("depth", event.start_mark)
            child: Any = {} if kind is mapping_start else []
            if node.__class__ is dict:
                node[key] = child
            else:
                node.append(child)
            places.append(event.start_mark)
            stack.append((node, places))
            node = child
            places = marks[id(child)] = []
        elif kind in ends:
            node, places = stack.pop()
        elif kind is ev.AliasEvent:
            report("alias", event.start_mark, None)
            if node.__class__ is dict:
                node[key] = ""
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


def _refuse(event: Any, report: Report) -> None:
    report("anchor" if event.tag is None else "tag", event.start_mark, None)


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
