"""The least that a program can do with the files of a folder: walk and ask, read and hash, or let libyaml make its events."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator


def _walk(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda one: one.name)
    for entry in found:
        if entry.is_dir():
            yield from _walk(entry.path)
        else:
            yield entry.path


def walk(folder: str) -> None:
    """Find every file, and ask the system when it changed."""
    for path in _walk(folder):
        os.stat(path)


def hash_all(folder: str) -> None:
    """Read every file, and make a fingerprint of it."""
    from hashlib import sha256

    for path in _walk(folder):
        with open(path, "rb") as file:
            sha256(file.read()).digest()


def events(folder: str) -> None:
    """Read every file, and let libyaml make its events."""
    from yaml import StreamEndEvent
    from yaml.cyaml import CParser

    for path in _walk(folder):
        with open(path, "rb") as file:
            get = CParser(file.read()).get_event
        while get().__class__ is not StreamEndEvent:
            pass


if __name__ == "__main__":
    {"walk": walk, "hash": hash_all, "events": events}[sys.argv[1]](sys.argv[2])
