"""Which findings the user asked to see: by code, by name, or by the beginning of a code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...findings.catalogue import all_codes, desk, find, reading

ALWAYS = frozenset({reading.INTERNAL.code, desk.BROKEN_OFF.code})
"""Codes that nobody can leave out: they say that the run itself is not whole."""


def listed(words: Iterable[str]) -> tuple[str, ...]:
    """The words of an option that may be given more than once, and each time with commas between words."""
    return tuple(word for one in words for part in one.split(",") if (word := part.strip()))


def unknown(words: Iterable[str], codes: Iterable[str] = ()) -> list[str]:
    """The words that are no code, no name and no beginning of a code; `codes` are those of the norm frame."""
    every = [_NORM, *(one.upper() for one in (*all_codes(), *codes))]
    return [word for word in words if find(word) is None and not any(one.startswith(word.upper()) for one in every)]


class Choice(NamedTuple):
    """Codes to keep (all when empty) and codes to leave out, in capitals; what is in both is left out."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str], codes: Iterable[str] = ()) -> Choice:
        """A choice from the words of the user; `codes` are those of the norm frame."""
        every = frozenset(one.upper() for one in (*all_codes(), *codes))
        return cls(tuple(_code(one, every) for one in select), tuple(_code(one, every) for one in ignore))

    def keeps(self, code: str) -> bool:
        """Whether findings with this code stay in view."""
        if code in ALWAYS or self == _ALL:
            return True
        return (not self.select or _fits(code.upper(), self.select)) and not _fits(code.upper(), self.ignore)


_ALL = Choice()

_NORM = "NORM"
"""The name of every rule of a norm frame, as findings show it."""


def _code(word: str, every: frozenset[str]) -> str:
    """A name as its code; a code as `=CODE`, so that it is not taken for the beginning of another one."""
    known = find(word)
    code = known.code if known is not None else word.upper()
    return f"={code}" if code in every or code == _NORM else code


def _fits(code: str, words: tuple[str, ...]) -> bool:
    exact = (f"={code}", f"={_NORM}" if code not in all_codes() else "")
    return any(one in exact or (not one.startswith("=") and code.startswith(one)) for one in words)
