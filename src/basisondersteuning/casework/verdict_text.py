"""The verdict on one dossier as a person reads it in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..findings.finding import Severity, readable
from ..findings.paint import Paint, folded, no_paint
from ..findings.render_text import text as finding_text
from ..model.dossier import Dossier
from ..model.words import count, level_words, long_date, plain, short_date, with_article
from ..norms.status import Status
from ..norms.timeline import Entry
from ..norms.verdict import Activation, Step, StrandVerdict, Verdict
from ..records.load import Loaded
from .assess import Assessment
from .ending import ending
from .rows import Narrow
from .tasks import Task
from .timeline_art import draw

_STATUS_STYLE = {
    Status.TE_LAAT: "bold red",
    Status.GESCHONDEN: "bold red",
    Status.OPEN: "bold yellow",
    Status.ONBEKEND: "bold cyan",
    Status.OORDEEL_NODIG: "bold cyan",
}
_SIGNS = {
    Status.VOLDAAN: "✓",
    Status.TE_LAAT_VOLDAAN: "✓",
    Status.AFGEWEKEN: "~",
    Status.NIET_VAN_TOEPASSING: "-",
    Status.ONBEKEND: "?",
    Status.OORDEEL_NODIG: "?",
}


class VerdictText:
    """Writes one verdict; `width` in columns."""

    def __init__(self, assessment: Assessment, paint: Paint = no_paint, width: int = 80, narrow: Narrow | None = None) -> None:
        assert assessment.verdict is not None and isinstance(assessment.loaded.record, Dossier)
        self.assessment = assessment
        self.verdict: Verdict = assessment.verdict
        self.dossier: Dossier = assessment.loaded.record
        self.loaded: Loaded = assessment.loaded
        self.paint = paint
        self.width = width
        self.narrow = narrow or Narrow()
        self.codes = ("geen", *(level.code for level in self.verdict.frame.levels))

    def lines(self) -> Iterator[str]:
        """The whole verdict, line by line."""
        yield from self._head()
        for strand in self.verdict.strands:
            yield from self._strand(strand)
        if not self.verdict.strands:
            yield ""
            text = "Op de tijdlijn staat nog geen ondersteuning en geen observatie die erom vraagt."
            yield from folded(text, self.width, "")
        yield from self._tasks()
        yield from self._deviations()
        yield from self._done()
        if self.assessment.findings:
            yield ""
            yield self.paint("bold", "Bevindingen bij het dossier")
            for finding in self.assessment.findings:
                yield ""
                yield finding_text(finding, self.paint, self.width)

    def _head(self) -> Iterator[str]:
        pupil = self.dossier.leerling
        name = f"{pupil.id} {pupil.roepnaam}" if pupil.roepnaam else pupil.id
        yield self.paint("bold", f"{name} · groep {pupil.groep} · school {self.dossier.school}")
        yield from folded(
            f"Peildatum {long_date(self.verdict.peildatum)} · normenkader {self.verdict.frame.code}", self.width, ""
        )
        if self.verdict.ended is not None:
            text = f"{ending(self.dossier, self.verdict.ended, long_date(self.verdict.ended))}; wat toen nog liep, vervalt."
            yield from folded(text, self.width, "")

    def _strand(self, one: StrandVerdict) -> Iterator[str]:
        yield ""
        name = plain(one.strand.name).capitalize()
        supported = self.codes[one.supported]
        since = f" sinds {long_date(one.supported_since)}" if one.supported_since else ""
        heading = folded(f"{name}: {level_words(supported)}{since}", self.width, "  ", "")
        yield from (self.paint("bold", line) for line in heading)
        if one.rank != one.supported:
            missing = [item.rule.code for step in one.steps for item in step.conditions if not item.status.settled]
            yield from folded(
                f"Gegeven wordt al {with_article(self.codes[one.rank])}, maar die stap onderbouwt het dossier niet: "
                f"{', '.join(dict.fromkeys(missing))}.", self.width, "  ",
            )  # fmt: skip
        yield ""
        steps = [(step.transition.day, step.transition.after) for step in one.steps]
        yield from (
            f"  {line}"
            for line in draw(steps, self.codes, self.verdict.ended or self.verdict.peildatum, max(min(self.width - 16, 72), 24))
        )
        yield ""
        for step in one.steps:
            yield from self._step(step)
        if one.next_level is not None and one.conditions:
            yield from self._next(one)

    def _step(self, step: Step) -> Iterator[str]:
        move = step.transition
        before, after = self.codes[move.before], self.codes[move.after]
        arrow = "↑" if move.up else "↓"
        first = f"  {short_date(move.day):>10} {arrow} "
        text = f"van {before} naar {after}: {self._evidence(move.cause)}"
        yield from folded(text, self.width, " " * len(first), first)
        for level in step.skipped:
            yield from folded(f"niveau {level.code} is overgeslagen", self.width, "               ")
        for condition in step.conditions:
            yield from self._condition(condition, "               ")

    def _next(self, one: StrandVerdict) -> Iterator[str]:
        assert one.next_level is not None
        met = sum(item.status.settled for item in one.conditions)
        yield ""
        target = with_article(one.next_level.code)
        if one.ready:
            text = f"Gereed voor {target}: elke voorwaarde is vervuld. Of de stap er komt, beslissen mensen."
            yield from (self.paint("bold green", line) for line in folded(text, self.width, "  "))
        else:
            needed = count(len(one.conditions), "voorwaarde", "voorwaarden")
            yield from folded(f"Zou {target} nodig zijn: {met} van {needed} vervuld", self.width, "    ", "  ")
        for condition in one.conditions:
            yield from self._condition(condition, "    ")

    def _condition(self, one: Activation, indent: str) -> Iterator[str]:
        sign = _SIGNS.get(one.status, "○")
        style = "green" if one.status.settled else "yellow"
        lines = folded(f"{sign} {one.rule.code} {one.rule.title}", self.width, indent + "  ", indent)
        yield self.paint(style, lines[0])
        yield from lines[1:]
        note = self._note(one)
        if note:
            yield from folded(note, self.width, indent + "    ")

    def _note(self, one: Activation) -> str:
        if one.status is Status.AFGEWEKEN and one.waiver is not None:
            waiver = self.verdict.waivers[one.waiver]
            until = f" tot en met {short_date(waiver.tot)}" if waiver.tot else ""
            return f"afgeweken{until}: {waiver.reden}"
        if one.status is Status.NIET_VAN_TOEPASSING:
            return f"niet van toepassing: {one.exception}"
        if one.status is Status.ONBEKEND:
            return f"onbekend: {self._gaps(one.outcome.missing)}"
        if one.outcome.evidence and one.status.settled:
            late = "te laat, " if one.status is Status.TE_LAAT_VOLDAAN else ""
            return late + "; ".join(self._evidence(entry) for entry in one.outcome.evidence)
        return f"{plain(one.rule.role)}: {one.rule.action}"

    def _gaps(self, missing: Iterable[tuple[Entry, str]]) -> str:
        return "; ".join(dict.fromkeys(f"`{name}` ontbreekt bij {self._evidence(entry)}" for entry, name in missing))

    def _evidence(self, entry: Entry) -> str:
        if entry.index < 0:
            return ""
        event = self.dossier.tijdlijn[entry.index]
        line = self.loaded.event_line(entry.index)
        return f"{plain(event.soort)} van {short_date(event.datum)} (regelnummer {line})"

    def _tasks(self) -> Iterator[str]:
        tasks = [task for task in self.assessment.tasks if self.narrow.keeps_task(task)]
        groups: tuple[tuple[str, tuple[Status, ...]], ...] = (
            ("Te doen", (Status.TE_LAAT, Status.GESCHONDEN, Status.OPEN)),
            ("Hier is een oordeel van mensen nodig", (Status.OORDEEL_NODIG,)),
            ("Niet te zeggen: er ontbreekt een gegeven", (Status.ONBEKEND,)),
        )
        if not tasks:
            yield ""
            yield "Te doen: niets." if not self.narrow.by_task else "Te doen binnen deze keuze: niets."
        for title, statuses in groups:
            chosen = [task for task in tasks if task.status in statuses]
            if chosen:
                yield ""
                yield self.paint("bold", title)
            for task in chosen:
                yield from self._task(task)

    def _task(self, task: Task) -> Iterator[str]:
        when = _when(task, self.verdict.peildatum)
        weight = "" if task.card.severity is Severity.FOUT else f" ({task.card.severity.value})"
        area = f" · {plain(task.strand)}" if task.strand else ""
        often = f" · {task.times} keer" if task.times > 1 else ""
        head = f"{when} · {task.card.code}{area}{often}{weight}"
        style = _STATUS_STYLE.get(task.status, "bold")
        yield from (f"  {self.paint(style, line)}" for line in folded(head, self.width - 2, ""))
        if task.missing:
            gaps = " en ".join(f"`{name}` bij regelnummer {line}" for name, line in task.missing)
            yield from folded(f"vul in: {gaps}; dan is te zeggen of dit nog moet:", self.width, "    ")
        yield from folded(f"{plain(task.card.role)}: {task.card.action}", self.width, "    ")
        if task.card.question and task.status is Status.OORDEEL_NODIG:
            yield from folded(f"vraag: {task.card.question}", self.width, "    ")
        if task.card.question and task.status is Status.GESCHONDEN:
            yield from folded(f"het antwoord op deze vraag was nee: {task.card.question}", self.width, "    ")
        rule = self._rule(task.card.code)
        source = "Geen regel van de bron maar een afspraak" if rule == "afspraak" else f"Bron: {rule}"
        why = f"norm: {task.card.title}. "
        if task.line:
            why += f"Aanleiding: regelnummer {task.line} ({short_date(task.day)}). "
        yield from (self.paint("dim", line) for line in folded(f"{why}{source}.", self.width, "    "))

    def _rule(self, code: str) -> str:
        return next((one.rule.source for one in self.verdict.all_activations if one.rule.code == code), "")

    def _deviations(self) -> Iterator[str]:
        waived = [one for one in self.verdict.all_activations if one.status is Status.AFGEWEKEN and one.waiver is not None]
        if not waived:
            return
        yield ""
        yield self.paint("bold", "Bewust afgeweken")
        for one in waived:
            waiver = self.verdict.waivers[one.waiver or 0]
            until = f"tot en met {short_date(waiver.tot)}" if waiver.tot else "zonder einddatum"
            line = self.loaded.line(("afwijkingen", one.waiver or 0))
            yield from folded(
                f"~ {one.rule.code}, besloten op {short_date(waiver.datum)}, {until} (regelnummer {line}): {waiver.reden}",
                self.width, "    ", "  ",
            )  # fmt: skip

    def _done(self) -> Iterator[str]:
        met = [one for one in self.verdict.all_activations if one.status in (Status.VOLDAAN, Status.TE_LAAT_VOLDAAN)]
        late = [one for one in met if one.status is Status.TE_LAAT_VOLDAAN]
        if not met:
            return
        yield ""
        for one in late:
            why = f" (uiterste datum was {short_date(one.due_day)})" if one.due_day else ""
            text = f"Te laat voldaan: {one.rule.code} {one.rule.title}{why}"
            yield from folded(text, self.width, "  ", "")
        yield from folded(f"Voldaan: {len(met)} keer. Zo ziet u het bewijs van één regel:", self.width, "")
        yield f"  bo explain {readable(self.loaded.name)} --regel CODE"


def _when(task: Task, today: date) -> str:
    if task.status is Status.GESCHONDEN:
        return "niet nagekomen"
    if task.status is Status.TE_LAAT and task.due is not None:
        return f"te laat: uiterste datum was {short_date(task.due)}"
    if task.status is Status.OPEN and task.due is not None:
        left = (task.due - today).days
        return f"uiterlijk {short_date(task.due)} ({'nog ' + count(left, 'dag', 'dagen') if left else 'vandaag'})"
    return task.status.words
