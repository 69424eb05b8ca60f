"""From a name to what it names, the timeline as an outline, and the niveau beside the pupil."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ..model.words import plain
from ..records.tree import Mark, Tree
from .duties import summary
from .examined import Examined, find_named
from .spot import spot_at
from .standing import standing

_NAMING = ("naam", "titel", "code", "regel", "leerling", "ijkpunt", "id")
"""Keys by which an item of a list is known in an outline; the first that is there."""


def definition(examined: Examined, position: types.Position) -> types.Location | None:
    """Where the person or event stands whose id is at a position."""
    spot = spot_at(examined.text.text, examined.text.offset(position))
    at = standing(spot.document.root, spot.path) if spot is not None else None
    if spot is None or spot.key or at is None or at.field is None:
        return None
    mark = {"persoon": "rol", "gebeurtenis": "soort"}.get(at.field.kind)
    found = find_named(spot.document.root, spot.path, mark, spot.word) if mark is not None else None
    if found is None:
        return None
    document = examined.loaded.document or spot.document
    place = document.mark((*found[0], "id"))[0]
    if place is None:
        return None
    start = examined.text.spot(place.line, place.column)
    return types.Location(examined.uri, examined.text.range(start, start + len(spot.word)))


def symbols(examined: Examined) -> list[types.DocumentSymbol]:
    """The outline of a record: its keys, and under a list its items; of a timeline each event with its day."""
    document = examined.loaded.document
    return list(_children(document.root, examined, len(examined.text.text))) if document is not None else []


def _children(node: Tree, examined: Examined, end: int) -> Iterator[types.DocumentSymbol]:
    document = examined.loaded.document
    assert document is not None
    marks = document.marks.get(id(node), [])
    starts = [_offset(one, examined) for one in (marks[::2] if isinstance(node, dict) else marks)]
    items = list(node.items()) if isinstance(node, dict) else [("", one) for one in node]
    for number, ((key, value), start) in enumerate(zip(items, starts, strict=False)):
        stop = starts[number + 1] if number + 1 < len(starts) else end
        stop = max(start + len(examined.text.text[start:stop].rstrip(" \t\r\n-")), start + 1)
        name = key if isinstance(node, dict) else _name(value, number)
        kind = types.SymbolKind.Event if not key and isinstance(value, dict) and "datum" in value else types.SymbolKind.Field
        inside = list(_children(value, examined, stop)) if isinstance(node, dict) and isinstance(value, list) else None
        line = examined.text.text.find("\n", start, stop)
        whole = examined.text.range(start, stop)
        short = examined.text.range(start, line if line >= 0 else stop)
        yield types.DocumentSymbol(name, kind, whole, short, _detail(value), children=inside)


def _offset(mark: Mark, examined: Examined) -> int:
    return examined.text.spot(mark.line, mark.column)


def _name(value: Tree, number: int) -> str:
    if isinstance(value, str):
        return value or str(number + 1)
    if isinstance(value, dict):
        day, kind = value.get("datum"), value.get("soort")
        if isinstance(day, str) and isinstance(kind, str) and day and kind:
            return f"{day} {plain(kind)}"
        for key in _NAMING:
            if isinstance(named := value.get(key), str) and named:
                return named
    return str(number + 1)


def _detail(value: Tree) -> str | None:
    area = value.get("vakgebied") if isinstance(value, dict) else None
    return plain(area) if isinstance(area, str) else None


def inlay_hints(examined: Examined) -> list[types.InlayHint]:
    """The verdict in one line, behind the key `leerling` and what stands on its line."""
    line = summary(examined)
    document = examined.loaded.document
    mark = document.mark(("leerling",), key=True)[0] if document is not None else None
    if not line or mark is None:
        return []
    position = examined.text.position(_offset(mark, examined))
    end = examined.text.position(examined.text.line_end(position.line))
    return [types.InlayHint(end, line, padding_left=True, tooltip="Wat het dossier onderbouwt; mensen beslissen.")]
