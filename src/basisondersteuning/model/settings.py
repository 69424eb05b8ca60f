"""The record `instellingen`, the file `bo.yaml`: how a school or samenwerkingsverband wants its documents to look and read.

Nothing in it is a fact about the field; every number is a choice of the school, and the defaults are ours.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Model, dutch
from .people import Betrokkene
from .types import Datum, EenOfMeer, Getal, Tekst, Tijd, Vestiging

Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$"), Field(examples=["#17565a"])]
"""A colour as six hexadecimal digits."""


class Huisstijl(Model):
    """The look of documents."""

    model_config = dutch("Huisstijl", "Hoe documenten eruitzien: logo, kleur en de regel onderaan.")

    naam: Tekst | None = Field(None, description="Naam boven aan documenten, in plaats van die van de school.")
    logo: Tekst | None = Field(
        None, description="Bestand met het logo (png, jpg of svg), vanaf de map van dit bestand.", examples=["logo.png"]
    )
    logo_tekst: Tekst | None = Field(None, description="Wat er op het logo staat, voor wie het niet ziet.")
    kleur: Kleur | None = Field(
        None,
        description='Kleur van koppen en lijnen, donker genoeg om te lezen; tussen aanhalingstekens, zoals "#17506b".',
    )
    voettekst: Tekst | None = Field(None, description="Regel onder aan elk document, bijvoorbeeld het adres.")


class Teksten(Model):
    """The fixed texts of documents; what is left out keeps our own text."""

    model_config = dutch("Teksten", "Vaste teksten in documenten. Wat u weglaat, houdt de tekst van bo.")

    uitnodiging_begin: Tekst = Field(
        "Wij willen graag met u praten over hoe het op school gaat met uw kind. Dat doen we in het ondersteuningsteam. "
        "Daar denken we samen met u na over wat uw kind nodig heeft. U heeft een vaste plek in dat overleg.",
        description="Begin van de uitnodiging aan ouders.",
    )
    uitnodiging_meenemen: Tekst = Field(
        "U hoeft niets voor te bereiden. Heeft u een verslag of brief die u wilt laten zien, neem die dan mee.",
        description="Wat ouders kunnen meenemen.",
    )
    uitnodiging_bedenken: EenOfMeer[Tekst] = Field(
        default=[
            "Wat gaat er goed, thuis en op school?",
            "Waar maakt u zich zorgen over?",
            "Wat helpt uw kind, thuis?",
            "Wat vindt uw kind er zelf van?",
            "Wat zou u willen dat dit gesprek oplevert?",
        ],
        description="Vragen waarover ouders vooraf kunnen nadenken.",
    )
    uitnodiging_slot: Tekst = Field(
        "Kunt u niet op dit moment? Laat het ons weten, dan zoeken we samen een ander moment. U mag iemand meenemen.",
        description="Slot van de uitnodiging aan ouders.",
    )
    groeidocument_uitleg: Tekst = Field(
        "Dit document groeit mee met het kind. School, ouders en kind leggen er samen in vast wat helpt, wat is gedaan en "
        "wat is afgesproken.",
        description="Uitleg boven aan het Groeidocument.",
    )
    agenda_vertrouwelijk: Tekst = Field(
        "Vertrouwelijk. Deze agenda is alleen voor wie aan tafel zit; ouders krijgen een eigen uitnodiging.",
        description="Regel boven aan de agenda van het OT.",
    )
    terugkoppeling_begin: Tekst = Field(
        "Dank u wel voor het schoolondersteuningsprofiel (SOP) van uw school. Wij kijken of het past bij de afspraken die in "
        "onze regio gelden. Deze brief gaat over wat er in het SOP staat, niet over hoe goed uw school werkt.",
        description="Begin van de brief aan een school over haar SOP.",
    )
    terugkoppeling_slot: Tekst = Field(
        "Is iets niet duidelijk, of ziet u het anders? Laat het ons weten, dan kijken wij er samen naar.",
        description="Slot van de brief aan een school over haar SOP.",
    )


class OtInstellingen(Model):
    """How meetings of the ondersteuningsteam are proposed. Settings, no rules: the source gives no minutes at all."""

    model_config = dutch("OT", "Hoe bo een bijeenkomst van het ondersteuningsteam voorstelt. Instellingen, geen regels.")

    begin: Tijd | None = Field(None, description="Hoe laat het OT meestal begint.", examples=["13:15"])
    duur: Getal | None = Field(None, description="Hoeveel minuten er meestal zijn.", examples=[120])
    plaats: Tekst | None = Field(None, description="Waar het OT meestal is.", examples=["teamkamer"])
    minuten_eerste: Getal | None = Field(None, description="Minuten voor een leerling die voor het eerst besproken wordt.")
    minuten_vervolg: Getal | None = Field(None, description="Minuten voor een leerling die eerder besproken is.")
    werkwijze: EenOfMeer[Tekst] = Field(default=[], description="De vaste procedure van inbreng en bespreking, stap voor stap.")


class TerugkoppelingInstellingen(Model):
    """The letter to a school about its SOP: settings, since no source gives a day, and every SWV has people of its own."""

    model_config = dutch("Terugkoppeling", "De brief van het samenwerkingsverband aan een school over haar SOP.")

    voor_datum: Datum | None = Field(None, description="Wanneer het verbeterde SOP er moet zijn.", examples=["2027-01-29"])
    contact: Tekst | None = Field(
        None,
        description="Wie scholen met een vraag bellen of mailen.",
        examples=["E. Voorbeeld, 0000-000000, sop@voorbeeld.example"],
    )
    ondertekening: Tekst | None = Field(
        None, description="Wie de brief ondertekent.", examples=["E. Voorbeeld, beleidsmedewerker"]
    )


class Instellingen(Model):
    """The settings of a school or samenwerkingsverband."""

    model_config = dutch("Instellingen", "Hoe een school of samenwerkingsverband documenten en vergaderingen wil: bo.yaml.")

    soort: Literal["instellingen"]
    school: Vestiging | None = Field(
        None, description="BRIN en vestigingsnummer van uw school. Nieuwe bestanden krijgen deze school."
    )
    betrokkenen: list[Betrokkene] = Field(
        default_factory=list,
        description="De vaste mensen van uw school, zoals intern begeleider en directeur. Nieuwe bestanden krijgen deze mensen.",
    )
    sjablonen: Tekst | None = Field(None, description="Map met eigen sjablonen, vanaf de map van dit bestand.")
    huisstijl: Huisstijl = Field(default_factory=lambda: Huisstijl(), description="Hoe documenten eruitzien.")
    teksten: Teksten = Field(default_factory=lambda: Teksten(), description="Vaste teksten in documenten.")
    ot: OtInstellingen = Field(default_factory=lambda: OtInstellingen(), description="Hoe een OT wordt voorgesteld.")
    terugkoppeling: TerugkoppelingInstellingen = Field(
        default_factory=lambda: TerugkoppelingInstellingen(), description="De brief aan een school over haar SOP."
    )
