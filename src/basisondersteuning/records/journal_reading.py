"""The deeds of a journal, read as what anybody may have meddled with: one that is odd is named, and stops no other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from .disk import read
from .journal import MARK, Back, Deed, Entry, described, digest, loaded, moment, names
from .journal_places import home_for

_LARGEST = 64 << 20
"""Bytes of a file in a journal; no record comes near."""

_LONGEST = 200
"""Characters of a command that are shown."""


def deeds(journal: str, damaged: Callable[[str], None]) -> list[Deed]:
    """The deeds of a journal, oldest first. `damaged` is told the folder of each that cannot be read."""
    found: list[Deed] = []
    for name in names(journal):
        folder = os.path.join(journal, name)
        try:
            found.append(_read(folder))
        except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError):
            damaged(folder)
    return found


def _read(folder: str) -> Deed:
    data = described(folder)
    entries = tuple(_entries(folder, home_for(os.path.dirname(folder)), data["bestanden"]))
    if not entries or len({one.path for one in entries}) < len(entries):
        raise ValueError(folder)
    deed = Deed(folder, str(data["opdracht"])[:_LONGEST], moment(data["tijd"]), entries)
    return deed._replace(back=dict(_back(deed)))


def _back(deed: Deed) -> Iterator[tuple[int, Back]]:
    path = os.path.join(deed.folder, MARK)
    if not os.path.lexists(path):
        return
    if not os.lstat(path).st_size:  # as it was first written: all of the deed
        when = datetime.fromtimestamp(os.lstat(path).st_mtime, UTC)
        yield from ((number, Back(when, deed.number)) for number in range(len(deed.entries)))
        return
    for key, one in loaded(path).items():
        yield range(len(deed.entries))[int(key)], Back(moment(one["tijd"]), int(one["laatste"]), bool(one["bezig"]))


def _entries(folder: str, home: str, listed: list[dict[str, Any]]) -> Iterator[Entry]:
    for number, one in enumerate(listed):
        path = os.path.normpath(os.path.join(home, one["pad"]))
        if b"\0" in os.fsencode(path) or not within(path, home):
            raise ValueError(path)  # a journal is about files in its own folder
        before = None if one["voor"] is None else read(os.path.join(folder, f"{number}.voor"), _LARGEST)
        after = read(os.path.join(folder, f"{number}.na"), _LARGEST)
        if (digest(before), digest(after)) != (one["voor"], one["na"]):
            raise ValueError(folder)
        yield Entry(path, before, after)


def within(path: str, folder: str) -> bool:
    """Whether a file stands in a folder, with no link on the way to it. ValueError when they have no path in common."""
    real = os.path.realpath(os.path.dirname(path))
    inside = os.path.commonpath([real, os.path.realpath(folder)]) == os.path.realpath(folder)
    return inside and os.path.normcase(real) == os.path.normcase(os.path.dirname(path))
