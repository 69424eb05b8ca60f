"""What the rules see of the key figures: the derived facts `kengetal`, and the records as they were written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ...findings.finding import Finding, Place
from ...model.kengetallen import NULMETING, Kengetal
from ...model.rates import Comparison
from ...model.sop import Sopafwijking
from ...norms.calendar import Calendar
from ...norms.facts import Fact, FactTimeline, judge_facts
from ...norms.frame import Frame, Rule
from ...norms.frame import Series as NormSeries
from ...norms.pattern import Anchor
from ...norms.requirement import Precedence
from ...norms.situation import Situation
from ...norms.status import URGENCY, Status
from ...norms.timeline import Entry
from ...norms.verdict import Activation
from ...records.load import Loaded
from ...records.tree import Path
from .amounts import FOLLOWED, Amounts
from .gathered import Area, Gathered, Written, area_of, record_of
from .merge import numbers
from .series import Series


class Judged(NamedTuple):
    """What one rule says of one figure on one day; `wat` is empty for a rule about the figures as a whole.

    `older` is the day of the last figure where there is one, but longer ago than `term` allows; `place` is then its place.
    """

    rule: Rule
    wat: str
    day: date
    status: Status
    place: Place
    missing: tuple[str, ...] = ()
    due: date | None = None
    older: date | None = None
    term: str = ""


class JudgedArea(NamedTuple):
    """What the norms say of one samenwerkingsverband: every figure on every day, and findings on judgements and waivers."""

    area: Area
    all: tuple[Judged, ...]
    findings: tuple[Finding, ...]

    @property
    def latest(self) -> tuple[Judged, ...]:
        """Of every figure the last day; of what is about the whole everything."""
        last: dict[str, date] = {}
        for one in self.all:
            last[one.wat] = max(one.day, last.get(one.wat, one.day))
        return tuple(one for one in self.all if one.day == last[one.wat])

    def status_of(self, wat: str, day: date) -> Status | None:
        """The most urgent status of a figure on a day; None when no rule was about it."""
        found = [one.status for one in self.all if one.wat == wat and one.day == day]
        return min(found, key=lambda one: URGENCY[one], default=None)


def judge(
    area: Area,
    gathered: Gathered,
    leading: Sequence[Series],
    amounts: Sequence[Amounts],
    series: NormSeries,
    frame: Frame,
) -> JudgedArea:
    """Judge the figures of one samenwerkingsverband by the rules about key figures.

    Rules about the figures as a whole ask which ones are followed; where there is none of a samenwerkingsverband, such as
    beside counts of schools' own, they are not asked.
    """
    own = [one for one in gathered.files if _is_of(one, area, gathered)]
    if not own:
        return JudgedArea(area, (), ())
    peildatum = gathered.peildatum
    bundle = _Bundle(own)
    facts = [*_records(own, peildatum), *_figures(area, leading, amounts, bundle)]
    if not _has_figures(area, gathered, leading, amounts):
        facts = [one for one in facts if one.kind != "kengetallen"]
    waivers = [waiver for waiver, _ in bundle.waivers]
    verdict = judge_facts("kengetallen", facts, waivers, series, frame, Calendar(), peildatum, bundle)
    start = series.versions[0].start  # a figure of before the norms, such as the baseline, is held to none of them
    timeline = FactTimeline(facts, peildatum)
    judged = (one for one in _judged(verdict.activations, bundle, timeline) if one.day >= start)
    found = tuple(sorted(judged, key=lambda one: (one.rule.code, one.day)))
    return JudgedArea(area, found, tuple(verdict.findings))


def _is_of(loaded: Loaded, area: Area, gathered: Gathered) -> bool:
    """Whether a file is about a samenwerkingsverband; one without a number is, as long as there is only one."""
    record = record_of(loaded)
    if record.samenwerkingsverband is not None:
        return record.samenwerkingsverband == area.code
    return not gathered.several or area.code in set(numbers(record))


def _has_figures(area: Area, gathered: Gathered, leading: Iterable[Series], amounts: Iterable[Amounts]) -> bool:
    """Whether there is anything of what a samenwerkingsverband follows: pupils, rates, arrangements, TLVs (passage 30)."""
    counted = any(area_of(key) == area and key.wat == "leerlingen" for key in gathered.counts)
    given = any(key.area == area for key in gathered.published)
    made = any(one.area == area for one in leading) or any(one.area == area and one.wat in FOLLOWED for one in amounts)
    return counted or given or made


class _Bundle(Loaded):
    """Several files as one record: a path begins with the number of its file."""

    def __init__(self, files: Sequence[Loaded]) -> None:
        super().__init__(files[0].name)
        self.files = files
        self.waivers: list[tuple[Sopafwijking, tuple[str | int, ...]]] = [
            (waiver, (number, "afwijkingen", index))
            for number, one in enumerate(files)
            for index, waiver in enumerate(record_of(one).afwijkingen)
        ]

    def place(self, path: Path) -> Place:
        """The place of a value in one of the files; waivers are numbered over all of them."""
        if path and path[0] == "afwijkingen":
            path = (*self.waivers[int(path[1])][1], *path[2:])
        return self.files[int(path[0])].place(path[1:]) if path else self.files[0].place(("soort",))

    def path_of(self, written: Written | None) -> Path:
        """The path of what was written in one of the files; that of the first record where it is not known."""
        for number, one in enumerate(self.files):
            if written is not None and written.loaded is one:
                return (number, *written.path)
        return (0, "soort")


def _records(files: Sequence[Loaded], peildatum: date) -> Iterator[Fact]:
    """The records themselves and their blocks; the first stands for all."""
    yield Fact("kengetallen", record_of(files[0]).__dict__, (0, "soort"))
    for number, loaded in enumerate(files):
        record = record_of(loaded)
        for index, count in enumerate(record.tellingen):
            if count.peildatum <= peildatum:
                yield Fact("telling", count.__dict__, (number, "tellingen", index))
        for index, rate in enumerate(record.deelname):
            if rate.peildatum <= peildatum:
                yield Fact("deelnamecijfer", rate.__dict__, (number, "deelname", index))
        for index, judgement in enumerate(record.oordelen):
            yield Fact("oordeel", judgement.__dict__, (number, "oordelen", index), judgement.datum)


def _figures(area: Area, leading: Iterable[Series], amounts: Iterable[Amounts], bundle: _Bundle) -> Iterator[Fact]:
    """The derived facts. Where masked counts leave more than one answer a comparison is empty: nobody knows."""
    for one in leading:
        if one.area != area:
            continue
        names = _names(one.wat, [point.day for point in one.known])
        for point in one.known:
            yield _fact(
                {
                    "datum": point.day,
                    "id": names[point.day],
                    "wat": one.wat,
                    "gebied": area.gebied,
                    "definitie": one.definitie,
                    "tegenover_nulmeting": _certain(point.baseline) if point.day != NULMETING else None,
                    "tegenover_landelijk": _certain(point.national),
                },
                bundle.path_of(point.written),
            )
    for what in FOLLOWED:
        rows = [(row, one) for one in amounts if (one.area, one.wat) == (area, what) for row in one.rows]
        names = _names(what, [row.day for row, _ in rows])
        met = {row.day: table.written.get(row.period) for row, table in reversed(rows)}
        for day, written in sorted(met.items(), key=lambda one: one[0]):
            values = {"datum": day, "id": names[day], "wat": what, "gebied": area.gebied}
            yield _fact(values, bundle.path_of(written))


def _fact(values: dict[str, object], path: Path) -> Fact:
    empty = dict.fromkeys(Kengetal.model_fields)
    day = values["datum"]
    assert isinstance(day, date)
    return Fact("kengetal", {**empty, **values}, path, day)


def _certain(one: Comparison | None) -> Comparison | None:
    return None if one == "onzeker" else one


def _names(what: str, days: Sequence[date]) -> dict[date, str]:
    """An id for each day: the year, or the whole day where a year has several."""
    years = Counter(day.year for day in set(days))
    return {day: f"{what}-{day.year if years[day.year] == 1 else day.isoformat()}" for day in days}


def _judged(activations: Iterable[Activation], bundle: _Bundle, timeline: FactTimeline) -> Iterator[Judged]:
    for one in activations:
        entry = one.entry
        assert entry is not None
        what = str(entry.values["wat"]) if entry.kind == "kengetal" else ""
        missing = tuple(dict.fromkeys(name for _, name in one.outcome.missing))
        made = Judged(one.rule, what, one.day, one.status, bundle.place(entry.path), missing, one.due_day)
        asked = one.rule.requirement
        if one.status is Status.GESCHONDEN and isinstance(asked, Precedence) and asked.deadline is not None:
            older = _without_term(asked, entry, one.rule.code, timeline)
            if older is not None:
                made = made._replace(place=bundle.place(older.path), older=older.day, term=str(asked.deadline.term))
        yield made


def _without_term(asked: Precedence, entry: Entry, code: str, timeline: FactTimeline) -> Entry | None:
    """The last evidence that there would be without the term of a rule; None when there is none at all."""
    situation = Situation(timeline, Calendar(), Anchor(entry, None), lambda _: None, code)
    found = asked._replace(deadline=None).evaluate(situation)
    return found.evidence[0] if found.status is Status.VOLDAAN else None
