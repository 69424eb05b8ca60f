"""`bo new swv`: the file of a samenwerkingsverband."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from ...records.above import typed_path
from ..app import USAGE
from ..asking import Choice, Question, answered, ask, can_ask
from .making import Made, is_there, put
from .questions import OutOption, YesOption, name_complaint, number_complaint, school_complaint

SCHOOLS_HELP = "Een school met haar naam, zoals 99XX00=De Voorbeeldschool. Mag vaker."


def swv(
    naam: Annotated[str | None, typer.Option("--naam", metavar="NAAM", help="Naam van het samenwerkingsverband.")] = None,
    nummer: Annotated[str | None, typer.Option("--nummer", metavar="NUMMER", help="Nummer, zoals PO9999.")] = None,
    school: Annotated[list[str] | None, typer.Option("--school", metavar="CODE=NAAM", help=SCHOOLS_HELP)] = None,
    normenkader: Annotated[
        str | None, typer.Option("--normenkader", metavar="REEKS", help="Welk normenkader geldt; zie `bo kader list`.")
    ] = None,
    ja: YesOption = False,
    out: OutOption = None,
) -> int:
    """Maak het bestand van een samenwerkingsverband: de scholen, de deskundigheid en de schoolvakanties.

    bo kent geen vakantiedata. Neem ze zelf over en schrijf erbij waar ze vandaan komen.

    Voorbeelden:

        bo new swv
        bo new swv --naam "SWV Voorbeeld" --school "99XX00=De Voorbeeldschool"
    """
    from ...casework.starting.text import editor_line

    path = out or "samenwerkingsverband.yaml"
    if is_there("new swv", path):
        return USAGE
    editor = editor_line(path if path != "-" else ".", "samenwerkingsverband")
    text = region_asked(naam, nummer, school, normenkader, os.path.dirname(path) or ".", editor=editor, quiet=ja)
    after = ("Vul scholen, deskundigheid en vakanties aan, en kijk het na:", f"  bo validate {typed_path(path)}")
    return put("new swv", Made(path, text, False, after), quiet=ja)


def region_asked(
    naam: str | None,
    nummer: str | None,
    school: list[str] | None,
    normenkader: str | None,
    folder: str,
    *,
    editor: str,
    quiet: bool,
) -> str:
    """The text of a samenwerkingsverband, of what options give and a person answers.

    `folder` is where the file comes, since frames of its own stand in `kaders` beside it; `editor` is its first line.
    """
    from ...casework.named_frame import frames_of, missing_frame
    from ...swv.starting import region_text

    def complaint(text: str) -> str | None:
        wrong = missing_frame(text, folder)
        return f"{wrong.message} {wrong.remedy}" if wrong is not None else None

    name = answered(Question("--naam", "Naam van het samenwerkingsverband", check=name_complaint), naam, quiet=quiet)
    number = answered(
        Question("--nummer", "Nummer", "Zoals PO9999. Mag leeg blijven.", required=False, check=number_complaint),
        nummer,
        quiet=quiet,
    ).upper()
    series = tuple(Choice(one) for one in dict.fromkeys(head.series for _, head, _ in frames_of(folder)))
    frame = answered(
        Question(
            "--normenkader",
            "Welk normenkader geldt?",
            "Kies, of laat leeg: dan geldt wat bo meebrengt.",
            series,
            required=False,
            check=complaint,
            open=True,
        ),
        normenkader,
        quiet=quiet,
    )
    schools = [_school(one) for one in school] if school else _schools(quiet)
    return region_text(name, number, frame, schools, editor)


def _school(text: str) -> tuple[str, str]:
    """A school as an option gives it."""
    code, equals, name = (one.strip() for one in text.partition("="))
    if not equals or school_complaint(code) or not name or not name.isprintable():
        raise typer.BadParameter('schrijf CODE=NAAM, zoals "99XX00=De Voorbeeldschool".', param_hint="--school")
    return code.upper(), name


def _schools(quiet: bool) -> list[tuple[str, str]]:
    """The schools that a person at the keyboard names."""
    found: list[tuple[str, str]] = []
    if quiet or not can_ask():
        return found

    def complaint(text: str) -> str | None:
        if (wrong := school_complaint(text)) is not None:
            return wrong
        return "Deze school staat er al." if text.upper() in dict(found) else None

    help = "Vier tekens BRIN en twee cijfers, zoals 99XX00. Enter als er geen school meer bij komt."
    while code := ask(
        Question("--school", "Code van nog een school" if found else "Code van een school", help, required=False, check=complaint)
    ):
        name = ask(Question("--school", "Naam van deze school", check=name_complaint))
        found.append((code.strip().upper(), name))
    return found
