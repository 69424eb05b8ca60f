"""Which support runs on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework.running import running
from basisondersteuning.model.dossier import Dossier
from documents.meetings import dossier, support

DAY = date(2026, 11, 24)


def names(*events: dict[str, Any], day: date = DAY) -> list[str]:
    """The ids of the support that runs."""
    record = dossier(*events).record
    assert isinstance(record, Dossier)
    return [one.event.id for one in running(record, day)]


def evaluation(of: str, day: str, **more: object) -> dict[str, Any]:
    return {"datum": day, "soort": "evaluatie", "van": of, **more}


def step_down(day: str, to: str, **more: object) -> dict[str, Any]:
    return {"datum": day, "soort": "afschaling", "naar": to, "door": "ib", "reden": "Het gaat goed.", **more}


def test_support_runs_from_its_own_day() -> None:
    assert names(support(day="2026-11-24")) == ["o1"]
    assert names(support(day="2026-11-24"), day=date(2026, 11, 23)) == []


def test_an_end_date_that_passed_does_not_end_it_but_is_shown() -> None:
    record = dossier(support(tot="2026-11-23"), support("o2", tot="2026-11-24")).record
    assert isinstance(record, Dossier)
    assert [(one.event.id, one.overdue, one.until) for one in running(record, DAY)] == [
        ("o1", True, date(2026, 11, 23)),
        ("o2", False, DAY),
    ]


@pytest.mark.parametrize("effect", ["doel_bereikt_duurzaam", "doel_bereikt", "deels", "onvoldoende"])
def test_a_judged_effect_ends_it(effect: str) -> None:
    events = support(tot="2026-12-18"), evaluation("o1", "2026-11-24", effect=effect)
    assert names(*events) == []
    assert names(*events, day=date(2026, 11, 23)) == ["o1"]


def test_an_evaluation_without_its_effect_ends_nothing() -> None:
    assert names(support(), evaluation("o1", "2026-11-20")) == ["o1"]


def test_what_is_followed_up_makes_place() -> None:
    assert names(support(), support("o2", "2026-11-02", vorm="voortgezet", vervolg_op="o1")) == ["o2"]
    assert names(support(), support("o2", "2026-11-02", vorm="geintensiveerd")) == ["o2"]
    assert names(support(), support("o2", "2026-11-02", vorm="geintensiveerd", vakgebied="spelling")) == ["o1", "o2"]
    assert names(support(), support("o2", "2026-11-02")) == ["o1", "o2"]


def test_only_what_it_names_makes_place() -> None:
    events = support(), support("o2", "2026-09-15"), support("o3", "2026-11-02", vorm="aangepast", vervolg_op="o1")
    assert names(*events) == ["o2", "o3"]


def test_going_on_after_an_evaluation_is_support_of_its_own() -> None:
    after = support("o2", "2026-11-10", vorm="voortgezet", vervolg_op="o1")
    assert names(support(), evaluation("o1", "2026-11-09", effect="deels"), after) == ["o2"]


def test_a_step_down_ends_what_ran_in_its_vakgebied() -> None:
    spelling = support("s1", vakgebied="spelling")
    assert names(support(), spelling, step_down("2026-11-02", "1", vakgebied="rekenen")) == ["s1"]
    assert names(support(), spelling, step_down("2026-11-02", "1")) == []
    assert names(support(), step_down("2026-11-02", "1"), support("o2", "2026-11-02", vorm="aangepast")) == ["o2"]
    assert names(support(day="2026-11-02"), step_down("2026-11-02", "geen")) == []


def test_nothing_runs_in_a_closed_dossier_or_after_the_pupil_left() -> None:
    assert names(support(), {"datum": "2026-11-20", "soort": "afsluiting", "reden": "Verhuisd."}) == []
    gone = {"datum": "2026-11-20", "soort": "overdracht", "naar": "een andere school", "van_school": "ja"}
    assert names(support(), gone) == []
    assert names(support(), gone, day=date(2026, 11, 19)) == ["o1"]
    assert names(support(), {**gone, "naar": "groep 6", "van_school": "nee"}) == ["o1"]


@given(st.lists(st.integers(0, 60), min_size=1, max_size=6), st.integers(0, 80), st.integers(0, 80))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_later_events_do_not_exist(days: list[int], day: int, more: int) -> None:
    first = date(2026, 9, 1)
    events = [support(f"o{index}", (first + timedelta(one)).isoformat()) for index, one in enumerate(days)]
    asked = first + timedelta(day)
    later = max(asked + timedelta(1 + more), first + timedelta(days[0]))
    judged = evaluation("o0", later.isoformat(), effect="deels")
    assert names(*events, day=asked) == names(*events, judged, day=asked)
