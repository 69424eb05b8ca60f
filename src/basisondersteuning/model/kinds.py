"""Which kinds of record there are, and of event; the models are imported only when a record needs them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import get_args

from .base import Gebeurtenis, Model

RECORD_KINDS = {
    "dossier": ("dossier", "Dossier"),
    "normenkader": ("frame", "Normenkader"),
    "kaderproeven": ("frame_beside", "Kaderproeven"),
    "kaderherzieningen": ("frame_beside", "Kaderherzieningen"),
    "ot": ("ot", "Ot"),
    "instellingen": ("settings", "Instellingen"),
    "sop": ("sop", "Sop"),
    "kengetallen": ("kengetallen", "Kengetallen"),
    "samenwerkingsverband": ("swv", "Samenwerkingsverband"),
}


@cache
def record_model(kind: str) -> type[Model] | None:
    """The model of a kind of record; None for a kind that does not exist."""
    if kind not in RECORD_KINDS:
        return None
    module, name = RECORD_KINDS[kind]
    model: type[Model] = getattr(import_module(f"basisondersteuning.model.{module}"), name)
    return model


@cache
def event_models() -> dict[str, type[Gebeurtenis]]:
    """The model of every kind of event, by its `soort`."""
    from .dossier import Gebeurtenissoort

    return {get_args(one.model_fields["soort"].annotation)[0]: one for one in get_args(Gebeurtenissoort)}
