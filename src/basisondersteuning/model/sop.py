"""The record `sop`: the school support profile of one school for one school year (passages 1-3, 6, 19-28).

What holds stands in lists of blocks, what happened in a timeline with dates; rules see both as facts (`model.facts`).
"""

from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import BeforeValidator, Field

from .base import Expertisegebied, Model, Rol, dutch
from .counts import Telgetal
from .sop_events import Inspectieoordeel, MrAdvies, SopOordeel, Swvmelding, Vaststelling, Verbetermaatregel
from .sop_words import (
    Aspect,
    Bekostigingsbron,
    HgwKenmerk,
    IbOpleiding,
    Ijkpunt,
    Interventiegebied,
    Plaats,
    Protocolonderwerp,
    Score,
    Veld,
)
from .swv import Schooljaar
from .types import Datum, EenOfMeer, Getal, Ident, JaNee, Tekst, Vestiging

SopGebeurtenis: TypeAlias = Vaststelling | MrAdvies | Inspectieoordeel | Verbetermaatregel | Swvmelding | SopOordeel
"""Every kind of event on the timeline of a SOP."""


def _filled_in(value: object) -> object:
    return None if value == [] else value


T = TypeVar("T")
Bekend = Annotated[EenOfMeer[T] | None, BeforeValidator(_filled_in)]
"""One or more values; an empty list says as little as a field that is not there: it is unknown, never «none»."""


class Schoolbestuur(Model):
    """The competent authority of the school."""

    model_config = dutch("Schoolbestuur", "Het bevoegd gezag van de school.")

    naam: Tekst = Field(description="Naam van het schoolbestuur.", examples=["Stichting Voorbeeld"])
    nummer: Annotated[Tekst, Field(pattern=r"^\d{5}$")] | None = Field(
        None, description="Bestuursnummer, vijf cijfers.", examples=["99999"]
    )


class Aspectbeschrijving(Model):
    """One of the four aspects of basisondersteuning, judged by the school itself."""

    model_config = dutch("Aspect", "Eén van de vier aspecten van basisondersteuning, door de school zelf beoordeeld.")

    aspect: Aspect = Field(description="Welk aspect.")
    score: Score | None = Field(None, description="Hoe ver de school is, naar eigen oordeel.")
    toelichting: Tekst | None = Field(None, description="Waar dat uit blijkt.")


class IjkpuntScore(Model):
    """One of the thirteen ijkpunten of basisondersteuning."""

    model_config = dutch("IJkpunt", "Eén van de dertien ijkpunten, met score, bewijs en ontwikkelpunt.")

    ijkpunt: Ijkpunt = Field(description="Welk ijkpunt.")
    score: Score | None = Field(None, description="Hoe ver de school is, naar eigen oordeel.")
    bewijs: Tekst | None = Field(None, description="Waar dat uit blijkt.")
    ontwikkelpunt: Tekst | None = Field(None, description="Wat de school hier gaat doen.")


class Interventie(Model):
    """A preventive or light curative intervention (passage 1)."""

    model_config = dutch("Interventie", "Een preventieve of licht curatieve interventie die de school zelf uitvoert.")

    naam: Tekst = Field(description="Naam van de interventie.", examples=["leesinterventie in kleine groep"])
    aard: Literal["preventief", "licht_curatief"] = Field(description="Voorkomen, of licht helpen.")
    gebied: Interventiegebied | None = Field(None, description="Waar zij over gaat.")
    werkwijze: Tekst | None = Field(None, description="Hoe de school het planmatig doet.")
    kwaliteit: Tekst | None = Field(None, description="Welk kwaliteitsniveau daarvoor is afgesproken.")
    partners: EenOfMeer[Tekst] = Field(default_factory=list, description="Netwerkpartners die meedoen.")


class Protocol(Model):
    """A protocol that the school uses (passage 22 names the one for dyslexia)."""

    model_config = dutch("Protocol", "Een protocol waarmee de school werkt.")

    onderwerp: Protocolonderwerp = Field(description="Waarover het gaat.", examples=["dyslexie"])
    naam: Tekst | None = Field(None, description="Hoe de school het protocol noemt.", examples=["Leesprotocol"])
    vastgesteld_op: Datum | None = Field(None, description="Wanneer het is vastgesteld.")


class InterneBegeleiding(Model):
    """An intern begeleider of the school (passages 19-23)."""

    model_config = dutch("Intern begeleider", "Iemand die op school intern begeleider is.")

    naam: Tekst | None = Field(None, description="Naam.")
    opleiding: Bekend[IbOpleiding] = Field(None, description="Opleiding voor intern begeleider.")
    uren_per_week: Getal | None = Field(None, description="Uren per week voor interne begeleiding.", examples=[16])
    taken: Bekend[
        Literal["consultatieve_gesprekken", "coachende_gesprekken", "begeleiding_hgw", "spil_van_het_ot", "contact_wijkteam"]
    ] = Field(None, description="Wat deze intern begeleider doet.")


