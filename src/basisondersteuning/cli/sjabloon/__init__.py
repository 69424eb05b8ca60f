"""`bo sjabloon`: templates of documents; one module a command."""

from __future__ import annotations

import typer

from ..dutch import DutchCommand, DutchGroup
from . import check, copying, listing

app = typer.Typer(add_completion=False, cls=DutchGroup, help="Bekijk, neem over en controleer sjablonen van documenten.")
app.command("list", cls=DutchCommand)(listing.list_templates)
app.command("copy", cls=DutchCommand)(copying.copy)
app.command("check", cls=DutchCommand)(check.check)
