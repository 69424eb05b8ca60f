"""What meetings add to dossiers, as data: stable keys, and no names or text of a record."""

from __future__ import annotations

from typing import Any

from ...findings.finding import readable
from ...findings.render_json import as_data
from ...norms.verdict import Activation
from ..effect import effect
from .process import Plan


def plan_data(plan: Plan) -> dict[str, Any]:
    """One pupil. `erbij` counts what is added under each key; `gevolg` is null where nothing is added."""
    return {
        "leerling": plan.pupil,
        "bestand": readable(plan.dossier.name) if plan.dossier is not None else None,
        "agendapunten": [
            {
                "bestand": readable(point.meeting.name),
                "regelnummer": point.meeting.line(("agenda", point.number)),
                "datum": point.ot.datum.isoformat(),
                "vakgebied": point.item.vakgebied or [],
                "stand": state.value,
            }
            for point, state in plan.states
        ],
        "erbij": {key: len(items) for key, items in plan.additions.items()} if plan.new is not None else {},
        "gevolg": _effect(plan),
        "geschreven": plan.written,
        "bevindingen": [as_data(one) for one in plan.findings],
    }


def _effect(plan: Plan) -> dict[str, Any] | None:
    before, after = (one.verdict if one is not None else None for one in (plan.before, plan.after))
    if before is None or after is None:
        return None
    found = effect(before, after)
    return {
        "peildatum": after.peildatum.isoformat(),
        "lijnen": [
            {
                "vakgebied": one.strand,
                "niveau": {"voor": one.before.supported, "na": one.after.supported},
                "gegeven_niveau": {"voor": one.before.given, "na": one.after.given},
            }
            for one in found.levels
        ],
        "gedaan": [_duty(one) for one in found.met],
        "vervalt": [_duty(one) for one in (*found.waived, *found.lapsed)],
        "te_doen": [_duty(one) for one in found.born],
    }


def _duty(one: Activation) -> dict[str, Any]:
    return {
        "regel": one.rule.code,
        "toestand": one.status.value,
        "ernst": one.rule.severity.value,
        "wie": one.rule.role,
        "doe": one.rule.action,
        "uiterlijk": one.due_day.isoformat() if one.due_day else None,
        "vakgebied": one.strand,
    }
