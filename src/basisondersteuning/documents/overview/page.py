"""The page of a caseload: one file for a browser, that loads nothing and reads well without a script."""

from __future__ import annotations

from typing import BinaryIO

from ...casework.overview.board import Board
from ..output.follow import Follow
from ..output.report import report_page, write_report
from ..templating.house import House
from .make import overview_of
from .views import Overzicht

TEMPLATE = "overzicht/overzicht.html.j2"
STYLES = ("overzicht/overzicht.css",)
SCRIPT = "overzicht/overzicht.js"


def write_page(board: Board, stream: BinaryIO, house: House | None = None, follow: Follow | None = None) -> None:
    """Write the page of a board, piece by piece. Raises OSError when it cannot be written."""
    write_view(overview_of(board), stream, house, follow)


def write_view(view: Overzicht, stream: BinaryIO, house: House | None = None, follow: Follow | None = None) -> None:
    """Write a page of which the view is there already. Raises OSError when it cannot be written."""
    write_report(TEMPLATE, view, stream, styles=STYLES, script=SCRIPT, house=house, follow=follow)


def page(board: Board, house: House | None = None, follow: Follow | None = None) -> str:
    """The same as text."""
    return report_page(TEMPLATE, overview_of(board), styles=STYLES, script=SCRIPT, house=house, follow=follow)
