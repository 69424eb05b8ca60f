"""The verdict on one dossier as data: stable keys, no names and no text from the record."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from typing import Any

from ..findings.finding import readable
from ..findings.render_json import as_data
from ..norms.timeline import Entry
from ..norms.verdict import Activation, StrandVerdict, Verdict
from .assess import Assessment
from .receipt import receipt
from .rows import Narrow


def verdict_data(assessment: Assessment, narrow: Narrow, *, excerpts: bool = False) -> dict[str, Any]:
    """One dossier with its verdict; a file that could not be judged has `oordeel: null` and its findings."""
    loaded, verdict = assessment.loaded, assessment.verdict
    data: dict[str, Any] = {
        "bestand": readable(loaded.name),
        "bevindingen": [as_data(one, excerpts=excerpts) for one in assessment.findings],
    }
    if verdict is None:
        return {**data, "oordeel": None}
    data["leerling"] = verdict.pupil
    data["oordeel"] = _verdict(assessment, verdict)
    if assessment.origin is not None and loaded.source is not None:
        data["bewijs"] = receipt(loaded.name, loaded.source.data, data["oordeel"], assessment.origin)
    keep = [narrow.keeps_task(task) for task in assessment.tasks]
    data["oordeel"]["te_doen"] = list(compress(data["oordeel"]["te_doen"], keep))
    return data


def _verdict(assessment: Assessment, verdict: Verdict) -> dict[str, Any]:
    codes = ("geen", *(level.code for level in verdict.frame.levels))
    leading = verdict.leading
    return {
        "peildatum": verdict.peildatum.isoformat(),
        "normenkader": {"code": verdict.frame.code, "vingerafdruk": verdict.frame.digest},
        "niveau": codes[leading.supported] if leading else "geen",
        "lijnen": [_strand(one, codes, assessment) for one in verdict.strands],
        "te_doen": [
            {
                "regel": task.card.code,
                "toestand": task.status.value,
                "ernst": task.card.severity.value,
                "keer": task.times,
                "wie": task.card.role,
                "doe": task.card.action,
                "uiterlijk": task.due.isoformat() if task.due else None,
                "vakgebied": task.strand,
                "aanleiding": {"datum": task.day.isoformat(), "regelnummer": task.line} if task.line else None,
                "ontbreekt": [{"veld": name, "regelnummer": line} for name, line in task.missing],
            }
            for task in assessment.tasks
        ],
        "regels": [_activation(one, assessment) for one in verdict.all_activations],
        "afgesloten": verdict.ended.isoformat() if verdict.ended else None,
    }


def _strand(one: StrandVerdict, codes: tuple[str, ...], assessment: Assessment) -> dict[str, Any]:
    return {
        "vakgebied": one.strand.name,
        "niveau": codes[one.supported],
        "sinds": one.supported_since.isoformat() if one.supported_since else None,
        "gegeven_niveau": codes[one.rank],
        "verloop": [
            {
                "datum": step.transition.day.isoformat(),
                "van": codes[step.transition.before],
                "naar": codes[step.transition.after],
                "onderbouwd": step.supported,
                "overgeslagen": [level.code for level in step.skipped],
                "regelnummer": _line(step.transition.cause, assessment),
            }
            for step in one.steps
        ],
        "volgende": {
            "niveau": one.next_level.code,
            "gereed": one.ready,
            "voorwaarden": [_activation(item, assessment) for item in one.conditions],
        }
        if one.next_level is not None
        else None,
    }


def _activation(one: Activation, assessment: Assessment) -> dict[str, Any]:
    data: dict[str, Any] = {
        "regel": one.rule.code,
        "toestand": one.status.value,
        "ernst": one.rule.severity.value,
        "vakgebied": one.strand,
        "datum": one.day.isoformat(),
        "uiterlijk": one.due_day.isoformat() if one.due_day else None,
        "bewijs": _lines(one.outcome.evidence, assessment),
        "bron": one.rule.source,
    }
    if one.entry is not None:
        data["aanleiding"] = _line(one.entry, assessment)
    if one.outcome.missing:
        data["ontbreekt"] = sorted({name for _, name in one.outcome.missing})
    if one.exception is not None:
        data["uitzondering"] = one.exception
    if one.waiver is not None:
        data["afwijking"] = assessment.loaded.line(("afwijkingen", one.waiver))
    return data


def _lines(entries: Iterable[Entry], assessment: Assessment) -> list[int]:
    return [_line(entry, assessment) for entry in entries if entry.index >= 0]


def _line(entry: Entry, assessment: Assessment) -> int:
    return assessment.loaded.event_line(entry.index)
