"""The record `kengetallen`: what a samenwerkingsverband counts, with day, source and definition (passages 29-31).

Counts are kept as they were given; rates are made from them under a named definition. The three definitions of
participation in use divide by different wholes, so figures of different definitions are never compared.
"""

from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, StringConstraints

from .base import Gebeurtenis, Model, dutch
from .counts import Procent, Telgetal
from .sop import Sopafwijking
from .types import Datum, Ident, JaNee, Tekst

Definitie = Literal["vensters", "ncoj", "cbs", "eigen"]
"""Which whole a participation rate divides by. vensters: sbo/(bao+sbo) and so/(bao+sbo). ncoj: sbo/(bao+sbo) and
so/(bao+sbo+so). cbs: both over bao+sbo+so. eigen: as the given source says, comparable with itself only."""

Onderwijs = Literal["bao", "sbo", "so"]
"""Regular primary education, special primary education (SBO), special education (SO)."""

Gebied = Literal["landelijk", "samenwerkingsverband", "schoolbestuur", "school"]
"""What a figure is about."""

Stand = Literal["voorlopig", "definitief"]
"""Whether DUO calls a figure provisional or final."""

Deelname = Literal["deelname_sbo", "deelname_so"]
"""Participation in SBO and in SO."""

NULMETING = date(2013, 10, 1)
"""The day of the level that the samenwerkingsverband wants to hold (passage 31)."""

EERSTE_TLV = date(2014, 8, 1)
"""From this day on there are TLVs, so they cannot have a baseline."""


class CountKey(NamedTuple):
    """What a count is a count of: two counts with the same key are of the same thing."""

    gebied: str
    code: str | None
    wat: str
    onderwijs: str | None
    cluster: str | None
    categorie: str | None
    niveau: str | None
    van_niveau: str | None
    van: date | None
    peildatum: date


class Telling(Model):
    """One count, on a day or over a period up to and including that day."""

    model_config = dutch("Telling", "Eén aantal, op een dag of over een periode tot en met die dag.")

    peildatum: Datum = Field(description="De dag van de telling, of de laatste dag van de periode.")
    van: Datum | None = Field(None, description="Eerste dag van de periode, bij wat over een periode geteld is.")
    wat: Literal["leerlingen", "arrangementen", "tlv", "op_niveau", "plichten_lopend", "plichten_te_laat", "overgangen"] = Field(
        description="Wat er geteld is."
    )
    onderwijs: Onderwijs | None = Field(None, description="Bij leerlingen en TLV's: welk onderwijs.")
    cluster: Literal["1", "2", "3", "4"] | None = Field(None, description="Bij SO: het cluster, als alleen dat geteld is.")
    categorie: Literal["L", "M", "H", "nvt"] | None = Field(None, description="Bij TLV's: de bekostigingscategorie.")
    niveau: Tekst | None = Field(None, description="Bij op_niveau en overgangen: het niveau, of geen.")
    van_niveau: Tekst | None = Field(None, description="Bij overgangen: het niveau daarvoor.")
    aantal: Telgetal = Field(description="Hoeveel: een getal, <5, of afgeschermd.")
    gebied: Gebied = Field("samenwerkingsverband", description="Waarover de telling gaat.")
    code: Ident | None = Field(None, description="Nummer van het bestuur of de school (BRIN en vestiging).", examples=["99XX00"])
    bron: Tekst = Field(description="Waar het aantal vandaan komt.")
    stand: Stand | None = Field(None, description="Voorlopig of definitief.")

    @property
    def key(self) -> CountKey:
        """What is counted, apart from how many and where the number comes from."""
        return CountKey(*(getattr(self, name) for name in CountKey._fields))


