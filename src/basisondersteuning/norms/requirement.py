"""What a rule asks: the Declare-like constraint forms, evaluated for one activation.

`dan` is response, `vooraf` precedence, `nooit` absence, `moet` a demand on the activating event itself, `oordeel` a
question to a person; `een_van` and `alle` combine them. Only dates matter, so the order of events on one day does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple, Protocol, TypeAlias

from .pattern import MAYBE, NO, YES, Pattern
from .situation import ANYTIME as ANYTIME
from .situation import Climb as Climb
from .situation import Deadline as Deadline
from .situation import Outcome as Outcome
from .situation import Situation as Situation
from .status import Status
from .timeline import Entry

# a member of an enum is slow to reach, and these are needed for every activation
_MET, _MET_LATE, _OPEN, _OVERDUE = Status.VOLDAAN, Status.TE_LAAT_VOLDAAN, Status.OPEN, Status.TE_LAAT
_BROKEN, _UNKNOWN, _ASKED = Status.GESCHONDEN, Status.ONBEKEND, Status.OORDEEL_NODIG

Judge: TypeAlias = Callable[[Situation], Outcome]
"""A requirement compiled: judges one activation."""


class Requirement(Protocol):
    """One of the constraint forms."""

    def judge(self) -> Judge:
        """The closure that judges activations; it is made once per rule."""
        ...

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation, without a closure that was made before."""
        ...

    def patterns(self) -> Iterator[Pattern]:
        """The patterns that look for other events."""
        ...


def _fitting(pattern: Pattern) -> Callable[[Entry, Situation], int]:
    """NO, MAYBE or YES for an event of the right kind: by its strand, its niveau and its fields."""
    same_strand, level, matches = pattern.same_strand, pattern.level, pattern.matches

    def fits(entry: Entry, situation: Situation) -> int:
        anchor = situation.anchor
        unclear = False
        if same_strand:
            own, wanted = entry.strands, anchor.strands
            if own is wanted:
                unclear = own is not None and not own  # two events whose strand is unknown need not share it
            elif own is not None and wanted is not None:
                unclear = not own or not wanted
                if not unclear and own.isdisjoint(wanted):
                    return NO
        found = matches(entry.values, situation.timeline, anchor)
        if found == NO or (level is not None and situation.level_of(entry) != level):
            return NO
        return MAYBE if unclear else found

    return fits


def _gaps(pattern: Pattern, entries: list[Entry], situation: Situation) -> tuple[tuple[Entry, str], ...]:
    return tuple(gap for entry in entries for gap in pattern.gaps(entry, situation.anchor))


