"""A remedy: the finding it takes away, and the pieces of text that change."""

from __future__ import annotations

from typing import NamedTuple

from ...findings.finding import Finding


class Replacement(NamedTuple):
    """Text in place of the characters from `start` to `end` of the file, counted behind a byte order mark."""

    start: int
    end: int
    text: str


class Remedy(NamedTuple):
    """What takes a finding away.

    `words` say what happens, in Dutch and without values of the record: "Schrijf `door` in plaats van dit veld". It is `safe`
    when the meaning for a reader stays the same (a near miss of a key, another form of the same date, quotes); else a person
    has to look at it. `whole` holds the bytes of the file where it was no UTF-8, so that characters do not count.
    """

    finding: Finding
    words: str
    replacements: tuple[Replacement, ...]
    safe: bool
    whole: bytes | None = None

    @property
    def touched(self) -> tuple[int, int]:
        """The characters from the first that changes to just behind the last."""
        return min(one.start for one in self.replacements), max(one.end for one in self.replacements)


def replaced(text: str, replacements: tuple[Replacement, ...]) -> str:
    """The text with some pieces replaced; they do not overlap."""
    for one in sorted(replacements, reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    return text
