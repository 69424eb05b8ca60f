"""Where the journal for a file stands: in `.bo/journaal`, beside the nearest `bo.yaml`, else beside the file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress

from .above import upward
from .disk import write_new

FOLDER = os.path.join(".bo", "journaal")
"""Where a journal stands, in the folder it is about."""

SETTINGS = "bo.yaml"


def home_of(paths: Sequence[str]) -> str:
    """The folder whose journal is for a deed on these files, real paths: that of the nearest `bo.yaml`, or of the files.

    A `bo.yaml` that is itself among the files counts as there. For several the folder they have in common.
    """
    made = {os.path.dirname(one) for one in paths if os.path.basename(one) == SETTINGS}
    return together([_home(os.path.dirname(one), made) for one in paths])


def together(folders: Sequence[str]) -> str:
    """The folder that folders have in common; the first of them when they are on several drives."""
    try:
        return os.path.commonpath(folders)
    except ValueError:
        return folders[0]


def _home(folder: str, made: set[str]) -> str:
    return next((one for one in upward(folder) if one in made or os.path.isfile(os.path.join(one, SETTINGS))), folder)


def opened(home: str) -> str:
    """The journal of a folder, made where it was not there. OSError when that cannot be."""
    journal = os.path.join(home, FOLDER)
    for folder in (os.path.dirname(journal), journal):
        if not os.path.isdir(folder):
            with suppress(FileExistsError):
                os.mkdir(folder, 0o700)
    ignore = os.path.join(home, ".bo", ".gitignore")
    with suppress(FileExistsError):
        write_new(ignore, "*\n")  # data of pupils does not belong in a repository
    return journal


def journals(folder: str) -> list[str]:
    """The journals to look in from a folder: its own and those above, or else those of the folders just below it."""
    folder = os.path.realpath(folder)
    found = [path for one in upward(folder) if _mine(path := os.path.join(one, FOLDER))]
    if found:
        return found
    with suppress(OSError):
        below = sorted(one.path for one in os.scandir(folder) if one.is_dir() and not one.name.startswith("."))
        return [path for one in below if _mine(path := os.path.join(one, FOLDER))]
    return []


def _mine(journal: str) -> bool:
    """Whether this is a journal that nobody else wrote: what it says will be put in files."""
    try:
        status = os.stat(journal)
    except OSError:
        return False
    return os.path.isdir(journal) and (os.name != "posix" or status.st_uid == os.getuid())
