"""The head of the document, the pupil, and everything in short."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...casework.assess import Assessment
from ...casework.ending import ending
from ...casework.running import RunningSupport
from ...model.events_team import Besluit, OtBespreking, Tlv
from ...model.words import level_words, long_date, plain, short_date, with_article
from ...norms.verdict import StrandVerdict, Verdict
from ..ot.meeting import group_words, pupil_name
from ..views import READER_WORDS, Feit, Kop, School
from .story import Story, capital
from .views import Kort, Lijnstand

SORT = "Groeidocument"

PEOPLE_DECIDE = "Dit overzicht laat zien wat het dossier onderbouwt. Wat er gebeurt, beslissen mensen, niet het hulpmiddel."


def head(story: Story, school: School) -> Kop:
    """The head; the group is left out where the record only knows that of today."""
    title = pupil_name(story.dossier.leerling)
    under = school.naam if is_back(story) else f"{school.naam}, {group_words(story.dossier.leerling.groep)}"
    return Kop(
        SORT,
        title,
        (under,),
        f"Stand op {long_date(story.day)}",
        f"{SORT} · {title} · stand op {short_date(story.day)}",
        READER_WORDS[story.seen.reader],
        story.seen.warning,
    )


def is_back(story: Story) -> bool:
    """Whether the document looks back: the record goes on after its day."""
    return any(one.datum > story.day for one in story.dossier.tijdlijn)


def pupil(story: Story, school: School) -> Iterator[Feit]:
    """Who the pupil is, and at which school."""
    one = story.dossier.leerling
    name = pupil_name(one)
    if name != one.id:
        yield Feit("Naam", name)
    yield Feit("Kenmerk", one.id)
    yield Feit("Geboren", str(one.geboortedatum.year) if story.seen.year_only else long_date(one.geboortedatum))
    later = " (zoals nu in het dossier staat; welke groep het toen was, is niet vastgelegd)" if is_back(story) else ""
    yield Feit("Groep", f"{one.groep}{later}")
    yield Feit("School", ", ".join(filter(None, (school.naam, school.plaats))))
    yield Feit("Vestiging", school.code)
    if school.bestuur:
        yield Feit("Schoolbestuur", school.bestuur)
    if school.swv:
        yield Feit("Samenwerkingsverband", school.swv)


def people_of_today(story: Story) -> str:
    """That the people are those of today, where the document looks back; else empty."""
    return "Dit zijn de mensen zoals ze nu in het dossier staan." if is_back(story) else ""


def closed(story: Story, verdict: Verdict) -> str:
    """That the dossier is closed, or that the pupil left; empty when neither is so."""
    if verdict.ended is None:
        return ""
    return f"{ending(story.dossier, verdict.ended, long_date(verdict.ended))}. Wat toen nog liep, is vervallen."


def short(story: Story, assessment: Assessment, verdict: Verdict, running: list[RunningSupport]) -> Kort:
    """The document in short."""
    return Kort(
        tuple(_line(one, verdict) for one in verdict.strands),
        tuple(_runs(one) for one in running),
        "" if verdict.ended else _next_day(story, assessment, running),
        () if verdict.ended else tuple(_past(story)),
        _to_do(assessment),
        PEOPLE_DECIDE,
    )


def _line(one: StrandVerdict, verdict: Verdict) -> Lijnstand:
    codes = verdict.frame.ladder.codes
    since = f" sinds {long_date(one.supported_since)}" if one.supported_since and one.supported else ""
    caution = ""
    if one.rank != one.supported:
        caution = f"Gegeven wordt al {with_article(codes[one.rank])}, maar die stap onderbouwt het dossier niet."
    following = ""
    missing: tuple[str, ...] = ()
    if one.next_level is not None and one.conditions and verdict.ended is None:
        target = with_article(one.next_level.code)
        if one.ready:
            following = f"De voorwaarden voor {target} zijn vervuld."
        else:
            met = sum(item.status.settled for item in one.conditions)
            if met:  # with none met the step is not in sight, and naming it would read as an aim
                following = f"Voor {target} {_met(met, len(one.conditions))} vervuld."
                missing = tuple(item.rule.title for item in one.conditions if not item.status.settled)
    return Lijnstand(
        capital(plain(one.strand.name)), f"{capital(level_words(codes[one.supported]))}{since}", caution, following, missing
    )


def _met(met: int, all_of_them: int) -> str:
    """`is 1 van de 2 voorwaarden`: the part of the conditions that is met."""
    verb = "zijn" if met > 1 else "is"
    return f"{verb} {met} van de {all_of_them} voorwaarden"


def _runs(one: RunningSupport) -> str:
    if one.overdue and one.until:
        term = f"de einddatum {long_date(one.until)} is voorbij, nog te evalueren"
    else:
        term = f"tot {long_date(one.until)}" if one.until else f"vanaf {long_date(one.since)}"
    return f"{capital(plain(one.strand))} ({term}): {one.event.doel}"


def _next_day(story: Story, assessment: Assessment, running: list[RunningSupport]) -> str:
    """The first day from the peildatum on that asks something of somebody."""
    coming = sorted((day, why) for day, why in _days(story, assessment, running) if day >= story.day)
    if not coming:
        return ""
    first = coming[0][0]
    return f"{long_date(first)}: {'; '.join(dict.fromkeys(why for day, why in coming if day == first))}"


def _days(story: Story, assessment: Assessment, running: list[RunningSupport]) -> Iterator[tuple[date, str]]:
    for task in assessment.tasks:
        if task.due is not None:
            yield task.due, task.card.short
    for one in running:
        if one.until is not None:
            yield one.until, f"einde van de ondersteuning bij {plain(one.strand)}, daarna evaluatie"
    for talk in story.of(OtBespreking)[-1:]:
        if talk.evaluatiedatum is not None:
            yield talk.evaluatiedatum, "evaluatie in het ondersteuningsteam"
        for agreed in talk.afspraken:
            yield agreed.wanneer, f"afspraak uit het ondersteuningsteam: {agreed.wat}"
    for decision in story.of(Besluit):
        if decision.tot is not None:
            yield decision.tot, f"einde van het besluit over {_DECIDED[decision.over]}"
    for statement in story.of(Tlv):
        if statement.tot is not None:
            yield statement.tot, "einde van de TLV"


def _past(story: Story) -> Iterator[str]:
    """Days that were named and are past, without anything that followed on them."""
    for talk in story.of(OtBespreking)[-1:]:
        if talk.evaluatiedatum is not None and talk.evaluatiedatum < story.day:
            yield f"Op {long_date(talk.evaluatiedatum)} zou het ondersteuningsteam hierop terugkomen; dat is nog niet vastgelegd."
    for decision in story.of(Besluit)[-1:]:
        if decision.uitkomst == "toegekend" and decision.tot is not None and decision.tot < story.day:
            until = long_date(decision.tot)
            yield f"Het besluit over {_DECIDED[decision.over]} gold tot en met {until}; daarna is niets vastgelegd."


_DECIDED = {"arrangement": "het arrangement", "tlv": "de TLV"}


def _to_do(assessment: Assessment) -> str:
    if assessment.verdict is not None and assessment.verdict.ended is not None and not assessment.tasks:
        return ""
    if not assessment.tasks:
        return "Volgens de regels is er nu niets te doen."
    late = sum(one.status.failed for one in assessment.tasks)
    many = len(assessment.tasks)
    words = "Er is één ding te doen" if many == 1 else f"Er zijn {many} dingen te doen"
    if not late:
        return f"{words}."
    if many == 1:
        return f"{words}, en dat is te laat."
    return f"{words}, {'alle' if late == many else f'waarvan {late}'} te laat."
