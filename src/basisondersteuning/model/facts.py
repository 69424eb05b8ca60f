"""What rules see of a record that is no dossier: *facts*, each of a kind, with fields and sometimes a day.

A dossier is a timeline already. A SOP is a header with lists of blocks and a short timeline; every block is a fact, so that
a rule reads the same over each of them and its evidence is the line of that block.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Literal, NamedTuple, TypeAlias, get_args

from .base import Gebeurtenis, Model

Over: TypeAlias = Literal["dossier", "sop", "kengetallen"]
"""Which record a rule is about."""

FACT_RECORDS: tuple[str, ...] = ("sop", "kengetallen")
"""The kinds of record that rules see as facts."""

EVERY_RECORD: tuple[str, ...] = ("dossier", *FACT_RECORDS)
"""The kinds of record that rules are about."""

_BLOCKS = {
    "sop": {
        "aspect": "aspecten",
        "ijkpunt": "ijkpunten",
        "interventie": "interventies",
        "protocol": "protocollen",
        "intern_begeleider": "interne_begeleiding",
        "bekostiging": "bekostiging",
        "ondersteuningsteam": "ondersteuningsteam",
        "orthopedagoog": "orthopedagoog",
        "deskundigheid": "deskundigheid",
        "netwerkpartner": "netwerkpartners",
        "wijkteam": "wijkteam",
        "hgw_kenmerk": "hgw",
        "voorziening": "voorzieningen",
        "grens": "grenzen",
        "ambitie": "ambities",
        "schoolkengetal": "kengetallen",
    },
    "kengetallen": {"telling": "tellingen", "deelnamecijfer": "deelname", "oordeel": "oordelen"},
}
"""For each kind of fact the field of the record that holds it."""


class FactKind(NamedTuple):
    """A kind of fact. `field` is where the record holds it; None for the record itself and for what `bo` derives."""

    kind: str
    model: type[Model]
    field: str | None
    dated: bool


@cache
def fact_kinds(over: str) -> dict[str, FactKind]:
    """Every kind of fact in a kind of record, by its word; empty for a dossier, which has events instead."""
    if over not in FACT_RECORDS:
        return {}
    from .kinds import record_model
    from .reflect import fields_of

    record = record_model(over)
    assert record is not None
    fields = fields_of(record)
    found = {over: FactKind(over, record, None, False)}
    for kind, field in _BLOCKS[over].items():
        model = fields[field].model
        assert model is not None and issubclass(model, Model)
        found[kind] = FactKind(kind, model, field, issubclass(model, Gebeurtenis))
    if over == "sop":
        for one in get_args(import_module("basisondersteuning.model.sop").SopGebeurtenis):
            kind = get_args(one.model_fields["soort"].annotation)[0]
            found[kind] = FactKind(kind, one, "tijdlijn", True)
    else:
        derived = import_module("basisondersteuning.model.kengetallen").Kengetal
        found["kengetal"] = FactKind("kengetal", derived, None, True)
    return found


def kinds_over(over: str) -> dict[str, type[Model]]:
    """The model of every kind that a rule over this record can name."""
    if over == "dossier":
        from .kinds import event_models

        return dict(event_models())
    return {kind: one.model for kind, one in fact_kinds(over).items()}
