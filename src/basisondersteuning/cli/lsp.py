"""`bo lsp`: the language server, which an editor starts by itself."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from .app import FINE, USAGE
from .dutch import DutchCommand
from .terminal import is_terminal, say

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def lsp(
    stdio: Annotated[  # noqa: ARG001
        bool, typer.Option("--stdio", help="Praat over standaardinvoer en -uitvoer; zo werkt het altijd [mag weg].")
    ] = False,
) -> int:
    """Geef in uw editor de meldingen van bo terwijl u typt, met uitleg, aanvulling en herstel.

    U start dit niet zelf: uw editor doet dat, als u daar `bo lsp` instelt als taalserver voor YAML. Tekst die u nog niet hebt
    bewaard, blijft in het geheugen van deze computer. Er is geen internet nodig.

    Voorbeelden:

        bo lsp
        bo lsp --stdio
    """
    try:
        import pygls  # noqa: F401
    except ImportError:
        reason = 'hiervoor is een extra onderdeel nodig; u installeert het met `pip install "basisondersteuning[lsp]"`.'
        say(f"bo lsp: {reason}")
        return USAGE
    if is_terminal(sys.stdin):
        say("bo lsp: dit is voor een editor, die het zelf start. Stel in uw editor `bo lsp` in als taalserver voor YAML.")
        return USAGE
    from ..editor.answers import serve

    serve()
    return FINE
