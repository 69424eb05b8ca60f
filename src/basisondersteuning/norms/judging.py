"""What judging has in common, whatever record the rules are about: occasions, exceptions, what comes last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from ..findings.catalogue import verdict as codes
from ..findings.code import Code
from ..findings.finding import Finding, Place
from ..records.load import Loaded
from .calendar import Calendar
from .frame import Frame, Judged, Occasion, Rule, Series
from .pattern import MAYBE, NO, YES, Anchor, Pattern
from .requirement import ANYTIME, Climb, Outcome, Situation
from .status import Status
from .timeline import Entry, Strands, Timeline, one_strand
from .verdict import Activation
from .waivers import Waiver, Waivers

CLOSED = "het dossier is afgesloten"
"""The reason why what still ran no longer applies; it does not make an earlier step better supported."""

Occasions: TypeAlias = dict[tuple[str, str | None], list[Entry]]
"""The first events that gave rise to a rule, by its code and the strand."""

_UNFINISHED = (Status.OPEN, Status.TE_LAAT, Status.ONBEKEND, Status.OORDEEL_NODIG)


class Judging:
    """Judges activations over one timeline. `ended` is the day on which the record closed, `subject` its id."""

    def __init__(
        self,
        timeline: Timeline,
        series: Series,
        frame: Frame,
        calendar: Calendar,
        waivers: Waivers,
        loaded: Loaded | None,
        subject: str | None,
    ) -> None:
        self.timeline = timeline
        self.series = series
        self.frame = frame
        self.calendar = calendar
        self.waivers = waivers
        self.loaded = loaded
        self.subject = subject
        self.ended: date | None = None
        self._settling: bool = bool(waivers.all)
        nothing = Anchor(Entry(None, -1, timeline.peildatum, "", {}), None)
        self._now = Situation(timeline, calendar, nothing, self.level_of, "")

    def level_of(self, entry: Entry) -> str | None:  # noqa: ARG002
        """The niveau of an event; only a dossier has niveaus."""
        return None

    def _occur(
        self,
        triggers: Mapping[str, tuple[Occasion, ...]],
        frame: Frame,
        entries: Iterable[Entry],
        seen: Occasions,
        found: list[Activation],
    ) -> None:
        """Judge the rules of a version that events give rise to."""
        timeline, now, settling = self.timeline, self._now, self._settling
        anchor = now.anchor
        for entry in entries:
            occasions = triggers.get(entry.kind)
            if occasions is None:
                continue
            day, strand, strands = entry.day, entry.strand, entry.strands
            several = strands is not None and strand is None and len(strands) > 1
            for pattern, certain, rules in occasions:
                match = YES if certain else pattern.matches(entry.values, timeline, None)
                if match == NO or (pattern.level is not None and self.level_of(entry) != pattern.level):
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
                activation.status, activation.exception = Status.NIET_VAN_TOEPASSING, CLOSED
                return
        self.waivers.apply(activation)

    def _situation(self, rule: Rule, entry: Entry, strands: Strands | None, climb: Climb) -> Situation:
        one = self._now
        one.anchor.entry, one.anchor.strands = entry, strands
        one.rule, one.climb = rule.code, climb
        return one

    def _own_findings(self, waivers: Sequence[Waiver]) -> list[Finding]:
        """What is wrong with the waivers and the human judgements that stand in the record itself."""
        found: list[Finding] = []
        for index, waiver in enumerate(waivers):
            if waiver.datum > self.timeline.peildatum:
                continue
            if self.series.rule(waiver.regel) is None:
                found.append(self._at(codes.WAIVER_RULE, ("afwijkingen", index, "regel")))
            elif index in self.waivers.expired:
                found.append(self._at(codes.WAIVER_EXPIRED, ("afwijkingen", index, "tot")))
            elif index not in self.waivers.used:
                found.append(self._at(codes.WAIVER_UNUSED, ("afwijkingen", index)))
        found += [
            self._at(codes.JUDGED_RULE, (*entry.path, "regel"))
            for entry in self.timeline.by_kind.get("oordeel", ())
            if self.series.rule(entry.values["regel"]) is None
        ]
        return found

    def _at(self, code: Code, path: tuple[str | int, ...]) -> Finding:
        place = self.loaded.place(path) if self.loaded is not None else Place("-")
        return code.at(place, subject=self.subject)
