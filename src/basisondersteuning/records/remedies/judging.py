"""Whether a file is the better for its remedies: less is wrong, nothing new is, and what was sound says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from ...findings.catalogue import reading
from ...findings.finding import Finding, Severity
from ..load import Loaded
from .case import Case
from .pieces import Piece, Pieces, Way
from .remedy import Remedy

_FORM = frozenset(one.code for one in (reading.BAD_CHARACTER, reading.ALIAS, reading.TAG, reading.DUPLICATE_KEY))

_Said: TypeAlias = list[tuple[tuple[str | int, ...], str]]


def stage(loaded: Loaded) -> int:
    """How far a file can be read: 0 no text, 1 no form, 2 no known record, 3 mistakes of form, 4 a record."""
    if loaded.source is None:
        return 0
    if loaded.document is None:
        return 1
    if loaded.kind is None:
        return 2
    return 3 if loaded.record is None else 4


def better(before: Loaded, after: Loaded, source: bytes, new: bytes, chosen: Sequence[Remedy]) -> bool:
    """Whether the second reading of a file, with the remedies applied, may take the place of the first.

    It is read at least as far. Where the first was read whole, what stood on lines that no remedy touched says the same, and
    each finding there was there before; only in a block that a remedy touched others may come to light.
    """
    if stage(after) < stage(before) or stage(after) == 0:
        return False
    if before.document is not None and (_of_the_file(after) - _of_the_file(before)):
        return False
    if stage(after) > stage(before):
        return stage(before) < 2 or _says_the_same(source, new, before, after, chosen)
    if stage(after) < 2:
        return _further(before, after)
    if not _says_the_same(source, new, before, after, chosen):
        return False
    return _nothing_new(before, after, source, new)


def _of_the_file(loaded: Loaded) -> Counter[str]:
    """The findings on the form of the file itself, such as a key that stands there twice: mending never brings those to light."""
    return Counter(one.code for one in loaded.findings if one.code in _FORM)


def _further(before: Loaded, after: Loaded) -> bool:
    """Whether a file that cannot be read whole has fewer mistakes, or reads on to a later line."""
    one, other = _faults(before), _faults(after)
    if len(other) != len(one):
        return len(other) < len(one)
    return bool(other) and (other[-1].place.line, other[-1].place.column) > (one[-1].place.line, one[-1].place.column)


def _faults(loaded: Loaded) -> list[Finding]:
    return [one for one in loaded.findings if one.severity is Severity.FOUT]


def _nothing_new(before: Loaded, after: Loaded, source: bytes, new: bytes) -> bool:
    """Whether each finding outside the blocks that changed was there before, and at least one finding is gone."""
    one, other = Case(before, source), Case(after, new)
    blocks = _changed_blocks(one.pieces, other.pieces)
    old = Counter((each.code, each.message, _block(one.pieces, each)) for each in before.findings)
    now = Counter((each.code, each.message, _block(other.pieces, each)) for each in after.findings)
    fresh = [key for key in (now - old) if key[2] not in blocks and key[0] != reading.TOO_MANY.code]
    return not fresh and now != old


def _block(pieces: Pieces, finding: Finding) -> Way:
    """The key at the top, and the item of its list, in which a finding stands."""
    place = finding.place
    if not place.line:
        return ()
    offset = pieces.at(place.line, max(place.column, 1))
    found = [one for one in pieces.every if one.whole <= offset and one.path]
    return found[-1].path[:2] if found else ()


def _changed_blocks(one: Pieces, other: Pieces) -> set[Way]:
    first, second = _by_block(one.every), _by_block(other.every)
    return {way for way in {*first, *second} if first.get(way) != second.get(way)}


def _by_block(pieces: Iterable[Piece]) -> dict[Way, list[tuple[str, Way, str]]]:
    found: dict[Way, list[tuple[str, Way, str]]] = {}
    for one in pieces:
        found.setdefault(one.path[:2], []).append((one.kind, one.path, one.value))
    return found


def _says_the_same(source: bytes, new: bytes, before: Loaded, after: Loaded, chosen: Sequence[Remedy]) -> bool:
    """Whether every word on a line that no remedy touched is what it was, under the same keys."""
    if any(one.whole is not None for one in chosen):
        return True  # it was not read before
    one, other = Case(before, source), Case(after, new)
    from .applying import apart

    changes = sorted(apart(chosen))
    old_lines = {line for each in changes for line in range(_line(one.pieces, each.start), _line(one.pieces, each.end) + 1)}
    shift = 0
    new_lines: set[int] = set()
    for each in changes:
        start = each.start + shift
        new_lines |= set(range(_line(other.pieces, start), _line(other.pieces, start + len(each.text)) + 1))
        shift += len(each.text) - (each.end - each.start)
    return _said(one.pieces, old_lines) == _said(other.pieces, new_lines)


def _line(pieces: Pieces, offset: int) -> int:
    return pieces.number_of(offset)


def _said(pieces: Pieces, touched: set[int]) -> _Said:
    """The texts on other lines, each with its path; keys and items on touched lines are left nameless."""
    nameless: set[Way] = set()
    found: _Said = []
    for one in pieces.every:
        touched_here = _line(pieces, one.start) in touched
        if one.kind == "key":  # the same key can stand there twice, once on a line that is touched
            (nameless.add if touched_here else nameless.discard)(one.path)
        elif one.kind == "text" and one.value and not touched_here:
            way = tuple("" if one.path[: number + 1] in nameless else step for number, step in enumerate(one.path))
            found.append((way, one.value))
    return found
