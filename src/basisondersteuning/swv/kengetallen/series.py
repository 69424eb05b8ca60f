"""Participation rates over the years, each series under one definition, held against the baseline and the nation.

Rates of different definitions are never compared: a series holds one definition only, and so does what it is compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ...model.counts import HIDDEN, Aantal
from ...model.kengetallen import NULMETING, CountKey
from ...model.rates import Comparison, Rate, compare
from .definitions import DEFINITIONS, RATES, Division, shown
from .gathered import Area, Counted, Gathered, Published, RateKey, Written, area_of
from .origin import Origin, together
from .sums import CLUSTERS, Sums, Whole

NATIONAL = Area("landelijk", None)
"""What the country's own figures are about."""


class Point(NamedTuple):
    """A rate on one day. `rate` is the more precise of what was calculated and what was published.

    Without a rate `why_not` says why. `counts` are the pupils by kind of education that it was calculated from.
    `previous`, `baseline` and `national` compare it with the last day before that has a rate, with 1-10-2013 and with the
    country on the same day; None when there is nothing to compare with.
    """

    day: date
    rate: Rate | None
    calculated: Rate | None
    published: Rate | None
    why_not: str = ""
    how: str = ""
    counts: tuple[tuple[str, Aantal], ...] = ()
    origin: Origin = Origin()
    written: Written | None = None
    previous: Comparison | None = None
    baseline: Comparison | None = None
    national: Comparison | None = None
    nation: Rate | None = None


class Series(NamedTuple):
    """The rates of one area under one definition, in order of day. `bron` only for a definition of the source's own."""

    area: Area
    wat: str
    definitie: str
    bron: str | None
    points: tuple[Point, ...]

    @property
    def known(self) -> tuple[Point, ...]:
        """The days with a rate."""
        return tuple(one for one in self.points if one.rate is not None)

    @property
    def latest(self) -> Point | None:
        """The last day with a rate."""
        return self.known[-1] if self.known else None

    @property
    def baseline(self) -> Rate | None:
        """The rate on 1-10-2013."""
        return next((one.rate for one in self.points if one.day == NULMETING), None)

    @property
    def named(self) -> str:
        """Its definition, in as few words as it is named by."""
        return self.definitie if self.bron is None else f"de eigen definitie van de bron ({shown(self.bron)})"

    @property
    def trend(self) -> Comparison | None:
        """The last rate against the first; None with fewer than two."""
        known = self.known
        if len(known) < 2 or known[0].rate is None or known[-1].rate is None:
            return None
        return compare(known[-1].rate, known[0].rate)


def all_series(gathered: Gathered, sums: Sums) -> list[Series]:
    """Every series with a rate in it: areas from large to small, figures and definitions in a fixed order."""
    found = [one for one in _bare(gathered, sums) if one.known]
    nation = {
        (one.wat, one.definitie, one.bron, point.day): point.rate for one in found if one.area == NATIONAL for point in one.known
    }
    return [one._replace(points=_compared(one, nation)) for one in found]


def leading(series: Iterable[Series], asked: str | None = None) -> list[Series]:
    """Per area and figure the one series that is judged.

    The definition that was asked for, where it has a rate; else the one with the latest figure, since an old one says nothing
    of today; then the one that can be held against the baseline, then the one that can be held against the country on most
    days, then the first of the list.
    """
    best: dict[tuple[Area, str], Series] = {}
    for one in series:
        other = best.get((one.area, one.wat))
        if other is None or _weight(one, asked) > _weight(other, asked):
            best[one.area, one.wat] = one
    return list(best.values())


def _weight(one: Series, asked: str | None) -> tuple[bool, date, bool, int, int]:
    known = one.known
    compared = any(each.baseline is not None for each in known)
    nation = sum(1 for each in known if each.nation is not None)
    order = [*DEFINITIONS, one.definitie].index(one.definitie)
    return one.definitie == asked, known[-1].day, compared, nation, -order


