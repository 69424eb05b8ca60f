"""`bo new kengetallen`: a file for key figures."""

from __future__ import annotations

import os
from datetime import date
from typing import Annotated

import typer

from ...records.above import typed_path
from ..app import USAGE
from ..asking import Question, answered
from .making import Made, is_there, put
from .questions import OutOption, YesOption, name_complaint, number_complaint


def kengetallen(
    naam: Annotated[
        str | None,
        typer.Option(
            "--naam", metavar="NAAM", help="Naam van het samenwerkingsverband [anders: die in samenwerkingsverband.yaml]."
        ),
    ] = None,
    nummer: Annotated[
        str | None, typer.Option("--nummer", metavar="NUMMER", help="Nummer van het samenwerkingsverband, zoals PO9999.")
    ] = None,
    ja: YesOption = False,
    out: OutOption = None,
) -> int:
    """Maak een bestand voor kengetallen, om zelf aantallen in op te schrijven.

    Cijfers van DUO hoeft u niet over te typen: die haalt `bo import` binnen. Wat in dossiers staat, telt `bo tel`.

    Voorbeelden:

        bo new kengetallen
        bo new kengetallen --naam "SWV Voorbeeld" --nummer PO9999 --out cijfers.yaml
    """
    from ...casework.starting.known import Known
    from ...casework.starting.text import editor_line
    from ...swv.starting import figures_text

    today = date.today()
    usual = f"kengetallen-{today.isoformat()}.yaml"
    path = out or (os.path.join("kengetallen", usual) if os.path.isdir("kengetallen") else usual)
    if is_there("new kengetallen", path):
        return USAGE
    region = Known(os.path.dirname(out) or "." if out not in (None, "-") else ".", today).region
    known, code = (region.naam, region.nummer or "") if region is not None else ("", "")
    name = answered(
        Question("--naam", "Naam van het samenwerkingsverband", default=known, required=False, check=name_complaint),
        naam,
        quiet=ja or bool(known),
    )
    number = answered(
        Question("--nummer", "Nummer", "Zoals PO9999. Mag leeg blijven.", default=code, required=False, check=number_complaint),
        nummer,
        quiet=ja or bool(known),
    ).upper()
    text = figures_text(name, number, editor_line(path if path != "-" else ".", "kengetallen"))
    after = ("Vul aantallen in met hun dag en bron, en kijk het na:", f"  bo validate {typed_path(path)}")
    return put("new kengetallen", Made(path, text, False, after), quiet=ja)
