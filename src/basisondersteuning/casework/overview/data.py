"""The overview for machines: stable keys, ids of pupils and never a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ...findings.finding import readable
from ...findings.render_json import as_data as finding_data
from ...model.words import plain
from .board import Board, Tally, when_on
from .card import Ahead, Card, Duty, Line

VERSION = 1
"""Of the form of the data."""

COLUMNS = (
    "School",
    "Leerling",
    "Groep",
    "Niveau",
    "Wanneer",
    "Uiterlijk",
    "Stand",
    "Wie",
    "Wat",
    "Vakgebied",
    "Regel",
    "Bestand",
)
"""The columns of a table: a row for each duty, and one for a pupil without any."""


def as_data(board: Board) -> dict[str, Any]:
    """All of it."""
    choice = board.choice
    refused = [] if choice.audience else [finding_data(one) for one in board.refused]
    return {
        "versie": VERSION,
        "peildatum": board.peildatum.isoformat(),
        "normenkader": board.frame,
        "keuze": {
            "groepen": list(choice.groups),
            "niveau": choice.level,
            "rol": choice.role,
            "tot": _day(choice.until),
            "voor": choice.audience,
        },
        "bekeken": board.looked,
        "niveaus": {level: [one.pupil for one in cards] for level, cards in board.columns.items()},
        "rollen": [_tally(one, "rol") for one in board.roles()],
        "groepen": [_tally(one, "groep") for one in board.groups()],
        "hoger_gegeven": [one.pupil for one in board.above],
        "stil": [one.pupil for one in board.quiet],
        "niets_te_doen": [one.pupil for one in board.idle],
        "leerlingen": [_card(one, board) for one in board.cards],
        "niet_beoordeeld": len(board.missed),
        "niet_meegeteld": len(board.doubles),
        "zonder_datum_weggelaten": board.undated,
        "let_op": board.warning,
        "bevindingen": refused,
    }


def _tally(one: Tally, key: str) -> dict[str, Any]:
    numbers = {"leerlingen": one.pupils, "te_doen": one.duties, "te_laat": one.late, "deze_week": one.week}
    return {key: one.name, **numbers, "leerlingen_te_laat": one.behind}


def _card(one: Card, board: Board) -> dict[str, Any]:
    strict = board.choice.audience is not None
    data: dict[str, Any] = {
        "school": one.school,
        "leerling": one.pupil,
        "groep": one.group,
        "niveau": one.level,
        "lijnen": [_line(line, strict=strict) for line in one.lines],
        "te_doen": [_duty(duty, one, board) for duty in one.duties],
    }
    if strict:
        return data
    return {
        **data,
        "bestand": readable(one.path),
        "komt_eraan": [_ahead(ahead) for ahead in one.ahead],
        "afwijkingen": [{"regel": waived.rule, "tot": _day(waived.until)} for waived in one.waivers],
        "laatste_gebeurtenis": _day(one.last),
        "afgesloten": _day(one.closed),
        "bevindingen": one.remarks,
    }


def _line(one: Line, *, strict: bool) -> dict[str, Any]:
    data = {"vakgebied": one.name, "niveau": one.supported, "sinds": _day(one.since)}
    return data if strict else {**data, "gegeven_niveau": one.level, "gereed_voor": one.ready_for}


def _ahead(one: Ahead) -> dict[str, Any]:
    return {"datum": _day(one.day), "wat": one.what.value, "vakgebied": one.strand, "tijd": one.at or None}


def _duty(one: Duty, card: Card, board: Board) -> dict[str, Any]:
    return {
        "regel": one.rule,
        "toestand": one.status.value,
        "ernst": one.severity.value,
        "wie": one.role,
        "wat": one.short,
        "uiterlijk": _day(one.due),
        "wanneer": when_on(card, one, board.peildatum).value,
        "vakgebied": one.strand,
        "keer": one.times,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def rows(board: Board) -> Iterator[tuple[str | int | date | None, ...]]:
    """The rows of a table, most urgent pupil first."""
    for card in board.cards:
        path = None if board.choice.audience else readable(card.path)
        who = (card.school, card.pupil, card.group, card.level)
        for one in card.duties:
            when = plain(when_on(card, one, board.peildatum))
            strand = plain(one.strand) if one.strand else None
            yield (*who, when, one.due, one.status.words, plain(one.role), one.short, strand, one.rule, path)
        if not card.duties:
            yield (*who, None, None, None, None, "niets", None, None, path)
