"""What the reader makes of a YAML file: plain dicts, lists and text, and where each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""A record before the model types it: every scalar is text."""

Path: TypeAlias = Sequence[str | int]
"""The way from the top of a record to a value: keys and list indexes."""


class Mark(Protocol):
    """Where an event starts, counted from 0, in characters."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


@dataclass(slots=True)
class Document:
    """One parsed file.

    `marks` is the side table of positions, one entry per container, by `id`: for a list the mark of each item,
    for a mapping key mark, value mark, key mark, value mark, in the order of the keys. `blanks` holds, per
    mapping, the keys that were written with nothing behind them (they count as not filled in).
    """

    root: dict[str, Tree]
    marks: dict[int, list[Mark]]
    blanks: dict[int, dict[str, Mark]] = field(default_factory=dict)

    def mark(self, path: Path, *, key: bool = False) -> tuple[Mark | None, bool]:
        """Find the mark of the value at `path` (or of its key).

        Where the path leaves the tree (a missing key), the last part of the way that exists answers, and the
        second value is False.
        """
        node: Tree = self.root
        found: Mark | None = None
        for step in path:
            marks = self.marks[id(node)] if not isinstance(node, str) else []
            if isinstance(node, dict) and isinstance(step, str):
                if step not in node:
                    blank = self.blanks.get(id(node), {}).get(step)
                    return (blank, True) if blank is not None else (found, False)
                position = list(node).index(step) * 2
                found = marks[position if key or isinstance(node[step], (dict, list)) else position + 1]
                if not key and isinstance(node[step], list):
                    found = marks[position]
                node = node[step]
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                found = marks[step]
                node = node[step]
            else:
                return found, False
        return found, True
