"""`bo watch`: looks at a caseload all day, and says at each change what it means."""

from __future__ import annotations

import os
from datetime import date
from typing import Annotated

import typer

from ..casework.setup import Setup, find_swv
from .app import INTERRUPTED, USAGE
from .dutch import DutchCommand
from .options import DayOption, ForceOption, FrameOption, JobsOption, SwvOption
from .options_batch import CacheOption
from .overview import usual_paths
from .pupils import paths_of
from .reports import targets
from .terminal import say

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def watch(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAD",
            help="Mappen, bestanden of kenmerken van leerlingen [anders: de mappen dossiers en ot, hier of naast bo.yaml].",
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="BESTAND", help="Houd ook een overzicht bij als bladzijde, zoals overzicht.html."),
    ] = None,
    force: ForceOption = False,
    peildatum: DayOption = None,
    kader: FrameOption = None,
    swv: SwvOption = None,
    jobs: JobsOption = 0,
    geen_cache: CacheOption = False,
) -> int:
    """Kijk mee: zodra u een bestand opslaat, zegt bo wat er niet klopt en wat het verandert aan het oordeel.

    U houdt het venster open terwijl u werkt; met Ctrl-C stopt u. Met --out staat er een overzicht in uw browser dat zichzelf
    ververst, ook als u zoekt of filtert. Er wordt nooit iets in een dossier geschreven.

    Voorbeelden:

        bo watch
        bo watch dossiers --out overzicht.html
        bo watch dossiers --peildatum 2026-12-18
    """
    looked_at = paths_of(paths) if paths else usual_paths()
    if "-" in looked_at:
        raise typer.BadParameter("naar de standaardinvoer is niet te kijken; geef een map op.")
    for one in looked_at:
        if not os.path.exists(one):
            raise typer.BadParameter(f"{one} is er niet.")
    from .watch_events import wakes

    woken = wakes(looked_at)
    page = None
    if out is not None:
        from .watch_page import Page, is_overview

        # the page of yesterday is there to be kept up to date
        wanted = targets([out], ("html",), looked_at, force=force or is_overview(out), command="watch")
        if wanted.refused:
            return USAGE
        page = Page(out, looked_at)

    def setup() -> Setup:
        """The set-up of this moment: the day moves on, and files come and go."""
        today = date.today()
        return Setup(peildatum or today, max(today, peildatum or today), kader, swv or find_swv(looked_at), swv is not None)

    from .watch_session import Session

    session = Session(looked_at, setup, page, jobs, kept=not geen_cache)
    try:
        if not session.begin():
            return USAGE
        for changed in woken:
            session.look(changed=changed)
    except KeyboardInterrupt:
        pass
    finally:
        session.end()
    say("bo: gestopt met kijken.")
    return INTERRUPTED
