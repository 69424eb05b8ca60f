"""The parts that the views of several documents share. A template sees views only: typed values, never a record.

Their fields have Dutch names, as those of records do: templates are for people who write Dutch.
"""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ..model.words import plain


class Kop(NamedTuple):
    """The head of a document."""

    soort: Annotated[str, "Wat voor document dit is, zoals «Groeidocument»."]
    titel: Annotated[str, "De titel: om wie of wat het gaat."]
    onder: Annotated[tuple[str, ...], "Regels onder de titel: school, groep, dag."]
    stand: Annotated[str, "Op welke dag het document de stand geeft, in woorden."]
    regel: Annotated[str, "De regel boven aan elke gedrukte bladzijde."]
    voor: Annotated[str, "Voor wie het document is, in woorden."]
    waarschuwing: Annotated[str, "Wat de lezer moet weten voor hij het deelt; meestal leeg."] = ""


class School(NamedTuple):
    """The school. What is not known is empty."""

    naam: Annotated[str, "Naam van de school."]
    code: Annotated[str, "BRIN en vestigingsnummer."]
    bestuur: Annotated[str, "Het schoolbestuur."] = ""
    plaats: Annotated[str, "De plaats."] = ""
    swv: Annotated[str, "Het samenwerkingsverband."] = ""


class Mens(NamedTuple):
    """Someone with a role."""

    naam: Annotated[str, "Naam, of wat daarvoor in de plaats komt."]
    rol: Annotated[str, "Rol of rollen, in woorden."]
    organisatie: Annotated[str, "Waar deze persoon werkt; leeg als dat de school is of niet bekend."] = ""
    gezag: Annotated[str, "Bij een ouder: «met gezag» of «zonder gezag»; leeg als dat niet is vastgelegd."] = ""


class Feit(NamedTuple):
    """A name and a value."""

    naam: Annotated[str, "Wat het is."]
    waarde: Annotated[str, "Wat ervoor staat."]


class AfspraakRegel(NamedTuple):
    """An agreement: who does what before when."""

    wie: Annotated[str, "Wie het doet."]
    wat: Annotated[str, "Wat er gebeurt."]
    wanneer: Annotated[str, "Uiterlijk wanneer."]


class UitkomstRegel(NamedTuple):
    """One outcome of a discussion."""

    soort: Annotated[str, "Wat voor uitkomst het is."]
    omschrijving: Annotated[str, "Wat er is besloten."]
    buiten_groep: Annotated[bool, "Of het gedeeltelijk buiten de groep gebeurt."] = False


READER_WORDS = {
    "ouders": "voor de ouders",
    "ot": "voor het ondersteuningsteam",
    "swv": "voor het samenwerkingsverband",
    "school": "voor de school",
}
"""For whom a document is, in words."""

ROLE_WORDS = {
    "intern_begeleider": "intern begeleider",
    "samenwerkingsverband": "medewerker samenwerkingsverband",
    "schoolbestuur": "schoolbestuur",
}


def role_words(roles: list[str]) -> str:
    """`intern begeleider en groepsleerkracht`: the roles of a person in words."""
    words = [ROLE_WORDS.get(one, plain(one)) for one in roles]
    return " en ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} en {words[-1]}"
