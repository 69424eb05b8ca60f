"""JSON Schema of rules: which patterns may stand in a rule depends on the record that the rule is about (`over`).

A rule about a dossier names events; a rule about a SOP or about key figures names facts. Everything within the rule that
holds patterns comes once for each record, and the rule says which of them it follows.
"""

from __future__ import annotations

from typing import Any

from .facts import FACT_RECORDS
from .nouns import ABOUT
from .schema_forms import about
from .schema_values import Schema

_DEPENDENT = ("patroon", "toetsen", "Eis", "Uitzondering")
_SHARED = ("Eis", "Uitzondering")


def by_record(definitions: dict[str, Schema]) -> dict[str, Schema]:
    """The definitions of a norm frame with rules that depend on their `over`; those of another record as they are."""
    rule = definitions.get("Regel")
    if rule is None:
        return definitions
    keys = {name: one for name, one in rule["properties"].items() if _depends(one)}
    found: dict[str, Schema] = {}
    for name, one in definitions.items():
        found[name] = one
        if name in _SHARED:
            found |= {f"{name}_{over}": _titled(_of_record(one, over), over) for over in FACT_RECORDS}
    cases: list[Schema] = [{"if": about(over), "then": {"properties": _of_record(keys, over)}} for over in FACT_RECORDS]
    cases.append({"if": {"not": about(*FACT_RECORDS)}, "then": {"properties": keys}})
    found["Regel"] = {
        **rule,
        "properties": {name: _words(one) if name in keys else one for name, one in rule["properties"].items()},
        "allOf": [*rule["allOf"], *cases],
    }
    return found


def _depends(part: Any) -> bool:
    if isinstance(part, dict):
        return part.get("$ref") in [f"#/$defs/{one}" for one in _DEPENDENT] or any(map(_depends, part.values()))
    return isinstance(part, list) and any(map(_depends, part))


def _of_record(part: Any, over: str) -> Any:
    """The same, with the definitions for rules about this record."""
    if isinstance(part, dict):
        return {key: _reference(one, over) if key == "$ref" else _of_record(one, over) for key, one in part.items()}
    return [_of_record(one, over) for one in part] if isinstance(part, list) else part


def _reference(ref: str, over: str) -> str:
    return f"{ref}_{over}" if ref.removeprefix("#/$defs/") in _DEPENDENT else ref


def _titled(schema: Schema, over: str) -> Schema:
    return {**schema, "title": f"{schema['title']} over {ABOUT[over]}"}


def _words(schema: Schema) -> Schema:
    return {key: one for key, one in schema.items() if key in ("title", "description")}
