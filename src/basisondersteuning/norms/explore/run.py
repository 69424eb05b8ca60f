"""Explore one frame: every question about it, each within the same bounds."""

from __future__ import annotations

from dataclasses import replace

from ...records.load import Loaded
from ..frame import Frame
from .about import About
from .about_levels import ask_levels
from .about_pairs import ask_pairs
from .about_rules import ask_rules
from .about_terms import ask_terms
from .report import Exploration
from .room import House
from .search import Bounds


def explore(frame: Frame, loaded: Loaded, bounds: Bounds) -> Exploration:
    """What a sound frame allows, on its own, within these bounds; `loaded` gives findings a place.

    Only rules about a dossier are looked at: the others see facts, and there are no timelines of those to search.
    """
    alone = replace(frame, rules=tuple(rule for rule in frame.rules if rule.over == "dossier"))
    house = House(alone, loaded, bounds)
    report = Exploration(frame, bounds)
    about = About(alone, loaded, house, report)
    reached = ask_levels(about)
    answers = ask_rules(about)
    ask_pairs(about, answers, [view for _, view in reached.values()])
    ask_terms(about, answers)
    report.judged = house.judged
    report.findings.sort(key=lambda one: one.sort_key)
    return report
