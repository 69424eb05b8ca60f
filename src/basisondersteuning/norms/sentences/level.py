"""Niveaus and the end of a dossier in sentences."""

from __future__ import annotations

from typing import Any

from ...model.frame import Niveau
from ...model.words import level_words
from .phrase import phrase_of


def begins_with(level: Niveau) -> list[str]:
    """What a niveau begins with, each as part of a sentence: `een bespreking in het OT`."""
    found = []
    for begin in level.begint_met:
        words = phrase_of(begin.bij).whole()
        found.append(f"{words}, na {phrase_of(begin.na).whole()}" if begin.na is not None else words)
    return found


def begins_sentence(level: Niveau) -> str:
    """What a niveau begins with, as a sentence; what must come first is named first."""
    found = []
    for begin in level.begint_met:
        first = phrase_of(begin.na) if begin.na is not None else None
        words = f"met {phrase_of(begin.bij).whole()}"
        found.append(f"na {first.whole()}, {words}" if first is not None else words)
    name = level_words(level.niveau)
    who = name[:1].upper() + name[1:] if level.niveau.isdecimal() else f"Een {name}"
    told = found[0]
    for one in found[1:]:
        told += f", of, {one}" if one.startswith("na ") else f", of {one}"
    return f"{who} begint {told}."


def carries_words(level: Niveau) -> str:
    """Whether support that was already running counts for a niveau."""
    name = level_words(level.niveau)
    if level.lopende_ondersteuning:
        return f"Ondersteuning die al liep, telt vanaf dat moment voor {name}."
    return ""


def ends_words(ends: list[dict[str, Any]]) -> list[str]:
    """What ends duties that still run, each as part of a sentence."""
    return [phrase_of(one).whole() for one in ends]
