"""Texts that must have a fixed form: which code says so, and what to write instead."""

from __future__ import annotations

import re

from ..findings.catalogue import shape
from ..findings.code import Code

_QUOTES = "“”„‟‘’‚‛"
_SCHOOL = re.compile(r"\d{2}[A-Z]{2}\d{2}", re.ASCII)
_REMEDIES = {
    r"^\d{4}-\d{4}$": "Schrijf het schooljaar als 2026-2027: twee jaartallen met een streepje ertussen, zonder spaties.",
    r"^\d{5}$": "Schrijf vijf cijfers, zoals 99999.",
    r"^PO\d{4}$": "Schrijf de letters PO en vier cijfers, zoals PO9999.",
}


def form_words(pattern: str, text: object) -> tuple[Code, str]:
    """The code for a text that does not fit the pattern of its field, and what to do; empty where the code itself says it."""
    if "A-Z]{2}[0-9]{2}" in pattern:
        return shape.SCHOOL_CODE, _school_remedy(str(text))
    if "{0,39}" in pattern:
        return shape.IDENT, ""
    return shape.PATTERN, _REMEDIES.get(pattern, "")


def _school_remedy(text: str) -> str:
    if _SCHOOL.fullmatch(text.upper()):
        return "Schrijf de letters als hoofdletters, zoals 99XX00."
    if _SCHOOL.fullmatch(re.sub(r"[\s._-]", "", text).upper()):
        return "Schrijf de zes tekens achter elkaar, zonder spatie of streepje, zoals 99XX00."
    if re.fullmatch(r"\d{2}[A-Za-z]{2}", text, re.ASCII):
        return "Zet achter de vier tekens BRIN de twee cijfers van de vestiging, zoals 99XX00."
    return ""


def quotes_remedy(text: object) -> str:
    """What to do about quotes of a word processor, which mean nothing in a record; empty for a text without them."""
    if isinstance(text, str) and text and (text[0] in _QUOTES or text[-1] in _QUOTES):
        return "Haal de gekrulde aanhalingstekens weg: die zette Word erbij, en in dit bestand horen zij bij de tekst."
    return ""
