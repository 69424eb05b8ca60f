"""What `bo` wrote, so that it can be taken back: a folder for each deed, with the bytes of each file before and after.

The journal stands in `.bo/journaal`, beside the nearest `bo.yaml`, else beside the file. It holds data of pupils, so it is for
its owner only, and it is bounded: `MOST` deeds, `DAYS` days. Whether a deed is done or taken back follows from the files
themselves as much as it can, so that a process that is killed halfway leaves nothing that is not understood.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from .disk import sync, sync_folder

LOCK = "daden"
"""What is locked, within the journal, while anything is written or taken back."""

MOST, DAYS = 50, 60
"""How many deeds are kept, and for how long."""

_FILE, _TAKEN_BACK = "daad.json", "teruggenomen"
_NAME = re.compile(r"\d{6,}")
_LITTER = ".half-"


class Entry(NamedTuple):
    """One file of a deed: where it is, and its bytes before (None: it was not there) and after."""

    path: str
    before: bytes | None
    after: bytes


class Deed(NamedTuple):
    """One deed: the folder it is kept in, the command, when, its files, and whether it is marked as taken back."""

    folder: str
    command: str
    time: datetime
    entries: tuple[Entry, ...]
    taken_back: bool = False

    @property
    def home(self) -> str:
        """The folder of the journal."""
        return os.path.dirname(self.folder)


def keep(journal: str, command: str, entries: Sequence[Entry], now: datetime | None = None) -> Deed:
    """Write down a deed before it is done; old ones go. Only for who holds the lock of the journal. OSError when it cannot be."""
    when = now or datetime.now(UTC)
    known = _names(journal)
    folder = os.path.join(journal, f"{int(known[-1]) + 1 if known else 1:06}")
    half = os.path.join(journal, f"{_LITTER}{os.getpid()}")
    _clean(journal, known, when)
    os.mkdir(half, 0o700)
    try:
        for number, one in enumerate(entries):
            if one.before is not None:
                _put(os.path.join(half, f"{number}.voor"), one.before)
            _put(os.path.join(half, f"{number}.na"), one.after)
        _put(os.path.join(half, _FILE), json.dumps(_data(journal, command, when, entries), indent=1).encode())
        sync_folder(half)
        os.rename(half, folder)
        sync_folder(journal)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return Deed(folder, command, when, tuple(entries))


def forget(deed: Deed) -> None:
    """Take a deed that was not done out of the journal."""
    half = os.path.join(deed.home, f"{_LITTER}{os.path.basename(deed.folder)}")
    with suppress(OSError):
        os.rename(deed.folder, half)
        shutil.rmtree(half, ignore_errors=True)


def mark(deed: Deed, *, taken_back: bool) -> None:
    """Write down that a deed is taken back, or is not any more."""
    path = os.path.join(deed.folder, _TAKEN_BACK)
    if not taken_back:
        with suppress(FileNotFoundError):
            os.unlink(path)
    elif not os.path.lexists(path):
        _put(path, b"")
    sync_folder(deed.folder)


def aside(deed: Deed, entry: Entry) -> str:
    """Where a file that a deed made is moved to when it is taken back."""
    return os.path.join(deed.folder, f"{deed.entries.index(entry)}.weg")


def deeds(journal: str, damaged: Callable[[str], None]) -> list[Deed]:
    """The deeds of a journal, oldest first. `damaged` is told the folder of each that cannot be read."""
    found: list[Deed] = []
    for name in _names(journal):
        folder = os.path.join(journal, name)
        try:
            found.append(_read(folder))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            damaged(folder)
    return found


def _names(journal: str) -> list[str]:
    return sorted((one for one in os.listdir(journal) if _NAME.fullmatch(one)), key=int)


def _clean(journal: str, names: list[str], now: datetime) -> None:
    """Old deeds go, and what a `bo` that was broken off left."""
    for name in os.listdir(journal):
        if name.startswith(_LITTER):
            shutil.rmtree(os.path.join(journal, name), ignore_errors=True)
    oldest = now - timedelta(days=DAYS)
    for number, name in enumerate(names, 1):
        folder = os.path.join(journal, name)
        with suppress(OSError):
            if number <= len(names) - MOST + 1 or datetime.fromtimestamp(os.stat(folder).st_mtime, UTC) < oldest:
                half = os.path.join(journal, _LITTER + name)
                os.rename(folder, half)
                shutil.rmtree(half, ignore_errors=True)


def _data(journal: str, command: str, when: datetime, entries: Sequence[Entry]) -> dict[str, Any]:
    home = os.path.dirname(os.path.dirname(journal))
    return {
        "versie": 1,
        "opdracht": command,
        "tijd": when.isoformat(),
        "bestanden": [
            {"pad": _relative(one.path, home), "voor": _digest(one.before), "na": _digest(one.after)} for one in entries
        ],
    }


def _relative(path: str, home: str) -> str:
    try:
        return os.path.relpath(path, home).replace(os.sep, "/")
    except ValueError:  # another drive
        return path


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _read(folder: str) -> Deed:
    data = json.loads(_bytes(os.path.join(folder, _FILE)))
    home = os.path.dirname(os.path.dirname(os.path.dirname(folder)))
    return Deed(
        folder,
        str(data["opdracht"]),
        datetime.fromisoformat(data["tijd"]),
        tuple(_entries(folder, home, data["bestanden"])),
        os.path.lexists(os.path.join(folder, _TAKEN_BACK)),
    )


def _entries(folder: str, home: str, listed: Iterable[dict[str, Any]]) -> Iterator[Entry]:
    for number, one in enumerate(listed):
        path = os.path.normpath(os.path.join(home, one["pad"]))
        if os.name == "posix" and os.path.commonpath([path, home]) != home:
            raise ValueError(path)  # a journal is about files in its own folder
        before = None if one["voor"] is None else _bytes(os.path.join(folder, f"{number}.voor"))
        after = _bytes(os.path.join(folder, f"{number}.na"))
        if (_digest(before), _digest(after)) != (one["voor"], one["na"]):
            raise ValueError(folder)
        yield Entry(path, before, after)


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _put(path: str, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(handle, "wb") as file:
        file.write(data)
        file.flush()
        sync(file.fileno())
