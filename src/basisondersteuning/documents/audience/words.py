"""Finding names of people in free text, and putting their pseudonym there.

Whole words only, in any case and with or without accents; a name that is also an ordinary word counts only with a
capital. Rather a word too many than a name that stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from ...model.words import MONTHS
from .lists import ORDINARY, PREFIXES, TITLES

AMBIGUOUS = "[naam]"
"""What comes in the place of a name that more than one person bears."""

_MARK = "[\u0300-\u036f\u00ad\u200b-\u200d\u2060]"
_MARKS = re.compile(_MARK)
_LETTER = f"[^\\W\\d_]{_MARK}*"
_TOKEN = re.compile(f"(?:{_LETTER})+")
_GAP = re.compile(r"[\s.'’‘`´\-‐‑–_/]+")
_DOT = re.compile(r"\.\s?")
_GENITIVE = re.compile(r"['’‘`´]s(?![^\W\d_])", re.IGNORECASE)
_DATE = re.compile(r"(?<!\d)(\d{1,4})[-/. ]{1,2}(\d{1,2}|[A-Za-z]{3,9})[-/. ]{1,2}(\d{1,4})(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d+])(?:\(?\+31\)?|0031|\(?0)(?:[\s()-]{0,2}\d){9}(?!\d)")


class How(Enum):
    """How a name must be written to be taken for one."""

    ANY = 0
    CAPITAL = 1
    WRITTEN = 2
    DOTTED = 3


class Name(NamedTuple):
    """A way to write a name: its words as written, how strictly, and what comes in its place."""

    words: tuple[str, ...]
    how: How
    alias: str


class _Sought(NamedTuple):
    folded: tuple[str, ...]
    how: How
    written: str
    alias: str


class NameFinder:
    """Puts pseudonyms in the place of names, a year in that of dates of birth, and takes out e-mail and phone."""

    __slots__ = ("_births", "_heads", "_known")

    def __init__(self, names: Iterable[Name], births: Iterable[date] = ()) -> None:
        merged: dict[tuple[str, ...], _Sought] = {}
        for words, how, alias in names:
            key = tuple(map(_fold, words))
            known = merged.get(key)
            if known is not None:
                how = min(how, known.how, key=lambda one: one.value)
                alias = alias if alias == known.alias else AMBIGUOUS
            merged[key] = _Sought(key, how, " ".join(words), alias)
        self._heads: dict[str, list[_Sought]] = {}
        for sought in sorted(merged.values(), key=lambda one: len(one.folded), reverse=True):
            self._heads.setdefault(sought.folded[0], []).append(sought)
            if len(sought.folded) == 1 and len(sought.folded[0]) > 2:  # `bos` is no genitive of Bo
                self._heads.setdefault(f"{sought.folded[0]}s", []).append(sought)
        self._known = frozenset(self._heads)
        self._births = frozenset(births)

    def replace(self, text: str) -> str:
        """The text with pseudonyms for names; the same object when there is nothing to replace."""
        text = _PHONE.sub("[telefoonnummer]", _DATE.sub(self._year, text))
        if "@" in text:
            text = _MAIL.sub("[e-mailadres]", text)
        folded = _TOKEN.findall(_fold(text))
        if self._known.isdisjoint(folded):
            return text
        tokens = list(_TOKEN.finditer(text))
        if not text.isascii():  # folding a whole text can make letters of a sign
            folded = [_fold(one[0]) for one in tokens]
        parts: list[str] = []
        done = place = 0
        while place < len(tokens):
            sought = next((one for one in self._heads.get(folded[place], ()) if _fits(one, text, tokens, folded, place)), None)
            if sought is None:
                place += 1
                continue
            start, last = tokens[place].start(), place + len(sought.folded) - 1
            end, genitive = tokens[last].end(), folded[last] != sought.folded[-1]
            place = last + 1
            if sought.how is How.DOTTED and text.startswith(".", end):
                end += 1
            if mark := _GENITIVE.match(text, end):
                end, genitive = mark.end(), True
                place += 1
            parts += text[done:start], sought.alias, "'s" if genitive else ""
            done = end
        return "".join(parts) + text[done:]

    def _year(self, found: re.Match[str]) -> str:
        first, month, last = found.groups()
        number = int(month) if month.isdecimal() else _month(month)
        for day, year in ((first, last), (last, first)):
            for birth in self._births:
                if (birth.day, birth.month) == (int(day), number) and year in (str(birth.year), f"{birth.year % 100:02}"):
                    return str(birth.year)
        return found[0]


def _fits(sought: _Sought, text: str, tokens: list[re.Match[str]], folded: list[str], place: int) -> bool:
    """Whether the name stands at this word, with or without the `s` of a genitive."""
    last = place + len(sought.folded) - 1
    if last >= len(tokens) or tuple(folded[place:last]) != sought.folded[:-1]:
        return False
    if folded[last] not in (sought.folded[-1], f"{sought.folded[-1]}s"):
        return False
    gap = _DOT if sought.how is How.DOTTED else _GAP
    if any(not gap.fullmatch(text, tokens[one].end(), tokens[one + 1].start()) for one in range(place, last)):
        return False
    word = tokens[last][0]
    return word == sought.written if sought.how is How.WRITTEN else sought.how is How.ANY or word[0].isupper()


def _month(word: str) -> int:
    found = [number for number, one in enumerate(MONTHS, 1) if one.startswith(word.lower())]
    return found[0] if found else 3 if word.lower() == "mrt" else 0


def _fold(text: str) -> str:
    """Small letters without accents or invisible characters."""
    text = text.casefold()
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))


def words_of(text: str) -> list[str]:
    """The words of a name as written."""
    return _TOKEN.findall(text)


def is_ordinary(word: str) -> bool:
    """Whether a name is an ordinary word too."""
    return _fold(word) in ORDINARY


def is_part(word: str) -> bool:
    """Whether a word in a name is searched by itself: no prefix, no title, no initial."""
    return len(word) > 1 and _fold(word) not in PREFIXES and _fold(word) not in TITLES
