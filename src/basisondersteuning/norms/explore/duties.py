"""What events of a plan were put there for and do not do yet: begin a niveau, or be support at a niveau."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from ..frame import Frame
from .instance import Match, wanting
from .judge import View
from .plan import Duty, Plan
from .repair import Repairs, some


class Need(NamedTuple):
    """Something a plan lacks: in words for a person (empty for a step on the way), and what could be done about it.

    `mark` is equal for two needs that are the same lack, in whatever plan; `place` is that of the event it is about.
    """

    words: str
    repairs: Callable[[], Iterator[Plan]]
    mark: tuple[object, ...]
    place: int | None = None


class Duties:
    """The unmet duties of plans under one frame."""

    def __init__(self, frame: Frame, repairs: Repairs, naming: tuple[Match, ...], down: tuple[Match, ...]) -> None:
        self.frame = frame
        self.repairs = repairs
        self.naming = naming
        self.down = down

    def needs(self, view: View) -> list[Need]:
        """One need for each duty that is not met."""
        found = []
        for place, event in enumerate(view.plan.events):
            for duty in sorted(event.duties, key=lambda one: (one.rank, one.start is None, one.start or 0)):
                begins = duty.start is not None
                is_at = self._rank(view, place) if begins else self._level(view, place)
                if is_at < duty.rank or (is_at > duty.rank and not begins):
                    repair = partial(self._begin if begins else self._at_level, view, place, duty)
                    found.append(Need("", repair, (event.kind, duty, is_at), place))
        return found

    def _rank(self, view: View, place: int) -> int:
        return max((one.rank_on(view.days[place]) for one in view.evaluation.history.strands.values()), default=0)

    def _level(self, view: View, place: int) -> int:
        history = view.evaluation.history
        return history.ranks.get(history.level_of(view.evaluation.timeline.entries[place]) or "", 0)

    def _begin(self, view: View, place: int, duty: Duty) -> Iterator[Plan]:
        """The niveau did not begin: no support is known of yet, or what must come before it has not come."""
        plan = view.plan
        if not view.evaluation.timeline.strands:
            for match in self.naming:
                yield from self.repairs.anywhere(plan, match, range(place, -1, -1))
        assert duty.start is not None
        after = self.frame.levels[duty.rank - 1].starts[duty.start].after
        if after is not None:
            yield from self.repairs.beside(self.repairs.match(after), plan, place, True, None)

    def _at_level(self, view: View, place: int, duty: Duty) -> Iterator[Plan]:
        """The support did not run at the niveau: it has not begun yet by then, or a higher one had."""
        plan = view.plan
        event = plan.events[place]
        support = event.ref("van") if event.kind == "evaluatie" else event.key
        first = plan.place(support) if support is not None else place
        if self._level(view, place) < duty.rank:
            last = place if self.frame.levels[duty.rank - 1].carries else first
            for match in self.repairs.starts(duty.rank):
                yield from self.repairs.anywhere(plan, match, range(last, -1, -1))
            return
        for step in (step for one in view.evaluation.history.strands.values() for step in one.steps):
            if step.after > duty.rank and step.cause.index <= place:
                yield from self.not_starting(plan, step.cause.index, step.after)
        for match in self.down[duty.rank : duty.rank + 1]:
            yield from self.repairs.anywhere(plan, match, (first,))

    def not_starting(self, plan: Plan, place: int, rank: int) -> Iterator[Plan]:
        """The event at `place` no longer begins a niveau."""
        for start in self.frame.levels[rank - 1].starts:
            if start.pattern.kind == plan.events[place].kind:
                for test in start.pattern.tests:
                    yield from some(wanting(plan, place, test, False))
        yield plan.without([place])
