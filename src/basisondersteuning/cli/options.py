"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer

from ..findings.finding import Severity
from ..model.dates import parse_date


class Format(StrEnum):
    """How results are written."""

    TEXT = "text"
    SHORT = "short"
    JSON = "json"
    JSONL = "jsonl"


class ReportFormat(StrEnum):
    """How the results of a batch are written to standard output."""

    TEXT = "text"
    SHORT = "short"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    CSV = "csv"
    HTML = "html"


class FailOn(StrEnum):
    """From which weight on the exit code is 1."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    ADVIES = "advies"
    NOOIT = "nooit"

    @property
    def severity(self) -> Severity | None:
        """The weight; None for never."""
        return None if self is FailOn.NOOIT else Severity(self.value)


def read_date(text: str) -> date:
    """A date as a record writes it, or `vandaag`."""
    if text == "vandaag":
        return date.today()
    try:
        return parse_date(text)
    except ValueError:
        raise typer.BadParameter("schrijf een dag die bestaat, als 2026-11-24 of 24-11-2026.") from None


def reports(endings: str) -> Any:
    """The option `--out` of a command that writes reports of these forms."""
    words = f"Schrijf ook een rapport; het einde van de naam kiest de vorm. Mag vaker. Kan zijn: {endings}."
    return typer.Option("--out", metavar="BESTAND", help=words)


Paths = Annotated[
    list[str], typer.Argument(metavar="PAD", help="Bestanden of mappen; - leest één record van de standaardinvoer.")
]
FormatOption = Annotated[Format, typer.Option("--format", metavar="VORM", help="text, short, json of jsonl.")]
ReportFormatOption = Annotated[
    ReportFormat | None,
    typer.Option(
        "--format",
        metavar="VORM",
        help="Wat op het scherm komt: text, short, json, jsonl, sarif, junit, github, csv of html [anders: text].",
    ),
]
OutOption = Annotated[
    list[str] | None, reports(".html, .xlsx, .csv, .txt, .json, .jsonl, .short, .sarif, .xml (JUnit) en .github")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Overschrijf een rapport dat er al is.")]
SelectOption = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CODE", help="Alleen bevindingen met deze code, naam of dit begin van een code. Mag vaker."),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODE", help="Geen bevindingen met deze code, naam of dit begin van een code. Mag vaker."),
]
BaselineOption = Annotated[
    str | None,
    typer.Option("--baseline", metavar="BESTAND", help="Laat weg wat in deze lijst van bekende bevindingen staat."),
]
WriteBaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline-schrijf", metavar="BESTAND", help="Schrijf wat nu gevonden wordt als lijst van bekende bevindingen."
    ),
]
FailOnOption = Annotated[
    FailOn,
    typer.Option("--fail-on", metavar="ERNST", help="Vanaf welke ernst de exitcode 1 is: fout, waarschuwing, advies of nooit."),
]
DayOption = Annotated[
    date | None,
    typer.Option(
        "--peildatum",
        metavar="DATUM",
        parser=read_date,
        help="Beoordeel alsof het deze dag is; wat later gebeurde telt niet.",
    ),
]
JobsOption = Annotated[int, typer.Option("--jobs", metavar="N", min=0, help="Aantal processen; 0 kiest zelf.")]
FrameOption = Annotated[
    str | None,
    typer.Option("--kader", metavar="NAAM", help="Normenkader: een naam uit `bo kader list`, of een bestand of map."),
]
SwvOption = Annotated[
    str | None,
    typer.Option(
        "--swv",
        metavar="BESTAND",
        help="Bestand van het samenwerkingsverband [anders: samenwerkingsverband.yaml in of boven de map].",
    ),
]
ReportValuesOption = Annotated[
    bool,
    typer.Option("--met-fragmenten", help="Neem in json, jsonl en sarif ook de tekst van de regel op (leerlinggegevens)."),
]
ValuesOption = Annotated[
    bool,
    typer.Option("--met-fragmenten", help="Neem in json en jsonl ook de tekst van de regel op (leerlinggegevens)."),
]


def json_list(items: Iterator[str], head: str) -> None:
    """Write a JSON object with a list, item by item, so that memory does not grow with the list."""
    write = sys.stdout.write
    write(head)
    for index, item in enumerate(items):
        write(("," if index else "") + "\n" + item)
    write("\n]}\n")
