"""Which files to read: folders are walked, in a stable order, past hidden folders and backups."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..findings.catalogue import reading
from ..findings.finding import Finding, Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may hold a record; `named` when the user named the file itself."""

    path: str
    named: bool


def discover(paths: Iterable[str]) -> Iterator[Candidate | Finding]:
    """Walk `paths` (files, folders, `-` for standard input) and give each file once.

    Within a folder: files by name, then folders by name. A folder that cannot be read, a dead link and a circle
    of links are findings in between.
    """
    seen: set[str] = set()
    for path in paths:
        if path == "-":
            if path not in seen:
                seen.add(path)
                yield Candidate(path, True)
        elif os.path.isdir(path):
            yield from _walk(path, seen, set())
        elif _first_time(path, seen):
            yield Candidate(path, True)


def _first_time(path: str, seen: set[str]) -> bool:
    key = os.path.normcase(os.path.abspath(path))
    if key in seen:
        return False
    seen.add(key)
    return True


def _walk(folder: str, seen: set[str], above: set[tuple[int, int]]) -> Iterator[Candidate | Finding]:
    try:
        status = os.stat(folder)
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            yield reading.LINK_LOOP.at(Place(folder), "Deze map bevat, via een koppeling, zichzelf.")
            return
        with os.scandir(folder) as entries:
            found = sorted(((entry.name, _kind(entry)) for entry in entries), key=lambda one: one[0])
    except FileNotFoundError:
        yield reading.VANISHED.at(Place(folder))
        return
    except PermissionError:
        yield reading.NO_ACCESS.at(Place(folder))
        return
    except OSError:
        yield reading.READ_ERROR.at(Place(folder))
        return
    for name, kind in found:
        if kind == "file" and is_record_name(name):
            path = os.path.join(folder, name)
            if not seen or _first_time(path, seen):
                yield Candidate(path, False)
    for name, kind in found:
        if kind == "folder" and not name.startswith((".", "__")):
            yield from _walk(os.path.join(folder, name), seen, {*above, identity})


def _kind(entry: os.DirEntry[str]) -> str:
    try:
        return "folder" if entry.is_dir() else "file"
    except OSError:
        return "file"


def is_record_name(name: str) -> bool:
    """Whether a file in a folder may be a record: `.yaml` or `.yml`, not hidden, no backup or lock file."""
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith((".", "~", "#"))
