"""What the norms say of a dossier, in the words of an editor: a duty at its event, and the niveau in one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..casework.tasks import Task
from ..findings.finding import Place
from ..model.words import count, level_words, plain, short_date, with_article
from ..norms.status import Status
from ..norms.verdict import StrandVerdict, Verdict
from .examined import Examined


def when(task: Task) -> str:
    """How a duty stands: `te laat: uiterste datum was 3-11-2026`."""
    if task.status is Status.TE_LAAT and task.due is not None:
        return f"te laat: uiterste datum was {short_date(task.due)}"
    if task.status is Status.OPEN and task.due is not None:
        return f"uiterlijk {short_date(task.due)}"
    return task.status.words


def duty_message(task: Task) -> str:
    """A duty in full: how it stands, what the norm is, and who does what."""
    area = f" ({plain(task.strand)})" if task.strand else ""
    often = f", {task.times} keer" if task.times > 1 else ""
    who = plain(task.card.role).capitalize()
    lines = [f"{when(task).capitalize()}{area}{often}. {task.card.title}.", f"{who}: {task.card.action}"]
    if task.missing:
        gaps = " en ".join(f"`{name}` (regelnummer {line})" for name, line in task.missing)
        lines.append(f"Vul in: {gaps}; dan is te zeggen of dit nog moet.")
    if task.card.question and task.status is Status.OORDEEL_NODIG:
        lines.append(f"Vraag: {task.card.question}")
    return "\n".join(lines)


def duty_place(task: Task, examined: Examined) -> Place:
    """Where a duty is shown: at the kind of the event that gave rise to it, else at the pupil."""
    loaded = examined.loaded
    events = examined.root.get("tijdlijn")
    for index in range(len(events) if isinstance(events, list) else 0):
        if task.line and loaded.event_line(index) == task.line:
            return loaded.place(("tijdlijn", index, "soort"))
    assert loaded.source is not None and loaded.document is not None
    return loaded.source.place(loaded.document.mark(("leerling",), key=True)[0])


def summary(examined: Examined) -> str:
    """The verdict in one line; empty where there is none."""
    verdict = examined.assessment.verdict if examined.assessment is not None else None
    if verdict is None or examined.assessment is None:
        return ""
    parts = [_strand(one, verdict) for one in verdict.strands] or ["nog geen ondersteuning"]
    if verdict.ended is not None:
        parts.append(f"geëindigd op {short_date(verdict.ended)}")
    tasks = examined.assessment.tasks
    late = sum(one.status.failed for one in tasks)
    parts.append(f"te doen: {len(tasks) or 'niets'}" + (f", waarvan {late} te laat of niet nagekomen" if late else ""))
    return " · ".join(parts)


def overview(examined: Examined) -> Iterator[str]:
    """The verdict as Markdown: the niveau in each vakgebied, what the next would ask, and what is to be done."""
    assessment = examined.assessment
    if assessment is None or assessment.verdict is None:
        return
    verdict = assessment.verdict
    yield f"**Wat het dossier onderbouwt** op {short_date(verdict.peildatum)}, volgens `{verdict.frame.code}`"
    yield ""
    for one in verdict.strands:
        yield f"- {_strand(one, verdict)}"
        if one.next_level is not None and one.conditions and not one.ready:
            met = sum(item.status.settled for item in one.conditions)
            asked = count(len(one.conditions), "voorwaarde", "voorwaarden")
            yield f"  - zou {with_article(one.next_level.code)} nodig zijn: {met} van {asked} vervuld"
    if not verdict.strands:
        yield "- Op de tijdlijn staat nog geen ondersteuning en geen observatie die erom vraagt."
    yield ""
    yield "**Te doen**" if assessment.tasks else "Te doen: niets."
    yield ""
    for task in assessment.tasks:
        yield f"- `{task.card.code}` {when(task)}. {plain(task.card.role).capitalize()}: {task.card.action}"
    yield ""
    yield "Mensen beslissen; bo laat zien wat er staat."


def _strand(one: StrandVerdict, verdict: Verdict) -> str:
    codes = ("geen", *(level.code for level in verdict.frame.levels))
    since = _since(one.supported_since)
    text = f"{plain(one.strand.name)}: {level_words(codes[one.supported])}{since}"
    if one.rank != one.supported:
        text += f" ({with_article(codes[one.rank])} wordt gegeven, maar niet onderbouwd)"
    if one.ready and one.next_level is not None:
        text += f", gereed voor {with_article(one.next_level.code)}"
    return text


def _since(day: date | None) -> str:
    return f" sinds {short_date(day)}" if day is not None else ""
