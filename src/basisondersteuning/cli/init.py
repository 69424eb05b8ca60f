"""`bo init`: a folder for a school or a samenwerkingsverband, with settings and help for editors."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..findings.finding import readable
from ..records.above import typed_path
from .app import FINE, USAGE
from .asking import can_ask, confirm
from .dutch import DutchCommand
from .init_files import for_region, for_school
from .new.making import Made, filled_in, folded_words, tell, write
from .new.questions import YesOption
from .terminal import say

if TYPE_CHECKING:
    from ..casework.starting.folder import Plan

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def init(
    folder: Annotated[
        str, typer.Argument(metavar="MAP", help="De map; zij wordt gemaakt als zij er niet is.", show_default=False)
    ] = ".",
    school: Annotated[
        list[str] | None,
        typer.Option(
            "--school", metavar="CODE", help="Code van de school, zoals 99XX00; met --swv 99XX00=Naam, en dan mag het vaker."
        ),
    ] = None,
    naam: Annotated[
        str | None, typer.Option("--naam", metavar="NAAM", help="Naam van de school of het samenwerkingsverband.")
    ] = None,
    betrokkene: Annotated[
        list[str] | None,
        typer.Option(
            "--betrokkene",
            metavar="TEKST",
            help='Iemand die vast bij de school hoort, zoals "ib=T. de Wit; rol=intern_begeleider". Mag vaker.',
        ),
    ] = None,
    swv: Annotated[bool, typer.Option("--swv", help="Richt de map in voor een samenwerkingsverband.")] = False,
    nummer: Annotated[str | None, typer.Option("--nummer", metavar="NUMMER", help="Met --swv: nummer, zoals PO9999.")] = None,
    normenkader: Annotated[
        str | None, typer.Option("--normenkader", metavar="REEKS", help="Met --swv: welk normenkader geldt; zie `bo kader list`.")
    ] = None,
    voorbeeld: Annotated[bool, typer.Option("--voorbeeld", help="Zet er een verzonnen dossier bij om mee te oefenen.")] = False,
    ja: YesOption = False,
) -> int:
    """Richt een map in voor uw school: instellingen, mappen, en hulp voor uw editor.

    Wat er al is, blijft zoals het is. Nog eens `bo init` doen kan dus altijd.

    Voorbeelden:

        bo init
        bo init school --school 99XX00 --naam "De Voorbeeldschool" --voorbeeld
        bo init regio --swv --naam "SWV Voorbeeld" --school "99XX00=De Zee"
    """
    today = date.today()
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise typer.BadParameter("dit is een bestand en geen map.", param_hint="MAP")
    if not swv and (nummer is not None or normenkader is not None):
        raise typer.BadParameter("dit hoort bij een samenwerkingsverband; zet er --swv bij.", param_hint="--nummer")
    if swv and voorbeeld:
        raise typer.BadParameter("een dossier om mee te oefenen is er alleen voor een school.", param_hint="--voorbeeld")
    if swv:
        wanted = for_region(folder, naam, nummer, school, normenkader, today, ja)
    else:
        wanted = for_school(folder, naam, school, betrokkene or [], today, ja, voorbeeld)
    return _made(folder, *wanted, ja, swv)


def _made(folder: str, folders: tuple[str, ...], files: dict[str, str], quiet: bool, swv: bool) -> int:
    from ..casework.starting.folder import planned

    plan = planned(folder, folders, files)
    shown = "deze map" if os.path.normpath(folder) == "." else f"de map {typed_path(folder)}"
    if not plan.empty and not quiet and can_ask():
        main = next((plan.files[one] for one in files if one in plan.files and one.endswith(".yaml")), "")
        tell([f"Dit komt in {shown}:", *_told(plan, folder, "te maken"), *filled_in(main), ""])
        if not confirm("Zo inrichten?"):
            say("Er is niets gemaakt.")
            return FINE
    try:
        os.makedirs(folder, exist_ok=True)
        mode = 0o777 if os.stat(folder).st_mode & 0o020 else 0o700  # a folder that a team shares stays theirs
        for one in plan.folders:
            os.makedirs(os.path.join(folder, *one.split("/")), mode, exist_ok=True)
    except (OSError, ValueError):
        tell([f"bo init: in {shown} zijn geen mappen te maken. Controleer of u daar mag schrijven."])
        return USAGE
    new = [
        Made(os.path.normpath(os.path.join(folder, *path.split("/"))), text, path.startswith("dossiers/"), ())
        for path, text in plan.files.items()
    ]
    if new and (wrong := write(new, command="init", folder=True)):
        tell([f"bo init: {one}" for one in wrong])
        return USAGE
    lines = [
        f"{shown[:1].upper()}{shown[1:]} is ingericht."
        if not plan.empty
        else f"In {shown} is alles er al; er is niets veranderd."
    ]
    lines += [*_told(plan, folder, "gemaakt"), "", *_next(folder, files, swv)]
    sys.stdout.write("".join(f"{one}\n" for one in folded_words(lines)))
    return FINE


def _told(plan: Plan, folder: str, word: str) -> Iterator[str]:
    """What is made, and what stays."""
    if plan.folders:
        yield f"Mappen {word}: {', '.join(plan.folders)}."
    if plan.files:
        yield f"Bestanden {word}: {_listed(plan.files)}."
    if plan.kept:
        yield f"Blijft zoals het is: {_listed(plan.kept)}."
    if any(one.startswith("schemas/") for one in plan.differing):
        yield "De schema's zijn van een andere versie van bo. Bijwerken:"
        yield f"  bo schema --out {typed_path(os.path.join(folder, 'schemas'))}"


def _listed(paths: Iterable[str]) -> str:
    """The paths, with those in `schemas` and for VS Code taken together."""
    heads = [f"{one.split('/')[0]}/" if one.startswith(("schemas/", ".vscode/")) else one for one in paths]
    return ", ".join(map(readable, dict.fromkeys(heads)))


def _next(folder: str, files: dict[str, str], swv: bool) -> Iterator[str]:
    """What to do next, in at most six lines."""
    yield "Zo gaat u verder:"
    if os.path.normpath(folder) != ".":
        yield f"  cd {typed_path(folder)}"
    if swv:
        yield "  bo new sop          het profiel van een school"
        yield "  bo new kengetallen  cijfers om bij te houden"
        yield "  bo validate .       alles nakijken"
        return
    if any(one.startswith("dossiers/") for one in files):
        yield "  bo escalate L-0000  kijk wat er in het oefendossier te doen is"
    yield "  bo new dossier      maak het dossier van een leerling"
    yield "  bo overview         zie alle leerlingen in één blik"
    yield "  bo doctor           kijk of alles in orde is"
