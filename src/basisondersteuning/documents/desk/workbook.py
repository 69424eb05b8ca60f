"""The workbook of a run: per school, school by rule, every finding, who sent nothing, and the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from ...model.words import long_date
from ...swv.desk.run import Run
from ...swv.desk.words import held_to
from ..output.sheets import Column, Sheet, Value, write_workbook
from .findings_table import FOUND_FILLS, finding_rows, found_columns
from .survey import Survey, remarks
from .tables import Tables
from .words import NO_OCCASION, SCHOOL_STATE, STATE, STATUS

FILLS = {one.woord: one.vulling for one in (*STATE.values(), *STATUS.values())}
"""The fill of a status or state, by its word."""


def write_book(run: Run, stream: BinaryIO) -> None:
    """Write the workbook of a run, row by row. Raises `Missing` where workbooks cannot be made, and OSError."""
    write_workbook(stream, sheets_of(run), f"Controle van de SOP's{': ' + run.swv if run.swv else ''}")


def sheets_of(run: Run) -> Iterator[Sheet]:
    """The sheets in their order; of a run that was broken off the explanation comes first."""
    survey = Survey.of(run)
    tables = Tables(run, survey)
    about = Sheet("Toelichting", (Column("Wat", 30), Column("Uitleg", 90, True)), _about(run, survey))
    if not run.complete:
        yield about
    yield Sheet("Scholen", tables.count_columns(), tables.counts(), {}, 1)
    yield Sheet("Overzicht", tables.overview_columns(), tables.overview(), FILLS, 2)
    yield Sheet("Matrix", tables.matrix_columns(), tables.matrix(), FILLS, 2)
    yield Sheet("Bevindingen", found_columns(run), finding_rows(run), FOUND_FILLS | FILLS, 2)
    yield Sheet("Ontbrekend", tables.missing_columns(), tables.missing(), {}, 2)
    yield Sheet("Regels", tables.rule_columns(), tables.rules(), {}, 2)
    if run.complete:
        yield about


def _about(run: Run, survey: Survey) -> Iterator[tuple[Value, ...]]:
    yield "Peildatum", long_date(run.peildatum)
    yield "Samenwerkingsverband", run.swv or "niet opgegeven"
    yield "Normenkader", held_to(run) or run.frame or "geen"
    yield "SOP's gelezen", str(survey.sops)
    yield "Scholen", "Elke school telt per schooljaar één keer, hoeveel bestanden zij ook stuurde."
    yield from (("Let op", one) for one in remarks(run, survey))
    yield from ((f"School: {word}", meaning) for word, meaning in SCHOOL_STATE.values())
    yield from ((f"Regel: {one.woord}", one.uitleg) for one in (*STATUS.values(), NO_OCCASION))
    yield "Wie beslist", "Het programma laat zien wat er in de SOP's staat en wat er ontbreekt. Mensen beslissen."
