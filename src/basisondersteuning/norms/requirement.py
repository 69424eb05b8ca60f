"""What a rule asks: the Declare-like constraint forms, evaluated for one activation.

`dan` is response, `vooraf` precedence, `nooit` absence, `moet` a demand on the activating event itself, `oordeel` a
question to a person; `een_van` and `alle` combine them. Only dates matter, so the order of events on one day does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from .calendar import Calendar, Due, Term
from .pattern import MAYBE, NO, YES, Anchor, Pattern
from .status import BEST, WORST, Status
from .timeline import Entry, Timeline


@dataclass(slots=True)
class Situation:
    """Everything one activation is judged against.

    `since` is the day after which evidence for a transition counts (the last step down). `ahead` marks a transition
    that has not happened: what is missing is then open, not broken. `level_of` gives the niveau of an event.
    """

    timeline: Timeline
    calendar: Calendar
    anchor: Anchor
    level_of: Callable[[Entry], str | None]
    rule: str
    since: date | None = None
    ahead: bool = False


@dataclass(slots=True)
class Outcome:
    """The status of a requirement, with its evidence and the arithmetic of its term.

    `missing` names the fields whose absence makes the status unknown; `parts` are the outcomes of the alternatives or
    parts of a combination, in their order.
    """

    status: Status
    evidence: tuple[Entry, ...] = ()
    due: Due | None = None
    missing: tuple[tuple[Entry, str], ...] = ()
    parts: tuple[Outcome, ...] = field(default=())

    @property
    def due_day(self) -> date | None:
        """The last day on which this is still in time."""
        return self.due.day if self.due is not None else None


@dataclass(frozen=True, slots=True)
class Deadline:
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
        start = situation.anchor.entry.day
        if self.field is not None:
            day = situation.anchor.entry.values.get(self.field)
            if not isinstance(day, date):
                return None
            if self.term is None:
                return Due(start, Term("dagen", (day - start).days), day)
            start = day
        return situation.calendar.due(start, self.term) if self.term is not None else None


class Requirement(Protocol):
    """One of the constraint forms."""

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        ...

    def patterns(self) -> Iterator[Pattern]:
        """The patterns that look for other events."""
        ...


def _candidates(pattern: Pattern, situation: Situation) -> Iterator[tuple[Entry, int, list[tuple[Entry, str]]]]:
    """Events that match the pattern, or may, with the fields that would decide."""
    anchor = situation.anchor
    entries = situation.timeline.by_kind.get(pattern.kind, ())
    for entry in entries:
        if entry is anchor.entry:
            continue
        missing: list[tuple[Entry, str]] = []
        found = pattern.match(entry, situation.timeline, anchor, missing)
        if found == NO or (pattern.level is not None and situation.level_of(entry) != pattern.level):
            continue
        yield entry, found, missing


@dataclass(frozen=True, slots=True)
class Response:
    """`dan`: on or after the activation, within the term, such an event follows."""

    pattern: Pattern
    deadline: Deadline | None

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        start = situation.anchor.entry.day
        due = self.deadline.due(situation) if self.deadline else None
        limit = due.day if due else None
        in_time: list[tuple[Entry, str]] = []
        too_late: list[tuple[Entry, str]] = []
        late: Entry | None = None
        for entry, found, missing in _candidates(self.pattern, situation):
            if entry.day < start:
                continue
            timely = limit is None or entry.day <= limit
            if found == MAYBE:
                (in_time if timely else too_late).extend(missing)
            elif timely:
                return Outcome(Status.VOLDAAN, (entry,), due)
            else:
                late = late or entry
        if in_time:
            return Outcome(Status.ONBEKEND, (), due, tuple(in_time))
        if late is not None:
            return Outcome(Status.TE_LAAT_VOLDAAN, (late,), due)
        if too_late:
            return Outcome(Status.ONBEKEND, (), due, tuple(too_late))
        overdue = limit is not None and situation.timeline.peildatum > limit
        return Outcome(Status.TE_LAAT if overdue else Status.OPEN, (), due)

    def patterns(self) -> Iterator[Pattern]:
        """The pattern of the event that follows."""
        yield self.pattern


@dataclass(frozen=True, slots=True)
class Precedence:
    """`vooraf`: on or before the activation there was such an event; with a term, not longer ago than that."""

    pattern: Pattern
    deadline: Deadline | None

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        day = situation.anchor.entry.day
        since = situation.since
        earlier: list[tuple[Entry, int, list[tuple[Entry, str]]]] = []
        later: Entry | None = None
        latest = _latest_day(self.pattern, situation) if self.pattern.latest else None
        for entry, found, missing in _candidates(self.pattern, situation):
            if since is not None and entry.day <= since:
                continue
            if entry.day > day:
                later = later or (entry if found == YES else None)
            elif latest is not None and entry.day != latest:
                continue
            elif self.deadline is None or self._recent(entry, day, situation):
                earlier.append((entry, found, missing))
        proof = [entry for entry, found, _ in earlier if found == YES]
        if proof:
            return Outcome(Status.VOLDAAN, (proof[-1],))
        if earlier:
            return Outcome(
                Status.ONBEKEND, missing=tuple(one for _, found, gaps in earlier if found == MAYBE for one in gaps)
            )
        if situation.ahead:
            return Outcome(Status.OPEN)
        return Outcome(Status.GESCHONDEN) if later is None else Outcome(Status.TE_LAAT_VOLDAAN, (later,))

    def _recent(self, entry: Entry, day: date, situation: Situation) -> bool:
        assert self.deadline is not None and self.deadline.term is not None
        return situation.calendar.due(entry.day, self.deadline.term).day >= day

    def patterns(self) -> Iterator[Pattern]:
        """The pattern of the event that came before."""
        yield self.pattern


def _latest_day(pattern: Pattern, situation: Situation) -> date | None:
    """The day of the last event of this kind in the strand, on or before the activation."""
    bare = Pattern(pattern.kind, (), pattern.same_strand)
    day = situation.anchor.entry.day
    days = [entry.day for entry, found, _ in _candidates(bare, situation) if found == YES and entry.day <= day]
    return max(days, default=None)


@dataclass(frozen=True, slots=True)
class Must:
    """`moet`: the activating event itself passes these tests, at once or within a term."""

    pattern: Pattern
    deadline: Deadline | None

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        entry = situation.anchor.entry
        missing: list[tuple[Entry, str]] = []
        due = self.deadline.due(situation) if self.deadline else None
        found = self.pattern.match(entry, situation.timeline, situation.anchor, missing)
        if found == YES:
            return Outcome(Status.VOLDAAN, (entry,), due)
        if found == MAYBE:
            return Outcome(Status.ONBEKEND, (), due, tuple(missing))
        if due is None:
            return Outcome(Status.GESCHONDEN, (entry,))
        overdue = situation.timeline.peildatum > due.day
        return Outcome(Status.TE_LAAT if overdue else Status.OPEN, (), due)

    def patterns(self) -> Iterator[Pattern]:
        """None: it looks at the activating event only."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Never:
    """`nooit`: after the activation (within the term, if there is one) no such event follows."""

    pattern: Pattern
    deadline: Deadline | None

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        start = situation.anchor.entry.day
        due = self.deadline.due(situation) if self.deadline else None
        maybe: list[tuple[Entry, str]] = []
        for entry, found, missing in _candidates(self.pattern, situation):
            if entry.day < start or (due is not None and entry.day > due.day):
                continue
            if found == YES:
                return Outcome(Status.GESCHONDEN, (entry,), due)
            maybe += missing
        return Outcome(Status.ONBEKEND, (), due, tuple(maybe)) if maybe else Outcome(Status.VOLDAAN, (), due)

    def patterns(self) -> Iterator[Pattern]:
        """The pattern of the event that must not come."""
        yield self.pattern


