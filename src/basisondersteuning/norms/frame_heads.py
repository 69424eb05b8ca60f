"""Which of the built-in frames a name needs, read off the first lines of their files: the rest is not even parsed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

HEAD = 2000
"""Bytes from the start of a file within which its code, series and base stand."""

_LINE = re.compile(rb"^(code|reeks|gebaseerd_op): *[\"']?([A-Za-z0-9_.-]+)[\"']? *(?: #.*)?\r?$", re.MULTILINE)


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


def bases_beside(path: str) -> Iterator[str]:
    """The files in the folder of a frame on which it builds, the nearest base first; none for a base that is elsewhere."""
    head, heads, seen = head_of(path), None, set[str]()
    while head is not None and head.base is not None and head.base not in seen:
        seen.add(head.base)
        heads = _heads(os.path.dirname(path)) if heads is None else heads
        found = next(((one, each) for one, each in sorted(heads.items()) if each.code == head.base), None)
        if found is None:
            return
        path, head = found
        yield path


def _heads(folder: str) -> dict[str, Head]:
    try:
        names = [name for name in os.listdir(folder or ".") if name.endswith((".yaml", ".yml"))]
    except OSError:
        return {}
    paths = [os.path.join(folder, name) for name in names]
    return {path: head for path in paths if (head := head_of(path)) is not None}
