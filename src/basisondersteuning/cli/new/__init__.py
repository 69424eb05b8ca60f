"""`bo new`: a new record to fill in; one module a kind."""

from __future__ import annotations

import typer

from ..dutch import DutchCommand, DutchGroup
from . import sop

app = typer.Typer(add_completion=False, cls=DutchGroup, help="Maak een nieuw bestand om in te vullen, met uitleg bij elk veld.")
app.command("sop", cls=DutchCommand)(sop.sop)


@app.callback()
def new() -> None:
    """Maak een nieuw bestand om in te vullen, met uitleg bij elk veld."""
