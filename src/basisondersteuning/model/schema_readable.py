"""From what pydantic makes of a model to a schema that accepts what readers of YAML give."""

from __future__ import annotations

import re
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from .counts import Procent, Telgetal
from .schema_values import COUNT, DAY, NUMBER, PERCENT, SCALARS, TIME, Schema, choice, one_of, or_nothing, title
from .types import Datum, Getal, Groep, JaNee, Tijd


class Generator(GenerateJsonSchema):
    """Pydantic's generator, told what the records mean by a union, by nothing and by one value for a list."""

    def sort(self, value: Any, parent_key: str | None = None) -> Any:  # noqa: ARG002
        """Keep the order in which the fields were written."""
        return value

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Nothing is the same as left out; `readable` says so for every key that may be left out."""
        return self.generate_inner(schema["schema"])

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Schema:
        """A function before a list lets one value stand for a list of one."""
        inner = self.generate_inner(schema["schema"])
        if inner.get("type") == "array" and "items" in inner:
            return {"anyOf": [inner["items"], inner]}
        return inner

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> Schema:
        """The tag first, and then only what belongs to that tag."""
        tag = schema["discriminator"]
        assert isinstance(tag, str)
        choices = {str(name): self.generate_inner(one) for name, one in schema["choices"].items()}
        return {"title": "Gebeurtenis", "description": "Eén gebeurtenis, met haar datum en soort.", **choice(tag, choices)}


def _exact() -> list[tuple[Schema, Schema]]:
    """For each own field type: what the generator makes of it, and what readers of YAML may give."""
    made: list[tuple[Any, Schema]] = [
        (Datum, DAY),
        (JaNee, {"enum": ["ja", "nee", "Ja", "Nee"]}),
        (Tijd, TIME),
        (Groep, {**NUMBER, "maximum": 8, "pattern": "^0{0,8}[0-8]$"}),
        (Getal, NUMBER),
        (Telgetal, COUNT),
        (Procent, PERCENT),
    ]
    return [(_core(TypeAdapter(one).json_schema()), given) for one, given in made]


def _core(schema: Schema) -> Schema:
    return {key: one for key, one in schema.items() if key in ("type", "pattern", "enum")}


_EXACT = _exact()
_LIKE_SCALARS = ("true", *("5" * size for size in range(1, 41)))
_WORDS = ("title", "description", "default", "examples")


def readable(schema: Schema) -> Schema:
    """A schema as the generator made it, for what readers of YAML give; `eigen` refers to a definition of our own."""
    if "eigen" in schema:
        return {**_words(schema), "$ref": f"#/$defs/{schema['eigen']}"}
    for made, given in _EXACT:
        if _core(schema) == made:
            return {**_words(schema), **given}
    done: Schema = _words(schema)
    for key, value in schema.items():
        if key in _WORDS:
            continue
        if key == "properties":
            done[key] = {name: _property(name, part, schema) for name, part in value.items()}
        elif isinstance(value, dict):
            done[key] = readable(value)
        elif isinstance(value, list):
            done[key] = [readable(one) if isinstance(one, dict) else one for one in value]
        else:
            done[key] = value
    if done.get("type") == "string":
        if "const" in done or "enum" in done:
            del done["type"]
            if "enum" in done:
                done["enum"] = one_of(done["enum"])
        else:
            _widen(done)
    return done


def _property(name: str, part: Schema, owner: Schema) -> Schema:
    words: Schema = {"title": title(name)}
    if name == "soort" and "description" not in part:
        words["description"] = f"Soort: {part['const']}." if "const" in part else "Soort gebeurtenis."
    made = {**words, **readable({key: one for key, one in part.items() if key != "title"})}
    return made if name in owner.get("required", ()) else or_nothing(made)


def _words(schema: Schema) -> Schema:
    """Title, description, default and examples, in that order; a default as a record writes it."""
    kept = {key: schema[key] for key in _WORDS if schema.get(key) not in (None, [])}
    if isinstance(kept.get("default"), bool):
        kept["default"] = "ja" if kept["default"] else "nee"
    return kept


def _widen(schema: Schema) -> None:
    """Let a text also be what a reader makes of it when it looks like a number, or like `true`."""
    if schema.pop("minLength", 0):
        schema.setdefault("pattern", r"\S")
    if "pattern" in schema:
        schema["pattern"] = schema["pattern"].replace(r"\d", "[0-9]")  # a digit is 0 to 9 in every dialect
    if "pattern" not in schema or any(re.search(schema["pattern"], one) for one in _LIKE_SCALARS):
        schema["type"] = list(SCALARS)
