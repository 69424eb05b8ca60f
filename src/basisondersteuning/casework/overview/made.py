"""From a judged dossier to its card, and from a meeting to its agenda."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from ...model.dossier import Dossier
from ...model.events_team import OtBespreking
from ...model.ot import Ot
from ...norms.frame import Rule
from ...norms.timeline import Timeline
from ...norms.verdict import StrandVerdict, Verdict
from ...records.load import Loaded
from ..assess import Assessment
from ..running import running
from ..tasks import Task
from .card import Agenda, Ahead, Card, Duty, Line, Mark, Turn, Waived, What


def card_of(assessment: Assessment) -> Card | None:
    """The card of a dossier; None when it could not be judged."""
    verdict = assessment.verdict
    if verdict is None:
        return None
    record = cast("Dossier", assessment.loaded.record)
    timeline = Timeline(record, verdict.peildatum)
    rules = {one.rule.code: one.rule for one in verdict.all_activations}
    findings = assessment.findings
    codes = ("geen", *(level.code for level in verdict.frame.levels))
    return Card(
        assessment.loaded.name,
        record.school,
        record.leerling.id,
        record.leerling.roepnaam,
        record.leerling.groep,
        tuple(_line(one, codes) for one in verdict.strands),
        tuple(_duty(one, rules[one.card.code]) for one in assessment.tasks),
        tuple(_waived(verdict)),
        tuple(Mark(one.day, one.kind, one.strand) for one in timeline.entries),
        tuple(_ahead(record, verdict)),
        timeline.entries[-1].day if timeline.entries else None,
        verdict.ended,
        len(findings),
        min((one.severity for one in findings), key=lambda one: one.rank, default=None),
    )


def agenda_of(loaded: Loaded) -> Agenda | None:
    """Whose pupils come up in a meeting; None when there are mistakes in the file."""
    record = loaded.record
    if not isinstance(record, Ot) or not loaded.sound:
        return None
    return Agenda(record.school, record.datum, f"{record.begin:%H:%M}", tuple(one.leerling for one in record.agenda))


def _line(one: StrandVerdict, codes: tuple[str, ...]) -> Line:
    return Line(
        one.strand.name,
        codes[one.rank],
        codes[one.supported],
        one.supported_since or one.since,
        one.next_level.code if one.ready and one.next_level is not None else None,
        tuple(_turns(one, codes)),
    )


def _turns(one: StrandVerdict, codes: tuple[str, ...]) -> Iterator[Turn]:
    sound = True
    for step in one.steps:
        move = step.transition
        sound = not move.up or (step.supported and sound)
        yield Turn(move.day, codes[move.before], codes[move.after], sound)


def _duty(task: Task, rule: Rule) -> Duty:
    card = task.card
    return Duty(
        card.code,
        card.title,
        rule.raw.waarom,
        card.role,
        card.short,
        card.question or card.action,
        task.status,
        card.severity,
        task.due,
        task.day,
        task.strand,
        task.times,
    )


def _waived(verdict: Verdict) -> Iterator[Waived]:
    """The departures that hold on the day, of rules that the frame knows."""
    for one in verdict.waivers:
        rule = verdict.frame.by_code.get(one.regel)
        if rule is not None and one.datum <= verdict.peildatum and (one.tot is None or one.tot >= verdict.peildatum):
            yield Waived(rule.code, rule.title, rule.role, one.tot)


def _ahead(record: Dossier, verdict: Verdict) -> Iterator[Ahead]:
    """The dates ahead that the dossier itself names; a closed dossier has none."""
    if verdict.ended is not None:
        return
    day = verdict.peildatum
    found = [
        Ahead(one.until, What.EVALUATION, one.strand)
        for one in running(record, day)
        if one.until is not None and one.until >= day
    ]
    found += [
        Ahead(one.evaluatiedatum, What.RETURN, _only(one.vakgebied))
        for one in record.tijdlijn
        if isinstance(one, OtBespreking) and one.datum <= day and one.evaluatiedatum is not None and one.evaluatiedatum >= day
    ]
    yield from sorted(set(found), key=_order)


def _only(areas: Sequence[str] | None) -> str | None:
    return areas[0] if areas is not None and len(areas) == 1 else None


def _order(one: Ahead) -> tuple[date, str, str]:
    return one.day, one.what, one.strand or ""
