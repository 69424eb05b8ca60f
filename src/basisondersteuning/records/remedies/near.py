"""Whether a word is a typing error of another: then there is no doubt what was meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from ...model.kinds import RECORD_KINDS, event_models, record_model
from ...model.reflect import fields_of

_SHORTEST_ONE, _SHORTEST_TWO, _SHORTEST_OTHER = 4, 9, 6
"""Letters that a word has at least to be known with one letter wrong, with two, and with another letter in its place.

Settings of `bo`: shorter words lie so near each other that `deel` would become `doel`.
"""

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_QUOTES = "“”„‟‘’‚‛\"'`"


def cleaned(text: str) -> str:
    """A text without what a word processor adds around it: curly quotes, special spaces, wide digits."""
    for one in _INVISIBLE:
        text = text.replace(one, "")
    return unicodedata.normalize("NFKC", text).strip().strip(_QUOTES).strip()


def fold(word: str) -> str:
    """A word without differences that nobody means: capitals, and a hyphen or space for an underscore."""
    return cleaned(word).lower().replace("-", "_").replace(" ", "_")


def typing_error(word: str, meant: str, options: Iterable[str]) -> bool:
    """Whether `word` can only be `meant`, mistyped: a few letters off, and no other option nearly as near."""
    key, target = fold(word), fold(meant)
    others = [fold(one) for one in options if one != meant]
    if key == target:
        return target not in others
    if len(target) < _SHORTEST_ONE or key[:1] != target[:1] or key in known_words():
        return False
    off = distance(key, target)
    if off > (2 if len(target) >= _SHORTEST_TWO else 1):
        return False
    other_letter = len(key) == len(target) and sorted(key) != sorted(target)
    if other_letter and len(target) < _SHORTEST_OTHER:
        return False
    room = off + 1 if other_letter or off > 1 else off
    return all(distance(key, one) > room for one in others)


def distance(one: str, other: str) -> int:
    """How many letters must be added, left out, changed or swapped with their neighbour to make one word of another."""
    if abs(len(one) - len(other)) > 3:
        return 99
    before: list[int] = []
    above: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, above, row = above, row, [number]
        for index, each in enumerate(other, 1):
            cost = min(above[index] + 1, row[index - 1] + 1, above[index - 1] + (letter != each))
            if number > 1 and index > 1 and letter == other[index - 2] and each == one[number - 2]:
                cost = min(cost, before[index - 2] + 1)
            row.append(cost)
    return row[-1]


@cache
def known_words() -> frozenset[str]:
    """Every name of a field in any record: such a word is no typing error, but stands in the wrong place."""
    found: set[str] = set()
    pending = [one for kind in RECORD_KINDS if (one := record_model(kind)) is not None] + list(event_models().values())
    seen = set(pending)
    while pending:
        for spec in fields_of(pending.pop()).values():
            found.add(spec.name)
            more = [spec.model, *(one for _, one in spec.variants)]
            fresh = [one for one in more if one is not None and one not in seen]
            seen.update(fresh)  # type: ignore[arg-type]
            pending += fresh  # type: ignore[arg-type]
    return frozenset(found)
