"""JSON Schema of the records, for editors and for checks without `bo`; made from the models.

`bo` reads every scalar as text. Other readers of YAML turn `5` into a number and `2026-11-03` into a date, and see
`null` where a key has nothing behind it. The schema accepts a record as such readers give it, so that no record that
`bo` accepts is refused; what only `bo` can see (references, dates, duplicate keys) stays with `bo validate` and is
listed in `schemas/README.md`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from .examples import record_example
from .kinds import record_model
from .schema_editor import for_editors
from .schema_expected import expectation_definitions
from .schema_forms import FORMS
from .schema_patterns import pattern_definitions
from .schema_values import DAY, NUMBER, SCALARS, TIME, Schema, choice, or_nothing, title
from .types import Datum, Getal, Groep, JaNee, Tijd

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema(kind: str) -> Schema:
    """The JSON Schema of one kind of record; KeyError for a kind that does not exist."""
    model = record_model(kind)
    if model is None:
        raise KeyError(kind)
    made = model.model_json_schema(schema_generator=_Generator)
    definitions = {name: _definition(name, one) for name, one in sorted(made.pop("$defs", {}).items())}
    head = {"$schema": DIALECT, "$id": f"urn:basisondersteuning:schema:{kind}"}
    schema = {**head, **_readable(made), "examples": [record_example(kind)]}
    whole: Schema = for_editors({**schema, "$defs": definitions | _needed({**schema, "$defs": definitions})})
    return whole


def _definition(name: str, made: Schema) -> Schema:
    return {**_readable(made), **({"allOf": FORMS[name]} if name in FORMS else {})}


def schema_text(kind: str) -> str:
    """The schema of a kind of record as it stands in its file; KeyError for a kind that does not exist."""
    return json.dumps(record_schema(kind), ensure_ascii=False, indent=2) + "\n"


def description_of(kind: str) -> str:
    """What a kind of record is, in one Dutch sentence; KeyError for a kind that does not exist."""
    return str(record_schema(kind)["description"])


def _needed(schema: Schema) -> dict[str, Schema]:
    """The definitions of our own that a schema refers to, directly or through one another."""
    known = pattern_definitions() | expectation_definitions()
    found: set[str] = set()
    pending: list[Schema] = [schema]
    while pending:
        names = {one.removeprefix("#/$defs/") for one in _refs(pending.pop())} & set(known) - found
        found |= names
        pending += [known[one] for one in names]
    return {name: one for name, one in known.items() if name in found}


def _refs(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for one in part.values():
            yield from _refs(one)
    elif isinstance(part, list):
        for one in part:
            yield from _refs(one)


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, told what the records mean by a union, by nothing and by one value for a list."""

    def sort(self, value: Any, parent_key: str | None = None) -> Any:  # noqa: ARG002
        """Keep the order in which the fields were written."""
        return value

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Nothing is the same as left out; `_readable` says so for every key that may be left out."""
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
    ]
    return [(_core(TypeAdapter(one).json_schema()), readable) for one, readable in made]


def _core(schema: Schema) -> Schema:
    return {key: one for key, one in schema.items() if key in ("type", "pattern", "enum")}


_EXACT = _exact()
_WORDS = ("title", "description", "default", "examples")


def _readable(schema: Schema) -> Schema:
    """A schema as the generator made it, for what readers of YAML give."""
    if "eigen" in schema:
        return {**_words(schema), "$ref": f"#/$defs/{schema['eigen']}"}
    for made, readable in _EXACT:
        if _core(schema) == made:
            return {**_words(schema), **readable}
    done: Schema = _words(schema)
    for key, value in schema.items():
        if key in _WORDS:
            continue
        if key == "properties":
            done[key] = {name: _property(name, part, schema) for name, part in value.items()}
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


def _property(name: str, part: Schema, owner: Schema) -> Schema:
    words: Schema = {"title": title(name)}
    if name == "soort" and "description" not in part:
        words["description"] = f"Soort: {part['const']}." if "const" in part else "Soort gebeurtenis."
    made = {**words, **_readable({key: one for key, one in part.items() if key != "title"})}
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
    if "pattern" not in schema or any(re.search(schema["pattern"], one) for one in ("5", "true")):
        schema["type"] = list(SCALARS)
