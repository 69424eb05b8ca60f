"""`bo kader herzien`: record that someone read a rule beside its source."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from ...findings.finding import Severity
from ...findings.paint import folded
from ...model.frame import Bron
from ..app import FINE, USAGE
from ..options import read_date
from ..terminal import say, width
from .common import Chosen, say_findings


def review(
    kader: Annotated[str, typer.Option("--kader", metavar="BESTAND", help="Het bestand van het normenkader.")],
    door: Annotated[str, typer.Option("--door", metavar="NAAM", help="Wie de regel naast de bron heeft gelezen.")],
    codes: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODE", help="Code van een regel, of document en nummer van een passage (DOCUMENT.NUMMER)."),
    ] = None,
    op: Annotated[date | None, typer.Option("--op", metavar="DATUM", parser=read_date, help="Wanneer [anders: vandaag].")] = None,
    toelichting: Annotated[
        str | None, typer.Option("--toelichting", metavar="TEKST", help="Wat er bij het lezen opviel.")
    ] = None,
    alle: Annotated[bool, typer.Option("--alle", help="Alles wat verdacht is of nog niet nagelezen.")] = False,
) -> int:
    """Leg vast dat iemand een regel naast de bron heeft gelezen.

    Verandert een passage, dan is elke regel die erop rust verdacht. Lees de regel naast de passage, pas hem zo nodig
    aan, en leg dat hiermee vast. De herziening komt in een bestand naast het kader; het kader zelf blijft zoals het is.

    Voorbeelden:

        bo kader herzien KNH-1.4 --kader kaders/2026.yaml --door "M. de Boer"
        bo kader herzien --alle --kader kaders/2026.yaml --door "M. de Boer"
    """
    from ...norms.review import open_register
    from ...records.nearmiss import nearest
    from ...swv.reviewing import NotWritten, entry, record_reviews, reviewable, waiting

    if not door.strip() or not door.isprintable():
        raise typer.BadParameter("schrijf in gewone tekens wie de regel heeft gelezen.", param_hint="--door")
    if toelichting is not None and not toelichting.isprintable():
        raise typer.BadParameter("schrijf één regel, in gewone tekens.", param_hint="--toelichting")
    if not codes and not alle:
        raise typer.BadParameter("noem een code, of kies --alle.", param_hint="CODE")
    chosen = Chosen([kader])
    wrong = [one for one in chosen.findings if one.severity is Severity.FOUT]
    if wrong:
        say_findings(wrong)
        return USAGE
    if len(chosen.frames) != 1:
        return chosen.nothing() if not chosen.frames else _several()
    frame = chosen.frames[0]
    known = {one.lower(): one for one in reviewable(frame)}
    wanted = waiting(open_register(frame, chosen.library)) if alle else []
    for code in codes or []:
        if code.lower() not in known:
            meant = nearest(code, known.values())
            rules = [rule.code for rule in frame.record.regels if rule.bron and code in _passages(rule.bron)]
            if rules:
                say(f"bo kader herzien: {code} wordt door regels vastgehouden; lees die na: {', '.join(rules)}.")
                return USAGE
            raise typer.BadParameter(
                f"{frame.code} heeft {code} niet.{f' Bedoelde u {meant}?' if meant else ' Zie `bo kader bronnen`.'}",
                param_hint="CODE",
            )
        wanted.append(known[code.lower()])
    if not wanted:
        sys.stdout.write("Alles is al nagelezen; er is niets vast te leggen.\n")
        return FINE
    entries = [entry(frame, code, door.strip(), op or date.today(), toelichting) for code in dict.fromkeys(wanted)]
    try:
        path = record_reviews(frame, entries)
    except NotWritten as error:
        say(f"bo kader herzien: {error}")
        return USAGE
    text = f"Vastgelegd in {path}: {', '.join(str(one['code']) for one in entries)}, nagelezen door {door.strip()}."
    sys.stdout.write("\n".join(folded(text, width(), "  ", "")) + "\n")
    return FINE


def _passages(source: Bron) -> set[str]:
    return {f"{source.document}.{number}" for number in source.passage}


def _several() -> int:
    say("bo kader herzien: noem bij --kader één bestand.")
    return USAGE
