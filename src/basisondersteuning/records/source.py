"""Reading the bytes of one file, safely, and turning marks into places."""

from __future__ import annotations

import errno
import os
import stat
import sys
from dataclasses import dataclass

from ..findings.catalogue import reading
from ..findings.finding import Finding, Place
from .tree import Mark

MAX_BYTES = 4 * 1024 * 1024
"""A dossier is a few kilobytes; whatever is larger than this is not read at all."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(slots=True)
class Source:
    """The name of a file as the user knows it, and its bytes without a byte order mark."""

    name: str
    data: bytes

    def line(self, number: int) -> str | None:
        """Line `number` (from 0), shortened where it is very long; None past the end."""
        lines = self.data.split(b"\n", number + 1)
        if number >= len(lines):
            return None
        return lines[number][:4000].decode("utf-8", "replace").rstrip("\r").replace("\t", " ")

    def place(self, mark: Mark | None, length: int = 0) -> Place:
        """The place of a mark; without `length` the marker covers the word that stands there."""
        if mark is None:
            return Place(self.name)
        return self.at(mark.line, mark.column, length)

    def at(self, line: int, column: int, length: int = 0) -> Place:
        """The place at `line` and `column`, both counted from 0."""
        text = self.line(line)
        if text is None:
            return Place(self.name, line + 1, column + 1)
        return Place(self.name, line + 1, column + 1, length or _word(text, column), text)

    def at_offset(self, offset: int) -> Place:
        """The place of a byte."""
        before = self.data[:offset]
        start = before.rfind(b"\n") + 1
        return self.at(before.count(b"\n"), len(before[start:].decode("utf-8", "replace")), 1)


def _word(text: str, column: int) -> int:
    """The length of what stands at `column`: a quoted text, or up to a separator."""
    rest = text[column:]
    if rest[:1] in "'\"":
        end = rest.find(rest[0], 1)
        return end + 1 if end > 0 else max(len(rest), 1)
    for separator in (": ", ", ", " #", "}", "]"):
        rest = rest.split(separator, 1)[0]
    return max(len(rest.rstrip().rstrip(":")), 1)


def read(path: str) -> Source | Finding:
    """Read a file, or say why not. Never waits on a pipe or a device and never reads more than `MAX_BYTES`."""
    where = Place(path)
    try:
        handle = os.open(path, _FLAGS)
    except FileNotFoundError:
        missing = reading.DEAD_LINK if os.path.islink(path) else reading.NOT_FOUND
        return missing.at(where)
    except PermissionError:
        code = reading.NOT_A_FILE if os.path.isdir(path) else reading.NO_ACCESS
        return code.at(where)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ELOOP:
            return reading.LINK_LOOP.at(where)
        special = isinstance(error, OSError) and error.errno in (errno.ENXIO, errno.EISDIR, errno.ENODEV)
        return (reading.NOT_A_FILE if special else reading.READ_ERROR).at(where)
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
        special = error.errno == errno.EISDIR
        return (reading.NOT_A_FILE if special else reading.READ_ERROR).at(where)
    finally:
        os.close(handle)
    return accept(path, data)


def read_stdin(name: str = "-") -> Source | Finding:
    """Read one record from standard input."""
    try:
        return accept(name, sys.stdin.buffer.read(MAX_BYTES + 1))
    except OSError:
        return reading.READ_ERROR.at(Place(name))


def accept(name: str, data: bytes) -> Source | Finding:
    """Check the bytes of a file before any YAML is read: size, emptiness and encoding."""
    if len(data) > MAX_BYTES:
        return reading.TOO_LARGE.at(Place(name))
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
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
