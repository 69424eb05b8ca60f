"""What a person types for a dossier, as paths: a path, a folder, or the id of a pupil."""

from __future__ import annotations

import os
import re

import typer

from ..casework.pupil_files import files_of, may_be_pupil, near_pupils
from ..findings.finding import readable

_NUMBERED = re.compile(r"[A-Za-z]{0,4}[-_]?[0-9]+", re.ASCII)
"""How the id of a pupil mostly looks."""


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
    if found != [word] or os.path.lexists(word):
        return found
    if near := near_pupils(word):
        listed = " of ".join([", ".join(near[:-1]), near[-1]] if near[1:] else near)
        raise typer.BadParameter(f"{word} is geen bestand en geen kenmerk van een leerling. Bedoelde u {listed}?")
    if may_be_pupil(word) and _NUMBERED.fullmatch(word):
        where = "Ga naar de map van uw school, of geef het bestand op."
        raise typer.BadParameter(f"{word} is geen bestand, en hier staat geen leerling met dit kenmerk. {where}")
    return found
