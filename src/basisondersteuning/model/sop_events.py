"""The kinds of event on the timeline of a SOP."""

from typing import Literal

from pydantic import Field

from .base import Gebeurtenis, dutch
from .types import Ident, JaNee, Tekst


class Vaststelling(Gebeurtenis):
    """The profile was adopted by the school board."""

    model_config = dutch("Vaststelling", "Het schoolbestuur stelde het profiel vast.")

    soort: Literal["vaststelling"]
    door: Tekst = Field(description="Wie het vaststelde, meestal het schoolbestuur.")


class MrAdvies(Gebeurtenis):
    """The participation council (MR) gave its advice."""

    model_config = dutch("Advies van de MR", "De medezeggenschapsraad adviseerde over het profiel.")

    soort: Literal["mr_advies"]
    advies: Literal["positief", "positief_met_opmerkingen", "negatief"] | None = Field(None, description="Wat de MR adviseerde.")
    opmerkingen: Tekst | None = Field(None, description="Wat de MR erbij zei.")


class Inspectieoordeel(Gebeurtenis):
    """The inspectorate judged the school: an arrangement (until August 2017) or an oordeel (since), never one for the other."""

    model_config = dutch("Inspectieoordeel", "De inspectie beoordeelde de school: tot 2017 een arrangement, daarna een oordeel.")

    soort: Literal["inspectieoordeel"]
    stelsel: Literal["arrangement", "oordeel"] = Field(description="Tot augustus 2017 een arrangement, daarna een oordeel.")
    uitkomst: Literal["basis", "zwak", "zeer_zwak", "voldoende", "onvoldoende", "goed"] = Field(
        description="De uitkomst; basis en zwak zijn van een arrangement, zeer_zwak is van beide, de rest is van een oordeel."
    )
    vindplaats: Tekst | None = Field(None, description="Waar het rapport te lezen is.")


class Verbetermaatregel(Gebeurtenis):
    """The school board took measures after a judgement (passage 3)."""

    model_config = dutch("Verbetermaatregel", "Het schoolbestuur nam een maatregel na een oordeel van de inspectie.")

    soort: Literal["verbetermaatregel"]
    maatregel: Tekst = Field(description="Wat het bestuur deed.")
    door: Tekst | None = Field(None, description="Wie de maatregel nam.")


class Swvmelding(Gebeurtenis):
    """The board of the SWV was informed of the improvement plan (passage 3)."""

    model_config = dutch("Melding aan het SWV", "Het bestuur van het samenwerkingsverband hoorde van het verbeterplan.")

    soort: Literal["swv_ingelicht"]
    over: Literal["verbeterplan"] = Field("verbeterplan", description="Waarover.")
    door: Tekst | None = Field(None, description="Wie het samenwerkingsverband inlichtte.")


class SopOordeel(Gebeurtenis):
    """A human judgement on a norm that cannot be read off the record."""

    model_config = dutch("Oordeel bij een SOP", "Het antwoord van mensen op een norm die niet uit het profiel is af te lezen.")

    soort: Literal["oordeel"]
    regel: Tekst = Field(description="De regel die om een oordeel vraagt.", examples=["KNH-S.5"])
    voldoet: JaNee = Field(description="Is aan de norm voldaan?")
    door: Tekst = Field(description="Wie oordeelde.")
    betreft: Ident | None = Field(None, description="De gebeurtenis waarover geoordeeld is.", examples=["inspectie-2024"])
    reden: Tekst = Field(description="Waarom.")
