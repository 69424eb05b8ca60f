"""What the documents about the ondersteuningsteam show. Templates see these values only, never a record."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, NamedTuple

from ..views import AfspraakRegel, Feit, Kop, Mens, School, UitkomstRegel


class Tijdvak(NamedTuple):
    """One entry of a calendar. Its moments are by the clock of the school, without a time zone."""

    kenmerk: Annotated[str, "Vast kenmerk van de afspraak, zonder naam."]
    begin: Annotated[datetime, "Begin."]
    einde: Annotated[datetime, "Einde."]
    titel: Annotated[str, "Wat er in de agenda staat."]
    plaats: Annotated[str, "Waar het is; leeg als dat niet is vastgelegd."]
    uitleg: Annotated[str, "Tekst bij de afspraak; mag leeg zijn."]
    gemaakt: Annotated[date, "Dag die als dag van aanmaken telt, zodat hetzelfde record hetzelfde bestand geeft."]


class AgendaPunt(NamedTuple):
    """One pupil on the agenda."""

    nummer: Annotated[str, "Volgnummer."]
    tijd: Annotated[str, "Van en tot, zoals «13:15 tot 13:45 uur»."]
    minuten: Annotated[str, "Hoe lang, in woorden."]
    leerling: Annotated[str, "Naam van de leerling, of het kenmerk."]
    groep: Annotated[str, "De groep; leeg als die niet is vastgelegd."]
    soort: Annotated[str, "«eerste bespreking» of «vervolg»."]
    vakgebied: Annotated[str, "Waarover het gaat; leeg is over de hele leerling."]
    inbrenger: Annotated[str, "Wie de leerling inbrengt, met rol."]
    vraag: Annotated[str, "De vraag aan het ondersteuningsteam."]
    genodigden: Annotated[tuple[Mens, ...], "Wie alleen bij deze leerling aan tafel zitten."]
    ouders: Annotated[str, "Of en wanneer de ouders zijn uitgenodigd, in een zin."]
    extern: Annotated[bool, "Of externe deskundigheid nodig is."]
    inbreng: Annotated[str, "Wat er wordt ingebracht; mag leeg zijn."]
    feiten: Annotated[tuple[Feit, ...], "Het belangrijkste uit het dossier, kort; leeg zonder dossier."]


class OtAgenda(NamedTuple):
    """The agenda of a meeting, for the team."""

    kop: Kop
    school: Annotated[School, "De school."]
    gegevens: Annotated[tuple[Feit, ...], "Tijd, plaats, voorzitter en notulist."]
    leden: Annotated[tuple[Mens, ...], "Wie bij alle leerlingen aan tafel zitten."]
    extern: Annotated[tuple[Mens, ...], "Deskundigen van buiten de school."]
    werkwijze: Annotated[tuple[str, ...], "De vaste procedure, stap voor stap; mag leeg zijn."]
    punten: Annotated[tuple[AgendaPunt, ...], "De leerlingen, in volgorde."]
    tijd: Annotated[str, "Of de agenda in de tijd past, in een zin."]
    past: Annotated[bool, "Of de agenda in de tijd past."]
    stand: Annotated[str, "De dag waarop de feiten uit de dossiers gelden; leeg als er geen zijn."]
    tijdvakken: Annotated[tuple[Tijdvak, ...], "De afspraken voor een agendabestand."]


class OtUitnodiging(NamedTuple):
    """The invitation to the parents of one pupil."""

    kop: Kop
    school: Annotated[School, "De school."]
    ouders: Annotated[str, "Namen van de uitgenodigde ouders; leeg als ze niet zijn vastgelegd."]
    kind: Annotated[str, "Naam van het kind, of het kenmerk."]
    dag: Annotated[str, "De dag, met de naam van de dag."]
    tijd: Annotated[str, "Hun eigen tijd, van en tot."]
    plaats: Annotated[str, "Waar het is; leeg als dat niet is vastgelegd."]
    vervolg: Annotated[bool, "Of het een vervolg is op een eerder gesprek."]
    vraag: Annotated[str, "De vraag, zoals de school die stelt."]
    vakgebied: Annotated[str, "Waarover het gaat; leeg is over het hele kind."]
    tafel: Annotated[tuple[Mens, ...], "Wie er aan tafel zitten, behalve de ouders."]
    contact: Annotated[str, "Wie de ouders kunnen bellen; leeg als er geen intern begeleider bij is."]
    tijdvakken: Annotated[tuple[Tijdvak, ...], "De afspraak voor een agendabestand."]


class Gedaan(NamedTuple):
    """Support that was given, with its effect."""

    vakgebied: Annotated[str, "Het vakgebied."]
    periode: Annotated[str, "Van wanneer tot wanneer."]
    doel: Annotated[str, "Wat de leerling straks kan."]
    aanpak: Annotated[str, "Hoe daaraan gewerkt is, en hoe vaak."]
    effect: Annotated[str, "Het effect in woorden, met de dag; of dat er nog geen oordeel is."]
    toelichting: Annotated[str, "Waaruit het effect blijkt; mag leeg zijn."]
    loopt: Annotated[bool, "Of deze ondersteuning nu loopt."]


class ToetsRegel(NamedTuple):
    """A test result."""

    dag: Annotated[str, "Wanneer."]
    naam: Annotated[str, "Naam van de toets."]
    vakgebied: Annotated[str, "Het vakgebied."]
    resultaat: Annotated[str, "Het resultaat, met de schaal."]
    toelichting: Annotated[str, "Wat het betekent; mag leeg zijn."]


class Gezegd(NamedTuple):
    """Words of a child or a parent."""

    dag: Annotated[str, "Wanneer."]
    wie: Annotated[str, "Wie het zei, of wie ernaar vroeg."]
    tekst: Annotated[str, "De woorden zelf."]
    gevolg: Annotated[str, "Wat ermee gedaan is; mag leeg zijn."]


class Voorwaarde(NamedTuple):
    """A condition for the next niveau."""

    titel: Annotated[str, "Wat er moet zijn."]
    stand: Annotated[str, "Hoe het ervoor staat, in een of twee woorden."]
    vervuld: Annotated[bool, "Of de voorwaarde vervuld is."]
    doen: Annotated[str, "Wat er nog moet; leeg als de voorwaarde vervuld is."]


class Stap(NamedTuple):
    """The step to the next niveau in one vakgebied."""

    vakgebied: Annotated[str, "Het vakgebied."]
    nu: Annotated[str, "Het niveau nu, en sinds wanneer."]
    zin: Annotated[str, "Of de voorwaarden vervuld zijn, in een zin."]
    voorwaarden: Annotated[tuple[Voorwaarde, ...], "De voorwaarden."]


class OtInbreng(NamedTuple):
    """The submission form of the ondersteuningsteam, filled from a dossier. What is empty is to be written by hand."""

    kop: Kop
    school: Annotated[School, "De school."]
    leerling: Annotated[tuple[Feit, ...], "Naam, geboortedatum en groep."]
    mensen: Annotated[tuple[Mens, ...], "Ouders en leerkracht."]
    inbrenger: Annotated[str, "Wie de leerling inbrengt; leeg als dat nog niet is vastgelegd."]
    aangemeld: Annotated[str, "De dag van de aanmelding; leeg als die er niet is."]
    soort: Annotated[str, "«Eerste bespreking», of op welke bespreking dit een vervolg is."]
    vakgebied: Annotated[str, "Waarover het gaat; mag leeg zijn."]
    vraag: Annotated[str, "De vraag aan het ondersteuningsteam; mag leeg zijn."]
    goed: Annotated[tuple[str, ...], "Wat goed gaat en helpt."]
    lastig: Annotated[tuple[str, ...], "Wat het moeilijk maakt."]
    leerling_nodig: Annotated[tuple[str, ...], "Wat de leerling nodig heeft."]
    leerkracht_nodig: Annotated[tuple[str, ...], "Wat de leerkracht nodig heeft."]
    ouders_nodig: Annotated[tuple[str, ...], "Wat de ouders nodig hebben."]
    gedaan: Annotated[tuple[Gedaan, ...], "Wat er gedaan is, nieuwste eerst."]
    gedaan_meer: Annotated[str, "Wat er niet bij staat, in een zin; meestal leeg."]
    toetsen: Annotated[tuple[ToetsRegel, ...], "De laatste toetsen, nieuwste eerst."]
    toetsen_meer: Annotated[str, "Wat er niet bij staat, in een zin; meestal leeg."]
    ouders: Annotated[tuple[Gezegd, ...], "Hoe de ouders het zien, nieuwste eerst."]
    kind: Annotated[tuple[Gezegd, ...], "Wat de leerling zelf zegt, nieuwste eerst."]
    expertise: Annotated[tuple[str, ...], "Welke deskundigheid de school erbij wil."]
    stappen: Annotated[tuple[Stap, ...], "Per vakgebied de volgende stap en haar voorwaarden."]
    bijlagen: Annotated[tuple[Feit, ...], "Stukken die er zijn, met de dag."]
    toestemming: Annotated[str, "Of de ouders toestemming gaven voor de bespreking, in een zin."]


class VerslagPunt(NamedTuple):
    """What came of one pupil."""

    nummer: Annotated[str, "Volgnummer; leeg als het verslag over één leerling gaat."]
    leerling: Annotated[str, "Naam van de leerling, of het kenmerk."]
    groep: Annotated[str, "De groep; leeg als die niet is vastgelegd."]
    vraag: Annotated[str, "De vraag aan het ondersteuningsteam."]
    vakgebied: Annotated[str, "Waarover het ging; mag leeg zijn."]
    besproken: Annotated[bool, "Of er achteraf iets is vastgelegd."]
    aanwezig: Annotated[tuple[Mens, ...], "Wie erbij waren."]
    inbreng: Annotated[str, "Wat er is ingebracht; mag leeg zijn."]
    bespreking: Annotated[str, "Wat er is besproken; mag leeg zijn."]
    uitkomsten: Annotated[tuple[UitkomstRegel, ...], "Waartoe het overleg leidde."]
    afspraken: Annotated[tuple[AfspraakRegel, ...], "Wie wat wanneer doet, op volgorde van datum."]
    evaluatie: Annotated[str, "Wanneer het team hierop terugkomt; mag leeg zijn."]


class AfspraakVan(NamedTuple):
    """An agreement, and the pupil it is about."""

    wanneer: Annotated[str, "Uiterlijk wanneer."]
    wie: Annotated[str, "Wie het doet."]
    wat: Annotated[str, "Wat er gebeurt."]
    leerling: Annotated[str, "Over welke leerling."]


class OtVerslag(NamedTuple):
    """The report of a meeting: the whole for the team, or one pupil."""

    kop: Kop
    school: Annotated[School, "De school."]
    gegevens: Annotated[tuple[Feit, ...], "Tijd, plaats, voorzitter en notulist."]
    team: Annotated[bool, "Of dit het verslag van de hele bijeenkomst is."]
    punten: Annotated[tuple[VerslagPunt, ...], "De leerlingen, in volgorde."]
    afspraken: Annotated[tuple[AfspraakVan, ...], "Alle afspraken bij elkaar, op datum; leeg bij één leerling."]
    gezien: Annotated[tuple[str, ...], "Wie voor gezien kunnen tekenen; leeg als dat hier niet past."]
