"""JSON Schema of the records, for editors and for checks without `bo`; made from the models.

`bo` reads every scalar as text. Other readers of YAML turn `5` into a number and `2026-11-03` into a date, and see
`null` where a key has nothing behind it. The schema accepts a record as such readers give it, so that no record that
`bo` accepts is refused; what only `bo` can see (references, dates, duplicate keys) stays with `bo validate` and is
listed in `schemas/README.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .examples import record_example
from .kinds import record_model
from .schema_editor import for_editors
from .schema_expected import expectation_definitions
from .schema_facts import fact_definitions
from .schema_forms import with_form
from .schema_over import by_record
from .schema_patterns import pattern_definitions
from .schema_readable import Generator, readable
from .schema_snippets import with_snippets
from .schema_values import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema(kind: str) -> Schema:
    """The JSON Schema of one kind of record; KeyError for a kind that does not exist."""
    model = record_model(kind)
    if model is None:
        raise KeyError(kind)
    made = model.model_json_schema(schema_generator=Generator)
    definitions = by_record({name: with_form(name, readable(one)) for name, one in sorted(made.pop("$defs", {}).items())})
    head = {"$schema": DIALECT, "$id": f"urn:basisondersteuning:schema:{kind}"}
    schema = {**head, **readable(made), "examples": [record_example(kind)]}
    whole: Schema = for_editors({**schema, "$defs": definitions | _needed({**schema, "$defs": definitions})})
    return with_snippets(whole)


def schema_text(kind: str) -> str:
    """The schema of a kind of record as it stands in its file; KeyError for a kind that does not exist."""
    return json.dumps(record_schema(kind), ensure_ascii=False, indent=2) + "\n"


def description_of(kind: str) -> str:
    """What a kind of record is, in one Dutch sentence; KeyError for a kind that does not exist."""
    return str(record_schema(kind)["description"])


def _needed(schema: Schema) -> dict[str, Schema]:
    """The definitions of our own that a schema refers to, directly or through one another."""
    known = pattern_definitions() | expectation_definitions() | fact_definitions()
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
