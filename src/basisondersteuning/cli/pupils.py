"""What a person types for a dossier, as paths: a path, a folder, or the id of a pupil."""

from __future__ import annotations

import os

import typer

from ..casework.pupil_files import files_of, near_pupils
from ..findings.finding import readable


def paths_of(words: list[str]) -> list[str]:
    """The paths that the words mean, each id of a pupil as the files of that pupil.

    A word that is neither, and looks like the id of a pupil who is there, is wrong usage: it says which was probably meant.
    """
    return [path for word in words for path in _paths(word)]


def path_of(word: str, option: str = "DOSSIER") -> str:
    """The one path that a word means; wrong usage when the pupil has more files."""
    found = _paths(word)
    if len(found) > 1:
        listed = ", ".join(readable(one) for one in found[:4]) + (" …" if len(found) > 4 else "")
        raise typer.BadParameter(f"deze leerling heeft {len(found)} bestanden; kies er een: {listed}.", param_hint=option)
    return found[0]


def _paths(word: str) -> list[str]:
    found = files_of(word)
    if found == [word] and not os.path.lexists(word) and (near := near_pupils(word)):
        listed = " of ".join([", ".join(near[:-1]), near[-1]] if near[1:] else near)
        raise typer.BadParameter(f"{word} is geen bestand en geen kenmerk van een leerling. Bedoelde u {listed}?")
    return found
