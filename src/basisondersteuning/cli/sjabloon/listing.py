"""`bo sjabloon list`: which templates there are, and which of them are one's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...findings.paint import folded
from ..app import FINE, USAGE
from ..terminal import painter, width
from .common import DEFAULT_FOLDER, Own, TemplatesOption, own

if TYPE_CHECKING:
    from ...documents.catalogue import DocumentKind

_OURS = "van bo"


def list_templates(templates: TemplatesOption = None) -> int:
    """Laat zien welke sjablonen er zijn, en of dat van bo of dat van u geldt.

    Een eigen sjabloon staat in een map met de naam van het document. Wat u niet zelf heeft, komt van bo.

    Voorbeelden:

        bo sjabloon list
        bo sjabloon list --templates sjablonen
    """
    chosen = own(templates)
    if chosen.refused():
        return USAGE
    sys.stdout.write("\n".join(_lines(chosen)) + "\n")
    return FINE


def _lines(chosen: Own) -> Iterator[str]:
    from ...documents.catalogue import DOCUMENTS
    from ...documents.templating.environment import SHARED
    from ...documents.templating.files import shared_names

    paint, columns = painter(), width()
    where = f"Eigen sjablonen: {chosen.folder}." if chosen.folder else "Er is geen map met eigen sjablonen; alles komt van bo."
    yield from folded(_unnamed(chosen) or where, columns, "  ", "")
    for kind in DOCUMENTS.values():
        yield ""
        yield paint("bold", kind.name)
        for label, whose in _forms(kind, chosen):
            yield from folded(whose, columns, " " * 10, f"  {label:<6}")
        texts = _texts(kind.name, chosen)
        if texts:
            yield from folded(f"Vaste teksten: {', '.join(texts)}", columns, "    ", "  ")
    yield ""
    yield paint("bold", f"{SHARED} (hoort bij elk document)")
    names = shared_names()
    size = max(len(one.split("/")[1]) for one in names)
    for name in names:
        yield f"  {name.split('/')[1]:<{size}}  {_whose(name, chosen) or _OURS}"
    yield ""
    yield from folded(_style(chosen), columns, "  ", "")


def _unnamed(chosen: Own) -> str:
    """That there is a folder with own templates which nothing names, so that none of them holds; empty when there is none."""
    folder = chosen.settings.beside(DEFAULT_FOLDER)
    if chosen.folder or not os.path.isdir(folder):
        return ""
    where = chosen.settings.path or "bo.yaml"
    return f"De map {folder} telt nog niet mee; alles komt van bo. Zet in {where} `sjablonen: {DEFAULT_FOLDER}`."


def _forms(kind: DocumentKind, chosen: Own) -> Iterator[tuple[str, str]]:
    """Each form that has a template, with whose template that is."""
    html, markdown, word = (f"{kind.name}/{kind.name}.{one}" for one in ("html.j2", "md.j2", "docx"))
    own_word = _whose(word, chosen)
    also = "pdf" if own_word else "pdf en docx"
    yield "html", f"{_whose(html, chosen) or _OURS} (ook voor {also})"
    yield "md", _whose(markdown, chosen) or _OURS
    if own_word:
        yield "docx", own_word


def _whose(name: str, chosen: Own) -> str:
    """The own file that holds under this name; empty when that of `bo` does."""
    path = os.path.join(chosen.folder, *name.split("/")) if chosen.folder else ""
    return f"eigen: {path}" if path and os.path.isfile(path) else ""


def _texts(document: str, chosen: Own) -> list[str]:
    """The fixed texts of `bo.yaml` that stand in a document: those whose name begins with its last word."""
    given = chosen.settings.given.teksten
    mine = [one for one in type(given).model_fields if document.endswith(one.split("_")[0])]
    return [f"{one} ({'uit bo.yaml' if one in given.model_fields_set else _OURS})" for one in mine]


def _style(chosen: Own) -> str:
    if chosen.settings.path is None:
        return "Huisstijl: er is geen bo.yaml, dus zonder logo, in de kleuren van bo."
    look = chosen.settings.given.huisstijl
    given = [one for one in type(look).model_fields if getattr(look, one) is not None]
    return f"Huisstijl uit {chosen.settings.path}: {', '.join(given) or 'niets ingevuld'}."
