"""`bo new`: a new record to fill in; one module a kind."""

from __future__ import annotations

import typer

from ..dutch import DutchCommand, DutchGroup
from .dossier import dossier
from .kader import kader
from .kengetallen import kengetallen
from .ot import ot
from .sop import sop
from .swv import swv

app = typer.Typer(add_completion=False, cls=DutchGroup, help="Maak een nieuw bestand om in te vullen, met uitleg bij elk veld.")
app.command("dossier", cls=DutchCommand)(dossier)
app.command("ot", cls=DutchCommand)(ot)
app.command("sop", cls=DutchCommand)(sop)
app.command("kengetallen", cls=DutchCommand)(kengetallen)
app.command("kader", cls=DutchCommand)(kader)
app.command("swv", cls=DutchCommand)(swv)


@app.callback()
def new() -> None:
    """Maak een nieuw bestand om in te vullen, met uitleg bij elk veld."""
