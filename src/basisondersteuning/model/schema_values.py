"""What readers of YAML may give for one value, as JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Schema = dict[str, Any]

SCALARS = ["string", "number", "boolean"]
"""What a reader may make of a text that is not quoted."""

NUMBER: Schema = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,9}$", "maximum": 999_999_999}
"""A whole number, zero or more."""

COUNT: Schema = {
    "type": ["integer", "string"],
    "minimum": 0,
    "pattern": r"^([0-9]{1,9}(-[0-9]{1,9})?|<\s?(0{0,2}[2-9]|0?[1-9][0-9]|[1-9][0-9]{2})|afgeschermd)$",
    "maximum": 999_999_999,
    "examples": [312, "<5"],
}
"""A count, which may be masked; whether a span runs from low to high is not seen."""

PERCENT: Schema = {
    "type": ["number", "string"],
    "minimum": 0,
    "pattern": "^(0?[0-9]{1,2}([,.][0-9]{1,4})?|100([,.]0{1,4})?)$",
    "maximum": 100,
    "examples": ["2,5"],
}
"""A percentage; how many decimals a number was written with is not seen."""

TIME: Schema = {
    # YAML 1.1 readers take 13:15 for a number in base sixty, and 13.15 for a number
    "type": ["string", "number"],
    "pattern": "^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$",
}
"""A time of the day; whether a number is one is not seen."""

DAY: Schema = {
    # js-yaml before version 4 gives a date as an object without keys
    "type": ["string", "object"],
    "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4})$",
    "maxProperties": 0,
}
"""A calendar day; whether it exists is not seen."""


def one_of(words: Iterable[str]) -> list[str | int]:
    """The values of a choice, and those that look like a number also as the number that readers make of it."""
    values = list(words)
    return [*values, *(int(one) for one in values if one.isdecimal())]


DAY_EXAMPLES = ["2026-11-03", "3-11-2026"]

NOTHING: Schema = {"type": "null"}
"""A key with nothing behind it, which counts as left out."""


def or_nothing(schema: Schema) -> Schema:
    """The same, or nothing behind the key."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "const" in schema:
        return {**{key: one for key, one in schema.items() if key != "const"}, "enum": [schema["const"], None]}
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*kinds, "null"]}
    if "$ref" in schema:
        rest = {key: one for key, one in schema.items() if key != "$ref"}
        return {**rest, "anyOf": [{"$ref": schema["$ref"]}, NOTHING]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], NOTHING]}
    return schema


def choice(tag: str, schemas: dict[str, Schema], words: str = "Soort gebeurtenis.") -> Schema:
    """The tag first, and then only what belongs to that tag: one clear message for each mistake, and the right keys
    in an editor.
    """
    return {
        "type": "object",
        "required": [tag],
        "properties": {tag: {"title": title(tag), "description": words, "enum": list(schemas)}},
        "allOf": [
            {"if": {"type": "object", "required": [tag], "properties": {tag: {"const": name}}}, "then": one}
            for name, one in schemas.items()
        ],
    }


def title(name: str) -> str:
    """`ondersteuning_gewenst` as `Ondersteuning gewenst`: the title of a key."""
    return name[:1].upper() + name[1:].replace("_", " ")
