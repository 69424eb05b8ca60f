"""Whether a term can end within the school year in which it begins."""

from __future__ import annotations

from datetime import date

from ...findings.catalogue import explore as codes
from ...model.words import short_date
from ..calendar import Calendar
from ..reachable import terms
from ..requirement import Must, Response
from .about import About, end_of_school_year
from .about_rules import RuleAnswer
from .goals import Applies


def ask_terms(about: About, answers: list[RuleAnswer]) -> None:
    """Ask it of every term of a duty, counted from the first day of a school year; a term in school years is exempt."""
    calendar = Calendar()
    first = _first_day(about)
    last = end_of_school_year(first)
    plans = {one.rule.code: one.view.plan for one in answers}
    for rule in about.frame.rules:
        for term in terms(rule):
            length = term.deadline.term
            if length is None or length.unit == "schooljaren" or not isinstance(term.owner, Response | Must):
                continue
            about.report.terms += 1
            due = calendar.due(first, length).day
            if due <= last:
                continue
            room = about.house.room(first, about.house.areas[0])
            view = room.judge.view(plans[rule.code]) if rule.code in plans else None
            if view is not None:
                view = room.search.shortest(view, Applies(rule))
            message = (
                f"Geteld vanaf {short_date(first)}, de eerste dag van het schooljaar, loopt de termijn van {rule.code} "
                f"({length}) tot en met {short_date(due)}."
            )
            about.note(codes.TERM_TOO_LONG, about.of_rule(rule, *term.path), message, room, view, name=rule.code, at_end=True)


def _first_day(about: About) -> date:
    """The first 1 August on which the frame holds; without one that of the school year in which it begins."""
    year = end_of_school_year(about.frame.start).year
    days = [date(year - 1, 8, 1), date(year, 8, 1)]
    return next((one for one in days if about.frame.holds_on(one)), days[0])
