"""Whether a rule can apply at all, and whether it can be met."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from ...findings.catalogue import explore as codes
from ..frame import Rule
from ..pattern_compile import TRANSITION
from .about import About, span
from .goals import Applies, Met
from .instance import Match, inserted
from .judge import View
from .plan import Plan
from .room import Room, find
from .search import Found


class RuleAnswer(NamedTuple):
    """A rule that can be met, with a shortest timeline that shows it."""

    rule: Rule
    room: Room
    view: View


def ask_rules(about: About) -> list[RuleAnswer]:
    """Ask it of every rule; gives those that can be met."""
    answers = []
    for rule in about.frame.rules:
        rooms = about.house.rooms([rule])
        room, met = find(rooms, Met(rule))
        if room is not None and met.view is not None:
            about.report.applicable += 1
            about.report.satisfiable += 1
            answers.append(RuleAnswer(rule, room, met.view))
        else:
            _why_not(about, rule, rooms, met)
    return answers


def _why_not(about: About, rule: Rule, rooms: list[Room], met: Found) -> None:
    place = about.of_rule(rule)
    room, found = find(rooms, Applies(rule))
    if found.view is not None:
        about.report.applicable += 1
        if met.decided:
            message = f"Geen enkele tijdlijn{span(met)} waarin {rule.code} aan de orde is, voldoet eraan."
            about.note(codes.RULE_NEVER_MET, place, message, room, found.view, name=rule.code, at_end=True)
        else:
            about.undecided(place, f"of aan {rule.code} te voldoen is")
    elif not found.decided:
        about.undecided(place, f"of {rule.code} ooit aan de orde is")
    else:
        reason, where, view = _nearest(about, rule)
        message = f"{rule.code} is in geen enkele tijdlijn{span(found)} aan de orde{reason}."
        about.note(codes.RULE_NEVER_APPLIES, place, message, where, view, name=rule.code, label="Het dichtst erbij")


def _nearest(about: About, rule: Rule) -> tuple[str, Room | None, View | None]:
    """Why a rule does not apply, with the event that comes nearest: the one that fails the fewest tests."""
    rooms = about.house.rooms([rule])
    if not rooms:
        room = about.house.room(about.house.starts[0], about.house.areas[0])
        return ": zij geldt op geen dag waarop het kader geldt", room, _least(about, rule, room)[1]
    room = rooms[0]
    failing, view = _least(about, rule, room)
    if failing:
        return f": geen gebeurtenis voldoet aan {failing}", room, view
    excepted = room.search.find(Applies(rule), keep=True).tried
    with_rule = [one for one in excepted if any(act.rule is rule for act in one.verdict.all_activations)]
    if with_rule:
        nearest = min(with_rule, key=lambda one: len(one.plan.events))
        return ": een uitzondering neemt haar altijd weg", room, room.search.judge.view(nearest.plan)
    if rule.condition_for:
        return ": het niveau waarvoor zij een voorwaarde is, begint nooit", None, None
    if any(one.level is not None for one in rule.triggers):
        return ": op dat niveau is er nooit zo'n gebeurtenis", room, view
    return "", room, view


def _least(about: About, rule: Rule, room: Room) -> tuple[str, View | None]:
    """An event of the kind that gives rise to a rule, with as many of the tests passed as can be; and the tests left."""
    for trigger in rule.triggers:
        if trigger.kind == TRANSITION:
            continue
        match = about.house.tools.repairs.match(trigger)
        wants = sorted(match.wants, key=lambda one: one.test.words)
        for size in range(len(wants), -1, -1):
            for kept in combinations(wants, size):
                view = _alone(room, match._replace(wants=frozenset(kept), duties=frozenset()))
                if view is not None:
                    left = [one.test.words for one in wants if one not in kept]
                    return " en ".join(f"«{one}»" for one in left), view
    return "", None


def _alone(room: Room, match: Match) -> View | None:
    plans = inserted(Plan(), 0, match, None)
    return next((view for plan in plans if (view := room.judge.view(plan)) is not None), None)
