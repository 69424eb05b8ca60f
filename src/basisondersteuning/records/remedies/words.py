"""Remedies of a word that is nearly another: a key, a value of a list, the kind of an event, the id of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings.finding import Finding
from ...model.kinds import RECORD_KINDS
from ..nearmiss import nearest
from .case import Case, Draft, in_place, quoted
from .near import fold, known_words, typing_error
from .pieces import Piece
from .remedy import Replacement

_GLUED = re.compile(r"([a-z_]{2,}):(\S.*)", re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", re.ASCII)


def unknown_key(case: Case, finding: Finding) -> Iterator[Draft]:
    """Another name for a key, a space that was forgotten, or quotes around a text that a comma cut in two."""
    piece = case.piece(finding)
    if piece is None or piece.kind != "key":
        return
    owner = case.owner(piece.path[:-1])
    yield from _glued(case, piece, {*owner, "soort"})
    meant = finding.suggestion
    if meant is not None and meant not in case.beside(piece.path):
        yield Draft(f"Schrijf `{meant}` in plaats van dit veld.", in_place(piece, meant), typing_error(piece.value, meant, owner))
    elif meant is None:
        yield from _cut_text(case, piece)


def unknown_value(case: Case, finding: Finding) -> Iterator[Draft]:
    """The value of the list that was meant; also when it stands in a list of one."""
    piece = _text_at(case, finding)
    if piece is None:
        return
    spec = case.spec(piece.path)
    options = list(spec.values) if spec is not None else []
    meant = finding.suggestion or nearest(piece.value, options)
    if meant is None or _PLAIN.fullmatch(meant) is None:
        return
    if fold(piece.value) == fold(meant):
        options = options or [meant]
    safe = bool(options) and typing_error(piece.value, meant, options)
    yield Draft(f"Schrijf `{meant}` in plaats van deze waarde.", _single(case, piece, meant), safe)


def event_kind(case: Case, finding: Finding) -> Iterator[Draft]:
    """The kind of event that was meant."""
    piece = _text_at(case, finding)
    if piece is None or finding.suggestion is None:
        return
    names = [one for one in piece.path[:-1] if isinstance(one, str)]
    spec = case.owner(piece.path[: piece.path.index(names[-1])]).get(names[-1]) if names else None
    kinds = [kind for kind, _ in spec.variants] if spec is not None else []
    safe = bool(kinds) and typing_error(piece.value, finding.suggestion, kinds)
    yield Draft(f"Schrijf `soort: {finding.suggestion}`.", in_place(piece, finding.suggestion), safe)


def record_kind(case: Case, finding: Finding) -> Iterator[Draft]:
    """The kind of record that was meant, or `soort` where that word itself is mistyped."""
    piece, meant = case.piece(finding), finding.suggestion
    if piece is None or meant is None or piece.kind not in ("key", "text"):
        return
    if piece.kind == "key" and piece.value != "soort":
        value = case.pieces.value_of(piece)
        if "soort" in case.beside(piece.path) or value is None or nearest(value.value, RECORD_KINDS) is None:
            return  # a file of another program, most likely
        safe = typing_error(piece.value, "soort", ["soort"])
        yield Draft("Schrijf `soort` in plaats van dit veld.", in_place(piece, "soort"), safe)
    elif piece.kind == "text":
        safe = typing_error(piece.value, meant, RECORD_KINDS)
        yield Draft(f"Schrijf `soort: {meant}`.", in_place(piece, meant), safe)


def no_event_kind(case: Case, finding: Finding) -> Iterator[Draft]:
    """`soort` in place of a key of the event that is nearly that word."""
    block = next((one for one in case.pieces_at(finding) if one.kind == "block"), None)
    if block is None:
        return
    keys = [one for one in case.pieces.every if one.kind == "key" and one.path[:-1] == block.path]
    keys = [one for one in keys if one.value not in known_words()]
    near = [one for one in keys if nearest(one.value, ("soort",)) or fold(one.value) == "type"]
    if len(near) == 1:
        safe = typing_error(near[0].value, "soort", ["soort"])
        yield Draft("Schrijf `soort` in plaats van dit veld.", in_place(near[0], "soort"), safe)


def reference(case: Case, finding: Finding) -> Iterator[Draft]:
    """The id that was meant. Only capitals and spaces are safe: a letter more or less may be somebody else."""
    piece = _text_at(case, finding)
    if piece is None or finding.suggestion is None or _PLAIN.fullmatch(finding.suggestion) is None:
        return
    ids = {one.value for one in case.pieces.every if one.kind == "text" and one.path[-1:] == ("id",)}
    same = fold(piece.value) == fold(finding.suggestion)
    safe = same and sum(fold(one) == fold(finding.suggestion) for one in ids) == 1
    yield Draft("Schrijf het kenmerk zoals het bij de persoon of gebeurtenis staat.", in_place(piece, finding.suggestion), safe)


def _text_at(case: Case, finding: Finding) -> Piece | None:
    """The text at the place of a finding; behind a key that holds a list of one text, that text."""
    piece = case.piece(finding)
    if piece is not None and piece.kind == "key":
        inner = [one for one in case.pieces.every if len(one.path) == len(piece.path) + 1 and one.path[:-1] == piece.path]
        value = case.pieces.value_of(piece)
        if value is not None and value.kind == "text":
            return value
        piece = inner[0] if len(inner) == 1 and value is not None and value.kind == "list" else None
    return piece if piece is not None and piece.kind == "text" and piece.style not in ("|", ">") else None


text_at = _text_at


def _single(case: Case, piece: Piece, text: str) -> tuple[Replacement, ...]:
    """A value in place of a text. Where one value belongs and the text stood in a list of one, the list goes."""
    spec = case.spec(piece.path)
    if spec is None or spec.many or not (piece.path and isinstance(piece.path[-1], int)):
        return in_place(piece, text)
    around = next(one for one in case.pieces.every if one.kind == "list" and one.path == piece.path[:-1])
    if around.style == "flow":
        return (Replacement(around.start, around.end, text),)
    return (Replacement(around.start, around.start + 1, " "), *in_place(piece, text))


single = _single


def _glued(case: Case, piece: Piece, known: set[str]) -> Iterator[Draft]:
    """`datum:2024-09-09`, or `-datum: 2024-09-09`: a space is missing."""
    found = _GLUED.fullmatch(piece.value) if not piece.style else None
    if found is not None and found[1] in known and found[1] not in case.beside(piece.path):
        colon = piece.start + len(found[1]) + 1
        yield Draft("Zet een spatie achter de dubbele punt.", (Replacement(colon, colon, " "),), True)


def _cut_text(case: Case, piece: Piece) -> Iterator[Draft]:
    """A key without a value, between { and }, that is the second half of the text before it."""
    every = case.pieces.every
    here = every.index(piece)
    value = case.pieces.value_of(piece)
    last = value.end if value is not None and value.value else piece.end
    start = here - 1
    while start > 0 and every[start].kind == "text" and every[start].value == "" and every[start].path[:-1] == piece.path[:-1]:
        start -= 2  # an earlier part of the same text, a key with nothing behind it
    before = every[start] if start > 0 else None
    if before is None or before.kind != "text" or before.style or before.path[:-1] != piece.path[:-1] or not before.value:
        return
    spec, block = (
        case.spec(before.path),
        next((one for one in every if one.kind == "block" and one.path == piece.path[:-1]), None),
    )
    if spec is None or spec.kind != "tekst" or spec.many or block is None or block.style != "flow":
        return
    text = case.text[before.start : max(last, piece.end)]
    if "\n" not in text and "\r" not in text:
        done = (Replacement(before.start, before.start + len(text), quoted(text)),)
        yield Draft("Zet de hele tekst tussen aanhalingstekens.", done, value is None or not value.value)
