"""Places in a text that a test marks with `‸`, as an editor counts them."""

from __future__ import annotations

from typing import NamedTuple

from basisondersteuning.records.tree import Document, Mark, Tree

CURSOR = "‸"


class Marked(NamedTuple):
    """A text without its mark, and the line and character (in UTF-16) of the mark."""

    text: str
    line: int
    character: int


def marked(text: str) -> Marked:
    """Take the mark out of a text, and say where it was."""
    before, after = text.split(CURSOR)
    line = before.replace("\r\n", "\n").count("\n")
    return Marked(before + after, line, units(before.replace("\r\n", "\n").split("\n")[-1]))


def units(text: str) -> int:
    """How many units of UTF-16 a text is."""
    return len(text.encode("utf-16-le")) // 2


def applied(text: str, edits: list[dict[str, object]]) -> str:
    """A text with the edits of an editor made; they do not touch one another."""
    lines = text.split("\n")
    starts = [sum(len(one) + 1 for one in lines[:number]) for number in range(len(lines))]

    def offset(place: dict[str, int]) -> int:
        line = lines[place["line"]].encode("utf-16-le")
        return starts[place["line"]] + len(line[: place["character"] * 2].decode("utf-16-le"))

    spans = [(offset(one["range"]["start"]), offset(one["range"]["end"]), one["newText"]) for one in edits]  # type: ignore[index]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + str(new) + text[end:]
    return text


def keys(document: Document, node: Tree, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Mark]]:
    """Every key in a record with its place; items of a list by their `soort`, or as `-`."""
    marks, found = document.marks.get(id(node), []), []
    if isinstance(node, dict):
        for number, (key, value) in enumerate(node.items()):
            found.append(((*path, key), marks[2 * number]))
            if not isinstance(value, str):
                found += keys(document, value, (*path, key))
    elif isinstance(node, list):
        for one in node:
            kind = one.get("soort", "-") if isinstance(one, dict) else "-"
            if not isinstance(one, str):
                found += keys(document, one, (*path, kind if isinstance(kind, str) else "-"))
    return found
