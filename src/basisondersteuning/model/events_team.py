"""Events of niveau 3 and beyond: ondersteuningsteam, assessment, arrangement (passages 13-18 and 23-28)."""

from typing import Literal

from pydantic import Field

from .base import Expertisegebied, Gebeurtenis, Model, Vakgebied, dutch
from .references import AanvraagId, GebeurtenisId, Orthopedagoog, Persoon
from .types import Datum, EenOfMeer, JaNee, Tekst


class Groeidocument(Gebeurtenis):
    """The Groeidocument is drawn up, updated, shared or closed (passages 13 and 17)."""

    model_config = dutch("Groeidocument", "Het Groeidocument is opgesteld, bijgewerkt, gedeeld of afgesloten.")

    soort: Literal["groeidocument"]
    actie: Literal["opgesteld", "bijgewerkt", "gedeeld", "afgesloten"] = Field(description="Wat ermee gebeurde.")
    door: Persoon = Field(description="Wie dit deed.")
    vastgelegd: EenOfMeer[Literal["aanpak_niveau_2", "uitkomst_ot", "overig"]] | None = Field(
        None, description="Wat er (ook) in is vastgelegd."
    )
    met: EenOfMeer[Persoon] | None = Field(None, description="Met wie het gedeeld is.")


class AanmeldingOt(Gebeurtenis):
    """The inbreng: a pupil is brought in for the ondersteuningsteam (passage 16)."""

    model_config = dutch("Aanmelding voor het OT", "Iemand brengt de leerling in bij het ondersteuningsteam.")

    soort: Literal["aanmelding_ot"]
    door: Persoon = Field(description="Wie de leerling inbrengt.")
    vakgebied: EenOfMeer[Vakgebied] | None = Field(None, description="Waarover de bespreking gaat.")
    vraag: Tekst = Field(description="De vraag aan het ondersteuningsteam.")
    gewenste_expertise: EenOfMeer[Expertisegebied] = Field(
        default_factory=list, description="Externe deskundigheid die zo nodig aanschuift."
    )


class Uitkomst(Model):
    """One outcome of an OT discussion; the source's list is open (passage 18), hence `anders`."""

    model_config = dutch("Uitkomst van het OT", "Waartoe een bespreking in het ondersteuningsteam leidde.")

    soort: Literal["aanpassing_groepsniveau", "onderzoek", "aanvraag_arrangement", "anders"] = Field(
        description="Soort uitkomst."
    )
    omschrijving: Tekst = Field(description="Wat er is besloten.")
    buiten_groep: JaNee = Field(False, description="Gebeurt het gedeeltelijk buiten de groep?")


class Afspraak(Model):
    """An agreement: who does what before when."""

    model_config = dutch("Afspraak", "Wie wat voor wanneer doet.")

    wie: Persoon = Field(description="Wie het doet.")
    wat: Tekst = Field(description="Wat er gebeurt.")
    wanneer: Datum = Field(description="Uiterlijk wanneer.")


class OtBespreking(Gebeurtenis):
    """The pupil is discussed in the ondersteuningsteam (passages 14-18 and 23-26)."""

    model_config = dutch("Bespreking in het OT", "Het ondersteuningsteam bespreekt de leerling.")

    soort: Literal["ot_bespreking"]
    voorzitter: Persoon = Field(description="Wie voorzat.")
    aanwezig: EenOfMeer[Persoon] = Field(min_length=1, description="Wie erbij waren.")
    uitgenodigd: EenOfMeer[Persoon] = Field(default_factory=list, description="Wie uitgenodigd waren maar niet kwamen.")
    externe_deskundigheid: Literal["nodig", "niet_nodig"] = Field(
        "niet_nodig", description="Was externe deskundigheid in dit overleg nodig?"
    )
    vakgebied: EenOfMeer[Vakgebied] | None = Field(None, description="Waarover het ging; leeg is over de hele leerling.")
    inbreng: Tekst | None = Field(None, description="Wat er is ingebracht.")
    bespreking: Tekst | None = Field(None, description="Wat er is besproken.")
    uitkomsten: list[Uitkomst] = Field(default_factory=list, description="Waartoe het overleg leidde.")
    afspraken: list[Afspraak] = Field(default_factory=list, description="Wie wat wanneer doet.")
    evaluatiedatum: Datum | None = Field(None, description="Wanneer het team hierop terugkomt.")


class Onderzoek(Gebeurtenis):
    """A handelingsgericht or psychological assessment (passage 18)."""

    model_config = dutch("Onderzoek", "Een handelingsgericht of psychologisch onderzoek.")

    soort: Literal["onderzoek"]
    aard: Literal["handelingsgericht", "psychologisch"] = Field(description="Soort onderzoek.")
    stand: Literal["aangevraagd", "uitgevoerd"] = Field(description="Aangevraagd of uitgevoerd.")
    vraag: Tekst = Field(description="De onderzoeksvraag.")
    door: Persoon | None = Field(None, description="Wie het onderzoek doet.")
    uitkomst: Tekst | None = Field(None, description="Wat eruit kwam.")


class Wijkteamcontact(Gebeurtenis):
    """A contact with the sociale wijkteam, made from the OT (passage 28)."""

    model_config = dutch("Contact met het wijkteam", "Contact met het sociaal wijkteam, vanuit het ondersteuningsteam.")

    soort: Literal["wijkteamcontact"]
    coordinatie: Persoon = Field(description="Wie het contact coördineert.")
    met: EenOfMeer[Persoon] = Field(min_length=1, description="Met wie van het wijkteam, of met de schoolmaatschappelijk werker.")
    vraag: Tekst = Field(description="Waarover het ging.")
    uitkomst: Tekst | None = Field(None, description="Wat er is afgesproken.")


