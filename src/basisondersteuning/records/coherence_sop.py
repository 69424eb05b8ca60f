"""Whether the parts of a record `sop` fit together: judgements of the inspectorate, lists, references, days, hours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import TypeAlias

from ..findings.catalogue import coherence as codes
from ..findings.catalogue import reading
from ..findings.code import Code
from ..findings.finding import Finding, Related
from ..model.sop import Sop
from ..model.swv import school_year
from .nearmiss import nearest
from .parse import MOST_FINDINGS
from .source import Source
from .tree import Document, Path

NEW_SYSTEM = date(2017, 8, 1)
"""From this day on the inspectorate gives an oordeel, before it an arrangement (passage 2 knows only the latter)."""

_OUTCOMES = {
    "arrangement": ("basis", "zwak", "zeer_zwak"),
    "oordeel": ("voldoende", "onvoldoende", "zeer_zwak", "goed"),
}


class Context:
    """One SOP with its file."""

    def __init__(self, record: Sop, document: Document, source: Source, today: date) -> None:
        self.record = record
        self.document = document
        self.source = source
        self.today = today

    def at(self, code: Code, path: Path, message: str = "", **more: object) -> Finding:
        """A finding at the value on `path`."""
        return code.at(self.source.place(self.document.mark(path)[0]), message, subject=self.record.school, **more)  # type: ignore[arg-type]

    def related(self, path: Path, label: str) -> tuple[Related, ...]:
        """A second place, for `at`."""
        return (Related(self.source.place(self.document.mark(path)[0]), label),)


Check: TypeAlias = Callable[[Context], Iterator[Finding]]


def year(context: Context) -> Iterator[Finding]:
    """The school year is one year."""
    if school_year(context.record.schooljaar) is None:
        yield context.at(
            codes.SCHOOL_YEAR, ("schooljaar",), "Een schooljaar loopt over twee jaren die op elkaar volgen, zoals 2026-2027."
        )


def systems(context: Context) -> Iterator[Finding]:
    """A judgement of the inspectorate belongs to one system: its outcome is one of it, and its day falls in its time."""
    for index, event in enumerate(context.record.tijdlijn):
        if event.soort != "inspectieoordeel":
            continue
        path = ("tijdlijn", index)
        if event.uitkomst not in _OUTCOMES[event.stelsel]:
            listed = ", ".join(f"`{one}`" for one in _OUTCOMES[event.stelsel])
            message = f"Deze uitkomst hoort niet bij dit stelsel; daar horen {listed} bij."
            yield context.at(codes.OTHER_SYSTEM, (*path, "uitkomst"), message)
        if event.stelsel == "arrangement" and event.datum >= NEW_SYSTEM:
            message = "Sinds 1 augustus 2017 geeft de inspectie geen arrangement meer, maar een oordeel."
            yield context.at(codes.OTHER_SYSTEM, (*path, "datum"), message)
        elif event.stelsel == "oordeel" and event.datum < NEW_SYSTEM:
            message = "Tot 1 augustus 2017 gaf de inspectie geen oordeel, maar een arrangement."
            yield context.at(codes.OTHER_SYSTEM, (*path, "datum"), message)


def doubles(context: Context) -> Iterator[Finding]:
    """What a school judges of itself it judges once."""
    record = context.record
    lists = (
        ("aspecten", "aspect", [one.aspect for one in record.aspecten]),
        ("ijkpunten", "ijkpunt", [one.ijkpunt for one in record.ijkpunten]),
        ("hgw", "kenmerk", [one.kenmerk for one in record.hgw]),
    )
    for name, field, words in lists:
        first: dict[str, int] = {}
        for index, word in enumerate(words):
            if word in first:
                related = context.related((name, first[word], field), "hier staat het al")
                yield context.at(codes.TWICE, (name, index, field), related=related)
            first.setdefault(word, index)


def references(context: Context) -> Iterator[Finding]:
    """An event has an id of its own, and what is referred to exists."""
    record = context.record
    first: dict[str, int] = {}
    for index, event in enumerate(record.tijdlijn):
        if event.id is not None and event.id in first:
            related = context.related(("tijdlijn", first[event.id], "id"), "hier staat hetzelfde kenmerk al")
            yield context.at(codes.DUPLICATE_ID, ("tijdlijn", index, "id"), related=related)
        elif event.id is not None:
            first[event.id] = index
    named = [(one.betreft, ("afwijkingen", index, "betreft")) for index, one in enumerate(record.afwijkingen)]
    named += [
        (one.betreft, ("tijdlijn", index, "betreft")) for index, one in enumerate(record.tijdlijn) if one.soort == "oordeel"
    ]
    for name, path in named:
        if name is not None and name not in first:
            meant = nearest(name, sorted(first))
            yield context.at(codes.UNKNOWN_EVENT, path, remedy=f"Bedoelde u `{meant}`?" if meant else "", suggestion=meant)


def days(context: Context) -> Iterator[Finding]:
    """What happened has happened, and an end does not lie before its begin."""
    record, today = context.record, context.today
    past = [(one.datum, ("tijdlijn", index, "datum")) for index, one in enumerate(record.tijdlijn)]
    past += [(one.datum, ("afwijkingen", index, "datum")) for index, one in enumerate(record.afwijkingen)]
    for day, path in past:
        if day > today:
            yield context.at(codes.FUTURE, path)
    counted = [(one.peildatum, ("kengetallen", index, "peildatum")) for index, one in enumerate(record.kengetallen)]
    for day, path in counted:
        if day > today:
            yield context.at(codes.FUTURE, path, "Deze peildatum ligt in de toekomst.", remedy="Verbeter de peildatum.")
    for index, protocol in enumerate(record.protocollen):
        if protocol.vastgesteld_op is not None and protocol.vastgesteld_op > today:
            where = ("protocollen", index, "vastgesteld_op")
            yield context.at(codes.FUTURE, where, remedy="Verbeter de datum, of laat haar weg tot het protocol is vastgesteld.")
    for index, waiver in enumerate(record.afwijkingen):
        if waiver.tot is not None and waiver.tot < waiver.datum:
            yield context.at(codes.ORDER, ("afwijkingen", index, "tot"), "De afwijking eindigt voor zij begint.")


def measures(context: Context) -> Iterator[Finding]:
    """A measure, and informing the SWV, follow a judgement of the inspectorate (passage 3)."""
    record = context.record
    judged = min((one.datum for one in record.tijdlijn if one.soort == "inspectieoordeel"), default=None)
    for index, event in enumerate(record.tijdlijn):
        if event.soort in ("verbetermaatregel", "swv_ingelicht") and (judged is None or event.datum < judged):
            yield context.at(codes.NO_JUDGEMENT, ("tijdlijn", index, "soort"))


def hours(context: Context) -> Iterator[Finding]:
    """The hours that are paid for are the hours that there are, where all of them are given (passage 19)."""
    record = context.record
    there = [one.uren_per_week for one in record.interne_begeleiding]
    paid = [one.uren_per_week for one in record.bekostiging]
    if not there or not paid or None in there or None in paid:
        return
    if sum(filter(None, there)) != sum(filter(None, paid)):
        related = context.related(("interne_begeleiding",), "hier staan de uren van de intern begeleiders")
        yield context.at(codes.HOURS, ("bekostiging",), related=related)


def ambitions(context: Context) -> Iterator[Finding]:
    """What should have been reached before the school year is no ambition for it any more."""
    years = school_year(context.record.schooljaar)
    if years is None:
        return
    for index, one in enumerate(context.record.ambities):
        if one.wanneer is not None and one.wanneer < years[0] and one.stand in ("nog_niet_begonnen", "loopt"):
            yield context.at(codes.OLD_AMBITION, ("ambities", index, "wanneer"))


def chair(context: Context) -> Iterator[Finding]:
    """Who chairs the ondersteuningsteam belongs to it (passages 15 and 23)."""
    team = context.record.ondersteuningsteam
    if team is not None and team.voorzitter is not None and team.leden and team.voorzitter not in team.leden:
        yield context.at(codes.CHAIR, ("ondersteuningsteam", "voorzitter"))


CHECKS: tuple[Check, ...] = (year, systems, doubles, references, days, measures, hours, ambitions, chair)
"""Every check, in the order in which it is run."""


def check(record: Sop, document: Document, source: Source, today: date) -> list[Finding]:
    """All findings on how the parts of the record fit together; `today` is the day after which a date is in the future."""
    context = Context(record, document, source, today)
    found = list(islice((finding for one in CHECKS for finding in one(context)), MOST_FINDINGS + 1))
    if len(found) > MOST_FINDINGS:
        found[-1] = reading.TOO_MANY.at(found[-1].place, subject=record.school)
    return found
