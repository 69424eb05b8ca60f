"""What a schema can say of a norm frame beyond its keys: of which keys exactly one may be filled in.

`norms.compile` is what decides; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable

from .facts import FACT_RECORDS
from .frame import Duur
from .schema_values import Schema

UNITS = tuple(Duur.model_fields)
"""The units of a length of time; those of `norms.calendar`."""

REQUIREMENTS = ("dan", "vooraf", "moet", "nooit", "oordeel", "een_van", "alle")
"""The forms of a requirement; those of `norms.compile`."""

_WITHOUT_TERM = ("oordeel", "een_van", "alle")


def _given(key: str) -> Schema:
    """The key is there, with something behind it."""
    return {"required": [key], "properties": {key: {"not": {"type": "null"}}}}


def _one_of(keys: Iterable[str]) -> Schema:
    return {"oneOf": [_given(one) for one in keys]}


def _none_of(keys: Iterable[str]) -> Schema:
    return {"not": {"anyOf": [_given(one) for one in keys]}}


_REQUIREMENT: list[Schema] = [
    _one_of(REQUIREMENTS),
    {"if": _given("sinds"), "then": _given("vooraf")},
    {"if": _given("binnen"), "then": _none_of(_WITHOUT_TERM)},
]


def about(*overs: str) -> Schema:
    """The rule is about one of these records."""
    return {"required": ["over"], "properties": {"over": {"enum": list(overs)}}}


FORMS: dict[str, list[Schema]] = {
    "Eis": _REQUIREMENT,
    "Uitzondering": _REQUIREMENT,
    "Regel": [
        *_REQUIREMENT,
        _one_of(("als", "voorwaarde_voor")),
        _one_of(("bron", "afspraak")),
        {"if": about(*FACT_RECORDS), "then": _none_of(("niveau", "voorwaarde_voor")), "else": _given("niveau")},
    ],
    "Kaderproef": [_one_of(("tijdlijn", "feiten"))],
    "Instelling": [_one_of(UNITS)],
    "Termijn": [
        {
            "anyOf": [
                _given("instelling"),
                {"allOf": [_given("veld"), _none_of(UNITS)]},
                {"allOf": [_given("herkomst"), _one_of(UNITS)]},
            ]
        }
    ],
}
"""By the name of a model what its blocks must also keep to."""


def with_form(name: str, schema: Schema) -> Schema:
    """The schema of a model, with what its blocks must also keep to."""
    return {**schema, "allOf": FORMS[name]} if name in FORMS else schema
