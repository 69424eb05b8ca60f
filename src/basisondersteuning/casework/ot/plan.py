"""A meeting of the ondersteuningsteam, proposed from the dossiers of one school: who, in which order, for how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import NamedTuple

from ...findings.finding import readable
from ...model.dossier import Dossier
from ...model.ot import Agendapunt, Ot
from ...model.settings import OtInstellingen
from ...model.words import plain, short_date
from ...norms.calendar import Calendar
from ...records.load import Loaded
from ..assess import Assessor
from ..caseload import Caseload
from .brought import Question, brought_in, expertise, question
from .due import Nearly, Waiting, due
from .members import Members, members

BEGIN, LENGTH, FIRST, AGAIN = time(13, 15), 120, 45, 30
"""When a meeting begins, how many minutes there are, and how many for a pupil who is discussed for the first time and who was
before: settings of this tool. The source gives no times."""


class Wanted(NamedTuple):
    """The meeting that is asked for; `minutes` are those of a first and of a later discussion."""

    school: str
    day: date
    begin: time
    length: int
    place: str | None
    minutes: tuple[int, int]
    procedure: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, school: str, day: date, begin: time | None, length: int | None, place: str | None, settings: OtInstellingen
    ) -> Wanted:
        """What the user asks, else what the settings of the school say, else our own."""

        def chosen(*options: int | None) -> int:
            return next(one for one in options if one is not None)

        minutes = (chosen(settings.minuten_eerste, FIRST), chosen(settings.minuten_vervolg, AGAIN))
        return cls(
            school,
            day,
            begin or settings.begin or BEGIN,
            chosen(length, settings.duur, LENGTH),
            place or settings.plaats,
            minutes,
            tuple(settings.werkwijze),
        )

    def clock(self, minutes: int) -> str:
        """The time so many minutes after the beginning: `13:45`."""
        total = self.begin.hour * 60 + self.begin.minute + minutes
        return f"{total // 60 % 24:02d}:{total % 60:02d}"


class Slot(NamedTuple):
    """A pupil with a place on the agenda: `start` counts minutes from the beginning."""

    waiting: Waiting
    start: int
    minutes: int
    question: Question
    expertise: tuple[str, ...]
    brought_in: str | None


class LeftOut(NamedTuple):
    """A pupil who is due and has no place on the agenda, and why."""

    waiting: Waiting
    words: str


@dataclass(slots=True)
class Proposal:
    """The proposed meeting. `left_out` are due as well, `nearly` are not due yet, `remarks` are about the day itself."""

    wanted: Wanted
    members: Members
    peildatum: date
    frame: str
    slots: list[Slot] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    nearly: list[Nearly] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def used(self) -> int:
        """The minutes that the agenda takes."""
        return sum(one.minutes for one in self.slots)


def propose(caseload: Caseload, assessor: Assessor, wanted: Wanted) -> Proposal:
    """Propose a meeting from the dossiers of the wanted school."""
    assert assessor.frame is not None
    dossiers = [one for (school, _), one in sorted(caseload.dossiers.items()) if school == wanted.school]
    calendar = assessor.calendar(wanted.school)
    waiting: list[Waiting] = []
    open_dossiers: list[Dossier] = []
    made = Proposal(wanted, Members([], []), assessor.setup.peildatum, assessor.frame.code)
    for loaded in dossiers:
        verdict = assessor.judge(loaded).verdict
        if verdict is None:
            continue
        if verdict.ended is None and isinstance(loaded.record, Dossier):
            open_dossiers.append(loaded.record)
        found = due(loaded, verdict, calendar, wanted.day)
        if isinstance(found, Nearly):
            made.nearly.append(found)
        elif found is not None:
            elsewhere = _elsewhere(found, caseload.meetings, made)
            if elsewhere:
                made.left_out.append(LeftOut(found, elsewhere))
            else:
                waiting.append(found)
    waiting.sort(key=lambda one: one.order(wanted.day))
    made.members = members(open_dossiers)
    _fill(made, waiting)
    made.remarks = _remarks(wanted, calendar)
    return made


def fitting(lengths: Sequence[int], room: int) -> list[int | None]:
    """When each begins, in minutes, who comes first first; None for what no longer fits. A shorter one may still fit then."""
    used = 0
    starts: list[int | None] = []
    for length in lengths:
        starts.append(used if used + length <= room else None)
        used += length if used + length <= room else 0
    return starts


def _fill(made: Proposal, waiting: list[Waiting]) -> None:
    first, again = made.wanted.minutes
    lengths = [again if one.before else first for one in waiting]
    starts = fitting(lengths, made.wanted.length)
    rest = made.wanted.length - sum(length for length, start in zip(lengths, starts, strict=True) if start is not None)
    for one, length, start in zip(waiting, lengths, starts, strict=True):
        if start is None:
            made.left_out.append(LeftOut(one, f"past niet meer: {length} minuten nodig, {rest} over"))
        else:
            made.slots.append(Slot(one, start, length, question(one), tuple(expertise(one)), brought_in(one)))


def _elsewhere(one: Waiting, meetings: list[Loaded], made: Proposal) -> str:
    """Why another meeting makes this one needless: the pupil was discussed there, or is going to be; else nothing."""
    known = {event.datum for event in one.dossier.tijdlijn if event.soort == "ot_bespreking"}
    for loaded in meetings:
        meeting = loaded.record
        if not isinstance(meeting, Ot) or meeting.school != made.wanted.school or meeting.datum >= made.wanted.day:
            continue
        for item in meeting.agenda:
            if item.leerling != one.pupil or meeting.datum in known:
                continue
            if _held(item) and meeting.datum <= made.peildatum:
                return f"al besproken op {short_date(meeting.datum)}, maar nog niet verwerkt ({readable(loaded.name)})"
            if meeting.datum >= made.peildatum:
                return f"staat al op de agenda van {short_date(meeting.datum)}"
    return ""


def _held(item: Agendapunt) -> bool:
    return bool(item.aanwezig or item.bespreking)


def _remarks(wanted: Wanted, calendar: Calendar) -> list[str]:
    """What is to be said of the day, the time and the settings themselves."""
    found = []
    if not calendar.is_school_day(wanted.day):
        free = calendar.free.get(wanted.day)
        found.append(f"Op deze dag is er geen school ({plain(free) if free else 'weekend'}).")
    if not wanted.procedure:
        found.append("De vaste werkwijze van uw OT staat er niet bij; zet haar één keer in bo.yaml, bij ot.")
    return found
