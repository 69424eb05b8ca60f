"""A coverage in each format of `bo dekking`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from ..findings.finding import Finding, Severity
from ..model.words import count
from .terminal import painter, standard_output, width

if TYPE_CHECKING:
    from ..findings.paint import Paint
    from ..swv.dekking.coverage import Coverage


class Made(NamedTuple):
    """A coverage with its findings; `complete` when all files were read."""

    coverage: Coverage
    findings: list[Finding]
    complete: bool


def to_screen(made: Made, format: str) -> None:
    """Write to standard output."""
    stream = standard_output()
    if format == "text":
        for one in _text(made, painter(), width()):
            stream.write(one.encode("utf-8", "backslashreplace"))
    else:
        Writer(made, format)(stream)
    stream.flush()


class Writer:
    """Writes a coverage in one format."""

    def __init__(self, made: Made, format: str) -> None:
        self.made = made
        self.format = format

    def __call__(self, stream: BinaryIO) -> None:
        """Write to a stream. Raises `Missing` for an absent extra, and OSError."""
        coverage, findings, complete = self.made
        if self.format == "html":
            from ..documents.dekking.page import write_page

            write_page(coverage, findings, stream, complete=complete)
        elif self.format == "xlsx":
            from ..documents.dekking.workbook import write_book

            write_book(coverage, findings, stream, complete=complete)
        else:
            for one in self._pieces():
                stream.write(one.encode("utf-8", "backslashreplace"))

    def _pieces(self) -> Iterator[str]:
        if self.format == "json":
            yield _json(self.made)
        elif self.format == "csv":
            from ..documents.output.sheets import csv_lines
            from ..swv.dekking.data import CSV_COLUMNS, csv_rows

            yield from csv_lines(CSV_COLUMNS, csv_rows(self.made.coverage))
        elif self.format == "short":
            from ..findings.render_short import short

            yield from (short(one) + "\n" for one in self.made.findings)
        else:
            from ..findings.paint import no_paint

            yield from _text(self.made, no_paint, 100)


def _json(made: Made) -> str:
    from ..findings.render_json import as_data as finding_data
    from ..swv.dekking.data import VERSION, as_data

    data = {"versie": VERSION, **as_data(made.coverage), "bevindingen": [finding_data(one) for one in made.findings]}
    if not made.complete:
        data["onderbroken"] = True
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _text(made: Made, paint: Paint, columns: int) -> Iterator[str]:
    from ..findings.render_text import text as finding_text
    from ..swv.dekking.text import text

    yield from (line + "\n" for line in text(made.coverage, paint, columns))
    yield from ("\n" + finding_text(one, paint, columns) + "\n" for one in made.findings)
    weights = [(sum(one.severity is weight for one in made.findings), weight) for weight in Severity]
    told = [count(number, weight.value, _MORE[weight]) for number, weight in weights if number]
    yield "\n" + (f"{', '.join(told)} gevonden.\n" if told else "Geen bevindingen.\n")


_MORE = {Severity.FOUT: "fouten", Severity.WAARSCHUWING: "waarschuwingen", Severity.ADVIES: "adviezen"}
