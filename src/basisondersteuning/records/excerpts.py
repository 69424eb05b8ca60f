"""The lines that findings are about, read again: what is kept of a finding holds no text of the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..findings.finding import Finding, Place, Related
from ..findings.packed import TO_READ
from .source import Source, part_of, read


def with_text(findings: Iterable[Finding]) -> list[Finding]:
    """The same findings, with the text of the lines that were left out when they were packed (`TO_READ`)."""
    files: dict[str, Source | None] = {}
    return [
        replace(
            one,
            place=_read(one.place, files),
            related=tuple(Related(_read(each.place, files), each.label) for each in one.related),
        )
        for one in findings
    ]


def _read(place: Place, files: dict[str, Source | None]) -> Place:
    if place.text != TO_READ:
        return place
    if place.file not in files:
        got = read(place.file)
        files[place.file] = got if isinstance(got, Source) else None
    source = files[place.file]
    if source is None or place.line > len(source.lines):
        return replace(place, text=None)
    return replace(place, text=part_of(source.lines[place.line - 1], place.start))