class Deelnamecijfer(Model):
    """A participation rate as someone else published it, with its own definition."""

    model_config = dutch("Deelnamecijfer", "Een deelnamepercentage zoals een ander het publiceerde, met zijn definitie.")

    peildatum: Datum = Field(description="De teldatum, meestal 1 oktober.")
    wat: Deelname = Field(description="Deelname aan SBO of aan SO.")
    definitie: Definitie = Field(description="Waardoor gedeeld is.")
    percentage: Procent | None = Field(None, description="Het percentage, als dat gegeven is.")
    teller: Telgetal | None = Field(None, description="Teller, als die gegeven is.")
    noemer: Telgetal | None = Field(None, description="Noemer, als die gegeven is.")
    gebied: Gebied = Field("samenwerkingsverband", description="Waarover het cijfer gaat.")
    code: Ident | None = Field(None, description="Nummer van het bestuur of de school.", examples=["99XX00"])
    bron: Tekst = Field(description="Waar het cijfer vandaan komt.")
    stand: Stand | None = Field(None, description="Voorlopig of definitief.")


class KengetalOordeel(Gebeurtenis):
    """A human judgement on an open norm, such as «ruim onder het landelijk gemiddelde» (passage 31)."""

    model_config = dutch("Oordeel bij kengetallen", "Het antwoord van mensen op een norm die niet uit cijfers is af te lezen.")

    regel: Tekst = Field(description="De regel die om een oordeel vraagt.")
    voldoet: JaNee = Field(description="Is aan de norm voldaan?")
    door: Tekst = Field(description="Wie oordeelde.")
    betreft: Ident | None = Field(None, description="Het kengetal waarover geoordeeld is.", examples=["deelname_sbo-2025"])
    reden: Tekst = Field(description="Waarom.")


class Kengetallen(Model):
    """The key figures of one samenwerkingsverband, or a part of them: several files add up."""

    model_config = dutch("Kengetallen", "Aantallen en deelnamecijfers van een samenwerkingsverband, elk met dag en bron.")

    soort: Literal["kengetallen"]
    samenwerkingsverband: Annotated[str, StringConstraints(pattern=r"^PO\d{4}$")] | None = Field(
        None, description="Nummer van het samenwerkingsverband.", examples=["PO9999"]
    )
    naam: Tekst | None = Field(None, description="Naam van het samenwerkingsverband.", examples=["SWV Voorbeeld"])
    verzonnen: JaNee = Field(False, description="Zijn deze cijfers verzonnen, bijvoorbeeld als voorbeeld?")
    tellingen: list[Telling] = Field(default_factory=list, description="Aantallen.")
    deelname: list[Deelnamecijfer] = Field(default_factory=list, description="Deelnamepercentages zoals anderen ze publiceerden.")
    oordelen: list[KengetalOordeel] = Field(default_factory=list, description="Antwoorden van mensen op open normen.")
    afwijkingen: list[Sopafwijking] = Field(default_factory=list, description="Waar bewust van een regel wordt afgeweken.")


class Kengetal(Model):
    """What the rules see of the key figures: one figure on one day, held against the baseline and the nation.

    Derived by `bo`, never written. A comparison is empty when there is nothing to compare with (same definition only), and
    when masked counts leave more than one answer: then nobody knows, and a rule that asks for it says so.
    """

    model_config = dutch("Kengetal", "Eén kengetal op één dag, tegenover de nulmeting en het landelijke cijfer.")

    datum: Datum = Field(description="De dag van het kengetal.")
    id: Ident | None = Field(None, description="Kenmerk, zoals deelname_sbo-2025.", examples=["deelname_sbo-2025"])
    wat: Literal["deelname_sbo", "deelname_so", "arrangementen", "tlv"] = Field(description="Welk kengetal.")
    gebied: Gebied = Field("samenwerkingsverband", description="Waarover het gaat.")
    definitie: Definitie | None = Field(None, description="Waardoor gedeeld is.")
    tegenover_nulmeting: Literal["lager", "gelijk", "hoger"] | None = Field(
        None, description="Vergeleken met 1 oktober 2013, onder dezelfde definitie. Leeg als dat niet te zeggen is."
    )
    tegenover_landelijk: Literal["lager", "gelijk", "hoger"] | None = Field(
        None, description="Vergeleken met het landelijke cijfer, onder dezelfde definitie. Leeg als dat niet te zeggen is."
    )
