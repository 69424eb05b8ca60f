"""The record `normenkader`: rules as dated data, each with its source (passage 5: the norms change every year)."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema

from .base import Model, Rol, dutch
from .facts import Over
from .types import Datum, EenOfMeer, Getal, Ident, JaNee, Tekst

Herkomst = Literal["bron", "afspraak", "wet"]
"""Where a value comes from: the source itself, a local agreement, or the law."""

Patroon: TypeAlias = Annotated[dict[str, Any], WithJsonSchema({"eigen": "patroon"})]
"""`soort` and tests on fields; `norms.pattern_compile` checks it, `schema_patterns` says what may stand here."""

Toetsen: TypeAlias = Annotated[dict[str, Any], WithJsonSchema({"eigen": "toetsen"})]
"""A pattern without `soort`: tests on the fields of the event that gave rise to the rule."""

EenOfMeerPatronen = Annotated[list[Patroon], BeforeValidator(lambda value: [value] if isinstance(value, dict) else value)]


class Bron(Model):
    """Where a rule comes from: a document and one or more of its passages."""

    model_config = dutch("Bron", "Het document waarop een regel rust, en de plaats daarin.")

    document: Ident = Field(description="Code van het brondocument.", examples=["basisondersteuning-2014"])
    passage: EenOfMeer[Getal] = Field(min_length=1, description="Nummer of nummers van de passage.", examples=[10, [9, 13]])


class Passage(Model):
    """One passage of a source document, in other words than the document's own."""

    model_config = dutch("Passage", "Eén passage van een brondocument, in eigen woorden.")

    nummer: Getal = Field(description="Nummer van de passage.")
    inhoud: Tekst = Field(description="Wat de passage zegt, in eigen woorden.")
    vindplaats: EenOfMeer[Tekst] = Field(default_factory=list, description="Waar dit te lezen is, bijvoorbeeld een webadres.")


class Brondocument(Model):
    """A document that rules rest on."""

    model_config = dutch("Brondocument", "Een document waarop regels rusten.")

    document: Ident = Field(description="Code van het document.", examples=["basisondersteuning-2014"])
    titel: Tekst = Field(description="Titel.")
    uitgever: Tekst = Field(description="Wie het vaststelde.")
    datum: Tekst = Field(description="Van wanneer het is.", examples=["mei 2014"])
    passages: list[Passage] = Field(min_length=1, description="De passages.")


class Periode(Model):
    """From a day up to and including a day; without `tot` until a next version begins."""

    model_config = dutch("Periode", "Van een dag tot en met een dag; zonder laatste dag tot er een nieuwe versie is.")

    van: Datum = Field(description="Eerste dag.")
    tot: Datum | None = Field(None, description="Laatste dag.")


class Duur(Model):
    """A length of time: exactly one of the six units."""

    dagen: Getal | None = Field(None, description="Kalenderdagen.")
    weken: Getal | None = Field(None, description="Kalenderweken.")
    schooldagen: Getal | None = Field(None, description="Dagen waarop er school is.")
    schoolweken: Getal | None = Field(None, description="Weken waarin er school is.", examples=[2])
    maanden: Getal | None = Field(None, description="Maanden.")
    schooljaren: Getal | None = Field(
        None, description="Tot en met 31 juli; 1 is het schooljaar van de aanleiding, 2 het volgende.", examples=[1]
    )


class Termijn(Duur):
    """A term: a length with its provenance, the name of a setting, or a date field of the event that started it."""

    model_config = dutch("Termijn", "De tijd die ervoor staat, en waar die vandaan komt.")

    herkomst: Herkomst | None = Field(None, description="Waar de lengte vandaan komt.")
    instelling: Ident | None = Field(None, description="Naam van een instelling van dit kader.", examples=["ouders_betrekken"])
    veld: Ident | None = Field(
        None,
        description="Datumveld van de aanleiding waar de termijn vanaf telt, of dat zelf de laatste dag is.",
        examples=["tot"],
    )


class Instelling(Duur):
    """A value that the source does not give, with its own provenance."""

    model_config = dutch("Instelling", "Een waarde die de bron niet geeft en het samenwerkingsverband koos, zoals een termijn.")

    naam: Ident = Field(description="Naam waarmee regels verwijzen.", examples=["ouders_betrekken"])
    titel: Tekst = Field(description="Waar de instelling over gaat.")
    herkomst: Herkomst = Field(description="Waar de waarde vandaan komt.")
    toelichting: Tekst = Field(description="Waarom deze waarde.")


class Eis(Model):
    """What must hold; exactly one of the seven forms, with a term where that makes sense."""

    model_config = dutch("Eis", "Wat een regel vraagt: precies één van de zeven vormen, zo nodig met een termijn.")

    dan: Patroon | None = Field(None, description="Daarna volgt een gebeurtenis met dit patroon.")
    vooraf: Patroon | None = Field(None, description="Daarvoor was er een gebeurtenis met dit patroon.")
    sinds: Patroon | None = Field(
        None, description="Bij `vooraf`: wat voor de laatste gebeurtenis met dit patroon lag, telt niet."
    )
    moet: Toetsen | None = Field(None, description="De aanleiding zelf voldoet hieraan.")
    nooit: Patroon | None = Field(None, description="Daarna komt geen gebeurtenis met dit patroon.")
    oordeel: Tekst | None = Field(None, description="De vraag waarop een mens antwoord geeft.")
    een_van: list["Eis"] | None = Field(None, min_length=2, description="Eén hiervan volstaat.")
    alle: list["Eis"] | None = Field(None, min_length=2, description="Dit alles is nodig.")
    binnen: Termijn | None = Field(None, description="Binnen welke termijn.")


