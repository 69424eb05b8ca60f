"""Timelines in a line of Dutch, for a finding or a comment."""

from __future__ import annotations

from ...model.kinds import event_models
from ...model.words import plain
from ...records.tree import Tree
from .judge import Judge, View
from .plan import Plan


def timeline_words(view: View, judge: Judge) -> str:
    """`observatie (ondersteuning_gewenst: ja), oudercontact`: the events, with the fields that matter."""
    return "; ".join(_event(view.plan, index, judge) for index in range(len(view.plan.events))) or "een lege tijdlijn"


def _event(plan: Plan, index: int, judge: Judge) -> str:
    event = plan.events[index]
    fields = judge.sampler.fields(event.kind, event.wants) or {}
    asked = sorted({want.test.field for want in event.wants} - {"id"})
    defaults = event_models()[event.kind].model_fields
    parts = []
    for name in asked:
        if name in fields:
            parts.append(f"{name}: {_value(fields[name])}")
        else:
            default = defaults[name].get_default()
            parts.append(f"{name}: {default}" if isinstance(default, str) else f"zonder {name}")
    return f"{plain(event.kind)} ({', '.join(parts)})" if parts else plain(event.kind)


def _value(tree: Tree) -> str:
    if isinstance(tree, list):
        return " en ".join(_value(one) for one in tree) or "leeg"
    if isinstance(tree, dict):
        return " ".join(_value(one) for one in tree.values())
    return tree
