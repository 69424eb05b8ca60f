"""What may stand at a place in a record, from the models: the block with its fields, or the one field."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel

from ..model.kinds import RECORD_KINDS, record_model
from ..model.reflect import FieldSpec, fields_of
from ..records.tree import Path, Tree

KIND = FieldSpec("soort", "keuze", False, True, False, tuple(RECORD_KINDS), description="Wat voor bestand dit is.")
"""The first key of every record."""


class Standing(NamedTuple):
    """`field` is the field at a place, None at the top. `model` is the block that stands there; None where it is no block, or
    is one of `variants` and has no `soort` yet. `item` says that the place is one item of a list."""

    field: FieldSpec | None
    model: type[BaseModel] | None
    variants: tuple[tuple[str, type[BaseModel]], ...] = ()
    item: bool = False

    @property
    def block(self) -> bool:
        """Whether keys may stand here."""
        return self.model is not None or bool(self.variants)


def standing(root: Tree, path: Path) -> Standing | None:
    """What may stand at a place; None where no model knows it."""
    kind = root.get("soort") if isinstance(root, dict) else None
    at: Standing | None = Standing(None, record_model(kind) if isinstance(kind, str) else None)
    node: Tree | None = root
    for step in path:
        node = step_into(node, step)
        at = _into(at, node, step) if at is not None else None
    return at


def step_into(node: Tree | None, step: str | int) -> Tree | None:
    """What stands at one key or number; None where there is nothing."""
    if isinstance(node, dict) and isinstance(step, str):
        return node.get(step)
    return node[step] if isinstance(node, list) and isinstance(step, int) and step < len(node) else None


def _into(at: Standing, node: Tree | None, step: str | int) -> Standing | None:
    if isinstance(step, int):
        if at.field is None or not at.field.many or at.item:
            return None
        return _block(at.field, node, item=True)
    if step == "soort" and at.field is None:
        return Standing(KIND, None)
    if step == "soort" and at.field is not None and at.variants:
        return Standing(kind_of_event(at.field), None)
    models = [at.model] if at.model is not None else [one for _, one in at.variants]
    spec = next((fields_of(one)[step] for one in models if step in fields_of(one)), None)
    if spec is None:
        return None
    return _block(spec, node, item=False)


def _block(spec: FieldSpec, node: Tree | None, *, item: bool) -> Standing:
    if spec.kind != "record" or (spec.many and not item):
        return Standing(spec, None, (), item)
    if not spec.variants:
        return Standing(spec, spec.model, (), item)
    kind = node.get("soort") if isinstance(node, dict) else None
    model = next((one for name, one in spec.variants if name == kind), None)
    return Standing(spec, model, spec.variants, item)


def kind_of_event(spec: FieldSpec) -> FieldSpec:
    """The key `soort` of a block that may be of several kinds."""
    words = tuple(name for name, _ in spec.variants)
    return FieldSpec("soort", "keuze", False, True, False, words, description="Soort gebeurtenis.")
