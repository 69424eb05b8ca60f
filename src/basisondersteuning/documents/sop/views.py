"""What the document of a SOP shows. Templates see these values only, never a record. What is not filled in is empty."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ..views import Feit, Kop, School


class Interventieregel(NamedTuple):
    """An intervention."""

    naam: Annotated[str, "Naam van de interventie."]
    gebied: Annotated[str, "Waar zij over gaat."]
    werkwijze: Annotated[str, "Hoe de school het planmatig doet."]
    kwaliteit: Annotated[str, "Het afgesproken kwaliteitsniveau."]
    partners: Annotated[str, "Wie er van buiten meedoen."]


class Interventiegroep(NamedTuple):
    """Interventions of one kind: preventive, or light curative."""

    naam: Annotated[str, "Wat voor hulp het is."]
    uitleg: Annotated[str, "Wat dat betekent, in een zin."]
    interventies: Annotated[tuple[Interventieregel, ...], "De interventies, in de volgorde van het SOP."]


class Protocolregel(NamedTuple):
    """A protocol."""

    onderwerp: Annotated[str, "Waarover het gaat."]
    naam: Annotated[str, "Naam van het protocol."]
    dag: Annotated[str, "Wanneer het is vastgesteld."]


class Voorzieningregel(NamedTuple):
    """A facility."""

    naam: Annotated[str, "Naam van de voorziening."]
    veld: Annotated[str, "Waar de voorziening bij hoort."]
    toelichting: Annotated[str, "Toelichting."]


class Deskundigheidregel(NamedTuple):
    """Expertise that the school can call on."""

    gebied: Annotated[str, "Waarop de deskundigheid ligt."]
    plaats: Annotated[str, "In de school, bij het bestuur, of van buiten."]
    wie: Annotated[str, "Wie het biedt."]
    toelichting: Annotated[str, "Wat die deskundigheid inhoudt."]


class Begeleider(NamedTuple):
    """An intern begeleider."""

    naam: Annotated[str, "Naam; leeg in het document voor ouders."]
    opleiding: Annotated[str, "Opleiding of opleidingen."]
    uren: Annotated[str, "Uren per week, in woorden."]
    taken: Annotated[tuple[str, ...], "Wat deze intern begeleider doet."]


class Bekostigingregel(NamedTuple):
    """Who pays for internal guidance."""

    bron: Annotated[str, "Wie betaalt."]
    uren: Annotated[str, "Voor hoeveel uren per week, in woorden."]
    toelichting: Annotated[str, "Toelichting."]


class Otdeel(NamedTuple):
    """The ondersteuningsteam."""

    voorzitter: Annotated[str, "Wie voorzit."]
    leden: Annotated[str, "De vaste leden."]
    keren: Annotated[str, "Hoe vaak het OT bij elkaar komt, in woorden."]
    werkwijze: Annotated[tuple[str, ...], "De vaste procedure, stap voor stap."]


class Grensregel(NamedTuple):
    """A limit of what the school offers."""

    omschrijving: Annotated[str, "Waar de grens ligt."]
    dan: Annotated[str, "Wat de school dan doet."]


class Ambitieregel(NamedTuple):
    """What the school wants to reach."""

    wat: Annotated[str, "Wat de school wil bereiken."]
    wanneer: Annotated[str, "Wanneer het bereikt moet zijn."]
    stand: Annotated[str, "Hoe het ervoor staat."]


class Scoreregel(NamedTuple):
    """One part of the self-assessment."""

    naam: Annotated[str, "Waar het over gaat."]
    score: Annotated[str, "Hoe ver de school is, naar eigen oordeel; of dat het niet is ingevuld."]
    toelichting: Annotated[str, "Waar dat uit blijkt."]
    ontwikkelpunt: Annotated[str, "Wat de school hier gaat doen; alleen bij een ijkpunt."]


class Zelfbeoordeling(NamedTuple):
    """One list of the self-assessment. Without any part filled in there are no rows."""

    anker: Annotated[str, "Naam van de plek op de bladzijde."]
    titel: Annotated[str, "Wat er beoordeeld is."]
    regels: Annotated[tuple[Scoreregel, ...], "Elk onderdeel, ook wat niet is ingevuld; leeg als er niets is ingevuld."]


class Kengetalregel(NamedTuple):
    """A key figure of the school."""

    wat: Annotated[str, "Wat er geteld is."]
    dag: Annotated[str, "Op welke dag."]
    aantal: Annotated[str, "Hoeveel; van een klein aantal de grenzen."]


class Verloopregel(NamedTuple):
    """Something that happened with the profile or with the supervision."""

    dag: Annotated[str, "Op welke dag."]
    wat: Annotated[str, "Wat er gebeurde."]
    toelichting: Annotated[str, "Wat erbij gezegd is."]
    aantekening: Annotated[str, "Een werkaantekening; leeg in het document voor ouders."]


class Verantwoording(NamedTuple):
    """A rule that the school departs from, or that people answered."""

    regel: Annotated[str, "Titel van de regel."]
    code: Annotated[str, "Code van de regel."]
    wat: Annotated[str, "«Wij wijken af» of het antwoord, met wie en wanneer."]
    reden: Annotated[str, "De reden."]


class SopDocument(NamedTuple):
    """The SOP of one school for one school year."""

    kop: Kop
    school: Annotated[School, "De school."]
    schooljaar: Annotated[str, "Het schooljaar waarvoor het profiel geldt."]
    kort: Annotated[tuple[Feit, ...], "Bestuur, vaststelling, advies van de MR, inspectie, contact."]
    typering: Annotated[str, "Wat voor school het is."]
    niveau: Annotated[str, "Het niveau van basisondersteuning dat de school voor zichzelf heeft vastgelegd."]
    interventies: Annotated[tuple[Interventiegroep, ...], "Preventieve en licht curatieve hulp."]
    protocollen: Annotated[tuple[Protocolregel, ...], "De protocollen."]
    voorzieningen: Annotated[tuple[Voorzieningregel, ...], "De voorzieningen."]
    deskundigheid: Annotated[tuple[Deskundigheidregel, ...], "De deskundigheid, op gebied en dan van dichtbij naar verder weg."]
    niet_genoemd: Annotated[str, "Een zin over de gebieden die het SOP niet noemt; leeg als die er niet zijn."]
    begeleiders: Annotated[tuple[Begeleider, ...], "Wie intern begeleider is."]
    bekostiging: Annotated[tuple[Bekostigingregel, ...], "Wie de interne begeleiding betaalt."]
    ot: Annotated[Otdeel | None, "Het ondersteuningsteam; «none» als dat niet is ingevuld."]
    orthopedagoog: Annotated[tuple[Feit, ...], "De orthopedagoog van het OT."]
    wijkteam: Annotated[tuple[Feit, ...], "Het contact met het sociaal wijkteam."]
    partners: Annotated[tuple[Feit, ...], "Organisaties waarmee de school samenwerkt, en waarvoor."]
    grenzen: Annotated[tuple[Grensregel, ...], "Wat de school niet meer zelf kan bieden."]
    ambities: Annotated[tuple[Ambitieregel, ...], "Wat de school wil bereiken, wat het eerst komt vooraan."]
    zelfbeoordeling: Annotated[tuple[Zelfbeoordeling, ...], "Aspecten, ijkpunten en kenmerken, door de school zelf beoordeeld."]
    kengetallen: Annotated[tuple[Kengetalregel, ...], "Kengetallen van de school zelf."]
    verloop: Annotated[tuple[Verloopregel, ...], "Wat er met het profiel en het toezicht gebeurde, het nieuwste vooraan."]
    inspectie: Annotated[str, "Wat een lezer over een oordeel van de inspectie moet weten; leeg als er geen is."]
    afwijkingen: Annotated[tuple[Verantwoording, ...], "Waar de school bewust van een regel afwijkt; niet voor ouders."]
    oordelen: Annotated[tuple[Verantwoording, ...], "Wat mensen op een open norm antwoordden; niet voor ouders."]
