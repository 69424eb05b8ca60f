"""Dates as people type them: `vandaag`, `ma`, `vorige week di`, `3-11`, `over 6 weken`. Plain Python, as `dates`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .dates import FIRST_YEAR, LAST_YEAR, parse_date
from .words import MONTHS, WEEKDAYS

FORMS = "vandaag, gisteren, ma, vorige week di, 3-11 of 3-11-2026"
"""Examples of a day that has been, for a question or a complaint."""

FORMS_AHEAD = "over 6 weken, vr, volgende week di, 18-12 of 18-12-2026"
"""Examples of a day to come."""

_NEAR = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2}
_WEEKDAY = re.compile(r"(?:(vorige|afgelopen|deze|komende|volgende)(?: (week))? )?([a-z]{2,9})")
_SPAN = re.compile(r"(?:(over) )?(\d{1,3}|een|één) (dag|dagen|week|weken|maand|maanden|jaar)(?: (geleden))?", re.ASCII)
_SHORT = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?", re.ASCII)
_WORDS = re.compile(r"(\d{1,2}) ([a-z]{3,9})\.?(?: (\d{4}))?", re.ASCII)
_YEARS = 8
"""Years to look for a day without a year in: 29 February is at most so far away."""


def spoken_date(text: str, today: date, *, ahead: bool = False) -> date:
    """The day that a person means; ValueError for what is no day.

    Without a year, or with the name of a day only, it is the nearest one that has been, today included; with `ahead` the
    nearest one to come.
    """
    words = " ".join(text.lower().split())
    if words in _NEAR:
        return today + timedelta(_NEAR[words])
    if (found := _SPAN.fullmatch(words)) and bool(found[1]) != bool(found[4]):
        return _moved(today, found[3][:2], (1 if found[1] else -1) * (int(found[2]) if found[2].isdecimal() else 1))
    if found := _SHORT.fullmatch(words):
        return _day(int(found[1]), int(found[2]), found[3], today, ahead)
    if found := _WORDS.fullmatch(words):
        month = next((number for number, name in enumerate(MONTHS, 1) if _names(found[2], name, 3)), 0)
        return _day(int(found[1]), month or (3 if found[2] == "mrt" else 0), found[3], today, ahead)
    if found := _WEEKDAY.fullmatch(words):
        number = next((number for number, name in enumerate(WEEKDAYS) if _names(found[3], name, 2)), None)
        if number is not None:
            return _weekday(number, found[1], bool(found[2]), today, ahead)
    return parse_date(text.strip())


def _names(word: str, whole: str, least: int) -> bool:
    """Whether a word is a name, or a beginning of it as people shorten it."""
    return word == whole or (len(word) == least and whole.startswith(word))


def _weekday(number: int, which: str | None, of_week: bool, today: date, ahead: bool) -> date:
    if of_week or which == "deze":
        weeks = {"vorige": -1, "afgelopen": -1, "deze": 0, "komende": 1, "volgende": 1}[which or "deze"]
        return today + timedelta(number - today.weekday() + 7 * weeks)
    if which in ("komende", "volgende") or (which is None and ahead):
        return today + timedelta((number - today.weekday() - 1) % 7 + 1)
    back = (today.weekday() - number) % 7
    return today - timedelta(7 if back == 0 and which is not None else back)


def _day(day: int, month: int, year: str | None, today: date, ahead: bool) -> date:
    if year is not None:
        return parse_date(f"{day}-{month}-{year if len(year) == 4 else '20' + year}")
    found = [one for offset in range(-_YEARS, _YEARS + 1) if (one := _exists(today.year + offset, month, day)) is not None]
    near = [one for one in found if (one >= today if ahead else one <= today)]
    if not near:
        raise ValueError(day, month)
    return near[0] if ahead else near[-1]


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(today: date, unit: str, number: int) -> date:
    """So many days (`da`), weeks (`we`), months (`ma`) or years (`ja`) further.

    A month ends on the same day, or on its last where it is shorter.
    """
    if unit in ("da", "we"):
        return today + timedelta(number * (7 if unit == "we" else 1))
    months = today.year * 12 + today.month - 1 + number * (12 if unit == "ja" else 1)
    if not FIRST_YEAR <= months // 12 < LAST_YEAR:
        raise ValueError(number)
    first = date(months // 12, months % 12 + 1, 1)
    after = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first + timedelta(min(today.day, (after - first).days) - 1)
