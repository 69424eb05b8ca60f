"""New text for a part of a text; what all changes come down to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """`text` in place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str


class Special(Exception):
    """The text is written in a way in which this cannot be changed without touching more."""


def replaced(text: str, pieces: Sequence[Piece]) -> str:
    """The text with the pieces in it; of pieces at one place the first comes first."""
    parts: list[str] = []
    at = 0
    for one in sorted(pieces, key=lambda piece: (piece.start, piece.end)):
        if one.start < at:
            raise Special
        parts += [text[at : one.start], one.text]
        at = one.end
    return "".join([*parts, text[at:]])
