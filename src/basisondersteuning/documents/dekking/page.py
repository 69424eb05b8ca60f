"""The page of a coverage: one file for a browser, that loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from ...findings.finding import Finding
from ...swv.dekking.coverage import Coverage
from ..output.report import write_report
from ..templating.house import House
from .make import view_of

TEMPLATE = "dekking/dekking.html.j2"


def write_page(
    coverage: Coverage, findings: Sequence[Finding], target: BinaryIO, *, complete: bool = True, house: House | None = None
) -> None:
    """Write the page of a coverage. Raises OSError when it cannot be written."""
    write_report(TEMPLATE, view_of(coverage, findings, complete=complete), target, styles=("dekking/dekking.css",), house=house)
