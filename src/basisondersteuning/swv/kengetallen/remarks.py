"""Findings on key figures: what contradicts, what is missing to compare with, and what the norms say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ...findings.catalogue import desk
from ...findings.finding import Finding, Norm, Place, Related, Severity
from ...model.kengetallen import NULMETING
from ...model.words import short_date
from ...norms.facts import NOT_JUDGED
from ...norms.status import Status
from .amounts import Amounts
from .definitions import WHAT
from .facts import Judged, JudgedArea
from .gaps import remedy_of
from .gathered import Gathered
from .series import NATIONAL, Series
from .sums import Sums
from .unlikely import unlikely

SOON = timedelta(weeks=26)
"""How long before its last day a term that still runs is worth a remark. A setting of `bo`: no source gives one."""


def remarks(
    gathered: Gathered,
    sums: Sums,
    series: Sequence[Series],
    leads: Sequence[Series],
    amounts: Iterable[Amounts],
    judged: Sequence[JudgedArea],
) -> list[Finding]:
    """All findings beyond those on the files themselves. What the norms say is of the last day of each figure only."""
    found = [*_schools(gathered, sums), *_conflicts(series), *_periods(amounts), *unlikely(gathered, series)]
    for one in leads:
        if one.area.gebied == "samenwerkingsverband" and (one.area.code is not None or not gathered.several):
            found += [*_baseline(one, series, gathered), *_definitions(one, series), *_nation(one, series, gathered)]
            found += _newer(one, series, gathered)
    for verdict in judged:
        found += verdict.findings
        for each in verdict.latest:
            if _worth_saying(each, gathered.peildatum):
                found.append(_norm(each, verdict, remedy_of(each, verdict.area, leads, series)))
    return found


def _schools(gathered: Gathered, sums: Sums) -> Iterator[Finding]:
    for stranger in sums.strangers():
        yield desk.OTHER_SCHOOL.at(stranger.written.place("code"))
    for key, counted in gathered.counts.items():
        if key.gebied != "samenwerkingsverband" or counted.amount is None or key.onderwijs == "so":
            continue
        together = sums.schools_of(key)
        if together is not None and counted.amount.high is not None and together.low > counted.amount.high:
            yield desk.SUM_EXCEEDS.at(counted.written.place("aantal"))


def _periods(amounts: Iterable[Amounts]) -> Iterator[Finding]:
    """Each period that cannot stand between the others, at one of the places where it was written."""
    met: set[Place] = set()
    for table in amounts:
        for clash in table.clashes:
            van, _ = clash.period
            place = table.written[clash.period].place("peildatum" if van is None else "van")
            if place in met:  # the samenwerkingsverband is made of its schools
                continue
            met.add(place)
            related = (Related(table.written[clash.other].place("peildatum"), "deze periode staat wel in de rij"),)
            message = "" if van is not None else "Van deze telling staat het begin van de periode er niet bij, van andere wel."
            yield desk.PERIODS_OVERLAP.at(place, message, related=related, subject=table.area.code)


def _newer(one: Series, series: Iterable[Series], gathered: Gathered) -> Iterator[Finding]:
    """A series that was asked for while others go on longer."""
    latest = one.latest
    assert latest is not None
    newer = [other for other in series if _same(one, other) and other.latest is not None and other.latest.day > latest.day]
    if newer:
        others = _and([other.definitie for other in newer])
        message = f"{WHAT[one.wat]}: volgens {one.definitie} is er na {short_date(latest.day)} geen cijfer, volgens {others} wel."
        yield desk.NEWER_FIGURE.at(_place(one, gathered), message, subject=one.area.code)


def _conflicts(series: Iterable[Series]) -> Iterator[Finding]:
    for one in series:
        for point in one.points:
            both = point.calculated is not None and point.published is not None and point.written is not None
            if both and point.calculated and point.published and point.calculated.narrower(point.published) is None:
                assert point.written is not None
                name = "percentage" if point.written.path[0] == "deelname" else "aantal"
                message = "Dit cijfer past niet bij de aantallen van dezelfde dag en definitie."
                yield desk.RATE_CONFLICT.at(point.written.place(name), message)


def _baseline(one: Series, series: Iterable[Series], gathered: Gathered) -> Iterator[Finding]:
    if one.baseline is not None:
        return
    others = [other.definitie for other in series if _same(one, other) and other.baseline is not None]
    message = f"{WHAT[one.wat]}: de nulmeting van 1 oktober 2013 ontbreekt."
    if others:
        message = f"{WHAT[one.wat]}: de nulmeting is er alleen volgens {_and(others)}, en niet volgens {one.definitie}."
    yield desk.BASELINE_MISSING.at(_place(one, gathered), message, subject=one.area.code)


def _definitions(one: Series, series: Iterable[Series]) -> Iterator[Finding]:
    """Years that only another definition has a figure of."""
    known = {point.day for point in one.known}
    met: set[date] = set()
    for other in series:
        if not _same(one, other) or other is one:
            continue
        lost = [point for point in other.known if point.day not in known | met and point.day != NULMETING]
        met |= {point.day for point in lost}
        written = next((point.written for point in lost if point.written is not None), None)
        if written is None:
            continue
        days = _and([short_date(point.day) for point in lost])
        is_are = "is" if len(lost) == 1 else "zijn"
        message = (
            f"{WHAT[one.wat]}: {days} {is_are} niet te vergelijken met de andere jaren ({other.definitie}, niet {one.definitie})."
        )
        yield desk.NOT_COMPARABLE.at(written.place("definitie"), message, subject=one.area.code)


def _nation(one: Series, series: Iterable[Series], gathered: Gathered) -> Iterator[Finding]:
    latest = one.latest
    if latest is None or latest.nation is not None:
        return
    others = [
        other.definitie
        for other in series
        if other.area == NATIONAL and other.wat == one.wat and any(point.day == latest.day for point in other.known)
    ]
    message = f"{WHAT[one.wat]}: het landelijke cijfer van {short_date(latest.day)} ontbreekt."
    if others:
        message = f"{WHAT[one.wat]}: het landelijke cijfer van {short_date(latest.day)} is er alleen volgens {_and(others)}."
    yield desk.NATIONAL_MISSING.at(_place(one, gathered), message, subject=one.area.code)


def _same(one: Series, other: Series) -> bool:
    """Whether two series are of the same figure, under whatever definition."""
    return one.area == other.area and one.wat == other.wat


def _place(one: Series, gathered: Gathered) -> Place:
    """Where the last figure of a series was written; else the first record."""
    written = one.latest.written if one.latest is not None else None
    return written.place("peildatum") if written is not None else gathered.files[0].place(("soort",))


def _and(words: Sequence[str]) -> str:
    each = list(dict.fromkeys(words))
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} en {each[-1]}"


def _worth_saying(one: Judged, peildatum: date) -> bool:
    if one.status is Status.OPEN:
        return one.due is not None and one.due <= peildatum + SOON
    return one.status.failed or one.status in NOT_JUDGED


def _norm(one: Judged, verdict: JudgedArea, missing: str) -> Finding:
    """A finding on one figure. What is not kept weighs as the rule does, what nobody knows is at most a warning.

    `missing` says what to add where nobody knows; that is not what to do when a rule is not kept.
    """
    rule, status = one.rule, one.status
    about = f" ({WHAT[one.wat]}, {short_date(one.day)})" if one.wat else ""
    message = f"{rule.title}: niet gehaald, dat vraagt aandacht{about}."
    severity = rule.severity
    remedy = rule.action
    if one.older is not None:
        message = f"{rule.title}: het laatste cijfer is van {short_date(one.older)}, en dat is te oud (de termijn is {one.term})."
        remedy = "Zet een nieuwer cijfer in de kengetallen, met peildatum en bron."
    elif status is Status.ONBEKEND:
        remedy = missing or remedy
        message = f"{rule.title}: niet te zeggen{about}."
        severity = max(rule.severity, Severity.WAARSCHUWING, key=lambda each: each.rank)
    elif status is Status.OORDEEL_NODIG:
        message = f"{rule.title}: daarover moeten mensen oordelen{about}."
        severity = Severity.ADVIES
        if rule.card.question:
            remedy = f"{rule.card.question} Leg het antwoord vast onder `oordelen`."
    elif status is Status.OPEN and one.due is not None:
        message = f"{rule.title}: nog te doen, uiterlijk {short_date(one.due)}{about}."
        severity = Severity.ADVIES
    norm = Norm(rule.title, rule.source, rule.role, status.value, one.due)
    return Finding(rule.code, severity, one.place, message, remedy, (), verdict.area.code, None, norm)
