"""What a requirement is asked of, and what kind of fact that is."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import BaseModel

from ...model.facts import FACT_RECORDS, fact_kinds, kinds_over
from ...model.nouns import Noun, noun_of
from ...model.reflect import fields_of
from ..pattern_compile import TRANSITION
from .phrase import NounPhrase, phrase_of
from .settings import Settings


class Occasion(NamedTuple):
    """What a requirement is asked of: the kinds of the activating events, with the words of the first.

    `step` is set for a condition of a niveau, where the activation is no event. `over` is the record that the rule is about.
    """

    kinds: tuple[str, ...]
    settings: Settings
    step: bool = False
    over: str = "dossier"

    @property
    def noun(self) -> Noun | None:
        """The words of the activating event or fact."""
        return noun_of(self.kinds[0], self.over) if self.model is not None else None

    @property
    def model(self) -> type[BaseModel] | None:
        """The model of the activating event or fact."""
        return kinds_over(self.over).get(self.kinds[0]) if self.kinds else None

    @property
    def whole(self) -> bool:
        """Whether the rule is about the record as a whole."""
        return bool(self.kinds) and all(is_whole(one, self.over) for one in self.kinds)

    @property
    def standing(self) -> bool:
        """Whether nothing that gives rise to the rule has a day of its own."""
        return bool(self.kinds) and all(is_standing(one, self.over) for one in self.kinds)

    def phrase(self, raw: dict[str, Any]) -> NounPhrase:
        """The noun phrase of a pattern in this rule."""
        return phrase_of(raw, self.over)


def is_standing(kind: str, over: str) -> bool:
    """Whether a kind is a fact without a day, which simply is there."""
    return kind in fact_kinds(over) and not fact_kinds(over)[kind].dated


def is_whole(kind: str, over: str) -> bool:
    """Whether a kind of fact is the record itself."""
    return kind == over and over in FACT_RECORDS


def is_single(kind: str, over: str) -> bool:
    """Whether there is at most one fact of a kind: the record itself, or a block that is no list."""
    if is_whole(kind, over):
        return True
    field = fact_kinds(over)[kind].field if kind in fact_kinds(over) else None
    return field is not None and not fields_of(fact_kinds(over)[over].model)[field].many


def kinds_of(raws: list[dict[str, Any]] | None) -> tuple[str, ...]:
    """The kinds of the events that give rise to a rule."""
    return tuple(str(one["soort"]) for one in raws or () if one["soort"] != TRANSITION)
