"""From what a person types to a file: a path, or the id of a pupil."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from ..records.discover import Candidate, discover
from .caseload import DOSSIERS

_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", re.ASCII)


def files_of(word: str, folder: str = ".") -> list[str]:
    """The files that `word` means: the path itself, or the files of the pupil with this id in or below `folder`.

    An id counts in the name of a file (`L-0417.yaml`, `L-0417-rekenen.yaml`). A word that means nothing comes back as it is,
    for the reader to say so.
    """
    if word == "-" or os.path.exists(word) or not _IDENT.fullmatch(word):
        return [word]
    return list(_named(word, folder)) or [word]


def _named(ident: str, folder: str) -> Iterator[str]:
    start = os.path.join(folder, DOSSIERS)
    for one in discover([start if os.path.isdir(start) else folder]):
        if isinstance(one, Candidate):
            name = os.path.basename(one.path)
            if name.startswith((f"{ident}.", f"{ident}-")):
                yield os.path.normpath(one.path)
