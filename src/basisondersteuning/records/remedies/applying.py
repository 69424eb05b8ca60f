"""Find the remedies of a file, and apply some of them: only when the file is the better for it."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Sequence
from datetime import date

from ...findings.catalogue import mending as codes
from ...findings.finding import Finding, Place
from ..load import Loaded, load_text
from .case import Case
from .judging import better
from .remedy import Remedy, Replacement, replaced
from .table import MAKERS


def remedies(loaded: Loaded, data: bytes | None = None) -> list[Remedy]:
    """The remedies there are for the findings on a file, in order of place; of one finding the best.

    `data` are the bytes of a file that could not be read as text, which `loaded` then does not hold.
    """
    if data is None:
        if loaded.source is None:
            return []
        data = loaded.source.data
    case = Case(loaded, data)
    found = []
    for finding in loaded.findings:
        for maker in MAKERS.get(finding.code, ()):
            draft = next(maker(case, finding), None)
            if draft is not None:
                found.append(Remedy(finding, draft.words, draft.replacements, draft.safe, draft.whole))
                break
    return found


def mended(source: bytes, chosen: Sequence[Remedy], *, name: str = "") -> bytes | Finding:
    """The bytes of a file with remedies applied; those that touch the same text as one before them are left for a next time.

    A finding when the result would not read, or would have mistakes that were not there: then nothing is changed.
    """
    new = applied(source, chosen)
    if new == source:
        return source
    today = date.today()
    before, after = load_text(name, source, today=today), load_text(name, new, today=today)
    if not better(before, after, source, new, chosen):
        where = chosen[0].finding.place if len(chosen) == 1 else Place(name)
        return codes.NOT_BETTER.at(where)
    return new


def applied(source: bytes, chosen: Sequence[Remedy]) -> bytes:
    """The bytes with remedies applied that do not touch each other, unjudged."""
    whole = next((one.whole for one in chosen if one.whole is not None), None)
    if whole is not None:
        return whole
    mark = BOM_UTF8 if source.startswith(BOM_UTF8) else b""
    return mark + replaced(source[len(mark) :].decode("utf-8"), apart(chosen)).encode("utf-8")


def apart(chosen: Sequence[Remedy]) -> tuple[Replacement, ...]:
    """The replacements of the remedies that touch no text of one before them."""
    kept: list[Replacement] = []
    for one in chosen:
        if one.replacements and not any(_meet(each, other) for each in one.replacements for other in kept):
            kept += one.replacements
    return tuple(kept)


def _meet(one: Replacement, other: Replacement) -> bool:
    return one.start <= other.end and other.start <= one.end
