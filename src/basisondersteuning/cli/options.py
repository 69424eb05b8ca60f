"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer

from ..findings.finding import Severity


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
    """A date as a record writes it, or as people say it (`model.spoken_dates`); without a year the nearest that has been."""
    return _spoken(text, ahead=False)


def read_date_ahead(text: str) -> date:
    """The same for a day by which something must be done: without a year the nearest to come."""
    return _spoken(text, ahead=True)


def _spoken(text: str, *, ahead: bool) -> date:
    from ..model.spoken_dates import FORMS, FORMS_AHEAD, spoken_date

    try:
        return spoken_date(text, date.today(), ahead=ahead)
    except ValueError:
        raise typer.BadParameter(f"schrijf een dag die bestaat: {FORMS_AHEAD if ahead else FORMS}.") from None


GROUPS = "012345678"
"""The groups a pupil can be in; 0 is a child that starts during the year."""


def read_group(text: str) -> int:
    """A group as a user types it."""
    if text not in tuple(GROUPS):
        raise typer.BadParameter("kies een groep van 0 tot en met 8.")
    return int(text)


def read_role(text: str) -> str:
    """A role by its code, or by the word that `bo` shows for it."""
    from ..casework.role_words import role_of, short_role
    from ..model.words import plain
    from ..norms.pattern_compile import ROLES
    from ..records.nearmiss import nearest

    role = role_of(text, ROLES)
    if role is None:
        known = {word: one for one in ROLES for word in (one, plain(one), short_role(one))}
        meant = nearest(text.lower(), tuple(known))
        suggestion = f" Bedoelde u {meant}?" if meant else ""
        raise typer.BadParameter(f"deze rol bestaat niet.{suggestion} Kies uit {', '.join(ROLES)}.")
    return role


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
GroupsOption = Annotated[
    list[int] | None,
    typer.Option(
        "--groep", metavar="GROEP", parser=read_group, help="Alleen leerlingen in deze groep, 0 tot en met 8. Mag vaker."
    ),
]
RoleOption = Annotated[
    str | None,
    typer.Option("--rol", metavar="ROL", parser=read_role, help="Alleen wat deze rol te doen heeft, zoals leerkracht of ib."),
]
UntilOption = Annotated[
    date | None,
    typer.Option(
        "--tot",
        metavar="DATUM",
        parser=read_date_ahead,
        help="Alleen wat uiterlijk op deze dag klaar moet zijn, en wat niet is nagekomen.",
    ),
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
