"""What the letter to a school shows. Templates see these values only, never a record. What is not known is empty."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ..views import Feit, Kop, School


class Punt(NamedTuple):
    """A rule that asks something of the school."""

    naam: Annotated[str, "Waar het over gaat, in een paar woorden."]
    regel: Annotated[str, "De regel zelf, in een zin."]
    waarom: Annotated[str, "Waarom de regel er is."]
    zien: Annotated[str, "Wat wij niet konden zien, of waarover wij een antwoord vragen; leeg bij wat anders moet."]
    doe: Annotated[str, "Wat de school doet."]
    wie: Annotated[str, "Wie aan zet is."]
    wanneer: Annotated[str, "De laatste dag die de regel zelf noemt, in een zin."]
    waar: Annotated[tuple[str, ...], "Om welke plekken in het SOP het gaat; leeg als het om het geheel gaat."]
    bron: Annotated[str, "Code en bron van de regel."]


class Bestandsfout(NamedTuple):
    """A mistake of form in the file."""

    waar: Annotated[str, "Waar in het bestand, zoals «regel 12»."]
    wat: Annotated[str, "Wat er mis is."]
    doe: Annotated[str, "Hoe de school het herstelt."]
    staat_er: Annotated[str, "Wat er op die plek staat."]
    code: Annotated[str, "Code van de bevinding."]


class Klopt(NamedTuple):
    """A rule that is settled."""

    regel: Annotated[str, "De regel, in een zin."]
    opmerking: Annotated[str, "Wat daarbij te zeggen is, zoals «na de termijn»; meestal leeg."]


class Bekeken(NamedTuple):
    """What was found of one file."""

    bestand: Annotated[str, "Naam van het bestand; leeg als de school er één stuurde."]
    beoordeeld: Annotated[bool, "Of het SOP beoordeeld kon worden. Met fouten in het bestand kan dat niet."]
    in_orde: Annotated[bool, "Of de school niets hoeft te doen."]
    kort: Annotated[tuple[Feit, ...], "Hoeveel regels kloppen, anders moeten, enzovoort."]
    fouten: Annotated[tuple[Bestandsfout, ...], "Fouten in het bestand; die moeten er eerst uit."]
    anders: Annotated[tuple[Punt, ...], "Wat anders moet."]
    beter: Annotated[tuple[Punt, ...], "Wat beter kan."]
    vragen: Annotated[tuple[Punt, ...], "Wat niet te beoordelen was en een antwoord van de school vraagt."]
    later: Annotated[tuple[Punt, ...], "Wat later nog moet, met de laatste dag."]
    opmerkingen: Annotated[tuple[Bestandsfout, ...], "Wat opviel in het bestand en geen fout is."]
    klopt: Annotated[tuple[Klopt, ...], "Wat klopt."]
    afgeweken: Annotated[tuple[Klopt, ...], "Waar de school bewust afwijkt, met de reden."]
    zonder_aanleiding: Annotated[tuple[Klopt, ...], "Regels waar dit SOP geen aanleiding toe geeft; niet goed, niet fout."]
    leeg: Annotated[bool, "Of het een leeg formulier is: alleen van welke school het is, is ingevuld."] = False


class Terugkoppeling(NamedTuple):
    """The letter to one school about its SOP for one school year."""

    kop: Kop
    school: Annotated[School, "De school."]
    schooljaar: Annotated[str, "Het schooljaar waarvoor het SOP geldt; leeg als dat niet te lezen was."]
    kader: Annotated[str, "Het normenkader waarnaast het SOP is gelegd."]
    dubbel: Annotated[str, "Een zin als de school meer dan één bestand stuurde; meestal leeg."]
    bestanden: Annotated[tuple[Bekeken, ...], "Wat er in elk bestand gevonden is."]
    voor_datum: Annotated[str, "Wanneer het verbeterde SOP er moet zijn; leeg als dat niet is afgesproken."]
    contact: Annotated[str, "Wie de school belt of mailt; leeg als dat niet is ingevuld."]
    ondertekening: Annotated[str, "Wie de brief ondertekent."]
    eerst: Annotated[str, "Wat de school eerst moet weten: haar code is niet bekend, of past niet bij haar; meestal leeg."] = ""
