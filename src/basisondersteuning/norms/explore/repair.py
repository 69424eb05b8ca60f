"""What could make an unmet requirement met, read off its form: each repair is one small change of the plan.

Least commitment: an event that is there is made to match before a new one is put in, and only what the pattern asks is
fixed. Every place that makes a difference is tried. Whether a repair helps, the engine says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.kinds import event_models
from ...model.reflect import fields_of
from ..frame import Frame
from ..levels import Level
from ..pattern import Pattern
from ..pattern_compile import TRANSITION, PatternCompiler
from ..requirement import Combination, Deadline, Judgement, Must, Never, Outcome, Precedence, Requirement, Response, Situation
from ..status import Status
from ..timeline import Entry
from .instance import Match, constrained, inserted, match_of, wanting
from .judge import View
from .plan import Duty, Plan, Want

_SHORT = {"dagen": 4, "schooldagen": 0}
"""Terms up to this many units (of others: none at all) can end before the next school day: then the same day is tried too."""


class Repairs:
    """The repairs under one frame."""

    def __init__(self, frame: Frame, compiler: PatternCompiler) -> None:
        self.levels: tuple[Level, ...] = frame.levels
        self.compiler = compiler
        self._matches: dict[Pattern, Match] = {}

    def match(self, pattern: Pattern) -> Match:
        """The parts of a pattern."""
        if pattern not in self._matches:
            self._matches[pattern] = match_of(pattern, self.levels)
        return self._matches[pattern]

    def meet(self, requirement: Requirement, situation: Situation, view: View, place: int) -> Iterator[Plan]:
        """Changes that may make a requirement met; `place` is that of the activating event."""
        if isinstance(requirement, Combination):
            parts = requirement.parts
            if requirement.every:
                parts = tuple(one for one in parts if one.evaluate(situation).status is not Status.VOLDAAN)[:1]
            for part in parts:
                yield from self.meet(part, situation, view, place)
        elif isinstance(requirement, Judgement):
            tests = self.compiler.tests({"regel": situation.rule, "voldoet": "ja"}, fields_of(event_models()["oordeel"]), ())
            match = Match("oordeel", frozenset(Want(one) for one in tests or ()), (), (), None, frozenset())
            yield from self.beside(match, view.plan, place, False, None)
        elif isinstance(requirement, Must):
            yield from self._must(requirement, view, place)
        elif isinstance(requirement, Never):
            yield from self.avoid(requirement.pattern, requirement.evaluate(situation), view, place, before=False)
        else:
            assert isinstance(requirement, Response | Precedence)
            match = self.match(requirement.pattern)
            yield from self.beside(match, view.plan, place, isinstance(requirement, Precedence), requirement.deadline)

    def unmeet(self, requirement: Requirement, situation: Situation, view: View, place: int) -> Iterator[Plan]:
        """Changes that may make an exception no longer hold."""
        outcome = requirement.evaluate(situation)
        if isinstance(requirement, Combination):
            met = (Status.VOLDAAN, Status.TE_LAAT_VOLDAAN, Status.ONBEKEND)
            parts = tuple(one for one in requirement.parts if one.evaluate(situation).status in met)
            for part in parts if requirement.every else parts[:1]:
                yield from self.unmeet(part, situation, view, place)
        elif isinstance(requirement, Must):
            for test in requirement.pattern.tests:
                yield from some(wanting(view.plan, place, test, False))
        elif isinstance(requirement, Never):
            yield from self.beside(self.match(requirement.pattern), view.plan, place, False, requirement.deadline)
        elif isinstance(requirement, Response | Precedence):
            yield from self.avoid(requirement.pattern, outcome, view, place, before=isinstance(requirement, Precedence))
        else:
            yield from (view.plan.without([one.index]) for one in outcome.evidence)

    def _must(self, requirement: Must, view: View, place: int) -> Iterator[Plan]:
        event = view.plan.events[place]
        specs = fields_of(event_models()[event.kind])
        plan = view.plan
        for test in requirement.pattern.tests:
            if specs[test.field].kind == "gebeurtenis":
                match = match_of(Pattern(event.kind, (test,)), self.levels)
                if match.pointers and match.pointers[0][1] and event.ref(test.field) is None:
                    yield from self._pointing(view.plan, place, test.field, specs[test.field].kinds)
                    return
            else:
                plan = wanting(plan, place, test, True) or plan
        if plan != view.plan:
            yield plan

    def _pointing(self, plan: Plan, place: int, field: str, kinds: tuple[str, ...]) -> Iterator[Plan]:
        """The activating event refers to an event that is there, or to a new one."""
        event = plan.events[place]
        for one in plan.events:
            if one.key != event.key and (not kinds or one.kind in kinds):
                yield plan.changed(place, event._replace(refs=tuple(sorted((*event.refs, (field, one.key))))))
        match = Match(kinds[0] if kinds else "observatie", frozenset(), (), (), None, frozenset())
        for grown in inserted(plan, place, match, None):
            owner = grown.events[grown.place(event.key)]
            refs = tuple(sorted((*owner.refs, (field, plan.fresh))))
            yield grown.changed(grown.place(event.key), owner._replace(refs=refs))

    def beside(self, match: Match, plan: Plan, place: int, before: bool, deadline: Deadline | None) -> Iterator[Plan]:
        """A matching event on one side of the activating event, close by first."""
        anchor = plan.events[place].key
        if match.kind == TRANSITION:
            return
        others = range(place, -1, -1) if before else range(place, len(plan.events))
        for other in others:  # a step is no event: what makes it may itself be what is asked for
            yield from some(constrained(plan, other, match, anchor))
        for at in range(place, -1, -1) if before else range(place + 1, len(plan.events) + 1):
            yield from inserted(plan, at, match, anchor)
        term = deadline.term if deadline is not None else None
        if term is not None and term.amount <= _SHORT.get(term.unit, 0):
            if before:
                same = plan.changed(place, plan.events[place]._replace(gap=0))
                yield from inserted(same, place, match, anchor, plan.events[place].gap)
            else:
                yield from inserted(plan, place + 1, match, anchor, 0)

    def avoid(self, pattern: Pattern, outcome: Outcome, view: View, place: int, *, before: bool) -> Iterator[Plan]:
        """What matches, or may, is changed, put out of reach of the activating event, or left out."""
        plan = view.plan
        entries: list[Entry] = [*outcome.evidence, *(entry for entry, _ in outcome.missing)]
        for index in dict.fromkeys(one.index for one in entries):
            for test in pattern.tests:
                yield from some(wanting(plan, index, test, False))
            if index == place:
                continue
            yield plan.moved(index, len(plan.events) if before else place)
            if outcome.due is not None and not before:
                wait = (outcome.due.day - view.days[index - 1]).days + 1
                yield plan.changed(index, plan.events[index]._replace(gap=wait))
            yield plan.without([index])

    def start(self, view: View, rank: int, places: Iterable[int]) -> Iterator[Plan]:
        """An event that begins a niveau, made of one that is there or put in before the one at each of these places."""
        wanted = list(places)
        for match in self.starts(rank):
            yield from self.anywhere(view.plan, match, wanted)

    def anywhere(self, plan: Plan, match: Match, places: Iterable[int]) -> Iterator[Plan]:
        """A matching event at one of these places: one that stands there, or a new one before it."""
        wanted = list(places)
        for place in wanted:
            if place < len(plan.events):
                yield from some(constrained(plan, place, match, None))
        for place in wanted:
            yield from inserted(plan, place, match, None)

    def starts(self, rank: int) -> list[Match]:
        """What a niveau begins with, each with the duty to begin it."""
        level = self.levels[rank - 1]
        found = []
        for number, one in enumerate(level.starts):
            match = self.match(one.pattern)
            found.append(match._replace(duties=match.duties | {Duty(rank, number)}))
        return found


def some(plan: Plan | None) -> Iterator[Plan]:
    """The plan, if there is one."""
    if plan is not None:
        yield plan
