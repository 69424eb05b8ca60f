"""The id of a pupil from the first bytes of a file, without reading the record: plain Python, so that the Tab key is quick.

An id is a pseudonym; a name of a pupil is never looked for, and the name of a file is no id, since people put names there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from ..records.above import head, is_record_name, upward_from

DOSSIERS = "dossiers"
"""The folder with the dossiers of a school."""

SETTINGS = "bo.yaml"

_HEAD = 4096
"""Bytes of a file that are looked at: comments above the pupil fit in it."""

_DOSSIER = re.compile(rb"(?m)^soort:[ \t]*[\"']?dossier\b")
_PUPIL = re.compile(rb"(?m)^leerling:[ \t]*(?:#[^\n]*)?(\{[^\n}]*|(?:\r?\n(?:[ \t]+[^\n]*|[ \t]*#[^\n]*|[ \t]*(?=\r?\n)))*)")
_ID = re.compile(rb"(?:^|[{,\s])id:[ \t]*[\"']?([A-Za-z0-9][A-Za-z0-9_.-]{0,39})")


def ident_in(start: bytes) -> str | None:
    """The id of the pupil in the first bytes of a dossier; None for what is no dossier, or has it elsewhere."""
    if not _DOSSIER.search(start):
        return None
    block = _PUPIL.search(start)
    found = _ID.search(block[1]) if block else None
    return found[1].decode() if found else None


def ident_of(path: str) -> str | None:
    """The id of the pupil in a file; None also where it cannot be read."""
    found = head(path, _HEAD)
    return ident_in(found) if found is not None else None


def dossiers_for(folder: str = ".") -> tuple[str, int]:
    """The folder with dossiers for whoever works in `folder`, and how many folders deep to look.

    That is `dossiers` here or in a folder above, up to the first that has `bo.yaml`. Without such a folder it is `folder`
    itself, and what lies directly in it: never a whole disk.
    """
    for here in upward_from(folder):
        below = os.path.normpath(os.path.join(here, DOSSIERS))
        if os.path.isdir(below):
            return below, 8
        if os.path.isfile(os.path.join(here, SETTINGS)):
            break
    return folder, 1


def files_in(folder: str, deep: int) -> Iterator[str]:
    """The paths of files with the name of a record: those of a folder by name, then its folders, past hidden ones."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((one.name, one.is_dir(follow_symlinks=False)) for one in entries)
    except OSError:
        return
    for name, is_folder in found:
        if not is_folder and is_record_name(name):
            yield os.path.normpath(os.path.join(folder, name))
    for name, is_folder in found:
        if is_folder and deep > 0 and not name.startswith((".", "__")):
            yield from files_in(os.path.join(folder, name), deep - 1)


def pupils(folder: str = ".") -> Iterator[tuple[str, str]]:
    """Each dossier for whoever works in `folder`: the id of its pupil, and the path."""
    for path in files_in(*dossiers_for(folder)):
        ident = ident_of(path)
        if ident is not None:
            yield ident, path
