"""`bo kengetallen`: what a samenwerkingsverband counts, as rates, over the years, held against the baseline and the nation."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from ..findings.catalogue import reading
from ..findings.finding import Finding, Place, Severity
from ..model.words import count, long_date
from .app import FINDINGS, FINE, NO_RECORDS, USAGE
from .dutch import DutchCommand
from .options import DayOption, FailOn, FailOnOption, ForceOption, FrameOption, Paths, SwvOption, ValuesOption, reports
from .reports import targets, write_report
from .terminal import painter, say, width

if TYPE_CHECKING:
    from ..swv.kengetallen.report import Report

app = typer.Typer(add_completion=False)

KNOWN = ("text", "short", "json", "jsonl", "csv", "html", "xlsx")
"""The formats of `--out`."""

MOST_FINDINGS = 30
"""How many findings are shown in full on the screen."""


class FiguresFormat(StrEnum):
    """How key figures are written to standard output."""

    TEXT = "text"
    SHORT = "short"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


class Wanted(StrEnum):
    """The definitions of participation rates."""

    VENSTERS = "vensters"
    NCOJ = "ncoj"
    CBS = "cbs"
    EIGEN = "eigen"


OutOption = Annotated[list[str] | None, reports(".html, .xlsx, .csv, .txt, .json, .jsonl en .short")]


@app.command(cls=DutchCommand)
def kengetallen(
    paths: Paths,
    definitie: Annotated[
        Wanted | None,
        typer.Option(
            "--definitie",
            metavar="NAAM",
            help="Reken en oordeel volgens vensters, ncoj, cbs of eigen [anders: die met het nieuwste cijfer].",
        ),
    ] = None,
    peildatum: DayOption = None,
    kader: FrameOption = None,
    swv: SwvOption = None,
    format: Annotated[
        FiguresFormat,
        typer.Option("--format", metavar="VORM", help="text, short, json, jsonl, csv of html, op het scherm."),
    ] = FiguresFormat.TEXT,
    out: OutOption = None,
    force: ForceOption = False,
    fail_on: FailOnOption = FailOn.FOUT,
    met_fragmenten: ValuesOption = False,
) -> int:
    """Laat de kengetallen zien: deelname aan SBO en SO, arrangementen en TLV's, over de jaren.

    Leest bestanden met `soort: kengetallen`; samen vormen zij één geheel. Percentages van verschillende definities worden
    nooit met elkaar vergeleken, en een afgeschermd aantal blijft een laagste en een hoogste. Elk jaar staat naast de
    nulmeting van 1 oktober 2013 en het landelijke cijfer, als die er zijn. Het normenkader zegt wat aandacht vraagt.

    Voorbeelden:

        bo kengetallen kengetallen
        bo kengetallen kengetallen --out kengetallen.html --out kengetallen.xlsx
        bo kengetallen kengetallen --definitie cbs
    """
    from ..casework.assess import Assessor
    from ..casework.setup import Setup, find_swv
    from ..swv.kengetallen.definitions import shown
    from ..swv.kengetallen.gather import gather
    from ..swv.kengetallen.report import make_report

    wanted = targets(out or (), KNOWN, paths, force=force, command="kengetallen")
    today = date.today()
    setup = Setup(peildatum or today, max(today, peildatum or today), kader, swv or find_swv(paths), swv is not None)
    assessor = Assessor(setup, over=("kengetallen",))
    if assessor.problems:
        _show([one for one in assessor.problems if assessor.sound or one.severity is Severity.FOUT])
    if not assessor.sound:
        return USAGE
    if assessor.asked_for_another:
        say(f"bo kengetallen: op {long_date(setup.peildatum)} geldt {assessor.asked_for_another}.")
    alliance = assessor.swv
    gathered = gather(paths, peildatum=setup.peildatum, today=setup.today, number=alliance.nummer if alliance else None)
    if not gathered.read and not gathered.findings:
        _show([reading.NO_RECORDS.at(Place(paths[0]))])
        return NO_RECORDS
    own = alliance if alliance is not None and not gathered.several and alliance.nummer in (None, gathered.number) else None
    if alliance is not None and alliance.nummer in gathered.numbers:
        gathered.names[alliance.nummer] = shown(alliance.naam)
    report = make_report(
        gathered,
        norms=assessor.series,
        frame=assessor.frame,
        schools={one.vestiging: one.naam for one in own.scholen} if own else {},
        asked=definitie.value if definitie else None,
        name=own.naam if own else None,
    )
    writer = _Writer(report, met_fragmenten)
    if not report.files:
        return _nothing_read(report, writer, format, asked=bool(out))
    sys.stdout.write(_text(report, plain=False) if format is FiguresFormat.TEXT else writer.text(format.value))
    failed = wanted.refused
    for one in wanted.usable:
        failed |= not write_report(one.path, writer.to(one.format), "kengetallen")
    worst = min((one.severity for one in [*assessor.problems, *report.findings]), key=lambda one: one.rank, default=None)
    if failed:
        return USAGE
    return FINDINGS if worst is not None and worst.reaches(fail_on.severity) else FINE


def _nothing_read(report: Report, writer: _Writer, format: FiguresFormat, *, asked: bool) -> int:
    """Say what is wrong with every file. A report about nothing would only take the place of a good one."""
    if format in (FiguresFormat.HTML, FiguresFormat.CSV):
        _show(list(report.findings))
    else:
        sys.stdout.write(_text(report, plain=False) if format is FiguresFormat.TEXT else writer.text(format.value))
    if asked:
        say("bo kengetallen: er is geen rapport geschreven, want geen enkel bestand was te lezen.")
    return FINDINGS


class _Writer:
    """Writes the report in any format."""

    def __init__(self, report: Report, excerpts: bool) -> None:
        self.report = report
        self.excerpts = excerpts

    def to(self, format: str) -> Callable[[BinaryIO], None]:
        """What writes one format to a stream."""

        def write(stream: BinaryIO) -> None:
            if format == "xlsx":
                from ..documents.kengetallen.book import write_book

                write_book(self.report, stream)
                return
            stream.write(self.text(format).encode("utf-8", "replace"))

        return write

    def text(self, format: str) -> str:
        """The report as text, in every format but a workbook."""
        report = self.report
        if format == "html":
            from ..documents.kengetallen.page import page

            return page(report)
        if format == "csv":
            from ..documents.output.sheets import csv_lines
            from ..swv.kengetallen.data import CSV_HEAD, csv_rows

            return "".join(csv_lines(CSV_HEAD, csv_rows(report)))
        if format in ("json", "jsonl"):
            return _json(report, format, self.excerpts)
        if format == "short":
            from ..findings.render_short import short
            from ..swv.kengetallen.data import short_lines

            return "".join(f"{line}\n" for line in (*short_lines(report), *(short(one) for one in report.findings)))
        return _text(report, plain=True)


def _json(report: Report, format: str, excerpts: bool) -> str:
    import json

    from ..swv.kengetallen.data import head_data, report_data

    data = report_data(report, excerpts=excerpts)
    if format == "json":
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    names = {"reeksen": "reeks", "aantallen": "aantallen", "oordelen": "oordeel", "bevindingen": "bevinding"}
    lines: list[dict[str, object]] = [{"soort": "kop", **head_data(report)}]
    lines += [{"soort": name, **one} for key, name in names.items() for one in data[key]]
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)


def _text(report: Report, *, plain: bool) -> str:
    from ..findings.paint import no_paint
    from ..findings.render_text import text
    from ..swv.kengetallen.text import lines

    paint, columns = (no_paint, 100) if plain else (painter(), width())
    made = list(lines(report, paint, columns)) if report.files else []
    most = len(report.findings) if plain else MOST_FINDINGS
    for one in report.findings[:most]:
        made += ["", text(one, paint, columns)]
    if len(report.findings) > most:
        left = len(report.findings) - most
        made += ["", f"… en nog {count(left, 'bevinding', 'bevindingen')}; `--format short` toont ze alle."]
    return "\n".join(made).lstrip("\n") + "\n"


def _show(findings: list[Finding]) -> None:
    from ..findings.render_text import text

    say("\n\n".join(text(one) for one in findings))
