"""Apply a series of norm frames to one dossier, as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from ..findings.catalogue import verdict as codes
from ..findings.code import Code
from ..findings.finding import Finding, Place
from ..model.dossier import Dossier
from ..records.load import Loaded
from .calendar import Calendar
from .frame import Frame, Judged, Rule, Series
from .levels import NONE, History, Strand, Transition
from .pattern import MAYBE, NO, YES, Anchor, Pattern
from .pattern_compile import TRANSITION
from .requirement import ANYTIME, Climb, Outcome, Situation
from .status import Status
from .timeline import Entry, Strands, Timeline, one_strand
from .verdict import Activation, Step, StrandVerdict, Verdict
from .waivers import Waivers

_CLOSED = "het dossier is afgesloten"
"""The reason why what still ran no longer applies; it does not make an earlier step better supported."""

Occasions: TypeAlias = dict[tuple[str, str | None], list[Entry]]
"""The first events that gave rise to a rule, by its code and the strand."""

_UNFINISHED = (Status.OPEN, Status.TE_LAAT, Status.ONBEKEND, Status.OORDEEL_NODIG)


def evaluate(
    dossier: Dossier, series: Series, frame: Frame, calendar: Calendar, peildatum: date, loaded: Loaded | None = None
) -> Verdict:
    """Judge one dossier. `frame` is the version of `series` in force on `peildatum`; `loaded` gives findings a place.

    Older duties fall under the version in force on the day that gave rise to them.
    """
    return Evaluation(dossier, series, frame, calendar, peildatum, loaded).run()


class Evaluation:
    """The evaluation of one dossier; kept when the story behind an activation is wanted (`norms.trace`)."""

    def __init__(
        self, dossier: Dossier, series: Series, frame: Frame, calendar: Calendar, peildatum: date, loaded: Loaded | None
    ) -> None:
        self.dossier = dossier
        self.series = series
        self.frame = frame
        self.calendar = calendar
        self.peildatum = peildatum
        self.loaded = loaded
        self.timeline = Timeline(dossier, peildatum)
        self.history = History(self.timeline, frame.ladder, series.ladder_on if len(series.versions) > 1 else None)
        self.waivers = Waivers(dossier.afwijkingen, peildatum)
        self.ended = self._ended()
        self._settling = self.ended is not None or bool(dossier.afwijkingen)
        nothing = Anchor(_transition_entry(None, peildatum, NONE, NONE, ""), None)
        self._now = Situation(self.timeline, calendar, nothing, self.history.level_of, "")

    def run(self) -> Verdict:
        """The verdict."""
        activations: list[Activation] = []
        seen: Occasions = {}
        for frame, entries in self.series.by_version(self.timeline.entries):
            self._occur(frame, entries, seen, activations)
        for frame in self.series.versions:
            if TRANSITION in frame.triggers:
                self._occur(frame, self._transitions(frame), seen, activations)
        strands = [self._strand(one) for one in self.history.strands.values() if one.steps]
        strands.sort(key=lambda one: (-one.supported, -one.rank, one.strand.name))
        verdict = Verdict(
            self.dossier.leerling.id,
            self.peildatum,
            self.frame,
            strands,
            activations,
            self.waivers.all,
            ended=self.ended,
        )
        verdict.findings = self._findings(verdict)
        return verdict

    def _ended(self) -> date | None:
        """The day on which the dossier ended, by the version of that day."""
        days = [
            entry.day
            for frame in self.series.versions
            for pattern in frame.ends
            for entry in self.timeline.by_kind.get(pattern.kind, ())
            if pattern.match(entry, self.timeline) == YES and frame is (self.series.on(entry.day) or self.frame)
        ]
        return min(days, default=None)

    def _occur(self, frame: Frame, entries: Iterable[Entry], seen: Occasions, found: list[Activation]) -> None:
        """Judge the rules that events give rise to."""
        timeline, now, settling, triggers = self.timeline, self._now, self._settling, frame.triggers
        anchor = now.anchor
        for entry in entries:
            occasions = triggers.get(entry.kind)
            if occasions is None:
                continue
            day, strand, strands = entry.day, entry.strand, entry.strands
            several = strands is not None and strand is None and len(strands) > 1
            for pattern, certain, rules in occasions:
                match = YES if certain else pattern.matches(entry.values, timeline, None)
                if match == NO or (pattern.level is not None and self.history.level_of(entry) != pattern.level):
                    continue
                for judged in rules:
                    rule, judge, _, plain = judged
                    if not plain or match == MAYBE or (several and rule.splits):
                        if rule.holds_on(day):
                            self._activate(judged, pattern, match, entry, frame, seen, found)
                        continue
                    anchor.entry, anchor.strands, now.rule, now.climb = entry, strands, rule.code, ANYTIME
                    outcome = judge(now)
                    activation = Activation(rule, frame, entry, day, strand, outcome.status, outcome)
                    if settling:
                        self._settle(activation)
                    found.append(activation)

    def _activate(
        self,
        judged: Judged,
        pattern: Pattern,
        match: int,
        entry: Entry,
        frame: Frame,
        seen: Occasions,
        found: list[Activation],
    ) -> None:
        """Judge a rule at an event that may give rise to it, for each strand apart where the rule asks for that.

        `seen` remembers, for a rule that counts once per strand, its first occasions: on one day there may be several, and
        which of them stands first in the record must not matter.
        """
        rule, strands = judged.rule, entry.strands
        if strands is None or len(strands) < 2 or not rule.splits:
            concerned: tuple[tuple[str | None, Strands | None], ...] = ((entry.strand, strands),)
        else:
            concerned = tuple((name, one_strand(name)) for name in sorted(strands))
        for name, own in concerned:
            if rule.first_only:
                first = seen.setdefault((rule.code, name), [])
                if first and (first[0].day < entry.day or entry in first):
                    continue
                if match == YES:
                    first.append(entry)
            if match == YES:
                found.append(self._judge(judged, frame, entry, name, own))
                continue
            outcome = Outcome(Status.ONBEKEND, missing=tuple(pattern.gaps(entry)))
            activation = Activation(rule, frame, entry, entry.day, name, Status.ONBEKEND, outcome)
            if not (rule.exceptions and self._excepted(activation, judged, self._situation(rule, entry, own, ANYTIME))):
                self._settle(activation)
            found.append(activation)

    def _transitions(self, frame: Frame) -> list[Entry]:
        """The transitions on days on which a frame is in force, as events that rules can match."""
        codes_ = self.history.codes
        return [
            _transition_entry(step.cause, step.day, codes_[step.before], codes_[step.after], strand.name)
            for strand in self.history.strands.values()
            for step in strand.steps
            if frame.holds_on(step.day)
        ]

    def _judge(
        self,
        judged: Judged,
        frame: Frame,
        entry: Entry,
        strand: str | None,
        strands: Strands | None,
        climb: Climb = ANYTIME,
    ) -> Activation:
        rule, judge, exceptions, _ = judged
        situation = self._situation(rule, entry, strands, climb)
        outcome = judge(situation)
        activation = Activation(rule, frame, None if climb.ahead else entry, entry.day, strand, outcome.status, outcome)
        if exceptions and self._excepted(activation, judged, situation):
            return activation
        if self._settling:
            self._settle(activation)
        return activation

    def _excepted(self, activation: Activation, judged: Judged, situation: Situation) -> bool:
        """Whether a named exception applies; one that may apply makes the status unknown."""
        outcome = activation.outcome
        for name, judge in judged.exceptions:
            met = judge(situation)
            if met.status in (Status.VOLDAAN, Status.TE_LAAT_VOLDAAN):
                activation.status, activation.exception = Status.NIET_VAN_TOEPASSING, name
                return True
            if met.status is Status.ONBEKEND and not outcome.status.settled:
                activation.status = Status.ONBEKEND
                outcome.missing += met.missing
        return False

    def _settle(self, activation: Activation) -> None:
        """What ends with the dossier, and what a waiver covers."""
        if self.ended is not None and activation.entry is not None and activation.status in _UNFINISHED:
            due = activation.outcome.due_day
            if due is None or due >= self.ended:
                activation.status, activation.exception = Status.NIET_VAN_TOEPASSING, _CLOSED
                return
        self.waivers.apply(activation)

    def _situation(self, rule: Rule, entry: Entry, strands: Strands | None, climb: Climb) -> Situation:
        one = self._now
        one.anchor.entry, one.anchor.strands = entry, strands
        one.rule, one.climb = rule.code, climb
        return one

    def ahead_entry(self, activation: Activation) -> Entry:
        """The transition still to come that a prospective condition was judged for."""
        strand = self.history.strands[activation.strand or ""]
        before, after = self.history.codes[strand.rank], self.history.codes[activation.rule.condition_for]
        return _transition_entry(None, activation.day, before, after, strand.name)

    def situation(self, rule: Rule, entry: Entry, strands: Strands | None, activation: Activation) -> Situation:
        """What an activation of this evaluation was judged against."""
        climb = ANYTIME
        if rule.condition_for and activation.strand is not None:
            strand = self.history.strands[activation.strand]
            if activation.entry is None:
                climb = Climb(strand.last_down, None, True)
            else:
                made = (one for one in strand.steps if one.up and one.day == activation.day and one.after == rule.condition_for)
                climb = _climb(strand, next(made))
        return self._situation(rule, entry, strands, climb)

    def _strand(self, strand: Strand) -> StrandVerdict:
        steps = []
        supported, supported_since = 0, None
        chain = True
        own, codes_ = one_strand(strand.name), self.history.codes
        for transition in strand.steps:
            before, after, day = transition.before, transition.after, transition.day
            if after < before:
                steps.append(Step(transition, [], True))
                chain = True
                supported, supported_since = after, day
                continue
            frame = self.series.on(day) or self.frame
            entry = _transition_entry(transition.cause, day, codes_[before], codes_[after], strand.name)
            climb = _climb(strand, transition)
            conditions = [
                self._judge(judged, frame, entry, strand.name, own, climb)
                for judged in frame.conditions.get(after, ())
                if judged.plain or judged.rule.holds_on(day)
            ]
            held = all(one.status.settled and one.exception != _CLOSED for one in conditions)
            chain = chain and held
            if chain:
                supported, supported_since = after, day
            skipped = self.frame.levels[before : after - 1]
            steps.append(Step(transition, conditions, held, skipped))
        level = self.frame.levels[strand.rank] if 0 < strand.rank < len(self.frame.levels) else None
        conditions = []
        if level is not None and self.ended is None:
            ahead = _transition_entry(None, self.peildatum, codes_[strand.rank], level.code, strand.name)
            climb = Climb(strand.last_down, None, True)
            conditions = [
                self._judge(judged, self.frame, ahead, strand.name, own, climb)
                for judged in self.frame.conditions.get(level.rank, ())
                if judged.plain or judged.rule.holds_on(self.peildatum)
            ]
        since = strand.steps[-1].day if strand.rank or strand.steps else None
        return StrandVerdict(strand, strand.rank, supported, since, supported_since, steps, level, conditions)

    def _findings(self, verdict: Verdict) -> list[Finding]:
        found: list[Finding] = []
        for index, waiver in enumerate(self.dossier.afwijkingen):
            if waiver.datum > self.peildatum:
                continue
            if self.series.rule(waiver.regel) is None:
                found.append(self._at(codes.WAIVER_RULE, ("afwijkingen", index, "regel")))
            elif index in self.waivers.expired:
                found.append(self._at(codes.WAIVER_EXPIRED, ("afwijkingen", index, "tot")))
            elif index not in self.waivers.used:
                found.append(self._at(codes.WAIVER_UNUSED, ("afwijkingen", index)))
        found += [
            self._at(codes.JUDGED_RULE, ("tijdlijn", entry.index, "regel"))
            for entry in self.timeline.by_kind.get("oordeel", ())
            if self.series.rule(entry.values["regel"]) is None
        ]
        found += [self._at(codes.STEP_DOWN_LEVEL, ("tijdlijn", entry.index, "naar")) for entry in self.history.bad_steps]
        found += [self._at(codes.DECISION_EXPIRED, ("tijdlijn", entry.index, "tot")) for entry in self._expired_decisions()]
        for one in verdict.activations:
            due = one.outcome.due
            if due is not None and not due.known and one.status in (Status.OPEN, Status.TE_LAAT, Status.TE_LAAT_VOLDAAN):
                found.append(self._at(codes.CALENDAR, ("tijdlijn", one.entry.index) if one.entry else ()))
                break
        return found

    def _expired_decisions(self) -> list[Entry]:
        """Decisions that granted something until a day now past, with no later decision and no step down since."""
        if self.ended is not None:
            return []
        decisions = self.timeline.by_kind.get("besluit", ())
        later = [*decisions, *self.timeline.by_kind.get("afschaling", ())]
        return [
            entry
            for entry in decisions
            if entry.values["uitkomst"] == "toegekend"
            and entry.values["tot"] is not None
            and entry.values["tot"] < self.peildatum
            and not any(other.day > entry.day for other in later)
        ]

    def _at(self, code: Code, path: tuple[str | int, ...]) -> Finding:
        place = self.loaded.place(path) if self.loaded is not None else Place("-")
        return code.at(place, subject=self.dossier.leerling.id)


def _climb(strand: Strand, transition: Transition) -> Climb:
    """The days between which evidence counts for a transition that was made."""
    if strand.last_down is None:
        return ANYTIME
    downs = (one.day for one in strand.steps if not one.up and one.day >= transition.day and one is not transition)
    return Climb(transition.since, min(downs, default=None))


def _transition_entry(cause: Entry | None, day: date, before: str, after: str, strand: str) -> Entry:
    entry = Entry(
        None,
        cause.index if cause else -1,
        day,
        TRANSITION,
        {"van": before, "naar": after, "id": cause.values.get("id") if cause else None},
    )
    entry.strands, entry.strand = one_strand(strand), strand
    return entry
