"""Remedies of a value that is written in another form than the one of its field."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.catalogue import shape
from ...findings.finding import Finding
from .case import Case, Draft
from .forms import FORMS
from .pieces import Piece
from .words import single, text_at


def other_form(case: Case, finding: Finding) -> Iterator[Draft]:
    """The same value in the form of its field."""
    piece = text_at(case, finding)
    if piece is None or not piece.value:
        return
    reading, words = FORMS[finding.code]
    found = reading(piece.value)
    if found is not None and finding.code == shape.IDENT.code and piece.path[-1] == "id" and _taken(case, piece, found.text):
        return  # two people, or two events, would be one
    if found is not None and found.text != piece.value:
        yield Draft(words, single(case, piece, found.text), found.certain)
    elif found is not None and piece.path and isinstance(piece.path[-1], int):
        yield Draft("Schrijf één waarde, zonder haakjes of streepje.", single(case, piece, found.text), True)


def _taken(case: Case, piece: Piece, ident: str) -> bool:
    """Whether another person or event has this id already."""
    same = [one for one in case.pieces.every if one.kind == "text" and one.path[-1:] == ("id",) and one.path != piece.path]
    return any(one.value == ident for one in same)
