"""From a coverage to the view of its page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ...findings.finding import Finding
from ...model.words import count
from ...swv.dekking.changes import Changes
from ...swv.dekking.coverage import SOP, STATE_WORDS, Coverage, SchoolRow
from ...swv.dekking.data import ASKED_WORDS
from ...swv.dekking.sentences import change_words, counted, gap_lines, listed
from ...swv.dekking.words import LETTER, MISSING, PLACE_WORDS, PLACES, UNKNOWN, act_words, area_words, field_words
from ..output.report import Kolom, Tabel
from ..views import Feit, Kop
from .views import BestuurBlok, Dekking, Melding, SchoolRij, Vakje, Verandering

NO_BOARD = "Zonder bestuur"
"""What stands for the schoolbestuur where nobody gave it."""


def view_of(coverage: Coverage, findings: Sequence[Finding], *, complete: bool) -> Dekking:
    """The view of a coverage. `complete`: all files were read."""
    changes = coverage.changes
    return Dekking(
        _head(coverage, complete),
        _figures(coverage),
        counted(coverage),
        coverage.goal or "",
        tuple(_sentence(area_words(one.code)) for one in coverage.areas),
        _boards(coverage),
        tuple(_cell(word) for word in (*PLACES, MISSING, UNKNOWN)),
        tuple(_sentence(one) for one in gap_lines(coverage)),
        _areas(coverage),
        _per_board(coverage),
        _acts(coverage),
        _fields(coverage),
        _years(coverage),
        f"Van {changes.before} naar {changes.after}" if changes else "",
        _changes(changes) if changes else (),
        _others(changes) if changes else (),
        tuple(Melding(one.code, one.severity.value, one.message, one.remedy, str(one.place)) for one in findings),
    )


def _head(coverage: Coverage, complete: bool) -> Kop:
    title = coverage.swv or "Deze scholen"
    return Kop(
        "Dekking van deskundigheid",
        title,
        (f"Schooljaar {coverage.year}",),
        f"Uit {count(len(coverage.judged), 'SOP', 'SOP’s')}",
        f"Dekking {coverage.year}, {title}",
        "voor het samenwerkingsverband",
        "" if complete else "Het lezen is onderbroken: niet elk bestand is meegeteld.",
    )


def _figures(coverage: Coverage) -> tuple[Feit, ...]:
    asked = [one for one in coverage.areas if one.asked is not None]
    full = sum(1 for one in asked if one.named and not one.counts[MISSING])
    return (
        Feit("Scholen met een SOP dat meetelt", f"{len(coverage.judged)} van {len(coverage.schools)}"),
        Feit("Gebieden die al deze scholen noemen", f"{full} van {len(asked)}"),
        Feit("Gebieden die geen school noemt", str(sum(1 for one in asked if not one.named and one.judged))),
    )


def _boards(coverage: Coverage) -> tuple[BestuurBlok, ...]:
    rows = sorted(coverage.schools, key=lambda one: (one.board is None, one.board or ""))
    return tuple(
        BestuurBlok(board or NO_BOARD, tuple(_school(one, len(coverage.areas)) for one in held))
        for board, held in groupby(rows, key=lambda one: one.board)
    )


def _school(row: SchoolRow, areas: int) -> SchoolRij:
    state = "" if row.state == SOP else STATE_WORDS[row.state]
    return SchoolRij(row.code, row.name, state, tuple(_cell(row.word(index), state) for index in range(areas)))


def _cell(word: str, state: str = "") -> Vakje:
    told = PLACE_WORDS[word] if word != UNKNOWN else state or "geen SOP dat meetelt"
    return Vakje(LETTER[word], told, word.replace("_", "-"))


def _areas(coverage: Coverage) -> Tabel:
    columns = [Kolom("Gebied"), Kolom("Gevraagd")]
    columns += [Kolom(_sentence(PLACE_WORDS[one]), True) for one in (*PLACES, MISSING)]
    columns += [Kolom("Geen SOP dat meetelt", True), Kolom("Aanbod in de regio")]
    rows = [
        (
            _sentence(area_words(one.code)),
            ASKED_WORDS[one.asked] or "nee",
            *(str(one.counts[word]) for word in (*PLACES, MISSING, UNKNOWN)),
            ", ".join(one.offered_by) or "niet in de lijst",
        )
        for one in coverage.areas
    ]
    return Tabel("Scholen per gebied; een school telt één keer, bij de dichtste plaats", columns, rows, breed=True)


def _per_board(coverage: Coverage) -> Tabel:
    columns = [Kolom("Bestuur"), Kolom("SOP", True), *(Kolom(_sentence(area_words(one.code)), True) for one in coverage.areas)]
    rows = [
        (one.name or NO_BOARD, f"{one.judged} van {one.schools}", *(str(number) for number in one.named))
        for one in coverage.boards
    ]
    return Tabel("Scholen die het gebied noemen, per bestuur", columns, rows, breed=True)


def _acts(coverage: Coverage) -> Tabel:
    columns = [Kolom("Gebied"), Kolom("Preventief", True), Kolom("Licht curatief", True), Kolom("Samen", True)]
    rows = [
        (_sentence(act_words(one.area)), *(str(number) for number in (one.preventive, one.curative, one.schools)))
        for one in coverage.acts
    ]
    return Tabel(f"Scholen met een interventie, van de {len(coverage.judged)} met een SOP dat meetelt", columns, rows, breed=True)


def _fields(coverage: Coverage) -> Tabel:
    rows = [
        (
            _sentence(field_words(one.field)),
            str(one.schools),
            listed([f"{name} ({school})" for school, name in one.names], "; ") or "geen enkele school",
        )
        for one in coverage.fields
    ]
    return Tabel("Voorzieningen per veld", [Kolom("Veld"), Kolom("Scholen", True), Kolom("Welke")], rows)


def _years(coverage: Coverage) -> Tabel:
    columns = [
        Kolom("Schooljaar"),
        Kolom("SOP's", True),
        *(Kolom(_sentence(area_words(one.code)), True) for one in coverage.areas),
    ]
    rows = [(one.year, str(one.judged), *(str(number) for number in one.named)) for one in coverage.years]
    return Tabel("Scholen die het gebied noemen, per schooljaar", columns, rows, breed=True)


def _changes(changes: Changes) -> tuple[Verandering, ...]:
    return tuple(
        Verandering(one.school, one.name, tuple(_sentence(change_words(each)) for each in one.changes))
        for one in changes.schools
        if one.changes
    )


def _others(changes: Changes) -> tuple[str, ...]:
    same = [one.school for one in changes.schools if not one.changes]
    told = [f"Gelijk gebleven: {listed(same)}."] if same else []
    if changes.first_time:
        told.append(f"Geen SOP van {changes.before} om mee te vergelijken: {listed(changes.first_time)}.")
    if changes.gone:
        told.append(f"Wel een SOP van {changes.before}, niet van {changes.after}: {listed(changes.gone)}.")
    return tuple(told)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
