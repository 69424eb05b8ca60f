"""The files of a folder as they were last seen. Looking again costs a walk; only what changed is read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...findings.finding import Finding
from ...records.discover import Candidate, discover
from ...records.seen import marks


class Differences(NamedTuple):
    """What is otherwise than at the last look: files that are new or were written, files that are gone, folders that cannot
    be read and could before.
    """

    written: list[Candidate]
    gone: list[str]
    barred: list[Finding]

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return bool(self.written or self.gone or self.barred)


class Folder:
    """Files under some paths, by what the system says of each: size, times and identity.

    A watcher only says *when* to look: so a file put in place of another, a folder that moved and a hundred changes at once are
    all the same here.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = list(paths)
        self._marks: dict[str, str] = {}
        self._barred: dict[str, Finding] = {}

    @property
    def barred(self) -> list[Finding]:
        """What cannot be looked into now."""
        return list(self._barred.values())

    def forget(self) -> None:
        """Take every file as new at the next look."""
        self._marks = {}

    def look(self) -> Differences:
        """Walk, and say what differs. Files in a folder that cannot be read now stay as they were: nobody knows more."""
        found: dict[str, Candidate] = {}
        barred: dict[str, Finding] = {}
        for one in discover(self.paths):
            if isinstance(one, Finding):
                barred[one.place.file] = one
            else:
                found[one.path] = one
        now = {path: mark for path in found if (mark := _mark(path)) is not None}
        closed = [path + os.sep for path in barred]
        kept = {path: mark for path, mark in self._marks.items() if any(path.startswith(one) for one in closed)}
        gone = [path for path in self._marks if path not in now and path not in kept]
        written = [found[path] for path, mark in now.items() if self._marks.get(path) != mark]
        fresh = [one for path, one in barred.items() if path not in self._barred]
        self._marks, self._barred = {**kept, **now}, barred
        return Differences(written, gone, fresh)


def state_of(paths: Iterable[str]) -> tuple[tuple[str, str | None], ...]:
    """What the system says of some files, and of those in some folders: another answer means that something changed there."""
    return tuple((path, _mark(path)) for one in paths for path in _with_inside(one))


def _with_inside(path: str) -> Iterator[str]:
    yield path
    try:
        names = sorted(os.listdir(path)) if os.path.isdir(path) else []
    except OSError:
        names = []
    yield from (os.path.join(path, name) for name in names)


def _mark(path: str) -> str | None:
    try:
        return marks(os.stat(path))
    except OSError:  # gone since the walk, or a link that leads nowhere
        return None
