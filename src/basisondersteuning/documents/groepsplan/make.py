"""The group plan: what runs in a group, by vakgebied, with the pupils who share an approach together.

Pupils without support that runs are counted and not named: nothing about them is for this paper. Pupils without a dossier
are not known here at all.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, get_args

from ...casework.assess import Assessment
from ...casework.running import RunningSupport, running
from ...model.base import Vakgebied
from ...model.dossier import Dossier
from ...model.words import count, long_date, plain, short_date
from ..audience.see import see
from ..ot.meeting import People, named, pupil_name
from ..views import READER_WORDS, Feit, Kop
from ..work import Paper, Work
from .views import Aanpak, Deelnemer, Evalueren, Groepsplan, Vak

AREAS = {code: place for place, code in enumerate(get_args(Vakgebied))}
"""The order of vakgebieden on paper: that of the model."""


class Given(NamedTuple):
    """Support that runs, and whose it is."""

    support: RunningSupport
    key: str
    pupil: str
    people: People

    @property
    def urgency(self) -> tuple[date, str, str]:
        """What ends first comes first; what has no end date comes last."""
        return (self.support.until or date.max, self.pupil, self.key)


NOW = "Leerlingen staan bij de groep waarin zij nu zitten; wie toen in deze groep zat, is niet vastgelegd."
"""What a plan of an earlier day must say: a dossier knows only the group of today."""


def make(work: Work, assessments: list[Assessment]) -> list[Paper]:
    """One plan for each school and group among the dossiers; only the group that was asked for."""
    groups: dict[tuple[str, int], list[Dossier]] = {}
    back = False
    warning = ""
    for one in assessments:
        record = one.loaded.record
        if not isinstance(record, Dossier) or work.pupil not in (None, record.leerling.id):
            continue
        if one.verdict is not None and one.verdict.ended is not None:
            continue  # the dossier is closed: no support, and often no pupil of this group any more
        if work.group in (None, record.leerling.groep):
            back = back or any(event.datum > work.peildatum for event in record.tijdlijn)
            seen = see(record, work.reader, names=work.names)
            warning = seen.warning
            groups.setdefault((record.school, record.leerling.groep), []).append(seen.dossier)
    return [
        _plan(work, school, group, found, warning, back)
        for (school, group), found in sorted(groups.items(), key=lambda one: one[0])
    ]


def _plan(work: Work, code: str, group: int, dossiers: list[Dossier], warning: str, back: bool) -> Paper:
    school, day = work.school(code), work.peildatum
    given = [
        Given(support, one.leerling.id, pupil_name(one.leerling), People(one.betrokkenen))
        for one in dossiers
        for support in running(one, day)
    ]
    given.sort(key=lambda one: one.urgency)
    helped = len({one.key for one in given})
    late = sum(one.support.overdue for one in given)
    head = Kop(
        "Groepsplan",
        f"Groep {group}",
        (school.naam, NOW) if back else (school.naam,),
        f"Stand op {long_date(day)}",
        f"Groepsplan groep {group} · {school.naam}",
        READER_WORDS[work.reader],
        warning,
    )
    doc = Groepsplan(
        head,
        school,
        str(group),
        (
            Feit("Leerlingen met ondersteuning", str(helped)),
            Feit("Lopende ondersteuning", str(len(given))),
            Feit("Einddatum voorbij, nog niet beoordeeld", str(late)),
        ),
        tuple(Evalueren(_when(one), one.pupil, plain(one.support.strand), one.support.overdue) for one in given),
        tuple(_area(name, given) for name in sorted({one.support.strand for one in given}, key=AREAS.__getitem__)),
        _without(len(dossiers) - helped),
    )
    return Paper(f"groepsplan-{code}-groep-{group}", "groepsplan", doc)


def _when(one: Given) -> str:
    return short_date(one.support.until) if one.support.until else "geen einddatum"


def _without(number: int) -> str:
    if not number:
        return ""
    subject = "1 leerling in deze groep heeft" if number == 1 else f"{number} leerlingen in deze groep hebben"
    return f"{subject} wel een dossier, maar nu geen lopende ondersteuning."


def _area(name: str, given: list[Given]) -> Vak:
    here = [one for one in given if one.support.strand == name]
    clusters: dict[tuple[str, str], list[Given]] = {}
    for one in here:
        event = one.support.event
        clusters.setdefault((_folded(event.groepsplan), _folded(event.aanpak)), []).append(one)
    ordered = sorted(clusters.values(), key=lambda found: -len(found))  # of equal size: what is evaluated first
    pupils = count(len({one.key for one in here}), "leerling", "leerlingen")
    approaches = tuple(_approach(found) for found in ordered)
    return Vak(plain(name), f"vak-{name.replace('_', '-')}", pupils, approaches)


def _folded(text: str | None) -> str:
    """Text without case and spaces: the same approach is seldom typed the same twice."""
    return "".join((text or "").casefold().split())


def _approach(found: list[Given]) -> Aanpak:
    first = found[0].support.event
    return Aanpak(first.groepsplan or "", first.aanpak, tuple(_pupil(one) for one in found))


def _pupil(one: Given) -> Deelnemer:
    event = one.support.event
    return Deelnemer(
        one.pupil,
        event.doel,
        event.frequentie or "",
        named([one.people.name(who) for who in event.door]),
        event.plaats == "deels_buiten_groep",
        short_date(event.datum),
        short_date(event.tot) if event.tot else "",
        one.support.overdue,
    )
