"""Findings as data, in a form with a version; excerpts only when asked for, since such files travel."""

from __future__ import annotations

from typing import Any

from .catalogue import name_of
from .finding import Finding, Place

VERSION = 1
"""The version of the JSON that `bo` writes; it goes up when a key changes its meaning or goes away."""


def as_data(finding: Finding, *, excerpts: bool = False) -> dict[str, Any]:
    """A finding as plain data. Keys are Dutch, as in the records; absent means not known."""
    data: dict[str, Any] = {
        "code": finding.code,
        "naam": name_of(finding),
        "ernst": finding.severity.value,
        **_place(finding.place, excerpts),
        "melding": finding.message,
        "herstel": finding.remedy,
    }
    if finding.norm is not None:
        norm = finding.norm
        data |= {"norm": norm.title, "bron": norm.source, "wie": norm.role, "toestand": norm.status}
        if norm.due is not None:
            data["uiterlijk"] = norm.due.isoformat()
    if finding.subject is not None:
        data["betreft"] = finding.subject
    if finding.suggestion is not None:
        data["suggestie"] = finding.suggestion
    if finding.related:
        data["zie_ook"] = [{**_place(one.place, excerpts), "uitleg": one.label} for one in finding.related]
    return data


def _place(place: Place, excerpts: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"bestand": place.shown_file}
    if place.line:
        data |= {"regel": place.line, "kolom": place.column, "lengte": place.length}
    if excerpts and place.text is not None:
        data["fragment"] = place.text
    return data
