"""Apply a series of norm frames to one dossier, as of a day."""

from __future__ import annotations

from datetime import date

from ..findings.catalogue import verdict as codes
from ..findings.finding import Finding
from ..model.dossier import Dossier
from ..records.load import Loaded
from .calendar import Calendar
from .frame import Frame, Rule, Series
from .judging import CLOSED, Judging, Occasions
from .levels import History, Strand, Transition
from .pattern import YES
from .pattern_compile import TRANSITION
from .requirement import ANYTIME, Climb, Situation
from .status import Status
from .timeline import Entry, Strands, Timeline, one_strand
from .verdict import Activation, Step, StrandVerdict, Verdict
from .waivers import Waivers


def evaluate(
    dossier: Dossier, series: Series, frame: Frame, calendar: Calendar, peildatum: date, loaded: Loaded | None = None
) -> Verdict:
    """Judge one dossier. `frame` is the version of `series` in force on `peildatum`; `loaded` gives findings a place.

    Older duties fall under the version in force on the day that gave rise to them.
    """
    return Evaluation(dossier, series, frame, calendar, peildatum, loaded).run()


class Evaluation(Judging):
    """The evaluation of one dossier; kept when the story behind an activation is wanted (`norms.trace`)."""

    def __init__(
        self, dossier: Dossier, series: Series, frame: Frame, calendar: Calendar, peildatum: date, loaded: Loaded | None
    ) -> None:
        self.dossier = dossier
        self.peildatum = peildatum
        timeline = Timeline(dossier, peildatum)
        self.history = History(timeline, frame.ladder, series.ladder_on if len(series.versions) > 1 else None)
        waivers = Waivers(dossier.afwijkingen, peildatum)
        super().__init__(timeline, series, frame, calendar, waivers, loaded, dossier.leerling.id)
        self._now.level_of = self.history.level_of
        self.ended = self._ended()
        self._settling = self._settling or self.ended is not None

    def level_of(self, entry: Entry) -> str | None:
        """The niveau at which an event of this dossier ran."""
        return self.history.level_of(entry)

    def run(self) -> Verdict:
        """The verdict."""
        activations: list[Activation] = []
        seen: Occasions = {}
        for frame, entries in self.series.by_version(self.timeline.entries):
            self._occur(frame.triggers, frame, entries, seen, activations)
        for frame in self.series.versions:
            if TRANSITION in frame.triggers:
                self._occur(frame.triggers, frame, self._transitions(frame), seen, activations)
        strands = [self._strand(one) for one in self.history.strands.values() if one.steps]
        strands.sort(key=lambda one: (-one.supported, -one.rank, one.strand.name))
        verdict = Verdict(
            self.dossier.leerling.id,
            self.peildatum,
            self.frame,
            strands,
            activations,
            self.dossier.afwijkingen,
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

    def _transitions(self, frame: Frame) -> list[Entry]:
        """The transitions on days on which a frame is in force, as events that rules can match."""
        codes_ = self.history.codes
        return [
            _transition_entry(step.cause, step.day, codes_[step.before], codes_[step.after], strand.name)
            for strand in self.history.strands.values()
            for step in strand.steps
            if frame.holds_on(step.day)
        ]

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
            held = all(one.status.settled and one.exception != CLOSED for one in conditions)
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
        found = self._own_findings(self.dossier.afwijkingen)
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
