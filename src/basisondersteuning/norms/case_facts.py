"""The facts that a test of a frame gives instead of a timeline: small, and read by the models of the records themselves."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from ..findings.catalogue import frame as codes
from ..findings.catalogue import shape
from ..model.base import Model
from ..model.facts import FACT_RECORDS, FactKind, fact_kinds
from ..model.reflect import fields_of
from ..records.nearmiss import nearest
from ..records.tree import Path
from .facts import Fact
from .problems import Problems

_FILLED = {"school": "99XX00", "naam": "School", "schooljaar": "2026-2027", "bron": "proef"}
"""What a test need not say: it is the same for every school, and no rule looks at it."""


def facts_of_case(raw: list[dict[str, Any]], path: Path, problems: Problems) -> tuple[str, list[Fact]] | None:
    """The facts of a test, and the record that they are about; None after a mistake."""
    over = max(
        FACT_RECORDS, key=lambda one: sum(str(each.get("soort")) in fact_kinds(one) for each in raw)
    )  # both know an `oordeel`
    kinds = fact_kinds(over)
    facts: list[Fact] = []
    for index, one in enumerate(raw):
        here = [*path, index]
        kind = kinds.get(str(one.get("soort")))
        if kind is None:
            where = [*here, "soort"] if "soort" in one else here
            message = "Dit soort feit bestaat niet." if "soort" in one else "Dit feit noemt geen `soort`."
            problems.add(codes.EVENT_KIND, where, message, word=one.get("soort"), options=kinds)
            continue
        record = _read(one, kind, here, problems)
        if record is not None:
            day = record.__dict__.get("datum") if kind.dated else None
            facts.append(Fact(kind.kind, record.__dict__, here, day))
    return (over, facts) if len(facts) == len(raw) else None


def _read(raw: dict[str, Any], kind: FactKind, path: Path, problems: Problems) -> Model | None:
    fields = kind.model.model_fields
    given = dict(raw) if "soort" in fields else {key: one for key, one in raw.items() if key != "soort"}
    for name, value in _FILLED.items():
        if name in fields and fields[name].is_required() and fields_of(kind.model)[name].kind == "tekst":
            given.setdefault(name, value)
    try:
        return kind.model.model_validate(given)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            name = str(detail["loc"][0]) if detail["loc"] else ""
            meant = nearest(name, fields) if detail["type"] == "extra_forbidden" else None
            if detail["type"] == "missing":
                problems.add(shape.MISSING, path, f"Bij dit feit ontbreekt `{name}`.")
            else:
                remedy = f"Bedoelde u `{meant}`?" if meant else ""
                known = detail["type"] != "extra_forbidden"
                message = "Deze waarde past niet bij dit veld." if known else "Dit soort feit heeft dit veld niet."
                problems.add(codes.CASE_RULE, [*path, *detail["loc"][:1]], message, remedy=remedy)
        return None
