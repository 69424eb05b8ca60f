"""JSON Schema of the records, for editors and for checks without `bo`; made from the models.

`bo` reads every scalar as text. Other readers of YAML turn `5` into a number and `2026-11-03` into a date, and see
`null` where a key has nothing behind it. The schema accepts a record as such readers give it, so that no record that
`bo` accepts is refused; what only `bo` can see (references, dates, duplicate keys) stays with `bo validate`.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from .kinds import RECORD_KINDS, record_model
from .types import Datum, Getal, Groep, JaNee

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_SCALARS = ["string", "number", "boolean"]
"""What a reader may make of a text that is not quoted."""


def record_schema(kind: str) -> Schema:
    """The JSON Schema of one kind of record; KeyError for a kind that does not exist."""
    model = record_model(kind)
    if model is None:
        raise KeyError(kind)
    made = model.model_json_schema(schema_generator=_Generator)
    definitions = {name: _finish(one, name) for name, one in sorted(made.pop("$defs", {}).items())}
    head = {"$schema": DIALECT, "$id": f"urn:basisondersteuning:schema:{kind}"}
    return {**head, **_finish(made, RECORD_KINDS[kind][1]), "$defs": definitions}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, told what the records mean by a union, by nothing and by one value for a list."""

    def sort(self, value: Any, parent_key: str | None = None) -> Any:  # noqa: ARG002
        """Keep the order in which the fields were written."""
        return value

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Nothing is the same as left out; `_finish` says so for every key that may be left out."""
        return self.generate_inner(schema["schema"])

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Schema:
        """A function before a list lets one value stand for a list of one."""
        inner = self.generate_inner(schema["schema"])
        if inner.get("type") == "array" and "items" in inner:
            return {"if": {"type": "array"}, "then": inner, "else": inner["items"]}
        return inner

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> Schema:
        """The tag first, and then only what belongs to that tag: one clear message for each mistake."""
        tag = schema["discriminator"]
        assert isinstance(tag, str)
        choices = {str(name): self.generate_inner(one) for name, one in schema["choices"].items()}
        return {
            "type": "object",
            "required": [tag],
            "properties": {tag: {"enum": list(choices)}},
            "allOf": [
                {"if": {"required": [tag], "properties": {tag: {"const": name}}}, "then": one} for name, one in choices.items()
            ],
        }


def _exact() -> list[tuple[Schema, Schema]]:
    """For each own field type: what the generator makes of it, and what readers of YAML may give."""
    day = TypeAdapter(Datum).json_schema()
    form = _ascii(str(day["pattern"]))
    number = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,9}$"}
    return [
        # js-yaml before version 4 gives a date as an object without keys
        (day, {"type": ["string", "object"], "pattern": form, "maxProperties": 0}),
        (TypeAdapter(JaNee).json_schema(), {"enum": ["ja", "nee", "Ja", "Nee"]}),
        (TypeAdapter(Groep).json_schema(), {**number, "maximum": 8, "pattern": "^0{0,8}[0-8]$"}),
        (TypeAdapter(Getal).json_schema(), {**number, "maximum": 999_999_999}),
    ]


def _ascii(pattern: str) -> str:
    """A pattern that means the same in every dialect: a digit is 0 to 9."""
    return pattern.replace(r"\d", "[0-9]")


_EXACT = _exact()


def _finish(schema: Schema, name: str) -> Schema:
    """A model: its title, and its keys as readers of YAML give them."""
    done = {"title": _title(schema, name), **_readable(schema)}
    done.pop("description", None)  # the docstring: it is for who reads the code
    return done


def _title(schema: Schema, name: str) -> str:
    kind = schema.get("properties", {}).get("soort", {}).get("const")
    return f"Gebeurtenis {kind}" if kind and name.lower() != kind else name


def _readable(schema: Schema) -> Schema:
    for made, readable in _EXACT:
        if all(key in schema and schema[key] == value for key, value in made.items()):
            return {**_words(schema), **readable}
    done: Schema = {}
    for key, value in schema.items():
        if key == "title":
            continue
        if key == "properties":
            needed = schema.get("required", ())
            parts = {one: _readable(part) for one, part in value.items()}
            done[key] = {one: part if one in needed else _or_nothing(part) for one, part in parts.items()}
        elif key == "default":
            done |= {} if value in (None, []) else {key: {True: "ja", False: "nee"}.get(value, value)}
        elif isinstance(value, dict):
            done[key] = _readable(value)
        elif isinstance(value, list):
            done[key] = [_readable(one) if isinstance(one, dict) else one for one in value]
        else:
            done[key] = value
    if done.get("type") == "string":
        if "const" in done or "enum" in done:
            del done["type"]
        else:
            _widen(done)
    return done


def _words(schema: Schema) -> Schema:
    kept = {key: schema[key] for key in ("description", "default") if schema.get(key) is not None}
    if isinstance(kept.get("default"), bool):
        kept["default"] = "ja" if kept["default"] else "nee"
    return kept


def _widen(schema: Schema) -> None:
    """Let a text also be what a reader makes of it when it looks like a number, or like `true`."""
    if schema.pop("minLength", 0):
        schema.setdefault("pattern", r"\S")
    if "pattern" in schema:
        schema["pattern"] = _ascii(schema["pattern"])
    if "pattern" not in schema or any(re.search(schema["pattern"], one) for one in ("5", "true")):
        schema["type"] = list(_SCALARS)


def _or_nothing(schema: Schema) -> Schema:
    """The same, or nothing behind the key."""
    if "if" in schema:
        return {**schema, "else": _or_nothing(schema["else"])}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "const" in schema:
        return {**{key: one for key, one in schema.items() if key != "const"}, "enum": [schema["const"], None]}
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*kinds, "null"]}
    if "$ref" in schema:
        rest = {key: one for key, one in schema.items() if key != "$ref"}
        return {**rest, "anyOf": [{"$ref": schema["$ref"]}, {"type": "null"}]}
    return schema
