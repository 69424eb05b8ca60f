"""Questions and options that several commands of `bo new` share, with their checks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from ...model.spoken_dates import spoken_date
from ..asking import Choice, Question

if TYPE_CHECKING:
    from ...model.people import Betrokkene

_SCHOOL = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}", re.ASCII)
_YEAR = re.compile(r"(\d{4})-(\d{4})", re.ASCII)

OutOption = Annotated[
    str | None,
    typer.Option("--out", metavar="BESTAND", help="Waar het bestand komt; - is het scherm [anders: een naam die past]."),
]
YesOption = Annotated[bool, typer.Option("--ja", help="Vraag niets wat ook zonder kan, en maak het bestand meteen.")]
SchoolOption = Annotated[
    str | None, typer.Option("--school", metavar="CODE", help="BRIN en vestiging, zoals 99XX00 [anders: die in bo.yaml].")
]


def school_question(default: str | None, schools: Iterable[tuple[str, str]] = ()) -> Question:
    """Which school; those of the samenwerkingsverband can be chosen."""
    choices = tuple(Choice(code, name) for code, name in schools)
    help = "Vier tekens BRIN en twee cijfers van de vestiging, zoals 99XX00."
    return Question("--school", "Welke school?", help, choices, default or "", check=school_complaint, open=True)


def school_complaint(text: str) -> str | None:
    """What is wrong with the code of a school."""
    if _SCHOOL.fullmatch(text.strip().upper()):
        return None
    return "Schrijf vier tekens BRIN en twee cijfers, zoals 99XX00."


def year_complaint(text: str) -> str | None:
    """What is wrong with a school year."""
    found = _YEAR.fullmatch(text)
    return None if found is not None and int(found[2]) == int(found[1]) + 1 else "Schrijf een schooljaar als 2026-2027."


def this_year(today: date) -> str:
    """The school year of a day."""
    first = today.year if today.month >= 8 else today.year - 1
    return f"{first}-{first + 1}"


NO_BIRTHDAY = "Schrijf dag, maand en jaar van een dag die is geweest, zoals 11-2-2017 of 11 februari 2017."
"""What to say of a birthday that cannot be."""


def birthday(text: str, today: date) -> date | None:
    """A birthday that was, with its year; None for what is none, and for what depends on today, as a day without a year."""
    try:
        day, later = (spoken_date(text, one) for one in (today, today + timedelta(400)))
    except ValueError:
        return None
    return day if day == later and day <= today else None


def name_complaint(text: str) -> str | None:
    """What is wrong with a name."""
    return None if text.isprintable() else "Schrijf dit op één regel, in gewone tekens."


def text_question(option: str, words: str, help: str) -> Question:
    """A name or another short text that may be left out."""
    return Question(option, words, help, required=False, check=name_complaint)


def person(text: str, option: str, role: str | None = None) -> Betrokkene:
    """Someone as an option gives them: `ib=T. de Wit; rol=intern_begeleider`. `role` holds where no other is named."""
    from pydantic import ValidationError

    from ...model.people import Betrokkene

    first, *rest = [one.strip() for one in text.split(";")]
    parts = [one.partition("=") for one in (first, *rest) if one]
    ident, equals, name = parts[0] if parts else ("", "", "")
    fields: dict[str, object] = {"id": ident.strip(), "naam": name.strip()}
    fields |= {
        key.strip(): [one.strip() for one in value.split(",")] if key.strip() == "rol" else value.strip()
        for key, _, value in parts[1:]
    }
    if role is not None:
        fields.setdefault("rol", role)
    try:
        if not equals or not name.isprintable():
            raise ValueError
        return Betrokkene.model_validate(fields)
    except (ValidationError, ValueError):
        example = "moeder=S. Bakker; gezag=ja" if role == "ouder" else "ib=T. de Wit; rol=intern_begeleider"
        raise typer.BadParameter(f'schrijf KENMERK=NAAM; VELD=WAARDE, zoals "{example}".', param_hint=option) from None


def number_complaint(text: str) -> str | None:
    """What is wrong with the number of a samenwerkingsverband."""
    return None if re.fullmatch(r"PO\d{4}", text.strip().upper(), re.ASCII) else "Schrijf PO en vier cijfers, zoals PO9999."
