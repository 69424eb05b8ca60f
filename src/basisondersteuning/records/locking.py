"""Let no two `bo`s write one file at the same time."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PATIENCE = 4.0
"""Seconds to wait for another `bo`: longer than any of them writes, shorter than anyone keeps waiting."""

_PAUSE = 0.03
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK))
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What a network drive that knows no locks answers. Then nothing is held; that the file is what it was is still looked at."""


@contextmanager
def locked(path: str, *, patience: float = PATIENCE) -> Iterator[None]:
    """Let no other `bo` write this file meanwhile: wait for one that does, for `patience` seconds.

    TimeoutError when the other is not done by then; OSError when the folder cannot be written. The lock is the system's own,
    so that it goes with a process that dies.
    """
    folder, name = os.path.split(path)
    lock = os.path.join(folder, f".{name}.slot")
    until = time.monotonic() + patience
    while True:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
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
        with suppress(OSError):  # on Windows an open file stays
            os.unlink(lock)
        os.close(handle)


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
