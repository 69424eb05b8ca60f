"""What holds for a whole run, and where to find it; plain Python, since also a run that only repeats itself needs it."""

from __future__ import annotations

import os
from datetime import date
from typing import NamedTuple

from ..records.above import nearest, shown_path

SWV_FILE = "samenwerkingsverband.yaml"
"""The file in which a dossier folder, or a folder above it, describes its samenwerkingsverband."""

FRAMES = "kaders"
"""The folder beside that file with the norm frames of the samenwerkingsverband itself."""


class Setup(NamedTuple):
    """What holds for a whole run; small and picklable, so that each process can open its own.

    `frame` names a series or a version, or is a file; None takes what the samenwerkingsverband names, else the
    built-in series. `swv` is the file that describes the samenwerkingsverband; when the user named it
    (`swv_named`) and it cannot be used, nothing is judged.
    """

    peildatum: date
    today: date
    frame: str | None = None
    swv: str | None = None
    swv_named: bool = False


def find_swv(paths: list[str]) -> str | None:
    """The file `samenwerkingsverband.yaml` in the first path's folder, or the nearest folder above it."""
    return find_above(paths, SWV_FILE)


def find_above(paths: list[str], name: str) -> str | None:
    """The file with this name in the first path's folder, or in the nearest folder above it."""
    start = next((one for one in paths if one != "-"), ".")
    found = nearest(start if os.path.isdir(start) else os.path.dirname(start) or ".", name)
    return shown_path(found) if found is not None else None
