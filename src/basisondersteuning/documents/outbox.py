"""Writing documents: never outside the folder, never over a file that people changed, names that every file system takes.

Beside what it writes `bo` keeps the fingerprints of it, one line a file. A file that still is what `bo` wrote may be
made anew; a file that is not has been edited, or was never ours, and stays.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from typing import NamedTuple

from ..findings.catalogue import document as codes
from ..findings.finding import Finding, Place
from ..records.write import put, reason

REGISTER = ".bo-geschreven"
"""The file with the fingerprints (SHA-256) of everything written: fingerprint, two spaces, name."""

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", re.ASCII)
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class Written(NamedTuple):
    """A file that was written; `fresh` when it was not there before, `same` when it was there and equal."""

    path: str
    fresh: bool
    same: bool


def is_safe(name: str) -> bool:
    """Whether every file system takes this name, and takes it for a file in the folder itself."""
    return _SAFE.fullmatch(name) is not None and _RESERVED.fullmatch(name) is None and not name.endswith(".")


class Outbox:
    """The folder that documents go to; an empty name is the current folder."""

    def __init__(self, folder: str, *, force: bool = False) -> None:
        self.folder = folder
        self.force = force
        self._names: dict[int, int] = {}  # hashes only: a run may write ten thousand documents

    @property
    def _register(self) -> str:
        return os.path.join(self.folder, REGISTER)

    def open(self) -> Finding | None:
        """Make the folder, for the owner only; a finding when that cannot be done."""
        try:
            os.makedirs(self.folder or ".", mode=0o700, exist_ok=True)
        except FileExistsError:
            return codes.NOT_WRITTEN.at(Place(self.folder), "Dit is een bestand, geen map.", remedy="Geef bij `--out` een map.")
        except OSError as error:
            return codes.NOT_WRITTEN.at(Place(self.folder), f"Deze map is niet te maken: {reason(error)}.")
        if os.path.lexists(self._register) and not stat.S_ISREG(os.lstat(self._register).st_mode):
            message = "Dit hulpbestand van `bo` is geen gewoon bestand; er is niets geschreven."
            return codes.NOT_WRITTEN.at(Place(self._register), message, remedy="Haal het weg, of kies een andere map.")
        return None

    def put(self, name: str, data: bytes, *, source: str = "", chosen: bool = False) -> Written | Finding:
        """Write one file. `source` is the file it was made from; `chosen` says that the user chose this very name."""
        path = os.path.normpath(os.path.join(self.folder, name))
        if not chosen and not is_safe(name):
            return codes.NOT_WRITTEN.at(Place(path), "Deze naam kan niet op elke computer.")
        if self._names.setdefault(hash(name.lower()), hash(source)) != hash(source):
            return codes.SAME_NAME.at(Place(source or path))
        if source and os.path.exists(path) and os.path.exists(source) and os.path.samefile(path, source):
            message = "Dit is het bestand waaruit het document gemaakt wordt; het is niet overschreven."
            return codes.NOT_WRITTEN.at(Place(path), message, remedy="Geef het document een andere naam.")
        try:
            return self._put(name, path, data)
        except OSError as error:
            return codes.NOT_WRITTEN.at(Place(path), f"Dit bestand is niet te schrijven: {reason(error)}.")

    def _put(self, name: str, path: str, data: bytes) -> Written | Finding:
        made = _digest(data)
        there = self._there(path)
        if there == made:
            return Written(path, fresh=False, same=True)
        if there is not None and not self.force and not self._wrote(name, there):
            return codes.EDITED.at(Place(path))
        self._note(name, made)  # before the file itself: what is there is then known, whatever comes in between
        put(path, data)
        return Written(path, fresh=there is None, same=False)

    def _there(self, path: str) -> str | None:
        """The fingerprint of what is there; None when there is nothing."""
        try:
            found = os.lstat(path).st_mode
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(found):
            return "iets anders"
        with open(path, "rb") as file:
            return _digest(file.read())

    def _wrote(self, name: str, digest: str) -> bool:
        """Whether `bo` ever wrote this under this name. Read anew each time: another run may be writing too."""
        try:
            with open(self._register, "rb") as file:
                return f"{digest}  {name}\n".encode() in file.read()
        except OSError:
            return False  # without a register every file that is there counts as edited

    def _note(self, name: str, digest: str) -> None:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(self._register, flags, 0o600)
        try:
            os.write(handle, f"{digest}  {name}\n".encode())  # one write: runs at once do not mix
        finally:
            os.close(handle)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