class Bekostiging(Model):
    """Who pays for internal guidance (passage 19)."""

    model_config = dutch("Bekostiging", "Wie de interne begeleiding betaalt.")

    bron: Bekostigingsbron = Field(description="Wie betaalt.")
    uren_per_week: Getal | None = Field(None, description="Voor hoeveel uren per week.")
    toelichting: Tekst | None = Field(None, description="Toelichting.")


class Ondersteuningsteam(Model):
    """How the ondersteuningsteam of the school is set up (passages 15, 16, 23-25)."""

    model_config = dutch("Ondersteuningsteam", "Hoe het ondersteuningsteam van de school is ingericht.")

    voorzitter: Rol | None = Field(None, description="Wie voorzit.", examples=["directeur"])
    leden: Bekend[Rol] = Field(None, description="Vaste leden; ouders horen erbij voor hun eigen kind.")
    werkwijze: Bekend[Tekst] = Field(None, description="De vaste procedure van inbreng en bespreking, stap voor stap.")
    keren_per_schooljaar: Getal | None = Field(None, description="Hoe vaak het OT bij elkaar komt.", examples=[6])


class OrthopedagoogVanHetOt(Model):
    """The orthopedagoog attached to the school (passages 15 and 24)."""

    model_config = dutch("Orthopedagoog", "De orthopedagoog die aan de school verbonden is.")

    namens: Bekostigingsbron | None = Field(None, description="Wie de orthopedagoog levert.", examples=["samenwerkingsverband"])
    rol_bij_arrangement: JaNee | None = Field(
        None, description="Heeft zij of hij een formele rol bij de aanvraag van een arrangement?"
    )
    naam: Tekst | None = Field(None, description="Naam.")
    uren_per_schooljaar: Getal | None = Field(None, description="Hoeveel uren per schooljaar.")


class SopDeskundigheid(Model):
    """Expertise that the school can call on, and where it is (passages 26 and 27)."""

    model_config = dutch("Deskundigheid van de school", "Deskundigheid die de school heeft of kan inroepen.")

    gebied: Expertisegebied = Field(description="Waarop de deskundigheid ligt.")
    plaats: Plaats = Field(description="In de school, bij het bestuur, of van buiten.")
    wie: Tekst | None = Field(None, description="Wie het biedt.")
    toelichting: Tekst | None = Field(None, description="Wat die deskundigheid inhoudt.")


class Netwerkpartner(Model):
    """An organisation that the school works with (passage 1)."""

    model_config = dutch("Netwerkpartner", "Een organisatie waarmee de school samenwerkt.")

    naam: Tekst = Field(description="Naam van de organisatie.")
    waarvoor: Tekst | None = Field(None, description="Waarvoor.")


class Wijkteam(Model):
    """Contact with the sociale wijkteam (passage 28)."""

    model_config = dutch("Wijkteam", "Het contact met het sociale wijkteam.")

    via_ot: JaNee | None = Field(None, description="Loopt het contact vanuit het OT?")
    coordinatie: Bekend[Rol] = Field(None, description="Wie coördineert.", examples=["intern_begeleider"])
    samen_met: Bekend[Rol] = Field(None, description="Samen met wie.")
    contact: Tekst | None = Field(None, description="Wie het aanspreekpunt bij het wijkteam is.")


class HgwScore(Model):
    """One of the seven features of handelingsgericht werken, judged by the school itself (passage 21)."""

    model_config = dutch("Kenmerk van HGW", "Eén van de zeven kenmerken van handelingsgericht werken.")

    kenmerk: HgwKenmerk = Field(description="Welk kenmerk.")
    score: Score | None = Field(None, description="Hoe ver de school is, naar eigen oordeel.")
    toelichting: Tekst | None = Field(None, description="Waar dat uit blijkt.")


class Voorziening(Model):
    """A facility of the school."""

    model_config = dutch("Voorziening", "Een voorziening van de school.")

    naam: Tekst = Field(description="Naam van de voorziening.", examples=["prikkelarme werkplek"])
    veld: Veld | None = Field(None, description="Waar de voorziening bij hoort.")
    toelichting: Tekst | None = Field(None, description="Toelichting.")


class Grens(Model):
    """A limit of what the school can offer."""

    model_config = dutch("Grens", "Wat de school niet meer zelf kan bieden.")

    omschrijving: Tekst = Field(description="Waar de grens ligt.")
    dan: Tekst | None = Field(None, description="Wat de school dan doet.")


class Ambitie(Model):
    """What the school wants to reach, and when."""

    model_config = dutch("Ambitie", "Wat de school wil bereiken, en wanneer.")

    wat: Tekst = Field(description="Wat de school wil bereiken.")
    wanneer: Datum | None = Field(None, description="Wanneer het bereikt moet zijn.")
    stand: Literal["nog_niet_begonnen", "loopt", "bereikt", "vervallen"] | None = Field(None, description="Hoe het ervoor staat.")


