"""Events of niveau 1 and 2: seeing, talking, supporting, evaluating (passages 8-13 and 22)."""

from typing import Literal

from pydantic import Field

from .base import Gebeurtenis, Model, Vakgebied, dutch
from .references import GebeurtenisId, InternBegeleider, OndersteuningId, Ouder, Persoon
from .types import Datum, EenOfMeer, JaNee, Tekst

Schaal = Literal[
    "percentage",
    "percentiel",
    "AE",
    "I-V",
    "vaardigheidsscore",
    "DLE",
    "functioneringsniveau",
    "AVI",
    "IQ",
    "cijfer",
    "anders",
]


class Observatie(Gebeurtenis):
    """What someone saw of the pupil in the group: behaviour and results (passage 8)."""

    model_config = dutch("Observatie", "Wat iemand van de leerling in de groep zag: gedrag en resultaten.")

    soort: Literal["observatie"]
    door: Persoon = Field(description="Wie observeerde.")
    vakgebied: EenOfMeer[Vakgebied] | None = Field(None, description="Waarover de observatie gaat.")
    gedrag: Tekst | None = Field(None, description="Beschrijving van het gedrag.")
    resultaten: Tekst | None = Field(None, description="Beschrijving van de resultaten.")
    ondersteuning_gewenst: JaNee = Field(description="Blijkt hieruit dat een vorm van ondersteuning gewenst is?")


class Toets(Gebeurtenis):
    """A test result; method-bound tests give good indications (passage 8)."""

    model_config = dutch("Toets", "Het resultaat van een toets.")

    soort: Literal["toets"]
    naam: Tekst = Field(description="Naam van de toets.", examples=["Bloktoets rekenen 2"])
    vakgebied: Vakgebied = Field(description="Vakgebied van de toets.")
    methodegebonden: JaNee = Field(description="Hoort de toets bij de lesmethode?")
    schaal: Schaal = Field(description="Waarin het resultaat is uitgedrukt.")
    waarde: Tekst = Field(description="Het resultaat, in deze schaal.", examples=[45, "C"])
    door: Persoon | None = Field(None, description="Wie de toets afnam.")
    toelichting: Tekst | None = Field(None, description="Wat het resultaat betekent.")


class Behoeften(Gebeurtenis):
    """What helps, what hinders, and what pupil, teacher and parents need."""

    model_config = dutch("Behoeften", "Wat helpt en wat belemmert, en wat leerling, leerkracht en ouders nodig hebben.")

    soort: Literal["behoeften"]
    door: Persoon | None = Field(None, description="Wie dit opschreef.")
    bevorderend: EenOfMeer[Tekst] = Field(default_factory=list, description="Factoren die helpen.")
    belemmerend: EenOfMeer[Tekst] = Field(default_factory=list, description="Factoren die belemmeren.")
    leerling: EenOfMeer[Tekst] = Field(default_factory=list, description="Onderwijsbehoeften van de leerling.")
    leerkracht: EenOfMeer[Tekst] = Field(default_factory=list, description="Ondersteuningsbehoeften van de leerkracht.")
    ouders: EenOfMeer[Tekst] = Field(default_factory=list, description="Ondersteuningsbehoeften van de ouders.")


class Oudercontact(Gebeurtenis):
    """A talk with, or a message to, the parents (passages 10-12)."""

    model_config = dutch("Oudercontact", "Een gesprek met, of een bericht aan, de ouders.")

    soort: Literal["oudercontact"]
    met: EenOfMeer[Ouder] = Field(min_length=1, description="Met welke ouders of verzorgers.")
    door: Persoon | None = Field(None, description="Wie het gesprek voerde.")
    over: EenOfMeer[
        Literal[
            "zorg",
            "resultaten",
            "vervolg",
            "groeidocument",
            "ot",
            "onderzoek",
            "arrangement",
            "opp",
            "afschaling",
            "overig",
        ]
    ] = Field(min_length=1, description="Onderwerpen; `vervolg` is overleg over hoe het verder gaat.")
    vakgebied: EenOfMeer[Vakgebied] | None = Field(None, description="Over welke vakgebieden het ging.")
    vorm: Literal["gesprek", "telefoon", "bericht", "huisbezoek"] = Field("gesprek", description="Hoe het contact liep.")
    betreft: GebeurtenisId | None = Field(None, description="Over welke gebeurtenis het ging.")
    samenvatting: Tekst | None = Field(None, description="Wat er besproken is.")
    visie_ouders: Tekst | None = Field(None, description="Hoe de ouders het zien, in hun eigen woorden.")


class Leerlinggesprek(Gebeurtenis):
    """The pupil's own voice."""

    model_config = dutch("Leerlinggesprek", "Wat de leerling zelf zegt, en wat daarmee gebeurde.")

    soort: Literal["leerlinggesprek"]
    door: Persoon = Field(description="Wie met de leerling sprak.")
    over: Tekst | None = Field(None, description="Waarover het ging.")
    waarvoor: EenOfMeer[Literal["ondersteuning", "ot", "onderzoek", "opp", "overig"]] | None = Field(
        None, description="Waarbij de stem van de leerling gehoord is."
    )
    inbreng: Tekst = Field(description="Wat de leerling zelf zei of liet zien.")
    invloed: Tekst | None = Field(None, description="Wat er met de inbreng is gedaan.")
    terugkoppeling: Tekst | None = Field(None, description="Wat aan de leerling is teruggezegd.")


