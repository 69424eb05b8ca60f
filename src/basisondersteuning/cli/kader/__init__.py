"""`bo kader`: the norm frames; one module a command."""

from __future__ import annotations

import typer

from ..dutch import DutchCommand, DutchGroup
from . import cases, check, listing

app = typer.Typer(add_completion=False, cls=DutchGroup, help="Bekijk, controleer en test normenkaders.")
app.command("list", cls=DutchCommand)(listing.list_frames)
app.command("check", cls=DutchCommand)(check.check)
app.command("test", cls=DutchCommand)(cases.run_cases)
