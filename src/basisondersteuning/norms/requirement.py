"""What a rule asks: the Declare-like constraint forms, evaluated for one activation.

`dan` is response, `vooraf` precedence, `nooit` absence, `moet` a demand on the activating event itself, `oordeel` a
question to a person; `een_van` and `alle` combine them. Only dates matter, so the order of events on one day does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from .calendar import Calendar, Due, Term
from .pattern import MAYBE, NO, YES, Anchor, Pattern, found_in, strand_outcome
from .status import BEST, WORST, Status
from .timeline import Entry, Strands, Timeline


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


def _candidates(pattern: Pattern, situation: Situation) -> list[tuple[Entry, int]]:
    """Events that match the pattern, or may: by their fields, their strand and their niveau, in order of day."""
    anchor = situation.anchor
    wanted = anchor.strands if pattern.same_strand else None
    known = situation.timeline.candidates
    found = known.get((pattern, wanted)) if not pattern.bound else None
    if found is None:
        found = _fitting(pattern, wanted, situation)
        if not pattern.bound:
            known[(pattern, wanted)] = found
    own = anchor.entry
    if own.kind != pattern.kind:
        return found
    return [one for one in found if one[0] is not own]


def _fitting(pattern: Pattern, wanted: Strands | None, situation: Situation) -> list[tuple[Entry, int]]:
    found = found_in(pattern, situation.timeline, situation.anchor)
    if wanted is not None:
        found = [(entry, both) for entry, answer in found if (both := _in_strand(entry.strands, wanted, answer))]
    if pattern.level is not None:
        found = [one for one in found if situation.level_of(one[0]) == pattern.level]
    return found


def _in_strand(own: Strands | None, wanted: Strands, answer: int) -> int:
    """The answer of a pattern, once it is asked whether the event belongs to the strand of the activation."""
    if own is None or own is wanted:
        return answer if wanted or own is None else MAYBE
    if not own or not wanted:
        return MAYBE  # two events whose strand is unknown need not share it
    return NO if own.isdisjoint(wanted) else answer


def _gaps(pattern: Pattern, entries: list[Entry], situation: Situation) -> tuple[tuple[Entry, str], ...]:
    return tuple(gap for entry in entries for gap in pattern.gaps(entry, situation.anchor))


class Response(NamedTuple):
    """`dan`: on or after the activation, within the term, such an event follows."""

    pattern: Pattern
    deadline: Deadline | None

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        start = situation.anchor.entry.day
        due = self.deadline.due(situation) if self.deadline else None
        limit = due.day if due else None
        in_time: list[Entry] = []
        too_late: list[Entry] = []
        late: Entry | None = None
        for entry, found in _candidates(self.pattern, situation):
            if entry.day < start:
                continue
            timely = limit is None or entry.day <= limit
            if found == MAYBE:
                (in_time if timely else too_late).append(entry)
            elif timely:
                return Outcome(Status.VOLDAAN, (entry,), due)
            else:
                late = late or entry
        if in_time:
            return Outcome(Status.ONBEKEND, (), due, _gaps(self.pattern, in_time, situation))
        if late is not None:
            return Outcome(Status.TE_LAAT_VOLDAAN, (late,), due)
        if too_late:
            return Outcome(Status.ONBEKEND, (), due, _gaps(self.pattern, too_late, situation))
        overdue = limit is not None and situation.timeline.peildatum > limit
        return Outcome(Status.TE_LAAT if overdue else Status.OPEN, (), due)

    def patterns(self) -> Iterator[Pattern]:
        """The pattern of the event that follows."""
        yield self.pattern


class Precedence(NamedTuple):
    """`vooraf`: on or before the activation there was such an event; with a term, not longer ago than that.

    `since` (`sinds`): what lies before the last event with that pattern does not count; without such an event all does.
    """

    pattern: Pattern
    deadline: Deadline | None
    since: Pattern | None = None

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        day = situation.anchor.entry.day
        first = self.first_day(situation)
        climb = situation.climb
        proof: Entry | None = None
        maybe: list[Entry] = []
        later: Entry | None = None
        latest = _latest_day(self.pattern, situation) if self.pattern.latest else None
        for entry, found in _candidates(self.pattern, situation):
            if (climb is not ANYTIME and not climb.holds(entry.day)) or (first is not None and entry.day < first):
                continue
            if entry.day > day:
                later = later or (entry if found == YES else None)
            elif latest is not None and entry.day != latest:
                continue
            elif self.deadline is None or self._recent(entry, day, situation):
                if found == YES:
                    proof = entry
                else:
                    maybe.append(entry)
        if proof is not None:
            return Outcome(Status.VOLDAAN, (proof,))
        if maybe:
            return Outcome(Status.ONBEKEND, missing=_gaps(self.pattern, maybe, situation))
        if climb.ahead:
            return Outcome(Status.OPEN)
        return Outcome(Status.GESCHONDEN) if later is None else Outcome(Status.TE_LAAT_VOLDAAN, (later,))

    def first_day(self, situation: Situation) -> date | None:
        """The day of the last event that `sinds` names, on or before the activation; None when there is none."""
        if self.since is None:
            return None
        day, climb = situation.anchor.entry.day, situation.climb
        found = _candidates(self.since, situation)
        return max((one.day for one, answer in found if answer == YES and one.day <= day and climb.holds(one.day)), default=None)

    def _recent(self, entry: Entry, day: date, situation: Situation) -> bool:
        assert self.deadline is not None and self.deadline.term is not None
        return situation.calendar.due(entry.day, self.deadline.term).day >= day

    def patterns(self) -> Iterator[Pattern]:
        """The pattern of the event that came before."""
        yield self.pattern
        if self.since is not None:
            yield self.since


def _latest_day(pattern: Pattern, situation: Situation) -> date | None:
    """The day of the last event of this kind in the strand, on or before the activation."""
    anchor = situation.anchor
    entries = situation.timeline.by_kind.get(pattern.kind, ())
    own = [one for one in entries if not pattern.same_strand or strand_outcome(one, anchor) == YES]
    return max((one.day for one in own if one.day <= anchor.entry.day), default=None)


class Must(NamedTuple):
    """`moet`: the activating event itself passes these tests, at once or within a term."""

    pattern: Pattern
    deadline: Deadline | None

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        entry = situation.anchor.entry
        found = self.pattern.match(entry, situation.timeline, situation.anchor)
        if found == YES:
            return Outcome(Status.VOLDAAN, (entry,))  # a field has no date, so in time or not cannot be said
        due = self.deadline.due(situation) if self.deadline else None
        if found == MAYBE:
            return Outcome(Status.ONBEKEND, (), due, tuple(self.pattern.gaps(entry)))
        if due is None:
            return Outcome(Status.GESCHONDEN, (entry,))
        overdue = situation.timeline.peildatum > due.day
        return Outcome(Status.TE_LAAT if overdue else Status.OPEN, (), due)

    def patterns(self) -> Iterator[Pattern]:
        """None: it looks at the activating event only."""
        return iter(())


class Never(NamedTuple):
    """`nooit`: after the activation (within the term, if there is one) no such event follows."""

    pattern: Pattern
    deadline: Deadline | None

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        start = situation.anchor.entry.day
        due = self.deadline.due(situation) if self.deadline else None
        maybe: list[Entry] = []
        for entry, found in _candidates(self.pattern, situation):
            if entry.day < start or (due is not None and entry.day > due.day):
                continue
            if found == YES:
                return Outcome(Status.GESCHONDEN, (entry,), due)
            maybe.append(entry)
        if maybe:
            return Outcome(Status.ONBEKEND, (), due, _gaps(self.pattern, maybe, situation))
        return Outcome(Status.VOLDAAN, (), due)

    def patterns(self) -> Iterator[Pattern]:
        """The pattern of the event that must not come."""
        yield self.pattern


class Judgement(NamedTuple):
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


class Combination(NamedTuple):
    """`een_van` (one suffices) or `alle` (each is needed)."""

    parts: tuple[Requirement, ...]
    every: bool

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        outcomes: list[Outcome] = []
        for part in self.parts:
            outcome = part.evaluate(situation)
            if outcome.status is Status.VOLDAAN and not self.every:
                return outcome
            outcomes.append(outcome)
        order = WORST if self.every else BEST
        chosen = outcomes[0]
        for outcome in outcomes:
            if order[outcome.status] < order[chosen.status]:
                chosen = outcome
        same = [one for one in outcomes if one.status is chosen.status]
        dues = [one.due for one in same if one.due is not None]
        due = None
        if dues and (self.every or len(dues) == len(same)):
            due = (min if self.every else max)(dues, key=lambda one: one.day)
        evidence = tuple(dict.fromkeys(entry for one in (same if self.every else (chosen,)) for entry in one.evidence))
        missing = tuple(gap for one in same for gap in one.missing)
        return Outcome(chosen.status, evidence, due, missing)

    def patterns(self) -> Iterator[Pattern]:
        """The patterns of all parts."""
        for part in self.parts:
            yield from part.patterns()
