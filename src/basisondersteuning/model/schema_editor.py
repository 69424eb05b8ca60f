"""The same schema, said in a way from which an editor makes good suggestions.

An editor offers what it sees: of the type `boolean` the words true and false, of `null` the word null. Nobody should
be led to write those, so the types are named only where they are wrong. A value of a type that is not allowed still
gets a message with the type that is.
"""

from __future__ import annotations

from typing import Any

from .schema_values import NOTHING, Schema

_TYPES = ("string", "number", "boolean", "array", "object", "null")
_NOTHING: Schema = {"not": {"type": [one for one in _TYPES if one != "null"]}}


def for_editors(schema: Any) -> Any:
    """A schema, or a part of one, with the same meaning; examples and defaults stay as they are."""
    if isinstance(schema, list):
        return [for_editors(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    done: Schema = {}
    for key, one in schema.items():
        if key in ("properties", "$defs"):
            done[key] = {name: for_editors(part) for name, part in one.items()}
        else:
            done[key] = one if key in ("examples", "default", "enum", "const") else for_editors(one)
    if "anyOf" in done:
        done["anyOf"] = [_NOTHING if one == NOTHING else one for one in done["anyOf"]]
    if None in done.get("enum", ()):
        values = [one for one in done.pop("enum") if one is not None]
        done["anyOf"] = [{"enum": values}, _NOTHING]
    return _typed(done)


def _typed(schema: Schema) -> Schema:
    kinds = schema.get("type")
    if not isinstance(kinds, list) or not {"boolean", "null"} & set(kinds):
        return schema
    assert "if" not in schema
    rest = {key: one for key, one in schema.items() if key != "type"}
    if "boolean" in kinds:
        seen = {} if "anyOf" in rest else {"anyOf": [True]}  # an editor writes a colon behind a key of which it sees some form
        return {**rest, **seen, "if": {"type": [one for one in _TYPES if one not in kinds]}, "then": {"type": "string"}}
    named = [one for one in kinds if one != "null"]
    return {**rest, "if": {"not": NOTHING}, "then": {"type": named[0] if len(named) == 1 else named}}
