"""`bo escalate`: what the dossiers support, what is missing, and who does what before when."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from ..casework.batch import Crash
from ..casework.judged import EscalateJob, Opened
from ..casework.rows import Narrow
from ..casework.setup import Setup, find_swv
from ..casework.tasks import heaviest
from ..findings.finding import readable
from ..records.discover import discover
from ..records.same_pupil import is_own, own_first, stems_of
from .app import FINDINGS, FINE, INTERNAL, USAGE
from .dutch import DutchCommand
from .escalate_folder import Gathering, opened_under, show
from .options import (
    DayOption,
    FailOn,
    FailOnOption,
    Format,
    FormatOption,
    FrameOption,
    GroupsOption,
    JobsOption,
    RoleOption,
    SwvOption,
    UntilOption,
    ValuesOption,
    json_list,
)
from .options_batch import Batch, CacheOption, DaskOption
from .pupils import paths_of
from .terminal import painter, say, width

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def escalate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAD", help="Kenmerken van leerlingen, bestanden of mappen; - leest één record van de standaardinvoer."
        ),
    ] = None,
    peildatum: DayOption = None,
    groep: GroupsOption = None,
    rol: RoleOption = None,
    niveau: Annotated[str | None, typer.Option("--niveau", metavar="NIVEAU", help="Alleen leerlingen op dit niveau.")] = None,
    tot: UntilOption = None,
    format: FormatOption = Format.TEXT,
    fail_on: FailOnOption = FailOn.FOUT,
    kader: FrameOption = None,
    swv: SwvOption = None,
    regels: Annotated[int, typer.Option("--max", metavar="N", min=0, help="Hoeveel leerlingen de tabel toont; 0 is alle.")] = 100,
    jobs: JobsOption = 0,
    geen_cache: CacheOption = False,
    dask: DaskOption = None,
    met_fragmenten: ValuesOption = False,
    bewijs: Annotated[
        str | None,
        typer.Option("--bewijs", metavar="BESTAND", help="Maak de oordelen uit eerdere JSON opnieuw, en zeg wat er veranderde."),
    ] = None,
) -> int:
    """Laat per leerling zien welk niveau het dossier onderbouwt en wat er te doen is.

    Voor één dossier: het verloop, de voorwaarden met hun bewijs, wie wat wanneer doet, en waarom. Voor een
    map: een tabel met de meest dringende leerling bovenaan. Er wordt nooit iets in een dossier geschreven.

    Voorbeelden:

        bo escalate dossiers
        bo escalate L-0417
        bo escalate dossiers --rol groepsleerkracht --tot 2026-12-18
        bo escalate dossiers --groep 5 --groep 6
        bo escalate --bewijs oordelen.json
    """
    if bewijs is not None:
        if paths:
            raise typer.BadParameter("geef alleen het bestand met de bewijzen; de dossiers staan daarin.", param_hint="--bewijs")
        from .recheck import recheck

        return recheck(bewijs, format)
    if not paths:
        raise typer.BadParameter("Geef een bestand of map op.")
    words, paths = paths, paths_of(paths)
    others = _copies(words, paths) if format is Format.TEXT else []
    paths = [one for one in paths if one not in others]
    today = date.today()
    narrow = Narrow(rol, niveau, tot, tuple(groep or ()))
    setup = Setup(peildatum or today, max(today, peildatum or today), kader, swv or find_swv(paths), swv is not None)
    job = EscalateJob(setup, narrow, format.value, met_fragmenten)
    alone = len(paths) == 1 and format is Format.TEXT and not os.path.isdir(paths[0])
    kept = not (geen_cache or met_fragmenten or alone)
    with Batch(job, jobs, kept=kept, dask=dask) as batch:
        opened = opened_under(batch, setup, "escalate")
        if opened is None or (niveau is not None and not _known_level(niveau, opened)):
            return USAGE
        if alone:
            code = _one(opened, paths[0], narrow, fail_on)
            if others:
                say(f"bo escalate: {readable(paths[0])} telt mee; van deze leerling is er ook {_listed(others)} (BO313).")
            return code
        gathering = Gathering(fail_on, regels)
        gathering.totals.weigh_all(opened.problems)
        listed = list(discover(paths))
        judged = batch.run(iter(listed), paths, "Beoordelen", writes=format is not Format.TEXT)
        results = gathering.gather(own_first(judged, stems_of(listed)))
        try:
            _write(results, format)
        except KeyboardInterrupt:  # while it was writing
            gathering.interrupted = True
    if format is Format.TEXT:
        gathering.print_table(opened, setup, narrow)
    else:
        gathering.say_doubles()
    return gathering.exit_code(paths)


def _copies(words: list[str], paths: list[str]) -> list[str]:
    """The further files of a pupil who was asked for by id: of these one is shown, the one that counts."""
    if len(words) != 1 or len(paths) < 2:
        return []
    counts = next((one for one in paths if is_own(one, words[0])), paths[0])
    return [one for one in paths if one != counts]


def _listed(paths: list[str]) -> str:
    return ", ".join(readable(one) for one in paths)


def _write(results: Iterator[str], format: Format) -> None:
    """Write what was rendered, as it comes; for a table there is nothing yet."""
    if format is Format.JSON:
        from ..findings.render_json import VERSION

        json_list(results, f'{{"versie": {VERSION}, "dossiers": [')
        return
    for line in results:
        sys.stdout.write(line + "\n")


def _one(opened: Opened, path: str, narrow: Narrow, fail_on: FailOn) -> int:
    assert opened.assessor is not None
    from ..casework.folder_text import UNTIL
    from ..casework.verdict_text import VerdictText
    from ..findings.paint import folded
    from ..findings.render_text import text

    try:
        assessment = opened.assessor.assess(path)
    except Exception as error:  # our own mistake is a finding too
        show([Crash(path, error).finding])
        return INTERNAL
    paint, columns = painter(), width()
    if assessment.verdict is None:
        sys.stdout.write("\n\n".join(text(one, paint, columns) for one in assessment.findings) + "\n")
    else:
        lines = list(VerdictText(assessment, paint, columns, narrow).lines())
        if narrow.until is not None and any(one.due is None and not one.status.failed for one in assessment.tasks):
            lines += ["", *folded(UNTIL, columns, "")]
        sys.stdout.write("\n".join(lines) + "\n")
    worst = heaviest(assessment.findings, [task for task in assessment.tasks if narrow.keeps_task(task)])
    return FINDINGS if worst is not None and worst.reaches(fail_on.severity) else FINE


def _known_level(level: str, opened: Opened) -> bool:
    if level in opened.levels:
        return True
    raise typer.BadParameter(f"dit niveau bestaat niet. Kies uit {', '.join(opened.levels)}.", param_hint="--niveau")
