"""`bo overview`: the caseload at a glance: who is where, what is late, who has to do what this week."""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from ..casework.judged import Opened
from ..casework.overview.choice import Choice
from ..casework.overview.job import Looked, OverviewJob
from ..casework.setup import Setup, find_above, find_swv
from ..findings.catalogue import reading
from ..findings.finding import Place, Severity
from ..model.words import count, long_date
from ..records.discover import discover
from .app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS, USAGE
from .dutch import DutchCommand
from .escalate_folder import MOST_FINDINGS, show
from .options import DayOption, FailOn, FailOnOption, ForceOption, FrameOption, JobsOption, SwvOption, read_date, reports
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


GROUPS = "012345678"
"""The groups a pupil can be in; 0 is a child that starts during the year."""


class OverviewFormat(StrEnum):
    """How an overview is written to standard output."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


def _read_group(text: str) -> int:
    """A group as a user types it."""
    if text not in GROUPS:
        raise typer.BadParameter("kies een groep van 0 tot en met 8.")
    return int(text)


@app.command(cls=DutchCommand)
def overview(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAD",
            help="Mappen, bestanden of kenmerken van leerlingen [anders: de mappen dossiers en ot, hier of naast bo.yaml].",
        ),
    ] = None,
    groep: Annotated[
        int | None,
        typer.Option("--groep", metavar="GROEP", parser=_read_group, help="Alleen leerlingen in deze groep, 0 tot en met 8."),
    ] = None,
    niveau: Annotated[str | None, typer.Option("--niveau", metavar="NIVEAU", help="Alleen leerlingen op dit niveau.")] = None,
    rol: Annotated[str | None, typer.Option("--rol", metavar="ROL", help="Alleen wat deze rol te doen heeft.")] = None,
    voor: Annotated[
        str | None,
        typer.Option(
            "--voor",
            metavar="ROL",
            help="Maak het om aan deze rol te geven: alleen haar taken, met groep en niveau; niets anders over een leerling.",
        ),
    ] = None,
    tot: Annotated[
        date | None,
        typer.Option("--tot", metavar="DATUM", parser=read_date, help="Alleen wat uiterlijk op deze dag klaar moet zijn."),
    ] = None,
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
    datums in uw agenda, zonder namen. Er wordt nooit iets in een dossier geschreven.

    Voorbeelden:

        bo overview
        bo overview dossiers --groep 5
        bo overview --out overzicht.html --out taken.ics
        bo overview --voor groepsleerkracht --groep 5 --out groep-5.html
    """
    looked_at = paths_of(paths) if paths else usual_paths()
    today = date.today()
    choice = Choice(groep, niveau, _known_role(rol, "--rol"), tot, _known_role(voor, "--voor"))
    wanted = targets(out or (), KNOWN, looked_at, force=force, command="overview")
    setup = Setup(peildatum or today, max(today, peildatum or today), kader, swv or find_swv(looked_at), swv is not None)
    with Batch(OverviewJob(setup), jobs, kept=not geen_cache) as batch:
        opened = _opened(batch, setup)
        if opened is None or (niveau is not None and not _known_level(niveau, opened)):
            return USAGE
        gathered = gather(batch.run(discover(looked_at), looked_at, "Bekijken"))
    return _tell(Made(gathered.board(opened, setup, choice), looked_at, regels), gathered, format, wanted, fail_on)


def _tell(made: Made, gathered: Gathered, format: OverviewFormat, wanted: Targets, fail_on: FailOn) -> int:
    """Write what was asked for; gives the exit code."""
    if not (made.board.looked or gathered.interrupted):
        show(made.board.refused[:MOST_FINDINGS] or [reading.NO_RECORDS.at(Place(made.paths[0]))])
        return INTERNAL if gathered.crashed else FINDINGS if made.board.refused else NO_RECORDS
    failed = wanted.refused or not to_screen(made, format.value)
    for one in wanted.usable:
        failed |= not write_report(one.path, Writer(made, one.format), "overview")
        undated = sum(each.duty.due is None for each in made.board.every_duty())
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


def _opened(batch: Batch[Looked], setup: Setup) -> Opened | None:
    """What is known of the set-up; None, and said, when nothing can be judged under it."""
    kept = batch.head()
    opened = Opened.unpacked(kept) if kept is not None else None
    if opened is None:
        from ..casework.assess import Assessor

        assessor = Assessor(setup)
        opened = Opened.of(assessor)
        if opened is None:
            show([one for one in assessor.problems if one.severity is Severity.FOUT])
            return None
        batch.keep_head(opened.packed())
    if opened.problems:
        show(opened.problems)
    if opened.instead:
        say(f"bo overview: op {long_date(setup.peildatum)} geldt {opened.instead}.")
    return opened


def _known_role(role: str | None, option: str) -> str | None:
    if role is None:
        return None
    from ..norms.pattern_compile import ROLES
    from ..records.nearmiss import nearest

    if role not in ROLES:
        meant = nearest(role, ROLES)
        words = f"deze rol bestaat niet.{f' Bedoelde u {meant}?' if meant else ''} Kies uit {', '.join(ROLES)}."
        raise typer.BadParameter(words, param_hint=option)
    return role


def _known_level(level: str, opened: Opened) -> bool:
    from ..casework.rows import CLOSED

    known = (*opened.levels, CLOSED)
    if level in known:
        return True
    raise typer.BadParameter(f"dit niveau bestaat niet. Kies uit {', '.join(known)}.", param_hint="--niveau")
