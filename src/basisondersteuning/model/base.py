"""The base of every record model, and the lists of words that several records share."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from .types import Datum, Ident


class Model(BaseModel):
    """Strict and immutable: an unknown key is an error, a record is never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def dutch(title: str, description: str) -> ConfigDict:
    """The Dutch title and description of a model, for its JSON Schema; docstrings are for who reads the code."""
    return ConfigDict(json_schema_extra={"title": title, "description": description})


Vakgebied = Literal[
    "rekenen",
    "technisch_lezen",
    "begrijpend_lezen",
    "spelling",
    "taal",
    "schrijven",
    "spraak_taal",
    "wereldorientatie",
    "gedrag",
    "werkhouding",
    "sociaal_emotioneel",
    "motoriek",
    "cognitief_talent",
    "algemeen",
]
"""What support is about; support in one vakgebied is one strand. A list of this tool, not of the source."""

Rol = Literal[
    "leerling",
    "ouder",
    "groepsleerkracht",
    "intern_begeleider",
    "directeur",
    "orthopedagoog",
    "schoolmaatschappelijk_werker",
    "wijkteammedewerker",
    "externe_deskundige",
    "onderwijsassistent",
    "samenwerkingsverband",
    "schoolbestuur",
]
"""The role of someone around a pupil (passages 8-28); the director of the source is also called schoolleider."""

Expertisegebied = Literal[
    "schoolmaatschappelijk_werk",
    "gedrag",
    "leermoeilijkheden",
    "fysieke_problematiek",
    "speciaal_basisonderwijs",
    "hoogbegaafdheid",
    "taal_spraak",
    "jeugdgezondheid",
    "overig",
]
"""Areas of expertise; the first six are those of passage 27."""


class Gebeurtenis(Model):
    """Something that happened on a day. Nothing on the timeline is overwritten; a state is always derived."""

    model_config = ConfigDict(defer_build=True)  # an event is only ever validated as a part of a dossier

    datum: Datum = Field(description="Dag waarop het gebeurde.")
    id: Ident | None = Field(
        None, description="Korte naam waarmee andere gebeurtenissen hiernaar verwijzen.", examples=["gesprek-1"]
    )
    notitie: str | None = Field(None, description="Vrije aantekening bij deze gebeurtenis.")
