"""From what a person types to a file: a path, or the id of a pupil."""

from __future__ import annotations

import os
import re

from .pupil_heads import dossiers_for, files_in, ident_of, pupils

_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", re.ASCII)


def files_of(word: str, folder: str = ".") -> list[str]:
    """The files that `word` means: the path itself, or the files of the pupil with this id, small or capital letters alike.

    Dossiers are looked for in `dossiers`, in `folder` or above it (`pupil_heads.dossiers_for`): first a file that is named
    after the id (`L-0417.yaml`, `L-0417-rekenen.yaml`), else one in which the id stands. A path that exists always goes
    first. A word that means nothing comes back as it is, for the reader to say so.
    """
    if not may_be_pupil(word):
        return [word]
    return _named(word, folder) or [path for ident, path in pupils(folder) if ident.lower() == word.lower()] or [word]


def may_be_pupil(word: str) -> bool:
    """Whether a word can be the id of a pupil: it looks like one, and there is no file or folder with that name."""
    return word != "-" and _IDENT.fullmatch(word) is not None and not os.path.lexists(word)


def near_pupils(word: str, folder: str = ".") -> list[str]:
    """The ids of pupils of whom one was probably meant, at most three, nearest first; none when `word` is the name of a file."""
    if not may_be_pupil(word) or word.lower().endswith((".yaml", ".yml")):
        return []
    from difflib import get_close_matches

    known = {ident.lower(): ident for ident, _ in pupils(folder)}
    return [known[one] for one in get_close_matches(word.lower(), known, n=3, cutoff=0.75)]


def _named(word: str, folder: str) -> list[str]:
    """Files that are named after the id and do not hold another one."""
    key = word.lower()
    starts = tuple(key + end for end in ".-_ ")
    found = [one for one in files_in(*dossiers_for(folder)) if os.path.basename(one).lower().startswith(starts)]
    return [one for one in found if (ident_of(one) or word).lower() == key]
