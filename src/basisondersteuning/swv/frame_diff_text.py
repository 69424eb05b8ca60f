"""The differences between two norm frames as a person reads them, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..findings.paint import Paint, folded, no_paint
from ..model.words import count
from .frame_diff import PARTS, Change, FrameDiff

_STYLES = {"nieuw": "green", "vervalt": "red", "gewijzigd": "yellow"}
_SIGNS = {"nieuw": "+", "vervalt": "-", "gewijzigd": "~"}


def diff_lines(diff: FrameDiff, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """The differences as a person reads them."""
    yield from folded(paint("bold", f"Van {diff.old.code} naar {diff.new.code}"), width + 8, "")
    if not diff.changes:
        yield "Er is niets veranderd."
        return
    counts = [
        count(len(found), "wijziging", "wijzigingen") + f" in {heading.lower()}"
        for what, heading in PARTS.items()
        if (found := diff.of(what))
    ]
    yield from folded(", ".join(counts) + ". + is nieuw, ~ gewijzigd, - vervalt.", width, "")
    for what, heading in PARTS.items():
        found = diff.of(what)
        if found:
            yield ""
            yield paint("bold", heading)
        for one in found:
            yield from _change_lines(one, paint, width)


def _change_lines(one: Change, paint: Paint, width: int) -> Iterator[str]:
    head = f"{_SIGNS[one.kind]} {' '.join(word for word in (one.code, one.title) if word)}"
    yield from (paint(_STYLES[one.kind], line) for line in folded(head, width, "    ", "  "))
    for name, was, now in one.pairs:
        yield from folded(f"{name} was: {was}", width, "        ", "      ")
        yield from folded(f"{name} wordt: {now}", width, "        ", "      ")
    for line in one.lines:
        yield from folded(line.strip(), width, "        ", "      ")


def diff_data(diff: FrameDiff) -> dict[str, Any]:
    """The differences as plain data."""
    return {
        "oud": {"code": diff.old.code, "kenmerk": diff.old.digest},
        "nieuw": {"code": diff.new.code, "kenmerk": diff.new.digest},
        "wijzigingen": [
            {
                "soort": one.kind,
                "onderdeel": one.what,
                "code": one.code,
                "titel": one.title,
                "tekst": list(one.lines),
                "verschillen": [{"deel": name, "was": was, "wordt": now} for name, was, now in one.pairs],
            }
            for one in diff.changes
        ],
    }
