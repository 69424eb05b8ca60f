"""What one activation is judged against, how its term runs, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from .calendar import Calendar, Due, Term
from .pattern import Anchor
from .status import Status
from .timeline import Entry, Timeline

_DAY = timedelta(days=1)


class Climb(NamedTuple):
    """Between which days evidence for a transition counts: after the last step down, up to the next one.

    `ahead` marks a transition that has not happened: what is missing is then open, not broken.
    """

    since: date | None = None
    until: date | None = None
    ahead: bool = False

    def holds(self, day: date) -> bool:
        """Whether evidence of this day counts."""
        return (self.since is None or day > self.since) and (self.until is None or day <= self.until)

    def up_to(self, day: date) -> tuple[date, date]:
        """The first and the last day whose evidence counts, not later than `day`."""
        return (
            date.min if self.since is None else self.since + _DAY,
            day if self.until is None else min(day, self.until),
        )


ANYTIME = Climb()


@dataclass(slots=True)
class Situation:
    """Everything one activation is judged against; one is reused for all activations of a dossier.

    `anchor` is the activating event with its strand, `climb` the days between which evidence counts. `level_of` gives
    the niveau of an event.
    """

    timeline: Timeline
    calendar: Calendar
    anchor: Anchor
    level_of: Callable[[Entry], str | None]
    rule: str
    climb: Climb = ANYTIME


@dataclass(slots=True)
class Outcome:
    """The status of a requirement, with its evidence and the arithmetic of its term.

    `missing` names the fields whose absence makes the status unknown.
    """

    status: Status
    evidence: tuple[Entry, ...] = ()
    due: Due | None = None
    missing: tuple[tuple[Entry, str], ...] = ()

    @property
    def due_day(self) -> date | None:
        """The last day on which this is still in time."""
        return self.due.day if self.due is not None else None


class Deadline(NamedTuple):
    """A term of a requirement: a length with its provenance, counted from the event or from one of its date fields.

    Without a length the date in `field` is itself the last day. `setting` is the name of the setting that the length
    came from, `provenance` one of bron, afspraak, wet, dossier.
    """

    term: Term | None
    field: str | None
    provenance: str
    setting: str | None = None

    def due(self, situation: Situation) -> Due | None:
        """When it ends for this activation; None when the date field is not filled in."""
        return self.counting()(situation)

    def counting(self) -> Callable[[Situation], Due | None]:
        """The closure that does the arithmetic for an activation."""
        term, field = self.term, self.field

        def from_event(situation: Situation) -> Due | None:
            return situation.calendar.due(situation.anchor.entry.day, term) if term is not None else None

        if field is None:
            return from_event

        def from_field(situation: Situation) -> Due | None:
            entry = situation.anchor.entry
            day = entry.values.get(field)
            if not isinstance(day, date):
                return None
            if term is None:
                return Due(entry.day, Term("dagen", (day - entry.day).days), day)
            return situation.calendar.due(day, term)

        return from_field
