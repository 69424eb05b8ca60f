"""Numbers in free text that lead to a person: a date of birth and a telephone number. Other numbers and dates stay."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from ...model.words import MONTHS

PHONE = "[telefoonnummer]"
"""What comes in the place of a telephone number."""

HIDDEN = "\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Signs that are not seen, or that stand on the letter before them; within brackets of a pattern."""

_DASH = "\\-\u2010-\u2015\u2212"
_SEP = f"[\\s()./{_DASH}{HIDDEN}]{{0,3}}"
_PHONE = re.compile(
    # a whole date or a stretch of time is no telephone number, nor are the digits after it
    rf"(?P<day>(?<!\d)(?:19|20)\d\d[./{_DASH}]\d\d?[./{_DASH}]\d\d?(?!\d)|(?<!\d)\d\d?[./{_DASH}]\d\d?[./{_DASH}](?:19|20)\d\d(?!\d)"
    rf"|(?<!\d)\d\d?[.:]\d\d\s?[{_DASH}]\s?\d\d?[.:]\d\d(?![\d./{_DASH}]))"
    rf"|(?<![\d+])\(?(?:(?:\+|00){_SEP}3{_SEP}1{_SEP}(?:\(0\))?(?:{_SEP}\d){{9}}"
    rf"|(?:\+|00){_SEP}3{_SEP}2{_SEP}(?:\(0\))?(?:{_SEP}\d){{8,9}}"
    rf"|(?:0[{HIDDEN}]?[1-9]|0\s6)(?:{_SEP}\d){{8}})(?!\d)"
)
_DIGIT = re.compile(r"\d")
_MANY = re.compile(r"\d[^A-Za-z]{6,}\d")
_BETWEEN = f"[\\s.,/{_DASH}{HIDDEN}]{{1,3}}"
_DATE = re.compile(
    rf"(?<!\d)(\d{{1,4}})(?:ste|de|e)?{_BETWEEN}(\d{{1,2}}(?!\d)|[A-Za-z]{{3,9}}){_BETWEEN}['’‘`´]?(\d{{4}}|\d{{2}}|\d)(?!\d)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<!\d)\d{8}(?!\d)")


def without(text: str, births: Collection[date]) -> str:
    """The text without telephone numbers, and with only the year of dates of birth; the same object when there are none.

    Telephone numbers are those of the Netherlands and Belgium, however their digits are set apart; dates of birth are
    written as in `5 maart '16`, `05-03-2016` or `20160305`.
    """
    if not _DIGIT.search(text):
        return text
    if births:
        text = _without_births(text, births)
    return _PHONE.sub(lambda found: found[0] if found["day"] else PHONE, text) if _MANY.search(text) else text


def _without_births(text: str, births: Collection[date]) -> str:
    parts: list[str] = []
    done = place = 0
    while found := _DATE.search(text, place):
        birth = _birth(found, births)
        if birth is None:
            place = found.end(1)  # `punt 1. 05-03-2016`: the date can begin at the next number
            continue
        parts += text[done : found.start()], str(birth.year)
        done = place = found.end()
    if parts:
        text = "".join(parts) + text[done:]
    return _GLUED.sub(lambda one: _year_of_glued(one[0], births), text)


def _birth(found: re.Match[str], births: Collection[date]) -> date | None:
    first, month, last = found.groups()
    number = int(month) if month.isdecimal() else _month(month)
    for day, year in ((first, last), (last, first)):
        for birth in births:
            if (birth.day, birth.month) == (int(day), number) and year in (str(birth.year), f"{birth.year % 100:02}"):
                return birth
    return None


def _year_of_glued(digits: str, births: Collection[date]) -> str:
    found = (one for one in births if digits in (f"{one:%d%m%Y}", f"{one:%Y%m%d}"))
    return next((str(one.year) for one in found), digits)


def _month(word: str) -> int:
    found = [number for number, one in enumerate(MONTHS, 1) if one.startswith(word.lower())]
    return found[0] if found else 3 if word.lower() == "mrt" else 0
