"""Words of a text, and how they are compared: small letters, without accents and without signs that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .digits import HIDDEN

_LETTER = f"[^\\W\\d_][{HIDDEN}]*"
TOKEN = re.compile(f"(?:{_LETTER})+")
"""A word: letters, with the accents and unseen signs on them."""

_CAMEL = re.compile(f"[a-zà-öø-ÿ][{HIDDEN}]*(?=[A-ZÀ-ÖØ-Þ])")
_PLAIN_TOKEN = re.compile("[A-Za-z]+")
_PLAIN_CAMEL = re.compile("[a-z][A-Z]")
_HIDDEN = re.compile(f"[{HIDDEN}]")


def fold(text: str) -> str:
    """Small letters without accents or invisible characters."""
    text = text.casefold()
    if text.isascii():
        return text
    return _HIDDEN.sub("", unicodedata.normalize("NFKD", text))


def tokens_of(text: str) -> list[str]:
    """The words of a text."""
    return (_PLAIN_TOKEN if text.isascii() else TOKEN).findall(text)


def is_camel(text: str) -> bool:
    """Whether a new word begins within a word somewhere: `NoorEnDaan`."""
    return (_PLAIN_CAMEL if text.isascii() else _CAMEL).search(text) is not None


def borders_in(text: str, start: int, end: int) -> list[int]:
    """Where within a word a new one begins."""
    return [one.end() for one in _CAMEL.finditer(text, start, end) if one.end() < end]


@lru_cache(maxsize=8192)
def key_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """How the words of a name are compared."""
    return tuple(map(fold, words))


def words_of(text: str) -> list[str]:
    """The words of a name as written, without the signs that nobody sees."""
    return [_UNSEEN.sub("", one) for one in TOKEN.findall(text)]


_UNSEEN = re.compile(f"[{HIDDEN[3:]}]")
