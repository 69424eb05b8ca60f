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
from .completing.install import Installing, NotInstalled, append, installing
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
    if wanted.there:
        _tell(f"Aanvullen met Tab staat al aan: de regel staat in {readable(wanted.path)}. Er is niets veranderd.")
        return FINE
    _tell(f"In {readable(wanted.path)} komt deze regel:")
    sys.stdout.write(f"\n    {wanted.line}\n\n")
    if not ja and not can_ask():
        raise typer.BadParameter("is nodig als er niemand is om het te vragen.", param_hint="--ja")
    sys.stdout.flush()
    if not ja and not confirm("Zal ik die regel toevoegen?"):
        _tell("Er is niets veranderd.")
        return FINE
    return _install(wanted, shell)


def _install(wanted: Installing, shell: Shell) -> int:
    from ..records.write import reason

    try:
        append(wanted)
    except OSError as error:
        say(f"bo completion: {readable(wanted.path)} is niet te schrijven: {reason(error)}. Het is gebleven zoals het was.")
        return USAGE
    _tell("De regel staat erin. Open een nieuw venster, typ bo met een spatie, en druk op Tab.")
    _tell(f"Weer uitzetten: haal de regels met bo uit {readable(wanted.path)}.")
    if shell is Shell.POWERSHELL:
        _tell(
            "Meldt PowerShell in het nieuwe venster dat scripts niet zijn toegestaan? Dan heeft uw school dat zo ingesteld; "
            "vraag uw beheerder of dit script mag. De rest van bo werkt gewoon."
        )
    return FINE


def _tell(text: str) -> None:
    sys.stdout.write("\n".join(folded(text, width(), "")) + "\n")
