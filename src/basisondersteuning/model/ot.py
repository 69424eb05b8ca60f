"""The record `ot`: a meeting of the ondersteuningsteam, planned beforehand and filled in afterwards (passages 14-18, 23-27)."""

from typing import Literal

from pydantic import Field

from .base import Model, Vakgebied, dutch
from .events_team import Afspraak, Uitkomst
from .people import Betrokkene
from .references import Persoon
from .types import Datum, EenOfMeer, Getal, Groep, Ident, JaNee, Tekst, Tijd, Vestiging

OPEN_QUESTION = "(vul hier de vraag aan het OT in)"
UNSURE = "(kijk na) "
OPEN_NAME = "(vul hier de naam in)"
"""What a proposal holds where only people can know it; `bo validate` asks for it until it is filled in."""


class Agendapunt(Model):
    """One pupil on the agenda: the question beforehand, and what came of it afterwards.

    People are named by id: those of the team, those invited for this pupil only, and external experts.
    """

    model_config = dutch("Agendapunt", "Eén leerling op de agenda: vooraf de vraag, achteraf wat eruit kwam.")

    leerling: Ident = Field(description="Kenmerk van de leerling, zoals in het dossier.", examples=["L-0101"])
    naam: Tekst | None = Field(None, description="Naam zoals die op de agenda staat.", examples=["Sanne Voorbeeld"])
    groep: Groep | None = Field(None, description="Groep waarin de leerling zit.")
    inbrenger: Persoon = Field(description="Wie de leerling inbrengt.")
    vraag: Tekst = Field(description="De vraag aan het ondersteuningsteam.", examples=["Wat heeft Sanne nodig bij rekenen?"])
    vakgebied: EenOfMeer[Vakgebied] | None = Field(None, description="Waarover het gaat; leeg is over de hele leerling.")
    minuten: Getal = Field(description="Hoeveel minuten voor deze leerling.", examples=[30])
    vervolg: JaNee = Field(False, description="Is dit een vervolg op een eerdere bespreking?")
    genodigden: list[Betrokkene] = Field(
        default_factory=list, description="Wie alleen bij deze leerling aan tafel zitten: ouders, leerkracht, deskundige."
    )
    ouders_uitgenodigd_op: Datum | None = Field(None, description="Dag waarop de ouders zijn uitgenodigd.")
    externe_deskundigheid: Literal["nodig", "niet_nodig"] = Field(
        "niet_nodig", description="Is externe deskundigheid nodig bij deze leerling?"
    )
    inbreng: Tekst | None = Field(None, description="Wat er wordt ingebracht: stukken en wat al gedaan is.")
    aanwezig: EenOfMeer[Persoon] | None = Field(None, description="Achteraf: wie erbij waren.")
    bespreking: Tekst | None = Field(None, description="Achteraf: wat er is besproken.")
    uitkomsten: list[Uitkomst] = Field(default_factory=list, description="Achteraf: waartoe het overleg leidde.")
    afspraken: list[Afspraak] = Field(default_factory=list, description="Achteraf: wie wat wanneer doet.")
    evaluatiedatum: Datum | None = Field(None, description="Achteraf: wanneer het team hierop terugkomt.")


class Ot(Model):
    """A meeting of the ondersteuningsteam."""

    model_config = dutch("OT", "Een bijeenkomst van het ondersteuningsteam: de agenda vooraf en wat er achteraf uit kwam.")

    soort: Literal["ot"]
    school: Vestiging = Field(description="BRIN en vestigingsnummer van de school.")
    datum: Datum = Field(description="Dag van de bijeenkomst.")
    begin: Tijd = Field(description="Hoe laat het begint.", examples=["13:15"])
    duur: Getal = Field(description="Hoeveel minuten er zijn.", examples=[120])
    plaats: Tekst | None = Field(None, description="Waar het is.", examples=["teamkamer"])
    voorzitter: Persoon = Field(description="Wie voorzit, een van de leden.", examples=["dir"])
    notulist: Persoon | None = Field(None, description="Wie het verslag maakt.", examples=["ib"])
    leden: list[Betrokkene] = Field(min_length=1, description="Wie bij alle leerlingen aan tafel zitten.")
    externe_deskundigen: list[Betrokkene] = Field(
        default_factory=list, description="Deskundigen van buiten de school die aanschuiven."
    )
    werkwijze: EenOfMeer[Tekst] = Field(
        default_factory=list, description="De vaste procedure van inbreng en bespreking, stap voor stap."
    )
    agenda: list[Agendapunt] = Field(default_factory=list, description="De leerlingen, in de volgorde van de bijeenkomst.")
