"""`bo new sop`: the profile of a school to fill in."""

from __future__ import annotations

import os
import re
from datetime import date
from typing import Annotated, NamedTuple

import typer

from ...casework.setup import find_swv
from ...records.above import typed_path
from ..app import USAGE
from ..asking import Question, answered
from ..options import SwvOption
from ..terminal import say
from .making import Made, is_there, put
from .questions import YesOption, name_complaint, school_question, this_year, year_complaint

_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", re.ASCII)


def sop(
    school: Annotated[str | None, typer.Option("--school", metavar="CODE", help="BRIN en vestiging, zoals 99XX00.")] = None,
    naam: Annotated[
        str | None, typer.Option("--naam", metavar="NAAM", help="Naam van de school [anders: die bij het samenwerkingsverband].")
    ] = None,
    schooljaar: Annotated[
        str | None, typer.Option("--schooljaar", metavar="JAAR", help="Bijvoorbeeld 2026-2027 [anders: dit schooljaar].")
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format-versie", metavar="NAAM", help="Versie van het format van het samenwerkingsverband.")
    ] = None,
    vanaf: Annotated[
        str | None, typer.Option("--vanaf", metavar="BESTAND", help="Neem het SOP van een eerder schooljaar over als begin.")
    ] = None,
    schema: Annotated[str | None, typer.Option("--schema", metavar="PAD", help="Schema voor uw editor; zie `bo schema`.")] = None,
    swv: SwvOption = None,
    ja: YesOption = False,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar="BESTAND",
            help="Waar het komt; - is het scherm [anders: CODE.yaml in sops/JAAR, of CODE-JAAR.yaml hier].",
        ),
    ] = None,
) -> int:
    """Maak een leeg schoolondersteuningsprofiel (SOP) om in te vullen, met uitleg bij elk veld.

    Wat het samenwerkingsverband van de school weet, staat er al in. Een bestand dat er al is, wordt nooit overschreven.

    Voorbeelden:

        bo new sop --school 99XX00 --schooljaar 2026-2027
        bo new sop --vanaf sops/2026-2027/99XX00.yaml --schooljaar 2027-2028
    """
    if is_there("new sop", out):
        return USAGE
    year = answered(_year(), schooljaar, quiet=vanaf is None or ja)
    if format is not None and not _IDENT.fullmatch(format):
        raise typer.BadParameter("gebruik alleen letters, cijfers, -, _ en ., en geen spaties.", param_hint="--format-versie")
    code = answered(school_question(None), school).upper() if school is not None else None
    if vanaf is not None:
        return _from(vanaf, year, Given(code, naam, format, schema), out, ja)
    from ...casework.starting.text import editor_line
    from ...model.swv import Samenwerkingsverband
    from ...records.load import load
    from ...swv.sops.new import new_sop

    place = swv or find_swv([out or "."])
    record = load(place, today=date.max).record if place else None
    region = record if isinstance(record, Samenwerkingsverband) else None
    if swv is not None and region is None:
        raise typer.BadParameter("dit is geen leesbaar bestand van een samenwerkingsverband.", param_hint="--swv")
    schools = [(one.vestiging, one.naam) for one in region.scholen] if region is not None else []
    own = _own_school()
    code = code or answered(school_question(own, schools), None, quiet=ja or own is not None).upper()
    path = out or _usual_path(code, year)
    if is_there("new sop", path):
        return USAGE
    known = dict(schools).get(code, "")
    name = answered(Question("--naam", "Naam van de school", default=known, check=name_complaint), naam, quiet=ja or bool(known))
    editor = schema or editor_line(path if path != "-" else ".", "sop").partition("=")[2] or None
    return _written(new_sop(code, name, year, region, format, editor), path, ja)


def _usual_path(code: str, year: str) -> str:
    """In the folder of SOPs of that school year where it is there, else here."""
    folder = os.path.join("sops", year)
    return os.path.join(folder, f"{code}.yaml") if os.path.isdir(folder) else f"{code}-{year}.yaml"


def _year() -> Question:
    return Question("--schooljaar", "Voor welk schooljaar?", default=this_year(date.today()), check=year_complaint)


def _own_school() -> str | None:
    """The school of `bo.yaml`."""
    from ...casework.settings import find_settings

    return find_settings(["."]).given.school


class Given(NamedTuple):
    """What the user said about the profile besides its school year; None is nothing said."""

    school: str | None
    naam: str | None
    format: str | None
    schema: str | None


def _from(path: str, year: str, given: Given, out: str | None, quiet: bool) -> int:
    """Last year's profile taken over."""
    from ...findings.render_text import text
    from ...model.sop import Sop
    from ...records.load import load
    from ...swv.sops.new import from_last_year

    loaded = load(path, today=date.today())
    record = loaded.record
    if not isinstance(record, Sop) or loaded.source is None:
        for one in loaded.findings:
            say(text(one))
        say("bo new sop: dit SOP is niet over te nemen. Verbeter het eerst, of begin met een leeg SOP.")
        return USAGE
    if record.schooljaar == year:
        raise typer.BadParameter("dit SOP is al van dat schooljaar.", param_hint="--schooljaar")
    if given.school not in (None, record.school):
        raise typer.BadParameter("met --vanaf blijft het dezelfde school, en dit SOP is van een andere.", param_hint="--school")
    if given.naam is not None and given.naam.split() != record.naam.split():
        raise typer.BadParameter(
            "met --vanaf blijft de naam zoals zij in dat SOP staat. Verander haar daarna in het nieuwe bestand.",
            param_hint="--naam",
        )
    made = from_last_year(loaded.source, year, given.format, given.schema)
    if made is None:
        say("bo new sop: dit SOP is niet veilig over te nemen: de indeling is ongewoon. Kopieer het bestand zelf.")
        return USAGE
    return _written(made, out or _usual_path(record.school, year), quiet)


def _written(text: str, path: str, quiet: bool) -> int:
    after = ("Vul het in, en kijk daarna wat er nog ontbreekt:", f"  bo validate {typed_path(path)}")
    return put("new sop", Made(path, text, False, after), quiet=quiet)
