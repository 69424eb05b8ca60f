"""What a samenwerkingsverband begins with: its schools, and a file for its key figures, with an explanation of every field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..casework.starting.text import form, scalar
from ..model.kengetallen import Kengetallen
from ..model.swv import Samenwerkingsverband
from ..records.tree import Tree
from ..records.write import on_one_line


def region_text(name: str, number: str, frame: str, schools: Iterable[tuple[str, str]], editor: str = "") -> str:
    """The file of a samenwerkingsverband; each school is its code and its name. `editor` is the first line, for an editor."""
    filled: dict[str, Any] = {"naam": scalar(name), "scholen": [_school(*one) for one in schools]}
    filled |= {key: value for key, value in (("nummer", number), ("normenkader", frame)) if value}
    head = [
        "Een samenwerkingsverband: scholen, deskundigheid en schoolvakanties. bo vindt dit bestand vanuit elke map eronder.",
        "Een regel die met # begint, is uitleg en telt niet mee; haal de # weg om een voorbeeld te gebruiken.",
    ]
    more = {
        "roosters": "Hiermee telt bo schooldagen en schoolweken. Neem de data over van een plaats die u vertrouwt, en zet die "
        "bij bron; bo vult geen data in. Zonder rooster telt elke doordeweekse dag als schooldag."
    }
    return form(Samenwerkingsverband, "samenwerkingsverband", filled, head, editor, more)


def figures_text(name: str, number: str, editor: str = "") -> str:
    """An empty file for key figures."""
    filled = {key: value for key, value in (("samenwerkingsverband", number), ("naam", scalar(name))) if value}
    head = [
        "Kengetallen van een samenwerkingsverband. Elk aantal heeft een dag en een bron.",
        "Een regel die met # begint, is uitleg en telt niet mee; haal de # weg om een voorbeeld te gebruiken.",
        "Cijfers van DUO haalt u binnen met: bo import duo. Uit dossiers telt u ze met: bo tel.",
    ]
    return form(Kengetallen, "kengetallen", filled, head, editor)


def _school(code: str, name: str) -> str:
    tree: dict[str, Tree] = {"vestiging": code, "naam": name}
    return on_one_line(tree)