def _bare(gathered: Gathered, sums: Sums) -> Iterator[Series]:
    """Series without their comparisons."""
    areas = gathered.all_areas()
    days: dict[Area, set[date]] = {one: set() for one in areas}
    for key in gathered.counts:
        if key.wat == "leerlingen":
            days[area_of(key)].add(key.peildatum)
    if sums.schools:  # their counts may add up
        of_schools = {day for one, some in days.items() if one.gebied == "school" and one.code in sums.schools for day in some}
        for one in areas:
            if one.gebied == "samenwerkingsverband":
                days[one] |= of_schools
    given: dict[tuple[Area, str, str, str | None], dict[date, Published]] = {}
    for rate_key, published in gathered.published.items():
        given.setdefault(_series_of(rate_key), {})[rate_key.peildatum] = published
    for area in areas:
        for what in RATES:
            for definition, divisions in DEFINITIONS.items():
                there = given.pop((area, what, definition, None), {})
                points = [
                    _point(area, day, divisions[what], sums, gathered, there.get(day)) for day in sorted(days[area] | set(there))
                ]
                yield Series(area, what, definition, None, tuple(points))
            for (_, _, definition, source), own in sorted(_own(given, area, what), key=lambda one: one[0][3] or ""):
                yield Series(area, what, definition, source, tuple(_as_given(day, own[day]) for day in sorted(own)))


def _own(
    given: dict[tuple[Area, str, str, str | None], dict[date, Published]], area: Area, what: str
) -> list[tuple[tuple[Area, str, str, str | None], dict[date, Published]]]:
    return [(key, one) for key, one in given.items() if key[0] == area and key[1] == what and key[2] not in DEFINITIONS]


def _series_of(key: RateKey) -> tuple[Area, str, str, str | None]:
    return key.area, key.wat, key.definitie, key.bron


def _as_given(day: date, one: Published) -> Point:
    why = "" if one.rate is not None else "twee bronnen spreken elkaar tegen"
    return Point(day, one.rate, None, one.rate, why, "zoals gegeven", (), one.origin, one.written)


def _point(area: Area, day: date, division: Division, sums: Sums, gathered: Gathered, given: Published | None) -> Point:
    wholes = {one: sums.get(pupils(area, day, one)) for one in division.needed}
    counts = {name: one.amount for name, one in wholes.items() if one.amount is not None}
    calculated = division.rate(counts) if len(counts) == len(wholes) else None
    if calculated is not None and calculated.low == 0 and calculated.high is None:
        calculated = None  # a number that says nothing
    held = tuple(counts.items()) if calculated is not None else ()
    origin = together(one.origin for one in wholes.values() if one.amount is not None)
    if given is None:
        why = "" if calculated is not None else _why_not(wholes)
        first = _written(gathered, area, day, division.part) or _written(gathered, area, day, division.whole[0])
        how = ", ".join(f"{name}: {one.how}" for name, one in wholes.items() if one.how and one.amount is not None)
        return Point(day, calculated, calculated, None, why, how, held, origin, first.written if first else None)
    point = _as_given(day, given)
    if calculated is None:
        return point
    joined = calculated.narrower(given.rate) if given.rate is not None else None
    how = "uit aantallen, en zoals gegeven" if joined is not None else "uit aantallen; het gegeven cijfer past daar niet bij"
    both = together((origin, given.origin))
    return point._replace(rate=joined or calculated, calculated=calculated, why_not="", how=how, counts=held, origin=both)


def _written(gathered: Gathered, area: Area, day: date, education: str) -> Counted | None:
    """Where pupils in a kind of education were counted; of parts of it the first."""
    whole = pupils(area, day, education)
    keys = (whole, *(whole._replace(cluster=one) for one in CLUSTERS))
    return next((gathered.counts[one] for one in keys if one in gathered.counts), None)


def _why_not(wholes: dict[str, Whole]) -> str:
    missing = [f"{name} is {one.how or 'niet geteld'}" for name, one in wholes.items() if one.amount is None]
    hidden = [f"{name} is {HIDDEN}" for name, one in wholes.items() if one.amount == Aantal(0, None)]
    return ", ".join(missing or hidden) or "er zijn geen leerlingen geteld"


def pupils(area: Area, day: date, education: str) -> CountKey:
    """The count of pupils in a kind of education on a day."""
    return CountKey(area.gebied, area.code, "leerlingen", education, None, None, None, None, None, day)


def _compared(series: Series, nation: dict[tuple[str, str, str | None, date], Rate | None]) -> tuple[Point, ...]:
    known = series.known
    before = {after.day: first.rate for first, after in pairwise(known)}
    baseline = series.baseline
    made = []
    for one in series.points:
        if one.rate is None:
            made.append(one)
            continue
        last = before.get(one.day)
        country = nation.get((series.wat, series.definitie, series.bron, one.day)) if series.area != NATIONAL else None
        made.append(
            one._replace(
                previous=compare(one.rate, last) if last is not None else None,
                baseline=compare(one.rate, baseline) if baseline is not None and one.day > NULMETING else None,
                national=compare(one.rate, country) if country is not None else None,
                nation=country,
            )
        )
    return tuple(made)
