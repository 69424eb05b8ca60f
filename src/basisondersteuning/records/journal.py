"""What `bo` wrote, kept so that it can be taken back: a folder for each deed, with the bytes of each file before and after.

It holds data of pupils, so it is for its owner only, and it is bounded: `MOST` deeds, `DAYS` days. What of a deed is taken
back stands in one small file beside it, also while that is going on, so that a process that is killed halfway leaves nothing
that is not understood.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from .disk import moved, read, sync, sync_folder
from .journal_places import home_for
from .locking import locked

LOCK = "daden"
"""What is locked, within the journal, while anything is written or taken back."""

MOST, DAYS = 50, 60
"""How many deeds are kept, and for how long."""

DEED, MARK = "daad.json", "teruggenomen"
_NAME = re.compile(r"[0-9]{6,}")
_LITTER = ".half-"
_LARGEST = 1 << 20
"""Bytes of a description of a deed; one of a thousand files is far below it."""


class Entry(NamedTuple):
    """One file of a deed: where it is, and its bytes before (None: it was not there) and after."""

    path: str
    before: bytes | None
    after: bytes


class Back(NamedTuple):
    """That a file is taken back: when, and the number of the last deed at that moment. `busy`: it is halfway, or was killed."""

    time: datetime
    last: int
    busy: bool = False


class Deed(NamedTuple):
    """One deed: the folder it is kept in, the command, when, its files, and which of these, by number, are taken back."""

    folder: str
    command: str
    time: datetime
    entries: tuple[Entry, ...]
    back: Mapping[int, Back] = MappingProxyType({})

    @property
    def home(self) -> str:
        """The folder of the journal."""
        return os.path.dirname(self.folder)

    @property
    def number(self) -> int:
        """Its place among the deeds of its journal."""
        return int(os.path.basename(self.folder))


def keep(journal: str, command: str, entries: Sequence[Entry], now: datetime | None = None) -> Deed:
    """Write down a deed before it is done; old ones go. Only for who holds the lock of the journal. OSError when it cannot be."""
    when = now or datetime.now(UTC)
    known = names(journal)
    folder = os.path.join(journal, f"{int(known[-1]) + 1 if known else 1:06}")
    half = os.path.join(journal, f"{_LITTER}{os.getpid()}")
    for name in os.listdir(journal):
        if name.startswith(_LITTER):  # left by a `bo` that was broken off
            shutil.rmtree(os.path.join(journal, name), ignore_errors=True)
    for name in {*known[: max(0, len(known) - MOST + 1)], *_old(journal, known, when)}:
        _remove(journal, name)
    os.mkdir(half, 0o700)
    try:
        for number, one in enumerate(entries):
            if one.before is not None:
                put(os.path.join(half, f"{number}.voor"), one.before)
            put(os.path.join(half, f"{number}.na"), one.after)
        put(os.path.join(half, DEED), json.dumps(_data(journal, command, when, entries), indent=1).encode())
        sync_folder(half)
        moved(half, folder, over=False)
        sync_folder(journal)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return Deed(folder, command, when, tuple(entries))


def tidy(journal: str, now: datetime | None = None) -> None:
    """Take away the deeds that are too old; when another `bo` is busy, or it cannot be, they go next time."""
    when = now or datetime.now(UTC)
    with suppress(OSError):
        if _old(journal, names(journal), when):
            with locked(os.path.join(journal, LOCK), patience=0):
                for name in _old(journal, names(journal), when):
                    _remove(journal, name)


def forget(deed: Deed) -> None:
    """Take a deed that was not done out of the journal."""
    _remove(deed.home, os.path.basename(deed.folder))


def mark(deed: Deed, back: Mapping[int, Back]) -> None:
    """Write down which files of a deed are taken back."""
    path = os.path.join(deed.folder, MARK)
    half = os.path.join(deed.folder, _LITTER + MARK)
    with suppress(FileNotFoundError):
        os.unlink(half)
    data = {str(key): {"tijd": one.time.isoformat(), "laatste": one.last, "bezig": one.busy} for key, one in back.items()}
    put(half, json.dumps(data).encode())
    moved(half, path)
    sync_folder(deed.folder)


def aside(deed: Deed, entry: Entry) -> str:
    """Where a file that a deed made is moved to when it is taken back."""
    return os.path.join(deed.folder, f"{deed.entries.index(entry)}.weg")


def names(journal: str) -> list[str]:
    """The folders of the deeds, oldest first."""
    return sorted((one for one in os.listdir(journal) if _NAME.fullmatch(one)), key=int)


def described(folder: str) -> dict[str, Any]:
    """What stands in a deed about it. OSError or ValueError when that cannot be read."""
    return loaded(os.path.join(folder, DEED))


def loaded(path: str) -> dict[str, Any]:
    """A small JSON file with keys. OSError or ValueError when it is not that."""
    try:
        data = json.loads(read(path, _LARGEST))
    except RecursionError:
        raise ValueError(path) from None
    if not isinstance(data, dict):
        raise ValueError(path)
    return data


def moment(text: object) -> datetime:
    """A moment as it is written down; ValueError when it is none that a clock can show."""
    if not isinstance(text, str):
        raise ValueError(text)
    found = datetime.fromisoformat(text)
    if found.tzinfo is None or not 2000 <= found.year < 3000:
        raise ValueError(text)
    return found.astimezone(UTC)


def _old(journal: str, known: Sequence[str], now: datetime) -> list[str]:
    oldest = now - timedelta(days=DAYS)
    return [one for one in known if _made(os.path.join(journal, one), now) < oldest]


def _made(folder: str, now: datetime) -> datetime:
    """When a deed was done; of one that cannot be read, when its folder last changed."""
    try:
        return moment(described(folder).get("tijd"))
    except (OSError, ValueError):
        with suppress(OSError, OverflowError, ValueError):
            return datetime.fromtimestamp(os.lstat(folder).st_mtime, UTC)
        return now


def _remove(journal: str, name: str) -> None:
    half = os.path.join(journal, _LITTER + name)
    with suppress(OSError):
        moved(os.path.join(journal, name), half, over=False)
        shutil.rmtree(half, ignore_errors=True)


def _data(journal: str, command: str, when: datetime, entries: Sequence[Entry]) -> dict[str, Any]:
    home = home_for(journal)
    return {
        "versie": 1,
        "opdracht": command,
        "tijd": when.isoformat(),
        "bestanden": [
            {
                "pad": os.path.relpath(one.path, home).replace(os.sep, "/"),
                "voor": digest(one.before),
                "na": digest(one.after),
            }
            for one in entries
        ],
    }


def digest(data: bytes | None) -> str | None:
    """By which bytes are known again."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def put(path: str, data: bytes) -> None:
    """A new file, for its owner only, safely on disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(handle, "wb") as file:
        file.write(data)
        file.flush()
        sync(file.fileno())
