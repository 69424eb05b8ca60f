"""What meetings add to dossiers, as a person reads it: the lines as they will stand in the file, and their effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...findings.catalogue import editing as codes
from ...findings.finding import readable
from ...findings.paint import Paint, folded
from ...findings.render_text import text as finding_text
from ...model.words import count, long_date, plain
from ...records.difference import difference
from ...records.editing.items import item_lines
from ..effect import effect
from ..effect_text import effect_lines
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
    yield ""
    after = plan.after.verdict
    yield from effect_lines(effect(plan.before.verdict, after), after.peildatum, paint, width)
