"""The record `dossier`: a small header plus one timeline of dated events."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .base import Model, dutch
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
from .people import Betrokkene as Betrokkene
from .people import Leerling as Leerling
from .references import Persoon
from .types import Datum, Ident, Tekst, Vestiging

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
