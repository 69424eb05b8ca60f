"""School days and terms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basisondersteuning.model.swv import Samenwerkingsverband, Vakantierooster
from basisondersteuning.norms.calendar import UNITS, Calendar, Term, add_months, school_year

from .build import HOLIDAYS

CALENDAR = Calendar([HOLIDAYS])
NEVER = Calendar()


def due(start: str, unit: str, amount: int, calendar: Calendar = CALENDAR) -> str:
    return calendar.due(date.fromisoformat(start), Term(unit, amount)).day.isoformat()


@pytest.mark.parametrize(
    ("start", "unit", "amount", "last"),
    [
        ("2026-09-07", "dagen", 10, "2026-09-17"),
        ("2026-10-05", "dagen", 10, "2026-10-15"),  # holidays count
        ("2026-09-07", "weken", 2, "2026-09-21"),
        ("2026-10-05", "weken", 2, "2026-10-19"),
        ("2026-09-07", "schooldagen", 1, "2026-09-08"),
        ("2026-09-07", "schooldagen", 5, "2026-09-14"),  # over a weekend
        ("2026-10-08", "schooldagen", 2, "2026-10-19"),  # Thursday; Friday, then a week of holiday
        ("2026-09-07", "schoolweken", 2, "2026-09-21"),
        ("2026-10-05", "schoolweken", 1, "2026-10-19"),
        ("2026-10-05", "schoolweken", 2, "2026-10-26"),
        ("2026-12-14", "schoolweken", 1, "2027-01-04"),  # two weeks of holiday
        ("2026-09-30", "maanden", 1, "2026-10-30"),
        ("2026-10-31", "maanden", 1, "2026-11-30"),
        ("2026-12-31", "maanden", 2, "2027-02-28"),
        ("2026-12-31", "maanden", 12, "2027-12-31"),
        ("2027-12-31", "maanden", 2, "2028-02-29"),  # a leap year
        ("2026-11-30", "maanden", 3, "2027-02-28"),
        ("2026-08-01", "schooljaren", 1, "2027-07-31"),  # the first day of a school year
        ("2027-07-31", "schooljaren", 1, "2027-07-31"),  # the last: due the same day
        ("2027-07-31", "schooljaren", 2, "2028-07-31"),
        ("2026-12-31", "schooljaren", 1, "2027-07-31"),
        ("2027-01-01", "schooljaren", 1, "2027-07-31"),  # a new calendar year changes nothing
        ("2026-09-07", "schooljaren", 3, "2029-07-31"),
    ],
)
def test_each_unit(start: str, unit: str, amount: int, last: str) -> None:
    assert due(start, unit, amount) == last


@pytest.mark.parametrize("unit", UNITS)
def test_a_term_of_zero_ends_on_the_day_itself(unit: str) -> None:
    assert due("2026-09-07", unit, 0) == "2026-09-07"


@pytest.mark.parametrize(
    ("start", "unit", "last"),
    [
        ("2026-09-12", "schooldagen", "2026-09-14"),  # Saturday: Monday is the first school day
        ("2026-09-13", "schooldagen", "2026-09-14"),
        ("2026-09-12", "schoolweken", "2026-09-19"),  # Saturday to Saturday
        ("2026-09-12", "dagen", "2026-09-13"),
        ("2026-10-17", "schooldagen", "2026-10-19"),  # Saturday in a holiday
    ],
)
def test_starts_in_a_weekend(start: str, unit: str, last: str) -> None:
    assert due(start, unit, 1) == last


def test_a_week_with_one_school_day_counts() -> None:
    rooster = Vakantierooster.model_validate(
        {
            "schooljaar": "2026-2027",
            "volledig": "ja",
            "bron": "b",
            "vakanties": [{"naam": "bijna een week", "van": "2026-09-14", "tot": "2026-09-17"}],
        }
    )
    assert due("2026-09-07", "schoolweken", 1, Calendar([rooster])) == "2026-09-14"


def test_without_holidays_every_weekday_is_a_school_day() -> None:
    assert due("2026-10-05", "schoolweken", 2, NEVER) == "2026-10-19"
    assert due("2026-10-09", "schooldagen", 1, NEVER) == "2026-10-12"


def test_what_was_passed_over_is_named_once() -> None:
    found = CALENDAR.due(date(2026, 10, 5), Term("schoolweken", 2))
    assert found.skipped == ("herfstvakantie",)
    assert found.known
    assert CALENDAR.due(date(2026, 9, 7), Term("schoolweken", 2)).skipped == ()
    assert CALENDAR.due(date(2026, 10, 5), Term("weken", 2)).skipped == ()


def test_a_school_year_that_is_not_filled_in_is_not_known() -> None:
    assert not NEVER.due(date(2026, 9, 7), Term("schoolweken", 2)).known
    assert not CALENDAR.due(date(2027, 7, 26), Term("schoolweken", 2)).known  # runs into 2027-2028
    assert CALENDAR.due(date(2027, 7, 19), Term("schooldagen", 5)).known
    assert NEVER.due(date(2026, 9, 7), Term("weken", 2)).known  # calendar weeks need no holidays
    partial = HOLIDAYS.model_copy(update={"volledig": False})
    assert not Calendar([partial]).due(date(2026, 9, 7), Term("schoolweken", 2)).known


def test_the_school_year_begins_in_august() -> None:
    assert school_year(date(2026, 7, 31)) == "2025-2026"
    assert school_year(date(2026, 8, 1)) == "2026-2027"


def test_school_days_end_even_without_any() -> None:
    always = Vakantierooster.model_validate(
        {
            "schooljaar": "2026-2027",
            "volledig": "ja",
            "bron": "b",
            "vakanties": [{"naam": "altijd", "van": "2026-08-01", "tot": "2036-07-31"}],
        }
    )
    assert Calendar([always]).due(date(2026, 9, 7), Term("schooldagen", 3)).day > date(2026, 9, 7)


def test_a_schools_own_roosters_go_before_those_of_its_region() -> None:
    def rooster(owner: dict[str, str], year: str, name: str, day: str) -> dict[str, object]:
        return {
            "schooljaar": year,
            **owner,
            "volledig": "ja",
            "bron": "b",
            "vakanties": [{"naam": name, "van": day, "tot": day}],
        }

    swv = Samenwerkingsverband.model_validate(
        {
            "soort": "samenwerkingsverband",
            "naam": "S",
            "scholen": [{"vestiging": "99XX00", "naam": "A", "regio": "noord"}],
            "roosters": [
                rooster({"regio": "noord"}, "2026-2027", "regio", "2026-09-08"),
                rooster({"school": "99XX00"}, "2026-2027", "eigen", "2026-09-09"),
                rooster({"regio": "noord"}, "2027-2028", "later", "2027-09-08"),
                rooster({"regio": "zuid"}, "2026-2027", "ver weg", "2026-09-10"),
            ],
        }
    )
    assert set(Calendar.of_school(swv, "99XX00").free.values()) == {"eigen", "later"}
    assert Calendar.of_school(swv, "00AA00").free == {}
    assert Calendar.of_school(None, "99XX00").free == {}


def test_a_term_in_words() -> None:
    assert str(Term("schoolweken", 1)) == "1 schoolweek"
    assert str(Term("dagen", 3)) == "3 dagen"
    assert str(Term("schooljaren", 1)) == "1 schooljaar"
    assert str(Term("schooljaren", 2)) == "2 schooljaren"


def test_a_term_in_school_years_needs_no_holidays() -> None:
    found = NEVER.due(date(2026, 10, 5), Term("schooljaren", 2))
    assert (found.known, found.skipped) == (True, ())
    assert found == CALENDAR.due(date(2026, 10, 5), Term("schooljaren", 2))


DAYS = st.dates(date(2026, 8, 1), date(2027, 7, 1))
UNIT = st.sampled_from(UNITS)
AMOUNT = st.integers(0, 12)


@given(DAYS, UNIT, AMOUNT)
def test_a_longer_term_never_ends_earlier(start: date, unit: str, amount: int) -> None:
    assert CALENDAR.due(start, Term(unit, amount)).day <= CALENDAR.due(start, Term(unit, amount + 1)).day


@given(DAYS, st.integers(0, 40), UNIT, AMOUNT)
def test_a_later_start_never_ends_earlier(start: date, later: int, unit: str, amount: int) -> None:
    other = start + timedelta(days=later)
    assert CALENDAR.due(start, Term(unit, amount)).day <= CALENDAR.due(other, Term(unit, amount)).day


def test_a_start_in_the_holidays() -> None:
    assert due("2026-10-09", "schoolweken", 1) == "2026-10-23"  # the Friday before
    assert due("2026-10-12", "schoolweken", 1) == "2026-10-25"  # from the Sunday that ends the holiday
    assert due("2026-10-19", "schoolweken", 1) == "2026-10-26"


@given(DAYS, AMOUNT)
def test_school_days_are_counted_one_by_one(start: date, amount: int) -> None:
    last = CALENDAR.due(start, Term("schooldagen", amount)).day
    days = [start + timedelta(days=one) for one in range(1, (last - start).days + 1)]
    assert sum(map(CALENDAR.is_school_day, days)) == amount
    assert amount == 0 or CALENDAR.is_school_day(last)


@given(DAYS, AMOUNT)
def test_months_keep_the_day_or_take_the_last_one(start: date, months: int) -> None:
    later = add_months(start, months)
    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
    assert later.day == start.day or (later.day < start.day and (later + timedelta(days=1)).day == 1)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(1, 10))
def test_school_years_end_on_31_july_of_the_nth_school_year(start: date, amount: int) -> None:
    last = NEVER.due(start, Term("schooljaren", amount)).day
    assert (last.month, last.day) == (7, 31)
    assert last >= start
    assert int(school_year(last)[:4]) - int(school_year(start)[:4]) == amount - 1
    assert school_year(last) != school_year(last + timedelta(days=1))
