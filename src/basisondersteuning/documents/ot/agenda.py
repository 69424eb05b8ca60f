"""The agenda of a meeting of the ondersteuningsteam, for who sit at the table."""

from __future__ import annotations

from datetime import date

from ...casework.caseload import Caseload
from ...model.ot import Agendapunt, Ot
from ...model.words import count, long_date, short_date
from ..audience.see import Reader, see_meeting
from ..work import Paper, Work
from . import meeting as shared
from .facts import facts_of
from .meeting import People, Slot
from .views import AgendaPunt, OtAgenda, Tijdvak


def make(work: Work, meeting: Ot, caseload: Caseload) -> list[Paper]:
    """The agenda as one document; none when nobody on it was asked for."""
    slots = shared.slots(meeting)
    alone = work.pupil if work.reader is Reader.SWV else None
    known = shared.dossiers(meeting, caseload)
    seen = see_meeting(meeting, work.reader, names=work.names, pupil=alone, dossiers=known)
    shown = (one for one in meeting.agenda if alone in (None, one.leerling))
    pairs = [pair for pair in zip(shown, seen.agenda, strict=False) if shared.wanted(work, pair[0])]
    if not pairs and meeting.agenda:
        return []
    people = People(seen.leden, seen.externe_deskundigen)
    school = work.school(meeting.school)
    points = tuple(
        _point(work, seen, item, number, slots[own.leerling], caseload, own) for number, (own, item) in enumerate(pairs, 1)
    )
    begin, end = shared.hours(meeting)
    doc = OtAgenda(
        shared.heading(
            work,
            "Agenda van het OT",
            shared.long_day(meeting).capitalize(),
            (school.naam, ", ".join(filter(None, (f"{begin} tot {end} uur", seen.plaats)))),
            school,
            shared.warning(work),
        ),
        school,
        shared.meeting_facts(seen, people, f"{begin} tot {end} uur"),
        shared.persons(seen.leden),
        shared.persons(seen.externe_deskundigen),
        tuple(seen.werkwijze),
        points,
        *_fit(meeting),
        long_date(work.peildatum) if any(one.feiten for one in points) else "",
        tuple(_entry(seen, item, slots[own.leerling], meeting.datum) for own, item in pairs),
    )
    return [Paper(f"ot-agenda-{meeting.datum.isoformat()}-{meeting.school}", "ot-agenda", doc)]


def _point(work: Work, seen: Ot, item: Agendapunt, number: int, slot: Slot, caseload: Caseload, own: Agendapunt) -> AgendaPunt:
    people = People.at(seen, item)
    loaded = caseload.of(seen.school, own.leerling)
    return AgendaPunt(
        str(number),
        slot.words,
        count(item.minuten, "minuut", "minuten"),
        shared.item_name(item),
        shared.group_words(item.groep),
        "vervolg" if item.vervolg else "eerste bespreking",
        shared.areas(item.vakgebied),
        people.with_role(item.inbrenger),
        shared.filled(item.vraag),
        shared.persons(item.genodigden),
        _invited(item),
        item.externe_deskundigheid == "nodig",
        item.inbreng or "",
        facts_of(work, loaded) if loaded is not None else (),
    )


def _invited(item: Agendapunt) -> str:
    if item.ouders_uitgenodigd_op is not None:
        return f"De ouders zijn uitgenodigd op {short_date(item.ouders_uitgenodigd_op)}."
    return "Dat de ouders zijn uitgenodigd, is nog niet vastgelegd."


def _fit(meeting: Ot) -> tuple[str, bool]:
    """Whether the agenda fits its time, in a sentence."""
    asked = sum(item.minuten for item in meeting.agenda)
    left = meeting.duur - asked
    if not meeting.agenda:
        return "Er staan nog geen leerlingen op de agenda.", True
    if left < 0:
        return f"De agenda is {count(-left, 'minuut', 'minuten')} te lang voor de tijd die er is.", False
    if left == 0:
        return "De agenda vult de tijd precies.", True
    return f"Aan het eind {'blijft' if left == 1 else 'blijven'} {count(left, 'minuut', 'minuten')} over.", True


def _entry(seen: Ot, item: Agendapunt, slot: Slot, day: date) -> Tijdvak:
    """The slot without a name: calendars are shared, and stand open on a screen."""
    key = f"{seen.school}-{day.isoformat()}-{item.leerling}-ot@basisondersteuning"
    title = f"OT: {item.leerling} ({item.minuten} min)"
    return Tijdvak(key, slot.begin, slot.end, title, seen.plaats or "", "", day)
