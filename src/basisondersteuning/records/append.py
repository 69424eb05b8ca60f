"""Add items to lists of a record in the text of its file; every byte that was there stays as it was.

What is added follows the file: its dashes, its ends of lines. The result is read again before it is handed over, so that
a style nobody thought of gives a finding and never a broken record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..findings.catalogue import meeting as codes
from ..findings.finding import Finding
from .append_items import in_brackets, item_lines
from .append_places import BREAKS, Form, Places, Value, places
from .parse import parse
from .source import Source, accept
from .tree import Document, Tree

BOM = b"\xef\xbb\xbf"
"""What some editors put before the text of a file."""

INDENT = 2
"""Columns before the dash where the file itself has no list to go by."""


class Insertion(NamedTuple):
    """A text to put in, before the character at `at`."""

    at: int
    text: str


def append(source: bytes, additions: Mapping[str, Sequence[Tree]], *, name: str = "") -> bytes | Finding:
    """The bytes of a file with items added at the end of the lists under these keys, at the top of the record.

    A key that is missing, or has nothing behind it, gets its list. `name` is the file, for the finding that comes back
    when the file cannot be read, or is written in a way to which nothing can be added safely.
    """
    before = _read(name, source)
    if isinstance(before, Finding):
        return before
    expected: dict[str, Tree] = dict(before.root)
    data = source
    for key, items in additions.items():
        had = expected.get(key, [])
        if not items:
            continue
        if not isinstance(had, list):
            return _too_special(name, source, before, key)
        expected[key] = [*had, *items]
        data = _with_items(data, key, items)
        after = _read(name, data)
        if isinstance(after, Finding) or after.root != expected:
            return _too_special(name, source, before, key)
    return data


def _too_special(name: str, source: bytes, document: Document, key: str) -> Finding:
    """The finding at the key; where the key is not there, at the first of the record."""
    path = (key,) if key in document.root else tuple(document.root)[:1]
    return codes.TOO_SPECIAL.at(Source(name, source.removeprefix(BOM)).place(document.mark(path, key=True)[0]))


def _read(name: str, data: bytes) -> Document | Finding:
    """The record in some bytes, or the first mistake in them."""
    findings: list[Finding] = []
    source = accept(name, data)
    if isinstance(source, Finding):
        return source
    document = parse(source, findings)
    return findings[0] if findings or document is None else document


def _with_items(data: bytes, key: str, items: Sequence[Tree]) -> bytes:
    """The bytes with the items put in; unchanged where there is no way to."""
    start = len(BOM) if data.startswith(BOM) else 0
    text = data[start:].decode()
    for one in sorted(_insertions(text, places(text), key, items), reverse=True):
        text = text[: one.at] + one.text + text[one.at :]
    return data[:start] + text.encode()


def _insertions(text: str, found: Places, key: str, items: Sequence[Tree]) -> list[Insertion]:
    value = found.values.get(key)
    if value is not None and value.form is Form.BRACKETS:
        return _between_brackets(text, value, items)
    if found.braces or (value is not None and value.form not in (Form.BLANK, Form.DASHES)):
        return []
    if value is not None and value.form is Form.DASHES:
        dash = _column(text, value.start)
        return [_lines_after(text, value.end, _dashed(items, dash, _gap(text, value)))]
    margin = _column(text, found.start)
    dash = margin + _usual_indent(text, found)
    if value is not None:
        return [_lines_after(text, value.start, _dashed(items, dash, INDENT))]
    return [_lines_after(text, found.end, [f"{' ' * margin}{key}:", *_dashed(items, dash, INDENT)])]


def _dashed(items: Sequence[Tree], dash: int, gap: int) -> list[str]:
    return [" " * dash + line if line else "" for item in items for line in item_lines(item, gap)]


def _lines_after(text: str, at: int, lines: Sequence[str]) -> Insertion:
    """Lines below the line on which something ends; the file keeps its last line as it was, closed or not."""
    end = _line_end(text)
    if at and text[at - 1] in "\r\n\x85\u2028\u2029":  # behind a text that keeps its blank lines
        return Insertion(at, "".join(one + end for one in lines))
    return Insertion(_end_of_line(text, at), "".join(end + one for one in lines))


def _between_brackets(text: str, value: Value, items: Sequence[Tree]) -> list[Insertion]:
    close, end = value.end - 1, _line_end(text)
    written = [in_brackets(one).replace("\n", end) for one in items]
    if not value.items:
        margin = " " * (_margin(text, value.start) + INDENT)
        return [Insertion(value.start + 1, ",".join(end + margin + one for one in written) + end + margin)]
    apart = _end_of_line(text, value.start) < value.items[-1]
    before = end + " " * _margin(text, value.items[-1]) if apart else " "
    words = [before + one for one in written]
    comma = _COMMA.match(text, value.last, close)
    at = comma.end() if comma else value.last
    line = _end_of_line(text, at)
    if not apart or line > close:
        return [Insertion(at, ("" if comma else ",") + ",".join(words))]
    if comma:
        return [Insertion(line, "".join(one + "," for one in words))]
    return [Insertion(at, ","), Insertion(line, ",".join(words))]


_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")
"""The comma behind an item, past a comment."""


def _gap(text: str, value: Value) -> int:
    """Columns from the dash to what stands behind it, as the last item has it."""
    column = _column(text, value.items[-1]) - _column(text, value.start)
    return column if INDENT <= column <= 5 else INDENT


def _usual_indent(text: str, found: Places) -> int:
    """Columns from the keys at the top to the dashes below them, as the file has it."""
    lists = [one for one in found.values.values() if one.form is Form.DASHES]
    return _column(text, lists[0].start) - _column(text, found.start) if lists else INDENT


def _line_end(text: str) -> str:
    found = BREAKS.search(text)
    return found[0] if found and found[0] in ("\r\n", "\r") else "\n"


def _end_of_line(text: str, at: int) -> int:
    found = BREAKS.search(text, at)
    return found.start() if found else len(text)


def _start_of_line(text: str, at: int) -> int:
    return max(text.rfind(one, 0, at) for one in "\n\r\x85\u2028\u2029") + 1


def _column(text: str, at: int) -> int:
    return at - _start_of_line(text, at)


def _margin(text: str, at: int) -> int:
    """Spaces at the start of the line on which something stands."""
    line = text[_start_of_line(text, at) : at]
    return len(line) - len(line.lstrip(" "))