class Schoolkengetal(Model):
    """A key figure of the school itself."""

    model_config = dutch("Kengetal van de school", "Een kengetal van de school zelf.")

    wat: Tekst = Field(description="Wat er geteld is.", examples=["leerlingen"])
    peildatum: Datum = Field(description="Op welke dag.")
    aantal: Telgetal = Field(description="Hoeveel; een klein aantal mag als <5.")


class Sopafwijking(Model):
    """Comply or explain: the school departs from a rule, with a reason and an end date."""

    model_config = dutch("Afwijking in een SOP", "Bewust een regel niet volgen, met een reden en een einddatum.")

    regel: Tekst = Field(description="Code van de regel waarvan wordt afgeweken.", examples=["KNH-S.10"])
    reden: Tekst = Field(description="Waarom.")
    door: Tekst = Field(description="Wie dit besloot.")
    datum: Datum = Field(description="Wanneer dit besloten is.")
    tot: Datum | None = Field(None, description="Tot en met wanneer de afwijking geldt.")
    betreft: Ident | None = Field(None, description="Alleen voor de gebeurtenis met dit kenmerk.", examples=["inspectie-2024"])


class Sop(Model):
    """The school support profile of one school for one school year (passage 6)."""

    model_config = dutch(
        "Schoolondersteuningsprofiel", "Wat één school in één schooljaar zelf aan ondersteuning biedt, en hoe zij dat inricht."
    )

    soort: Literal["sop"]
    school: Vestiging = Field(description="BRIN en vestigingsnummer van de school.")
    naam: Tekst = Field(description="Naam van de school.", examples=["De Voorbeeldschool"])
    bestuur: Schoolbestuur | None = Field(None, description="Het schoolbestuur.")
    schooljaar: Schooljaar = Field(description="Schooljaar waarvoor dit profiel geldt.")
    format: Ident | None = Field(None, description="Versie van het format van het samenwerkingsverband.", examples=["2026"])
    kader: Ident | None = Field(
        None, description="Code van het normenkader waarop de school zich richtte.", examples=["voorbeeld-2026"]
    )
    contactpersoon: Tekst | None = Field(None, description="Wie vragen over dit profiel beantwoordt.")
    typering: Tekst | None = Field(None, description="Wat voor school het is.")
    niveau_basisondersteuning: Tekst | None = Field(
        None, description="Het niveau van basisondersteuning dat de school voor zichzelf heeft vastgelegd."
    )
    aspecten: list[Aspectbeschrijving] = Field(default_factory=list, description="De vier aspecten van basisondersteuning.")
    ijkpunten: list[IjkpuntScore] = Field(default_factory=list, description="De dertien ijkpunten.")
    interventies: list[Interventie] = Field(default_factory=list, description="Preventieve en licht curatieve interventies.")
    protocollen: list[Protocol] = Field(default_factory=list, description="Protocollen, zoals dat voor dyslexie.")
    interne_begeleiding: list[InterneBegeleiding] = Field(default_factory=list, description="Wie intern begeleider is.")
    bekostiging: list[Bekostiging] = Field(default_factory=list, description="Wie de interne begeleiding betaalt.")
    ondersteuningsteam: Ondersteuningsteam | None = Field(None, description="Het ondersteuningsteam (OT).")
    orthopedagoog: OrthopedagoogVanHetOt | None = Field(None, description="De orthopedagoog van het OT.")
    deskundigheid: list[SopDeskundigheid] = Field(default_factory=list, description="Deskundigheid binnen en buiten de school.")
    netwerkpartners: list[Netwerkpartner] = Field(default_factory=list, description="Organisaties waarmee de school samenwerkt.")
    wijkteam: Wijkteam | None = Field(None, description="Contact met het sociale wijkteam.")
    hgw: list[HgwScore] = Field(default_factory=list, description="De zeven kenmerken van handelingsgericht werken.")
    voorzieningen: list[Voorziening] = Field(default_factory=list, description="Voorzieningen van de school.")
    grenzen: list[Grens] = Field(default_factory=list, description="Wat de school niet meer zelf kan bieden.")
    ambities: list[Ambitie] = Field(default_factory=list, description="Wat de school wil bereiken, met een datum.")
    kengetallen: list[Schoolkengetal] = Field(default_factory=list, description="Kengetallen van de school zelf.")
    tijdlijn: list[Annotated[SopGebeurtenis, Field(discriminator="soort")]] = Field(
        default_factory=list, description="Wat er met dit profiel en met het toezicht gebeurde, met de datum."
    )
    afwijkingen: list[Sopafwijking] = Field(default_factory=list, description="Waar de school bewust van een regel afwijkt.")
