"""Findings as rows of a table; no values from the record."""

from __future__ import annotations

from datetime import date

from .catalogue import name_of
from .finding import Finding

COLUMNS = (
    "ernst", "code", "naam", "bestand", "regel", "kolom", "betreft", "melding", "herstel", "bron", "wie", "toestand", "uiterlijk",
)  # fmt: skip
"""The headings, in the words of the JSON."""


def row(finding: Finding) -> list[str | int | date | None]:
    """One finding, in the order of `COLUMNS`."""
    place, norm = finding.place, finding.norm
    return [
        finding.severity.value,
        finding.code,
        name_of(finding),
        place.shown_file,
        place.line or None,
        place.column if place.line else None,
        finding.subject,
        finding.message,
        finding.remedy,
        norm.source if norm else None,
        norm.role if norm else None,
        norm.status if norm else None,
        norm.due if norm else None,
    ]
