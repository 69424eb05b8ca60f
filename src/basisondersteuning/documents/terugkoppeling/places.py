"""Where in the file of a school something stands: never a path of the machine that made the letter."""

from __future__ import annotations

import os
import re

from ...findings.finding import Finding, Place, readable
from ...model.words import long_date
from ...norms.facts import FactEntry
from ...norms.verdict import Activation
from ...records.load import Loaded
from ..groeidocument.story import capital
from .views import Bestandsfout

_NAMES = ("naam", "onderwerp", "gebied", "ijkpunt", "aspect", "kenmerk", "wat", "omschrijving")
"""The fields by which a part of a SOP is known, the best first."""
_PERSONS = ("intern_begeleider", "orthopedagoog")
"""Parts that are named after a person: their line is enough."""
_LONGEST = 160
_TICKS = re.compile(r"`([^`]*)`")


def place_of(one: Activation, loaded: Loaded) -> str:
    """`Training sociale vaardigheden (regel 50)`; empty when it is about the profile as a whole."""
    entry = one.entry
    if entry is None or not entry.path:
        return ""
    line = loaded.line(entry.path)
    where = f"regel {line}" if line else ""
    name = ""
    if isinstance(entry, FactEntry) and not entry.standing:
        name = f"{entry.kind.replace('_', ' ')} van {long_date(entry.day)}"
    elif entry.kind not in _PERSONS:
        found = (entry.values.get(field) for field in _NAMES)
        name = next((each.replace("_", " ") for each in found if isinstance(each, str)), "")
    return capital(f"{name} ({where})" if name and where else name or where)


def mistake_of(one: Finding) -> Bestandsfout:
    """A finding on the file, told to the school that sent it: with what stands there, which is its own text."""
    return Bestandsfout(
        capital(_line(one.place)) or "Het bestand als geheel",
        _quoted(one.message),
        " ".join([_quoted(one.remedy), *(f"{capital(each.label)}: {_line(each.place)}." for each in one.related)]).strip(),
        _text(one.place),
        one.code,
    )


def file_name(path: str) -> str:
    """The name of a file without its folders."""
    return readable(os.path.basename(path)) if path != "-" else "de invoer"


def _line(place: Place) -> str:
    return f"regel {place.line}" if place.line else ""


def _text(place: Place) -> str:
    text = (place.text or "").strip()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _quoted(text: str) -> str:
    """Without the marks of a terminal."""
    return _TICKS.sub(r"«\1»", text)
