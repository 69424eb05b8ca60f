"""What a SOP came to, in one word."""

from __future__ import annotations

from ...norms.status import Status
from ..sops.row import SopRow
from .run import BROKEN, COMPLETE, EMPTY, FAILED, TO_DO, UNSURE, Checked

_UNSURE = (Status.ONBEKEND, Status.OORDEEL_NODIG)


def state_of(checked: Checked) -> str | None:
    """One of `STATES` for a SOP, by its worst rule; None for what is no SOP."""
    if checked.kind != "sop":
        return None
    if checked.sent is not None and checked.sent.empty:
        return EMPTY
    return BROKEN if checked.sop is None else state_of_row(checked.sop)


def state_of_row(row: SopRow) -> str:
    """What a judged SOP came to. What nobody can judge, or nothing gave rise to, is never taken for what is kept."""
    found = {one.status for one in row.cells if one.status is not None}
    if any(one.failed for one in found):
        return FAILED
    if any(one in found for one in _UNSURE) or not found:
        return UNSURE
    return TO_DO if Status.OPEN in found else COMPLETE
