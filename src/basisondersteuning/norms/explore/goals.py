"""What a timeline is looked for: a niveau reached, a niveau left, rules that apply, rules that are met.

A goal is reached when nothing is needed any more. Needs are read off the verdict, so that a goal is what the engine says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple, Protocol

from ...findings.finding import Severity
from ..frame import Rule
from ..pattern_compile import TRANSITION
from ..requirement import Combination, Requirement, Situation
from ..status import Status
from ..verdict import Activation
from .duties import Duties, Need
from .instance import Match, wanting
from .judge import View
from .plan import Plan, Want
from .repair import Repairs, some

FINE = (Status.VOLDAAN, Status.NIET_VAN_TOEPASSING)
"""What is asked of a rule in a timeline where all goes well; only what is met, or does not apply, counts."""


class Tools(NamedTuple):
    """What goals share under one frame. `down` steps down, by rank; `ends` end the dossier."""

    repairs: Repairs
    duties: Duties
    down: tuple[Match, ...]
    ends: tuple[Match, ...]


class Goal(Protocol):
    """Something a timeline can reach."""

    def needs(self, view: View, tools: Tools) -> list[Need]:
        """What is still lacking; nothing when the goal is reached."""
        ...


class Applies(NamedTuple):
    """A rule is activated, and no exception takes it away."""

    rule: Rule

    def needs(self, view: View, tools: Tools) -> list[Need]:
        """What is still lacking."""
        found = activations(view, self.rule)
        if any(one.status not in (Status.NIET_VAN_TOEPASSING, Status.ONBEKEND) for one in found):
            return []
        return [_another(view, self.rule, found, tools)]


class Met(NamedTuple):
    """A rule is activated, and met at least once and wherever it applies."""

    rule: Rule

    def needs(self, view: View, tools: Tools) -> list[Need]:
        """What is still lacking."""
        found = activations(view, self.rule)
        unmet = [_settle(view, one, tools) for one in found if one.status not in FINE]
        if unmet or any(one.status is Status.VOLDAAN for one in found):
            return unmet
        return [_another(view, self.rule, found, tools)]


class Together(NamedTuple):
    """Several goals in one timeline."""

    goals: tuple[Goal, ...]

    def needs(self, view: View, tools: Tools) -> list[Need]:
        """What is still lacking."""
        return [need for goal in self.goals for need in goal.needs(view, tools)]


class Broken(NamedTuple):
    """Rules that apply together, of which one is broken: by what was done for another, where they clash."""

    rules: tuple[Rule, ...]

    def needs(self, view: View, tools: Tools) -> list[Need]:
        """What is still lacking."""
        absent = Together(tuple(Applies(one) for one in self.rules)).needs(view, tools)
        if absent or any(one.status.failed for rule in self.rules for one in activations(view, rule)):
            return absent
        return Together(tuple(Met(one) for one in self.rules)).needs(view, tools)


class Reached(NamedTuple):
    """A niveau is the niveau at which support is given, and every step on the way met its conditions."""

    rank: int

    def needs(self, view: View, tools: Tools) -> list[Need]:
        """What is still lacking."""
        strand = view.strand
        if strand is None or strand.rank < self.rank:
            places = range(len(view.plan.events), -1, -1)
            now = strand.rank if strand is not None else 0
            return [Need("", lambda: tools.repairs.start(view, self.rank, places), ("begint", self.rank, now))]
        steps = strand.strand.steps
        if strand.rank > self.rank:
            high = next(one for one in steps if one.after > self.rank)
            repair = partial(tools.duties.not_starting, view.plan, high.cause.index, high.after)
            return [Need("", repair, ("te hoog", strand.rank))]
        unmet = [one for step in strand.steps for one in step.conditions if one.status not in FINE]
        return [_settle(view, one, tools) for one in unmet]


class Left(NamedTuple):
    """A niveau that was reached is left: by a step down, or by the end of the dossier; what must hold then is met.

    Rules that only advise or warn do not keep anyone at a niveau.
    """

    rank: int

    def needs(self, view: View, tools: Tools) -> list[Need]:
        """What is still lacking."""
        strand = view.strand
        steps = strand.steps if strand is not None else []
        unmet = [one for step in steps for one in step.conditions if one.status not in FINE]
        if unmet or not any(one.transition.after == self.rank for one in steps):
            return Reached(self.rank).needs(view, tools)
        leaving = [one.transition.cause.index for one in steps if one.transition.before == self.rank and not one.transition.up]
        if view.verdict.ended is not None:
            leaving.append(len(view.plan.events) - 1)
        if not leaving:
            return [Need("", lambda: self._leave(view, tools), ("verlaat", self.rank))]
        after = [one for one in view.verdict.all_activations if one.entry is not None and one.entry.index in leaving]
        return [_settle(view, one, tools) for one in after if one.status not in FINE and one.rule.severity is Severity.FOUT]

    def _leave(self, view: View, tools: Tools) -> Iterator[Plan]:
        end = len(view.plan.events)
        for match in (*tools.down[: self.rank], *tools.ends):
            yield from tools.repairs.anywhere(view.plan, match, (end,))


def activations(view: View, rule: Rule) -> list[Activation]:
    """Where a rule applies in a timeline, as an ordinary rule or as a condition of a step that was made."""
    return [one for one in view.verdict.all_activations if one.rule is rule]


def _another(view: View, rule: Rule, taken: list[Activation], tools: Tools) -> Need:
    """An activation where there is none, or where exceptions take away all there are."""

    def repairs() -> Iterator[Plan]:
        for one in taken:
            yield from _settled(view, one, tools)
        yield from _occasions(view, rule, tools)

    return Need(f"{rule.code} is niet aan de orde", repairs, (rule.code, len(taken)))


def _occasions(view: View, rule: Rule, tools: Tools) -> Iterator[Plan]:
    """Events that give rise to a rule."""
    places = range(len(view.plan.events), -1, -1)
    if rule.condition_for:
        yield from tools.repairs.start(view, rule.condition_for, places)
        return
    for pattern in rule.triggers:
        if pattern.kind != TRANSITION:
            yield from tools.repairs.anywhere(view.plan, tools.repairs.match(pattern), places)
            continue
        codes = view.evaluation.history.codes
        tests = {test.field: test for test in pattern.tests}
        allowed = {
            name: [
                rank
                for rank, code in enumerate(codes)
                if name not in tests or tests[name].check(code, view.evaluation.timeline, None)
            ]
            for name in ("van", "naar")
        }
        for before in allowed["van"]:
            for after in allowed["naar"]:
                yield from _transition(view, before, after, tools)


def _transition(view: View, before: int, after: int, tools: Tools) -> Iterator[Plan]:
    """A step from one rank to another: the step itself, and before it what brings the strand where it starts from."""
    end = len(view.plan.events)
    steps = view.strand.strand.steps if view.strand is not None else []
    for step in steps:
        if step.after == after and step.before < before:
            yield from tools.repairs.start(view, before, range(step.cause.index, -1, -1))
    if before and not any(step.after == before for step in steps):
        yield from tools.repairs.start(view, before, range(end, -1, -1))
    if after > before:
        yield from tools.repairs.start(view, after, range(end, -1, -1))
    elif after < before:
        yield from tools.repairs.anywhere(view.plan, tools.down[after], range(end, -1, -1))


def _in_order(match: Match) -> list[Want]:
    return sorted(match.wants, key=lambda one: one.test.words)


def _settle(view: View, activation: Activation, tools: Tools) -> Need:
    words = f"{activation.rule.code} is {activation.status.words}"
    assert activation.entry is not None
    parts = tuple(_parts(activation.rule.requirement, view.situation(activation)))
    return Need(
        words, lambda: _settled(view, activation, tools), (activation.rule.code, activation.status, parts), activation.entry.index
    )


def _parts(requirement: Requirement, situation: Situation) -> Iterator[Status]:
    """The status of each part that is no combination."""
    if isinstance(requirement, Combination):
        for part in requirement.parts:
            yield from _parts(part, situation)
    else:
        yield requirement.evaluate(situation).status


def _settled(view: View, activation: Activation, tools: Tools) -> Iterator[Plan]:
    """Changes after which an activation may be met, or is no activation any more."""
    rule = activation.rule
    assert activation.entry is not None
    place = activation.entry.index
    plan = view.plan
    situation = view.situation(activation)
    named = [one for one in rule.exceptions if one.name == activation.exception]
    if activation.status is Status.NIET_VAN_TOEPASSING and not named:
        for match, index in (
            (one, index) for one in tools.ends for index, event in enumerate(plan.events) if event.kind == one.kind
        ):
            yield from (grown for want in _in_order(match) for grown in some(wanting(plan, index, want.test, False)))
            yield plan.moved(index, len(plan.events))
            yield plan.without([index])
        return
    if activation.status in (Status.NIET_VAN_TOEPASSING, Status.ONBEKEND):
        for exception in named or rule.exceptions:
            yield from tools.repairs.unmeet(exception.requirement, situation, view, place)
    triggers = [one for one in rule.triggers if one.kind == plan.events[place].kind]
    if activation.status is Status.ONBEKEND:
        for trigger in triggers:
            yield from tools.repairs.anywhere(plan, tools.repairs.match(trigger), (place,))
    if activation.status is not Status.NIET_VAN_TOEPASSING:
        yield from tools.repairs.meet(rule.requirement, view.situation(activation), view, place)
        for exception in rule.exceptions:
            yield from tools.repairs.meet(exception.requirement, view.situation(activation), view, place)
    if rule.first_only and not rule.condition_for:
        for trigger in triggers:
            yield from tools.repairs.anywhere(plan, tools.repairs.match(trigger), range(place, -1, -1))
    for trigger in triggers:
        yield from (grown for test in trigger.tests for grown in some(wanting(plan, place, test, False)))
    yield plan.without([place])
