"""`bo overview`: the caseload at a glance: who is where, what is late, who has to do what this week."""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from ..casework.judged import Opened
from ..casework.overview.board import When
from ..casework.overview.choice import Choice
from ..casework.overview.job import OverviewJob
from ..casework.setup import Setup, find_above, find_swv
from ..findings.catalogue import reading
from ..findings.finding import Place
from ..model.words import count
from ..records.discover import discover
from ..records.same_pupil import own_first, stems_of
from .app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS, USAGE
from .dutch import DutchCommand
from .escalate_folder import MOST_FINDINGS, opened_under, show
from .options import (
    DayOption,
    FailOn,
    FailOnOption,
    ForceOption,
    FrameOption,
    GroupsOption,
    JobsOption,
    RoleOption,
    SwvOption,
    UntilOption,
    read_role,
    reports,
)
from .options_batch import Batch, CacheOption
from .overview_formats import Made, Writer, to_screen
from .overview_gather import Gathered, gather
from .pupils import paths_of
from .reports import Targets, targets, write_report
from .terminal import say

app = typer.Typer(add_completion=False)

KNOWN = ("text", "json", "csv", "html", "xlsx", "ics")
"""The formats of `--out`."""

DOSSIERS, MEETINGS, SETTINGS = "dossiers", "ot", "bo.yaml"
"""The folders of a school that are looked at when no path is given, and the file beside which they stand."""


class OverviewFormat(StrEnum):
    """How an overview is written to standard output."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


@app.command(cls=DutchCommand)
def overview(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAD",
            help="Mappen, bestanden of kenmerken van leerlingen [anders: de mappen dossiers en ot, hier of naast bo.yaml].",
        ),
    ] = None,
    groep: GroupsOption = None,
    niveau: Annotated[str | None, typer.Option("--niveau", metavar="NIVEAU", help="Alleen leerlingen op dit niveau.")] = None,
    rol: RoleOption = None,
    voor: Annotated[
        str | None,
        typer.Option(
            "--voor",
            metavar="ROL",
            parser=read_role,
            help="Maak het om aan deze rol te geven: alleen haar taken, met groep en niveau; niets anders over een leerling.",
        ),
    ] = None,
    tot: UntilOption = None,
    peildatum: DayOption = None,
    format: Annotated[
        OverviewFormat, typer.Option("--format", metavar="VORM", help="text, json, csv of html, op het scherm.")
    ] = OverviewFormat.TEXT,
    out: Annotated[list[str] | None, reports(".html, .csv, .xlsx, .json, .txt en .ics (voor uw agenda)")] = None,
    force: ForceOption = False,
    regels: Annotated[
        int | None,
        typer.Option("--max", metavar="N", min=0, help="Hoeveel regels elke lijst toont; 0 is alle [anders: wat past]."),
    ] = None,
    fail_on: FailOnOption = FailOn.FOUT,
    kader: FrameOption = None,
    swv: SwvOption = None,
    jobs: JobsOption = 0,
    geen_cache: CacheOption = False,
) -> int:
    """Laat alle leerlingen in één blik zien: per niveau, wat te laat is, en wie er deze week iets te doen heeft.

    Met `--out overzicht.html` krijgt u een bladzijde om in te zoeken en te filteren; met `--out taken.ics` komen de
    datums in uw agenda, zonder namen; wat al te laat is, komt op de dag van vandaag. Een leerling telt één keer, ook als
    er een kopie van een dossier staat. Er wordt nooit iets in een dossier geschreven.

    Voorbeelden:

        bo overview
        bo overview dossiers --groep 5
        bo overview --out overzicht.html --out taken.ics
        bo overview --voor leerkracht --groep 5 --out groep-5.html
    """
    looked_at = paths_of(paths) if paths else usual_paths()
    today = date.today()
    choice = Choice(tuple(groep or ()), niveau, rol, tot, voor)
    wanted = targets(out or (), KNOWN, looked_at, force=force, command="overview")
    setup = Setup(peildatum or today, max(today, peildatum or today), kader, swv or find_swv(looked_at), swv is not None)
    with Batch(OverviewJob(setup), jobs, kept=not geen_cache) as batch:
        opened = opened_under(batch, setup, "overview")
        if opened is None or (niveau is not None and not _known_level(niveau, opened)):
            return USAGE
        listed = list(discover(looked_at))
        gathered = gather(own_first(batch.run(iter(listed), looked_at, "Bekijken"), stems_of(listed)))
    return _tell(Made(gathered.board(opened, setup, choice), looked_at, regels), gathered, format, wanted, fail_on)


def _tell(made: Made, gathered: Gathered, format: OverviewFormat, wanted: Targets, fail_on: FailOn) -> int:
    """Write what was asked for; gives the exit code."""
    if not (made.board.looked or gathered.interrupted):
        show(made.board.refused[:MOST_FINDINGS] or [reading.NO_RECORDS.at(Place(made.paths[0]))])
        return INTERNAL if gathered.crashed else FINDINGS if made.board.refused else NO_RECORDS
    failed = wanted.refused or not to_screen(made, format.value)
    for one in wanted.usable:
        failed |= not write_report(one.path, Writer(made, one.format), "overview")
        undated = len(made.board.due[When.UNDATED])
        if one.format == "ics" and undated:
            say(f"Niet in de agenda: {count(undated, 'taak', 'taken')} zonder datum.")
    if gathered.interrupted:
        say("bo: onderbroken; wat hier staat, is wat er tot dan gelezen was.")
        return INTERRUPTED
    if gathered.crashed:
        return INTERNAL
    if failed:
        return USAGE
    worst = made.board.worst
    return FINDINGS if worst is not None and worst.reaches(fail_on.severity) else FINE


def usual_paths() -> list[str]:
    """The folders with dossiers and meetings, here or beside the settings of the school; else this folder."""
    settings = find_above(["."], SETTINGS)
    for start in (".", os.path.dirname(settings) if settings is not None else "."):
        dossiers, meetings = (os.path.normpath(os.path.join(start, one)) for one in (DOSSIERS, MEETINGS))
        if os.path.isdir(dossiers):
            return [dossiers, meetings] if os.path.isdir(meetings) else [dossiers]
    return ["."]


def _known_level(level: str, opened: Opened) -> bool:
    from ..casework.rows import CLOSED

    known = (*opened.levels, CLOSED)
    if level in known:
        return True
    raise typer.BadParameter(f"dit niveau bestaat niet. Kies uit {', '.join(known)}.", param_hint="--niveau")
