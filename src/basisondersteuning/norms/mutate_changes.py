"""Which single changes of a norm frame its cases should notice, each with a name that stays the same.

A change is read off the frame as written: leave a part out, turn a test on a field round, swap `een_van` and `alle`, move
a term or a date by a day. `mutate_apply` makes the frame with the change in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from ..model.frame import Begin, Eis, Niveau, Normenkader, Periode, Regel, Termijn
from ..model.pattern_words import LEVEL, OPTIONS
from .calendar import UNITS

Steps: TypeAlias = tuple[str | int, ...]
"""A path below a part of a frame, as the typed record has it."""

GONE = object()
"""What stands at a path after it was left out."""

KEPT = object()
"""What stands at a path that is not edited: the change is in how it is read, or in its last day."""

_DAY = timedelta(days=1)


class Sort(StrEnum):
    """The sorts of changes; the values are how a person reads them."""

    RULE = "regel weg"
    ALTERNATIVE = "alternatief of begin weg"
    PART = "onderdeel van een regel of niveau weg"
    FIELD = "toets op een veld weg"
    NEGATED = "toets op een veld omgekeerd"
    VALUE = "rol of waarde weg"
    SWAPPED = "een_van en alle verwisseld"
    TERM = "termijn een dag korter of langer"
    PERIOD = "geldigheid een dag eerder of later"
    BOUND = "grens een hoger of lager"


class Change(NamedTuple):
    """One change. `part` is where the rule, niveau or end stands in the frame, `path` what changes below it.

    `edit` is what comes to stand there; `days` moves the last day of the term there; `negated` turns the test there round.
    """

    part: Steps
    path: Steps
    words: str
    sort: Sort
    edit: Any = KEPT
    days: int = 0
    negated: bool = False


class Named(NamedTuple):
    """A change with its name, and with the path by which the frame's compiler and file know the place."""

    name: str
    change: Change
    place: Steps


def all_changes(record: Normenkader, rules: set[str], *, levels: bool, ends: bool) -> Iterator[Named]:
    """The changes of these rules, and of the niveaus and ends where wanted, in the order of the frame.

    Some of them cannot be made; `mutate_apply` says which.
    """
    if levels:
        for index, level in enumerate(record.niveaus):
            for change in _of_level(level, ("niveaus", index)):
                yield Named(_name(f"niveau {level.niveau}", change.path, change), change, (*change.part, *change.path))
    if ends:
        for index, raw in enumerate(record.einde):
            for change in _of_end(raw, ("einde", index)):
                place = (*change.part, *change.path)
                yield Named(_name("", place, change), change, place)
    for index, rule in enumerate(record.regels):
        if rule.code in rules:
            for change in _of_rule(rule, ("regels", index)):
                path = _without_index(rule, change.path)
                yield Named(_name(rule.code, path, change), change, (*change.part, *path))


def _name(owner: str, path: Steps, change: Change) -> str:
    """Who changes, where, and how; a value goes by its own word, so that the order of a list does not matter."""
    shown = path[:-1] if change.sort is Sort.VALUE else path
    where = ".".join(str(step + 1) if isinstance(step, int) else step for step in shown)
    return " ".join(one for one in (owner, where, change.words) if one)


def _without_index(rule: Regel, path: Steps) -> Steps:
    """One occasion is written, and compiled, without a list around it."""
    alone = path[:2] == ("als", 0) and rule.als is not None and len(rule.als) == 1
    return ("als", *path[2:]) if alone else path


def _of_rule(rule: Regel, part: Steps) -> Iterator[Change]:
    yield Change(part, (), "weg", Sort.RULE, GONE)
    triggers = rule.als or []
    for index, raw in enumerate(triggers):
        if len(triggers) > 1:
            yield Change(part, ("als", index), "weg", Sort.ALTERNATIVE, GONE)
        yield from _of_pattern(raw, part, ("als", index))
    if rule.eerste:
        yield Change(part, ("eerste",), "weg", Sort.PART, GONE)
    if rule.geldig is not None:
        yield from _of_period(rule.geldig, part)
    yield from _of_requirement(rule, part, ())
    for index, exception in enumerate(rule.tenzij):
        yield Change(part, ("tenzij", index), "weg", Sort.PART, GONE)
        yield from _of_requirement(exception, part, ("tenzij", index))


def _of_level(level: Niveau, part: Steps) -> Iterator[Change]:
    if level.lopende_ondersteuning:
        yield Change(part, ("lopende_ondersteuning",), "weg", Sort.PART, GONE)
    for index, start in enumerate(level.begint_met):
        here: Steps = ("begint_met", index)
        yield Change(part, here, "weg", Sort.ALTERNATIVE, GONE)
        yield from _of_start(start, part, here)


def _of_start(start: Begin, part: Steps, path: Steps) -> Iterator[Change]:
    yield from _of_pattern(start.bij, part, (*path, "bij"))
    if start.na is not None:
        yield Change(part, (*path, "na"), "weg", Sort.PART, GONE)
        yield from _of_pattern(start.na, part, (*path, "na"))