class Response(NamedTuple):
    """`dan`: on or after the activation, within the term, such an event follows."""

    pattern: Pattern
    deadline: Deadline | None

    def judge(self) -> Judge:
        """The closure that judges activations."""
        pattern, kind, fits = self.pattern, self.pattern.kind, _fitting(self.pattern)
        due_of = self.deadline.counting() if self.deadline is not None else None

        def judge(situation: Situation) -> Outcome:
            own = situation.anchor.entry
            start = own.day
            due = due_of(situation) if due_of is not None else None
            limit = due.day if due is not None else date.max
            maybe: list[Entry] = []
            late: Entry | None = None
            for entry in situation.timeline.by_kind.get(kind, ()):
                if entry.day < start or entry is own:
                    continue
                found = fits(entry, situation)
                if found == YES:
                    if entry.day <= limit:
                        return Outcome(_MET, (entry,), due)
                    late = entry
                    break
                if found:
                    maybe.append(entry)
            if maybe:
                in_time = [one for one in maybe if one.day <= limit]
                if in_time or late is None:
                    return Outcome(_UNKNOWN, (), due, _gaps(pattern, in_time or maybe, situation))
            if late is not None:
                return Outcome(_MET_LATE, (late,), due)
            return Outcome(_OVERDUE if situation.timeline.peildatum > limit else _OPEN, (), due)

        return judge

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        return self.judge()(situation)

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

    def judge(self) -> Judge:
        """The closure that judges activations."""
        pattern, kind, fits = self.pattern, self.pattern.kind, _fitting(self.pattern)
        first_day = _last_day(self.since) if self.since is not None else None
        latest = self.pattern.latest
        term = self.deadline.term if self.deadline is not None else None

        def judge(situation: Situation) -> Outcome:
            own, climb = situation.anchor.entry, situation.climb
            day = own.day
            earliest, last = (date.min, day) if climb is ANYTIME else climb.up_to(day)
            if first_day is not None:
                earliest = max(earliest, first_day(situation) or earliest)
            if latest and (only := _latest_day(pattern, situation)) is not None:
                earliest, last = max(earliest, only), min(last, only)
            entries = situation.timeline.by_kind.get(kind, ())
            maybe: list[Entry] = []
            for entry in reversed(entries):
                if entry.day > last or entry is own:
                    continue
                if entry.day < earliest or (term is not None and situation.calendar.due(entry.day, term).day < day):
                    break  # who starts earlier is never due later
                found = fits(entry, situation)
                if found == YES:
                    return Outcome(_MET, (entry,))
                if found:
                    maybe.append(entry)
            if maybe:
                return Outcome(_UNKNOWN, missing=_gaps(pattern, maybe[::-1], situation))
            if climb.ahead:
                return Outcome(_OPEN)
            for entry in entries:
                if entry.day > day and climb.holds(entry.day) and fits(entry, situation) == YES:
                    return Outcome(_MET_LATE, (entry,))
            return Outcome(_BROKEN)

        return judge

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        return self.judge()(situation)

    def first_day(self, situation: Situation) -> date | None:
        """The day of the last event that `sinds` names, on or before the activation; None when there is none."""
        return None if self.since is None else _last_day(self.since)(situation)

    def patterns(self) -> Iterator[Pattern]:
        """The pattern of the event that came before."""
        yield self.pattern
        if self.since is not None:
            yield self.since


def _last_day(pattern: Pattern) -> Callable[[Situation], date | None]:
    """The day of the last event that fits a pattern, on or before the activation; None when there is none."""
    kind, fits = pattern.kind, _fitting(pattern)

    def last_day(situation: Situation) -> date | None:
        own = situation.anchor.entry
        earliest, last = situation.climb.up_to(own.day)
        for entry in reversed(situation.timeline.by_kind.get(kind, ())):
            if entry.day < earliest:
                break
            if entry.day <= last and entry is not own and fits(entry, situation) == YES:
                return entry.day
        return None

    return last_day


def _latest_day(pattern: Pattern, situation: Situation) -> date | None:
    """The day of the last event of this kind in the strand, on or before the activation."""
    day, wanted = situation.anchor.entry.day, situation.anchor.strands if pattern.same_strand else None
    for entry in reversed(situation.timeline.by_kind.get(pattern.kind, ())):
        if entry.day <= day:
            own = entry.strands
            if own is None or wanted is None or not own.isdisjoint(wanted):
                return entry.day
    return None


class Must(NamedTuple):
    """`moet`: the activating event itself passes these tests, at once or within a term."""

    pattern: Pattern
    deadline: Deadline | None

    def judge(self) -> Judge:
        """The closure that judges activations."""
        pattern, matches = self.pattern, self.pattern.matches
        due_of = self.deadline.counting() if self.deadline is not None else None

        def judge(situation: Situation) -> Outcome:
            entry = situation.anchor.entry
            found = matches(entry.values, situation.timeline, situation.anchor)
            if found == YES:
                return Outcome(_MET, (entry,))  # a field has no date, so in time or not cannot be said
            due = due_of(situation) if due_of is not None else None
            if found:
                return Outcome(_UNKNOWN, (), due, tuple(pattern.gaps(entry)))
            if due is None:
                return Outcome(_BROKEN, (entry,))
            return Outcome(_OVERDUE if situation.timeline.peildatum > due.day else _OPEN, (), due)

        return judge

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        return self.judge()(situation)

    def patterns(self) -> Iterator[Pattern]:
        """None: it looks at the activating event only."""
        return iter(())


