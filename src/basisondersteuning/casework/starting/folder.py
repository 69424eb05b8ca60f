"""A folder for a school or a samenwerkingsverband: which files and folders it has at the start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from ...records.above import head
from ...records.source import MAX_BYTES

SCHOOL_FOLDERS = ("dossiers", "ot", "documenten")
"""The folders of a school: dossiers, meetings, and documents that were made of them."""

IGNORED = """\
# Wat git overslaat.
# Let op: dossiers zijn gegevens van kinderen. Zet deze map nooit in een opslagplaats op internet, ook niet in een besloten.
# wat bo zelf bijhoudt, ook voor bo undo
.bo/
# documenten zijn opnieuw te maken
documenten/
# half geschreven bestanden
*.tmp
*.slot
# wat bo hier maakt om te bekijken, te mailen of in te lezen; in mappen hieronder telt het gewoon mee
/*.html
/*.ics
/*.csv
/*.xlsx
/*.jsonl
/*.docx
/*.pdf
"""
"""What `.gitignore` holds."""


class Plan(NamedTuple):
    """What will be made in a folder: paths of folders, and texts by path; and what is there already and stays as it is.

    `differing` are those that stay, though they would read otherwise now. Paths count from the folder, with `/`.
    """

    folders: tuple[str, ...]
    files: Mapping[str, str]
    kept: tuple[str, ...]
    differing: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether all of it is there."""
        return not self.folders and not self.files


def planned(folder: str, folders: tuple[str, ...], files: Mapping[str, str]) -> Plan:
    """What of the folders and files is not there yet."""
    new = {path: text for path, text in files.items() if not os.path.lexists(_in(folder, path))}
    kept = tuple(path for path in files if path not in new)
    differing = tuple(path for path in kept if _reads(_in(folder, path)) != files[path].encode())
    return Plan(tuple(one for one in folders if not os.path.isdir(_in(folder, one))), new, kept, differing)


def _in(folder: str, path: str) -> str:
    return os.path.join(folder, *path.split("/"))


def _reads(path: str) -> bytes | None:
    return head(path, MAX_BYTES)
