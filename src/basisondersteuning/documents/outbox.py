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
"""The file with the fingerprints (SHA-256): fingerprint, two spaces, name; the last line of a name counts."""

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
    """The folder that documents go to."""

    def __init__(self, folder: str, *, force: bool = False) -> None:
        self.folder = folder
        self.force = force
        self._names: dict[int, int] = {}  # hashes only: a run may write ten thousand documents
        self._known: dict[str, str] | None = None

    def open(self) -> Finding | None:
        """Make the folder, for the owner only; a finding when that cannot be done."""
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
        except OSError as error:
            return codes.NOT_WRITTEN.at(Place(self.folder), f"Deze map is niet te maken: {reason(error)}.")
        return None

    def put(self, name: str, data: bytes, *, source: str = "") -> Written | Finding:
        """Write one file. `source` is the file it was made from, for the message when two would get one name."""
        path = os.path.normpath(os.path.join(self.folder, name))
        if not is_safe(name):
            return codes.NOT_WRITTEN.at(Place(path), "Deze naam kan niet op elke computer.")
        if self._names.setdefault(hash(name.lower()), hash(source)) != hash(source):
            return codes.SAME_NAME.at(Place(source or path))
        try:
            return self._put(name, path, data)
        except OSError as error:
            return codes.NOT_WRITTEN.at(Place(path), f"Dit bestand is niet te schrijven: {reason(error)}.")

    def _put(self, name: str, path: str, data: bytes) -> Written | Finding:
        made = _digest(data)
        there = self._there(path)
        if there == made:
            return Written(path, fresh=False, same=True)
        if there is not None and not self.force and self._register().get(name) != there:
            return codes.EDITED.at(Place(path))
        put(path, data)
        self._note(name, made)
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

    def _register(self) -> dict[str, str]:
        if self._known is None:
            self._known = {}
            try:
                with open(os.path.join(self.folder, REGISTER), encoding="utf-8") as file:
                    for line in file:
                        digest, _, name = line.rstrip("\n").partition("  ")
                        self._known[name] = digest
            except (OSError, UnicodeDecodeError):
                pass  # without a register every file that is there counts as edited
        return self._known

    def _note(self, name: str, digest: str) -> None:
        if self._known is not None:
            self._known[name] = digest
        with open(os.path.join(self.folder, REGISTER), "ab", buffering=0) as file:
            file.write(f"{digest}  {name}\n".encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
