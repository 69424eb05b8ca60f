"""What meetings add to dossiers, as a person reads it: the lines as they will stand in the file, and their effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ...findings.catalogue import meeting as codes
from ...findings.finding import Severity, readable
from ...findings.paint import Paint, folded
from ...findings.render_text import text as finding_text
from ...model.words import count, level_words, long_date, plain, short_date
from ...norms.verdict import Activation
from ...records.append_items import item_lines
from ...records.difference import difference
from .effect import Level, LevelChange, effect
from .outcome import Point
from .process import Plan, State

_STATES = {
    State.NEW: "komt erbij",
    State.DONE: "staat al in het dossier",
    State.NOT_HELD: "nog niet besproken",
    State.REFUSED: "niet toegevoegd",
}

_BY_HAND = {codes.TOO_SPECIAL.code, codes.NOT_WRITTEN.code}
"""Codes after which a person can still put the addition in the file."""


def plan_lines(plan: Plan, paint: Paint, width: int) -> Iterator[str]:
    """One pupil."""
    where = f" · {readable(plan.dossier.name)}" if plan.dossier is not None else ""
    yield from folded(paint("bold", f"{plan.pupil}{where}"), width + 8, "  ", "")
    for point, state in plan.states:
        yield from folded(f"{_about(point)}: {_STATES[state]}.", width, "    ", "  ")
    if plan.new is not None:
        yield ""
        yield from difference(plan.old, plan.new, paint)
        yield from _effect(plan, paint, width)
    for one in plan.findings:
        yield ""
        yield finding_text(one, paint, width)
    if plan.new is None and any(one.code in _BY_HAND for one in plan.findings):
        yield ""
        yield "  Dit hoort in het dossier:"
        yield from (f"      {line}".rstrip() for line in _to_paste(plan))
    if plan.written:
        yield ""
        yield "  Geschreven."


def summary(plans: Sequence[Plan], written: bool) -> str:
    """The last line: how many pupils, and whether anything was written."""
    new = [one for one in plans if one.new is not None]
    states = [state for one in plans for _, state in one.states]
    parts = [
        f"{states.count(state)} {words}"
        for state, words in (
            (State.NEW, "toegevoegd" if written else "toe te voegen"),
            (State.DONE, "al verwerkt"),
            (State.NOT_HELD, "nog niet besproken"),
            (State.REFUSED, "niet toegevoegd"),
        )
        if state in states
    ]
    line = f"{count(len(states), 'agendapunt', 'agendapunten')}: {', '.join(parts)}." if states else "De agenda is leeg."
    if done := sum(one.written for one in plans):
        return f"{line} {count(done, 'dossier', 'dossiers')} geschreven."
    return f"{line} Er is niets geschreven{'; met --schrijf komt dit in de dossiers' if new and not written else ''}."


def _about(point: Point) -> str:
    areas = point.item.vakgebied or []
    about = f", {' en '.join(plain(one) for one in areas)}" if areas else ""
    return f"Bijeenkomst van {long_date(point.ot.datum)}{about}"


def _to_paste(plan: Plan) -> Iterator[str]:
    for key, items in plan.additions.items():
        yield f"{key}:"
        for item in items:
            yield from (readable(f"  {line}") for line in item_lines(item))


def _effect(plan: Plan, paint: Paint, width: int) -> Iterator[str]:
    if plan.before is None or plan.after is None or plan.before.verdict is None or plan.after.verdict is None:
        return
    found, day = effect(plan.before.verdict, plan.after.verdict), plan.after.verdict.peildatum
    yield ""
    for change in found.levels:
        yield from folded(_level(change), width, "    ", "  ")
    for title, chosen in (("Hiermee is gedaan", found.met), ("Hiermee vervalt", found.lapsed)):
        if chosen:
            yield paint("bold", f"  {title}")
            for one in dict.fromkeys((each.rule.code, each.rule.title, each.strand) for each in chosen):
                yield from folded(f"{one[0]} {one[1]}{_area(one[2])}", width, "      ", "    ")
    if found.born:
        yield paint("bold", "  Hieruit volgt")
        for each in found.born:
            style = "bold red" if each.status.failed else "bold yellow"
            head = f"{_when(each, day)} · {each.rule.code}{_area(each.strand)}{_weight(each)}"
            yield from (paint(style, line) for line in folded(head, width, "    "))
            yield from folded(f"{plain(each.rule.role)}: {each.rule.action}", width, "      ")


def _level(change: LevelChange) -> str:
    name, after = plain(change.strand).capitalize(), change.after
    if change.before.supported != after.supported:
        text = f"{name}: van {level_words(change.before.supported)} naar {level_words(after.supported)}."
    else:
        text = f"{name}: {level_words(after.supported)}, zoals het was."
    return text + _unsupported(after)


def _unsupported(level: Level) -> str:
    if level.given == level.supported:
        return ""
    return f" Gegeven wordt {level_words(level.given)}, maar die stap onderbouwt het dossier niet."


def _area(strand: str | None) -> str:
    return f" · {plain(strand)}" if strand else ""


def _weight(one: Activation) -> str:
    return "" if one.rule.severity is Severity.FOUT else f" ({one.rule.severity.value})"


def _when(one: Activation, today: date) -> str:
    if one.due_day is None or one.status.value not in ("open", "te_laat"):
        return one.status.words
    if one.status.failed:
        return f"te laat: uiterste datum was {short_date(one.due_day)}"
    left = (one.due_day - today).days
    return f"uiterlijk {short_date(one.due_day)} ({'nog ' + count(left, 'dag', 'dagen') if left else 'vandaag'})"
