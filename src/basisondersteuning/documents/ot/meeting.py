"""What the documents about a meeting of the ondersteuningsteam share: who is who, and who comes when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from ...casework.caseload import Caseload
from ...model.dossier import Betrokkene, Dossier, Leerling
from ...model.events_team import Afspraak, Uitkomst
from ...model.ot import OPEN_NAME, OPEN_QUESTION, UNSURE, Agendapunt, Ot
from ...model.words import full_date, plain, short_date
from ..audience.see import WARNING as NAMES_REMAIN
from ..audience.see import Reader
from ..views import READER_WORDS, AfspraakRegel, Feit, Kop, Mens, School, UitkomstRegel, role_words
from ..work import Work

OUTCOME_WORDS = {
    "aanpassing_groepsniveau": "Aanpassing op groepsniveau",
    "onderzoek": "Onderzoek",
    "aanvraag_arrangement": "Aanvraag van een arrangement",
    "anders": "Iets anders",
}
"""The sorts of outcome, as a reader sees them (passage 18)."""

LONGEST_MINUTES = 24 * 60
"""Minutes that are reckoned with at most: more is a typing error, and the clock would run off the calendar."""


class Slot(NamedTuple):
    """When a pupil is discussed, by the clock of the school."""

    begin: datetime
    end: datetime

    @property
    def words(self) -> str:
        """`13:15 tot 13:45 uur`."""
        return f"{clock(self.begin)} tot {clock(self.end)} uur"


def slots(meeting: Ot) -> dict[str, Slot]:
    """The slot of each pupil: one after the other, from the beginning of the meeting."""
    found: dict[str, Slot] = {}
    begin = datetime.combine(meeting.datum, meeting.begin)
    for item in meeting.agenda:
        end = begin + timedelta(minutes=min(item.minuten, LONGEST_MINUTES))
        found.setdefault(item.leerling, Slot(begin, end))
        begin = end
    return found


def hours(meeting: Ot) -> tuple[str, str]:
    """Begin and end of the whole meeting: `13:15`, `15:15`."""
    begin = datetime.combine(meeting.datum, meeting.begin)
    return clock(begin), clock(begin + timedelta(minutes=min(meeting.duur, LONGEST_MINUTES)))


def clock(moment: datetime) -> str:
    """`13:15`."""
    return f"{moment:%H:%M}"


def long_day(meeting: Ot) -> str:
    """`donderdag 10 december 2026`."""
    return full_date(meeting.datum)


class People:
    """The people of a meeting, by id. Someone whom nobody knows goes by that id."""

    def __init__(self, *groups: Iterable[Betrokkene]) -> None:
        self._known: dict[str, Betrokkene] = {}
        for group in groups:
            for one in group:
                self._known.setdefault(one.id, one)

    @classmethod
    def at(cls, meeting: Ot, item: Agendapunt) -> People:
        """Everyone who may be named at one item: members, experts, and who is invited for this pupil only."""
        return cls(meeting.leden, meeting.externe_deskundigen, item.genodigden)

    def name(self, key: str | None) -> str:
        """The name of someone; empty for nobody."""
        if key is None:
            return ""
        found = self._known.get(key)
        return _naam(found) if found else key

    def with_role(self, key: str | None) -> str:
        """`T. de Wit (intern begeleider)`."""
        found = self._known.get(key or "")
        roles = role_words(_roles(found)) if found else ""
        return f"{self.name(key)} ({roles})" if roles else self.name(key)

    def person(self, key: str) -> Mens:
        """Someone with a role; only a name when nobody knows who it is."""
        found = self._known.get(key)
        return person(found) if found else Mens(key, "")

    def first(self, role: str) -> str:
        """The name of the first who has a role; empty when nobody has."""
        return next((filled(one.naam) for one in self._known.values() if role in one.rol), "")


def person(one: Betrokkene, also: str = "") -> Mens:
    """Someone with a role; `also` is what else they do at the table."""
    words = role_words(_roles(one))
    areas = [area for area in map(plain, one.expertise) if area not in words]  # «schoolmaatschappelijk werker» says it already
    if areas:
        expertise = named(areas)
        words = f"{words} ({expertise})" if words else expertise
    gezag = "" if one.gezag is None else "met gezag" if one.gezag else "zonder gezag"
    return Mens(_naam(one), ", ".join(filter(None, (words, also))), one.organisatie or "", gezag)


def persons(people: Iterable[Betrokkene]) -> tuple[Mens, ...]:
    """People with their roles."""
    return tuple(person(one) for one in people)


def _roles(one: Betrokkene) -> list[str]:
    """The roles of someone; without the first where the name is a pseudonym that says it, as in `ouder 1`."""
    first, *others = one.rol
    word, _, number = one.naam.rpartition(" ")
    return list(others) if number.isdecimal() and word == plain(first) else list(one.rol)


def _naam(one: Betrokkene) -> str:
    return filled(one.naam) or "Naam nog niet bekend"


def filled(text: str) -> str:
    """What somebody wrote; empty for what a proposal left open for people."""
    return "" if text in (OPEN_NAME, OPEN_QUESTION) or text.startswith(UNSURE) else text


def wanted(work: Work, item: Agendapunt) -> bool:
    """Whether a pupil is among those asked for."""
    if work.pupil is not None and work.pupil != item.leerling:
        return False
    return work.group is None or item.groep is None or work.group == item.groep


def dossiers(meeting: Ot, caseload: Caseload) -> dict[str, Dossier]:
    """The dossiers of the pupils on the agenda, by pupil: they hold names and dates that the texts may repeat."""
    found = ((one.leerling, caseload.of(meeting.school, one.leerling)) for one in meeting.agenda)
    return {pupil: loaded.record for pupil, loaded in found if loaded is not None and isinstance(loaded.record, Dossier)}


def warning(work: Work) -> str:
    """What the reader must know before passing a document on: only where names were replaced."""
    return NAMES_REMAIN if work.reader is Reader.SWV and not work.names else ""


def heading(work: Work, sort: str, title: str, under: Iterable[str], school: School, warning: str) -> Kop:
    """The head of a document about a meeting; it has no day of its own beside that of the meeting."""
    return Kop(sort, title, tuple(filter(None, under)), "", f"{sort} · {school.naam}", READER_WORDS[work.reader], warning)


def meeting_facts(meeting: Ot, people: People, when: str) -> tuple[Feit, ...]:
    """Time, place, chair and note-taker; what is not recorded falls away, for nobody asked for it."""
    given = (
        ("Tijd", when),
        ("Plaats", meeting.plaats or ""),
        ("Voorzitter", people.name(meeting.voorzitter)),
        ("Verslag door", people.name(meeting.notulist)),
    )
    return tuple(Feit(name, value) for name, value in given if value)


def pupil_name(pupil: Leerling) -> str:
    """The whole name of a pupil; the id when there is none."""
    return " ".join(filter(None, (pupil.roepnaam, pupil.tussenvoegsel, pupil.achternaam))) or pupil.id


def item_name(item: Agendapunt) -> str:
    """The name of a pupil on the agenda; the id when there is none."""
    return filled(item.naam or "") or item.leerling


def group_words(group: int | None) -> str:
    """`groep 5`; empty when it is not known."""
    return "" if group is None else f"groep {group}"


def areas(codes: Iterable[str] | None) -> str:
    """Vakgebieden in words."""
    return ", ".join(plain(one) for one in codes or ())


def outcomes(given: Iterable[Uitkomst]) -> tuple[UitkomstRegel, ...]:
    """Outcomes in words."""
    return tuple(UitkomstRegel(OUTCOME_WORDS[one.soort], one.omschrijving, one.buiten_groep) for one in given)


def agreements(given: Iterable[Afspraak], people: People) -> tuple[AfspraakRegel, ...]:
    """Agreements by date, in words."""
    ordered = sorted(given, key=lambda one: one.wanneer)
    return tuple(AfspraakRegel(people.name(one.wie), one.wat, short_date(one.wanneer)) for one in ordered)


def named(names: list[str]) -> str:
    """`A, B en C`."""
    return " en ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} en {names[-1]}"
