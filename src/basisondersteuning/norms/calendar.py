"""School days and terms.

A term counts from the day of the event that started it; that day itself does not count, and the due date does: what
happens on it is in time.

- `dagen`, `weken`: calendar days.
- `maanden`: the same day of a later month; where that month is shorter, its last day.
- `schooljaren`: the last day, 31 July, of the n-th school year; that of the start is the first.
- `schooldagen`: the n-th day after the start on which there is school (Monday to Friday, no holiday).
- `schoolweken`: n weeks on, where a week (Monday to Sunday) without any school day does not count. A start in such a
  week counts from its Sunday, so that who starts later is never due earlier.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ..model.swv import Samenwerkingsverband, Vakantierooster

UNITS = ("dagen", "weken", "schooldagen", "schoolweken", "maanden", "schooljaren")
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


class Term(NamedTuple):
    """A length of time: `amount` of `unit` (one of `UNITS`)."""

    unit: str
    amount: int

    def __str__(self) -> str:
        return f"{self.amount} {self.unit if self.amount != 1 else _ONE[self.unit]}"


_ONE = {
    "dagen": "dag",
    "weken": "week",
    "schooldagen": "schooldag",
    "schoolweken": "schoolweek",
    "maanden": "maand",
    "schooljaren": "schooljaar",
}


class Due(NamedTuple):
    """The arithmetic of one term: start, length, due date, and what was passed over on the way.

    `skipped` names the holidays that lay between. `known` is False where the school holidays of a part of the
    period are not filled in, so that the true date may lie later.
    """

    start: date
    term: Term
    day: date
    skipped: tuple[str, ...] = ()
    known: bool = True


def school_year(day: date) -> str:
    """The school year of a day: from 1 August to 31 July."""
    start = _first_year(day)
    return f"{start}-{start + 1}"


def _first_year(day: date) -> int:
    return day.year if day.month >= 8 else day.year - 1


class Calendar:
    """The school holidays that hold for one school."""

    def __init__(self, roosters: Iterable[Vakantierooster] = ()) -> None:
        self.free: dict[date, str] = {}
        self.years: set[str] = set()
        self._digest = ""
        for rooster in roosters:
            if rooster.volledig:
                self.years.add(rooster.schooljaar)
            for holiday in rooster.vakanties:
                day = holiday.van
                while day <= holiday.tot:
                    self.free[day] = holiday.naam
                    day += _DAY
        mondays = Counter(day - timedelta(days=day.weekday()) for day in self.free if day.weekday() < 5)
        self._weeks_off = {monday for monday, days in mondays.items() if days == 5}
        self._days_off = sorted(day for day in self.free if day.weekday() < 5)
        self.due = lru_cache(maxsize=1024)(self._due)

    @classmethod
    def of_school(cls, swv: Samenwerkingsverband | None, school: str) -> Calendar:
        """The calendar of a school: its own roosters where it has them, those of its region for other years."""
        if swv is None:
            return cls()
        region = next((one.regio for one in swv.scholen if one.vestiging == school), None)
        own = {one.schooljaar: one for one in swv.roosters if one.school == school}
        shared = [one for one in swv.roosters if one.regio is not None and one.regio == region and one.schooljaar not in own]
        return cls([*own.values(), *shared])

    @property
    def digest(self) -> str:
        """A fingerprint of the holidays and of the years that are complete, whatever file they came from."""
        if self._digest:
            return self._digest
        import hashlib

        days = [f"{day.isoformat()} {name}" for day, name in sorted(self.free.items())]
        self._digest = hashlib.sha256("\n".join([*sorted(self.years), *days]).encode()).hexdigest()[:16]
        return self._digest

    def is_school_day(self, day: date) -> bool:
        """Monday to Friday, and no holiday."""
        return day.weekday() < 5 and day not in self.free

    def _due(self, start: date, term: Term) -> Due:
        if term.unit == "dagen":
            return Due(start, term, start + term.amount * _DAY)
        if term.unit == "weken":
            return Due(start, term, start + term.amount * _WEEK)
        if term.unit == "maanden":
            return Due(start, term, add_months(start, term.amount))
        if term.unit == "schooljaren":
            return Due(start, term, max(start, date(_first_year(start) + term.amount, 7, 31)))
        day = self._school_days(start, term.amount) if term.unit == "schooldagen" else self._school_weeks(start, term.amount)
        first, last = bisect_left(self._days_off, start), bisect_right(self._days_off, day)
        skipped = dict.fromkeys(self.free[one] for one in self._days_off[first:last])
        years = range(_first_year(start), _first_year(day) + 1)
        return Due(start, term, day, tuple(skipped), all(f"{one}-{one + 1}" in self.years for one in years))

    def _school_days(self, start: date, amount: int) -> date:
        day = start
        limit = start + timedelta(days=7 * amount + 730)
        while amount > 0 and day < limit:
            day += _DAY
            if self.is_school_day(day):
                amount -= 1
        return day

    def _school_weeks(self, start: date, amount: int) -> date:
        day = start
        if day - timedelta(days=day.weekday()) in self._weeks_off:
            day += timedelta(days=6 - day.weekday())
        limit = start + timedelta(weeks=amount + 104)
        while amount > 0 and day < limit:
            day += _WEEK
            monday = day - timedelta(days=day.weekday())
            if monday not in self._weeks_off:
                amount -= 1
        return day


def add_months(day: date, months: int) -> date:
    """The same day `months` later; in a shorter month its last day (31 January and one month: 28 or 29 February)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
