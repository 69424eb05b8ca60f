"""Findings as plain data that can be kept: without a word of the record, and without the path of the file they are on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from .finding import Finding, Norm, Place, Related, Severity

TO_READ = ""
"""What stands for the text of a line that was left out; an empty line has the same text anyway."""


def pack_findings(findings: Iterable[Finding], file: str) -> list[Any]:
    """Findings on `file` as data for JSON. The text of a line is left out; `records.excerpts` reads it again."""
    return [_packed(one, file) for one in findings]


def unpack_findings(data: Iterable[Any], file: str) -> list[Finding]:
    """What was packed, on the same file under the path by which it is known now."""
    return [_unpacked(one, file) for one in data]


def _packed(one: Finding, file: str) -> list[Any]:
    related = [[_place(each.place, file), each.label] for each in one.related]
    norm = None
    if one.norm is not None:
        due = one.norm.due.isoformat() if one.norm.due else None
        norm = [one.norm.title, one.norm.source, one.norm.role, one.norm.status, due]
    weight = one.severity.value
    return [one.code, weight, _place(one.place, file), one.message, one.remedy, related, one.subject, one.suggestion, norm]


def _place(place: Place, file: str) -> list[Any]:
    return [
        None if place.file == file else place.file,
        place.line,
        place.column,
        place.length,
        place.start,
        place.text is not None,
    ]


def _unpacked(data: list[Any], file: str) -> Finding:
    code, weight, place, message, remedy, related, subject, suggestion, norm = data
    told = None
    if norm is not None:
        title, source, role, status, due = norm
        told = Norm(title, source, role, status, date.fromisoformat(due) if due else None)
    places = tuple(Related(_placed(where, file), label) for where, label in related)
    return Finding(code, Severity(weight), _placed(place, file), message, remedy, places, subject, suggestion, told)


def _placed(data: list[Any], file: str) -> Place:
    own, line, column, length, start, with_text = data
    return Place(file if own is None else own, line, column, length, TO_READ if with_text else None, start)
