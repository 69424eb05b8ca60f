"""The words of the overview, the same in the terminal and on the page."""

from __future__ import annotations

from datetime import date, timedelta

from ...model.words import level_words, month_short, plain, short_date
from ...norms.status import Status
from ..rows import CLOSED
from .board import Board, When, sunday_of, when_on
from .card import Ahead, Card, Duty, What

_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_AHEAD = {
    What.EVALUATION: "evaluatie van de ondersteuning",
    What.RETURN: "het OT komt erop terug",
    What.MEETING: "op de agenda van het OT",
}
LATE, SOON, READY = "!", "•", "▸"
"""The signs beside a pupil: something is late, something is due this week, ready for a next niveau."""

ABOVE = "+"
"""The sign of a pupil who is given more support than the dossier supports, behind the other sign."""


def when_words(when: When, peildatum: date) -> str:
    """`Deze week (tot en met zondag 29 nov)`."""
    sunday = sunday_of(peildatum)
    later = sunday + timedelta(weeks=1)
    return {
        When.LATE: "Te laat",
        When.WEEK: f"Deze week, tot en met zondag {sunday.day} {month_short(sunday.month)}",
        When.NEXT: f"Volgende week, tot en met zondag {later.day} {month_short(later.month)}",
        When.LATER: "Later",
        When.UNDATED: "Zonder datum",
        When.CLOSED: "Niet afgerond in afgesloten dossiers",
    }[when]


def column_words(level: str) -> str:
    """`Niveau 2`, `Geen ondersteuning`, `Afgesloten`."""
    words = "afgesloten" if level == CLOSED else level_words(level)
    return words[:1].upper() + words[1:]


def weekday(day: date) -> str:
    """`wo 25-11-2026`."""
    return f"{_DAYS[day.weekday()]} {short_date(day)}"


def duty_words(duty: Duty) -> str:
    """What is to be done in a few words, after its status where its date does not say that already."""
    return duty.short if duty.status in (Status.OPEN, Status.TE_LAAT) else f"{duty.status.words}: {duty.short}"


def ahead_words(ahead: Ahead) -> str:
    """`evaluatie van de ondersteuning (rekenen)`, `op de agenda van het OT, 13:15 uur`."""
    area = f" ({plain(ahead.strand)})" if ahead.strand else ""
    hour = f", {ahead.at} uur" if ahead.at else ""
    return f"{_AHEAD[ahead.what]}{area}{hour}"


def sign_of(card: Card, board: Board) -> str:
    """The sign beside a pupil; empty when nothing is pressing."""
    whens = {when_on(card, one, board.peildatum) for one in card.duties}
    if When.LATE in whens:
        return LATE
    if When.WEEK in whens:
        return SOON
    return READY if card.ready else ""
