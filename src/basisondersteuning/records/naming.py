"""Whether the id of a pupil, which everyone sees as a pseudonym, gives the name away."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT = 3
_PREFIXES = frozenset(("van", "de", "der", "den", "het", "ten", "ter"))


def names_the_pupil(id: str, *names: str | None) -> bool:
    """Whether an id holds one of the words of a name: `noor-417`, `L-Bakker`.

    A word of up to three letters counts only as a word of its own, for it is soon part of another.
    """
    loose = {_fold(one) for one in _LETTERS.findall(id)}
    glued = "".join(_LETTERS.findall(_fold(id)))
    for name in names:
        for word in _LETTERS.findall(_fold(name or "")):
            if word in _PREFIXES or len(word) < 2:
                continue
            if word in loose or (len(word) > _SHORT and word in glued):
                return True
    return False


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))
