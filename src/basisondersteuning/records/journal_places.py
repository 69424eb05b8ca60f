"""Where the journal for a file stands: in the folder `.bo`, beside the nearest `bo.yaml`, else beside the file.

Each person has a journal of their own there, so that several can work in one folder. It is believed, for writing as for
reading, only when that person made it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from contextlib import suppress

from .above import upward
from .disk import write_new


def _who() -> str:
    """The person at this computer, as a piece of the name of a folder."""
    if os.name == "posix":
        return str(os.getuid())
    return "".join(one for one in os.environ.get("USERNAME", "") if one.isalnum()).lower() or "gebruiker"


TOP = ".bo"
FOLDER = os.path.join(TOP, f"journaal-{_who()}")
"""Where a journal stands, in the folder it is about."""

_ALONE = os.path.join(TOP, "journaal")
"""Where it stood before there was one for each person; still read."""

_JUNCTION = 0xA0000003
"""What Windows calls a folder that is really another one."""

SETTINGS = "bo.yaml"


class ManyDrives(OSError):
    """Files on several drives have no folder in common, so there is no journal for all of them."""


def home_of(paths: Sequence[str]) -> str:
    """The folder whose journal is for a deed on these files, real paths: that of the nearest `bo.yaml`, or of the files.

    A `bo.yaml` that is itself among the files counts as there. For several the folder they have in common; `ManyDrives`
    when they have none.
    """
    made = {os.path.dirname(one) for one in paths if os.path.basename(one) == SETTINGS}
    return together([_home(os.path.dirname(one), made) for one in paths])


def together(folders: Sequence[str]) -> str:
    """The folder that folders have in common; `ManyDrives` when there is none."""
    try:
        return os.path.commonpath(folders)
    except ValueError:
        raise ManyDrives from None


def _home(folder: str, made: set[str]) -> str:
    return next((one for one in upward(folder) if one in made or os.path.isfile(os.path.join(one, SETTINGS))), folder)


def opened(home: str) -> str:
    """The journal of a folder, made where it was not there. OSError when that cannot be, or when it is not one's own."""
    top, journal = os.path.join(home, TOP), os.path.join(home, FOLDER)
    shared = 0o700 | _of_others(home)
    for folder in (top, journal):
        with suppress(FileExistsError):
            os.mkdir(folder, 0o700)
            if folder == top:
                with suppress(OSError):
                    os.chown(top, -1, os.stat(home).st_gid)
    rights = stat.S_IMODE(os.stat(top).st_mode)
    if shared != 0o700 and os.name == "posix" and rights & 0o777 == 0o700:
        with suppress(OSError):
            os.chmod(top, rights | shared)
    if not mine(journal):
        raise PermissionError(journal)
    with suppress(FileExistsError):  # data of pupils does not belong in a repository
        write_new(os.path.join(top, ".gitignore"), "*\n", private=shared == 0o700)
    return journal


def _of_others(home: str) -> int:
    """The rights of others to a folder in which they may write too."""
    rights = os.stat(home).st_mode
    return (rights & 0o070 if rights & 0o020 else 0) | (rights & 0o007 if rights & 0o002 else 0)


def journals(folder: str) -> list[str]:
    """The journals to look in from a folder: its own and those above, or else those of the folders just below it."""
    folder = os.path.realpath(folder)
    if found := [path for one in upward(folder) for path in _of(one)]:
        return found
    with suppress(OSError):
        below = sorted(one.path for one in os.scandir(folder) if one.is_dir() and not one.name.startswith("."))
        return [path for one in below for path in _of(os.path.realpath(one))]
    return []


def _of(home: str) -> list[str]:
    return [path for one in (_ALONE, FOLDER) if mine(path := os.path.join(home, one))]


def home_for(journal: str) -> str:
    """The folder a journal is about."""
    return os.path.dirname(os.path.dirname(journal))


def mine(journal: str) -> bool:
    """Whether this is a journal that nobody else wrote, and really stands here: what it says will be put in files."""
    try:
        top, found = os.lstat(os.path.dirname(journal)), os.lstat(journal)
    except OSError:
        return False
    for one in (top, found):
        if not stat.S_ISDIR(one.st_mode) or getattr(one, "st_reparse_tag", 0) == _JUNCTION:
            return False
    return os.name != "posix" or found.st_uid == os.getuid()
