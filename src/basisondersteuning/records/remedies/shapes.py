"""Remedies of a value of another form: a list where one text belongs, or the other way around, and signs of YAML in a text."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.finding import Finding
from .case import Case, Draft, quoted
from .pieces import Piece
from .remedy import Replacement

_NOTHING = ("null", "~", "Null", "NULL")
_QUOTE = "Zet de tekst tussen aanhalingstekens."


def other_shape(case: Case, finding: Finding) -> Iterator[Draft]:
    """A text between quotes, a list of one without its list, a list around one block."""
    for at in case.pieces_at(finding):
        value = case.pieces.value_of(at) if at.kind == "key" else at
        spec = case.spec(value.path) if value is not None else None
        if value is None or spec is None:
            continue
        item = bool(value.path) and isinstance(value.path[-1], int)
        if spec.kind == "record" and spec.many and not item:
            yield from _as_list(case, value)
        elif spec.kind == "tekst" and spec.many == item:
            yield from _as_text(case, value)


def _as_list(case: Case, value: Piece) -> Iterator[Draft]:
    """One block where a list of blocks belongs."""
    text = case.text[value.start : value.end]
    keys = {str(one.path[-1]) for one in case.pieces.every if one.kind == "key" and one.path[:-1] == value.path}
    if value.kind == "block" and not keys <= case.fields(value.path):
        return  # the keys are something else than fields: names, most often
    if value.kind == "block" and value.style == "flow":
        empty = not keys
        yield Draft("Maak er een lijst van.", (Replacement(value.start, value.end, "[]" if empty else f"[{text}]"),), True)
    elif value.kind == "text" and not value.style and value.value in _NOTHING:
        yield Draft("Laat leeg wat niet is ingevuld.", (Replacement(value.start, value.end, ""),), True)
    elif value.kind == "block":
        first, last = case.pieces.line_of(value.start)[0], value.end
        starts = [one for one in case.pieces.lines if first < one <= last]
        if case.text[first : value.start].strip():
            return
        deeper = tuple(Replacement(one, one, "  ") for one in starts)
        yield Draft("Zet een streepje voor dit deel.", (Replacement(value.start, value.start, "- "), *deeper), True)


def _as_text(case: Case, value: Piece) -> Iterator[Draft]:
    """A text that begins with a bracket, or holds a colon, is taken for a list or a block."""
    text = case.text[value.start : value.end]
    one_line = "\n" not in text and "\r" not in text
    if (value.style == "flow" and one_line) or (
        value.kind == "block"
        and one_line
        and ": " in text
        and case.text[case.pieces.line_of(value.start)[0] : value.start].strip() == "-"
    ):
        yield Draft(_QUOTE, (Replacement(value.start, value.end, quoted(text)),), True)
    elif value.kind == "list" and value.style == "block":
        inner = [one for one in case.pieces.every if one.path[: len(value.path)] == value.path and one is not value]
        inner = [one for one in inner if len(one.path) > len(value.path)]
        if len(inner) == 1 and inner[0].kind == "text" and not inner[0].style:
            yield Draft("Haal het streepje weg: hier hoort één tekst.", (Replacement(value.start, value.start + 1, " "),), True)


def sign(case: Case, finding: Finding) -> Iterator[Draft]:
    """A text that begins with `&`, `*` or `!`: between quotes where text belongs, else without the sign."""
    piece = case.piece(finding)
    if piece is None or piece.kind not in ("text", "alias") or (piece.kind == "text" and piece.style in ("|", ">")):
        return
    spec = case.spec(piece.path)
    whole = case.text[piece.whole : piece.end]
    used = any(one.kind == "alias" for one in case.pieces.every)
    named = any(one.anchor == piece.value for one in case.pieces.every) if piece.kind == "alias" else bool(piece.anchor) and used
    free = spec is not None and spec.kind == "tekst"
    if free and not named and "\n" not in whole:
        line = case.pieces.line_of(piece.whole)[1]
        flow = any(
            one.kind in ("list", "block") and one.style == "flow" and one.start < piece.whole < one.end
            for one in case.pieces.every
        )
        rest = whole if flow else case.text[piece.whole : line].rstrip()
        if " #" not in rest and ": " not in rest:
            done = (Replacement(piece.whole, piece.whole + len(rest), quoted(rest)),)
            if case.clean_with(done):
                yield Draft(_QUOTE, done, not whole.startswith("!!"))
                return
    if named:
        yield from _written_out(case)
    elif piece.kind == "text" and piece.end > piece.start:
        yield Draft("Haal het teken en het woord erachter weg.", (Replacement(piece.whole, piece.start, ""),), False)


def _written_out(case: Case) -> Iterator[Draft]:
    """All aliases written out, where each anchor is on one line and holds no alias itself."""
    every = case.pieces.every
    anchors = {one.anchor: one for one in every if one.anchor}
    changes = []
    for one in every:
        if one.kind == "alias":
            source = anchors.get(one.value)
            text = case.text[source.start : source.end] if source is not None else ""
            if (
                source is None
                or "\n" in text
                or "\r" in text
                or any(source.start <= each.start < source.end for each in every if each.kind == "alias")
            ):
                return
            if source.kind in ("list", "block") and source.style != "flow":
                return
            changes.append(Replacement(one.whole, one.end, text))
        elif one.anchor and not one.tag:
            changes.append(Replacement(one.whole, one.start, ""))
    if changes and len(changes) < 100:
        yield Draft("Schrijf uit waarnaar verwezen wordt.", tuple(changes), False)


def twice(case: Case, finding: Finding) -> Iterator[Draft]:
    """Of a key that stands there twice: the empty one goes, or the second becomes a comment."""
    second = case.piece(finding)
    if second is None or second.kind != "key" or not finding.related:
        return
    first = next(iter(case.pieces.on(finding.related[0].place.line, finding.related[0].place.column)), None)
    for one in (second, first):
        lines = _own_lines(case, one) if one is not None else None
        value = case.pieces.value_of(one) if one is not None else None
        if lines is not None and value is not None and value.kind == "text" and not value.value and not value.style:
            yield Draft("Haal het lege veld weg.", (Replacement(lines[0], lines[1], ""),), False)
            return
    lines = _own_lines(case, second)
    if lines is not None:
        numbers = range(case.pieces.number_of(lines[0]), case.pieces.number_of(lines[1] - 1) + 1)
        done = tuple(Replacement(one, one, "# ") for one in (case.pieces.lines[each - 1] for each in numbers))
        yield Draft("Maak van het tweede veld een opmerking.", done, False)


def _own_lines(case: Case, key: Piece) -> tuple[int, int] | None:
    """The lines of a key and its value, from the begin of the first to the begin of the next; None where others share them."""
    value = case.pieces.value_of(key)
    last = max(value.end, key.end) if value is not None else key.end
    begin, _ = case.pieces.line_of(key.start)
    _, end = case.pieces.line_of(last)
    if case.text[begin : key.start].strip() or case.text[last:end].strip(" \t:"):
        return None
    number = case.pieces.number_of(last)
    return begin, case.pieces.lines[number] if number < len(case.pieces.lines) else len(case.text)


def second_document(case: Case, finding: Finding) -> Iterator[Draft]:
    """A line with `---` at the end with nothing behind it."""
    start = case.pieces.at(finding.place.line, 1)
    rest = case.text[start:]
    line, _, after = rest.partition("\n")
    if line.strip() == "---" and all(not one.strip() or one.strip().startswith("#") for one in after.split("\n")):
        yield Draft(
            "Haal de regel met `---` weg.",
            (Replacement(start, start + len(line) + (1 if after or rest.endswith("\n") else 0), ""),),
            True,
        )
