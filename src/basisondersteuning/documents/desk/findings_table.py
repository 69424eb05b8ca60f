"""Every finding of a run as a row, with the rule behind it beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...findings.catalogue import all_codes
from ...findings.finding import Finding
from ...model.words import plain
from ...norms.status import Status
from ...records.excerpts import with_text
from ...swv.desk.run import Run
from ..output.sheets import Column, Value
from .survey import Schools
from .told import Teller, also
from .words import STATUS

FOUND_FILLS = {"fout": "#F6C9BB", "waarschuwing": "#FCE8B2"}
"""The fill of a weight."""

_COLUMNS = (
    Column("School of leerling", 16),
    Column("Naam", 34),
    Column("Bestuur", 28),
    Column("Schooljaar", 12),
    Column("Ernst", 14),
    Column("Code", 12),
    Column("Stand", 18),
    Column("Regel", 40, True),
    Column("Melding", 50, True),
    Column("Wat u doet", 50, True),
    Column("Waarom", 50, True),
    Column("Bron", 30, True),
    Column("Wie", 24),
    Column("Uiterlijk", 13),
    Column("Bestand", 40),
    Column("Regelnummer", 13),
    Column("Zie ook", 40, True),
)


def found_columns(run: Run) -> tuple[Column, ...]:
    """The columns; with the text of the record only where that was asked for."""
    return (*_COLUMNS, Column("Fragment", 50)) if run.excerpts else _COLUMNS


def finding_rows(run: Run) -> Iterator[tuple[Value, ...]]:
    """Every finding: those over several files first, then file by file."""
    schools, teller = Schools.of(run), Teller(run)
    for one in run.across:
        code = one.subject or ""
        who = (code, schools.names.get(code), schools.boards.get(code), run.year)
        yield from _rows(run, teller, [one], who)
    for checked in run.results():
        if checked.kind == "sop":
            yield from _rows(run, teller, checked.findings, schools.who(checked))
        else:
            for one in checked.findings:
                yield from _rows(run, teller, [one], (one.subject, None, None, None))


def _rows(run: Run, teller: Teller, findings: Iterable[Finding], who: tuple[Value, ...]) -> Iterator[tuple[Value, ...]]:
    codes = all_codes()
    for one in with_text(findings) if run.excerpts else findings:
        norm, code = one.norm, codes.get(one.code)
        place = one.place
        row: tuple[Value, ...] = (
            *who,
            one.severity.value,
            one.code,
            STATUS[Status(norm.status)].woord if norm is not None else None,
            norm.title if norm is not None else code.title if code is not None else None,
            one.message,
            one.remedy,
            teller.why(one),
            norm.source if norm is not None else None,
            plain(norm.role) if norm is not None else None,
            norm.due if norm is not None else None,
            place.shown_file,
            place.line or None,
            "\n".join(also(one)) or None,
        )
        yield (*row, (place.text or "").strip()) if run.excerpts else row
