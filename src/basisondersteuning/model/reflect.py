"""What fields a model has, as data: for reference checks, for checking norm frames and for explaining."""

from __future__ import annotations

import types
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from .counts import Aantal
from .references import EventRef, PersonRef


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a model.

    `kind` is one of tekst, keuze, datum, tijd, ja_nee, getal, aantal, procent, persoon, gebeurtenis, record. `optional`
    means that it may be left out and is then unknown; a field with a default of its own is never unknown. `variants` are
    the models that may stand here, by their `soort`, where there are several.
    """

    name: str
    kind: str
    many: bool
    required: bool
    optional: bool
    values: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    model: type[BaseModel] | None = None
    description: str = ""
    variants: tuple[tuple[str, type[BaseModel]], ...] = ()


@cache
def fields_of(model: type[BaseModel]) -> dict[str, FieldSpec]:
    """The fields of `model` by name, in the order they were written."""
    found = {}
    for name, info in model.model_fields.items():
        spec = _describe(info.annotation, info.metadata)
        required = info.is_required()
        found[name] = FieldSpec(
            name,
            spec["kind"],
            spec["many"],
            required,
            not required and info.default is None and info.default_factory is None,
            spec["values"],
            spec["roles"],
            spec["kinds"],
            spec["model"],
            info.description or "",
            spec["variants"],
        )
    return found


def _describe(annotation: Any, metadata: Iterable[Any]) -> dict[str, Any]:
    spec: dict[str, Any] = {"kind": "tekst", "many": False, "values": (), "roles": (), "kinds": (), "model": None, "variants": ()}
    marks = list(metadata)
    pending = annotation
    while True:
        origin = get_origin(pending)
        if origin is Annotated:
            pending, *more = get_args(pending)
            marks += more
        elif origin in (Union, types.UnionType):
            options = [one for one in get_args(pending) if one is not type(None)]
            if len(options) != 1:
                return {**spec, "kind": "record", "variants": _variants(options)}
            pending = options[0]
        elif origin is list:
            spec["many"] = True
            (pending,) = get_args(pending)
        else:
            break
    for mark in marks:
        if isinstance(mark, PersonRef):
            spec.update(kind="persoon", roles=mark.roles)
        elif isinstance(mark, EventRef):
            spec.update(kind="gebeurtenis", kinds=mark.kinds)
    if get_origin(pending) is Literal:
        spec.update(kind="keuze", values=get_args(pending))
    elif pending is date:
        spec["kind"] = "datum"
    elif pending is time:
        spec["kind"] = "tijd"
    elif pending is bool:
        spec["kind"] = "ja_nee"
    elif pending is int:
        spec["kind"] = "getal"
    elif pending is Aantal:
        spec["kind"] = "aantal"
    elif pending is Decimal:
        spec["kind"] = "procent"
    elif isinstance(pending, type) and issubclass(pending, BaseModel):
        spec.update(kind="record", model=pending)
    return spec


def _variants(options: Iterable[Any]) -> tuple[tuple[str, type[BaseModel]], ...]:
    """Models that a `soort` tells apart, by that word."""
    models = [one for one in options if isinstance(one, type) and issubclass(one, BaseModel)]
    return tuple((get_args(one.model_fields["soort"].annotation)[0], one) for one in models)
