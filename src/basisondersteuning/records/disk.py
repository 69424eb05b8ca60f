"""Put files on disk without ever losing what was there.

A file is written beside its goal, flushed to disk and only then put in place, so that a crash leaves the old file or
the new one.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_NO_FLUSH = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""What a network drive that cannot flush answers; it is written all the same."""

_OPEN_ELSEWHERE = (5, 32, 33)
"""What Windows answers for a file that another program, such as a virus scanner, has open just now."""

_PAUSES = (0.05, 0.1, 0.2, 0.4)
"""Seconds to wait before trying again then."""


_LONGEST = 200
"""Bytes of a name to which what `bo` puts round it can be added; the system allows some 255."""


class NotAFile(OSError):
    """There is something with this name that is no ordinary file, such as a pipe: reading it could last for ever."""


def read(path: str, most: int | None = None) -> bytes:
    """The bytes of an ordinary file; `NotAFile` for a pipe, a device, or a file of more than `most` bytes. OSError as usual."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, "folder", path)
        if not stat.S_ISREG(found.st_mode) or (most is not None and found.st_size > most):
            raise NotAFile(errno.EINVAL, "not a file", path)
    except BaseException:
        os.close(handle)
        raise
    with open(handle, "rb") as file:
        return file.read()


def current(path: str) -> bytes | OSError | None:
    """The bytes of an ordinary file; None when it is not there."""
    try:
        return read(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        return error


def stem(name: str) -> str:
    """What the names of a lock and of a file half written begin with: the name itself, or a short form of a very long one."""
    raw = os.fsencode(name)
    if len(raw) <= _LONGEST:
        return name
    from hashlib import sha256

    return sha256(raw).hexdigest()[:40]


def reason(error: OSError | UnicodeError) -> str:
    """Why a file could not be read or written, in a few Dutch words."""
    if isinstance(error, OSError):
        if error.errno in _FULL:
            return "de schijf is vol"
        if error.errno == errno.EROFS:
            return "de schijf is alleen om te lezen"
        if error.errno == errno.ENAMETOOLONG:
            return "de naam is te lang"
        if getattr(error, "winerror", None) in _OPEN_ELSEWHERE[1:]:
            return "het staat open in een ander programma"
    known = {
        FileExistsError: "er is al een bestand met die naam",
        FileNotFoundError: "die map of dat bestand is er niet",
        PermissionError: "dat mag hier niet",
        IsADirectoryError: "het is een map",
        NotAFile: "het is geen gewoon bestand",
        NotADirectoryError: "een deel van het pad is geen map",
        TimeoutError: "een andere opdracht van `bo` is ermee bezig",
        UnicodeDecodeError: "het is geen tekst",
    }
    return known.get(type(error), "de schijf of het station weigert")


def write_new(path: str, text: str, *, private: bool = True) -> None:
    """Write a file that is not there yet: FileExistsError when it is, OSError when it cannot be written.

    `private`: readable for the owner only, as everything with pupil data is.
    """
    make(path, text.encode(), private=private)


def replace(path: str, text: str, *, private: bool = True) -> None:
    """Put a text in place of a file, or make it; the rights of a file that was there stay. OSError when that fails."""
    swap(path, text.encode(), private=private)


def make(path: str, data: bytes, *, private: bool = True) -> None:
    """As `write_new`, for bytes."""
    if os.path.lexists(path):
        raise FileExistsError(path)
    temporary = _beside(path, data, private)
    try:
        _into_place(temporary, path)
    finally:
        if os.path.lexists(temporary):
            os.unlink(temporary)
    sync_folder(os.path.dirname(path))


def swap(path: str, data: bytes, *, private: bool = True) -> None:
    """As `replace`, for bytes. The group stays too, and the owner where that may be said.

    Another name of the same file (a hard link) keeps the old bytes: writing into the file itself could leave half of it.
    """
    temporary = _beside(path, data, private)
    try:
        if os.path.exists(path):
            _as_it_was(temporary, os.stat(path))
        moved(temporary, path)
    finally:
        if os.path.lexists(temporary):
            os.unlink(temporary)
    sync_folder(os.path.dirname(path))


def sync_folder(folder: str) -> None:
    """Let the system write down which files a folder has; where it cannot, nothing happens."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(path: str) -> None:
    """Take away what a `bo` that was broken off left beside a file. Only for who holds its lock."""
    folder, name = os.path.split(path)
    left = re.compile(re.escape(f".{stem(name)}.") + r"\w{8}\.tmp")
    with suppress(OSError):
        for one in os.listdir(folder or "."):
            if left.fullmatch(one):
                os.unlink(os.path.join(folder, one))


def moved(source: str, target: str, *, over: bool = True) -> None:
    """Give a file or folder another name, `over` what has that name or not.

    On Windows a program that has it open, such as a virus scanner, mostly lets go soon: so it is tried again.
    """
    move = os.replace if over else os.rename
    for pause in _PAUSES:
        try:
            move(source, target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _OPEN_ELSEWHERE:
                raise
        time.sleep(pause)
    move(source, target)


def _as_it_was(temporary: str, was: os.stat_result) -> None:
    """Owner, group and rights of the file it comes in place of; a group that did not have those rights does not get them."""
    rights = was.st_mode & 0o7777
    if os.name == "posix":
        for owner in (was.st_uid, -1):
            with suppress(OSError):
                os.chown(temporary, owner, was.st_gid)
                break
        if os.stat(temporary).st_gid != was.st_gid:
            rights &= ~0o070
    os.chmod(temporary, rights)


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
    moved(temporary, path, over=False)  # on Windows this refuses by itself


def _beside(path: str, data: bytes, private: bool) -> str:
    """A temporary file with these bytes in the same folder, safely on disk."""
    folder, name = os.path.split(path)
    handle, temporary = tempfile.mkstemp(dir=folder or ".", prefix=f".{stem(name)}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        if not private:
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(temporary, 0o666 & ~mask)
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def sync(handle: int) -> None:
    """Flush a file to disk, where the drive can."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FLUSH:
            raise


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
        moved(temporary, path)
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
