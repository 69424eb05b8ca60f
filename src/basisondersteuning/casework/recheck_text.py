"""What came of receipts, as a person reads it, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..findings.paint import Paint, folded, no_paint
from ..findings.render_json import as_data
from ..model.words import count
from .recheck import Rechecked


def recheck_lines(one: Rechecked, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """What came of one receipt, as a person reads it."""
    if one.confirmed:
        yield from folded(
            f"{paint('green', '✓')} {one.pupil}: bevestigd. Hetzelfde oordeel uit dezelfde gegevens.", width, "  ", ""
        )
        return
    if not one.again:
        yield from folded(f"{paint('red', '!')} {one.pupil}: niet opnieuw te maken ({one.path}).", width, "  ", "")
        return
    inputs = "; ".join(one.inputs) or "niets anders aan dossier, normenkader, schoolvakanties en bo"
    yield from folded(f"{paint('yellow', '~')} {one.pupil}: {inputs}.", width, "  ", "")
    if not one.verdict:
        yield "  Het oordeel blijft gelijk."
    for line in one.verdict:
        yield from folded(line, width, "    ", "  ")


def summary(results: list[Rechecked]) -> str:
    """The counts."""
    confirmed = sum(one.confirmed for one in results)
    failed = sum(not one.again for one in results)
    same = sum(one.again and not one.confirmed and not one.verdict for one in results)
    other = len(results) - confirmed - failed - same
    parts = [f"{confirmed} bevestigd", f"{same} met hetzelfde oordeel uit andere gegevens", f"{other} met een ander oordeel"]
    parts += [f"{failed} niet opnieuw te maken"]
    kept = [part for part, number in zip(parts, (confirmed, same, other, failed), strict=True) if number]
    return f"{count(len(results), 'bewijs', 'bewijzen')}: {', '.join(kept)}."


def recheck_data(one: Rechecked) -> dict[str, Any]:
    """What came of one receipt, as plain data."""
    return {
        "bestand": one.path,
        "leerling": one.pupil,
        "bevestigd": one.confirmed,
        "veranderd": one.inputs,
        "oordeel": one.verdict,
        "bevindingen": [as_data(finding) for finding in one.findings],
    }
