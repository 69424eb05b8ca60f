"""The forms a day can have in a record; plain Python, so that a command can name them without loading the models."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class DateForm(StrEnum):
    """How a day is written."""

    ISO = "iso"
    NL = "nl"

    def written(self, day: date) -> str:
        """`2026-11-03` or `3-11-2026`."""
        return day.isoformat() if self is DateForm.ISO else f"{day.day}-{day.month}-{day.year:04}"
