"""What the overview keeps of a file between runs: ids of pupils at most, never a name, a path or a word of a dossier."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from ...findings.finding import Severity
from ...findings.packed import pack_findings, unpack_findings
from ...norms.status import Status
from ..judged_pack import NameAt
from .card import Agenda, Ahead, Card, Duty, Line, Mark, Turn, Waived, What
from .job import Looked


def pack(looked: Looked) -> bytes | None:
    """An answer as bytes; None when it must not be kept, since the name in it cannot be found again."""
    card, agenda = looked.card, looked.agenda
    if card is not None and card.name is not None and looked.name is None:
        return None
    data = [
        None if card is None else _card(card, looked.name),
        None if agenda is None else [agenda.school, _number(agenda.day), agenda.at, agenda.pupils],
        pack_findings(looked.findings, looked.path),
        looked.pupil,
    ]
    return json.dumps(data, separators=(",", ":")).encode()


def unpack(path: str, data: bytes) -> Looked:
    """What was packed, of the file under the path by which it is known now."""
    card, agenda, findings, pupil = json.loads(data)
    return Looked(
        path,
        None if card is None else _read_card(path, card),
        None if agenda is None else Agenda(agenda[0], date.fromordinal(agenda[1]), agenda[2], tuple(agenda[3])),
        unpack_findings(findings, path),
        None if pupil is None else tuple(pupil),
    )


def _card(one: Card, name: NameAt | None) -> list[Any]:
    return [
        one.school,
        one.pupil,
        name,
        one.group,
        [[*line[:3], _number(line.since), line.ready_for, [[_number(t.day), *t[1:]] for t in line.turns]] for line in one.lines],
        [[*duty[:6], duty.status, duty.severity, _number(duty.due), _number(duty.day), *duty[10:]] for duty in one.duties],
        [[*waived[:3], _number(waived.until)] for waived in one.waivers],
        [[_number(mark.day), *mark[1:]] for mark in one.marks],
        [[_number(ahead.day), *ahead[1:]] for ahead in one.ahead],
        _number(one.last),
        _number(one.closed),
        one.remarks,
        one.weight,
    ]  # fmt: skip


def _read_card(path: str, data: list[Any]) -> Card:
    school, pupil, name, group, lines, duties, waivers, marks, ahead, last, closed, remarks, weight = data
    return Card(
        path,
        school,
        pupil,
        None if name is None else NameAt(*name),
        group,
        tuple(_line(one) for one in lines),
        tuple(_duty(one) for one in duties),
        tuple(Waived(rule, title, role, _day(until)) for rule, title, role, until in waivers),
        tuple(Mark(_on(one[0]), *one[1:]) for one in marks),
        tuple(Ahead(_on(one[0]), What(one[1]), *one[2:]) for one in ahead),
        _day(last),
        _day(closed),
        remarks,
        None if weight is None else Severity(weight),
    )


def _line(data: list[Any]) -> Line:
    name, level, supported, since, ready_for, turns = data
    return Line(name, level, supported, _day(since), ready_for, tuple(Turn(_on(one[0]), *one[1:]) for one in turns))


def _duty(data: list[Any]) -> Duty:
    rule, title, why, role, short, action, status, severity, due, day, strand, times = data
    return Duty(rule, title, why, role, short, action, Status(status), Severity(severity), _day(due), _on(day), strand, times)


def _number(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _on(number: int) -> date:
    return date.fromordinal(number)


def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)
