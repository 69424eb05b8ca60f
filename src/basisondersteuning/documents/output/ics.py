"""A calendar file that any agenda program can read, from the slots that a view has in `tijdvakken`."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from ..ot.views import Tijdvak
from .missing import extra
from .xmltext import printable

if TYPE_CHECKING:
    from icalendar import Event, Timezone

ZONE = "Europe/Amsterdam"
"""The clock of every school."""


def ready() -> None:
    """Raises `Missing` when icalendar is not there."""
    try:
        import icalendar  # noqa: F401
    except ImportError as error:
        raise extra("een agendabestand (ics)", "ics") from error


def ics(doc: object) -> bytes:
    """The slots of a view as one calendar; the same view gives the same bytes. Text stays text, whatever it holds.

    Raises `Missing` when icalendar is not there.
    """
    ready()
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//basisondersteuning//bo//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(_zone())
    for slot in cast("tuple[Tijdvak, ...]", getattr(doc, "tijdvakken", ())):
        calendar.add_component(_event(slot))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """The clock of Amsterdam as it has run since 1996; written out, so that no list of zones of a machine is in it."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    winter, summer = timedelta(hours=1), timedelta(hours=2)
    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, first, name, before, after in (
        (TimezoneDaylight(), datetime(1996, 3, 31, 2), "CEST", winter, summer),
        (TimezoneStandard(), datetime(1996, 10, 27, 3), "CET", summer, winter),
    ):
        part.add("dtstart", first)
        part.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1SU"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def _event(slot: Tijdvak) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", slot.kenmerk)
    event.add("dtstamp", datetime.combine(slot.gemaakt, time(), UTC))  # the hour of making would differ at every run
    event.add("dtstart", slot.begin, parameters={"TZID": ZONE})
    event.add("dtend", slot.einde, parameters={"TZID": ZONE})
    event.add("summary", _text(slot.titel))
    if slot.plaats:
        event.add("location", _text(slot.plaats))
    if slot.uitleg:
        event.add("description", _text(slot.uitleg))
    event.add("class", "CONFIDENTIAL")
    return event


def _text(words: str) -> str:
    """The words without characters that no calendar may hold; line ends of one kind."""
    return printable("\n".join(words.splitlines()))