class Arrangementaanvraag(Gebeurtenis):
    """An application for an arrangement of extra support (passages 7, 18 and 24)."""

    model_config = dutch(
        "Aanvraag van een arrangement", "Een aanvraag van extra ondersteuning met middelen van het samenwerkingsverband."
    )

    soort: Literal["arrangementaanvraag"]
    door: Persoon = Field(description="Wie de aanvraag indiende.")
    orthopedagoog: Orthopedagoog | None = Field(None, description="De orthopedagoog met de formele rol in de aanvraag.")
    advies_orthopedagoog: Tekst | None = Field(None, description="Het advies van de orthopedagoog.")
    ouders: EenOfMeer[Persoon] | None = Field(None, description="De ouders die bij de aanvraag betrokken zijn.")
    omschrijving: Tekst = Field(description="Welke extra ondersteuning gevraagd wordt.")


class Besluit(Gebeurtenis):
    """A decision that people took, on an arrangement or a TLV."""

    model_config = dutch("Besluit", "Wat mensen beslisten over een arrangement of een TLV.")

    soort: Literal["besluit"]
    over: Literal["arrangement", "tlv"] = Field(description="Waarover besloten is.")
    uitkomst: Literal["toegekend", "afgewezen", "aangehouden"] = Field(description="Wat er besloten is.")
    door: Tekst = Field(description="Wie besloot, bijvoorbeeld het samenwerkingsverband.", examples=["het samenwerkingsverband"])
    op: AanvraagId | None = Field(None, description="De aanvraag waarop dit het besluit is.")
    tot: Datum | None = Field(None, description="Tot wanneer het besluit geldt.")
    toelichting: Tekst | None = Field(None, description="De redenen.")


class Opp(Gebeurtenis):
    """The ontwikkelingsperspectief is drawn up, adjusted or evaluated."""

    model_config = dutch("OPP", "Het ontwikkelingsperspectief is opgesteld, bijgesteld of geëvalueerd.")

    soort: Literal["opp"]
    actie: Literal["opgesteld", "bijgesteld", "geevalueerd"] = Field(description="Wat ermee gebeurde.")
    door: Persoon = Field(description="Wie dit deed.")
    uitstroombestemming: Tekst | None = Field(None, description="Verwachte uitstroombestemming.")
    onderbouwing: Tekst | None = Field(None, description="Onderbouwing, met bevorderende en belemmerende factoren.")
    handelingsdeel: Tekst | None = Field(None, description="De ondersteuning en begeleiding.")
    met: EenOfMeer[Persoon] | None = Field(None, description="Met wie het is opgesteld, bijgesteld of geëvalueerd.")


class Deskundige(Model):
    """An expert who advises on a TLV."""

    model_config = dutch("Deskundige", "Iemand die advies geeft over een TLV.")

    wie: Persoon | None = Field(None, description="Wie het is, als die bij de betrokkenen staat.")
    discipline: Tekst = Field(description="Vak van de deskundige.", examples=["orthopedagoog"])
    onafhankelijk: JaNee = Field(description="Staat de deskundige los van de school?")
    advies_op: Datum | None = Field(None, description="Datum van het schriftelijk advies.")


class Tlv(Gebeurtenis):
    """A toelaatbaarheidsverklaring is applied for or granted, on the advice of two independent experts."""

    model_config = dutch("TLV", "Een toelaatbaarheidsverklaring voor SBO of SO is aangevraagd of afgegeven.")

    soort: Literal["tlv"]
    stand: Literal["aangevraagd", "afgegeven"] = Field(description="Aangevraagd of afgegeven.")
    bestemming: Literal["sbo", "so"] = Field(description="Soort onderwijs.")
    categorie: Literal["laag", "midden", "hoog"] | None = Field(None, description="Categorie, voor so.")
    deskundigen: list[Deskundige] = Field(default_factory=list, description="De deskundigen en hun adviezen.")
    tot: Datum | None = Field(None, description="Tot wanneer de verklaring geldt.")


class Oordeel(Gebeurtenis):
    """A human judgement on a norm that cannot be read off the record."""

    model_config = dutch("Oordeel", "Het antwoord van mensen op een norm die niet uit het dossier is af te lezen.")

    soort: Literal["oordeel"]
    regel: Tekst = Field(description="De regel die om een oordeel vraagt.", examples=["KNH-3.16"])
    voldoet: JaNee = Field(description="Is aan de norm voldaan?")
    door: Persoon = Field(description="Wie oordeelde.")
    betreft: GebeurtenisId | None = Field(None, description="De gebeurtenis waarover geoordeeld is.")
    reden: Tekst = Field(description="Waarom.")


class Overdracht(Gebeurtenis):
    """The dossier is handed over within the school or to another one."""

    model_config = dutch("Overdracht", "Het dossier gaat naar een andere groep of school.")

    soort: Literal["overdracht"]
    naar: Tekst = Field(description="Naar welke groep of school.", examples=["groep 6"])
    door: Persoon | None = Field(None, description="Wie overdroeg.")
    van_school: JaNee = Field(False, description="Verlaat de leerling de school?")


class Afsluiting(Gebeurtenis):
    """The dossier is closed."""

    model_config = dutch("Afsluiting", "Het dossier sluit.")

    soort: Literal["afsluiting"]
    reden: Tekst = Field(description="Waarom het dossier sluit.")
    door: Persoon | None = Field(None, description="Wie het afsloot.")
