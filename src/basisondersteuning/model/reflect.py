"""What fields a model has, as data: for reference checks, for checking norm frames and for explaining."""

from __future__ import annotations

import types
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from .references import EventRef, PersonRef


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a model.

    `kind` is one of tekst, keuze, datum, tijd, ja_nee, getal, persoon, gebeurtenis, record. `optional` means that it may
    be left out and is then unknown; a field with a default of its own is never unknown.
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
        )
    return found


def _describe(annotation: Any, metadata: Iterable[Any]) -> dict[str, Any]:
    spec: dict[str, Any] = {"kind": "tekst", "many": False, "values": (), "roles": (), "kinds": (), "model": None}
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
                return {**spec, "kind": "record"}
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
    elif isinstance(pending, type) and issubclass(pending, BaseModel):
        spec.update(kind="record", model=pending)
    return spec
