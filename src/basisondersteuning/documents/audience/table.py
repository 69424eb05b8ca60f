"""Who may see what: one row for every field of a dossier and of a meeting, one cell for every reader.

The cell of an event's own `soort` decides for the event as a whole. A test holds the table against the models.
Parents and pupil have a broad right to read the file, so what is about their child is shown, when in doubt too. A
samenwerkingsverband gets only what an application or a consultation needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from inspect import get_annotations
from typing import NamedTuple

from ...model.base import Model


class Reader(StrEnum):
    """For whom a document is made (`--voor`)."""

    OUDERS = "ouders"
    OT = "ot"
    SWV = "swv"
    SCHOOL = "school"


class Cell(StrEnum):
    """What happens to a field. The last three show everything once real names may be shown."""

    TOON = "toon"
    VERBERG = "verberg"
    EIGEN = "alleen het eigen kind"
    NIET_COACHEND = "niet als coachend"
    SCHUILNAAM = "schuilnaam"
    ZONDER_NAMEN = "zonder namen"
    JAAR = "alleen het jaar"


PSEUDONYMS = (Cell.SCHUILNAAM, Cell.ZONDER_NAMEN, Cell.JAAR)
"""The cells that show everything once real names may be shown (`--met-namen`)."""


class Row(NamedTuple):
    """One field: a cell for each reader, and where it is not obvious why, in Dutch."""

    ouders: Cell
    ot: Cell
    swv: Cell
    school: Cell
    why: str = ""


T, H, E, C = Cell.TOON, Cell.VERBERG, Cell.EIGEN, Cell.NIET_COACHEND
P, N, J = Cell.SCHUILNAAM, Cell.ZONDER_NAMEN, Cell.JAAR

_PUPIL = "Het kenmerk komt in de plaats van de naam."
_NUMBERED = "Rol en nummer komen in de plaats, zoals «ouder 1»."
_ID = "Een kenmerk van een persoon is vaak zelf een naam."
_COACHING = "Een coachend gesprek gaat over het werk van de leerkracht, niet over het kind."

TABLE: Mapping[str, Row] = {
    "Dossier.soort": Row(T, T, T, T),
    "Dossier.leerling": Row(T, T, T, T),
    "Dossier.school": Row(T, T, T, T, "Een samenwerkingsverband moet weten welke school vraagt."),
    "Dossier.betrokkenen": Row(T, T, T, T, "Wie van buiten de school alleen in verborgen gebeurtenissen voorkomt, valt weg."),
    "Dossier.tijdlijn": Row(T, T, T, T, "Per soort gebeurtenis: zie de rij «soort»."),
    "Dossier.afwijkingen": Row(T, T, T, T, "Waarom een regel niet is gevolgd, hoort bij de onderbouwing."),
    "Leerling.id": Row(T, T, T, T, "Het kenmerk is zelf al een schuilnaam."),
    "Leerling.roepnaam": Row(T, T, P, T, _PUPIL),
    "Leerling.tussenvoegsel": Row(T, T, P, T, _PUPIL),
    "Leerling.achternaam": Row(T, T, P, T, _PUPIL),
    "Leerling.geboortedatum": Row(T, T, J, T, "De leeftijd is nodig, de dag niet; met namen erbij wel."),
    "Leerling.groep": Row(T, T, T, T),
    "Betrokkene.id": Row(T, T, P, T, _ID),
    "Betrokkene.naam": Row(T, T, P, T, _NUMBERED),
    "Betrokkene.rol": Row(T, T, T, T),
    "Betrokkene.gezag": Row(T, T, T, T, "Van belang voor instemming en handtekening."),
    "Betrokkene.expertise": Row(T, T, T, T),
    "Betrokkene.organisatie": Row(T, T, N, T, "Een organisatie is geen persoon. Staat er een naam in, dan wordt die vervangen."),
    "Afwijking.regel": Row(T, T, T, T),
    "Afwijking.reden": Row(T, T, N, T),
    "Afwijking.door": Row(T, T, P, T),
    "Afwijking.datum": Row(T, T, T, T),
    "Afwijking.tot": Row(T, T, T, T),
    "Afwijking.betreft": Row(T, T, P, T, "Gaat zij over een verborgen gebeurtenis, dan valt de afwijking weg."),
    # what every event has
    "Gebeurtenis.datum": Row(T, T, T, T),
    "Gebeurtenis.id": Row(T, T, P, T, "Er kan een naam in staan, zoals in «gesprek-daan»."),
    "Gebeurtenis.notitie": Row(T, H, H, T, "Een werkaantekening. Zij staat wel in het dossier, dus ouders mogen haar lezen."),
    # niveau 1 and 2
    "Observatie.soort": Row(T, T, T, T),
    "Observatie.door": Row(T, T, P, T),
    "Observatie.vakgebied": Row(T, T, T, T),
    "Observatie.gedrag": Row(T, T, N, T),
    "Observatie.resultaten": Row(T, T, N, T),
    "Observatie.ondersteuning_gewenst": Row(T, T, T, T),
    "Toets.soort": Row(T, T, T, T),
    "Toets.naam": Row(T, T, N, T),
    "Toets.vakgebied": Row(T, T, T, T),
    "Toets.methodegebonden": Row(T, T, T, T),
    "Toets.schaal": Row(T, T, T, T),
    "Toets.waarde": Row(T, T, N, T),
    "Toets.door": Row(T, T, P, T),
    "Toets.toelichting": Row(T, T, N, T),
    "Behoeften.soort": Row(T, T, T, T),
    "Behoeften.door": Row(T, T, P, T),
    "Behoeften.bevorderend": Row(T, T, N, T),
    "Behoeften.belemmerend": Row(T, T, N, T),
    "Behoeften.leerling": Row(T, T, N, T),
    "Behoeften.leerkracht": Row(T, T, N, T, "Wat de leerkracht nodig heeft om dit kind te helpen: dat gaat over het kind."),
    "Behoeften.ouders": Row(T, T, N, T),
    "Oudercontact.soort": Row(T, T, T, T),
    "Oudercontact.met": Row(T, T, P, T),
    "Oudercontact.door": Row(T, T, P, T),
    "Oudercontact.over": Row(T, T, T, T),
    "Oudercontact.vakgebied": Row(T, T, T, T),
    "Oudercontact.vorm": Row(T, T, T, T),
    "Oudercontact.betreft": Row(T, T, P, T),
    "Oudercontact.samenvatting": Row(
        T, T, H, T, "Dat er een gesprek was en waarover, is genoeg. Hoe ouders het zien, staat bij «visie_ouders»."
    ),
    "Oudercontact.visie_ouders": Row(T, T, N, T, "Wonen ouders apart, lees dan na wat de een over de ander zegt."),
    "Leerlinggesprek.soort": Row(T, T, T, T),
    "Leerlinggesprek.door": Row(T, T, P, T),
    "Leerlinggesprek.over": Row(T, T, N, T),
    "Leerlinggesprek.waarvoor": Row(T, T, T, T),
    "Leerlinggesprek.inbreng": Row(T, T, N, T, "De stem van het kind gaat mee in een aanvraag. Vertel het kind wie dit leest."),
    "Leerlinggesprek.invloed": Row(T, T, N, T),
    "Leerlinggesprek.terugkoppeling": Row(T, T, N, T),
    "Verklaring.soort": Row(T, T, T, T, "Laat zien wat ouders wisten, wat zij goedvonden en wat niet."),
    "Verklaring.notitie": Row(T, T, N, T, "Hier staat vaak een grens: waarvoor de toestemming wel en niet geldt."),
    "Verklaring.aard": Row(T, T, T, T),
    "Verklaring.waarvoor": Row(T, T, T, T),
    "Verklaring.door": Row(T, T, P, T),
    "Verklaring.uitkomst": Row(T, T, T, T),
    "Ondersteuning.soort": Row(T, T, T, T),
    "Ondersteuning.id": Row(T, T, P, T),
    "Ondersteuning.vakgebied": Row(T, T, T, T),
    "Ondersteuning.vorm": Row(T, T, T, T),
    "Ondersteuning.plaats": Row(T, T, T, T),
    "Ondersteuning.doel": Row(T, T, N, T),
    "Ondersteuning.aanpak": Row(T, T, N, T),
    "Ondersteuning.door": Row(T, T, P, T),
    "Ondersteuning.frequentie": Row(T, T, N, T),
    "Ondersteuning.tot": Row(T, T, T, T),
    "Ondersteuning.groepsplan": Row(T, T, N, T),
    "Ondersteuning.vervolg_op": Row(T, T, P, T),
    "Evaluatie.soort": Row(T, T, T, T),
    "Evaluatie.van": Row(T, T, P, T),
    "Evaluatie.effect": Row(T, T, T, T),
    "Evaluatie.door": Row(T, T, P, T),
    "Evaluatie.toelichting": Row(T, T, N, T),
    "Consultatie.soort": Row(C, C, C, T, _COACHING),
    "Consultatie.met": Row(T, T, P, T),
    "Consultatie.door": Row(T, T, P, T),
    "Consultatie.aard": Row(T, T, T, T),
    "Consultatie.onderwerp": Row(T, T, N, T),
    "Consultatie.vakgebied": Row(T, T, T, T),
    "Consultatie.vraag": Row(T, T, N, T),
    "Consultatie.uitkomst": Row(T, T, N, T),
    "Afschaling.soort": Row(T, T, T, T),
    "Afschaling.vakgebied": Row(T, T, T, T),
    "Afschaling.naar": Row(T, T, T, T),
    "Afschaling.door": Row(T, T, P, T),
    "Afschaling.reden": Row(T, T, N, T),
    # niveau 3 and beyond
    "Groeidocument.soort": Row(T, T, T, T),
    "Groeidocument.actie": Row(T, T, T, T),
    "Groeidocument.door": Row(T, T, P, T),
    "Groeidocument.vastgelegd": Row(T, T, T, T),
    "Groeidocument.met": Row(T, T, P, T),
    "AanmeldingOt.soort": Row(T, T, T, T),
    "AanmeldingOt.door": Row(T, T, P, T),
    "AanmeldingOt.vakgebied": Row(T, T, T, T),
    "AanmeldingOt.vraag": Row(T, T, N, T),
    "AanmeldingOt.gewenste_expertise": Row(T, T, T, T),
    "Uitkomst.soort": Row(T, T, T, T),
    "Uitkomst.omschrijving": Row(T, T, N, T),
    "Uitkomst.buiten_groep": Row(T, T, T, T),
    "Afspraak.wie": Row(T, T, P, T),
    "Afspraak.wat": Row(T, T, N, T),
    "Afspraak.wanneer": Row(T, T, T, T),
    "OtBespreking.soort": Row(T, T, T, T),
    "OtBespreking.voorzitter": Row(T, T, P, T),
    "OtBespreking.aanwezig": Row(T, T, P, T),
    "OtBespreking.uitgenodigd": Row(T, T, P, T),
    "OtBespreking.externe_deskundigheid": Row(T, T, T, T),
    "OtBespreking.vakgebied": Row(T, T, T, T),
    "OtBespreking.inbreng": Row(T, T, N, T),
    "OtBespreking.bespreking": Row(T, T, N, T, "Ouders zaten zelf aan tafel; in een aanvraag laat dit zien wat het team afwoog."),
    "OtBespreking.uitkomsten": Row(T, T, T, T),
    "OtBespreking.afspraken": Row(T, T, T, T),
    "OtBespreking.evaluatiedatum": Row(T, T, T, T),
    "Onderzoek.soort": Row(T, T, T, T),
    "Onderzoek.aard": Row(T, T, T, T),
    "Onderzoek.stand": Row(T, T, T, T),
    "Onderzoek.vraag": Row(T, T, N, T),
    "Onderzoek.door": Row(T, T, P, T),
    "Onderzoek.uitkomst": Row(T, T, N, T, "Nodig om een aanvraag te beoordelen. Overleg met de ouders wat er meegaat."),
    "Wijkteamcontact.soort": Row(T, T, H, T, "Gaat over hulp aan het gezin. Dat delen met anderen vraagt een eigen toestemming."),
    "Wijkteamcontact.coordinatie": Row(T, T, H, T),
    "Wijkteamcontact.met": Row(T, T, H, T),
    "Wijkteamcontact.vraag": Row(T, T, H, T),
    "Wijkteamcontact.uitkomst": Row(T, T, H, T),
    "Arrangementaanvraag.soort": Row(T, T, T, T),
    "Arrangementaanvraag.door": Row(T, T, P, T),
    "Arrangementaanvraag.orthopedagoog": Row(T, T, P, T),
    "Arrangementaanvraag.advies_orthopedagoog": Row(T, T, N, T),
    "Arrangementaanvraag.ouders": Row(T, T, P, T),
    "Arrangementaanvraag.omschrijving": Row(T, T, N, T),
    "Besluit.soort": Row(T, T, T, T),
    "Besluit.over": Row(T, T, T, T),
    "Besluit.uitkomst": Row(T, T, T, T),
    "Besluit.door": Row(T, T, N, T),
    "Besluit.op": Row(T, T, P, T),
    "Besluit.tot": Row(T, T, T, T),
    "Besluit.toelichting": Row(T, T, N, T),
    "Opp.soort": Row(T, T, T, T),
    "Opp.actie": Row(T, T, T, T),
    "Opp.door": Row(T, T, P, T),
    "Opp.uitstroombestemming": Row(T, T, N, T),
    "Opp.onderbouwing": Row(T, T, N, T),
    "Opp.handelingsdeel": Row(T, T, N, T),
    "Opp.met": Row(T, T, P, T),
    "Deskundige.wie": Row(T, T, P, T),
    "Deskundige.discipline": Row(T, T, N, T),
    "Deskundige.onafhankelijk": Row(T, T, T, T),
    "Deskundige.advies_op": Row(T, T, T, T),
    "Tlv.soort": Row(T, T, T, T),
    "Tlv.stand": Row(T, T, T, T),
    "Tlv.bestemming": Row(T, T, T, T),
    "Tlv.categorie": Row(T, T, T, T),
    "Tlv.deskundigen": Row(T, T, T, T),
    "Tlv.tot": Row(T, T, T, T),
    "Oordeel.soort": Row(T, T, T, T),
    "Oordeel.regel": Row(T, T, T, T),
    "Oordeel.voldoet": Row(T, T, T, T),
    "Oordeel.door": Row(T, T, P, T),
    "Oordeel.betreft": Row(T, T, P, T),
    "Oordeel.reden": Row(T, T, N, T),
    "Overdracht.soort": Row(T, T, T, T),
    "Overdracht.naar": Row(T, T, N, T),
    "Overdracht.door": Row(T, T, P, T),
    "Overdracht.van_school": Row(T, T, T, T),
    "Afsluiting.soort": Row(T, T, T, T),
    "Afsluiting.reden": Row(T, T, N, T),
    "Afsluiting.door": Row(T, T, P, T),
    # a meeting
    "Ot.soort": Row(T, T, T, T),
    "Ot.school": Row(T, T, T, T),
    "Ot.datum": Row(T, T, T, T),
    "Ot.begin": Row(E, T, T, T, "Ouders zien hoe laat hun kind aan de beurt is, niet hoe de middag verdeeld is."),
    "Ot.duur": Row(E, T, T, T, "Voor ouders: de minuten voor hun kind."),
    "Ot.plaats": Row(T, T, N, T),
    "Ot.voorzitter": Row(T, T, P, T),
    "Ot.notulist": Row(T, T, P, T),
    "Ot.leden": Row(T, T, T, T, "Ouders mogen weten wie er aan tafel zitten."),
    "Ot.externe_deskundigen": Row(T, T, T, T, "Ouders mogen weten wie er aan tafel zitten."),
    "Ot.werkwijze": Row(T, T, N, T),
    "Ot.agenda": Row(E, T, T, T, "De andere leerlingen gaan ouders niet aan, ook niet hoeveel het er zijn."),
    "Agendapunt.leerling": Row(T, T, T, T, "Het kenmerk is zelf al een schuilnaam."),
    "Agendapunt.naam": Row(T, T, P, T, _PUPIL),
    "Agendapunt.groep": Row(T, T, T, T),
    "Agendapunt.inbrenger": Row(T, T, P, T),
    "Agendapunt.vraag": Row(T, T, N, T),
    "Agendapunt.vakgebied": Row(T, T, T, T),
    "Agendapunt.minuten": Row(T, T, T, T),
    "Agendapunt.vervolg": Row(T, T, T, T),
    "Agendapunt.genodigden": Row(T, T, T, T),
    "Agendapunt.ouders_uitgenodigd_op": Row(T, T, T, T),
    "Agendapunt.externe_deskundigheid": Row(T, T, T, T),
    "Agendapunt.inbreng": Row(T, T, N, T),
    "Agendapunt.aanwezig": Row(T, T, P, T),
    "Agendapunt.bespreking": Row(T, T, N, T),
    "Agendapunt.uitkomsten": Row(T, T, T, T),
    "Agendapunt.afspraken": Row(T, T, T, T),
    "Agendapunt.evaluatiedatum": Row(T, T, T, T),
}  # fmt: skip
"""What each reader sees, by `Model.veld`; a field that all events share stands under `Gebeurtenis`."""


def key_of(model: type[Model], field: str) -> str:
    """The key of a field's row: the model that writes the field down, and its name; its own model where that has a row."""
    own = f"{model.__name__}.{field}"
    if own in TABLE:
        return own
    owner = next(one for one in model.__mro__ if field in get_annotations(one))
    return f"{owner.__name__}.{field}"


@cache
def cell_of(model: type[Model], field: str, reader: Reader, names: bool) -> Cell:
    """What `reader` sees of a field; `names` says that real names may be shown. KeyError for a field without a row."""
    row = TABLE[key_of(model, field)]
    cell: Cell = getattr(row, reader.value)
    return Cell.TOON if names and cell in PSEUDONYMS else cell
