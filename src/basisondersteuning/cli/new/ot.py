"""`bo new ot`: a meeting of the ondersteuningsteam, without pupils yet."""

from __future__ import annotations

import os
import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ...model.spoken_dates import FORMS_AHEAD, spoken_date
from ...model.words import full_date
from ...records.above import typed_path
from ..app import USAGE
from ..asking import Choice, Question, answered
from .making import Made, is_there, put, tell_of_settings
from .questions import OutOption, SchoolOption, YesOption, name_complaint, person, school_question

if TYPE_CHECKING:
    from ...model.people import Betrokkene

_TIME = re.compile(r"([01]?\d|2[0-3])[:.][0-5]\d", re.ASCII)
_BEGIN, _LENGTH = "13:15", 120
"""What is proposed where `bo.yaml` says nothing, as `bo ot plan` does: settings of this tool."""


def ot(
    datum: Annotated[str | None, typer.Option("--datum", metavar="DATUM", help=f"Dag van de bijeenkomst: {FORMS_AHEAD}.")] = None,
    school: SchoolOption = None,
    begin: Annotated[
        str | None, typer.Option("--begin", metavar="TIJD", help=f"Hoe laat het begint [anders: bo.yaml, of {_BEGIN}].")
    ] = None,
    duur: Annotated[
        str | None, typer.Option("--duur", metavar="MINUTEN", help=f"Hoeveel minuten er zijn [anders: bo.yaml, of {_LENGTH}].")
    ] = None,
    plaats: Annotated[str | None, typer.Option("--plaats", metavar="TEKST", help="Waar het is [anders: bo.yaml].")] = None,
    lid: Annotated[
        list[str] | None,
        typer.Option("--lid", metavar="TEKST", help='Nog een lid, zoals "ortho=F. Smit; rol=orthopedagoog". Mag vaker.'),
    ] = None,
    voorzitter: Annotated[
        str | None, typer.Option("--voorzitter", metavar="KENMERK", help="Wie voorzit [anders: de directeur].")
    ] = None,
    notulist: Annotated[
        str | None, typer.Option("--notulist", metavar="KENMERK", help="Wie het verslag maakt [anders: de intern begeleider].")
    ] = None,
    ja: YesOption = False,
    out: OutOption = None,
) -> int:
    """Maak een bijeenkomst van het OT met een lege agenda.

    De vaste leden komen uit bo.yaml, of anders uit de dossiers. Wilt u een voorstel met leerlingen erin, uit de dossiers?
    Dat maakt `bo ot plan`.

    Voorbeelden:

        bo new ot
        bo new ot --datum 10-12-2026 --begin 13:15 --duur 90 --plaats teamkamer
    """
    from ...casework.starting.known import Known, with_free_ids
    from ...casework.starting.team import team
    from ...casework.starting.text import NewMeeting, editor_line, meeting_text

    if is_there("new ot", out):
        return USAGE
    today = date.today()
    known = Known(os.path.dirname(out) or "." if out not in (None, "-") else ".", today)
    tell_of_settings(known)
    settings = known.settings.given.ot
    day = spoken_date(answered(_day(today), datum, quiet=ja), today, ahead=True)
    path = out or _usual_path(known.base, day)
    if is_there("new ot", path):
        return USAGE
    usual = settings.begin.strftime("%H:%M") if settings.begin is not None else _BEGIN
    at = answered(Question("--begin", "Hoe laat begint het?", default=usual, check=_time_complaint), begin, quiet=ja)
    length = answered(
        Question("--duur", "Hoeveel minuten zijn er?", default=str(settings.duur or _LENGTH), check=_minutes_complaint),
        duur,
        quiet=ja,
    )
    where = answered(
        Question("--plaats", "Waar is het?", default=settings.plaats or "", required=False, check=name_complaint),
        plaats,
        quiet=ja,
    )
    code = answered(school_question(known.school, known.schools), school, quiet=ja or known.told).upper()
    people = with_free_ids([*team(known), *(person(one, "--lid") for one in lid or [])])
    chair = answered(_member("--voorzitter", "Wie zit voor?", people, "directeur"), voorzitter, quiet=ja)
    notes = answered(_member("--notulist", "Wie maakt het verslag?", people, "intern_begeleider"), notulist, quiet=ja)
    text = meeting_text(
        NewMeeting(code, day, at, int(length), where, chair, notes, tuple(people), tuple(settings.werkwijze)),
        editor_line(path if path != "-" else ".", "ot"),
    )
    after = (
        "Zet bij agenda wie er besproken worden, en kijk het na:",
        f"  bo ot check {typed_path(path)} {typed_path(known.dossiers)}",
        "Liever een voorstel uit de dossiers?",
        f"  bo ot plan {typed_path(known.dossiers)} --datum {day.isoformat()}",
    )
    return put("new ot", Made(path, text, True, after), quiet=ja)


def _usual_path(base: str, day: date) -> str:
    """In the folder `ot` of the school where that is there, else here."""
    folder = os.path.join(base, "ot")
    name = f"{day.isoformat()}.yaml"
    return os.path.normpath(os.path.join(folder, name)) if os.path.isdir(folder) else f"ot-{name}"


def _day(today: date) -> Question:
    def read(text: str) -> date | None:
        try:
            return spoken_date(text, today, ahead=True)
        except ValueError:
            return None

    def complaint(text: str) -> str | None:
        return None if read(text) is not None else f"Schrijf een dag die bestaat: {FORMS_AHEAD}."

    def echo(text: str) -> str:
        day = read(text)
        return full_date(day) if day is not None else ""

    return Question("--datum", "Op welke dag is het OT?", f"Bijvoorbeeld {FORMS_AHEAD}.", check=complaint, echo=echo)


def _time_complaint(text: str) -> str | None:
    return None if _TIME.fullmatch(text) else "Schrijf een tijd als 13:15."


def _minutes_complaint(text: str) -> str | None:
    good = text.isascii() and text.isdecimal() and 0 < int(text[:6]) <= 24 * 60
    return None if good else "Schrijf een aantal minuten, zoals 90."


def _member(option: str, words: str, people: list[Betrokkene], role: str) -> Question:
    """One of the members; who has the role is proposed."""
    choices = tuple(Choice(one.id, f"{one.naam}, {' en '.join(one.rol).replace('_', ' ')}") for one in people)
    default = next((one.id for one in people if role in one.rol), people[0].id)
    return Question(option, words, choices=choices, default=default)
