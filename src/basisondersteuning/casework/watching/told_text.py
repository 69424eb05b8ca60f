"""What happened in a watched caseload, as lines for the terminal: when, whose dossier, what it changes; no value of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ...findings.finding import Finding, readable
from ...findings.paint import Paint, folded
from ...findings.render_text import STYLES
from ...model.words import count, level_words, plain, short_date
from ...norms.status import Status
from ..overview.card import Duty
from .caseload import Event, Told
from .change import Change, Ended, Step

MOST = 10
"""How many of many changes at once are told one by one."""
_INDENT = "    "
_ABOUT_FILE = (Event.MOVED, Event.COPY, Event.LEFT, Event.RENUMBERED)
"""Events that are about a file, so that its name is told beside the pupil."""
_MOST_LINES = 6


def told_lines(told: Sequence[Told], moment: str, paint: Paint, width: int) -> Iterator[str]:
    """One block a change; of many at once the first, pupils with another verdict before others, and the number of the rest."""
    ordered = sorted(told, key=_weight) if len(told) > MOST else told
    for one in ordered[:MOST]:
        yield from _block(one, moment, paint, width)
    if len(ordered) > MOST:
        yield f"{moment}  … en nog {count(len(ordered) - MOST, 'bestand', 'bestanden')}"


def _weight(one: Told) -> int:
    return 0 if one.event is Event.BROKEN else 1 if one.change.any else 2


def _block(one: Told, moment: str, paint: Paint, width: int) -> Iterator[str]:
    # a file that cannot be read says nothing of its pupil any more, and a new name is news
    about_file = one.pupil is None or one.other or one.event in _ABOUT_FILE
    shown = readable(one.path) if about_file else one.pupil
    whose = shown if one.pupil in (None, shown) else f"{one.pupil} ({shown})"
    lines = list(_change(one.change, paint, width)) + list(_findings(one, paint, width))
    head = f"{moment}  {whose}: {one.event.value}{_rest(one, lines)}"
    first, *more = folded(head, width, _INDENT, "")
    yield paint("bold", first)
    yield from more
    yield from lines


def _rest(one: Told, lines: Sequence[str]) -> str:
    if one.other:
        return f"; {readable(one.other)} telt mee{'.' if not lines else ''}"
    if one.event in (Event.WRITTEN, Event.MOVED) and not one.change.any:
        return "; het oordeel blijft zoals het was."
    if one.event in (Event.NEW, Event.MENDED) and not lines:
        return "; er is niets te doen."
    return "." if not lines else ""


def _change(change: Change, paint: Paint, width: int) -> Iterator[str]:
    if change.closed or change.reopened:
        yield f"{_INDENT}het dossier is {'afgesloten' if change.closed else 'weer open'}"
    for step in change.steps:
        yield from folded(_step(step), width, _INDENT + "  ", _INDENT)
    yield from _some([_ended(one) for one in change.ended], "green", paint, width)
    yield from _some([f"nu te laat: {_duty(one)}" for one in change.late], "red", paint, width)
    urgent = sorted(change.born, key=lambda one: one.urgency)
    yield from _some([f"te doen: {_duty(one)}" for one in urgent], "yellow", paint, width)


def _some(texts: Sequence[str], style: str, paint: Paint, width: int) -> Iterator[str]:
    for text in texts[:_MOST_LINES]:
        yield from (paint(style, line) for line in folded(text, width, _INDENT + "  ", _INDENT))
    if len(texts) > _MOST_LINES:
        yield f"{_INDENT}… en nog {len(texts) - _MOST_LINES}"


def _step(step: Step) -> str:
    moved = f"van {level_words(step.before)} naar {level_words(step.after)}" if step.before != step.after else ""
    ready = f"gereed voor {level_words(step.ready_for)}" if step.ready_for else ""
    return f"{plain(step.strand)}: {', '.join(filter(None, (moved, ready)))}"


def _ended(one: Ended) -> str:
    return f"{one.fate.value}: {one.duty.title} ({one.duty.rule}{_area(one.duty)})"


def _duty(one: Duty) -> str:
    if one.due is not None and one.status in (Status.OPEN, Status.TE_LAAT):
        when = f"{'uiterste datum was' if one.status.failed else 'uiterlijk'} {short_date(one.due)}"
    else:
        when = one.status.words
    return f"{one.short}, {when}, {plain(one.role)} ({one.rule}{_area(one)})"


def _area(one: Duty) -> str:
    return f" · {plain(one.strand)}" if one.strand else ""


def _findings(one: Told, paint: Paint, width: int) -> Iterator[str]:
    """What is wrong: where, what and how to mend it. Remarks on a record that could be judged are told in one line each."""
    for finding in one.findings[:_MOST_LINES]:
        yield from _finding(finding, paint, width)
    yield from _more(len(one.findings) - _MOST_LINES)


def _finding(one: Finding, paint: Paint, width: int) -> Iterator[str]:
    place = f", regel {one.place.line}" if one.place.line else ""
    head = f"{one.severity.value}[{one.code}]{place}: {one.message}"
    yield from (paint(STYLES[one.severity], line) for line in folded(head, width, _INDENT + "  ", _INDENT))
    yield from (paint("green", line) for line in folded(f"doe: {one.remedy}", width, _INDENT + "      ", _INDENT + "  "))


def found_lines(findings: Iterable[Finding], paint: Paint, width: int) -> Iterator[str]:
    """Findings that belong to no change: where, what and how to mend it; of many only the first."""
    listed = list(findings)
    for one in listed[:MOST]:
        yield f"{_INDENT}{readable(one.place.file)}"
        yield from _finding(one, paint, width)
    yield from _more(len(listed) - MOST)


def _more(number: int) -> Iterator[str]:
    if number > 0:
        yield f"{_INDENT}… en nog {count(number, 'bevinding', 'bevindingen')}; `bo validate` toont ze alle"


def setup_lines(told: Sequence[Told], why: str, moment: str, paint: Paint, width: int) -> Iterator[str]:
    """After everything was judged anew: why, and for whom that changed something."""
    changed = [one for one in told if one.change.any or one.event is not Event.WRITTEN]
    end = f"voor {count(len(changed), 'leerling', 'leerlingen')} verandert er iets" if changed else "er verandert niets"
    yield from folded(f"{moment}  {why}; alles is opnieuw beoordeeld: {end}.", width, _INDENT, "")
    yield from told_lines(changed, moment, paint, width)


def day_words(day: date) -> str:
    """Why everything is judged anew after midnight."""
    return f"het is nu {short_date(day)}"
