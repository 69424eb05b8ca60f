"""What a file was and becomes, line by line, as a person reads it before saying yes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..findings.finding import readable
from ..findings.paint import Paint, no_paint

_AUTOJUNK_FREE = 20_000
"""Lines beyond which comparing may take a guess; no record has as many."""


def difference(old: bytes, new: bytes, paint: Paint = no_paint) -> Iterator[str]:
    """The lines that differ, each with its number in the file and `-` or `+`; `…` between places that lie apart."""
    before, after = _lines(old), _lines(new)
    changes = SequenceMatcher(None, before, after, autojunk=len(before) > _AUTOJUNK_FREE).get_opcodes()
    for number, (kind, first, last, start, end) in enumerate(one for one in changes if one[0] != "equal"):
        if number:
            yield "     …"
        if kind != "insert":
            yield from (paint("red", f"{at + 1:>6} - {readable(before[at])}".rstrip()) for at in range(first, last))
        yield from (paint("green", f"{at + 1:>6} + {readable(after[at])}".rstrip()) for at in range(start, end))


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").splitlines()
