"""Put what a command made on disk: all checks first, then file by file, so that `bo undo` can take it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..findings.finding import Finding, Place
from .append_write import put
from .write import write_new


class Write(NamedTuple):
    """New bytes for one file. `old` is what must still stand there; None when the file is new."""

    path: str
    old: bytes | None
    new: bytes


def commit(writes: Sequence[Write], *, command: str) -> list[Finding]:
    """Write some files as one deed of `command` (such as `bo log`), which `bo undo` takes back as one.

    Nothing is written when a file is not what it was, or may not be written. What goes wrong after that stops the rest; the
    findings then say what was written. An empty list says that all of it is there.
    """
    assert command
    for one in writes:
        if one.old is None:
            write_new(one.path, one.new.decode())
        elif (refused := put(one.path, one.old, one.new)) is not None:
            return [refused]
    return []


def place_of(write: Write) -> Place:
    """The file, as a place."""
    return Place(write.path)
