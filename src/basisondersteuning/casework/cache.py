"""Answers kept from an earlier run, so that a file that did not change is not read again.

One SQLite file per stamp (`cache_stamp`) in the user's own cache folder, for the user only. An answer counts only when its
file is what it was: by size, times and identity where those can be trusted, else by its bytes. Nothing here ever fails for
the user: a store that is missing, damaged, locked, full or thrown away in the middle of a run is as no store.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b

from ..records.discover import Candidate
from ..records.seen import Seen, marks, read_back, written
from ..records.source import Source, read

PLACE = "BO_CACHE"
"""The variable of the environment that names another folder."""

_MOST_BYTES = 512 * 1024 * 1024
_MOST_STORES = 12
"""What all stores together may take; those used longest ago go first. A setting of `bo`."""

_ENDING = ".antwoorden-1"
_AT_A_TIME = 128 * 1024
"""Bytes of new answers that are held before they are written."""

_PATIENCE = 1.0
"""Seconds to wait for another run that is just writing."""

_QUERY = "SELECT state, data, proof FROM kept WHERE id = ?"
_HEAD = blake2b(b"head", digest_size=16).digest()


class Cache:
    """The store of one stamp. `stamp` gives it; it is asked again before anything is written."""

    def __init__(self, stamp: Callable[[], str], folder: str | None = None) -> None:
        self._stamp = stamp
        self._name = stamp()
        self._new: list[tuple[int, str, bytes, bytes]] = []
        self._held = 0
        self._folder: tuple[str, str] = ("", os.getcwd())
        self._store: sqlite3.Connection | None = None
        try:
            at = folder if folder is not None else place()
            os.makedirs(at, mode=0o700, exist_ok=True)
            self._path = os.path.join(at, self._name + _ENDING)
            _make_room(at, self._path)
            self._store = self._open()
        except (OSError, ValueError, sqlite3.Error) as error:
            self._off(error)

    def find(self, candidates: Sequence[Candidate]) -> list[bytes | None]:
        """What is kept for each file; None where there is nothing that still counts."""
        store = self._store
        if store is None:
            return [None] * len(candidates)
        try:
            store.execute("BEGIN")
            found = [self._kept(store, one) for one in candidates]
            store.execute("COMMIT")
        except sqlite3.Error as error:
            self._off(error)
            return [None] * len(candidates)
        return found

    def keep(self, candidate: Candidate, seen: Seen, data: bytes) -> None:
        """Keep the answer on a file that was read when it was as `seen`."""
        if self._store is not None:
            self._note(self._key(candidate), seen, data)
            if self._held >= _AT_A_TIME:
                self._write()

    def head(self) -> bytes | None:
        """What was kept of the set-up itself."""
        if self._store is None:
            return None
        try:
            row = self._store.execute(_QUERY, (0,)).fetchone()
        except sqlite3.Error as error:
            self._off(error)
            return None
        return row[1] if row is not None and row[2] == _proof(_HEAD, row[0], row[1]) else None

    def keep_head(self, data: bytes) -> None:
        """Keep what holds of the set-up itself."""
        if self._store is not None:
            self._new.append((0, "", data, _proof(_HEAD, "", data)))

    def close(self) -> None:
        """Write what is new, and let go of the store."""
        if self._store is not None:
            self._write()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _key(self, candidate: Candidate) -> bytes:
        folder, name = os.path.split(candidate.path)
        if folder != self._folder[0]:
            self._folder = folder, os.path.abspath(folder)
        return blake2b(f"{candidate.named:d}{self._folder[1]}\0{name}".encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def _kept(self, store: sqlite3.Connection, candidate: Candidate) -> bytes | None:
        key = self._key(candidate)
        row = store.execute(_QUERY, (_number(key),)).fetchone()
        if row is None:
            return None
        state, data, proof = row
        if proof != _proof(key, state, data):
            return None
        was = read_back(state)
        try:
            if was.settled and marks(os.stat(candidate.path)) == was.marks:
                return bytes(data)
        except (OSError, ValueError):
            return None
        got = read(candidate.path)
        now = got.seen if isinstance(got, Source) else None
        if now is None or now.content != was.content:
            return None
        if now.settled:  # from now on its times will do
            self._note(key, now, data)
        return bytes(data)

    def _note(self, key: bytes, seen: Seen, data: bytes) -> None:
        state = written(seen)
        self._new.append((_number(key), state, data, _proof(key, state, data)))
        self._held += len(data)

    def _open(self) -> sqlite3.Connection:
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        os.utime(self._path)
        store = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        try:
            # no journal: one left on disk would be played into the store that comes after it, and one in memory is as large
            # as what it guards. What a crash damages shows in the proofs
            store.execute("PRAGMA journal_mode = OFF")
            store.execute("PRAGMA synchronous = OFF")
            store.execute("PRAGMA cache_size = -512")
            store.execute("CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, state TEXT, data BLOB, proof BLOB)")
        except sqlite3.Error:
            store.close()
            raise
        return store

    def _write(self) -> None:
        """Write what is new; only while everything else that answers depend on is still as it was."""
        new, self._new, self._held = self._new, [], 0
        if not new or self._store is None or self._stamp() != self._name:
            return
        try:
            if os.path.getsize(self._path) > _MOST_BYTES:
                return
            self._store.execute("BEGIN IMMEDIATE")
            self._store.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", new)
            self._store.execute("COMMIT")
        except (OSError, sqlite3.Error) as error:
            self._off(error)

    def _off(self, error: Exception) -> None:
        """Go on without a store; one that is damaged is thrown away."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            _remove(self._path)
        if os.environ.get("BO_DEBUG"):
            print(f"bo: zonder bewaarde uitkomsten verder ({type(error).__name__})", file=sys.stderr)


def _number(key: bytes) -> int:
    return int.from_bytes(key[:8], "big") >> 1 or 1


def _proof(key: bytes, state: str, data: bytes) -> bytes:
    """That a row is whole, and of this very file."""
    total = blake2b(data, digest_size=12, key=key)
    total.update(state.encode())
    return total.digest()


def place() -> str:
    """The folder where answers are kept, for this user only. Raises ValueError when the user has no folder of their own."""
    named = os.environ.get(PLACE)
    if named:
        return os.path.abspath(named)
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        home = os.path.expanduser("~/Library/Caches")
    else:
        home = os.environ.get("XDG_CACHE_HOME", "")
        home = home if os.path.isabs(home) else os.path.expanduser("~/.cache")
    if not os.path.isabs(home):
        raise ValueError("no home")
    return os.path.join(home, "basisondersteuning")


def stores(folder: str) -> list[tuple[str, int]]:
    """The files with kept answers in a folder, and how many bytes each is; none when it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [(one.path, one.stat().st_size) for one in entries if one.name.endswith(_ENDING)]
    except OSError:
        return []


def _make_room(folder: str, own: str) -> None:
    """Throw away the stores that were used longest ago."""
    with os.scandir(folder) as entries:
        found = [(one.stat(), one.path) for one in entries if one.name.endswith(_ENDING) and one.path != own]
    left = _MOST_BYTES
    for number, (status, path) in enumerate(sorted(found, key=lambda one: -one[0].st_mtime_ns), 2):
        left -= status.st_size
        if left < 0 or number > _MOST_STORES:
            _remove(path)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)
