"""What a file was and becomes, line by line, as a person reads it before saying yes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..findings.finding import readable
from ..findings.paint import Paint, folded, no_paint

_AUTOJUNK_FREE = 20_000
"""Lines beyond which comparing may take a guess; no record has as many."""

_MARGIN = 9
"""Columns for the number of a line and its sign."""


def difference(old: bytes, new: bytes, paint: Paint = no_paint, width: int | None = None) -> Iterator[str]:
    """The lines that differ, each with its number in the file and `-` or `+`; `…` between places that lie apart.

    With `width` a line that is longer goes on below itself.
    """
    before, after = _lines(old), _lines(new)
    changes = SequenceMatcher(None, before, after, autojunk=len(before) > _AUTOJUNK_FREE).get_opcodes()
    for number, (kind, first, last, start, end) in enumerate(one for one in changes if one[0] != "equal"):
        if number:
            yield "     …"
        if kind != "insert":
            for at in range(first, last):
                yield from _shown(f"{at + 1:>6} - ", before[at], "red", paint, width)
        for at in range(start, end):
            yield from _shown(f"{at + 1:>6} + ", after[at], "green", paint, width)


def _shown(head: str, line: str, style: str, paint: Paint, width: int | None) -> Iterator[str]:
    text = readable(line)
    if width is None or len(head) + len(text) <= width or not text.strip():
        yield paint(style, f"{head}{text}".rstrip())
        return
    indent = text[: len(text) - len(text.lstrip(" "))]
    yield from (paint(style, one) for one in folded(text.strip(), width, " " * (_MARGIN + len(indent) + 2), head + indent))


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").splitlines()
