"""The mutation run: is there a case that notices each single change of a frame?

A change is noticed when an expectation that is met now is not met with the change in the frame. What no dossier can show
is listed under `gelijkwaardig` beside the cases, with the reason; that list is held against the frame too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from ..findings.catalogue import mutants as codes
from ..findings.finding import Finding, Place
from ..model.frame import Normenkader
from ..model.pattern_words import LEVEL_WORDS
from ..records.load import Loaded
from ..records.nearmiss import nearest
from .calendar import Calendar
from .cases import Case, Expectation, Suite
from .frame import Frame, Series
from .mutate_apply import changed
from .mutate_changes import Named, Sort, all_changes
from .reachable import MovedCalendar, terms


class Fate(StrEnum):
    """What became of a change; the values are how a person reads them."""

    NOTICED = "gemerkt"
    EQUIVALENT = "gelijkwaardig"
    UNNOTICED = "ongemerkt"


@dataclass(slots=True)
class MutationReport:
    """What a mutation run over one frame gave: the fate of each change, in the order of the frame, and findings."""

    frame: Frame
    fates: list[tuple[Named, Fate]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def count(self, fate: Fate, sort: Sort | None = None) -> int:
        """How many changes, or how many of one sort, met this fate."""
        return sum(one is fate and sort in (None, named.change.sort) for named, one in self.fates)

    def sorts(self) -> list[Sort]:
        """The sorts of changes that this frame has."""
        found = {named.change.sort for named, _ in self.fates}
        return [one for one in Sort if one in found]


class Sitting(NamedTuple):
    """One day of one case, with the expectations that are met now; `calendars` by how many days a term is moved."""

    case: Case
    day: date
    met: tuple[Expectation, ...]
    calendars: dict[int, Calendar]


def run_mutants(frame: Frame, loaded: Loaded, suites: list[Suite], rules: Iterable[str]) -> MutationReport:
    """Make every change of these rules, and of the niveaus and ends that the frame describes itself, one at a time.

    `suites` are the cases of this very frame: a frame guards its own changes. Without any there is nothing to say.
    """
    report = MutationReport(frame)
    if not suites:
        return report
    bench = _Bench(frame, [sitting for suite in suites for sitting in _sittings(frame, suite)])
    record = loaded.record
    assert isinstance(record, Normenkader)
    alone = record.gebaseerd_op is None
    listed = {one.wijziging for suite in suites for one in suite.record.gelijkwaardig}
    known: dict[str, Fate] = {}
    levels, ends = alone or bool(record.niveaus), alone or bool(record.einde)
    for named in all_changes(frame.record, set(rules), levels=levels, ends=ends):
        noticed = bench.notices(named, loaded)
        if noticed is None:
            continue
        fate = Fate.NOTICED if noticed else Fate.EQUIVALENT if named.name in listed else Fate.UNNOTICED
        known[named.name] = fate
        report.fates.append((named, fate))
        if fate is Fate.UNNOTICED:
            message = f"Geen proef merkt deze wijziging: {named.name}."
            report.findings.append(codes.UNNOTICED.at(_place(named, frame, loaded), message))
    for suite in suites:
        report.findings += _stale(suite, known)
    report.findings.sort(key=lambda one: one.sort_key)
    return report


def _sittings(frame: Frame, suite: Suite) -> Iterator[Sitting]:
    roosters = suite.record.roosters
    calendars = {0: Calendar(roosters), -1: MovedCalendar(roosters, -1), 1: MovedCalendar(roosters, 1)}
    outcomes = suite.outcomes(frame, calendars[0])
    for case in suite.cases:
        for day, expectations in case.days:
            met = [one.expectation for one in islice(outcomes, len(expectations)) if one.met]
            yield Sitting(case, day, tuple(met), calendars)


class _Bench:
    """The sittings of one frame, and which of them to hold for a change of a rule."""

    def __init__(self, frame: Frame, sittings: list[Sitting]) -> None:
        self.frame = frame
        self.sittings = sittings
        self.conditions = tuple(rule for rule in frame.rules if rule.condition_for)
        self._of_rule: dict[str, list[Sitting]] = {}

    def notices(self, named: Named, loaded: Loaded) -> bool | None:
        """Whether some expectation is no longer met; None for a change that cannot be made."""
        change = named.change
        code = self.frame.record.regels[int(change.part[1])].code if change.part[0] == "regels" else None
        frame = changed(self.frame, loaded, named)
        if frame is None:
            return None
        if code is not None:  # the other rules cannot say anything else: a rule never looks at what became of another
            needed = (code, *(one.code for one in self.conditions if self.frame.by_code[code].condition_for))
            frame = replace(frame, rules=tuple(one for one in frame.rules if one.code in needed))
        series = Series(frame.series, (frame,))
        for case, day, met, calendars in self.sittings if code is None else self._sittings_of(code):
            verdict = case.verdict(series, frame, calendars[change.days], day)
            if any(not one.met_by(one.got(verdict)) for one in met):
                return True
        return False

    def _sittings_of(self, code: str) -> list[Sitting]:
        """The sittings with expectations that a rule can touch, those on the rule itself first."""
        if code not in self._of_rule:
            words = (code, *LEVEL_WORDS) if self.frame.by_code[code].condition_for else (code,)
            kept = [one._replace(met=tuple(each for each in one.met if each.name in words)) for one in self.sittings]
            found = [one for one in kept if one.met]
            found.sort(key=lambda one: all(each.name != code for each in one.met))
            self._of_rule[code] = found
        return self._of_rule[code]


def _stale(suite: Suite, known: dict[str, Fate]) -> Iterator[Finding]:
    """The entries under `gelijkwaardig` that are no longer true."""
    for index, one in enumerate(suite.record.gelijkwaardig):
        place = suite.loaded.place(("gelijkwaardig", index, "wijziging"))
        if one.wijziging not in known:
            yield codes.EQUIVALENT_UNKNOWN.at(place, suggestion=nearest(one.wijziging, known))
        elif known[one.wijziging] is Fate.NOTICED:
            yield codes.EQUIVALENT_NOTICED.at(place)


def _place(named: Named, frame: Frame, loaded: Loaded) -> Place:
    """Where the changed part stands in the file; for a rule of the base, the setting that makes it different here."""
    record = loaded.record
    assert isinstance(record, Normenkader)
    kind, index, *below = named.place
    one = getattr(frame.record, str(kind))[index]
    own = next((number for number, mine in enumerate(getattr(record, str(kind))) if mine is one), None)
    if own is not None:
        return loaded.place((kind, own, *(below or (["code"] if kind == "regels" else []))))
    used = {term.deadline.setting for term in terms(frame.by_code[one.code])} if kind == "regels" else set()
    settings = [number for number, mine in enumerate(record.instellingen) if mine.naam in used]
    return loaded.place(("instellingen", settings[0]) if settings else ("code",))