class Never(NamedTuple):
    """`nooit`: after the activation (within the term, if there is one) no such event follows."""

    pattern: Pattern
    deadline: Deadline | None

    def judge(self) -> Judge:
        """The closure that judges activations."""
        pattern, kind, fits = self.pattern, self.pattern.kind, _fitting(self.pattern)
        due_of = self.deadline.counting() if self.deadline is not None else None

        def judge(situation: Situation) -> Outcome:
            own = situation.anchor.entry
            due = due_of(situation) if due_of is not None else None
            last = due.day if due is not None else date.max
            maybe: list[Entry] = []
            for entry in situation.timeline.by_kind.get(kind, ()):
                if own.day <= entry.day <= last and entry is not own:
                    found = fits(entry, situation)
                    if found == YES:
                        return Outcome(_BROKEN, (entry,), due)
                    if found:
                        maybe.append(entry)
            if maybe:
                return Outcome(_UNKNOWN, (), due, _gaps(pattern, maybe, situation))
            return Outcome(_MET, (), due)

        return judge

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        return self.judge()(situation)

    def patterns(self) -> Iterator[Pattern]:
        """The pattern of the event that must not come."""
        yield self.pattern


class Judgement(NamedTuple):
    """`oordeel`: an open norm; only a recorded human judgement settles it."""

    question: str

    def judge(self) -> Judge:
        """The closure that judges activations."""
        return self.evaluate

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation: the last judgement counts, and on one day a no weighs more than a yes.

        A judgement is given on or after the day of the activation; on what has no day it was given at any time.
        """
        anchor = situation.anchor.entry
        earliest = date.min if anchor.standing else anchor.day
        given = [
            entry
            for entry in situation.timeline.by_kind.get("oordeel", ())
            if entry.values["regel"] == situation.rule
            and entry.day >= earliest
            and entry.values["betreft"] in (None, anchor.values.get("id"))
        ]
        if not given:
            return Outcome(_ASKED)
        last = min(given, key=lambda one: (-one.day.toordinal(), one.values["voldoet"], one.index))
        return Outcome(_MET if last.values["voldoet"] else _BROKEN, (last,))

    def patterns(self) -> Iterator[Pattern]:
        """None: it looks for judgements on its own rule only."""
        return iter(())


class Combination(NamedTuple):
    """`een_van` (one suffices) or `alle` (each is needed)."""

    parts: tuple[Requirement, ...]
    every: bool

    def judge(self) -> Judge:
        """The closure that judges activations."""
        judges = tuple(part.judge() for part in self.parts)
        every = self.every

        def judge(situation: Situation) -> Outcome:
            outcomes: list[Outcome] = []
            for part in judges:
                outcome = part(situation)
                if outcome.status is _MET and not every:
                    return outcome
                outcomes.append(outcome)
            return _combined(outcomes, every)

        return judge

    def evaluate(self, situation: Situation) -> Outcome:
        """Judge one activation."""
        return self.judge()(situation)

    def patterns(self) -> Iterator[Pattern]:
        """The patterns of all parts."""
        for part in self.parts:
            yield from part.patterns()


def _combined(outcomes: list[Outcome], every: bool) -> Outcome:
    chosen, alone = outcomes[0], True
    least = chosen.status.worst if every else chosen.status.best
    for outcome in outcomes[1:]:
        place = outcome.status.worst if every else outcome.status.best
        if place < least:
            chosen, least, alone = outcome, place, True
        elif place == least:
            alone = False
    if alone:
        return chosen
    same = [one for one in outcomes if one.status is chosen.status]
    dues = [one.due for one in same if one.due is not None]
    due = None
    if dues and (every or len(dues) == len(same)):
        due = (min if every else max)(dues, key=lambda one: one.day)
    evidence = tuple(dict.fromkeys([entry for one in same for entry in one.evidence])) if every else chosen.evidence
    missing = tuple([gap for one in same for gap in one.missing])
    return Outcome(chosen.status, evidence, due, missing)
