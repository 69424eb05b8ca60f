"""Dates as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.model.spoken_dates import spoken_date

TODAY = date(2026, 11, 25)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("vandaag", "2026-11-25", "2026-11-25"),
        (" Gisteren ", "2026-11-24", "2026-11-24"),
        ("eergisteren", "2026-11-23", "2026-11-23"),
        ("morgen", "2026-11-26", "2026-11-26"),
        ("ma", "2026-11-23", "2026-11-30"),
        ("Maandag", "2026-11-23", "2026-11-30"),
        ("wo", "2026-11-25", "2026-12-02"),
        ("do", "2026-11-19", "2026-11-26"),
        ("vorige week di", "2026-11-17", "2026-11-17"),
        ("volgende week di", "2026-12-01", "2026-12-01"),
        ("deze vrijdag", "2026-11-27", "2026-11-27"),
        ("afgelopen wo", "2026-11-18", "2026-11-18"),
        ("komende wo", "2026-12-02", "2026-12-02"),
        ("3-11", "2026-11-03", "2027-11-03"),
        ("25/11", "2026-11-25", "2026-11-25"),
        ("12-12", "2025-12-12", "2026-12-12"),
        ("29-2", "2024-02-29", "2028-02-29"),
        ("3 nov", "2026-11-03", "2027-11-03"),
        ("3 mrt.", "2026-03-03", "2027-03-03"),
        ("3 november 2025", "2025-11-03", "2025-11-03"),
        ("3-11-2026", "2026-11-03", "2026-11-03"),
        ("3.11.26", "2026-11-03", "2026-11-03"),
        ("2026-11-03", "2026-11-03", "2026-11-03"),
        ("over 6 weken", "2027-01-06", "2027-01-06"),
        ("een week geleden", "2026-11-18", "2026-11-18"),
        ("over 3 maanden", "2027-02-25", "2027-02-25"),
        ("over 1 jaar", "2027-11-25", "2027-11-25"),
    ],
)
def test_what_people_mean(text: str, past: str, ahead: str) -> None:
    assert spoken_date(text, TODAY).isoformat() == past
    assert spoken_date(text, TODAY, ahead=True).isoformat() == ahead


def test_a_month_ends_on_its_last_day_where_it_is_shorter() -> None:
    assert spoken_date("over 1 maand", date(2026, 1, 31)) == date(2026, 2, 28)
    assert spoken_date("over 1 jaar", date(2028, 2, 29)) == date(2029, 2, 28)


@pytest.mark.parametrize(
    "text", ["", "31-2", "over 3", "over 3 weken geleden", "3 weken", "maan", "13-13", "3-11-1026", "mei", "x 3 nov"]
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        spoken_date(text, TODAY)


DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@settings(derandomize=True, max_examples=300)
@given(DAYS, DAYS, st.booleans())
def test_without_a_year_it_is_the_nearest_one_on_that_side(day: date, today: date, ahead: bool) -> None:
    for text in (f"{day.day}-{day.month}", f"{day.day}/{day.month:02}"):
        found = spoken_date(text, today, ahead=ahead)
        assert (found.day, found.month) == (day.day, day.month)
        assert found >= today if ahead else found <= today
        assert abs(found - today) < timedelta(366 if (day.day, day.month) != (29, 2) else 8 * 366)
    assert spoken_date(day.isoformat(), today, ahead=ahead) == day


@settings(derandomize=True, max_examples=200)
@given(DAYS, st.sampled_from(["ma", "di", "woensdag", "do", "vrijdag", "za", "zo"]))
def test_the_name_of_a_day_is_within_a_week(today: date, name: str) -> None:
    past, ahead = spoken_date(name, today), spoken_date(name, today, ahead=True)
    assert today - timedelta(7) < past <= today < ahead <= today + timedelta(7)
    assert past.weekday() == ahead.weekday()


@settings(derandomize=True, max_examples=300)
@given(st.text(max_size=20), DAYS, st.booleans())
def test_any_text_is_a_day_or_a_value_error(text: str, today: date, ahead: bool) -> None:
    with suppress(ValueError):
        spoken_date(text, today, ahead=ahead)
