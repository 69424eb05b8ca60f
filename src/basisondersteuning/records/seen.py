"""How a file was when its bytes were read: enough to know later, mostly without reading it, that it is still the same."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import NamedTuple

SETTLED = 2_000_000_000
"""Nanoseconds after its last change from which the times of a file can be trusted: clocks of file systems tick coarsely."""

CHANGES_ARE_TIMED = os.name == "posix"
"""Whether the system keeps a time of change that no program can set back (Windows does not)."""


class Seen(NamedTuple):
    """A file as it was read: size, times and identity in one text, and a fingerprint of its bytes.

    `settled`: when the same `marks` are found again, the bytes are the same; else only their fingerprint says so.
    """

    marks: str
    content: str
    settled: bool


def seen(status: os.stat_result, data: bytes, now: int) -> Seen:
    """How a file was that was read at `now` (nanoseconds); `status` was asked for before its bytes `data` were read."""
    last = max(status.st_mtime_ns, status.st_ctime_ns)
    return Seen(marks(status), fingerprint(data), CHANGES_ARE_TIMED and status.st_ino != 0 and last + SETTLED < now)


def marks(status: os.stat_result) -> str:
    """What the system says of a file, without its bytes."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino} {status.st_dev}"


def written(one: Seen) -> str:
    """All of it in one text."""
    return f"{one.settled:d} {one.content} {one.marks}"


def read_back(text: str) -> Seen:
    """What was written."""
    settled, content, found = text.split(" ", 2)
    return Seen(found, content, settled == "1")


def fingerprint(data: bytes) -> str:
    """A fingerprint of the bytes of a file."""
    return blake2b(data, digest_size=16).hexdigest()
