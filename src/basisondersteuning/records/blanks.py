"""Keys with nothing behind them that no model knows: most often a text with a comma, between `{` and `}`, without quotes.

A known key without a value counts as not filled in. An unknown one is no such thing: YAML makes it of the second half of
`{samenvatting: Wil wel, maar niet nu}`, and that half would be lost without a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..findings.catalogue import shape
from ..findings.finding import Finding
from ..model.base import Model
from .nearmiss import nearest
from .parse import MOST_FINDINGS
from .shape import owner_of
from .source import Source
from .tree import Document, Tree

_PROSE = "Tussen `{` en `}` begint na een komma een nieuw veld; hier staat dan een veld zonder waarde."
_QUOTE = "Hoort dit bij de tekst ervoor? Zet die hele tekst tussen aanhalingstekens. Haal het anders weg."


def blank_findings(model: type[Model], document: Document, source: Source) -> list[Finding]:
    """A finding for each blank key that does not belong where it stands."""
    found: list[Finding] = []
    for path, node in _mappings(document.root, []):
        blanks = document.blanks.get(id(node))
        owner = owner_of(path, model, document.root) if blanks else None
        if not blanks or owner is None:
            continue
        for key, mark in blanks.items():
            if key not in owner and key != "soort" and len(found) < MOST_FINDINGS:  # that one is reported as missing
                meant = nearest(key, owner)
                remedy = f"Bedoelde u `{meant}`?" if meant else _QUOTE
                found.append(shape.UNKNOWN_KEY.at(source.place(mark), "" if meant else _PROSE, remedy=remedy, suggestion=meant))
    return found


def _mappings(node: Tree, path: list[str | int]) -> Iterator[tuple[list[str | int], dict[str, Tree]]]:
    if isinstance(node, dict):
        yield path, node
        for key, one in node.items():
            yield from _mappings(one, [*path, key])
    elif isinstance(node, list):
        for index, one in enumerate(node):
            yield from _mappings(one, [*path, index])
