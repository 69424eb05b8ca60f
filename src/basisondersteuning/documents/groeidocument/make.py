"""Puts the parts of the Groeidocument together."""

from __future__ import annotations

from ...casework.assess import Assessment
from ...casework.running import running
from ...model.dossier import Dossier
from ...norms.frame import Series
from ...norms.verdict import Verdict
from ..audience.see import see
from ..ot.meeting import persons
from ..pictures.history import history, line_of
from ..pictures.picture import Picture
from ..work import Paper, Work
from . import account, child, extra, opening, signing, talks
from .story import Story
from .support import Support, tests
from .views import Groeidocument

DOCUMENT = "groeidocument"


def make(work: Work, assessment: Assessment) -> Paper:
    """The Groeidocument of one pupil, as it stood on the peildatum."""
    record, verdict, series = assessment.loaded.record, assessment.verdict, work.assessor.series
    assert isinstance(record, Dossier) and verdict is not None and series is not None
    story = Story(see(record, work.reader, names=work.names), work.peildatum)
    key = story.dossier.leerling.id
    return Paper(f"{DOCUMENT}-{key}", DOCUMENT, _document(work, assessment, verdict, series, story), key)


def _document(work: Work, assessment: Assessment, verdict: Verdict, series: Series, story: Story) -> Groeidocument:
    now = running(story.dossier, story.day)
    support = Support(story, verdict, now)
    school = work.school(story.dossier.school)
    return Groeidocument(
        kop=opening.head(story, school),
        school=school,
        uitleg=work.settings.given.teksten.groeidocument_uitleg,
        gesloten=opening.closed(story, verdict),
        kort=opening.short(story, assessment, verdict, now),
        leerling=tuple(opening.pupil(story, school)),
        mensen=persons(one for one in story.dossier.betrokkenen if one.rol != ["leerling"]),
        mensen_nu=opening.people_of_today(story),
        behoeften=child.needs(story),
        stem=child.voices(story),
        ouders=child.views_of_parents(story),
        waarnemingen=child.observations(story),
        vragen=child.questions(story),
        toetsen=tests(story),
        verloop=_course(verdict),
        lijnen=support.lines(),
        los=support.loose(),
        gesprekken=talks.talks(story),
        besprekingen=talks.discussions(story),
        onderzoek=talks.studies(story),
        wijkteam=talks.neighbourhood(story),
        aanvragen=extra.applications(story),
        tlv=extra.statements(story),
        besluiten=extra.decisions(story),
        opp=extra.perspective(story),
        taken=account.tasks(assessment, series),
        afwijkingen=account.departures(story, series),
        oordelen=account.judgements(story, series),
        stappen=account.steps(story),
        groeistappen=account.growth(story),
        verklaringen=account.declarations(story),
        tekenblokken=signing.blocks(story, closed=verdict.ended is not None),
    )


def _course(verdict: Verdict) -> tuple[Picture, ...]:
    """The niveau history, up to the end of the dossier."""
    lines = [line_of(one) for one in verdict.strands]
    return history(lines, verdict.frame.ladder.codes, verdict.ended or verdict.peildatum, "verloop")
