"""`bo new sop`: the profile of a school to fill in."""

from __future__ import annotations

import os
import re
import sys
from datetime import date
from typing import Annotated, Final, NamedTuple

import typer

from ...casework.setup import find_swv
from ...findings.paint import folded
from ..app import FINE, USAGE
from ..options import SwvOption
from ..terminal import is_terminal, say, width

_SCHOOL = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}", re.ASCII)
_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", re.ASCII)
_YEAR = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
_CODE: Final = "schrijf vier tekens BRIN en twee cijfers, zoals 99XX00."


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
    out: Annotated[
        str | None, typer.Option("--out", metavar="BESTAND", help="Waar het komt; - is het scherm [anders: CODE-JAAR.yaml hier].")
    ] = None,
) -> int:
    """Maak een leeg schoolondersteuningsprofiel (SOP) om in te vullen, met uitleg bij elk veld.

    Wat het samenwerkingsverband van de school weet, staat er al in. Een bestand dat er al is, wordt nooit overschreven.

    Voorbeelden:

        bo new sop --school 99XX00 --schooljaar 2026-2027
        bo new sop --vanaf sops/2026-2027/99XX00.yaml --schooljaar 2027-2028
    """
    year = schooljaar or _this_year(date.today())
    found = _YEAR.fullmatch(year)
    if found is None or int(found[2]) != int(found[1]) + 1:
        raise typer.BadParameter("schrijf een schooljaar als 2026-2027.", param_hint="--schooljaar")
    if format is not None and not _IDENT.fullmatch(format):
        raise typer.BadParameter("gebruik alleen letters, cijfers, -, _ en ., en geen spaties.", param_hint="--format-versie")
    code = school.strip().upper() if school is not None else None
    if code is not None and not _SCHOOL.fullmatch(code):
        raise typer.BadParameter(_CODE, param_hint="--school")
    if vanaf is not None:
        return _from(vanaf, year, Given(code, naam, format, schema), out)
    if code is None:
        code = _asked("--school", "BRIN en vestiging van de school (zoals 99XX00)").upper()
        if not _SCHOOL.fullmatch(code):
            raise typer.BadParameter(_CODE, param_hint="--school")
    from ...model.swv import Samenwerkingsverband
    from ...records.load import load
    from ...swv.sops.new import new_sop

    place = swv or find_swv([out or "."])
    record = load(place, today=date.max).record if place else None
    region = record if isinstance(record, Samenwerkingsverband) else None
    if swv is not None and region is None:
        raise typer.BadParameter("dit is geen leesbaar bestand van een samenwerkingsverband.", param_hint="--swv")
    known = next((one.naam for one in region.scholen if one.vestiging == code), None) if region else None
    name = naam or known or _asked("--naam", "Naam van de school")
    return _written(new_sop(code, name, year, region, format, schema), out or f"{code}-{year}.yaml")


class Given(NamedTuple):
    """What the user said about the profile besides its school year; None is nothing said."""

    school: str | None
    naam: str | None
    format: str | None
    schema: str | None


def _from(path: str, year: str, given: Given, out: str | None) -> int:
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
    return _written(made, out or f"{record.school}-{year}.yaml")


def _written(text: str, path: str) -> int:
    from ...findings.finding import readable
    from ...records.write import reason, write_new

    if path == "-":
        sys.stdout.write(text)
        return FINE
    shown = readable(path)
    try:
        write_new(path, text, private=False)
    except FileExistsError:
        say(f"bo new sop: {shown} bestaat al en blijft zoals het is. Kies met --out een andere naam.")
        return USAGE
    except (OSError, ValueError) as error:
        say(f"bo new sop: {shown} is niet te schrijven: {reason(error) if isinstance(error, OSError) else 'die naam kan niet'}.")
        return USAGE
    line = f"{shown} is gemaakt. Vul het in, en kijk daarna wat er nog ontbreekt: bo validate {os.path.normpath(shown)}"
    sys.stdout.write("\n".join(folded(line, width(), "  ", "")) + "\n")
    return FINE


def _asked(option: str, question: str) -> str:
    """What a person answers; without a terminal the option is needed."""
    if not is_terminal(sys.stdin):
        raise typer.BadParameter("is nodig.", param_hint=option)
    return str(typer.prompt(question, err=True)).strip()


def _this_year(today: date) -> str:
    first = today.year if today.month >= 8 else today.year - 1
    return f"{first}-{first + 1}"
