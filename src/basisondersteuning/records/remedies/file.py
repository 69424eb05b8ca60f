"""What can be mended in one file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ...findings.catalogue import reading
from ...findings.finding import Finding
from ..committing import Write
from ..load import load
from ..whole import whole
from .mending import Mending, mend
from .remedy import Remedy


def mend_file(path: str, wanted: Callable[[Remedy], bool], *, today: date, named: bool) -> tuple[Mending, Write] | Finding | None:
    """A file with its remedies applied, in memory, and what is to be written. None when nothing is wrong with it.

    A finding when it cannot be read. `named` says that the user named this very file; in a folder a file without `soort` is
    no record.
    """
    loaded = load(path, today=today, named=named)
    if not loaded.findings:
        return None
    data = whole(path)
    if isinstance(data, Finding):
        gone = data.code == reading.NOT_FOUND.code and not named
        return reading.VANISHED.at(data.place) if gone else data
    made = mend(data, wanted, today=today, name=path)
    return made, Write(path, data, made.data)
