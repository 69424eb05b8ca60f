"""The areas in their order, and the Dutch words for them in tables and sentences."""

from __future__ import annotations

from typing import Final, get_args

from ...model.base import Expertisegebied
from ...model.nouns import EXPERTISE
from ...model.sop_words import Interventiegebied, Plaats, Veld
from ...model.words import plain

AREAS: Final[tuple[str, ...]] = get_args(Expertisegebied)
"""Every area of expertise, in the order of the list."""

PASSAGE_27: Final = AREAS[:6]
"""The six areas that are available in any case (passage 27)."""

OTHER: Final = "overig"
"""The area of what fits nowhere else: never asked for, so never a gap."""

PLACES: Final[tuple[str, ...]] = get_args(Plaats)
"""Where expertise is, nearest first."""

ACT_AREAS: Final[tuple[str, ...]] = get_args(Interventiegebied)
"""Areas of interventions, in the order of the list."""

ACT_KINDS: Final = ("preventief", "licht_curatief")
"""Preventive, and light curative (passage 1)."""

FIELDS: Final[tuple[str, ...]] = get_args(Veld)
"""The five fields of facilities, in the order of the list."""

MISSING, UNKNOWN = "ontbreekt", "onbekend"
"""The school has a SOP that does not name the area; the school has no SOP that counts, so nobody knows."""

SHORT: Final = {
    "schoolmaatschappelijk_werk": "smw",
    "gedrag": "gdr",
    "leermoeilijkheden": "leer",
    "fysieke_problematiek": "fys",
    "speciaal_basisonderwijs": "sbo",
    "hoogbegaafdheid": "hb",
    "taal_spraak": "taal",
    "jeugdgezondheid": "jgz",
    "overig": "ov",
}
"""Heads of narrow columns; a legend says what they mean."""

LETTER: Final = {"in_school": "S", "bestuur": "B", "extern": "E", MISSING: "-", UNKNOWN: "?"}
"""What stands in a narrow cell."""

PLACE_WORDS: Final = {
    "in_school": "in de school",
    "bestuur": "bij het bestuur",
    "extern": "van buiten",
    MISSING: "niet genoemd",
    UNKNOWN: "geen SOP",
}
"""What stands in a wide cell and in the legend."""

KIND_WORDS: Final = {"preventief": "preventief", "licht_curatief": "licht curatief"}

_FIELD_WORDS = {
    "aandacht_en_tijd": "aandacht en tijd",
    "onderwijsmateriaal": "onderwijsmateriaal",
    "ruimtelijke_omgeving": "ruimtelijke omgeving",
    "expertise": "expertise",
    "samenwerking": "samenwerking",
}
_ACT_WORDS = {"medisch_en_fysiek": "medische en fysieke behoeften", "samenwerking_jeugdhulp": "samenwerking met jeugdhulp"}


def area_words(area: str) -> str:
    """An area of expertise: `taal en spraak`."""
    return "overig" if area == OTHER else EXPERTISE[area]


def act_words(area: str | None) -> str:
    """An area of interventions: `pedagogische aanpak`."""
    return "zonder gebied" if area is None else _ACT_WORDS.get(area, plain(area))


def field_words(field: str | None) -> str:
    """A field of facilities: `aandacht en tijd`."""
    return "zonder veld" if field is None else _FIELD_WORDS[field]
