"""`bo render`: from records to documents."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

import typer

from ..casework.assess import Setup, find_swv
from ..casework.batch import Crash, run
from ..findings.catalogue import reading
from ..findings.finding import Finding, Place, Severity
from ..records.discover import Candidate, discover
from .app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS, USAGE
from .dutch import DutchCommand
from .options import DayOption, FailOn, FailOnOption, FrameOption, JobsOption, SwvOption, read_date
from .progress import progress
from .pupils import paths_of
from .rendered import Rendered, TooMany
from .terminal import say

if TYPE_CHECKING:
    from ..documents.catalogue import DocumentKind
    from ..documents.making import Batch, Maker, Order

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def render(
    document: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT", help="Welk document; `bo render` alleen noemt ze allemaal.")
    ] = None,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PAD", help="Kenmerken van leerlingen, dossiers, bijeenkomsten, SOP's of mappen; - leest één."),
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="VORM", help="md, html, docx, pdf of ics; mag vaker [anders: die van --out, of md]."),
    ] = None,
    out: Annotated[
        str | None, typer.Option("--out", metavar="MAP", help="Map, of één bestand, om naar te schrijven [anders: documenten].")
    ] = None,
    voor: Annotated[str | None, typer.Option("--voor", metavar="LEZER", help="ouders, ot, swv of school.")] = None,
    met_namen: Annotated[bool, typer.Option("--met-namen", help="Voor het SWV: toch met namen.")] = False,
    peildatum: DayOption = None,
    groep: Annotated[
        int | None, typer.Option("--groep", metavar="N", min=0, max=8, help="Alleen leerlingen van deze groep.")
    ] = None,
    leerling: Annotated[str | None, typer.Option("--leerling", metavar="KENMERK", help="Alleen deze leerling.")] = None,
    voor_datum: Annotated[
        date | None,
        typer.Option(
            "--voor-datum",
            metavar="DATUM",
            parser=read_date,
            help="Bij terugkoppeling: wanneer het verbeterde SOP er moet zijn [anders: die van bo.yaml].",
        ),
    ] = None,
    templates: Annotated[
        str | None, typer.Option("--templates", metavar="MAP", help="Map met eigen sjablonen [anders: die van bo.yaml].")
    ] = None,
    kader: FrameOption = None,
    swv: SwvOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overschrijf ook bestanden die na het maken veranderd zijn.")] = False,
    open: Annotated[bool, typer.Option("--open", help="Open wat er gemaakt is.")] = False,
    jobs: JobsOption = 0,
    fail_on: FailOnOption = FailOn.FOUT,
) -> int:
    """Maak een document van een dossier, van een bijeenkomst van het OT of van een SOP.

    Eén document in md of html komt op het scherm; met --out, of als het er meer zijn, komen ze in een map. Een bestand
    dat u zelf veranderd hebt, blijft staan. In een dossier of SOP wordt niets geschreven.

    Voorbeelden:

        bo render groeidocument L-0417 --format pdf --open
        bo render ot-uitnodiging ot/2026-12-10.yaml --format docx --out brieven
        bo render groepsplan dossiers --groep 5 --format html --out groepsplan.html
        bo render terugkoppeling sops --voor-datum 2027-01-29 --format docx
    """
    from ..documents.catalogue import DOCUMENTS
    from .render_order import listing, make_order, without_meetings

    if document is None:
        sys.stdout.write("\n".join(listing()) + "\n")
        return FINE
    kind = DOCUMENTS.get(document)
    if kind is None:
        from ..records.nearmiss import nearest

        meant = nearest(document, DOCUMENTS)
        hint = f"Bedoelde u {meant}?" if meant else f"Kies uit {', '.join(DOCUMENTS)}."
        raise typer.BadParameter(f"dit document bestaat niet. {hint}", param_hint="DOCUMENT")
    if not paths:
        raise typer.BadParameter("geef een bestand of map op.", param_hint="PAD")
    paths = paths_of(paths)
    today = date.today()
    day = peildatum or today
    setup = Setup(day, max(today, day), kader, swv or find_swv(paths), swv is not None)
    pupils = None
    if kind.of == "dossier":
        paths, pupils = without_meetings(paths, today=setup.today)
    order = make_order(kind, setup, paths, format, out, voor, met_namen, templates, groep, leerling, voor_datum)
    if isinstance(order, str):
        say(f"bo render: {order}")
        return USAGE
    order = order._replace(pupils=pupils)
    from ..documents.making import Maker
    from ..documents.output.missing import Missing

    maker = Maker(order)
    if not maker.sound:
        _show([one for one in maker.problems if one.severity is Severity.FOUT])
        return USAGE
    try:
        for form in order.formats:
            _ready(form)
    except Missing as error:
        say(f"bo render: {error.message}")
        return USAGE
    rendered = Rendered(out, order.formats, force, maker.problems, screen=not open)
    letters = None
    if kind.name == "terugkoppeling":
        from .render_letters import Letters

        letters = Letters(order, paths, jobs)
    try:
        found = iter(letters.candidates()) if letters is not None else discover(paths)
        with progress("Documenten maken", _total(kind, paths)) as step:
            rendered.take(_batches(kind, maker, order, paths, found, jobs, rendered), step)
    except TooMany:
        say("bo render: dit zijn meer documenten dan één bestand of scherm kan bevatten. Geef bij --out een map.")
        return USAGE
    except KeyboardInterrupt:
        rendered.finish()
        say("bo: onderbroken; wat er geschreven is, staat er.")
        return INTERRUPTED
    rendered.finish()
    if letters is not None:
        letters.tell(rendered)
    if open and rendered.written:
        typer.launch(rendered.written[0] if rendered.number == 1 else rendered.folder)
    return _exit_code(rendered, kind, fail_on, paths)


def _exit_code(rendered: Rendered, kind: DocumentKind, fail_on: FailOn, paths: list[str]) -> int:
    if rendered.crashed:
        return INTERNAL
    if not rendered.made and not rendered.findings and rendered.read:
        say("bo render: er is geen document gemaakt. Niets van wat er gelezen is, past bij wat u vroeg.")
        return NO_RECORDS
    if not rendered.made and not rendered.findings and kind.of == "sop":
        say("bo render: hier staat geen SOP.")
        return NO_RECORDS
    if not rendered.made and not rendered.findings:
        _show([reading.NO_RECORDS.at(Place(paths[0]))])
        return NO_RECORDS
    worst = min((one.severity for one in rendered.findings), key=lambda one: one.rank, default=None)
    return FINDINGS if worst is not None and worst.reaches(fail_on.severity) else FINE


def _batches(
    kind: DocumentKind,
    maker: Maker,
    order: Order,
    paths: list[str],
    found: Iterator[Candidate | Finding],
    jobs: int,
    rendered: Rendered,
) -> Iterator[Batch | Finding | Crash]:
    if kind.of in ("dossier", "sop"):
        first = list(islice(found, 2))
        if len(first) == 1:  # one file: the set-up is open already
            return _one(maker, first[0])
        slow = not {"docx", "pdf"}.isdisjoint(order.formats)
        return run(order, chain(first, found), jobs or (min(os.cpu_count() or 1, 4) if slow else 0))
    from ..casework.caseload import dossiers_beside, gather

    today = order.setup.today
    caseload = gather(paths, today=today)
    if kind.of == "ot" and caseload.meetings and not caseload.dossiers:
        beside = dossiers_beside(caseload.meetings[0].name)
        if beside is not None:
            caseload = caseload.joined(gather([beside], today=today))
    rendered.note(caseload.findings)
    if kind.of == "ot":
        return maker.of_meetings(caseload)
    return maker.of_dossiers(caseload) if caseload.dossiers else iter(())


def _one(maker: Maker, one: Candidate | Finding) -> Iterator[Batch | Finding | Crash]:
    if isinstance(one, Finding):
        yield one
        return
    try:
        yield maker.of_file(one)
    except Exception as error:  # our own mistake is a finding too
        if os.environ.get("BO_DEBUG"):
            raise
        yield Crash(one.path, error)


def _total(kind: DocumentKind, paths: list[str]) -> int:
    """How many files there are: walking is nothing beside making."""
    return sum(1 for _ in discover(paths)) if kind.of in ("dossier", "sop") and paths != ["-"] else 0


def _ready(form: str) -> None:
    """Import what a form needs; Missing when it is not there."""
    from importlib import import_module

    if form in ("docx", "pdf", "ics"):
        import_module(f"basisondersteuning.documents.output.{form}").ready()


def _show(findings: list[Finding]) -> None:
    from ..findings.render_text import text

    say("\n\n".join(text(one) for one in findings))
