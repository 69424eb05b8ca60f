"""Finding names of people in free text, and putting their pseudonym there.

Whole words only, in any case and with or without accents; a name that is also an ordinary word counts only with a
capital, or after a word such as `juf`. Rather a word too many than a name that stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from .digits import HIDDEN, without
from .fold import TOKEN, borders_in, fold, is_camel, key_of, tokens_of
from .lists import CALLED, FAMILY, FUNCTION, PREFIXES
from .names import How, Name

AMBIGUOUS = "[naam]"
"""What comes in the place of a name that more than one person bears."""

KEEP = ""
"""The alias of a name that stays as it stands."""

_GAP = re.compile(rf"[\s.'’‘`´\-‐‑–_/{HIDDEN}]*")
_DOT = re.compile(rf"\.[\s{HIDDEN}]?-?")
_SPACE = re.compile(r"\s")
_GENITIVE = re.compile(r"['’‘`´]s(?![^\W\d_])", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SHORT_PREFIXES = frozenset(("v", "d", "vd"))


class _Sought(NamedTuple):
    folded: tuple[str, ...]
    how: How
    written: str
    alias: str
    last: bool


class _Text(NamedTuple):
    """A text in words: where each begins and ends, and how it is compared."""

    text: str
    spans: list[tuple[int, int]]
    folded: list[str]

    def word(self, place: int) -> str:
        start, end = self.spans[place]
        return self.text[start:end]

    def joined(self, gap: re.Pattern[str], place: int) -> bool:
        """Whether only `gap` stands between a word and the one after it."""
        return gap.fullmatch(self.text, self.spans[place][1], self.spans[place + 1][0]) is not None


class NameFinder:
    """Puts pseudonyms in the place of names, a year in that of dates of birth, and takes out e-mail and phone.

    `others` are names that count only where `names` does not hold them. `ids` gives what comes in the place of the ids of
    pupils. With `private` False only names and ids change: the text is for people who may read the rest.
    """

    __slots__ = ("_births", "_heads", "_ids", "_known", "_marks", "_private")

    def __init__(
        self,
        names: Iterable[Name],
        births: Iterable[date] = (),
        *,
        others: Iterable[Name] = (),
        ids: Mapping[str, str] | None = None,
        private: bool = True,
    ) -> None:
        merged: dict[tuple[str, ...], _Sought] = {}
        _merge(merged, names)
        if others := tuple(others):
            more: dict[tuple[str, ...], _Sought] = {}
            _merge(more, others)
            merged = {**more, **merged}
        self._heads: dict[str, list[_Sought]] = {}
        for sought in sorted(merged.values(), key=_length, reverse=True):
            head = sought.folded[0]
            self._heads.setdefault(head, []).append(sought)
            if len(sought.folded) == 1 and len(head) > 2:  # `bos` is no genitive of Bo
                self._heads.setdefault(f"{head}s", []).append(sought)
        self._known = frozenset(self._heads)
        self._births = frozenset(births)
        self._ids = {_squeezed(one): alias for one, alias in (ids or {}).items()}
        self._marks = _any_of(ids) if ids else None
        self._private = private

    def replace(self, text: str) -> str:
        """The text with pseudonyms for names; the same object when there is nothing to replace."""
        if self._private:
            text = without(text, self._births)
            if "@" in text:
                text = _MAIL.sub("[e-mailadres]", text)
        if self._marks is not None:
            text = self._marks.sub(lambda found: self._ids.get(_squeezed(found[0]), found[0]), text)
        cut = is_camel(text)
        folded = tokens_of(fold(text))
        if not cut and self._known.isdisjoint(folded):
            return text
        words = self._read(text, folded, cut)
        return text if self._known.isdisjoint(words.folded) else self._replaced(words)

    def _read(self, text: str, folded: list[str], cut: bool) -> _Text:
        spans = [one.span() for one in TOKEN.finditer(text)]
        if not text.isascii():  # folding a whole text can make letters of a sign
            folded = [fold(text[start:end]) for start, end in spans]
        if not cut:
            return _Text(text, spans, folded)
        pieces: list[tuple[int, int]] = []
        for (start, end), whole in zip(spans, folded, strict=True):
            borders = [] if whole in self._known else borders_in(text, start, end)
            pieces += zip((start, *borders), (*borders, end), strict=True)
        return _Text(text, pieces, [fold(text[start:end]) for start, end in pieces])

    def _replaced(self, words: _Text) -> str:
        text, spans, folded = words
        parts: list[str] = []
        done = place = free = 0
        while place < len(spans):
            sought = next((one for one in self._heads.get(folded[place], ()) if _fits(one, words, place)), None)
            if sought is None:
                place += 1
                continue
            start, last = spans[_begin(words, place, free) if sought.last else place][0], place + len(sought.folded) - 1
            end, genitive = spans[last][1], folded[last] != sought.folded[-1]
            place = last + 1
            if sought.how is How.DOTTED and text.startswith(".", end):
                end += 1
            if mark := _GENITIVE.match(text, end):
                end, genitive = mark.end(), True
                place += 1
            if sought.alias == KEEP:
                parts.append(text[done:end])
            else:
                parts += text[done:start], sought.alias, "'s" if genitive else ""
            done, free = end, place
        return "".join(parts) + text[done:]


def _merge(merged: dict[tuple[str, ...], _Sought], names: Iterable[Name]) -> None:
    for words, how, alias, last in names:
        key = key_of(words)
        known = merged.get(key)
        if known is not None:
            if how.value > known.how.value:
                how = known.how
            alias = alias if alias == known.alias else AMBIGUOUS
            last = last and known.last
        merged[key] = _Sought(key, how, " ".join(words), alias, last)


def _length(one: _Sought) -> int:
    return len(one.folded)


def _fits(sought: _Sought, words: _Text, place: int) -> bool:
    """Whether the name stands at this word, with or without the `s` of a genitive."""
    folded = words.folded
    last = place + len(sought.folded) - 1
    if last >= len(folded) or tuple(folded[place:last]) != sought.folded[:-1]:
        return False
    if folded[last] not in (sought.folded[-1], f"{sought.folded[-1]}s"):
        return False
    gap = _DOT if sought.how is How.DOTTED else _GAP
    if any(not words.joined(gap, one) for one in range(place, last)):
        return False
    if sought.how is How.ANY:
        return True
    word = words.word(last)
    if sought.how is How.DOTTED:
        return word[0].isupper() and words.word(place)[0].isupper()
    right = word == sought.written if sought.how is How.WRITTEN else word[0].isupper()
    return right or (folded[last] not in FUNCTION and _is_called(words, place))


def _is_called(words: _Text, place: int) -> bool:
    """Whether a word such as `juf` or `mevrouw` stands before this one, or before the `van der` before it."""
    before = place - 1
    while before > 0 and words.folded[before] in PREFIXES and words.joined(_GAP, before):
        before -= 1
    return before >= 0 and words.folded[before] in CALLED and words.joined(_GAP, before)


def _begin(words: _Text, place: int, free: int) -> int:
    """The word at which what is replaced begins: initials and `van der` directly before a surname go along with it."""
    begin = place
    while begin > free and _is_prefix(words, begin - 1):
        begin -= 1
    initial = begin
    while initial > free and _is_initial(words, initial - 1, loose=initial == begin < place):
        initial -= 1
    if initial < begin:
        return initial
    prefixes = words.folded[begin:place]
    if not prefixes:
        return place
    called = begin > free and words.folded[begin - 1] in CALLED - FAMILY and words.joined(_GAP, begin - 1)
    # `van` by itself says only whose something is: `de moeder van Bakker`
    long = prefixes[0][0] == "v" and (len(prefixes) > 1 or prefixes[0] in _SHORT_PREFIXES)
    return begin if called or long else place


def _is_prefix(words: _Text, place: int) -> bool:
    word = words.folded[place]
    return (word in PREFIXES or (word in _SHORT_PREFIXES and words.word(place).islower())) and words.joined(_GAP, place)


def _is_initial(words: _Text, place: int, *, loose: bool) -> bool:
    """Whether a word is an initial with a dot; `loose` when a space will do, as before `van der`."""
    word = words.word(place)
    return len(word) == 1 and word.isupper() and (words.joined(_DOT, place) or (loose and words.joined(_SPACE, place)))


def _any_of(ids: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some ids, with or without the sign within them: `L-0102`, `L 0102`, `l0102`."""
    each = sorted(("[\\s._‐‑–-]?".join(map(re.escape, re.split(r"[._-]+", one))) for one in ids), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)


def _squeezed(id: str) -> str:
    return re.sub(r"[^\w]|_", "", id).casefold()
