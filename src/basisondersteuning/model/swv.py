"""The record `samenwerkingsverband`: schools, expertise, school holidays."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Expertisegebied, Model, dutch
from .types import Datum, JaNee, Tekst, Vestiging

Regio = Literal["noord", "midden", "zuid"]
"""The three regions over which school holidays are spread."""

Schooljaar = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{4}$"), Field(examples=["2026-2027"])]
"""Written `2026-2027`: from 1 August to 31 July."""


def school_year(text: str) -> tuple[date, date] | None:
    """First and last day of a school year; None when it is no year, such as `2026-2028`."""
    start, end = (int(year) for year in text.split("-"))
    return (date(start, 8, 1), date(end, 7, 31)) if end == start + 1 and 1900 <= start <= 2200 else None


class School(Model):
    """A school of the samenwerkingsverband."""

    model_config = dutch("School", "Een school van het samenwerkingsverband.")

    vestiging: Vestiging = Field(description="BRIN en vestigingsnummer.")
    naam: Tekst = Field(description="Naam van de school.", examples=["De Voorbeeldschool"])
    bevoegd_gezag: Tekst | None = Field(None, description="Het schoolbestuur.")
    plaats: Tekst | None = Field(None, description="Plaats.")
    regio: Regio | None = Field(None, description="Vakantieregio.")


class Specialist(Model):
    """Expertise that schools can call on (passage 27)."""

    model_config = dutch("Deskundigheid", "Deskundigheid waarop scholen een beroep kunnen doen.")

    gebied: Expertisegebied = Field(description="Waarop de deskundigheid ligt.")
    aanbieder: Tekst = Field(description="Wie het biedt.")
    toelichting: Tekst | None = Field(None, description="Hoe een school erom vraagt.")


class Vakantie(Model):
    """A holiday: first and last day without school, both included."""

    model_config = dutch("Vakantie", "Een vakantie of vrije dag: de eerste en de laatste dag zonder school.")

    naam: Tekst = Field(description="Naam van de vakantie of vrije dag.", examples=["herfstvakantie"])
    van: Datum = Field(description="Eerste vrije dag.")
    tot: Datum = Field(description="Laatste vrije dag.")


class Vakantierooster(Model):
    """The holidays of one school year, for a region or for one school."""

    model_config = dutch("Vakantierooster", "De vakanties van één schooljaar, voor een regio of voor één school.")

    schooljaar: Schooljaar = Field(description="Bijvoorbeeld 2026-2027.")
    regio: Regio | None = Field(None, description="Vakantieregio waarvoor dit geldt.")
    school: Vestiging | None = Field(None, description="School waarvoor dit geldt, in plaats van de regio.")
    volledig: JaNee = Field(description="Staan alle vakanties van dit schooljaar erin?")
    bron: Tekst = Field(description="Waar de data vandaan komen.")
    vakanties: list[Vakantie] = Field(default_factory=list, description="De vakanties en vrije dagen.")


class Samenwerkingsverband(Model):
    """The school alliance, with what its dossiers share."""

    model_config = dutch(
        "Samenwerkingsverband", "De scholen die samen zorgen voor passend onderwijs in hun regio, en wat hun dossiers delen."
    )

    soort: Literal["samenwerkingsverband"]
    naam: Tekst = Field(description="Naam van het samenwerkingsverband.", examples=["SWV Voorbeeld"])
    nummer: Annotated[str, StringConstraints(pattern=r"^PO\d{4}$")] | None = Field(
        None, description="Nummer, zoals PO9999.", examples=["PO9999"]
    )
    normenkader: Tekst | None = Field(
        None, description="Reeks van het normenkader dat geldt.", examples=["kop-van-noord-holland"]
    )
    streefniveau: Tekst | None = Field(
        None,
        description="Het niveau van basisondersteuning dat het samenwerkingsverband wil bereiken.",
        examples=["Elke school kan op alle zes gebieden iemand vragen."],
    )
    scholen: list[School] = Field(default_factory=list, description="De scholen.")
    expertise: list[Specialist] = Field(default_factory=list, description="Deskundigheid waarop scholen een beroep kunnen doen.")
    roosters: list[Vakantierooster] = Field(default_factory=list, description="Schoolvakanties, met hun bron.")
