"""`bo completion`: let the Tab key complete commands, options and the ids of pupils."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from ..findings.finding import readable
from ..findings.paint import folded
from .app import FINE, USAGE
from .asking import can_ask, confirm
from .completing.install import ALLOW, ELSE, REFUSED, Installing, NotInstalled, append, installing
from .completing.scripts import SCRIPTS
from .dutch import DutchCommand
from .terminal import say, width


class Shell(StrEnum):
    """A shell whose Tab key can ask `bo`."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def completion(
    shell: Annotated[
        Shell, typer.Argument(metavar="SHELL", help="bash, zsh, fish of powershell (het venster waarin u opdrachten typt).")
    ],
    installeer: Annotated[
        bool, typer.Option("--installeer", help="Zet het voorgoed aan. Eerst ziet u welke regel in welk bestand komt.")
    ] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Bij --installeer: zonder te vragen.")] = False,
) -> int:
    """Laat de Tab-toets aanvullen: opdrachten, opties, codes van regels en kenmerken van leerlingen.

    Zonder --installeer komt het script op het scherm, voor wie het zelf ergens wil zetten. Bij het aanvullen komen
    alleen kenmerken van leerlingen in beeld, nooit hun namen.

    Voorbeelden:

        bo completion powershell --installeer
        bo completion bash --installeer
        bo completion zsh
    """
    if not installeer:
        if ja:
            raise typer.BadParameter("hoort bij --installeer.", param_hint="--ja")
        sys.stdout.write(SCRIPTS[shell.value])
        return FINE
    try:
        wanted = installing(shell.value)
    except NotInstalled as error:
        say(f"bo completion: {error}")
        return USAGE
    new = [one for one in wanted if not one.there]
    if not new:
        _tell(f"Aanvullen met Tab staat al aan: de regel staat in {_paths(wanted)}. Er is niets veranderd.")
        return FINE
    if len(new) > 1:
        _tell("Op deze computer staan twee soorten PowerShell, elk met een eigen profiel. De regel komt in allebei.")
    _tell(f"In {_paths(new)} komt deze regel:")
    sys.stdout.write(f"\n    {new[0].line}\n\n")
    if not ja and not can_ask():
        raise typer.BadParameter("is nodig als er niemand is om het te vragen.", param_hint="--ja")
    sys.stdout.flush()
    if not ja and not confirm("Zal ik die regel toevoegen?"):
        _tell("Er is niets veranderd.")
        return FINE
    return _install(new, shell)


def _install(new: list[Installing], shell: Shell) -> int:
    from ..records.write import reason

    for one in new:
        try:
            append(one)
        except OSError as error:
            say(f"bo completion: {readable(one.path)} is niet te schrijven: {reason(error)}. Het is gebleven zoals het was.")
            return USAGE
    _tell("De regel staat erin. Open een nieuw venster, typ bo met een spatie, en druk op Tab.")
    _tell(f"Weer uitzetten: haal de regels met bo uit {_paths(new)}.")
    if shell is Shell.POWERSHELL:
        _tell(REFUSED)
        sys.stdout.write(f"\n    {ALLOW}\n\n")
        _tell(ELSE)
    return FINE


def _paths(wanted: list[Installing]) -> str:
    return " en ".join(readable(one.path) for one in wanted)


def _tell(text: str) -> None:
    sys.stdout.write("\n".join(folded(text, width(), "")) + "\n")
