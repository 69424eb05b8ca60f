"""Let no two `bo`s write one file at the same time."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from .disk import stem

PATIENCE = 4.0
"""Seconds to wait for another `bo`: longer than any of them writes, shorter than anyone keeps waiting."""

_PAUSE = 0.03
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK))
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What a network drive that knows no locks answers. Then nothing is held; that the file is what it was is still looked at."""


class LockOfAnother(OSError):
    """The lock of a file stands there and cannot be opened: somebody else's, or something that is no lock. `path`: which."""

    def __init__(self, path: str, error: OSError) -> None:
        super().__init__(error.errno, "lock", path)
        self.path = path


@contextmanager
def locked(path: str, *, patience: float = PATIENCE) -> Iterator[None]:
    """Let no other `bo` write this file meanwhile: wait for one that does, for `patience` seconds.

    TimeoutError when the other is not done by then; `LockOfAnother` when the lock cannot be opened; OSError when the folder
    cannot be written. The lock is the system's own, so that it goes with a process that dies. It holds nothing, and who may
    write in the folder may use it.
    """
    folder, name = os.path.split(path)
    lock = os.path.join(folder, f".{stem(name)}.slot")
    until = time.monotonic() + patience
    while True:
        handle = _opened(lock)
        try:
            _hold(handle, until)
            if os.stat(lock).st_ino == os.fstat(handle).st_ino:
                break  # else whoever had it before has taken it away
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    try:
        yield
    finally:
        if os.name == "nt":  # there an open file stays, and what another has open meanwhile too
            os.close(handle)
        with suppress(OSError):
            os.unlink(lock)
        if os.name != "nt":
            os.close(handle)


_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Never through a link, and never waiting for who stands at the other end of a pipe."""


def _opened(lock: str) -> int:
    """The lock, made where it was not there; that of another, which can only be read, will do as well."""
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT | _FLAGS, 0o666)
    except OSError as error:
        if not os.path.lexists(lock):
            raise
        try:
            return os.open(lock, os.O_RDONLY | _FLAGS)
        except FileNotFoundError:
            return _opened(lock)
        except OSError:
            raise LockOfAnother(lock, error) from None


def _hold(handle: int, until: float) -> None:
    while True:
        try:
            _try(handle)
            return
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return
            if error.errno not in _HELD:
                raise
            if time.monotonic() >= until:
                raise TimeoutError(errno.ETIMEDOUT, "another bo") from None
        time.sleep(_PAUSE)


def _try(handle: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        return
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
