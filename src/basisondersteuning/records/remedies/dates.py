"""Days as people also write them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from ...model.dates import FIRST_YEAR, LAST_YEAR
from ...model.words import MONTHS, WEEKDAYS
from .near import cleaned

_MONTHS = ("jan", "feb", "maart", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NAMES = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name: number for number, name in enumerate(MONTHS, 1)},
    "mrt": 3,
    "sept": 9,
    "oct": 10,
    "may": 5,
    "mar": 3,
}

_SEPARATOR = r"\s?[-/.\s]\s?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{4}})", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{1,2}})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[-\s.]*([a-z]{3,9})\.?[-\s,]*(\d{4}|'\d\d)", re.ASCII)
_APOSTROPHE = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}})\s?[-/.\s]?\s?'(\d\d)", re.ASCII)
_SHORT = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d\d)", re.ASCII)
_SOLID = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_TIME = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})[T ](\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)Z?", re.ASCII)


class Reading(NamedTuple):
    """A day, as a record writes it, and whether the text could mean no other."""

    text: str
    certain: bool


def date_reading(text: str) -> Reading | None:
    """The day a text means; None where it means none, or more than one. Who writes the day first writes the month second.

    Certain are a day with a year of four digits or an apostrophe (`'26` is 2026), in any order that leaves no doubt, and
    the name of a month. A year of two digits is a guess.
    """
    plain = " ".join(_dashes(cleaned_date(text)).lower().rstrip(".,").split())
    if found := _TIME.fullmatch(plain.upper()):
        got = date_reading(found[1]) or Reading(found[1], True)
        return Reading(got.text, got.certain and not found[2].strip("0:.")) if _is_day(got.text) else None
    weekday, plain = _weekday(plain)
    reading = _numbers(plain) or _with_name(plain)
    if reading is None or (weekday is not None and _day(reading.text).weekday() != weekday):
        return None
    return reading


def _numbers(plain: str) -> Reading | None:
    if found := _YEAR_FIRST.fullmatch(plain):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(plain):
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        return _dutch(day, month, year) or (_dutch(month, day, year, certain=False))
    if found := _APOSTROPHE.fullmatch(plain):
        return _dutch(int(found[1]), int(found[2]), 2000 + int(found[3]))
    if found := _SHORT.fullmatch(plain):
        return _dutch(int(found[1]), int(found[2]), 2000 + int(found[3]), certain=False)
    if found := _SOLID.fullmatch(plain):
        year_first = _iso(int(found[1]), int(found[2]), int(found[3]))
        day_first = _dutch(int(plain[:2]), int(plain[2:4]), int(plain[4:]))
        return (year_first or day_first) if (year_first is None) != (day_first is None) else None
    return None


def _with_name(plain: str) -> Reading | None:
    found = _NAMED.fullmatch(plain)
    month = _NAMES.get(found[2]) if found else None
    if found is None or month is None:
        return None
    year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3][1:])
    return _dutch(int(found[1]), month, year)


def _weekday(plain: str) -> tuple[int | None, str]:
    """The day of the week before a date, and the date."""
    first, _, rest = plain.partition(" ")
    first = first.rstrip(".,")
    number = next((number for number, name in enumerate(WEEKDAYS) if name == first or name[:2] == first), None)
    return (number, rest) if number is not None else (None, plain)


def _iso(year: int, month: int, day: int, *, certain: bool = True) -> Reading | None:
    text = f"{year:04}-{month:02}-{day:02}"
    return Reading(text, certain) if _is_day(text) else None


def _dutch(day: int, month: int, year: int, *, certain: bool = True) -> Reading | None:
    return Reading(f"{day}-{month}-{year}", certain) if _is_day(f"{year:04}-{month:02}-{day:02}") else None


def _day(text: str) -> date:
    from ...model.dates import parse_date

    return parse_date(text)


def _is_day(text: str) -> bool:
    try:
        return FIRST_YEAR <= _day(text).year <= LAST_YEAR
    except ValueError:
        return False


def cleaned_date(text: str) -> str:
    """A text without what a word processor adds, but with the apostrophe of a year."""
    return cleaned(text.replace("’", "'").replace("‘", "'"))


def _dashes(text: str) -> str:
    for one in "‐‑‒–—−":
        text = text.replace(one, "-")
    return text
