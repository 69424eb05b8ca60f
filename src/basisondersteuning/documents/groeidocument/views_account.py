"""The parts of the Groeidocument that account for it: what must still be done, departures, declarations, signatures."""

from __future__ import annotations

from typing import Annotated, NamedTuple


class Taak(NamedTuple):
    """Something that must still be done."""

    wanneer: Annotated[str, "Uiterlijk wanneer; leeg als er geen termijn is."]
    stand: Annotated[str, "«te laat», «niet nagekomen», «open» of wat het dossier niet zegt."]
    te_laat: Annotated[bool, "Of de norm niet is nagekomen."]
    wat: Annotated[str, "Wat er moet."]
    wie: Annotated[str, "De rol die aan zet is."]
    vakgebied: Annotated[str, "Het vakgebied; mag leeg zijn."]
    nodig: Annotated[str, "Welke vraag of welk gegeven eerst een antwoord vraagt; mag leeg zijn."]
    waarom: Annotated[str, "De regel waar dit uit volgt."]
    bron: Annotated[str, "Waar die regel vandaan komt."]


class Afwijkregel(NamedTuple):
    """Comply or explain."""

    dag: Annotated[str, "Wanneer dit besloten is."]
    regel: Annotated[str, "De titel van de regel."]
    code: Annotated[str, "De code van de regel."]
    reden: Annotated[str, "Waarom."]
    wie: Annotated[str, "Wie dit besloot."]
    tot: Annotated[str, "Tot en met wanneer; leeg zonder einddatum."]
    betreft: Annotated[str, "Over welke gebeurtenis; leeg is over het hele dossier."]


class Oordeelregel(NamedTuple):
    """A human judgement on a norm."""

    dag: Annotated[str, "Wanneer."]
    regel: Annotated[str, "De titel van de regel."]
    code: Annotated[str, "De code van de regel."]
    antwoord: Annotated[str, "Of aan de norm is voldaan, in woorden."]
    reden: Annotated[str, "Waarom."]
    wie: Annotated[str, "Wie oordeelde."]
    betreft: Annotated[str, "Over welke gebeurtenis; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Stap(NamedTuple):
    """A step in the course of the dossier."""

    dag: Annotated[str, "Wanneer."]
    wat: Annotated[str, "Wat er gebeurde."]
    wie: Annotated[str, "Wie dit deed; mag leeg zijn."]
    reden: Annotated[str, "Waarom; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Verklaringregel(NamedTuple):
    """A declaration that someone made."""

    dag: Annotated[str, "Wanneer."]
    aard: Annotated[str, "Toestemming, instemming, gezien of overeenstemming."]
    waarvoor: Annotated[str, "Waarvoor."]
    wie: Annotated[str, "Wie."]
    uitkomst: Annotated[str, "Gegeven of geweigerd."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Tekenblok(NamedTuple):
    """What someone may sign, with its own word."""

    woord: Annotated[str, "Het woord: gezien, instemming of toestemming."]
    waarvoor: Annotated[str, "Waarvoor."]
    uitleg: Annotated[str, "Wat dat woord betekent, in een zin."]
    al: Annotated[tuple[str, ...], "Wat er al is vastgelegd, één zin elk."]
    namen: Annotated[tuple[str, ...], "Wie nog kunnen tekenen."]
