"""`bo kader new`: the yearly version of a norm frame."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from ...findings.paint import folded
from ..app import FINE, USAGE
from ..terminal import say, width
from .common import Two, say_findings


def new(
    van: Annotated[str, typer.Option("--van", metavar="KADER", help="Het kader dat verandert: een naam of een bestand.")],
    schooljaar: Annotated[
        str, typer.Option("--schooljaar", metavar="JAAR", help="Vanaf welk schooljaar, bijvoorbeeld 2027-2028.")
    ],
    instelling: Annotated[
        list[str] | None,
        typer.Option("--instelling", metavar="NAAM=LENGTE", help="Een termijn met haar nieuwe lengte; mag vaker."),
    ] = None,
    regel: Annotated[
        list[str] | None, typer.Option("--regel", metavar="CODE", help="Een regel die u gaat wijzigen; mag vaker.")
    ] = None,
    vervalt: Annotated[
        list[str] | None, typer.Option("--vervalt", metavar="CODE", help="Een regel die niet meer geldt; mag vaker.")
    ] = None,
    code: Annotated[str | None, typer.Option("--code", metavar="CODE", help="Code [anders: de reeks en het jaar].")] = None,
    titel: Annotated[str | None, typer.Option("--titel", metavar="TEKST", help="Titel.")] = None,
    out: Annotated[
        str | None, typer.Option("--out", metavar="BESTAND", help="Waar het nieuwe kader komt [anders: CODE.yaml hier].")
    ] = None,
) -> int:
    """Maak een nieuwe versie van een normenkader, met alleen wat verandert.

    Al het andere blijft zoals in het kader waarvan u uitgaat. De nieuwe versie geldt vanaf 1 augustus; wat voor die dag
    begon, blijft onder de oude. Een bestand dat er al is, wordt nooit overschreven.

    Voorbeelden:

        bo kader new --van kaders/noorderkoog-2026.yaml --schooljaar 2027-2028
        bo kader new --van kop-van-noord-holland --schooljaar 2027-2028 --instelling "ouders_betrekken=1 schoolweek"
    """
    from ...norms.library import series_of
    from ...records.write import reason, write_new
    from ...swv.new_version import Impossible, Wanted, new_version

    settings = tuple(_setting(one) for one in instelling or [])
    found = Two([van])
    if found.problems:
        say_findings(found.problems)
        return USAGE
    old = found.frames[0]
    wanted = Wanted(schooljaar, code, titel, settings, tuple(regel or ()), tuple(vervalt or ()))
    try:
        made, text = new_version(old, series_of(old, found.library), wanted, found.library.loaded)
    except Impossible as error:
        say("\n".join(folded(f"bo kader new: {error}", width(), "  ", "")))
        return USAGE
    folder = os.path.dirname(old.path) if os.path.isfile(van) else ""
    path = out or os.path.join(folder, f"{made}.yaml")
    try:
        write_new(path, text, private=False)
    except FileExistsError:
        say(f"bo kader new: {path} bestaat al en blijft zoals het is. Kies met --out een andere naam.")
        return USAGE
    except OSError as error:
        say(f"bo kader new: {path} is niet te schrijven: {reason(error)}.")
        return USAGE
    lines = [
        f"{path} is gemaakt: een versie van {old.code} met alleen wat verandert.",
        f"Vul het aan, en bekijk daarna wat het doet: bo kader check {path}; bo kader diff {van} {path}",
    ]
    sys.stdout.write("".join(f"{part}\n" for line in lines for part in folded(line, width(), "  ", "")))
    return FINE


def _setting(text: str) -> tuple[str, str]:
    name, equals, length = text.partition("=")
    if not equals or not name.strip() or not length.strip():
        raise typer.BadParameter("schrijf NAAM=LENGTE, bijvoorbeeld ouders_betrekken=3.", param_hint="--instelling")
    return name.strip(), length.strip()
