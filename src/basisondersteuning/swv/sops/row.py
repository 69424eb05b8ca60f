"""One judged SOP as a small row, light enough to be read back without judging anything."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...norms.status import Status


class Cell(NamedTuple):
    """What one rule says of one school: its most urgent status, how many occasions have it, and the first last day.

    `status` is None where nothing in the profile gave rise to the rule; that is not the same as fine.
    """

    rule: str
    status: Status | None
    occasions: int = 0
    due: date | None = None


class SopRow(NamedTuple):
    """One judged SOP. `adopted` is the last adoption, `content` a fingerprint of what the school itself wrote.

    `content` leaves out the school year, the days and the format, so that last year's copy has the same.
    """

    path: str
    school: str
    name: str
    board: str | None
    year: str
    format: str | None
    frame: str | None
    adopted: date | None
    cells: tuple[Cell, ...]
    content: str
