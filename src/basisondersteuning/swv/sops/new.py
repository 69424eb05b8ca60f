"""A new SOP to fill in: an annotated empty one, or last year's as a start (passage 6: in a format that the SWV hands out)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from ...casework.starting.text import MODELINE, scalar
from ...model.form import form_of
from ...model.sop import Sop
from ...model.swv import Samenwerkingsverband
from ...records.load import load_text
from ...records.source import Source

OPENED = {"aspecten": "aspect", "ijkpunten": "ijkpunt", "hgw": "kenmerk"}
"""Lists of which every part should be there: the form has them whole."""

_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
_EDITOR = re.compile(r"^# yaml-language-server: .*\n", re.MULTILINE)


def new_sop(school: str, name: str, year: str, swv: Samenwerkingsverband | None, format: str | None, schema: str | None) -> str:
    """The text of an empty SOP with an explanation of every field. `schema` is what an editor is told to use."""
    known = next((one for one in swv.scholen if one.vestiging == school), None) if swv else None
    filled: dict[str, Any] = {"school": school, "naam": scalar(name), "schooljaar": year}
    if known is not None and known.bevoegd_gezag:
        filled["bestuur"] = {"naam": scalar(known.bevoegd_gezag)}
    if format is not None:
        filled["format"] = format
    lines = [f"{MODELINE}{schema}"] if schema else []
    lines += [
        "# Schoolondersteuningsprofiel (SOP). Vul in wat achter de dubbele punten hoort; wat leeg is, telt niet mee.",
        "# Een regel die met # begint, is uitleg. Staat er een voorbeeld achter, haal dan de # weg om het te gebruiken.",
        "# Controleer het bestand met: bo validate",
    ]
    return "\n".join([*lines, *form_of(Sop, "sop", filled, OPENED)]) + "\n"


def from_last_year(source: Source, year: str, format: str | None = None, schema: str | None = None) -> str | None:
    """Last year's profile as a start for a new year; None when its text cannot be taken over safely.

    Every word, comment and event stays: what happened keeps its date. Only the school year changes, and the version of the
    format and the schema for an editor where they are given.
    """
    before = load_text(source.name, source.data, today=date.max).document
    if before is None or not isinstance(before.root, dict):
        return None
    changed = {"schooljaar": year, **({"format": format} if format is not None else {})}
    text = source.data.decode("utf-8-sig").replace("\r\n", "\n")
    for key, value in changed.items():
        text = _with_value(text, key, before.root.get(key), value)
    head = "# Overgenomen van een eerder schooljaar. Lees elk onderdeel na, en haal deze regel weg als alles klopt.\n"
    if schema is not None:
        head = f"{MODELINE}{schema}\n{head}"
        text = _EDITOR.sub("", text, count=1)
    after = load_text(source.name, (head + text).encode(), today=date.max).document
    return head + text if after is not None and after.root == {**before.root, **changed} else None


def _with_value(text: str, key: str, old: object, new: str) -> str:
    """The text with another value for a key of the record; a key that is not there comes after the school year."""
    starts = {text[one.start() : one.end() - 1]: one.start() for one in _KEY.finditer(text)}
    if key not in starts:
        place = text.find("\n", text.find(":", starts.get("schooljaar", 0))) + 1
        while text.startswith((" ", "\t"), place):  # a value may stand on the next line
            place = text.find("\n", place) + 1
        return f"{text[:place]}{key}: {new}\n{text[place:]}"
    value = starts[key] + len(key) + 1
    if isinstance(old, str) and (found := text.find(old, value)) >= 0:
        return text[:found] + new + text[found + len(old) :]
    return f"{text[:value]} {new}{text[value:]}"
