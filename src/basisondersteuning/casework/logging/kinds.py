"""Kinds of event and their fields, as somebody who logs one needs them: everything follows from the models and the norms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from ...model.base import Gebeurtenis
from ...model.dossier import Dossier
from ...model.kinds import event_models
from ...model.reflect import FieldSpec, fields_of
from ...norms.frame import Frame, Rule
from ...norms.pattern import Pattern
from ...norms.requirement import Combination, Must, Requirement
from ...norms.status import URGENCY, Status
from ...norms.verdict import Verdict
from ...records.nearmiss import OTHER_WORDS, nearest


class Kind(NamedTuple):
    """A kind of event, by its `soort`."""

    name: str
    model: type[Gebeurtenis]

    @property
    def fields(self) -> dict[str, FieldSpec]:
        """The fields a person fills in, as they will stand in the file: the day and the id first, the note last."""
        found = {name: one for name, one in fields_of(self.model).items() if name != "soort"}
        first, last = ("datum", "id"), ("notitie",)
        names = [*first, *(one for one in found if one not in (*first, *last)), *last]
        return {name: found[name] for name in names if name in found}

    @property
    def description(self) -> str:
        """What it is, in a Dutch sentence."""
        return description_of(self.model)


def description_of(model: type[BaseModel]) -> str:
    """What a model stands for, in a Dutch sentence."""
    extra = model.model_config.get("json_schema_extra")
    return str(extra.get("description", "")) if isinstance(extra, dict) else ""


def kind_of(word: str) -> Kind | None:
    """The kind that a word names: as it is written, spelled out (`ot bespreking`), or as schools also say it (`oudergesprek`)."""
    models = event_models()
    key = word.strip().lower().replace("-", "_").replace(" ", "_")
    name = key if key in models else OTHER_WORDS.get(key, key)
    return Kind(name, models[name]) if name in models else None


def kind_begun(word: str) -> Kind | None:
    """The only kind that begins so, as the questions take it too: `obs` for an observatie."""
    key = word.strip().lower().replace("-", "_").replace(" ", "_")
    begun = [one for one in event_models() if len(key) >= _BEGUN and one.startswith(key)]
    return kind_of(begun[0]) if len(begun) == 1 else None


_BEGUN = 3
"""Letters that are enough to begin with."""


def near_kind(word: str) -> str | None:
    """The kind that was probably meant by a word that names none."""
    return nearest(word, event_models())


def useful_kinds(verdict: Verdict | None, dossier: Dossier) -> list[str]:
    """Every kind: first those that something to be done asks for, most urgent first, then by how often they are in the file."""
    models = event_models()
    asked: list[str] = []
    undone = [one for one in verdict.all_activations if not one.status.settled] if verdict is not None else []
    undone.sort(key=lambda one: (URGENCY[one.status], one.rule.severity.rank, one.due_day.isoformat() if one.due_day else "9"))
    for one in undone:
        asked += ["oordeel"] if one.status is Status.OORDEEL_NODIG else [each.kind for each in one.rule.requirement.patterns()]
    counted = Counter(one.soort for one in dossier.tijdlijn)
    return [one for one in dict.fromkeys([*asked, *(kind for kind, _ in counted.most_common()), *models]) if one in models]


def asked_fields(frame: Frame | None, kind: str) -> list[str]:
    """The fields of a kind of event at which the rules on dossiers look, those at which most rules look first."""
    if frame is None:
        return []
    rules = [one for one in frame.rules if one.over == "dossier"]
    counted = Counter(name for rule in rules for name in set(_fields(rule, kind)))
    return [name for name, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))]


def _fields(rule: Rule, kind: str) -> Iterator[str]:
    own = kind in {one.kind for one in rule.triggers}
    requirements = [rule.requirement, *(one.requirement for one in rule.exceptions)]
    for pattern in (*rule.triggers, *(each for one in requirements for each in _patterns(one, own))):
        if pattern.kind in (kind, ""):
            yield from (test.field for test in pattern.tests)


def _patterns(requirement: Requirement, own: bool) -> Sequence[Pattern]:
    """The patterns of other events; with `own` also those of the event that gave rise to the rule, which name no kind."""
    if isinstance(requirement, Combination):
        return [each for one in requirement.parts for each in _patterns(one, own)]
    if isinstance(requirement, Must):
        return [requirement.pattern] if own else []
    return list(requirement.patterns())


def optional_first(kind: Kind, asked: Sequence[str]) -> list[str]:
    """The fields that may be left out: first those at which rules look, then the others as the model has them."""
    free = [name for name, one in kind.fields.items() if not one.required]
    doubtful = [name for name in asked if name in free and kind.fields[name].optional]
    found = dict.fromkeys([*doubtful, *(one for one in asked if one in free), *free])
    return sorted(found, key=lambda one: one in _LAST)


_LAST = ("id", "notitie")
"""What is hardly ever needed."""
