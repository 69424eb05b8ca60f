"""What the patterns of a frame speak of: the words, numbers, roles and blocks that stand under each field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, get_args

from ...model.base import Rol
from ...model.dossier import Betrokkene
from ...model.frame import Eis, Normenkader

_FIRST_ROLES = ("groepsleerkracht", "intern_begeleider", "ouder", "directeur", "orthopedagoog")
ROLES: tuple[str, ...] = (*_FIRST_ROLES, *(one for one in get_args(Rol) if one not in _FIRST_ROLES))
"""Every role; those that a school needs most come first, and are chosen where any role will do."""

PAIR = "dubbelrol"
"""How the ids of people with two roles begin; for a list of people there is one person a role."""


@dataclass(slots=True)
class Vocabulary:
    """`words`: per field what a pattern names there; `blocks`: tests on one part of a list; `roles`: roles asked for."""

    words: dict[str, list[str]] = field(default_factory=dict)
    blocks: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    roles: list[str] = field(default_factory=list)

    def note(self, pattern: dict[str, Any]) -> None:
        """Take in one pattern, as it was written."""
        for name, wanted in pattern.items():
            self._note(name, wanted)

    def _note(self, name: str, wanted: Any) -> None:
        if isinstance(wanted, str):
            known = self.words.setdefault(name, [])
            if wanted not in known:
                known.append(wanted)
        elif isinstance(wanted, list):
            for one in wanted:
                self._note(name, one)
        elif isinstance(wanted, dict):
            for word, argument in wanted.items():
                self._test(name, word, argument)

    def _test(self, name: str, word: str, argument: Any) -> None:
        if word == "rol":
            roles = [argument] if isinstance(argument, str) else next(iter(argument.values()))
            self.roles += [one for one in roles if one not in self.roles]
        elif word in ("bevat", "met") and isinstance(argument, dict) and list(argument) != ["een_van"]:
            self.blocks.setdefault(name, []).append(argument)
            self.note(argument)
        elif word not in ("aanwezig", "is", "genoemd_in"):
            self._note(name, argument)


def vocabulary(record: Normenkader) -> Vocabulary:
    """The vocabulary of a whole frame, as it is after merging with its base, as far as it is about dossiers."""
    found = Vocabulary({"regel": [rule.code for rule in record.regels]})
    for level in record.niveaus:
        for begin in level.begint_met:
            found.note(begin.bij)
            found.note(begin.na or {})
    for pattern in record.einde:
        found.note(pattern)
    for rule in record.regels:
        if rule.over != "dossier":
            continue
        for need in (rule, *rule.tenzij):
            for pattern in _patterns(need):
                found.note(pattern)
        for pattern in rule.als or ():
            found.note(pattern)
    return found


def _patterns(need: Eis) -> Iterator[dict[str, Any]]:
    for pattern in (need.dan, need.vooraf, need.sinds, need.moet, need.nooit):
        if pattern is not None:
            yield pattern
    for part in (*(need.een_van or ()), *(need.alle or ())):
        yield from _patterns(part)


def cast(words: Vocabulary) -> list[Betrokkene]:
    """The people of every timeline: one for each role, and one for each pair of roles that the frame asks for."""
    single = [{"id": role, "naam": "Voorbeeld", "rol": role} for role in ROLES]
    asked = [role for role in ROLES if role in words.roles]
    pairs = [
        {"id": f"{PAIR}-{number}", "naam": "Voorbeeld", "rol": list(roles)}
        for number, roles in enumerate(combinations(asked, 2), 1)
    ]
    return [Betrokkene.model_validate(one) for one in [*single, *pairs]]