@dataclass(frozen=True, slots=True)
class Judgement:
    """`oordeel`: an open norm; only a recorded human judgement settles it."""

    question: str

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation: the last judgement counts, and on one day a no weighs more than a yes."""
        anchor = situation.anchor.entry
        given = [
            entry
            for entry in situation.timeline.by_kind.get("oordeel", ())
            if entry.values["regel"] == situation.rule
            and entry.day >= anchor.day
            and entry.values["betreft"] in (None, anchor.values.get("id"))
        ]
        if not given:
            return Outcome(Status.OORDEEL_NODIG)
        last = min(given, key=lambda one: (-one.day.toordinal(), one.values["voldoet"], one.index))
        return Outcome(Status.VOLDAAN if last.values["voldoet"] else Status.GESCHONDEN, (last,))

    def patterns(self) -> Iterator[Pattern]:
        """None: it looks for judgements on its own rule only."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Combination:
    """`een_van` (one suffices) or `alle` (each is needed)."""

    parts: tuple[Requirement, ...]
    every: bool

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        outcomes = tuple(part.evaluate(situation) for part in self.parts)
        order = WORST if self.every else BEST
        chosen = min(outcomes, key=lambda one: order[one.status])
        same = [one for one in outcomes if one.status is chosen.status]
        dues = [one.due for one in same if one.due is not None]
        due = None
        if dues and (self.every or len(dues) == len(same)):
            due = (min if self.every else max)(dues, key=lambda one: one.day)
        evidence = tuple(
            dict.fromkeys(entry for one in (outcomes if self.every else (chosen,)) for entry in one.evidence)
        )
        missing = tuple(gap for one in same for gap in one.missing)
        return Outcome(chosen.status, evidence, due, missing, outcomes)

    def patterns(self) -> Iterator[Pattern]:
        """The patterns of all parts."""
        for part in self.parts:
            yield from part.patterns()
