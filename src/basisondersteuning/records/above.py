"""What places, names and first bytes tell of files: quick, it never waits, and no record is read.

Plain Python: also `bo` alone and the Tab key need no more than this.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

LEVELS = 12
"""Folders to look in; no school has them deeper."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def upward(folder: str) -> Iterator[str]:
    """The folder itself and those above it, as absolute paths."""
    try:
        folder = os.path.abspath(folder)
    except OSError:  # the current folder has gone
        return
    for _ in range(LEVELS):
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def upward_from(folder: str) -> Iterator[str]:
    """The same folders, written as `folder` is: itself, then `..` of it."""
    for number, _ in enumerate(upward(folder)):
        yield os.path.normpath(os.path.join(folder, *[os.pardir] * number))


def nearest(folder: str, name: str) -> str | None:
    """The file with this name in the folder, or in the nearest one above it."""
    return next((path for one in upward(folder) if os.path.isfile(path := os.path.join(one, name))), None)


def shown_path(path: str) -> str:
    """A path as the user would type it, from the current folder."""
    try:
        near = os.path.relpath(path)
    except (OSError, ValueError):  # another drive, or the current folder has gone
        return path
    return path if near.startswith("..") else near


def typed_path(path: str) -> str:
    """A path as it is typed in a command: between quotes where it has a space, and nothing in it that steers a terminal."""
    shown = "".join(one if one.isprintable() else "?" for one in os.path.normpath(path))
    return f'"{shown}"' if " " in shown else shown


def is_record_name(name: str) -> bool:
    """Whether a file in a folder may be a record: `.yaml` or `.yml`, not hidden, and no lock file of an office program.

    What an editor keeps beside a file (`#L-0417.yaml#`, `L-0417.yaml~`) ends otherwise.
    """
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith((".", "~$"))


def head(path: str, size: int) -> bytes | None:
    """At most `size` bytes from the start of a file; None for what is no file, or cannot be read."""
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return None
    try:
        return os.read(handle, size) if stat.S_ISREG(os.fstat(handle).st_mode) else None
    except OSError:
        return None
    finally:
        os.close(handle)
