"""Events as an editor writes them out at once: every key that must be there, the cursor at what is to be filled in.

`defaultSnippets` is a word of editors; validators pass over it.
"""

from __future__ import annotations

from typing import Any

from .schema_values import Schema


def with_snippets(schema: Schema) -> Schema:
    """The schema of a record, in which every choice by `soort` also offers each kind as a whole."""
    made: Schema = _walked(schema, schema.get("$defs", {}))
    return made


def _walked(part: Any, definitions: Schema) -> Any:
    if isinstance(part, list):
        return [_walked(one, definitions) for one in part]
    if not isinstance(part, dict):
        return part
    done = {key: one if key in ("examples", "default", "enum") else _walked(one, definitions) for key, one in part.items()}
    kinds = _kinds(part)
    if any(len(definitions[name].get("required", ())) > 1 for name in kinds.values()):
        offered = [_snippet(kind, definitions[name]) for kind, name in kinds.items()]
        done["if"] = {"not": {"type": "object", "required": ["soort"]}}
        done["then"] = {"defaultSnippets": offered}
    return done


def _kinds(part: Schema) -> dict[str, str]:
    """Of a choice by `soort` the definition of each kind, as `schema_values.choice` makes it."""
    tests = part.get("allOf")
    if part.get("required") != ["soort"] or not isinstance(tests, list):
        return {}
    return {one["if"]["properties"]["soort"]["const"]: one["then"]["$ref"].removeprefix("#/$defs/") for one in tests}


def _snippet(kind: str, schema: Schema) -> Schema:
    needed = [one for one in schema.get("required", ()) if one != "soort"]
    first, rest = needed[:1], needed[1:]
    body = {key: _stop(number, schema["properties"][key]) for number, key in enumerate(first, 1)}
    body["soort"] = kind
    body |= {key: _stop(number, schema["properties"][key]) for number, key in enumerate(rest, 2)}
    return {"label": kind, "description": schema.get("description", ""), "body": body}


def _stop(number: int, schema: Schema) -> str:
    """A place where the cursor stops; with the words to choose from, where there are some."""
    words = [one for one in schema.get("enum", ()) if isinstance(one, str) and one.islower()]
    return f"${{{number}|{','.join(words)}|}}" if words else f"${number}"
