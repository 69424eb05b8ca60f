"""A waiver: which rules can be waived for a pupil now, and the dossier with one added."""

from __future__ import annotations

from ...norms.status import URGENCY
from ...norms.verdict import Activation, Verdict
from ...records.editing import Add
from ...records.load import Loaded
from ...records.tree import Tree
from ..assess import Assessor
from .addition import Addition, changed_dossier


def open_rules(verdict: Verdict) -> dict[str, list[Activation]]:
    """What is to be done or was not kept, by rule, most urgent first."""
    undone = [one for one in verdict.all_activations if not one.status.settled]
    found: dict[str, list[Activation]] = {}
    for one in sorted(undone, key=lambda one: (URGENCY[one.status], one.rule.severity.rank, one.rule.code)):
        found.setdefault(one.rule.code, []).append(one)
    return found


def waived(loaded: Loaded, waiver: dict[str, Tree], assessor: Assessor) -> Addition:
    """The dossier with a waiver."""
    return changed_dossier(loaded, [Add(("afwijkingen",), waiver)], assessor)
