"""Gather records `kengetallen` from files and folders: several files are one whole, and what is counted twice counts once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...findings.catalogue import reading
from ...findings.finding import Finding, Severity
from ...records.discover import discover
from ...records.load import load
from .gathered import Gathered
from .merge import merge


def gather(paths: Sequence[str], *, peildatum: date, today: date, number: str | None = None) -> Gathered:
    """Read all records `kengetallen` in these files and folders. Later counts than the peildatum do not exist yet.

    `number` is that of the samenwerkingsverband, for files that do not say it.
    """
    gathered = Gathered(peildatum)
    for one in discover(paths):
        if isinstance(one, Finding):
            gathered.findings.append(one)
            gathered.refused += one.severity is Severity.FOUT
            continue
        loaded = load(one.path, today=today, named=one.named)
        if loaded.kind not in (None, "kengetallen"):
            if one.named:
                gathered.findings.append(reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit zijn geen kengetallen."))
            continue
        gathered.findings += loaded.findings
        gathered.read += loaded.kind == "kengetallen"
        if loaded.sound:
            gathered.files.append(loaded)
        else:
            gathered.refused += bool(loaded.findings)
    merge(gathered, number)
    return gathered
