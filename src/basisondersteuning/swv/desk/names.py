"""Whether two names are of the same school or board; a wrong code shows when they plainly are not."""

from __future__ import annotations

import re
import unicodedata

_KIND_WORDS = frozenset(
    ("basisschool", "school", "obs", "cbs", "rkbs", "kbs", "pcbs", "bs", "sbo", "so", "vso", "openbare", "christelijke",
     "katholieke", "protestants", "montessorischool", "daltonschool", "jenaplanschool", "de", "het", "een", "t", "en", "van",
     "voor", "stichting", "vereniging", "bestuur", "schoolbestuur", "locatie")
)  # fmt: skip
"""Words that say what a school or board is, not which. A setting of `bo`."""

NAME, BOARD = "naam", "bestuur"
"""What can differ."""

BOARD_DIFFERS = "Deze code hoort bij een andere school: het bestuur is anders dan bij het samenwerkingsverband."
"""What is said where the name may be the same and the board is not."""


def same_name(one: str, other: str) -> bool:
    """Whether two names may be of the same: whatever the case, accents, punctuation and spaces, or one contains the other.

    Words that say what a school is may be left out. A name without a letter or digit is like any name: it says nothing.
    """
    first, second = _words(one), _words(other)
    return _contain("".join(first), "".join(second)) or _contain(_telling(first), _telling(second))


def _contain(one: str, other: str) -> bool:
    return one in other or other in one


def differing(name: str, board: str, known_name: str, known_board: str | None) -> str | None:
    """`naam` or `bestuur` where that plainly differs from what is known; None where it does not, or where one is not given."""
    if name and not same_name(name, known_name):
        return NAME
    if board and known_board and not same_name(board, known_board):
        return BOARD
    return None


def _words(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", text.casefold().replace("&", " en "))
    return re.findall(r"[^\W_]+", "".join(one for one in letters if not unicodedata.combining(one)))


def _telling(words: list[str]) -> str:
    return "".join(one for one in words if one not in _KIND_WORDS) or "".join(words)