class Uitzondering(Eis):
    """A named exception: when this holds, the rule does not apply."""

    model_config = dutch("Uitzondering", "Wanneer de regel niet geldt.")

    naam: Tekst = Field(description="Naam van de uitzondering.")


class Regel(Eis):
    """One norm."""

    model_config = dutch("Regel", "Eén norm: wanneer zij geldt, wat er dan moet, waarom, en wie aan zet is.")

    code: Ident = Field(description="Vaste code.", examples=["VB-1.1"])
    titel: Tekst = Field(description="De norm in één zin.")
    bron: Bron | None = Field(None, description="De passage waarop de regel rust.")
    afspraak: Tekst | None = Field(None, description="In plaats van een bron: de werkafspraak waarop de regel rust.")
    over: Over = Field("dossier", description="Over welk record de regel gaat.")
    niveau: Tekst | None = Field(
        None, description="Bij welk niveau de regel hoort; alleen bij regels over een dossier.", examples=[1]
    )
    ernst: Literal["fout", "waarschuwing", "advies"] = Field(description="Hoe zwaar het weegt als het ontbreekt.")
    als: EenOfMeerPatronen | None = Field(None, min_length=1, description="De aanleiding: bij elke gebeurtenis met dit patroon.")
    voorwaarde_voor: Tekst | None = Field(None, description="De aanleiding: de overgang naar dit niveau.", examples=[2])
    eerste: JaNee = Field(False, description="Alleen bij de eerste aanleiding per vakgebied.")
    tenzij: list[Uitzondering] = Field(default_factory=list, description="Uitzonderingen met een naam.")
    geldig: Periode | None = Field(None, description="Alleen voor aanleidingen van die dagen; anders zolang het kader geldt.")
    open_punt: Tekst | None = Field(None, description="Wat over deze regel nog niet vaststaat.")
    wie: Rol = Field(description="Wie aan zet is.")
    doe: Tekst = Field(description="Wat diegene doet.")
    kort: Tekst | None = Field(None, description="De handeling in een paar woorden, voor een tabel; anders de titel.")
    waarom: Tekst = Field(description="Waarom de regel er is.")


class Begin(Model):
    """What a niveau begins with."""

    model_config = dutch("Begin van een niveau", "De gebeurtenis waarmee een niveau begint.")

    bij: Patroon = Field(description="De gebeurtenis waarmee het niveau begint.")
    na: Patroon | None = Field(None, description="Alleen als dit er eerder was.")


class Niveau(Model):
    """A level of support (passage 7)."""

    model_config = dutch("Niveau", "Een ondersteuningsniveau.")

    niveau: Tekst = Field(description="Code van het niveau.", examples=[1, "arrangement"])
    naam: Tekst = Field(description="Naam.")
    bron: Bron = Field(description="De passage die het niveau beschrijft.")
    lopende_ondersteuning: JaNee = Field(False, description="Telt ondersteuning die al liep vanaf nu voor dit niveau?")
    begint_met: list[Begin] = Field(min_length=1, description="Waarmee het begint; één hiervan volstaat.")


class Onvertaald(Model):
    """A passage, or a part of one, that has no rule, with the reason."""

    model_config = dutch("Onvertaald", "Wat de bron zegt, maar geen regel werd, met de reden.")

    bron: Bron = Field(description="De passage.")
    deel: Tekst | None = Field(None, description="Om welk deel van de passage het gaat.")
    aard: Literal["open_norm", "beleid", "mogelijkheid", "feit", "open_punt"] = Field(
        description="Wat voor uitspraak het is; een open punt is nog niet uitgezocht."
    )
    reden: Tekst = Field(description="Waarom er geen regel van gemaakt is.")


class Elders(Model):
    """Passages that belong to another kind of record."""

    model_config = dutch("Elders", "Passages die bij een ander record horen.")

    bron: Bron = Field(description="De passages.")
    record: Literal["sop", "kengetallen", "samenwerkingsverband", "normenkader"] = Field(description="Bij welk record ze horen.")
    toelichting: Tekst = Field(description="Wat daar komt te staan.")


class Normenkader(Model):
    """A norm frame: one dated version of a series of norms."""

    model_config = dutch("Normenkader", "De regels van één samenwerkingsverband, met een begindatum.")

    soort: Literal["normenkader"]
    code: Ident = Field(description="Code van deze versie.", examples=["voorbeeld-2026"])
    reeks: Ident = Field(description="De reeks waarvan dit een versie is.", examples=["voorbeeld"])
    titel: Tekst = Field(description="Titel.")
    geldig: Periode = Field(description="Wanneer deze versie geldt.")
    geldigheid: Tekst | None = Field(None, description="Waar de geldigheid vandaan komt.")
    gebaseerd_op: Ident | None = Field(
        None, description="Het kader waarvan dit een wijziging is.", examples=["kop-van-noord-holland-2014"]
    )
    bronnen: list[Brondocument] = Field(default_factory=list, description="De brondocumenten.")
    instellingen: list[Instelling] = Field(default_factory=list, description="Waarden die de bron niet geeft.")
    niveaus: list[Niveau] = Field(default_factory=list, description="De niveaus, van laag naar hoog.")
    einde: EenOfMeerPatronen = Field(
        default_factory=list, description="Gebeurtenissen waarmee plichten vervallen die dan nog lopen."
    )
    regels: list[Regel] = Field(default_factory=list, description="De regels.")
    vervalt: list[Annotated[Ident, Field(examples=["VB-1.1"])]] = Field(
        default_factory=list, description="Regels van de basis die niet meer gelden."
    )
    onvertaald: list[Onvertaald] = Field(default_factory=list, description="Passages zonder regel, met de reden.")
    elders: list[Elders] = Field(default_factory=list, description="Passages die bij een ander record horen.")
