"""Judge the SOP of one school by the norms about SOPs, and give it as one small row."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, timedelta

from ...casework.assess import Assessor
from ...findings.finding import Finding, Norm, Severity
from ...model.sop import Sop
from ...norms.facts import NOT_JUDGED, FactVerdict, facts_of, judge_facts
from ...norms.status import URGENCY, Status
from ...norms.verdict import Activation
from ...records.load import Loaded
from .row import Cell, SopRow

SOON = timedelta(weeks=26)
"""How long before its last day a term that still runs is worth a remark. A setting of `bo`: no source gives one."""


@dataclass(slots=True)
class SopAssessment:
    """What one SOP file gave; `verdict` and `row` are None when it could not be judged."""

    loaded: Loaded
    verdict: FactVerdict | None = None
    row: SopRow | None = None
    norm_findings: list[Finding] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        """Findings on the record, and on the norms it does not keep or that nobody can judge, in order of place."""
        return sorted([*self.loaded.findings, *self.norm_findings], key=lambda one: one.sort_key)


def assess_sop(loaded: Loaded, assessor: Assessor) -> SopAssessment:
    """Judge a SOP that has been read, under an open set-up; without a verdict when it has mistakes of form.

    Raises ValueError for a set-up that was opened without the rules about SOPs: nothing would be judged, and nobody told.
    """
    if "sop" not in assessor.over:
        raise ValueError("this set-up was opened without the rules about SOPs")
    record = loaded.record
    if not isinstance(record, Sop) or not loaded.sound or assessor.series is None or assessor.frame is None:
        return SopAssessment(loaded)
    verdict = judge_facts(
        "sop",
        facts_of(record, "sop"),
        record.afwijkingen,
        assessor.series,
        assessor.frame,
        assessor.calendar(record.school),
        assessor.setup.peildatum,
        loaded,
    )
    found = [*verdict.findings, *(_finding(one, loaded, record, assessor.setup.peildatum) for one in _worth_saying(verdict))]
    return SopAssessment(loaded, verdict, _row(loaded, record, verdict), found)


def _worth_saying(verdict: FactVerdict) -> list[Activation]:
    """What was not kept, what nobody knows, and what must be done soon."""
    soon = verdict.peildatum + SOON
    return [
        one
        for one in verdict.activations
        if one.status.failed
        or one.status in NOT_JUDGED
        or (one.status is Status.OPEN and one.due_day is not None and one.due_day <= soon)
    ]


def _finding(one: Activation, loaded: Loaded, record: Sop, peildatum: date) -> Finding:  # noqa: ARG001
    """A finding on one occasion of a rule. What is not kept weighs as the rule does, the rest is a remark."""
    rule, status = one.rule, one.status
    message = f"{rule.title}: {status.words}."
    if status is Status.ONBEKEND:
        missing = list(dict.fromkeys(name for _, name in one.outcome.missing))
        message = f"{rule.title}: niet te zien" + (f"; `{'`, `'.join(missing)}` is niet ingevuld." if missing else ".")
    elif status is Status.OPEN and one.due_day is not None:
        message = f"{rule.title}: nog te doen, uiterlijk {one.due_day:%d-%m-%Y}."
    remedy = rule.action
    if status is Status.OORDEEL_NODIG and rule.card.question:
        remedy = f"{rule.card.question} Leg het antwoord vast als `soort: oordeel` op de tijdlijn."
    path = one.entry.path if one.entry is not None and one.entry.path else ("soort",)
    severity = rule.severity if status.failed else max(rule.severity, Severity.WAARSCHUWING, key=lambda each: each.rank)
    if status in (Status.OPEN, Status.OORDEEL_NODIG):
        severity = Severity.ADVIES
    norm = Norm(rule.title, rule.source, rule.role, status.value, one.due_day)
    return Finding(rule.code, severity, loaded.place(path), message, remedy, (), record.school, None, norm)


def _row(loaded: Loaded, record: Sop, verdict: FactVerdict) -> SopRow:
    adopted = max((one.datum for one in record.tijdlijn if one.soort == "vaststelling"), default=None)
    cells = tuple(_cell(code, some) for code, some in verdict.by_rule().items())
    return SopRow(
        loaded.name,
        record.school,
        record.naam,
        record.bestuur.naam if record.bestuur else None,
        record.schooljaar,
        record.format,
        record.kader,
        adopted,
        cells,
        content_of(loaded),
    )


def _cell(code: str, activations: list[Activation]) -> Cell:
    if not activations:
        return Cell(code, None)
    status = min((one.status for one in activations), key=lambda one: URGENCY[one])
    same = [one for one in activations if one.status is status]
    return Cell(code, status, len(same), min((one.due_day for one in same if one.due_day), default=None))


_NOT_CONTENT = ("schooljaar", "format", "kader", "tijdlijn", "kengetallen")


def content_of(loaded: Loaded) -> str:
    """A fingerprint of what the school itself wrote, without the school year, the days and the format."""
    root = loaded.document.root if loaded.document is not None else {}
    kept = {key: one for key, one in root.items() if key not in _NOT_CONTENT}
    return hashlib.sha256(json.dumps(kept, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:16]
