"""Which files to read: folders are walked, in a stable order, past hidden folders and backups."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ..findings.catalogue import reading
from ..findings.finding import Finding, Place
from .above import is_record_name as is_record_name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may hold a record; `named` when the user named the file itself."""

    path: str
    named: bool


def discover(paths: Iterable[str], passed: Callable[[str], None] | None = None) -> Iterator[Candidate | Finding]:
    """Walk `paths` (files, folders, `-` for standard input) and give each file once.

    Within a folder: files by name, the ending apart (so that a copy comes after its original), then folders by name. A
    folder that cannot be read, a dead link and a circle of links are findings in between. A folder that is reached twice,
    through a link, is read once. `passed` is told the path of each file in a folder that is passed over, since its name
    is not that of a record.
    """
    listed = list(paths)
    walk = _Walk(len(listed) > 1, passed)
    for path in listed:
        if path == "-":
            if walk.first_time(path):
                yield Candidate(path, True)
        elif os.path.isdir(path):
            yield from walk.folder(path, frozenset())
        elif walk.first_time(os.path.normcase(os.path.abspath(path))):
            yield Candidate(path, True)


@dataclass(slots=True)
class _Walk:
    """What was met before. Only where several paths were given can a file come twice, so only then are they kept."""

    several: bool
    passed: Callable[[str], None] | None = None
    files: set[str] = field(default_factory=set)
    folders: set[object] = field(default_factory=set)

    def first_time(self, key: str) -> bool:
        if key in self.files:
            return False
        self.files.add(key)
        return True

    def folder(self, folder: str, above: frozenset[object]) -> Iterator[Candidate | Finding]:
        try:
            identity = _identity(folder)
            if identity in above:
                yield reading.LINK_LOOP.at(Place(folder), "Deze map bevat, via een koppeling, zichzelf.")
                return
            if identity in self.folders:
                return
            self.folders.add(identity)
            with os.scandir(folder) as entries:
                found = sorted(((entry.name, _kind(entry)) for entry in entries), key=lambda one: os.path.splitext(one[0]))
        except OSError as error:
            code = reading.VANISHED if isinstance(error, FileNotFoundError) else reading.READ_ERROR
            yield (reading.NO_ACCESS if isinstance(error, PermissionError) else code).at(Place(folder))
            return
        for name, kind in found:
            if kind == "file" and is_record_name(name):
                path = os.path.join(folder, name)
                if not self.several or self.first_time(os.path.normcase(os.path.abspath(path))):
                    yield Candidate(path, False)
            elif kind in _BROKEN and not _hidden(name):
                yield _BROKEN[kind].at(Place(os.path.join(folder, name)))
            elif kind == "file" and self.passed is not None:
                self.passed(os.path.join(folder, name))
        for name, kind in found:
            if kind == "folder" and not _hidden(name):
                yield from self.folder(os.path.join(folder, name), above | {identity})


_BROKEN = {"dead": reading.DEAD_LINK, "loop": reading.LINK_LOOP}


def _identity(folder: str) -> object:
    """What is the same for a folder however it is reached; some network drives number nothing."""
    status = os.stat(folder)
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.normcase(os.path.realpath(folder))


def _kind(entry: os.DirEntry[str]) -> str:
    """`folder`, `file`, or for a link that leads nowhere and has no file name ending `dead` or `loop`.

    A link with an ending is left to whoever reads the file: most of them are no records.
    """
    try:
        if entry.is_dir():
            return "folder"
        if "." in entry.name or not entry.is_symlink():
            return "file"
        os.stat(entry.path)
    except FileNotFoundError:
        return "dead"
    except OSError as error:
        return "loop" if error.errno == errno.ELOOP and "." not in entry.name else "file"
    return "file"


def _hidden(name: str) -> bool:
    return name.startswith((".", "__"))
