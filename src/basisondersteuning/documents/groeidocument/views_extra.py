"""The parts of the Groeidocument about extra support: arrangement, TLV, OPP."""

from __future__ import annotations

from typing import Annotated, NamedTuple


class Besluitregel(NamedTuple):
    """A decision that people took."""

    dag: Annotated[str, "Wanneer."]
    wat: Annotated[str, "Wat er besloten is, in een zin."]
    wie: Annotated[str, "Wie besloot."]
    tot: Annotated[str, "Tot wanneer het geldt; mag leeg zijn."]
    toelichting: Annotated[str, "De redenen; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Aanvraag(NamedTuple):
    """An application for an arrangement."""

    dag: Annotated[str, "Wanneer."]
    wie: Annotated[str, "Wie de aanvraag indiende."]
    omschrijving: Annotated[str, "Welke extra ondersteuning gevraagd wordt."]
    orthopedagoog: Annotated[str, "De orthopedagoog met de formele rol; leeg als die niet is vastgelegd."]
    advies: Annotated[str, "Het advies van de orthopedagoog; leeg als dat niet is vastgelegd."]
    ouders: Annotated[str, "De ouders die erbij betrokken zijn; mag leeg zijn."]
    besluiten: Annotated[tuple[Besluitregel, ...], "De besluiten op deze aanvraag."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Deskundigenregel(NamedTuple):
    """An expert who advises on a TLV."""

    discipline: Annotated[str, "Het vak van de deskundige."]
    wie: Annotated[str, "Wie het is; mag leeg zijn."]
    onafhankelijk: Annotated[bool, "Of de deskundige losstaat van de school."]
    advies: Annotated[str, "De dag van het schriftelijk advies; leeg als dat er niet is."]


class Tlvregel(NamedTuple):
    """A TLV, applied for or granted."""

    dag: Annotated[str, "Wanneer."]
    wat: Annotated[str, "Aangevraagd of afgegeven, en waarvoor."]
    tot: Annotated[str, "Tot wanneer zij geldt; mag leeg zijn."]
    deskundigen: Annotated[tuple[Deskundigenregel, ...], "De deskundigen en hun adviezen."]
    besluiten: Annotated[tuple[Besluitregel, ...], "De besluiten op deze aanvraag."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Oppregel(NamedTuple):
    """The OPP as it was drawn up, adjusted or evaluated."""

    dag: Annotated[str, "Wanneer."]
    actie: Annotated[str, "Wat ermee gebeurde."]
    wie: Annotated[str, "Wie dit deed."]
    met: Annotated[str, "Met wie; mag leeg zijn."]
    uitstroombestemming: Annotated[str, "Verwachte uitstroombestemming; mag leeg zijn."]
    onderbouwing: Annotated[str, "De onderbouwing; mag leeg zijn."]
    handelingsdeel: Annotated[str, "De ondersteuning en begeleiding; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class OppDeel(NamedTuple):
    """The OPP, and how the pupil was heard about it. Without an OPP everything is empty."""

    regels: Annotated[tuple[Oppregel, ...], "Nieuwste eerst."]
    gehoord: Annotated[str, "Wanneer de leerling over het OPP is gehoord, in een zin."]
