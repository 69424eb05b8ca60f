"""Look for a file in a folder and in those above it, and the path of a file as a person would type it."""

from __future__ import annotations

import os
from collections.abc import Iterator

LEVELS = 12
"""Folders to look in; no school has them deeper."""


def upward(folder: str) -> Iterator[str]:
    """The folder itself and those above it, as absolute paths."""
    folder = os.path.abspath(folder)
    for _ in range(LEVELS):
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def nearest(folder: str, name: str) -> str | None:
    """The file with this name in the folder, or in the nearest one above it."""
    return next((path for one in upward(folder) if os.path.isfile(path := os.path.join(one, name))), None)


def shown_path(path: str) -> str:
    """A path as the user would type it, from the current folder."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if near.startswith("..") else near
