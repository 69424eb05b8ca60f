"""Why an activation has its status, as data: rule, condition, evidence, the values read, the arithmetic of the term.

A trace is made on demand, from the same compiled tests that gave the verdict, so it cannot tell another story.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from .calendar import Due
from .evaluate import Evaluation
from .pattern import MAYBE, NO, YES, Anchor, Pattern, strand_outcome
from .pattern_compile import TRANSITION
from .requirement import Combination, Judgement, Must, Never, Outcome, Precedence, Requirement, Response, Situation
from .status import Status
from .timeline import Entry, Strands, one_strand
from .verdict import Activation

_ANSWERS = {NO: "nee", MAYBE: "onbekend", YES: "ja"}


class Reading(NamedTuple):
    """One value that was read: the test, the path of the value in the record, and the answer (ja, nee, onbekend)."""

    test: str
    path: tuple[str | int, ...]
    answer: str


class Looked(NamedTuple):
    """One event that was looked at for a pattern, with everything read from it and why it counts or not.

    `remark` says what else decided: another strand, another niveau, outside the period.
    """

    entry: Entry
    answer: str
    readings: tuple[Reading, ...]
    remark: str = ""


@dataclass(slots=True)
class TraceNode:
    """One requirement with its status; `parts` are the alternatives or parts of a combination."""

    form: str
    asked: str
    status: Status
    due: Due | None = None
    provenance: str = ""
    looked: list[Looked] = field(default_factory=list)
    parts: list[TraceNode] = field(default_factory=list)


@dataclass(slots=True)
class Trace:
    """The whole story of one activation."""

    activation: Activation
    trigger: list[Reading]
    requirement: TraceNode
    exceptions: list[tuple[str, TraceNode]]


def trace(activation: Activation, evaluation: Evaluation) -> Trace:
    """Tell how `activation` came to its status in `evaluation`."""
    rule = activation.rule
    entry = activation.entry if activation.entry is not None else evaluation.ahead_entry(activation)
    strands: Strands | None = entry.strands if activation.strand is None else one_strand(activation.strand)
    situation = evaluation.situation(rule, entry, strands, activation)
    trigger = []
    if activation.entry is not None and entry.kind != TRANSITION:
        pattern = next((one for one in rule.triggers if one.kind == entry.kind), None)
        trigger = list(_readings(pattern, entry, situation)) if pattern is not None else []
    return Trace(
        activation,
        trigger,
        _node(rule.requirement, activation.outcome, situation),
        [(one.name, _node(one.requirement, one.requirement.evaluate(situation), situation)) for one in rule.exceptions],
    )


def _node(requirement: Requirement, outcome: Outcome, situation: Situation) -> TraceNode:
    if isinstance(requirement, Combination):
        node = TraceNode("alle" if requirement.every else "een van", "", outcome.status, outcome.due)
        node.parts = [_node(part, part.evaluate(situation), situation) for part in requirement.parts]
        return node
    if isinstance(requirement, Judgement):
        return TraceNode("oordeel", requirement.question, outcome.status, looked=_judgements(situation))
    assert isinstance(requirement, Response | Precedence | Must | Never)
    form = {Response: "dan", Precedence: "vooraf", Must: "moet", Never: "nooit"}[type(requirement)]
    deadline = requirement.deadline
    provenance = ""
    if deadline is not None:
        provenance = deadline.provenance if deadline.setting is None else f"{deadline.provenance}, instelling {deadline.setting}"
    pattern = requirement.pattern
    if isinstance(requirement, Must):
        asked = "; ".join(test.words for test in pattern.tests)
        entry = situation.anchor.entry
        answer = _ANSWERS[_matched(pattern, entry, situation)]
        looked = [Looked(entry, answer, tuple(_readings(pattern, entry, situation)))]
        return TraceNode(form, asked, outcome.status, outcome.due, provenance, looked)
    looked = [_look(requirement, one, outcome, situation) for one in situation.timeline.by_kind.get(pattern.kind, ())]
    return TraceNode(form, pattern.words, outcome.status, outcome.due, provenance, looked)


def _look(requirement: Response | Precedence | Never, entry: Entry, outcome: Outcome, situation: Situation) -> Looked:
    pattern = requirement.pattern
    readings = tuple(_readings(pattern, entry, situation))
    answer = _matched(pattern, entry, situation)
    remark = ""
    if pattern.same_strand and strand_outcome(entry, situation.anchor) == NO:
        remark = f"ander vakgebied ({', '.join(sorted(entry.strands or ()))})"
    elif pattern.level is not None and situation.level_of(entry) != pattern.level:
        answer, remark = NO, f"liep op niveau {situation.level_of(entry)}, niet op {pattern.level}"
    elif entry is situation.anchor.entry:
        answer, remark = NO, "is zelf de aanleiding"
    elif answer != NO:
        remark = _period(requirement, entry.day, situation, outcome)
        if entry in outcome.evidence:
            remark = remark or "dit is het bewijs"
        elif pattern.latest and isinstance(requirement, Precedence) and entry.day <= situation.anchor.entry.day and not remark:
            remark = "alleen de laatste telt" if outcome.evidence or outcome.status is not Status.VOLDAAN else ""
    return Looked(entry, _ANSWERS[answer], readings, remark)


def _matched(pattern: Pattern, entry: Entry, situation: Situation) -> int:
    answer = pattern.match(entry, situation.timeline, situation.anchor)
    return min(answer, strand_outcome(entry, situation.anchor)) if pattern.same_strand else answer


def _period(requirement: Response | Precedence | Never, day: date, situation: Situation, outcome: Outcome) -> str:
    start = situation.anchor.entry.day
    if isinstance(requirement, Precedence):
        if day > start:
            return "ligt na de aanleiding"
        if situation.climb.since is not None and day <= situation.climb.since:
            return "ligt voor de laatste afschaling"
        first = requirement.first_day(situation)
        if first is not None and day < first:
            return "ligt voor de gebeurtenis waarna het pas telt"
        return ""
    if day < start:
        return "ligt voor de aanleiding"
    if outcome.due is not None and day > outcome.due.day:
        return "na de termijn"
    return ""


def _readings(pattern: Pattern | None, entry: Entry, situation: Situation) -> list[Reading]:
    tests = pattern.tests if pattern is not None else ()
    anchor: Anchor = situation.anchor
    return [
        Reading(test.words, ("tijdlijn", entry.index, test.field), _ANSWERS[test.outcome(entry, situation.timeline, anchor)])
        for test in tests
    ]


def _judgements(situation: Situation) -> list[Looked]:
    return [
        Looked(one, "ja" if one.values["voldoet"] else "nee", (Reading("voldoet", ("tijdlijn", one.index, "voldoet"), ""),))
        for one in situation.timeline.by_kind.get("oordeel", ())
        if one.values["regel"] == situation.rule
    ]
