"""`bo kader`: the norm frames; one module a command."""

from __future__ import annotations

import typer

from ..dutch import DutchCommand, DutchGroup
from . import cases, check, diff, listing, new, review, show, sources

app = typer.Typer(add_completion=False, cls=DutchGroup, help="Bekijk, controleer en test normenkaders.")
app.command("list", cls=DutchCommand)(listing.list_frames)
app.command("show", cls=DutchCommand)(show.show)
app.command("check", cls=DutchCommand)(check.check)
app.command("test", cls=DutchCommand)(cases.run_cases)
app.command("bronnen", cls=DutchCommand)(sources.sources)
app.command("herzien", cls=DutchCommand)(review.review)
app.command("new", cls=DutchCommand)(new.new)
app.command("diff", cls=DutchCommand)(diff.diff)
