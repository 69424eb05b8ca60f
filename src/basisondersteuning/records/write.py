"""From plain data to YAML text in the style of our records, and to disk without ever losing what was there.

A file is written beside its goal, flushed to disk and only then put in place, so that a crash leaves the old file or
the new one. Editing within a file that people wrote is not done here.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO

import yaml

from .tree import Tree


class _Plain(yaml.SafeDumper):
    """Every scalar is text to `bo`, so nothing needs quotes because it looks like a number or a date."""

    def ignore_aliases(self, _data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def dump(tree: Tree) -> str:
    """YAML text of plain containers and text; keys stay in their order, and reading the text gives the same tree.

    Blocks above, and on one line what holds no containers itself; an event is always on one line.
    """
    nested = isinstance(tree, dict) and any(isinstance(one, dict | list) for one in tree.values())
    flow = None if nested else False  # without containers in it the whole would come on one line
    made = yaml.dump(
        _one_line(tree), Dumper=_Plain, default_flow_style=flow, sort_keys=False, allow_unicode=True, width=1_000_000
    )
    return str(made)


def on_one_line(tree: Tree) -> str:
    """A mapping or a list as YAML on one line, without the end of the line."""
    made = yaml.dump(tree, Dumper=_Plain, default_flow_style=True, sort_keys=False, allow_unicode=True, width=1_000_000)
    return str(made).rstrip("\n")


class _Flow(dict[str, Any]):
    """A mapping that is written on one line: an event of a timeline."""


_Plain.yaml_implicit_resolvers = {}
_Plain.add_representer(_Flow, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True))


def _one_line(tree: Tree) -> Any:
    """The same tree, in which each event of a timeline, and each pattern of a rule, is written on one line."""
    if isinstance(tree, list):
        return [_one_line(one) for one in tree]
    if not isinstance(tree, dict):
        return tree
    return {key: _flow(one) if key in _ON_ONE_LINE else _one_line(one) for key, one in tree.items()}


def _flow(tree: Tree) -> Any:
    if isinstance(tree, list):
        return [_flow(one) for one in tree]
    return _Flow(tree) if isinstance(tree, dict) else tree


_ON_ONE_LINE = frozenset(
    {"tijdlijn", "betrokkenen", "afwijkingen"} | {"bron", "geldig", "als", "dan", "vooraf", "sinds", "moet", "nooit", "binnen"}
)
"""Keys whose mappings, also those in a list, are each written on one line: the way people write them."""


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Let no other `bo` write this file meanwhile: wait for one that does. OSError when the folder cannot be written.

    The lock is the system's own, so that it goes with a process that dies.
    """
    folder, name = os.path.split(path)
    lock = os.path.join(folder, f".{name}.slot")
    while True:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        _hold(handle)
        try:
            if os.stat(lock).st_ino == os.fstat(handle).st_ino:
                break  # else whoever had it before has taken it away
        except FileNotFoundError:
            pass
        os.close(handle)
    try:
        yield
    finally:
        with suppress(OSError):  # on Windows an open file stays
            os.unlink(lock)
        os.close(handle)


def _hold(handle: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined, unused-ignore]
        return
    fcntl.flock(handle, fcntl.LOCK_EX)


def reason(error: OSError | UnicodeError) -> str:
    """Why a file could not be read or written, in a few Dutch words."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "de schijf is vol"
    known = {
        FileExistsError: "er is al een bestand met die naam",
        FileNotFoundError: "die map of dat bestand is er niet",
        PermissionError: "dat mag hier niet",
        IsADirectoryError: "het is een map",
        NotADirectoryError: "een deel van het pad is geen map",
        UnicodeDecodeError: "het is geen tekst",
    }
    return known.get(type(error), "de schijf of het station weigert")


def write_new(path: str, text: str, *, private: bool = True) -> None:
    """Write a file that is not there yet: FileExistsError when it is, OSError when it cannot be written.

    `private`: readable for the owner only, as everything with pupil data is.
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    temporary = _beside(path, text, private)
    try:
        _into_place(temporary, path)
    finally:
        if os.path.lexists(temporary):
            os.unlink(temporary)


def replace(path: str, text: str, *, private: bool = True) -> None:
    """Put a text in place of a file, or make it; the rights of a file that was there stay. OSError when that fails."""
    temporary = _beside(path, text, private)
    try:
        if os.path.exists(path):
            os.chmod(temporary, os.stat(path).st_mode & 0o7777)
        os.replace(temporary, path)
    finally:
        if os.path.lexists(temporary):
            os.unlink(temporary)


def _into_place(temporary: str, path: str) -> None:
    """Give a finished file its name, but not where another has come in between."""
    if os.name == "posix":
        try:
            os.link(temporary, path)
            return
        except FileExistsError:
            raise
        except OSError:  # a drive without hard links
            if os.path.lexists(path):
                raise FileExistsError(path) from None
    os.rename(temporary, path)  # on Windows this refuses by itself


def _beside(path: str, text: str, private: bool) -> str:
    """A temporary file with this text in the same folder, safely on disk."""
    folder, name = os.path.split(path)
    handle, temporary = tempfile.mkstemp(dir=folder or ".", prefix=f".{name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(temporary, 0o666 & ~mask)
    except OSError:
        os.unlink(temporary)
        raise
    return temporary


def put(path: str, data: bytes) -> None:
    """Put a made document in place, for the owner only; the rights of a file that was there stay. OSError when that fails.

    Not flushed to disk as records are: it can be made again, and a flush would cost more than making it.
    """
    with putting(path) as file:
        file.write(data)


@contextmanager
def putting(path: str) -> Iterator[BinaryIO]:
    """As `put`, for what is written piece by piece: it comes in place when all of it is there, and else nothing changes."""
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name[:40]}.{os.getpid()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with open(handle, "wb") as file:
            yield file
        if (mode := _mode(path)) is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(path: str) -> int | None:
    """The rights of a file; None when there is none, or when it is a link."""
    try:
        found = os.lstat(path).st_mode
    except OSError:
        return None
    return None if stat.S_ISLNK(found) else found & 0o7777
