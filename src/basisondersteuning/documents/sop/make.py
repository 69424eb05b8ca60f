"""Puts the parts of the document of a SOP together."""

from __future__ import annotations

from ...model.sop import Sop
from ...model.words import long_date
from ...records.load import Loaded
from ..views import Feit, Kop, School
from ..work import Paper, Work
from . import offer, progress, structure
from .readers import see_sop
from .views import SopDocument
from .words import TWO_SYSTEMS

DOCUMENT = "sop"

_FOR_WHOM = {
    "ouders": "voor ouders en partners",
    "swv": "voor het samenwerkingsverband",
    "school": "voor de school",
}


def make(work: Work, files: list[Loaded]) -> list[Paper]:
    """The document of each SOP without mistakes, as it stood on the peildatum."""
    return [_paper(work, one.record) for one in files if isinstance(one.record, Sop) and one.sound]


def _paper(work: Work, record: Sop) -> Paper:
    sop = see_sop(record, work.reader)
    events = progress.until(sop, work.peildatum)
    series = work.assessor.series
    known = work.school(sop.school)
    board = sop.bestuur.naam if sop.bestuur else known.bestuur
    school = School(sop.naam, sop.school, board, known.plaats, known.swv)
    doc = SopDocument(
        Kop(
            "Schoolondersteuningsprofiel",
            sop.naam,
            (f"Schooljaar {sop.schooljaar}",),
            f"Stand op {long_date(work.peildatum)}",
            f"SOP {sop.schooljaar} · {sop.naam}",
            _FOR_WHOM[work.reader],
        ),
        school,
        sop.schooljaar,
        (
            Feit("Schoolbestuur", school.bestuur or "Niet ingevuld."),
            Feit("BRIN en vestiging", sop.school),
            *progress.short(events),
            Feit("Vragen over dit profiel", sop.contactpersoon or "Wie vragen beantwoordt, is niet ingevuld."),
            *([Feit("Format", sop.format)] if sop.format else []),
        ),
        sop.typering or "",
        sop.niveau_basisondersteuning or "",
        offer.interventions(sop),
        offer.protocols(sop),
        offer.facilities(sop),
        offer.expertise(sop),
        offer.not_named(sop),
        structure.guides(sop),
        structure.funding(sop),
        structure.team(sop),
        structure.orthopedagoog(sop),
        structure.neighbourhood(sop),
        structure.partners(sop),
        offer.limits(sop),
        progress.ambitions(sop),
        progress.assessment(sop),
        progress.figures(sop),
        progress.course(events),
        TWO_SYSTEMS if any(one.soort == "inspectieoordeel" for one in events) else "",
        progress.departures(sop, work.peildatum, series),
        progress.judgements(events, series),
    )
    return Paper(f"sop-{sop.school}-{sop.schooljaar}", DOCUMENT, doc, sop.school)
