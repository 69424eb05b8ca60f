"""The stamp of kept answers: a fingerprint of everything, besides the file itself, that an answer depends on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.util import find_spec

from .. import __path__ as package
from .. import __version__
from ..norms.frame_heads import bases_beside
from ..records.seen import CHANGES_ARE_TIMED, SETTLED, fingerprint, marks
from .setup import FRAMES, Setup

_LEANS_ON = ("pydantic", "pydantic_core", "yaml")
"""Packages that read and check records: another version may tell another story."""

_NO_CODE = {"__pycache__", "gallery", "_shipped"}


def setup_stamp(name: str, setup: Setup, *parts: object) -> str:
    """The stamp of a job that judges under a set-up; `parts` are its own options."""
    files = [setup.swv] if setup.swv is not None else []
    if setup.swv is not None:
        files.append(os.path.join(os.path.dirname(setup.swv), FRAMES))
    if setup.frame is not None:
        files += [setup.frame, *bases_beside(setup.frame)]
    return stamp(name, (setup, *parts), files)


def stamp(name: str, parts: Iterable[object], files: Iterable[str] = ()) -> str:
    """The stamp of a job: its name and options, the contents of `files` (folders too; missing ones count as such),
    and `bo` itself with what it leans on.
    """
    total = blake2b(digest_size=16)
    for one in (name, __version__, sys.version, *(repr(one) for one in parts)):
        total.update(one.encode("utf-8", "backslashreplace") + b"\0")
    for path in files:
        for each in _inside(path):
            total.update(f"{each}\0{_content(each)}\0".encode("utf-8", "backslashreplace"))
    now = time.time_ns()
    for path in _program():
        total.update(f"{path}\0{_state(path, now)}\0".encode("utf-8", "backslashreplace"))
    return total.hexdigest()


def _inside(path: str) -> Iterator[str]:
    """A file itself, or every file in a folder."""
    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        yield from (os.path.join(folder, name) for name in sorted(names))


def _content(path: str) -> str:
    """The fingerprint of a file of the user, of which there are few."""
    from ..records.source import Source, read

    got = read(path)
    return fingerprint(got.data) if isinstance(got, Source) else got.code


def _program() -> Iterator[str]:
    for top in package:
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(set(folders) - _NO_CODE)
            yield from (os.path.join(folder, name) for name in sorted(names))
    for name in _LEANS_ON:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            yield spec.origin


def _state(path: str, now: int) -> str:
    """What the system says of a file of `bo`; where it changed a moment ago, or where that cannot be trusted, its contents."""
    try:
        status = os.stat(path)
    except OSError:
        return "-"
    if CHANGES_ARE_TIMED and max(status.st_mtime_ns, status.st_ctime_ns) + SETTLED < now:
        return marks(status)
    with open(path, "rb") as file:
        return marks(status) + fingerprint(file.read())
