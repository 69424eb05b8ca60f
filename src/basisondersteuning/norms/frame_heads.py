"""Which of the built-in frames a name needs, read off the first lines of their files: the rest is not even parsed."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

HEAD = 2000
"""Bytes from the start of a file within which its code, series and base stand."""

_LINE = re.compile(rb"^(code|reeks|gebaseerd_op): *([A-Za-z0-9_.-]+) *\r?$", re.MULTILINE)


class Head(NamedTuple):
    """What a frame is called, which series it is a version of, and what it builds on."""

    code: str
    series: str
    base: str | None


def not_needed(folder: str, wanted: str) -> frozenset[str]:
    """The files in a folder of sound frames that a series or version can do without; none when nothing has that name."""
    heads = _heads(folder)
    series = {one.series for one in heads.values() if wanted in (one.code, one.series)}
    needed = {one.code for one in heads.values() if one.series in series}
    if not needed:
        return frozenset()
    while more := {one.base for one in heads.values() if one.code in needed and one.base} - needed:
        needed |= more
    return frozenset(path for path, one in heads.items() if one.code not in needed)


def head_of(path: str) -> Head | None:
    """The head of a frame, also of one with mistakes further on; None where it cannot be read off."""
    try:
        with open(path, "rb") as file:
            words = {key.decode(): value.decode() for key, value in _LINE.findall(file.read(HEAD))}
    except OSError:
        return None
    return Head(words["code"], words["reeks"], words.get("gebaseerd_op")) if {"code", "reeks"} <= words.keys() else None


def _heads(folder: str) -> dict[str, Head]:
    with os.scandir(folder) as entries:
        paths = [entry.path for entry in entries if entry.name.endswith(".yaml")]
    return {path: head for path in paths if (head := head_of(path)) is not None}
