"""The bytes of a file as they stand on disk, with its byte order mark: what a command needs that writes the file again."""

from __future__ import annotations

from ..findings.catalogue import reading
from ..findings.finding import Finding, Place
from .source import Source, read

_OF_THE_TEXT = frozenset({reading.NOT_UTF8.code, reading.BAD_CHARACTER.code})
"""Refusals that are about what is in the file: then its bytes can still be had."""


def whole(path: str) -> bytes | Finding:
    """All bytes of a file, also when they are no text that `bo` reads; a finding when they cannot be read at all."""
    got = read(path)
    if not isinstance(got, Source) and got.code not in _OF_THE_TEXT:
        return got
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return reading.READ_ERROR.at(Place(path))
