"""Best first: the plan that lacks least is taken up first, and one of its needs is repaired in every way there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import NamedTuple

from .duties import Need
from .goals import Goal, Tools
from .judge import Judge, View
from .plan import Plan

_SHORTER = 200
"""Once a goal is reached: how many more timelines are judged to see whether a shorter one does it too."""


class Bounds(NamedTuple):
    """How far is looked: at most so many events in a timeline, and so many timelines judged for one question.

    `detours`: how often a timeline may come to lack just what it lacked before, on the way to its goal.
    """

    events: int = 24
    timelines: int = 6000
    detours: int = 2


@dataclass(slots=True)
class Found:
    """What came of a search: a timeline that reaches the goal, or else the one that came nearest.

    `decided` is False when the bound on timelines was met before everything had been tried; `within` is the number of
    events up to which everything was tried after all.
    """

    view: View | None = None
    nearest: View | None = None
    lacking: tuple[str, ...] = ()
    decided: bool = True
    within: int | None = None
    tried: list[View] = field(default_factory=list)


class Search:
    """Looks for timelines under one frame, from one first day, in one vakgebied."""

    def __init__(self, judge: Judge, tools: Tools, bounds: Bounds) -> None:
        self.judge = judge
        self.tools = tools
        self.bounds = bounds

    def find(
        self,
        goal: Goal,
        seeds: Iterable[Plan] = (),
        *,
        narrow: int = 8,
        keep: bool = False,
        any_will_do: bool = False,
    ) -> Found:
        """A timeline that reaches the goal, with no event that could be left out; `keep` keeps what was tried.

        Unless `any_will_do` a shorter one is looked for as well. Where a third of the timelines is not enough, the others
        go to a search for what goes straight to the goal in at most `narrow` events; 0 for no such search.
        """
        plans = list(seeds)
        total = self.bounds.timelines
        wide = self.bounds._replace(timelines=total // 3 or 1)
        found = self._find(goal, plans, wide, keep, any_will_do)
        if not found.decided and narrow:
            straight = self.bounds._replace(events=narrow, timelines=total - wide.timelines, detours=0)
            again = self._find(goal, plans, straight, keep, any_will_do)
            if again.view is not None:
                return again
            found.decided, found.within = again.decided, narrow if again.decided else None
        return found

    def _find(self, goal: Goal, seeds: list[Plan], bounds: Bounds, keep: bool, any_will_do: bool) -> Found:
        found = Found()
        queue: list[tuple[int, int, View, list[Need], Counter[frozenset[object]]]] = []
        path: Counter[frozenset[object]] = Counter()
        seen: set[tuple[object, ...]] = set()
        alike: set[tuple[object, ...]] = set()
        best: tuple[int, int, int] | None = None
        most = bounds.events
        limit = self.judge.judged + bounds.timelines
        pending = [*seeds, Plan()]
        while True:
            for plan in pending:
                identity = plan.identity()
                if len(plan.events) > most or identity in seen:
                    continue
                seen.add(identity)
                if self.judge.judged >= limit:
                    found.decided = found.view is not None
                    return found
                view = self.judge.view(plan)
                if view is None:
                    continue
                if keep:
                    found.tried.append(view)
                lacking = goal.needs(view, self.tools)
                if not lacking:
                    if any_will_do:
                        found.view = view
                        return found
                    found.view = self.shortest(view, goal)
                    most = len(found.view.plan.events) - 1
                    limit = min(limit, self.judge.judged + _SHORTER)
                    continue
                needs = [*self.tools.duties.needs(view), *lacking]
                named = tuple(one.words for one in lacking if one.words)
                score = (len(lacking) - len(named), len(named), len(plan.events))
                if best is None or score < best:
                    best, found.nearest, found.lacking = score, view, named
                marks = frozenset(Counter(one.mark for one in needs).items())
                before = tuple(None if one.place is None else plan.contents(one.place) for one in needs)
                likeness = (plan.contents(), marks, before)
                if path[marks] <= bounds.detours and likeness not in alike:
                    alike.add(likeness)
                    heappush(queue, (2 * len(needs) + len(plan.events), len(seen), view, needs, path + Counter((marks,))))
            while queue and len(queue[0][2].plan.events) > most:
                heappop(queue)
            if not queue:
                return found
            _, _, view, first, path = heappop(queue)
            pending = list(first[0].repairs())

    def shortest(self, view: View, goal: Goal) -> View:
        """The same timeline without the events that can be left out, one by one, until none can."""
        view = self.judge.view(view.plan.settled()) or view
        place = 0
        while place < len(view.plan.events):
            less = self.judge.view(view.plan.without([place]))
            if less is not None and not goal.needs(less, self.tools):
                view, place = less, 0
            else:
                place += 1
        return view
