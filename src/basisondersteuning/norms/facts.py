"""Apply norms to a record that is no dossier: its facts, as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from ..findings.finding import Finding
from ..model.base import Model
from ..model.facts import fact_kinds
from ..records.load import Loaded
from ..records.tree import Path
from .calendar import Calendar
from .frame import Frame, Series
from .judging import Judging, Occasions
from .status import Status
from .timeline import Entry, Timeline
from .verdict import Activation, StrandVerdict
from .waivers import Waiver, Waivers

_day = attrgetter("day")


class Fact(NamedTuple):
    """One fact: its kind, its fields, where it stands in the record, and its day where it has one."""

    kind: str
    values: dict[str, Any]
    path: Path
    day: date | None = None


class FactEntry(Entry):
    """A fact as the rules meet it. A fact without a day of its own holds on the peildatum."""

    __slots__ = ("fact_path", "standing")

    def __init__(self, fact: Fact, day: date) -> None:
        super().__init__(None, -1, day, fact.kind, fact.values)
        self.fact_path = fact.path
        self.standing = fact.day is None

    @property
    def path(self) -> Path:
        """Where it stands in the record."""
        return self.fact_path


class FactTimeline(Timeline):
    """Facts up to and including the peildatum, indexed; they belong to no strand and name nobody by id."""

    __slots__ = ()

    def __init__(self, facts: Iterable[Fact], peildatum: date) -> None:
        self.peildatum = peildatum
        self.entries = [FactEntry(one, one.day or peildatum) for one in facts if one.day is None or one.day <= peildatum]
        self.entries.sort(key=_day)
        self.by_kind = {}
        self.by_id = {}
        self.strands = []
        self._by_role = {}
        for entry in self.entries:
            self.by_kind.setdefault(entry.kind, []).append(entry)
            if entry.values.get("id") is not None:
                self.by_id.setdefault(entry.values["id"], entry)


def facts_of(record: Model, over: str) -> list[Fact]:
    """The facts that a record itself holds; the record as a whole is the first.

    A block in which nothing is filled in is no fact: it stands there because the form had it.
    """
    values = record.__dict__
    found = [Fact(over, values, ())]
    for kind, one in fact_kinds(over).items():
        if one.field is None or one.field == "tijdlijn":
            continue
        held = values[one.field]
        if isinstance(held, list):
            found += [_fact(kind, block, (one.field, index)) for index, block in enumerate(held) if block.model_fields_set]
        elif held is not None and held.model_fields_set:
            found.append(_fact(kind, held, (one.field,)))
    found += [
        Fact(event.__dict__["soort"], event.__dict__, ("tijdlijn", index), event.__dict__["datum"])
        for index, event in enumerate(values.get("tijdlijn", ()))
    ]
    return found


def _fact(kind: str, block: Model, path: Path) -> Fact:
    day = block.__dict__.get("datum")
    return Fact(kind, block.__dict__, path, day if isinstance(day, date) else None)


@dataclass(slots=True)
class FactVerdict:
    """What the norms say of one record as of a day. It advises; people decide."""

    over: str
    peildatum: date
    frame: Frame
    activations: list[Activation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def all_activations(self) -> list[Activation]:
        """Every activation; facts know no transitions."""
        return self.activations

    @property
    def strands(self) -> tuple[StrandVerdict, ...]:
        """None: only a dossier has strands."""
        return ()

    def by_rule(self) -> dict[str, list[Activation]]:
        """The activations of each rule about this record in force; a rule without an occasion has none."""
        found: dict[str, list[Activation]] = {rule.code: [] for rule in self.frame.rules if rule.over == self.over}
        for one in self.activations:
            found.setdefault(one.rule.code, []).append(one)
        return found


def judge_facts(
    over: str,
    facts: Iterable[Fact],
    waivers: Sequence[Waiver],
    series: Series,
    frame: Frame,
    calendar: Calendar,
    peildatum: date,
    loaded: Loaded | None = None,
) -> FactVerdict:
    """Judge the facts of one record. `frame` is the version of `series` in force on `peildatum`.

    A fact with a day falls under the version of that day, or under the first one if it is older than the series: a profile
    is judged as it lies there. All others fall under the version of the peildatum. `waivers` are the
    `afwijkingen` of the record; `loaded` gives findings on them a place.
    """
    return FactEvaluation(over, FactTimeline(facts, peildatum), waivers, series, frame, calendar, loaded).run()


class FactEvaluation(Judging):
    """The evaluation of one record's facts."""

    def __init__(
        self,
        over: str,
        timeline: FactTimeline,
        waivers: Sequence[Waiver],
        series: Series,
        frame: Frame,
        calendar: Calendar,
        loaded: Loaded | None,
    ) -> None:
        super().__init__(timeline, series, frame, calendar, Waivers(waivers, timeline.peildatum), loaded, None)
        self.over = over
        self.given = waivers

    def run(self) -> FactVerdict:
        """The verdict."""
        verdict = FactVerdict(self.over, self.timeline.peildatum, self.frame)
        seen: Occasions = {}
        for frame, entries in self._by_version():
            self._occur(frame.fact_triggers.get(self.over, {}), frame, entries, seen, verdict.activations)
        verdict.findings = self._own_findings(self.given)
        return verdict

    def _by_version(self) -> Iterator[tuple[Frame, Iterable[Entry]]]:
        first = self.series.versions[0]
        older = [one for one in self.timeline.entries if one.day < first.start]
        if older:
            yield first, older
        yield from self.series.by_version(self.timeline.entries[len(older) :])


NOT_JUDGED = (Status.ONBEKEND, Status.OORDEEL_NODIG)
"""Statuses that say that nobody knows; they are never shown as fine."""
