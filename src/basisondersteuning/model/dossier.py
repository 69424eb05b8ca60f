"""The record `dossier`: a small header plus one timeline of dated events."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .base import Expertisegebied, Model, Rol, dutch
from .events_support import (
    Afschaling,
    Behoeften,
    Consultatie,
    Evaluatie,
    Leerlinggesprek,
    Observatie,
    Ondersteuning,
    Oudercontact,
    Toets,
    Verklaring,
)
from .events_team import (
    AanmeldingOt,
    Afsluiting,
    Arrangementaanvraag,
    Besluit,
    Groeidocument,
    Onderzoek,
    Oordeel,
    Opp,
    OtBespreking,
    Overdracht,
    Tlv,
    Wijkteamcontact,
)
from .references import Persoon
from .types import Datum, EenOfMeer, Groep, Ident, JaNee, Tekst, Vestiging

Gebeurtenissoort: TypeAlias = (
    Observatie
    | Toets
    | Behoeften
    | Oudercontact
    | Leerlinggesprek
    | Verklaring
    | Ondersteuning
    | Evaluatie
    | Consultatie
    | Afschaling
    | Groeidocument
    | AanmeldingOt
    | OtBespreking
    | Onderzoek
    | Wijkteamcontact
    | Arrangementaanvraag
    | Besluit
    | Opp
    | Tlv
    | Oordeel
    | Overdracht
    | Afsluiting
)
"""Every kind of event. A new kind is one model, named here."""


class Leerling(Model):
    """The pupil. `id` is a pseudonym: findings and machine formats name the pupil by it alone."""

    model_config = dutch("Leerling", "De leerling om wie het gaat.")

    id: Ident = Field(description="Kenmerk van de leerling, geen naam en geen BSN.", examples=["L-0101"])
    roepnaam: Tekst | None = Field(None, description="Roepnaam.")
    tussenvoegsel: Tekst | None = Field(None, description="Tussenvoegsel.")
    achternaam: Tekst | None = Field(None, description="Achternaam.")
    geboortedatum: Datum = Field(description="Geboortedatum.")
    groep: Groep = Field(description="Groep waarin de leerling nu zit.")


class Betrokkene(Model):
    """Someone around the pupil."""

    model_config = dutch("Betrokkene", "Iemand om de leerling heen, met een rol.")

    id: Ident = Field(description="Korte naam waarmee de tijdlijn naar deze persoon verwijst.", examples=["lk", "moeder"])
    naam: Tekst = Field(description="Naam.", examples=["A. Voorbeeld"])
    rol: EenOfMeer[Rol] = Field(min_length=1, description="Rol of rollen.")
    gezag: JaNee | None = Field(None, description="Heeft deze ouder gezag?")
    expertise: EenOfMeer[Expertisegebied] = Field(default_factory=list, description="Deskundigheid.")
    organisatie: Tekst | None = Field(None, description="Werkgever of organisatie.")


class Afwijking(Model):
    """Comply or explain: the team departs from a rule, with a reason and an end date."""

    model_config = dutch("Afwijking", "Bewust een regel niet volgen, met een reden en een einddatum.")

    regel: Tekst = Field(description="Code van de regel waarvan wordt afgeweken.", examples=["KNH-1.4"])
    reden: Tekst = Field(description="Waarom.")
    door: Persoon = Field(description="Wie dit besloot.")
    datum: Datum = Field(description="Wanneer dit besloten is.")
    tot: Datum | None = Field(None, description="Tot en met wanneer de afwijking geldt.")
    betreft: Ident | None = Field(None, description="Alleen voor deze gebeurtenis (haar id).", examples=["o1"])


class Dossier(Model):
    """A pupil dossier."""

    model_config = dutch(
        "Dossier", "Alles wat over de ondersteuning van één leerling is vastgelegd: een korte kop en een tijdlijn."
    )

    soort: Literal["dossier"]
    leerling: Leerling = Field(description="De leerling.")
    school: Vestiging = Field(description="BRIN en vestigingsnummer van de school.")
    betrokkenen: list[Betrokkene] = Field(default_factory=list, description="De mensen om de leerling heen.")
    tijdlijn: list[Annotated[Gebeurtenissoort, Field(discriminator="soort")]] = Field(
        default_factory=list, description="Wat er gebeurde, met de datum."
    )
    afwijkingen: list[Afwijking] = Field(default_factory=list, description="Waar het team bewust van een regel afwijkt.")
