"""What stands beside a norm frame: the tests (`kaderproeven`) and the register of reviews (`kaderherzieningen`).

Apart from the frame itself: a test holds a whole timeline, and building those models takes longer than reading a frame.
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, WithJsonSchema

from .base import Model, dutch
from .dossier import Afwijking, Betrokkene, Gebeurtenissoort
from .swv import Vakantierooster
from .types import Datum, Ident, Tekst

Verwachtingen: TypeAlias = Annotated[dict[str, dict[str, Any]], WithJsonSchema({"eigen": "verwachtingen"})]
"""What a test of a frame expects, per day; `norms.cases` checks the words."""

Feiten: TypeAlias = Annotated[list[dict[str, Any]], WithJsonSchema({"eigen": "feiten"})]
"""Facts of a SOP or of key figures; `norms.case_facts` reads them."""


class Herziening(Model):
    """Someone read a rule, or a passage without one, beside its source; the fingerprints say what it then looked like.

    `code` is that of a rule, or `DOCUMENT.NUMMER` for what else holds a passage: a niveau, `onvertaald`, `elders`.
    """

    model_config = dutch("Herziening", "Iemand las een regel, of een passage zonder regel, naast de bron.")

    code: Tekst = Field(
        description="Code van de regel, of document en nummer van de passage.", examples=["KNH-1.4", "basisondersteuning-2014.7"]
    )
    door: Tekst = Field(description="Wie het naast de bron heeft gelezen.")
    op: Datum = Field(description="Wanneer.")
    passages: dict[str, Annotated[Tekst, Field(description="Vingerafdruk van wat er toen in deze passage stond.")]] = Field(
        description="Per passage de vingerafdruk van wat er toen stond."
    )
    inhoud: Tekst = Field(description="Vingerafdruk van de regel, of van wat de passage vasthoudt.")
    toelichting: Tekst | None = Field(None, description="Wat er bij het lezen opviel.")


class Kaderherzieningen(Model):
    """The register beside a norm frame: who read what beside the source, and when. Only ever added to."""

    model_config = dutch(
        "Herzieningen bij een normenkader", "Wie wat naast de bron heeft gelezen, en wanneer; er komt alleen iets bij."
    )

    soort: Literal["kaderherzieningen"]
    kader: Ident = Field(description="Code van het kader.", examples=["voorbeeld-2026"])
    herzieningen: list[Herziening] = Field(default_factory=list, description="De herzieningen, de nieuwste onderaan.")


class Gelijkwaardig(Model):
    """A change of the frame that no dossier can show, so that no test can notice it."""

    model_config = dutch("Gelijkwaardige wijziging", "Een wijziging van het kader die geen enkel dossier kan laten zien.")

    wijziging: Tekst = Field(description="De wijziging, zoals `bo kader test --mutaties` haar noemt.")
    reden: Tekst = Field(description="Waarom geen enkel dossier het verschil laat zien.")


class Kaderproef(Model):
    """One test of a norm frame: a small timeline, and what the frame must say of it on one or more days.

    A rule that is not about a dossier has `feiten` instead of a timeline: of a SOP or of key figures, each with its `soort`
    (`norms.case_facts` reads them).
    `verwacht` has a day as key. Under it stand codes of rules, each with a status (every activation has it), a list of
    statuses (exactly these activations, in order of date) or `geen` (no activation); and, where wanted, `niveau` and
    `onderbouwd` (per vakgebied the niveau at which support is given, and the highest that the record supports) and
    `voorwaarden` (per vakgebied the statuses of the conditions for the next niveau). `norms.cases` checks the words.
    """

    model_config = dutch("Proef", "Een kleine tijdlijn met de uitkomst die het kader daarbij moet geven.")

    naam: Tekst = Field(description="Wat deze proef laat zien.")
    tijdlijn: list[Annotated[Gebeurtenissoort, Field(discriminator="soort")]] | None = Field(
        None, description="Gebeurtenissen, zoals in een dossier."
    )
    feiten: Feiten | None = Field(
        None, description="In plaats van een tijdlijn: feiten van een SOP of van kengetallen, elk met een `soort`."
    )
    afwijkingen: list[Afwijking] = Field(default_factory=list, description="Afwijkingen, zoals in een dossier.")
    verwacht: Verwachtingen = Field(description="Per peildatum: per regel de toestand, of `niveau`, `onderbouwd`, `voorwaarden`.")


class Kaderproeven(Model):
    """The tests that stand beside a norm frame; people and school holidays are shared by all of them."""

    model_config = dutch("Proeven bij een normenkader", "De proeven die naast een normenkader staan en het bewaken.")

    soort: Literal["kaderproeven"]
    kader: Ident = Field(description="Code van het kader.", examples=["voorbeeld-2026"])
    betrokkenen: list[Betrokkene] = Field(default_factory=list, description="Mensen die in alle proeven voorkomen.")
    roosters: list[Vakantierooster] = Field(default_factory=list, description="Schoolvakanties voor deze proeven.")
    gelijkwaardig: list[Gelijkwaardig] = Field(
        default_factory=list, description="Wijzigingen van het kader die geen proef kan merken."
    )
    proeven: list[Kaderproef] = Field(min_length=1, description="De proeven.")
