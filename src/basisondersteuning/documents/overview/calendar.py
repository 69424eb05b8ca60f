"""The deadlines of a caseload as a calendar file: whole days, with the id of the pupil and never a name.

The same deadline has the same UID in every file, so that importing a newer file changes what is there and adds no double.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from ...casework.overview.board import Board, Coming, Due, When
from ...casework.overview.card import What
from ...casework.overview.words import ahead_words
from ...model.words import plain, short_date
from ...norms.status import Status
from ..output.ics import ready
from ..output.xmltext import printable

if TYPE_CHECKING:
    from icalendar import Event

_FIRST = date(2020, 1, 1)
"""From this day the versions of a deadline are counted: a file of a later peildatum goes before an earlier one."""


class Entry(NamedTuple):
    """One deadline: what it is about, its day, its title and what stands with it."""

    key: tuple[str, ...]
    day: date
    title: str
    more: str


def deadlines(board: Board) -> bytes:
    """Every duty with a date, and the dates of the ondersteuningsteam. Raises `Missing` when icalendar is not there.

    What is late, or was not kept, stands on the peildatum: on its own day, months ago, nobody would meet it. Its UID is that
    of the same duty in an older file, so that importing this one moves it. What has no date otherwise is not in it.
    """
    ready()
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//basisondersteuning//bo//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    used: dict[str, int] = {}
    for one in entries(board):
        uid = _uid(one.key)
        used[uid] = used.get(uid, 0) + 1
        calendar.add_component(_event(one, uid if used[uid] == 1 else f"{used[uid]}-{uid}", board.peildatum))
    return bytes(calendar.to_ical())


def entries(board: Board) -> Iterator[Entry]:
    """What stands in the calendar, by when it is due."""
    for one in board.every_duty():
        day = board.peildatum if one.when is When.LATE else one.duty.due
        if day is not None and one.when is not When.CLOSED:
            yield _duty(one, day)
    yield from (_meeting(one) for one in board.coming if one.ahead.what is not What.EVALUATION)


def _duty(one: Due, day: date) -> Entry:
    duty, card = one.duty, one.card
    status = f"{duty.status.words}: " if duty.status is not Status.OPEN else ""
    if one.when is When.LATE and not duty.status.failed:
        status = f"{Status.TE_LAAT.words}: {status}"
    area = f" ({plain(duty.strand)})" if duty.strand else ""
    title = f"{card.pupil}: {status}{duty.short}{area}"
    last = "Uiterste datum was" if one.when is When.LATE else "Uiterlijk"
    until = f"{last} {short_date(duty.due)}. " if duty.due is not None else ""
    more = f"{plain(duty.role)}: {duty.action}\n{until}{duty.rule} {duty.title}."
    return Entry(("plicht", card.school, card.pupil, duty.rule, duty.strand or "", duty.day.isoformat()), day, title, more)


def _meeting(one: Coming) -> Entry:
    ahead, card = one.ahead, one.card
    key = (ahead.what.value, card.school, card.pupil, ahead.strand or "", ahead.day.isoformat())
    return Entry(key, ahead.day, f"{card.pupil}: {ahead_words(ahead)}", "")


def _uid(key: tuple[str, ...]) -> str:
    return blake2b("\0".join(key).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest() + "@basisondersteuning"


def _event(one: Entry, uid: str, peildatum: date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(peildatum, time(), UTC))
    event.add("sequence", max((peildatum - _FIRST).days, 0))
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", printable(one.title))
    if one.more:
        event.add("description", printable(one.more))
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    return event
