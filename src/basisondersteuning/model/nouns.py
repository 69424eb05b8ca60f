"""How records are spoken of in running Dutch: kinds of events and facts, their fields and the values these can have.

Sentences about rules are made from these words (`norms.sentences`), so a kind is named here once. Words stand
as they do within a sentence: fields with their article, values ready to follow a preposition.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_PAIRS: Mapping[str, tuple[str, str]] = MappingProxyType({})


class Place(Enum):
    """Where words stand that say more about a noun."""

    CLOSE = "close"
    """Right behind it: `een oudercontact over het vervolg`."""
    AFTER = "after"
    """Behind it, or further on in the sentence: `een bespreking in het OT (...) met de directeur als voorzitter`."""
    CLAUSE = "clause"
    """A subordinate clause, which comes last: `een evaluatie waaruit onvoldoende effect blijkt`."""


class Phrase(NamedTuple):
    """Words that say more about a noun; `{}` stands for a value, a role or a fact."""

    text: str
    place: Place


def close(text: str) -> Phrase:
    """Words right behind the noun."""
    return Phrase(text, Place.CLOSE)


def after(text: str) -> Phrase:
    """Words behind the noun that may also come later in the sentence."""
    return Phrase(text, Place.AFTER)


def clause(text: str) -> Phrase:
    """A subordinate clause."""
    return Phrase(text, Place.CLAUSE)


class FieldWords(NamedTuple):
    """The words of one field.

    `noun` is the field with its article, `filled` what it is once it is filled in (`het gedrag` is `beschreven`). `more`
    is its plural without an article, for counting in a list; a noun that is a plural already needs none.
    `said` names a value or a role behind the event; `{was}` in it is the verb. `values` are the words of a choice;
    `adjectives` do the same in front of the noun, as (`nieuw`, `nieuwe`). `facts` are what `ja` and `nee` mean, as after
    `dat`. `present` and `absent` speak of an event with and without the field. `must` is what is asked of a value or a
    role: with `{}` it stands there, without it in front; `{zijn}` in it is the verb. `bound` points to the event that
    gave rise to a rule.
    """

    noun: str
    filled: str = "vermeld"
    plural: bool = False
    said: Phrase | None = None
    values: Mapping[str, str] = _NONE
    adjectives: Mapping[str, tuple[str, str]] = _NO_PAIRS
    facts: tuple[str, str] | None = None
    present: Phrase | None = None
    absent: Phrase | None = None
    must: str = ""
    bound: str = ""
    more: str = ""


class Noun(NamedTuple):
    """The words of a kind of event or fact, or of a block within one.

    `het` says which article it has; `bare` that it goes without `een`. `named_by` is the field whose value names the
    thing itself: an outcome of the OT is `een onderzoek`.
    """

    one: str
    more: str
    fields: Mapping[str, FieldWords]
    het: bool = False
    bare: bool = False
    named_by: str = ""


COMMON: Mapping[str, FieldWords] = {
    "datum": FieldWords("de datum"),
    "id": FieldWords("het kenmerk"),
    "notitie": FieldWords("de aantekening"),
}
"""The fields that every event has."""

ROLES: Mapping[str, str] = {
    "leerling": "de leerling",
    "ouder": "een ouder",
    "groepsleerkracht": "de groepsleerkracht",
    "intern_begeleider": "de intern begeleider",
    "directeur": "de directeur",
    "orthopedagoog": "de orthopedagoog",
    "schoolmaatschappelijk_werker": "de schoolmaatschappelijk werker",
    "wijkteammedewerker": "een medewerker van het wijkteam",
    "externe_deskundige": "een externe deskundige",
    "onderwijsassistent": "de onderwijsassistent",
    "samenwerkingsverband": "iemand van het samenwerkingsverband",
    "schoolbestuur": "iemand van het schoolbestuur",
}
"""Someone in a role, within a sentence."""

SUBJECTS: Mapping[str, str] = {
    "rekenen": "rekenen",
    "technisch_lezen": "technisch lezen",
    "begrijpend_lezen": "begrijpend lezen",
    "spelling": "spelling",
    "taal": "taal",
    "schrijven": "schrijven",
    "spraak_taal": "spraak en taal",
    "wereldorientatie": "wereldoriëntatie",
    "gedrag": "gedrag",
    "werkhouding": "werkhouding",
    "sociaal_emotioneel": "sociaal-emotionele ontwikkeling",
    "motoriek": "motoriek",
    "cognitief_talent": "cognitief talent",
    "algemeen": "de algemene ontwikkeling",
}
"""A vakgebied within a sentence."""

EXPERTISE: Mapping[str, str] = {
    "schoolmaatschappelijk_werk": "schoolmaatschappelijk werk",
    "gedrag": "gedrag",
    "leermoeilijkheden": "leermoeilijkheden",
    "fysieke_problematiek": "fysieke problematiek",
    "speciaal_basisonderwijs": "speciaal basisonderwijs",
    "hoogbegaafdheid": "hoogbegaafdheid",
    "taal_spraak": "taal en spraak",
    "jeugdgezondheid": "jeugdgezondheid",
    "overig": "iets anders",
}
"""An area of expertise within a sentence."""

ABOUT: Mapping[str, str] = {"dossier": "een dossier", "sop": "het SOP", "kengetallen": "de kengetallen"}
"""The record that a rule is about, behind `gaat over`."""

UNKNOWN = Noun("gebeurtenis", "gebeurtenissen", COMMON)
"""For a kind without words; the tests see to it that there is none."""


@cache
def nouns(over: str = "dossier") -> Mapping[str, Noun]:
    """The words of every kind of event, or of every kind of fact of the record that rules are about, by its `soort`."""
    if over == "sop":
        from .nouns_sop import NOUNS as sop

        return sop
    if over == "kengetallen":
        from .nouns_kengetallen import NOUNS as kengetallen

        return kengetallen
    from .nouns_support import NOUNS as support
    from .nouns_team import NOUNS as team

    return {**support, **team}


def noun_of(kind: str, over: str = "dossier") -> Noun:
    """The words of a kind of event or fact."""
    return nouns(over).get(kind, UNKNOWN)


@cache
def _fact_blocks() -> Mapping[str, Noun]:
    """The words of the blocks that are facts, by the name of their model."""
    from .facts import FACT_RECORDS, fact_kinds
    from .nouns_sop_blocks import DEPARTURE

    kinds = {one.model.__name__: noun_of(kind, over) for over in FACT_RECORDS for kind, one in fact_kinds(over).items()}
    return {**kinds, "Sopafwijking": DEPARTURE}


def block_of(model: str) -> Noun:
    """The words of a block within an event or a record, by the name of its model."""
    from .nouns_team import BLOCKS

    return BLOCKS.get(model) or _fact_blocks().get(model) or Noun("onderdeel", "onderdelen", {}, het=True)


def field_words(noun: Noun, name: str) -> FieldWords:
    """The words of a field; of one without words its name, spelled out."""
    return noun.fields.get(name) or COMMON.get(name) or FieldWords(f"het gegeven «{name.replace('_', ' ')}»")


def joined(words: list[str], last: str = "en") -> str:
    """`a`, `a en b`, `a, b en c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
