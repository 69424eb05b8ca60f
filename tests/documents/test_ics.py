"""The calendar file: every slot in it, and text that stays text."""

from __future__ import annotations

import builtins
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.audience.see import Reader
from basisondersteuning.documents.ot import agenda, uitnodiging
from basisondersteuning.documents.ot.views import Tijdvak
from basisondersteuning.documents.output.ics import ics
from basisondersteuning.documents.output.missing import Missing

from .meetings import caseload, item, meeting, work

SLOT = Tijdvak(
    "kenmerk@basisondersteuning",
    datetime(2026, 12, 10, 13, 15),
    datetime(2026, 12, 10, 13, 45),
    "OT: L-0001 (30 min)",
    "teamkamer",
    "",
    date(2026, 12, 10),
)


def events(data: bytes) -> list[Any]:
    """The events of a calendar, as a calendar program reads them."""
    calendar = icalendar.Calendar.from_ical(data)
    assert {one.name for one in calendar.subcomponents} <= {"VTIMEZONE", "VEVENT"}
    return list(calendar.walk("VEVENT"))


def of(*slots: Tijdvak) -> bytes:
    return ics(SimpleNamespace(tijdvakken=slots))


def test_the_team_gets_an_event_for_each_slot_without_a_name() -> None:
    items = item("L-0001", naam="Sanne Voorbeeld", minuten=45), item("L-0002", naam="Bram Verzonnen")
    (paper,) = agenda.make(work(Reader.OT), meeting(*items, plaats="teamkamer"), caseload())
    data = ics(paper.doc)
    found = events(data)
    assert [str(one["summary"]) for one in found] == ["OT: L-0001 (45 min)", "OT: L-0002 (30 min)"]
    assert [one.decoded("dtstart").isoformat() for one in found] == ["2026-12-10T13:15:00+01:00", "2026-12-10T14:00:00+01:00"]
    assert [one.decoded("dtend").isoformat() for one in found] == ["2026-12-10T14:00:00+01:00", "2026-12-10T14:30:00+01:00"]
    assert {str(one["location"]) for one in found} == {"teamkamer"}
    assert b"Sanne" not in data and b"Bram" not in data


def test_the_parents_get_their_own_slot_only() -> None:
    items = item("L-0001", minuten=45), item("L-0002", vraag="Iets anders")
    papers = uitnodiging.make(work(Reader.OUDERS), meeting(*items, plaats="teamkamer"), caseload())
    data = ics(papers[1].doc)
    (only,) = events(data)
    assert str(only["summary"]) == "Gesprek over uw kind op school"
    assert only.decoded("dtstart").isoformat() == "2026-12-10T14:00:00+01:00"
    assert only.decoded("dtend").isoformat() == "2026-12-10T14:30:00+01:00"
    assert str(only["location"]) == "School 99XX00, teamkamer"
    assert b"L-0001" not in data and b"13:15" not in data and b"131500" not in data


def test_keys_are_stable_and_differ_by_pupil_and_reader() -> None:
    items = item("L-0001"), item("L-0002")
    team = ics(agenda.make(work(Reader.OT), meeting(*items), caseload())[0].doc)
    parents = [ics(one.doc) for one in uitnodiging.make(work(Reader.OUDERS), meeting(*items), caseload())]
    keys = [str(one["uid"]) for data in (team, *parents) for one in events(data)]
    assert len(set(keys)) == 4
    assert keys[0] == "99XX00-2026-12-10-L-0001-ot@basisondersteuning"
    assert team == ics(agenda.make(work(Reader.OT), meeting(*items), caseload())[0].doc)
    assert {one.decoded("dtstamp") for one in events(team)} == {datetime(2026, 12, 10, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 28), 1), (date(2026, 3, 29), 2), (date(2026, 10, 24), 2), (date(2026, 10, 25), 1)]
)
def test_the_clock_of_the_school_is_written_out(day: date, hours: int) -> None:
    begin = datetime(day.year, day.month, day.day, 13)
    data = of(SLOT._replace(begin=begin, einde=begin + timedelta(hours=1)))
    zone = icalendar.Calendar.from_ical(data).walk("VTIMEZONE")[0]
    assert isinstance(zone, icalendar.Timezone)
    assert zone["tzid"] == "Europe/Amsterdam"
    assert zone.to_tz().utcoffset(begin) == timedelta(hours=hours)
    assert events(data)[0].decoded("dtstart").utcoffset() == timedelta(hours=hours)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_text_stays_text(text: str) -> None:
    hostile = f"{text}\nEND:VEVENT\r\nBEGIN:VEVENT\rSUMMARY:nep, en; meer\\n{text}"
    data = of(SLOT._replace(titel=hostile, plaats=hostile, uitleg=hostile))
    (only,) = events(data)
    told = [str(only[name]) for name in ("summary", "location", "description")]
    assert told[0] == told[1] == told[2]
    wanted = "\n".join(hostile.splitlines())
    assert len(told[0]) == len(wanted)
    assert all(one in (other, "\ufffd") for one, other in zip(told[0], wanted, strict=True))
    assert "SUMMARY:nep, en; meer\\n" in told[0]
    assert data.count(b"\r\nBEGIN:VEVENT") == 1
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line and b"\r" not in line


def test_no_slots_is_an_empty_calendar() -> None:
    assert events(of()) == []
    assert events(ics(object())) == []


def test_without_icalendar_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *arguments: Any, **more: Any) -> Any:
        if name.split(".")[0] == "icalendar":
            raise ImportError(name)
        return real(name, *arguments, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(Missing) as caught:
        of(SLOT)
    assert "basisondersteuning[ics]" in caught.value.message
