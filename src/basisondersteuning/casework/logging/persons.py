"""Who is meant: somebody around the pupil, by id, by name or by role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from ...model.base import Rol
from ...model.dossier import Betrokkene
from ...records.nearmiss import OTHER_WORDS

LONGEST = 40
"""Characters in an id."""

_TOGETHER = ("ouders", "verzorgers", "leerkrachten", "groepsleerkrachten")
"""Words that mean everyone in a role."""


class Found(NamedTuple):
    """The ids of those who may be meant; `all`: all of them together are."""

    ids: tuple[str, ...] = ()
    all: bool = False

    def __bool__(self) -> bool:
        """Whether there is anyone."""
        return bool(self.ids)


def found_by(word: str, people: Sequence[Betrokkene], roles: Sequence[str] = ()) -> Found:
    """Whom a word means. An id goes before a name, and a name before a role.

    With `roles` only those count who have one of these, unless an id names another: then a check of the whole says so.
    """
    text = " ".join(word.split())
    if any(one.id == text for one in people):
        return Found((text,))
    fitting = [one for one in people if not roles or set(roles) & set(one.rol)]
    key = text.lower().replace("-", "_").replace(" ", "_")
    for chosen in (
        [one for one in fitting if one.naam.casefold().split() == text.casefold().split()],
        [one for one in fitting if one.naam.casefold().split()[-1:] == text.casefold().split()],
        [one for one in fitting if _role_of(key) in one.rol],
    ):
        if chosen:
            return Found(tuple(one.id for one in chosen), key in _TOGETHER)
    return Found()


def _role_of(key: str) -> str:
    if key in _TOGETHER:
        return "ouder" if key in _TOGETHER[:2] else "groepsleerkracht"
    roles = get_args(Rol)
    if key in roles or key in OTHER_WORDS or len(key) < _BEGUN:
        return OTHER_WORDS.get(key, key)
    begun = {OTHER_WORDS.get(one, one) for one in (*roles, *OTHER_WORDS) if one.startswith(key)}.intersection(roles)
    return begun.pop() if len(begun) == 1 else key


_BEGUN = 4
"""Letters of a role that are enough to begin with."""


def role_named(word: str) -> str | None:
    """The role that a word names; None when it names none."""
    key = word.strip().lower().replace("-", "_").replace(" ", "_")
    role = key if key in get_args(Rol) else OTHER_WORDS.get(key, "")
    return role if role in get_args(Rol) else None


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """An id that nobody has yet: the wanted one, or with a number behind it."""
    used, number, found = set(taken), 1, wanted[:LONGEST]
    while found in used:
        number += 1
        end = f"-{number}"
        found = wanted[: LONGEST - len(end)] + end
    return found


def id_for(roles: Sequence[str], taken: Iterable[str]) -> str:
    """An id for somebody new, made from the role and never from the name."""
    return free_id(_SHORT.get(roles[0], roles[0]).replace("_", "-"), taken)


_SHORT = {"groepsleerkracht": "lk", "intern_begeleider": "ib", "directeur": "dir", "orthopedagoog": "ortho"}
"""Ids as the examples have them; any other role is its own id."""
