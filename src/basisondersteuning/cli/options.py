"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from ..findings.finding import Severity
from ..model.types import parse_date


class Format(StrEnum):
    """How results are written."""

    TEXT = "text"
    SHORT = "short"
    JSON = "json"
    JSONL = "jsonl"


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


Paths = Annotated[
    list[str], typer.Argument(metavar="PAD", help="Bestanden of mappen; - leest één record van de standaardinvoer.")
]
FormatOption = Annotated[Format, typer.Option("--format", metavar="VORM", help="text, short, json of jsonl.")]
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
