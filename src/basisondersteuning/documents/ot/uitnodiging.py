"""The invitation to the parents of one pupil: a letter about their own child and their own time, and nothing else."""

from __future__ import annotations

from ...casework.caseload import Caseload
from ...model.dossier import Betrokkene, Dossier
from ...model.ot import Agendapunt, Ot
from ...model.words import long_date
from ..audience.see import see_meeting
from ..views import Mens
from ..work import Paper, Work
from . import meeting as shared
from .meeting import People, Slot
from .views import OtUitnodiging, Tijdvak

CHAIR = "leidt het gesprek"


def make(work: Work, meeting: Ot, caseload: Caseload) -> list[Paper]:
    """One invitation for each pupil on the agenda. Of the whole meeting only their own slot is taken."""
    known = shared.dossiers(meeting, caseload)
    return [
        _paper(work, meeting, pupil, slot, known)
        for pupil, slot in shared.slots(meeting).items()
        if any(one.leerling == pupil and shared.wanted(work, one) for one in meeting.agenda)
    ]


def _paper(work: Work, meeting: Ot, pupil: str, slot: Slot, known: dict[str, Dossier]) -> Paper:
    seen = see_meeting(meeting, work.reader, names=work.names, pupil=pupil, dossiers=known)
    item = seen.agenda[0]
    school = work.school(seen.school)
    people = People.at(seen, item)
    parents = [one for one in item.genodigden if "ouder" in one.rol]
    child = shared.item_name(item)
    head = shared.heading(work, "Uitnodiging", f"Gesprek over {child}", (), school, "")
    doc = OtUitnodiging(
        head,
        school,
        shared.named([name for one in parents if (name := shared.filled(one.naam))]),
        child,
        shared.long_day(seen),
        slot.words,
        seen.plaats or "",
        item.vervolg,
        shared.filled(item.vraag),
        shared.areas(item.vakgebied),
        _table(seen, item),
        people.first("intern_begeleider"),
        (_entry(seen, item, slot, school.naam),),
    )
    return Paper(f"ot-uitnodiging-{meeting.datum.isoformat()}-{pupil}", "ot-uitnodiging", doc, pupil)


def _table(seen: Ot, item: Agendapunt) -> tuple[Mens, ...]:
    """Who will be there besides the parents: first who know the child, then the team, then who come from outside."""
    others = [one for one in item.genodigden if "ouder" not in one.rol]
    found: dict[str, Betrokkene] = {}
    for one in (*others, *seen.leden, *seen.externe_deskundigen):
        found.setdefault(one.id, one)
    return tuple(shared.person(one, CHAIR if one.id == seen.voorzitter else "") for one in found.values())


def _entry(seen: Ot, item: Agendapunt, slot: Slot, school: str) -> Tijdvak:
    key = f"{seen.school}-{seen.datum.isoformat()}-{item.leerling}-ouders@basisondersteuning"
    place = f"{school}, {seen.plaats}" if seen.plaats else school
    words = f"Gesprek met het ondersteuningsteam op {long_date(seen.datum)}, {slot.words}."
    return Tijdvak(key, slot.begin, slot.end, "Gesprek over uw kind op school", place, words, seen.datum)
