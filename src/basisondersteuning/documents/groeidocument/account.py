"""What must still be done, where the team departs from a rule, what people judged, and the steps of the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...casework.assess import Assessment
from ...casework.tasks import Task
from ...model.events_support import Afschaling, Verklaring
from ...model.events_team import Afsluiting, Groeidocument, Oordeel, Overdracht
from ...model.nouns import field_words, noun_of
from ...model.words import level_words, long_date, plain
from ...norms.frame import Rule, Series
from ...norms.status import Status
from ..ot.meeting import areas, named
from ..views import ROLE_WORDS
from .story import Story, capital
from .views_account import Afwijkregel, Oordeelregel, Stap, Taak, Verklaringregel

PURPOSES = {
    "groeidocument": "het Groeidocument",
    "ot": "de bespreking in het ondersteuningsteam (OT)",
    "onderzoek": "onderzoek",
    "delen_gegevens": "het delen van gegevens",
    "arrangement": "het arrangement",
    "opp": "het ontwikkelingsperspectief (OPP)",
    "handelingsdeel": "het handelingsdeel van het OPP",
    "overdracht": "de overdracht",
}
"""For what a declaration holds, in words."""

_RECORDED = {"aanpak_niveau_2": "de aanpak van niveau 2", "uitkomst_ot": "de uitkomst van het OT", "overig": "iets anders"}


def tasks(assessment: Assessment, series: Series) -> tuple[Taak, ...]:
    """What must still be done, by date; what has no date comes last."""
    return tuple(_task(one, assessment, series) for one in sorted(assessment.tasks, key=_when))


def _when(task: Task) -> tuple[date, int]:
    """A norm that was broken at one moment stands at that moment."""
    day = task.due or (task.day if task.status is Status.GESCHONDEN else date.max)
    return day, task.urgency[0]


def _task(task: Task, assessment: Assessment, series: Series) -> Taak:
    card = task.card
    often = f" Dit speelt {task.times} keer." if task.times > 1 else ""
    return Taak(
        long_date(task.due) if task.due else "",
        "" if task.status is Status.OPEN else task.status.words,
        task.status.failed,
        f"{card.action}{often}",
        ROLE_WORDS.get(card.role, plain(card.role)),
        plain(task.strand) if task.strand else "",
        _wanted(task, assessment),
        card.title,
        _source(series.rule(card.code), series),
    )


def _wanted(task: Task, assessment: Assessment) -> str:
    if task.status is Status.OORDEEL_NODIG:
        return task.card.question or ""
    if task.status is not Status.ONBEKEND or assessment.verdict is None:
        return ""
    gaps = {
        field_words(noun_of(entry.kind), name).noun: None
        for one in assessment.verdict.all_activations
        if one.rule.code == task.card.code and one.strand == task.strand and one.status is Status.ONBEKEND
        for entry, name in one.outcome.missing
    }
    return f"In het dossier ontbreekt {named(list(gaps))}."


def _source(rule: Rule | None, series: Series) -> str:
    if rule is None or rule.raw.bron is None:
        return "een afspraak, geen regel van de bron"
    found = rule.raw.bron
    titles = (one.titel for frame in series.versions for one in frame.record.bronnen if one.document == found.document)
    return f"{next(titles, found.document)}, passage {named([str(one) for one in found.passage])}"


def departures(story: Story, series: Series) -> tuple[Afwijkregel, ...]:
    """Where the team departs from a rule, oldest first."""
    given = sorted((one for one in story.dossier.afwijkingen if one.datum <= story.day), key=lambda one: one.datum)
    return tuple(
        Afwijkregel(
            long_date(one.datum),
            _title(series, one.regel),
            one.regel,
            one.reden,
            story.name(one.door),
            long_date(one.tot) if one.tot else "",
            story.about(one.betreft),
        )
        for one in given
    )


def judgements(story: Story, series: Series) -> tuple[Oordeelregel, ...]:
    """What people judged, oldest first."""
    return tuple(
        Oordeelregel(
            long_date(one.datum),
            _title(series, one.regel),
            one.regel,
            "Ja, hieraan is voldaan." if one.voldoet else "Nee, hieraan is niet voldaan.",
            one.reden,
            story.name(one.door),
            story.about(one.betreft),
            one.notitie or "",
        )
        for one in story.of(Oordeel)
    )


def _title(series: Series, code: str) -> str:
    rule = series.rule(code)
    return rule.title if rule else f"Regel {code}"


def steps(story: Story) -> tuple[Stap, ...]:
    """Less support, hand-over and the end of the dossier, oldest first."""
    return tuple(one for _, one in sorted(_steps(story), key=lambda pair: pair[0]))


def _steps(story: Story) -> Iterator[tuple[date, Stap]]:
    for down in story.of(Afschaling):
        where = f" bij {areas(down.vakgebied)}" if down.vakgebied else ""
        what = f"Minder ondersteuning{where}: naar {level_words(down.naar)}"
        yield down.datum, Stap(long_date(down.datum), what, story.name(down.door), down.reden, down.notitie or "")
    for over in story.of(Overdracht):
        what = f"Overdracht naar {over.naar}" + ("; de leerling verlaat de school" if over.van_school else "")
        yield over.datum, Stap(long_date(over.datum), what, story.name(over.door), "", over.notitie or "")
    for end in story.of(Afsluiting):
        yield end.datum, Stap(long_date(end.datum), "Dossier afgesloten", story.name(end.door), end.reden, end.notitie or "")


def growth(story: Story) -> tuple[Stap, ...]:
    """What happened to the Groeidocument itself, oldest first."""
    made = []
    for one in story.of(Groeidocument):
        what = capital(one.actie)
        if one.met:
            what += f" met {story.names(one.met)}"
        if one.vastgelegd:
            what += f"; daarin vastgelegd: {named([_RECORDED[code] for code in one.vastgelegd])}"
        made.append(Stap(long_date(one.datum), what, story.name(one.door), "", one.notitie or ""))
    return tuple(made)


def declarations(story: Story) -> tuple[Verklaringregel, ...]:
    """Declarations so far, oldest first."""
    return tuple(
        Verklaringregel(
            long_date(one.datum),
            capital(one.aard),
            PURPOSES[one.waarvoor],
            story.names(one.door),
            one.uitkomst,
            one.notitie or "",
        )
        for one in story.of(Verklaring)
    )
