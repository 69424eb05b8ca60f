"""JSON Schema of the facts that a test of a norm frame gives: blocks and events of a SOP or of key figures, each with a `soort`.

`norms.case_facts` is what decides; a test holds the two together.
"""

from __future__ import annotations

from functools import cache

from .facts import FACT_RECORDS, FactKind, fact_kinds
from .reflect import fields_of
from .schema_forms import with_form
from .schema_readable import Generator, readable
from .schema_values import Schema, choice

FILLED_IN = ("school", "naam", "schooljaar", "bron")
"""Text that a test need not give, because no rule looks at it; that of `norms.case_facts`."""


@cache
def fact_definitions() -> dict[str, Schema]:
    """The definition `feiten`, with all that it refers to."""
    kinds = {kind: one for over in reversed(FACT_RECORDS) for kind, one in fact_kinds(over).items()}
    found: dict[str, Schema] = {}
    for kind, one in kinds.items():
        made = one.model.model_json_schema(schema_generator=Generator)
        found |= {name: with_form(name, readable(part)) for name, part in sorted(made.pop("$defs", {}).items())}
        found[f"feit_{kind}"] = _fact(one, made)
    words = "Soort feit: een onderdeel of gebeurtenis van een SOP, of een kengetal."
    facts: Schema = {
        "title": "Feiten",
        "description": "Feiten van één SOP, of van kengetallen; niet van beide.",
        "type": "array",
        "items": {
            "title": "Feit",
            "description": "Eén feit, met zijn soort en zijn velden.",
            **choice("soort", {kind: {"$ref": f"#/$defs/feit_{kind}"} for kind in kinds}, words),
        },
        "anyOf": [{"items": {"properties": {"soort": {"enum": list(fact_kinds(over))}}}} for over in FACT_RECORDS],
    }
    return {"feiten": facts, **found}


def _fact(kind: FactKind, made: Schema) -> Schema:
    """The block or event as it stands in a record, with its `soort`, and without what a test need not give."""
    specs = fields_of(kind.model)
    needed = [one for one in made.get("required", ()) if one not in FILLED_IN or specs[one].kind != "tekst"]
    schema = readable({**made, "required": needed})
    word = {"title": "Soort", "description": f"Soort feit: {kind.kind}.", "const": kind.kind}
    return {
        **schema,
        "title": f"Feit {kind.kind}",
        "properties": {"soort": word, **{name: one for name, one in schema["properties"].items() if name != "soort"}},
        "required": ["soort", *(one for one in needed if one != "soort")],
    }
