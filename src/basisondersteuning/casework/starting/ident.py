"""The id of a new pupil: the next in the row, and never something that says who it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

FIRST = "L-0001"
"""The id that is proposed where there is no dossier yet."""

LONGEST = 40
"""Characters in an id."""

_FORM = re.compile(r"(.*?)(\d{1,12})", re.DOTALL)
_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)


def next_ident(idents: Iterable[str]) -> str:
    """The id after the highest, in the form that most ids have: letters that stay, and a number of as many figures."""
    found = [(one[1], one[2]) for ident in idents if (one := _FORM.fullmatch(ident)) is not None]
    if not found:
        return FIRST
    begin = Counter(one for one, _ in found).most_common(1)[0][0]
    numbers = [number for one, number in found if one == begin]
    return f"{begin}{max(map(int, numbers)) + 1:0{max(map(len, numbers))}d}"


def ident_complaint(text: str) -> str | None:
    """What is wrong with an id, in Dutch."""
    if not _IDENT.fullmatch(text):
        return "Gebruik alleen letters, cijfers, -, _ en ., en geen spaties."
    if len(text) > LONGEST:
        return f"Gebruik ten hoogste {LONGEST} tekens."
    return None


def pupil_ident_complaint(text: str) -> str | None:
    """What is wrong with the id of a pupil, in Dutch: it stands in names of files, and goes where names may not."""
    if (wrong := ident_complaint(text)) is not None:
        return wrong
    if any(is_bsn(one) for one in _DIGITS.findall(text)):
        return "Dit kan een BSN zijn. Kies een kenmerk dat alleen uw school kent, zoals L-0501."
    return None


def is_bsn(digits: str) -> bool:
    """Whether a number can be a burgerservicenummer: eight or nine figures that pass the elfproef."""
    if len(digits) not in (8, 9) or not int(digits):
        return False
    figures = [int(one) for one in digits.zfill(9)]
    return (sum(weight * one for weight, one in zip(range(9, 1, -1), figures[:8], strict=True)) - figures[8]) % 11 == 0
