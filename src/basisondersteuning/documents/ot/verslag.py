"""The report of a meeting of the ondersteuningsteam: the whole for the team, one pupil for everyone else."""

from __future__ import annotations

from ...casework.caseload import Caseload
from ...model.dossier import Dossier
from ...model.ot import Agendapunt, Ot
from ...model.words import long_date, short_date
from ..audience.see import Reader, see_meeting
from ..views import Mens
from ..work import Paper, Work
from . import meeting as shared
from .meeting import People
from .views import AfspraakVan, OtVerslag, VerslagPunt

SORT = "Verslag van het OT"
UNNAMED = "Ouder of verzorger"


def make(work: Work, meeting: Ot, caseload: Caseload) -> list[Paper]:
    """One report for the team, or one for each pupil who was discussed; none of what is still to come."""
    held = [one for one in meeting.agenda if any(_written(one))]
    if not held:
        return []
    if work.reader is Reader.OT and work.pupil is None and work.group is None:
        return [_whole(work, meeting)]
    pupils = dict.fromkeys(one.leerling for one in held if shared.wanted(work, one))
    known = shared.dossiers(meeting, caseload)
    return [_single(work, meeting, pupil, known) for pupil in pupils]


def _whole(work: Work, meeting: Ot) -> Paper:
    seen = see_meeting(meeting, work.reader, names=work.names)
    school = work.school(seen.school)
    begin, end = shared.hours(meeting)
    doc = OtVerslag(
        shared.heading(work, SORT, shared.long_day(seen).capitalize(), (school.naam,), school, shared.warning(work)),
        school,
        shared.meeting_facts(seen, People(seen.leden, seen.externe_deskundigen), f"{begin} tot {end} uur"),
        True,
        tuple(_point(seen, item, str(number)) for number, item in enumerate(seen.agenda, 1)),
        _together(seen),
        (),
    )
    return Paper(f"ot-verslag-{meeting.datum.isoformat()}-{meeting.school}", "ot-verslag", doc)


def _single(work: Work, meeting: Ot, pupil: str, known: dict[str, Dossier]) -> Paper:
    """The report about one pupil; the hours of the meeting stay out, for they say something of others."""
    seen = see_meeting(meeting, work.reader, names=work.names, pupil=pupil, dossiers=known)
    item = next(one for one in seen.agenda if one.leerling == pupil)
    school = work.school(seen.school)
    signs = work.reader is not Reader.SWV or work.names  # a pseudonym signs nothing
    doc = OtVerslag(
        shared.heading(work, SORT, shared.item_name(item), (shared.long_day(seen), school.naam), school, shared.warning(work)),
        school,
        shared.meeting_facts(seen, People(seen.leden, seen.externe_deskundigen), ""),
        False,
        (_point(seen, item, ""),),
        (),
        _signers(item) if signs else (),
    )
    return Paper(f"ot-verslag-{meeting.datum.isoformat()}-{pupil}", "ot-verslag", doc, pupil)


def _point(seen: Ot, item: Agendapunt, number: str) -> VerslagPunt:
    people = People.at(seen, item)
    return VerslagPunt(
        number,
        shared.item_name(item),
        shared.group_words(item.groep),
        shared.filled(item.vraag),
        shared.areas(item.vakgebied),
        any(_written(item)),
        _present(people, item),
        item.inbreng or "",
        item.bespreking or "",
        shared.outcomes(item.uitkomsten),
        shared.agreements(item.afspraken, people),
        long_date(item.evaluatiedatum) if item.evaluatiedatum else "",
    )


def _written(item: Agendapunt) -> tuple[object, ...]:
    """What is filled in afterwards."""
    return (item.aanwezig, item.bespreking, item.uitkomsten, item.afspraken, item.evaluatiedatum)


def _present(people: People, item: Agendapunt) -> tuple[Mens, ...]:
    """Who was there; who has gezag is for other papers."""
    return tuple(people.person(one)._replace(gezag="") for one in item.aanwezig or ())


def _together(seen: Ot) -> tuple[AfspraakVan, ...]:
    """All agreements of the meeting by date, so that each can see at a glance what is theirs."""
    found = [(one, item) for item in seen.agenda for one in item.afspraken]
    found.sort(key=lambda pair: pair[0].wanneer)
    return tuple(
        AfspraakVan(short_date(one.wanneer), People.at(seen, item).name(one.wie), one.wat, shared.item_name(item))
        for one, item in found
    )


def _signers(item: Agendapunt) -> tuple[str, ...]:
    """The parents, by name; one unnamed line when none are known, so that there is still a place to sign."""
    parents = [shared.filled(one.naam) for one in item.genodigden if "ouder" in one.rol]
    return tuple(one or UNNAMED for one in parents) or (UNNAMED,)
