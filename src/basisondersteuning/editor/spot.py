"""Where a cursor is in a record, also in one that is half typed.

The word at the cursor is replaced by a word that stands nowhere else, and the text is read; where that word comes out is
where the cursor is. What is half typed mostly reads once brackets are closed, or once the text after it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..records.parse import parse
from ..records.source import MAX_BYTES, Source
from ..records.tree import Document, Path, Tree

_HERE = "plek0van0de0cursor"
_WORD = re.compile(r"[\w.\-]*")
_WORD_BEFORE = re.compile(r"[\w.\-]*\Z")
_CLOSING = {"{": "}", "[": "]"}
_LOOK_BACK = 20_000
"""Characters before the cursor in which an open bracket is looked for; a record between brackets is far smaller."""


class Spot(NamedTuple):
    """The word at a cursor, from `start` to `end` in the text, and where it stands in the record.

    `path` leads to the value, or with `key` to the key. `document` is the record as it was read, with the word in it; its
    marks hold for other lines. `flow` says that it stands between brackets.
    """

    path: Path
    key: bool
    word: str
    start: int
    end: int
    document: Document
    flow: bool


def word_at(text: str, offset: int) -> tuple[int, int]:
    """From where to where the word at a cursor runs; it may be empty."""
    line = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    before = _WORD_BEFORE.search(text[line:offset])
    behind = _WORD.match(text, offset)
    assert before is not None and behind is not None
    start = offset - len(before[0])
    if text[line:start].strip() == "" and text[start:offset].startswith("-"):
        start += 1  # the dash of an item, with its word against it
    return start, behind.end()


def spot_at(text: str, offset: int) -> Spot | None:
    """Where a cursor is; None in a comment, or where nothing can be made of the text."""
    if len(text) > MAX_BYTES:
        return None
    start, end = word_at(text, offset)
    opened = _open_brackets(text[max(0, start - _LOOK_BACK) : start])
    for made in _tries(text, start, end, opened):
        document = parse(Source("", made.encode("utf-8", "replace")), [])
        found = _find(document.root, document) if document is not None else None
        if document is not None and found is not None:
            path, key = found
            word = text[start:end]
            _put_back(document.root, path, key, word)
            whole = (*path[:-1], word) if key else path
            return Spot(whole, key, word, start, end, document, bool(opened))
    return None


def _tries(text: str, start: int, end: int, opened: str) -> Iterator[str]:
    before, behind = text[:start], text[end:]
    stop = re.search("[\r\n]", behind)
    after = behind[stop.start() :] if stop else ""
    closing = "".join(_CLOSING[one] for one in reversed(opened))
    for rest in (behind, closing + after, closing):
        yield f"{before}{_HERE}{rest}"
        yield f"{before}{_HERE}: {rest}"


def _open_brackets(text: str) -> str:
    """The brackets that are open at the end of a text, outermost first. A line with a dash or key at its edge closes all."""
    start = max((one.start() for one in re.finditer(r"^(?:[ ]*- |[a-z_]+:)", text, re.MULTILINE)), default=0)
    opened, quote = "", ""
    for one in text[start:]:
        if quote:
            quote = "" if one == quote else quote
        elif one in "\"'":
            quote = one
        elif one in _CLOSING:
            opened += one
        elif one in "}]":
            opened = opened[:-1]
    return opened


def _find(node: Tree, document: Document, path: tuple[str | int, ...] = ()) -> tuple[tuple[str | int, ...], bool] | None:
    if isinstance(node, str):
        return (path, False) if _HERE in node else None
    if isinstance(node, dict):
        for key in (*node, *document.blanks.get(id(node), ())):
            if _HERE in key:
                return (*path, key), True
    steps: Iterator[tuple[str | int, Tree]] = iter(node.items()) if isinstance(node, dict) else iter(enumerate(node))
    for step, value in steps:
        found = _find(value, document, (*path, step))
        if found is not None:
            return found
    return None


def _put_back(root: Tree, path: Path, key: bool, word: str) -> None:
    """Put the word itself in the record again."""
    node = root
    for step in path[:-1]:
        node = node[step]  # type: ignore[index]
    last = path[-1]
    if not key:
        node[last] = node[last].replace(_HERE, word)  # type: ignore[index, union-attr]
    elif isinstance(node, dict) and isinstance(last, str) and last in node:
        value = node.pop(last)
        if word:
            node.setdefault(word, value)
