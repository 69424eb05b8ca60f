"""The ways in which the name of someone is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ...model.dossier import Betrokkene
from .fold import fold, words_of
from .lists import ABBREVIATIONS, ORDINARY, PREFIXES, TITLES

DIMINUTIVES = ("je", "tje", "pje")
"""What makes a first name small: `Noortje`. After a double consonant `etje`: `Bolletje` for `Bol`."""


class How(Enum):
    """How a name must be written to be taken for one."""

    ANY = 0
    CAPITAL = 1
    WRITTEN = 2
    DOTTED = 3


class Name(NamedTuple):
    """A way to write a name: its words as written, how strictly, what comes in its place, and whether it is only a surname."""

    words: tuple[str, ...]
    how: How
    alias: str
    last: bool = False


def of_pupil(roepnaam: str | None, tussenvoegsel: str | None, achternaam: str | None, alias: str) -> list[Name]:
    """The ways to write the name of a pupil of a dossier."""
    return _named(words_of(roepnaam or ""), words_of(f"{tussenvoegsel or ''} {achternaam or ''}"), alias)


def of_item(naam: str | None, alias: str) -> list[Name]:
    """The ways to write the name of a pupil on an agenda; a name of one word is a first name."""
    given, surname = _split(naam or "")
    return _named(given, surname, alias) if given else _named(surname, (), alias)


def of_person(person: Betrokkene, alias: str) -> list[Name]:
    """The ways to write the name of someone; the id counts too, for it is often a name."""
    names = _named(*_split(person.naam), alias)
    for word in words_of(person.id):
        if len(word) > 2 and is_part(word) and not is_ordinary(word):
            names.append(Name((word,), How.CAPITAL, alias))
    return names


def surname_of(naam: str) -> frozenset[str]:
    """The words of a surname as they are compared, without `van der`."""
    return frozenset(fold(one) for one in _split(naam)[1] if is_part(one))


def is_ordinary(word: str) -> bool:
    """Whether a name is an ordinary word too."""
    return fold(word) in ORDINARY


def is_part(word: str) -> bool:
    """Whether a word in a name is searched by itself: no prefix, no title, no initial."""
    return len(word) > 1 and fold(word) not in PREFIXES and fold(word) not in TITLES


@lru_cache(maxsize=4096)
def _split(naam: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A name in what comes first and the surname: `T. de Wit`, `Wit, T. de`, `mevrouw De Wit`."""
    before, _, after = naam.partition(",")
    words = [one for one in words_of(f"{after} {before}") if one.lower() in PREFIXES or one.lower() not in TITLES]
    first = next((place for place, one in enumerate(words) if place and one.lower() in PREFIXES), len(words) - 1)
    return tuple(words[:first]), tuple(words[first:])


def _named(given: Sequence[str], surname: Sequence[str], alias: str) -> list[Name]:
    return [Name(words, how, alias, last) for words, how, last in _ways(tuple(given), tuple(surname))]


@lru_cache(maxsize=2048)
def _ways(given: tuple[str, ...], surname: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], How, bool], ...]:
    """Every way in which a name is written; kept, for the same people are in many dossiers."""
    return tuple(_every_way(given, surname))


def _every_way(given: Sequence[str], surname: Sequence[str]) -> Iterator[tuple[tuple[str, ...], How, bool]]:
    """Whole, with an initial, the surname, each part, the first name made small, initials."""
    for words in _wholes(given, surname):
        sure = not is_ordinary(words[-1]) or (len(words) > 1 and len(words[0]) > 1 and words[0] in given)
        last = words is surname
        yield tuple(words), How.ANY if sure else How.CAPITAL, last
        if len(words) > 1 and (joined := "".join(words)) and len(joined) > 4:
            yield (joined,), How.ANY if not is_ordinary(joined) else How.CAPITAL, last
    for word in given[:1] if given and len(given[0]) > 1 else ():
        how = _strictness(word, given=True)
        yield (word,), how, False
        yield from _small(word, how)
    for word in given[1:]:
        if is_part(word):
            yield (word,), _strictness(word, given=True), False
    for word in surname:
        if is_part(word):
            yield (word,), _strictness(word, given=word in given), True
    yield from _initials(given, surname)


def _wholes(given: Sequence[str], surname: Sequence[str]) -> Iterable[Sequence[str]]:
    if surname and len(surname) > 1:
        yield surname
    if not given:
        return
    if len(given) > 1:
        yield given
    if surname and any(map(is_part, surname)):
        yield (*given, *surname)
        initials = tuple(one[0] for one in given)
        for first in dict.fromkeys(((given[0],), initials[:1], initials, ("".join(initials),))):
            yield (*first, *surname)
            yield (*first, surname[-1])


def _small(word: str, how: How) -> Iterator[tuple[tuple[str, ...], How, bool]]:
    if len(word) < 3:
        return
    if len(word) == 3:  # `kastje` is more often a thing than Kas
        how = How.CAPITAL
    for ending in (*DIMINUTIVES, f"{word[-1]}etje"):
        yield (word + ending,), How.CAPITAL if is_ordinary(word + ending) else how, False


def _initials(given: Sequence[str], surname: Sequence[str]) -> Iterator[tuple[tuple[str, ...], How, bool]]:
    """`J.W.v.d.B.`, `J.v.d.B.`, `JvdB`, and of a double first name `J.W.` and `JW`."""
    first, family = [one[0] for one in given], [one[0] for one in surname]
    rows = [[*first, *family], [*first[:1], *family]] if len(first) > 1 else [[*first, *family]]
    for row in [*rows, first]:
        if len(row) > 1:
            yield tuple(row), How.DOTTED, False
    short = [one[0].lower() if one.lower() in PREFIXES else one[0].upper() for one in surname]
    glued = {"".join((*begin, *short)) for begin in (first, first[:1]) if begin} if len(short) > 1 else set()
    if len(first) > 1:
        glued |= {"".join(first), "".join((*first, *short))}
    for one in sorted(glued):
        if len(one) > 1 and one.casefold() not in ABBREVIATIONS:
            yield (one,), How.WRITTEN, False


def _strictness(word: str, *, given: bool) -> How:
    if len(word) == 2:
        return How.ANY if given and not is_ordinary(word) else How.WRITTEN
    return How.CAPITAL if is_ordinary(word) or word.lower() in PREFIXES else How.ANY