def _of_end(raw: dict[str, Any], part: Steps) -> Iterator[Change]:
    yield Change(part, (), "weg", Sort.ALTERNATIVE, GONE)
    yield from _of_pattern(raw, part, ())


def _of_period(period: Periode, part: Steps) -> Iterator[Change]:
    for name, day in (("van", period.van), ("tot", period.tot)):
        if day is not None:
            yield Change(part, ("geldig", name), "een dag eerder", Sort.PERIOD, day - _DAY)
            yield Change(part, ("geldig", name), "een dag later", Sort.PERIOD, day + _DAY)


def _of_requirement(raw: Eis, part: Steps, path: Steps) -> Iterator[Change]:
    for form in ("dan", "vooraf", "nooit", "sinds"):
        pattern = getattr(raw, form)
        if form == "sinds" and pattern is not None:
            yield Change(part, (*path, form), "weg", Sort.PART, GONE)
        if pattern is not None:
            yield from _of_pattern(pattern, part, (*path, form))
    if raw.moet is not None:
        yield from _of_tests(raw.moet, part, (*path, "moet"))
    for form, other in (("een_van", "alle"), ("alle", "een_van")):
        parts = getattr(raw, form)
        if parts is None:
            continue
        swapped = raw.model_copy(update={form: None, other: parts})
        yield Change(part, path, f"{form} wordt {other}", Sort.SWAPPED, swapped)
        for index, one in enumerate(parts):
            yield Change(part, (*path, form, index), "weg", Sort.ALTERNATIVE, GONE)
            yield from _of_requirement(one, part, (*path, form, index))
    if raw.binnen is not None:
        yield from _of_term(raw.binnen, part, (*path, "binnen"))


def _of_term(raw: Termijn, part: Steps, path: Steps) -> Iterator[Change]:
    yield Change(part, path, "weg", Sort.PART, GONE)
    has_length = raw.instelling is not None or any(getattr(raw, unit) is not None for unit in UNITS)
    for days, words in ((-1, "een dag korter"), (1, "een dag langer")):
        if has_length:
            yield Change(part, path, words, Sort.TERM, days=days)
        else:  # a date of the event is itself the last day: then it is a day from that date
            moved = raw.model_copy(update={"dagen": days, "herkomst": "afspraak"})
            yield Change(part, path, words, Sort.TERM, moved)


def _of_pattern(raw: dict[str, Any], part: Steps, path: Steps) -> Iterator[Change]:
    own = (*OPTIONS, LEVEL)
    for key in raw:
        if key in own:
            yield Change(part, (*path, key), "weg", Sort.PART, GONE)
    yield from _of_tests({key: value for key, value in raw.items() if key not in (*own, "soort")}, part, path)


def _of_tests(raw: dict[str, Any], part: Steps, path: Steps) -> Iterator[Change]:
    """The tests on the fields of an event, or of one part of a list."""
    for key, wanted in raw.items():
        here = (*path, key)
        yield Change(part, here, "weg", Sort.FIELD, GONE)
        yield Change(part, here, "omgekeerd", Sort.NEGATED, negated=True)
        if isinstance(wanted, dict):
            for word, argument in wanted.items():
                yield from _of_argument(word, argument, part, (*here, word))


def _of_argument(word: str, argument: Any, part: Steps, path: Steps) -> Iterator[Change]:
    """What stands behind the word of a test: a list of values or roles, a bound, or a block of tests."""
    if word in ("minstens", "hoogstens"):
        yield from _of_bound(argument, part, path)
    elif word == "een_van":
        yield from _of_values(argument, part, path)
    elif word == "bevat" and isinstance(argument, list):
        yield from _of_values(argument, part, path)
        if len(argument) > 1:
            yield Change(part, path, "alle wordt een_van", Sort.SWAPPED, {"een_van": argument})
    elif word == "bevat" and isinstance(argument, dict) and list(argument) == ["een_van"]:
        yield from _of_values(argument["een_van"], part, (*path, "een_van"))
        yield Change(part, path, "een_van wordt alle", Sort.SWAPPED, argument["een_van"])
    elif word == "bevat" and isinstance(argument, dict):
        yield from _of_tests(argument, part, path)
    elif word == "rol" and isinstance(argument, dict):
        for form, other in (("een_van", "alle"), ("alle", "een_van")):
            if form in argument:
                yield from _of_values(argument[form], part, (*path, form))
                yield Change(part, path, f"{form} wordt {other}", Sort.SWAPPED, {other: argument[form]})


def _of_values(values: list[str], part: Steps, path: Steps) -> Iterator[Change]:
    if len(values) > 1:
        for index, value in enumerate(values):
            yield Change(part, (*path, index), f"zonder {value}", Sort.VALUE, GONE)


def _of_bound(argument: Any, part: Steps, path: Steps) -> Iterator[Change]:
    number = argument
    if isinstance(argument, dict):
        yield from _of_tests(argument["met"], part, (*path, "met"))
        number, path = argument["aantal"], (*path, "aantal")
    if isinstance(number, str) and number.isdecimal():
        yield Change(part, path, "een hoger", Sort.BOUND, str(int(number) + 1))
        if int(number) > 0:
            yield Change(part, path, "een lager", Sort.BOUND, str(int(number) - 1))