class Verklaring(Gebeurtenis):
    """Toestemming, instemming, gezien and overeenstemming: four different things, never mixed."""

    model_config = dutch("Verklaring", "Toestemming, instemming, gezien of overeenstemming: vier verschillende dingen.")

    soort: Literal["verklaring"]
    aard: Literal["toestemming", "instemming", "gezien", "overeenstemming"] = Field(description="Wat er verklaard is.")
    waarvoor: Literal[
        "groeidocument", "ot", "onderzoek", "delen_gegevens", "arrangement", "opp", "handelingsdeel", "overdracht"
    ] = Field(description="Waarvoor de verklaring geldt.")
    door: EenOfMeer[Persoon] = Field(min_length=1, description="Wie de verklaring gaf.")
    uitkomst: Literal["gegeven", "geweigerd"] = Field(description="Gegeven of geweigerd.")


class Ondersteuning(Gebeurtenis):
    """Support that starts, is intensified, adapted or continued (passages 9, 12, 13 and 18)."""

    model_config = dutch(
        "Ondersteuning", "Ondersteuning die begint, zwaarder wordt, verandert of doorgaat, met een doel en een aanpak."
    )

    soort: Literal["ondersteuning"]
    id: str = Field(
        description="Korte naam, zodat een evaluatie ernaar kan verwijzen.",
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$",
        examples=["o1"],
    )
    vakgebied: Vakgebied = Field(description="Waarop de ondersteuning zich richt.")
    vorm: Literal["nieuw", "geintensiveerd", "aangepast", "voortgezet"] = Field(
        "nieuw", description="Nieuw, of een vervolg op eerdere ondersteuning."
    )
    plaats: Literal["in_groep", "deels_buiten_groep"] = Field("in_groep", description="Waar de ondersteuning gegeven wordt.")
    doel: Tekst = Field(description="Wat de leerling straks kan.")
    aanpak: Tekst = Field(description="Hoe daaraan gewerkt wordt.")
    door: EenOfMeer[Persoon] = Field(min_length=1, description="Wie de ondersteuning geeft.")
    frequentie: Tekst | None = Field(
        None, description="Hoe vaak en hoe lang per keer.", examples=["drie keer per week 15 minuten"]
    )
    tot: Datum | None = Field(None, description="Einddatum die de school zelf koos; dan volgt de evaluatie.")
    groepsplan: Tekst | None = Field(None, description="Het groepsplan waarin dit staat.", examples=["rekenen blok 2"])
    vervolg_op: OndersteuningId | None = Field(None, description="De ondersteuning waarop dit een vervolg is.")


class Evaluatie(Gebeurtenis):
    """The judged effect of support (passages 11 and 12): people judge, `bo` only reads."""

    model_config = dutch("Evaluatie", "Het oordeel van mensen over het effect van ondersteuning.")

    soort: Literal["evaluatie"]
    van: OndersteuningId = Field(description="Welke ondersteuning is geëvalueerd.")
    effect: Literal["doel_bereikt_duurzaam", "doel_bereikt", "deels", "onvoldoende"] | None = Field(
        None, description="Het oordeel over het effect."
    )
    door: EenOfMeer[Persoon] | None = Field(None, description="Wie het effect beoordeelde.")
    toelichting: Tekst | None = Field(None, description="Waaruit het effect blijkt.")


class Consultatie(Gebeurtenis):
    """A consultative or coaching talk of the intern begeleider with a teacher (passages 12 and 22)."""

    model_config = dutch("Consultatie", "Een gesprek waarin de intern begeleider met een leerkracht meedenkt of haar begeleidt.")

    soort: Literal["consultatie"]
    met: Persoon = Field(description="De intern begeleider die geraadpleegd is.")
    door: Persoon | None = Field(None, description="De leerkracht die de vraag stelde.")
    aard: Literal["consultatief", "coachend"] = Field(description="Aard van het gesprek.")
    onderwerp: Tekst | None = Field(
        None, description="Onderwerp, bijvoorbeeld het dyslexieprotocol.", examples=["dyslexieprotocol"]
    )
    vakgebied: EenOfMeer[Vakgebied] | None = Field(None, description="Over welke vakgebieden het ging.")
    vraag: Tekst = Field(description="De vraag van de leerkracht.")
    uitkomst: Tekst | None = Field(None, description="Wat er is afgesproken.")


class Afschaling(Gebeurtenis):
    """A step down to a lower niveau; people decide it, the record says why."""

    model_config = dutch("Afschaling", "De stap naar een lager niveau, omdat minder ondersteuning volstaat.")

    soort: Literal["afschaling"]
    vakgebied: EenOfMeer[Vakgebied] | None = Field(None, description="Voor welke vakgebieden; leeg is voor alle.")
    naar: Tekst = Field(description="Het niveau daarna, of `geen` als er geen ondersteuning meer nodig is.", examples=[1, "geen"])
    door: Persoon = Field(description="Wie dit besloot.")
    reden: Tekst = Field(description="Waarom minder ondersteuning volstaat.")


__all__ = [
    "Afschaling",
    "Behoeften",
    "Consultatie",
    "Evaluatie",
    "InternBegeleider",
    "Leerlinggesprek",
    "Model",
    "Observatie",
    "Ondersteuning",
    "Oudercontact",
    "Toets",
    "Verklaring",
]
