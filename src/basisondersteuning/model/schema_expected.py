"""JSON Schema of what a test of a norm frame expects: per day, per rule or vakgebied.

`norms.cases` is what decides. Which rules and niveaus the frame has is not seen here.
"""

from __future__ import annotations

from typing import get_args

from .base import Vakgebied
from .pattern_words import CONDITIONS, LEVEL_WORDS, NO_OCCASION, STATUSES
from .schema_values import DAY, DAY_EXAMPLES, SCALARS, Schema, or_nothing, title

_LEVEL_DESCRIPTIONS = {
    "niveau": "Per vakgebied het niveau waarop de ondersteuning gegeven wordt; `geen` als er geen is.",
    "onderbouwd": "Per vakgebied het hoogste niveau dat het dossier onderbouwt; `geen` als er geen is.",
}
_STATUS_REF: Schema = {"$ref": "#/$defs/toestand"}


def expectation_definitions() -> dict[str, Schema]:
    """The definition `verwachtingen`, with all that it refers to."""
    return {
        "verwachtingen": {
            "title": "Verwachtingen",
            "description": "Per peildatum wat het kader moet zeggen.",
            "type": "object",
            "propertyNames": {"pattern": DAY["pattern"], "examples": DAY_EXAMPLES},
            "additionalProperties": {"anyOf": [{"$ref": "#/$defs/verwachtingen_op_dag"}, {"type": "null"}]},
            "minProperties": 1,
            "not": {"additionalProperties": {"additionalProperties": {"type": "null"}}},  # something is expected
            "examples": [{"2026-09-07": {"KNH-1.1": "voldaan", "niveau": {"rekenen": 1}}}],
        },
        "verwachtingen_op_dag": {
            "title": "Verwachtingen op een dag",
            "description": "Per regel de toestand, of `niveau`, `onderbouwd` of `voorwaarden`.",
            "type": "object",
            "properties": {
                **{one: _per_subject(_LEVEL_DESCRIPTIONS[one], {"type": SCALARS}, one) for one in LEVEL_WORDS},
                CONDITIONS: _per_subject(
                    "Per vakgebied hoe het staat met de voorwaarden voor het volgende niveau.",
                    {"type": "object", "additionalProperties": or_nothing(_STATUS_REF)},
                    CONDITIONS,
                ),
            },
            "additionalProperties": or_nothing(_STATUS_REF),
        },
        "toestand": {
            "title": "Toestand van een regel",
            "description": "Eén toestand voor elke aanleiding, een lijst met de toestand bij elke aanleiding apart, of `geen`.",
            "anyOf": [
                {"enum": [*STATUSES, NO_OCCASION]},
                {"type": "array", "items": {"enum": list(STATUSES)}},
            ],
            "examples": ["voldaan", ["voldaan", "open"], NO_OCCASION],
        },
    }


def _per_subject(description: str, value: Schema, name: str) -> Schema:
    words = "Per voorwaarde (de code van de regel) de toestand." if name == CONDITIONS else "Code van het niveau, of `geen`."
    subjects = {one: or_nothing({"title": title(one), "description": words, **value}) for one in get_args(Vakgebied)}
    schema = {"title": title(name), "description": description, "type": "object", "properties": subjects}
    return or_nothing({**schema, "additionalProperties": False})
