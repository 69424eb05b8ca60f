"""Whether two rules can be met in one timeline.

Timelines that are known come first: one in which both rules are met proves it for the pair. Only for the pairs that are
left is there a search, which starts from the timelines of both rules, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from ...findings.catalogue import explore as codes
from ...findings.finding import Related
from ..frame import Rule
from ..status import Status
from .about import About, span
from .about_rules import RuleAnswer
from .goals import FINE, Applies, Broken, Met, Together
from .judge import View
from .plan import Plan
from .room import Room, find
from .search import Found

Pair = frozenset[str]
_FURTHER = 3
"""How many more events than both rules apart a timeline may take, where not everything can be tried."""


def ask_pairs(about: About, answers: list[RuleAnswer], known: Iterable[View]) -> None:
    """Ask it of every pair of rules that can each be met and that hold on one day."""
    proven: set[Pair] = set()
    for view in (*known, *(one.view for one in answers)):
        proven |= _proven(view)
    for one, other in combinations(answers, 2):
        rooms = about.house.rooms([one.rule, other.rule])
        if not rooms:
            continue
        about.report.pairs += 1
        pair = frozenset((one.rule.code, other.rule.code))
        if pair not in proven:
            seeds = _seeds(one, other)
            narrow = len(seeds[0].events) + _FURTHER
            goal = Together((Met(one.rule), Met(other.rule)))
            _, found = find(rooms, goal, seeds, narrow=narrow, any_will_do=True)
            if found.view is None:
                _clash(about, one.rule, other.rule, rooms, seeds, found)
                continue
            proven |= _proven(found.view)
        about.report.together += 1


def _seeds(one: RuleAnswer, other: RuleAnswer) -> list[Plan]:
    first, second = one.view.plan, other.view.plan
    return [first.followed_by(second), second.followed_by(first), first, second]


def _proven(view: View) -> set[Pair]:
    """The pairs of rules that are met in a timeline, wherever they apply."""
    statuses: dict[str, list[Status]] = {}
    for one in view.verdict.all_activations:
        statuses.setdefault(one.rule.code, []).append(one.status)
    met = [code for code, many in statuses.items() if Status.VOLDAAN in many and all(one in FINE for one in many)]
    return {frozenset(two) for two in combinations(met, 2)}


def _clash(about: About, one: Rule, other: Rule, rooms: list[Room], seeds: list[Plan], tried: Found) -> None:
    place = about.of_rule(other)
    room, both = find(rooms, Together((Applies(one), Applies(other))), seeds)
    if both.view is None and both.decided:
        about.report.apart += 1
    elif both.view is None or not tried.decided:
        about.undecided(place, f"of aan {one.code} en {other.code} samen te voldoen is")
    else:
        assert room is not None
        broken = _broken(about, one, other, room, both.view)
        related = (Related(about.of_rule(one), "de andere regel"),)
        message = f"Geen enkele tijdlijn{span(tried)} voldoet aan {one.code} en {other.code} samen."
        name = f"{one.code}-{other.code}"
        about.note(codes.RULES_CLASH, place, message, room, broken, name=name, related=related, at_end=True)


def _broken(about: About, one: Rule, other: Rule, room: Room, view: View) -> View:
    """The timeline itself where time alone breaks a rule; else one with an event that does."""
    end = about.end_of(view)
    verdict = room.judge.verdict_on(view, end)
    if any(act.status.failed for act in verdict.all_activations if act.rule in (one, other)):
        return view
    return room.search.find(Broken((one, other)), [view.plan]).view or view
