"""Reading the bytes of one file, safely, and turning marks into places."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from codecs import BOM_UTF8
from dataclasses import dataclass, field

from ..findings.catalogue import reading
from ..findings.code import Code
from ..findings.finding import Finding, Place
from .foreign import foreign
from .seen import Seen, seen
from .tree import Mark

MAX_BYTES = 4 * 1024 * 1024
"""A dossier is a few kilobytes; whatever is larger than this is not read at all."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""

_LONG, _BEFORE = 4000, 1000
"""Of a line longer than this a finding keeps a part only, from so many characters before its column."""


@dataclass(slots=True)
class Source:
    """The name of a file as the user knows it, and its bytes without a byte order mark."""

    name: str
    data: bytes
    _lines: list[str] | None = field(default=None, repr=False, compare=False)
    _status: tuple[os.stat_result, int] | None = field(default=None, repr=False, compare=False)

    @property
    def seen(self) -> Seen | None:
        """How the file was when it was read; None for what came from elsewhere."""
        return seen(self._status[0], self.data, self._status[1]) if self._status is not None else None

    @property
    def lines(self) -> list[str]:
        """The lines as YAML counts them; split only once, when a finding first asks for one."""
        if self._lines is None:
            self._lines = _BREAKS.split(self.data.decode("utf-8", "replace"))
        return self._lines

    def place(self, mark: Mark | None, length: int = 0) -> Place:
        """The place of a mark; without `length` the marker covers the word that stands there."""
        if mark is None:
            return Place(self.name)
        return self.at(mark.line, mark.column, length)

    def at(self, line: int, column: int, length: int = 0) -> Place:
        """The place at `line` and `column`, both counted from 0."""
        if line >= len(self.lines):
            return Place(self.name, line + 1, column + 1)
        text, start = self.lines[line], 0
        if len(text) > _LONG:
            start = max(column - _BEFORE, 0)
            text = part_of(text, start)
        return Place(self.name, line + 1, column + 1, length or _word(text, column - start), text, start)

    def at_offset(self, offset: int) -> Place:
        """The place of a byte."""
        before = _BREAKS.split(self.data[:offset].decode("utf-8", "replace"))
        return self.at(len(before) - 1, len(before[-1]), 1)


def part_of(line: str, start: int) -> str:
    """What a finding keeps of a line, from character `start` on."""
    return line[start : start + _LONG]


def _word(text: str, column: int) -> int:
    """The length of what stands at `column`: a quoted text, or up to a separator."""
    rest = text[column:]
    if rest.startswith(("'", '"')):
        end = rest.find(rest[0], 1)
        return end + 1 if end > 0 else max(len(rest), 1)
    for separator in (": ", ", ", " #", "}", "]"):
        rest = rest.split(separator, 1)[0]
    return max(len(rest.rstrip().rstrip(":")), 1)


_REFUSALS: dict[int | None, Code] = {
    errno.ELOOP: reading.LINK_LOOP,
    errno.ENAMETOOLONG: reading.NOT_FOUND,
    errno.ENXIO: reading.NOT_A_FILE,
    errno.EISDIR: reading.NOT_A_FILE,
    errno.ENODEV: reading.NOT_A_FILE,
}


def read(path: str) -> Source | Finding:
    """Read a file, or say why not. Never waits on a pipe or a device and never reads more than `MAX_BYTES`."""
    where = Place(path)
    try:
        handle = os.open(path, _FLAGS)
    except (FileNotFoundError, NotADirectoryError):
        missing = reading.DEAD_LINK if os.path.islink(path) else reading.NOT_FOUND
        return missing.at(where)
    except PermissionError:
        code = reading.NOT_A_FILE if os.path.isdir(path) else reading.NO_ACCESS
        return code.at(where)
    except (OSError, ValueError) as error:
        return _REFUSALS.get(getattr(error, "errno", None), reading.READ_ERROR).at(where)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return reading.NOT_A_FILE.at(where)
        if status.st_size > MAX_BYTES:
            return reading.TOO_LARGE.at(where)
        parts: list[bytes] = []
        left = MAX_BYTES + 1
        while left > 0 and (part := os.read(handle, min(left, status.st_size + 1 if not parts else 65536))):
            parts.append(part)
            left -= len(part)
        data = parts[0] if len(parts) == 1 else b"".join(parts)
    except OSError as error:
        return _REFUSALS.get(error.errno, reading.READ_ERROR).at(where)
    finally:
        os.close(handle)
    got = accept(path, data)
    if isinstance(got, Source):
        got._status = status, time.time_ns()
    return got


def read_stdin(name: str = "-") -> Source | Finding:
    """Read one record from standard input."""
    if sys.stdin is None:  # closed before `bo` began
        return reading.READ_ERROR.at(Place(name), "Op de standaardinvoer staat niets klaar.")
    try:
        return accept(name, sys.stdin.buffer.read(MAX_BYTES + 1))
    except OSError:
        return reading.READ_ERROR.at(Place(name))


def accept(name: str, data: bytes) -> Source | Finding:
    """Check the bytes of a file before any YAML is read: size, what made it, emptiness and encoding."""
    if len(data) > MAX_BYTES:
        return reading.TOO_LARGE.at(Place(name))
    if (other := foreign(data)) is not None:
        return reading.NOT_TEXT.at(Place(name), f"Dit is {other}, geen tekstbestand.")
    if data.startswith(BOM_UTF8):
        data = data[len(BOM_UTF8) :]
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return reading.NOT_UTF8.at(Place(name), "Dit bestand is als UTF-16 opgeslagen, niet als UTF-8.")
    if not data or data.isspace():
        return reading.EMPTY.at(Place(name))
    if b"\x00" in data:
        source = Source(name, data)
        if data.count(b"\x00") * 3 > len(data):
            return reading.NOT_UTF8.at(Place(name), "Dit bestand is als UTF-16 opgeslagen, niet als UTF-8.")
        return reading.BAD_CHARACTER.at(source.at_offset(data.index(b"\x00")))
    return Source(name, data)
