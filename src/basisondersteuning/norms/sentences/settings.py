"""Lengths of time and terms in words, with where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...model.frame import Duur, Eis, Instelling, Regel, Termijn
from ...model.nouns import Noun, field_words
from ..calendar import UNITS, Term

PROVENANCE: Mapping[str, str] = {
    "bron": "staat in de bron",
    "afspraak": "afspraak, niet uit de bron",
    "wet": "volgt uit de wet",
    "dossier": "de datum uit het dossier",
}
"""Where a value comes from, in words."""

Settings = Mapping[str, Instelling]
"""The settings of a frame, by name."""


class TermText(NamedTuple):
    """A term that a rule uses: its length in words, where that comes from, and the setting it is taken from."""

    words: str
    provenance: str
    setting: Instelling | None


def length(raw: Duur) -> Term | None:
    """The length as it was written; None when there is none."""
    return next((Term(unit, getattr(raw, unit)) for unit in UNITS if getattr(raw, unit) is not None), None)


def length_words(raw: Duur) -> str:
    """`2 schoolweken`, `tot en met het eind van het schooljaar`."""
    term = length(raw)
    if term is None:
        return "zonder lengte"
    if term.unit != "schooljaren" or not term.amount:
        return str(term)
    return f"tot en met 31 juli, {_school_year_end(term.amount)}"


def _school_year_end(amount: int) -> str:
    years = {1: "het schooljaar", 2: "het volgende schooljaar"}
    return f"aan het eind van {years.get(amount, f'het schooljaar dat {amount - 1} jaar later eindigt')}"


def _resolved(raw: Termijn, settings: Settings) -> Term | None:
    setting = settings.get(raw.instelling) if raw.instelling is not None else None
    return length(setting or raw)


def within(raw: Termijn | None, settings: Settings, noun: Noun | None) -> str:
    """Until when, as it stands within a sentence: `binnen 2 schoolweken na de einddatum`; empty without a term.

    `noun` has the words of the event that gives rise to the rule, for a term that counts from one of its dates.
    """
    if raw is None:
        return ""
    start = field_words(noun, raw.veld).noun if raw.veld is not None and noun is not None else raw.veld or ""
    term = _resolved(raw, settings)
    if term is None:
        return f"uiterlijk op {start}"
    if not term.amount:
        return f"uiterlijk op {start}" if start else "op dezelfde dag"
    if term.unit == "schooljaren":
        after_start = f" waarin {start} valt" if start and term.amount == 1 else f", gerekend vanaf {start}" if start else ""
        return f"uiterlijk op 31 juli, {_school_year_end(term.amount)}{after_start},"
    return f"binnen {term}" + (f" na {start}" if start else "")


def before(raw: Termijn | None, settings: Settings, *, standing: bool = False) -> str:
    """How long before, as it stands within a sentence: `in de 4 schoolweken ervoor`; without a term `vooraf`.

    `standing`: what gives rise to the rule has no day of its own, so the term counts back from the peildatum.
    """
    term = _resolved(raw, settings) if raw is not None else None
    if term is None:
        return "" if standing else "vooraf"
    if not term.amount:
        return "op de peildatum" if standing else "op dezelfde dag"
    if term.unit == "schooljaren":
        if term.amount == 1:
            return "in het schooljaar van de peildatum" if standing else "eerder in hetzelfde schooljaar"
        years = "het schooljaar ervoor" if term.amount == 2 else f"de {term.amount - 1} schooljaren ervoor"
        return f"in {'het schooljaar van de peildatum' if standing else 'hetzelfde schooljaar'} of in {years}"
    return f"in de {str(term).removeprefix('1 ')} {'voor de peildatum' if standing else 'ervoor'}"


def terms_of(rule: Regel, settings: Settings, noun: Noun | None) -> list[TermText]:
    """The terms that a rule uses, each once, in the order in which they are read."""
    found: dict[TermText, None] = {}
    for raw in _terms(rule):
        setting = settings.get(raw.instelling) if raw.instelling is not None else None
        if setting is not None:
            found[TermText(length_words(setting), setting.herkomst, setting)] = None
        elif length(raw) is not None:
            found[TermText(length_words(raw), raw.herkomst or "afspraak", None)] = None
        elif raw.veld is not None:
            words = field_words(noun, raw.veld).noun if noun is not None else raw.veld
            found[TermText(words, "dossier", None)] = None
    return list(found)


def _terms(raw: Eis) -> Iterator[Termijn]:
    if raw.binnen is not None:
        yield raw.binnen
    for part in [*(raw.een_van or ()), *(raw.alle or ())]:
        yield from _terms(part)
    if isinstance(raw, Regel):
        for exception in raw.tenzij:
            yield from _terms(exception)
