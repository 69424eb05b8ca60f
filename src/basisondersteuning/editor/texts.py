"""A text as an editor holds it: places of ours, offsets and positions of the editor in one another.

Three counts meet here. A finding counts lines as YAML does, and characters. A remedy counts characters from the start of the
text. An editor counts lines that end in a line feed or carriage return, and the units of an encoding, mostly UTF-16.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types

from ..findings.finding import Place

_EDITOR_BREAKS = re.compile("\r\n|[\n\r]")
_YAML_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_MARK = "\ufeff"


class Text:
    """One version of a text. Offsets count characters behind a byte order mark, where the editor kept one."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._ahead = 1 if text.startswith(_MARK) else 0
        self.text = text[self._ahead :]
        self._encoding = encoding
        self._lines = _starts(self.text, _EDITOR_BREAKS)
        self._yaml_lines = _starts(self.text, _YAML_BREAKS)

    @property
    def data(self) -> bytes:
        """The text as a file would hold it, without a byte order mark; half a character becomes a question mark."""
        return self.text.encode("utf-8", "replace")

    def position(self, offset: int) -> types.Position:
        """The position of the editor for an offset; the nearest one there is."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._lines, offset) - 1
        before = self.text[self._lines[line] : offset]
        ahead = self._ahead if line == 0 else 0
        return types.Position(line, self._units(_MARK * ahead + before))

    def offset(self, position: types.Position) -> int:
        """The offset of a position of the editor; behind the end of a line it is that end."""
        if position.line >= len(self._lines):
            return len(self.text)
        start, end = self._lines[position.line], self.line_end(position.line)
        left = position.character - (self._units(_MARK) * self._ahead if position.line == 0 else 0)
        for at in range(start, end):
            if left <= 0:
                return at
            left -= self._units(self.text[at])
        return end

    def line_end(self, line: int) -> int:
        """The offset at which a line of the editor ends, before what ends it."""
        end = self._lines[line + 1] if line + 1 < len(self._lines) else len(self.text)
        while end > self._lines[line] and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    def range(self, start: int, end: int) -> types.Range:
        """From one offset to another."""
        return types.Range(self.position(start), self.position(max(start, end)))

    def spot(self, line: int, column: int) -> int:
        """The offset of a line and column of YAML, both counted from 0."""
        if line >= len(self._yaml_lines):
            return len(self.text)
        return min(self._yaml_lines[line] + column, len(self.text))

    def of(self, place: Place) -> types.Range:
        """The range of a place; that of a file as a whole is its first line."""
        if not place.line:
            return self.range(0, self.line_end(0))
        start = self.spot(place.line - 1, place.column - 1)
        stop = _YAML_BREAKS.search(self.text, start)
        return self.range(start, min(start + place.length, stop.start() if stop else len(self.text)))

    def _units(self, text: str) -> int:
        if text.isascii() or self._encoding == "utf-32":
            return len(text)
        data = text.encode("utf-8" if self._encoding == "utf-8" else "utf-16-le", "surrogatepass")
        return len(data) if self._encoding == "utf-8" else len(data) // 2


def _starts(text: str, breaks: re.Pattern[str]) -> list[int]:
    return [0, *(one.end() for one in breaks.finditer(text))]
