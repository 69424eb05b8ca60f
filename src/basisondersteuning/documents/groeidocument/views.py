"""What the Groeidocument shows, as a whole. A template sees these values only, never a record."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ..pictures.picture import Picture
from ..views import Feit, Kop, Mens, School
from .views_account import Afwijkregel, Oordeelregel, Stap, Taak, Tekenblok, Verklaringregel
from .views_child import Behoeften, Leerlingstem, Visie, Vraagregel, Waarneming
from .views_extra import Aanvraag, Besluitregel, OppDeel, Tlvregel
from .views_support import Lijn, LosseZorg, Toetsgroep
from .views_talks import Bespreking, Gesprek, Onderzoekregel, Wijkteamregel


class Lijnstand(NamedTuple):
    """Where one vakgebied stands, in a few words."""

    vakgebied: Annotated[str, "Het vakgebied."]
    niveau: Annotated[str, "Het niveau, en sinds wanneer."]
    let_op: Annotated[str, "Een zin als het dossier het niveau niet onderbouwt; meestal leeg."]
    volgende: Annotated[str, "Een zin over de voorwaarden voor het volgende niveau; leeg als er geen is."]
    ontbreekt: Annotated[tuple[str, ...], "De voorwaarden die nog niet vervuld zijn."]


class Kort(NamedTuple):
    """The document in short."""

    lijnen: Annotated[tuple[Lijnstand, ...], "Per vakgebied het niveau en de volgende stap."]
    loopt: Annotated[tuple[str, ...], "De ondersteuning die nu loopt, één regel elk."]
    eerstvolgend: Annotated[str, "De eerstvolgende dag die ertoe doet, en waarom; leeg als er geen is."]
    voorbij: Annotated[tuple[str, ...], "Afgesproken dagen die voorbij zijn zonder vervolg, één zin elk."]
    te_doen: Annotated[str, "Hoeveel er nog moet en hoeveel te laat is, in een zin."]
    mensen_beslissen: Annotated[str, "De zin dat mensen beslissen en niet het hulpmiddel."]


class Groeidocument(NamedTuple):
    """The Groeidocument of one pupil. A part that does not apply is empty."""

    kop: Kop
    school: Annotated[School, "De school."]
    uitleg: Annotated[str, "Wat een Groeidocument is: de vaste tekst van de school of het samenwerkingsverband."]
    gesloten: Annotated[str, "Een zin als het dossier is afgesloten; anders leeg."]
    kort: Annotated[Kort, "Het belangrijkste in het kort."]
    leerling: Annotated[tuple[Feit, ...], "Naam, kenmerk, geboortedatum, groep en school."]
    mensen: Annotated[tuple[Mens, ...], "De mensen om de leerling heen."]
    mensen_nu: Annotated[str, "Een zin als het document terugkijkt: de mensen zijn die van nu; anders leeg."]
    behoeften: Annotated[Behoeften, "Wat helpt, wat belemmert en wat nodig is."]
    stem: Annotated[tuple[Leerlingstem, ...], "Wat de leerling zelf zegt, nieuwste eerst."]
    ouders: Annotated[tuple[Visie, ...], "Hoe de ouders het zien, nieuwste eerst."]
    waarnemingen: Annotated[tuple[Waarneming, ...], "Wat in de groep is gezien, oudste eerst."]
    vragen: Annotated[tuple[Vraagregel, ...], "De vragen aan het team; zonder die de vragen aan de intern begeleider."]
    toetsen: Annotated[tuple[Toetsgroep, ...], "Toetsen, per vakgebied en schaal."]
    verloop: Annotated[tuple[Picture, ...], "Het verloop van de niveaus als tekening en tabel; leeg zonder niveaus."]
    lijnen: Annotated[tuple[Lijn, ...], "De ondersteuning, per vakgebied en per niveau."]
    los: Annotated[LosseZorg, "Evaluaties en consultaties die niet bij één vakgebied horen."]
    gesprekken: Annotated[tuple[Gesprek, ...], "Gesprekken met ouders, nieuwste eerst."]
    besprekingen: Annotated[tuple[Bespreking, ...], "Besprekingen in het ondersteuningsteam, nieuwste eerst."]
    onderzoek: Annotated[tuple[Onderzoekregel, ...], "Onderzoek, oudste eerst."]
    wijkteam: Annotated[tuple[Wijkteamregel, ...], "Contact met het sociaal wijkteam, oudste eerst."]
    aanvragen: Annotated[tuple[Aanvraag, ...], "Aanvragen van een arrangement, met het besluit."]
    tlv: Annotated[tuple[Tlvregel, ...], "Toelaatbaarheidsverklaringen, met de deskundigen en het besluit."]
    besluiten: Annotated[tuple[Besluitregel, ...], "Besluiten die bij geen aanvraag staan."]
    opp: Annotated[OppDeel, "Het ontwikkelingsperspectief (OPP), en hoe de leerling daarover is gehoord."]
    taken: Annotated[tuple[Taak, ...], "Wat nog moet, op volgorde van datum."]
    afwijkingen: Annotated[tuple[Afwijkregel, ...], "Waar het team bewust van een regel afwijkt."]
    oordelen: Annotated[tuple[Oordeelregel, ...], "Het oordeel van mensen over normen die niet uit het dossier blijken."]
    stappen: Annotated[tuple[Stap, ...], "Afschaling, overdracht en afsluiting, oudste eerst."]
    groeistappen: Annotated[tuple[Stap, ...], "Wat er met dit document gebeurde, oudste eerst."]
    verklaringen: Annotated[tuple[Verklaringregel, ...], "Verklaringen tot nu toe, oudste eerst."]
    tekenblokken: Annotated[tuple[Tekenblok, ...], "Wat er te ondertekenen is, elk met zijn eigen woord."]
