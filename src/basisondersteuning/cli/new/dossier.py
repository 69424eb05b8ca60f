"""`bo new dossier`: the dossier of one pupil."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ...records.above import typed_path
from ..app import USAGE
from ..asking import Question, answered
from .around import fixed, parents, teachers
from .making import Made, is_there, put, tell, tell_of_settings
from .questions import (
    NO_BIRTHDAY,
    OutOption,
    SchoolOption,
    YesOption,
    birthday,
    person,
    school_question,
    text_question,
)

if TYPE_CHECKING:
    from ...casework.starting.known import Known


def dossier(
    kenmerk: Annotated[
        str | None,
        typer.Option("--id", metavar="KENMERK", help="Kenmerk van de leerling, geen naam en geen BSN [anders: het volgende]."),
    ] = None,
    school: SchoolOption = None,
    geboortedatum: Annotated[
        str | None, typer.Option("--geboortedatum", metavar="DATUM", help="Geboortedatum, zoals 11-2-2017.")
    ] = None,
    groep: Annotated[
        str | None, typer.Option("--groep", metavar="GROEP", help="Groep waarin de leerling nu zit: 0 tot en met 8.")
    ] = None,
    roepnaam: Annotated[str | None, typer.Option("--roepnaam", metavar="NAAM", help="Roepnaam; mag leeg blijven.")] = None,
    tussenvoegsel: Annotated[str | None, typer.Option("--tussenvoegsel", metavar="TEKST", help="Tussenvoegsel.")] = None,
    achternaam: Annotated[str | None, typer.Option("--achternaam", metavar="NAAM", help="Achternaam; mag leeg blijven.")] = None,
    ouder: Annotated[
        list[str] | None,
        typer.Option("--ouder", metavar="TEKST", help='Een ouder, zoals "moeder=S. Bakker; gezag=ja". Mag vaker.'),
    ] = None,
    leerkracht: Annotated[
        str | None,
        typer.Option(
            "--leerkracht", metavar="NAAM", help="De groepsleerkracht [anders: die van eerdere dossiers van deze groep]."
        ),
    ] = None,
    betrokkene: Annotated[
        list[str] | None,
        typer.Option(
            "--betrokkene", metavar="TEKST", help='Iemand anders, zoals "ib=T. de Wit; rol=intern_begeleider". Mag vaker.'
        ),
    ] = None,
    zonder: Annotated[
        list[str] | None,
        typer.Option("--zonder", metavar="KENMERK", help="Laat iemand van de vaste mensen uit bo.yaml weg. Mag vaker."),
    ] = None,
    ja: YesOption = False,
    out: OutOption = None,
) -> int:
    """Maak het dossier van een leerling, met de vaste mensen van de school er al in.

    bo vraagt wat nodig is: wie het is, de groep, en wie er om de leerling heen staan. Het kenmerk is de naam van het bestand;
    een naam of BSN komt daar nooit in. De map is `dossiers`, naast bo.yaml.

    Voorbeelden:

        bo new dossier
        bo new dossier --geboortedatum 11-2-2017 --groep 5 --roepnaam Noor
        bo new dossier --id L-0501 --geboortedatum 11-2-2017 --groep 5 --ja
    """
    from ...casework.starting.known import Known, with_free_ids
    from ...casework.starting.text import NewDossier, dossier_text, editor_line

    if is_there("new dossier", out):
        return USAGE
    today = date.today()
    known = Known(os.path.dirname(out) or "." if out not in (None, "-") else ".", today)
    tell_of_settings(known)
    ident = _ident(known, kenmerk, ja)
    path = out or os.path.join(known.dossiers, f"{ident}.yaml")
    if is_there("new dossier", path):
        return USAGE
    first = answered(
        text_question("--roepnaam", "Roepnaam", "Mag leeg blijven. Hij komt in het dossier, niet in de naam van het bestand."),
        roepnaam,
        quiet=ja,
    )
    last = answered(text_question("--achternaam", "Achternaam", "Mag leeg blijven."), achternaam, quiet=ja)
    _no_name(ident, first, last)
    born = birthday(answered(_birthday(today), geboortedatum, quiet=ja), today)
    assert born is not None
    group = int(answered(_GROUP, groep, quiet=ja))
    code = answered(school_question(known.school, known.schools), school, quiet=ja or known.told).upper()
    people = fixed(known, zonder or [], ja)
    people += [person(one, "--betrokkene") for one in betrokkene or []]
    people += teachers(known, group, leerkracht, people, ja)
    people += [person(one, "--ouder", "ouder") for one in ouder] if ouder else parents(ja)
    new = NewDossier(ident, code, born, group, first, tussenvoegsel or "", last, tuple(with_free_ids(people)))
    text = dossier_text(new, editor_line(path if path != "-" else ".", "dossier"))
    if not _sound(text, today):
        return USAGE
    after = (
        "Iets vastleggen, en zien wat er moet gebeuren:",
        f"  bo log {ident}",
        f"  bo escalate {ident}",
    )
    return put("new dossier", Made(path, text, True, after), quiet=ja, folder=out is None)


def _ident(known: Known, given: str | None, quiet: bool) -> str:
    from ...casework.starting.ident import next_ident, pupil_ident_complaint

    def complaint(text: str) -> str | None:
        if (wrong := pupil_ident_complaint(text)) is not None:
            return wrong
        taken = known.file_of(text)
        return f"Dit kenmerk is al van een ander dossier: {typed_path(taken)}." if taken is not None else None

    help = "Onder dit kenmerk kent iedereen het dossier. Geen naam en geen BSN."
    return answered(
        Question("--id", "Kenmerk van de leerling", help, default=next_ident(known.idents), check=complaint), given, quiet=quiet
    )


def _no_name(ident: str, first: str, last: str) -> None:
    from ...records.naming import names_the_pupil

    if names_the_pupil(ident, first, last):
        raise typer.BadParameter("in dit kenmerk staat de naam van de leerling; kies een ander.", param_hint="--id")


def _birthday(today: date) -> Question:
    from ...model.words import long_date

    def complaint(text: str) -> str | None:
        return None if birthday(text, today) is not None else NO_BIRTHDAY

    def echo(text: str) -> str:
        day = birthday(text, today)
        if day is None:
            return ""
        return f"{long_date(day)}, {today.year - day.year - ((today.month, today.day) < (day.month, day.day))} jaar"

    return Question("--geboortedatum", "Geboortedatum", "Zoals 11-2-2017.", check=complaint, echo=echo)


_GROUP = Question(
    "--groep",
    "In welke groep zit de leerling?",
    "1 tot en met 8; 0 voor wie in de loop van het jaar instroomt.",
    check=lambda text: (
        None if text.isascii() and text.isdecimal() and int(text[:9]) <= 8 else "Schrijf een groep: 0 tot en met 8."
    ),
)


def _sound(text: str, today: date) -> bool:
    """Whether the record is as it should be; says what is not."""
    from ...findings.finding import Severity
    from ...findings.render_text import text as rendered
    from ...records.load import load_text

    wrong = [one for one in load_text("het nieuwe dossier", text.encode(), today=today).findings if one.severity is Severity.FOUT]
    if wrong:
        tell(rendered(one) for one in wrong)
    return not wrong
