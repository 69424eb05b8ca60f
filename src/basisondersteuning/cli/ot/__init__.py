"""`bo ot`: meetings of the ondersteuningsteam; one module a command."""

from __future__ import annotations

import typer

from ..dutch import DutchCommand, DutchGroup
from . import check, plan, process

app = typer.Typer(add_completion=False, cls=DutchGroup, help="Plan, controleer en verwerk een bijeenkomst van het OT.")
app.command("plan", cls=DutchCommand)(plan.plan)
app.command("check", cls=DutchCommand)(check.check)
app.command("verwerk", cls=DutchCommand)(process.process)
