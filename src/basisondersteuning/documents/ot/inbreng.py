"""What the school brings in about a pupil: the submission form of the ondersteuningsteam, filled from the dossier.

The form of one samenwerkingsverband is not ours to know; what stands here is what such forms ask in practice. What the
record does not have is left to write by hand, with its label: an open line says that somebody should think about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...casework.assess import Assessment
from ...model.dossier import Dossier
from ...model.events_support import Behoeften, Leerlinggesprek, Oudercontact, Verklaring
from ...model.events_team import AanmeldingOt, Groeidocument, Onderzoek, Opp, OtBespreking
from ...model.words import long_date, plain, short_date
from ..audience.see import Seen, see
from ..views import READER_WORDS, Feit, Kop
from ..work import Paper, Work
from .facts import until
from .meeting import People, areas, group_words, named, persons, pupil_name
from .steps import steps
from .tried import attempts, results
from .views import Gezegd, OtInbreng

SORT = "Inbreng voor het OT"

MOST_TALKS = 3
"""How many talks with parents and with the pupil are told, the last ones; the Groeidocument has them all."""


def make(work: Work, assessment: Assessment) -> Paper:
    """The form of one pupil, as it stood on the peildatum."""
    record, verdict = assessment.loaded.record, assessment.verdict
    assert isinstance(record, Dossier) and verdict is not None
    seen = see(record, work.reader, names=work.names)
    dossier, day = seen.dossier, work.peildatum
    people = People(dossier.betrokkenen)
    school = work.school(dossier.school)
    talks = until(dossier, day, OtBespreking)
    request = _request(dossier, day, talks)
    needs = until(dossier, day, Behoeften)
    title = pupil_name(dossier.leerling)
    doc = OtInbreng(
        Kop(
            SORT,
            title,
            (school.naam, group_words(dossier.leerling.groep).capitalize()),
            f"Stand op {long_date(day)}",
            f"{SORT} · {title}",
            READER_WORDS[work.reader],
            seen.warning,
        ),
        school,
        tuple(_pupil(seen)),
        persons(one for one in dossier.betrokkenen if one.rol != ["leerling"]),
        people.with_role(request.door) if request else "",
        long_date(request.datum) if request else "",
        f"Vervolg op de bespreking van {long_date(talks[-1].datum)}" if talks else "Eerste bespreking",
        areas(request.vakgebied) if request else "",
        request.vraag if request else "",
        _latest(needs, "bevorderend"),
        _latest(needs, "belemmerend"),
        _latest(needs, "leerling"),
        _latest(needs, "leerkracht"),
        _latest(needs, "ouders"),
        *attempts(dossier, day),
        *results(dossier, day),
        tuple(_parents(dossier, day, people)),
        tuple(_child(dossier, day, people)),
        tuple(plain(one) for one in request.gewenste_expertise) if request else (),
        steps(verdict),
        tuple(_enclosed(dossier, day)),
        _permission(dossier, day, people),
    )
    return Paper(f"ot-inbreng-{dossier.leerling.id}", "ot-inbreng", doc, dossier.leerling.id)


def _request(dossier: Dossier, day: date, talks: list[OtBespreking]) -> AanmeldingOt | None:
    """The registration that is still to be discussed; one that was discussed says nothing about the next time."""
    found = until(dossier, day, AanmeldingOt)
    if not found or (talks and talks[-1].datum >= found[-1].datum):
        return None
    return found[-1]


def _pupil(seen: Seen) -> Iterator[Feit]:
    pupil = seen.dossier.leerling
    yield Feit("Naam", pupil_name(pupil))
    born = pupil.geboortedatum
    yield Feit("Geboren", str(born.year) if seen.year_only else long_date(born))
    yield Feit("Groep", str(pupil.groep))


def _latest(needs: list[Behoeften], field: str) -> tuple[str, ...]:
    """The last list that somebody wrote: an empty field in a later event does not take back what was there."""
    return next((tuple(found) for one in reversed(needs) if (found := getattr(one, field))), ())


def _parents(dossier: Dossier, day: date, people: People) -> Iterator[Gezegd]:
    told = [one for one in until(dossier, day, Oudercontact) if one.visie_ouders]
    for one in told[: -MOST_TALKS - 1 : -1]:
        yield Gezegd(short_date(one.datum), named([people.name(who) for who in one.met]), one.visie_ouders or "", "")


def _child(dossier: Dossier, day: date, people: People) -> Iterator[Gezegd]:
    for one in until(dossier, day, Leerlinggesprek)[: -MOST_TALKS - 1 : -1]:
        yield Gezegd(short_date(one.datum), f"in gesprek met {people.name(one.door)}", one.inbreng, one.invloed or "")


def _enclosed(dossier: Dossier, day: date) -> Iterator[Feit]:
    """The papers that are there, each with the last day on which something happened to it."""
    grown = [one for one in until(dossier, day, Groeidocument) if one.actie in ("opgesteld", "bijgewerkt")]
    for document in grown[-1:]:
        yield Feit("Groeidocument", f"{document.actie} op {long_date(document.datum)}")
    for study in until(dossier, day, Onderzoek):
        if study.stand == "uitgevoerd":
            yield Feit(f"{study.aard.capitalize()} onderzoek", long_date(study.datum))
    for plan in until(dossier, day, Opp)[-1:]:
        yield Feit("Ontwikkelingsperspectief (OPP)", f"{plain(plan.actie)} op {long_date(plan.datum)}")


def _permission(dossier: Dossier, day: date, people: People) -> str:
    """What the last declaration says; empty when there is none, and then the form has lines for it."""
    given = [one for one in until(dossier, day, Verklaring) if one.aard == "toestemming" and one.waarvoor == "ot"]
    if not given:
        return ""
    last = given[-1]
    who = named([people.name(one) for one in last.door])
    verb = "gaf toestemming" if len(last.door) == 1 else "gaven toestemming"
    if last.uitkomst == "geweigerd":
        verb = "weigerde toestemming" if len(last.door) == 1 else "weigerden toestemming"
    return f"{who} {verb} voor de bespreking op {long_date(last.datum)}."
