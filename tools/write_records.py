"""What the reference pages on the records `sop` and `kengetallen` show: `docs/naslag/sop.md` and `docs/naslag/kengetallen.md`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from basisondersteuning.model.base import Gebeurtenis
from basisondersteuning.model.examples import record_example
from basisondersteuning.model.facts import FactKind, fact_kinds
from basisondersteuning.model.kinds import record_model
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.records.write import dump


@dataclass(frozen=True, slots=True)
class Part:
    """A record, a block or an event: its fields with an example of some, where it stands, and the fact it is for rules."""

    name: str
    about: str
    fields: list[FieldSpec]
    samples: dict[str, str]
    fact: str = ""


def record_data(kind: str) -> dict[str, Any]:
    """The fields of a record, its blocks, its events, what `bo` derives from it, and a small whole example."""
    model = record_model(kind)
    assert model is not None
    specs = fields_of(model)
    facts = fact_kinds(kind)
    by_field = {one.field: one for one in facts.values() if one.field is not None}
    blocks = [_part(spec.name, spec.model, by_field.get(spec.name)) for spec in specs.values() if spec.model is not None]
    variants = [_part(name, one, facts[name]) for spec in specs.values() for name, one in spec.variants]
    derived = [_part(one.kind, one.model, one) for one in facts.values() if one.field is None and one.kind != kind]
    return {
        "whole": _part(kind, model, facts[kind]),
        "blocks": blocks,
        "events": variants,
        "derived": derived,
        "common": list(fields_of(Gebeurtenis).values()),
        "example": dump(_as_text(record_example(kind))),
    }


def _part(name: str, model: type[BaseModel], fact: FactKind | None) -> Part:
    words: Any = model.model_config["json_schema_extra"]
    own = fields_of(model).values()
    inherited = fields_of(Gebeurtenis).values() if fact is not None and fact.field == "tijdlijn" else ()
    fields = [one for one in own if one.name != "soort" and one not in inherited]
    samples = {
        field: str(info.examples[0])
        for field, info in model.model_fields.items()
        if info.examples and isinstance(info.examples[0], str | int)
    }
    return Part(name, words["description"], fields, samples, fact.kind if fact is not None else "")


def _as_text(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _as_text(one) for key, one in tree.items()}
    return [_as_text(one) for one in tree] if isinstance(tree, list) else str(tree)
