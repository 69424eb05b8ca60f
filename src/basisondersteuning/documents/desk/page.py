"""The page of a run: one file for a browser, that loads nothing and reads well without a script."""

from __future__ import annotations

from typing import BinaryIO

from ...swv.desk.run import Run
from ..output.report import write_report
from ..templating.house import House
from .make import report_of

TEMPLATE = "desk-rapport/desk-rapport.html.j2"


def write_page(run: Run, stream: BinaryIO, house: House | None = None) -> None:
    """Write the page of a run, piece by piece. Raises OSError when it cannot be written."""
    styles = ("desk-rapport/desk-rapport.css",)
    write_report(TEMPLATE, report_of(run), stream, styles=styles, script="desk-rapport/filter.js", house=house)
