"""What an addition does to the verdict on a dossier, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..findings.finding import Severity
from ..findings.paint import Paint, folded
from ..model.words import count, level_words, plain, short_date
from ..norms.verdict import Activation
from .effect import Effect, Level, LevelChange


def effect_lines(found: Effect, day: date, paint: Paint, width: int) -> Iterator[str]:
    """The niveaus, what is done by it, what is waived, what lapses and what follows. `day` is that of the verdict."""
    for change in found.levels:
        yield from folded(_level(change), width, "    ", "  ")
    titles = (("Hiermee is gedaan", found.met), ("Hiervan wordt afgeweken", found.waived), ("Hiermee vervalt", found.lapsed))
    for title, chosen in titles:
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
