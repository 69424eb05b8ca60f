"""The workbook of a coverage: a sheet for each view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from ...findings.finding import Finding
from ...swv.dekking.changes import Changes
from ...swv.dekking.coverage import STATE_WORDS, Coverage, SchoolRow
from ...swv.dekking.data import ASKED_WORDS
from ...swv.dekking.sentences import counted, places_words, title
from ...swv.dekking.words import (
    KIND_WORDS,
    MISSING,
    PLACE_WORDS,
    PLACES,
    UNKNOWN,
    act_words,
    area_words,
    field_words,
)
from ..output.sheets import Column, Sheet, Value, write_workbook

_FILLS = {"in de school": "#CFE8E0", "bij het bestuur": "#DDEBF7", "van buiten": "#FFF2CC", "niet genoemd": "#F8CBAD"}
_WHO = (Column("School"), Column("Naam", 34), Column("Bestuur", 30))


def write_book(coverage: Coverage, findings: Sequence[Finding], target: BinaryIO, *, complete: bool = True) -> None:
    """Write the workbook of a coverage. Raises `Missing` where workbooks cannot be made, and OSError."""
    write_workbook(target, _sheets(coverage, findings, complete), title(coverage))


def _sheets(coverage: Coverage, findings: Sequence[Finding], complete: bool) -> Iterator[Sheet]:
    heads = [Column(area_words(one.code), 18, True) for one in coverage.areas]
    yield Sheet("Dekking", (*_WHO, Column("Plaats"), Column("SOP", 18), *heads), _matrix(coverage), _FILLS, 2)
    counts = [Column(PLACE_WORDS[one], 15) for one in (*PLACES, MISSING)]
    yield Sheet(
        "Gebieden",
        (
            Column("Gebied", 28),
            Column("Gevraagd", 34),
            *counts,
            Column("geen SOP dat meetelt", 20),
            Column("Aanbieders", 60, True),
        ),
        _areas(coverage),
        {},
        1,
    )
    expert = (*_WHO, Column("Gebied", 28), Column("Waar", 18), Column("Wie", 44, True))
    yield Sheet("Deskundigheid", expert, _experts(coverage), _FILLS, 2)
    numbers = [Column(area_words(one.code), 14, True) for one in coverage.areas]
    yield Sheet("Besturen", (Column("Bestuur", 34), Column("Scholen"), Column("Met SOP"), *numbers), _boards(coverage), {}, 1)
    acts = (*_WHO, Column("Gebied", 30), Column("Aard", 16), Column("Interventie", 44, True))
    yield Sheet("Interventies", acts, _acts(coverage), {}, 2)
    yield Sheet("Voorzieningen", (*_WHO, Column("Veld", 24), Column("Voorziening", 44, True)), _facilities(coverage), {}, 2)
    yield Sheet("Schooljaren", (Column("Schooljaar"), Column("Met SOP"), *numbers), _years(coverage), {}, 1)
    changed = (*_WHO, Column("Wat", 16), Column("Hoe"), Column("Naam", 40, True), Column("Was", 24), Column("Nu", 24))
    yield Sheet("Veranderd", changed, _changes(coverage.changes) if coverage.changes else (), {}, 2)
    found = (Column("Code"), Column("Ernst", 15), Column("School"), Column("Bevinding", 70, True), Column("Doe", 60, True))
    yield Sheet("Bevindingen", (*found, Column("Plaats", 44)), _found(findings), {}, 1)
    yield Sheet("Toelichting", (Column("Wat", 26), Column("Uitleg", 90, True)), _about(coverage, complete))


def _who(row: SchoolRow) -> tuple[Value, ...]:
    return row.code, row.name, row.board


def _matrix(coverage: Coverage) -> Iterator[tuple[Value, ...]]:
    for row in coverage.schools:
        cells = [
            PLACE_WORDS[word] if (word := row.word(index)) != UNKNOWN else STATE_WORDS[row.state]
            for index in range(len(coverage.areas))
        ]
        yield (*_who(row), row.town, STATE_WORDS[row.state], *cells)


def _areas(coverage: Coverage) -> Iterator[tuple[Value, ...]]:
    for one in coverage.areas:
        numbers = (one.counts[word] for word in (*PLACES, MISSING, UNKNOWN))
        yield area_words(one.code), ASKED_WORDS[one.asked] or "nee", *numbers, ", ".join(one.offered_by)


def _experts(coverage: Coverage) -> Iterator[tuple[Value, ...]]:
    for row in coverage.judged:
        for one in row.profile.experts if row.profile else ():
            yield (*_who(row), area_words(one.area), PLACE_WORDS[one.place], one.who)


def _boards(coverage: Coverage) -> Iterator[tuple[Value, ...]]:
    for one in coverage.boards:
        yield one.name, one.schools, one.judged, *one.named


def _acts(coverage: Coverage) -> Iterator[tuple[Value, ...]]:
    for row in coverage.judged:
        for one in row.profile.acts if row.profile else ():
            yield (*_who(row), act_words(one.area), KIND_WORDS[one.kind], one.name)


def _facilities(coverage: Coverage) -> Iterator[tuple[Value, ...]]:
    for row in coverage.judged:
        for one in row.profile.facilities if row.profile else ():
            yield (*_who(row), field_words(one.field), one.name)


def _years(coverage: Coverage) -> Iterator[tuple[Value, ...]]:
    for one in coverage.years:
        yield one.year, one.judged, *one.named


def _changes(changes: Changes) -> Iterator[tuple[Value, ...]]:
    for one in changes.schools:
        for each in one.changes:
            name = area_words(each.name) if each.what == "deskundigheid" else each.name
            was, now = (places_words(places) if places else None for places in (each.was, each.now))
            yield one.school, one.name, one.board, each.what, each.how, name, was, now


def _found(findings: Sequence[Finding]) -> Iterator[tuple[Value, ...]]:
    for one in findings:
        yield one.code, one.severity.value, one.subject, one.message, one.remedy, str(one.place)


def _about(coverage: Coverage, complete: bool) -> Iterator[tuple[Value, ...]]:
    yield "Wat dit is", title(coverage)
    if not complete:
        yield "Let op", "Het lezen is onderbroken: niet elk bestand is meegeteld."
    yield "Waarop het rust", counted(coverage)
    if coverage.goal:
        yield "Streefniveau", coverage.goal
    yield "Niet genoemd", "De school heeft een SOP dat meetelt, en noemt dit gebied daarin niet."
    yield "Geen SOP", "Van deze school is niets bekend. Dat is geen gat, en ook geen dekking."
    yield "Dichtste plaats", "Heeft een school deskundigheid op meer plaatsen, dan telt de dichtste: school, bestuur, van buiten."
    if coverage.changes:
        yield "Veranderd", f"Vergeleken: {coverage.changes.before} en {coverage.changes.after}."
