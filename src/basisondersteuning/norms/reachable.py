"""Which statuses a rule can reach, and its terms: read off the compiled rule, without any dossier.

What is said here follows the engine step by step: the forms (`requirement`), the trigger and the exceptions
(`evaluate`), the end of a dossier, the waivers. Two things are taken for granted. A test on a field can both pass and
fail. And the parts of a combination are free of one another; where they are not, a status may be listed that no
dossier shows, and the rule is better written with one part less.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from ..model.facts import fact_kinds
from ..model.frame import Eis
from ..model.swv import Vakantierooster
from ..records.tree import Path
from .calendar import Calendar, Due, Term
from .frame import Frame, Rule
from .pattern import Pattern
from .pattern_compile import TRANSITION
from .requirement import Combination, Deadline, Judgement, Must, Never, Precedence, Requirement, Response
from .status import BEST, WORST, Status
from .timeline import _NAMED_OR_UNKNOWN, STRAND_KINDS

_DAY = timedelta(days=1)
_MET = frozenset({Status.VOLDAAN, Status.TE_LAAT_VOLDAAN})


def reachable(rule: Rule, frame: Frame) -> frozenset[Status]:
    """The statuses that activations of this rule can have in some dossier.

    An ordinary rule is judged at events; a field that its trigger tests and that may be left out makes it `onbekend`,
    whatever it asks. A condition is judged at steps that were made, and ahead of the step that would come next; the
    first niveau never comes next, since a dossier without support is not waiting for it.
    """
    ends = bool(frame.ends) and rule.over == "dossier"
    found = _closed(_excepted(rule, _of(rule.requirement, rule, ahead=False), ahead=False), ends=ends)
    if rule.condition_for > 1:
        found |= _closed(_excepted(rule, _of(rule.requirement, rule, ahead=True), ahead=True), ends=False)
    if not rule.condition_for and any(test.unknown_if_absent for trigger in rule.triggers for test in trigger.tests):
        found |= _closed({Status.ONBEKEND}, ends=ends)
    return frozenset(found)


def _excepted(rule: Rule, statuses: set[Status], *, ahead: bool) -> set[Status]:
    """With the exceptions: one that is met takes the rule away, one that is unknown makes what is unsettled unknown."""
    found = set(statuses)
    for exception in rule.exceptions:
        outcomes = _of(exception.requirement, rule, ahead=ahead)
        if outcomes & _MET:
            found.add(Status.NIET_VAN_TOEPASSING)
        if Status.ONBEKEND in outcomes and any(not one.settled for one in statuses):
            found.add(Status.ONBEKEND)
    return found


def _closed(statuses: set[Status], *, ends: bool) -> set[Status]:
    """With what comes last: the end of the dossier takes away what still ran, a waiver covers what is not settled.

    What was broken stays so when a dossier closes. A condition ahead does not exist in a closed dossier.
    """
    found = set(statuses)
    unsettled = {one for one in statuses if not one.settled}
    if unsettled:
        found.add(Status.AFGEWEKEN)
    if ends and unsettled - {Status.GESCHONDEN}:
        found.add(Status.NIET_VAN_TOEPASSING)
    return found


def _of(requirement: Requirement, rule: Rule, *, ahead: bool) -> set[Status]:
    """What one form can give, before exceptions, closing and waivers.

    - `dan` waits: voldaan, or open. Only with a term can it be too late, and then also met too late.
    - `vooraf` looks back: voldaan, or geschonden, and met too late when it still came. Ahead of a step it is open
      instead, since nothing has been broken yet.
    - `moet` is voldaan or geschonden at once. With a term it is first open, then too late, and never met too late: the
      record does not say when the field was filled in. Where the term counts from a field that may be empty, it can
      be without a term after all.
    - `nooit` is voldaan until it is broken.
    - `oordeel` waits for a person, who says voldaan or geschonden.

    A fact without a day holds on the peildatum and nothing comes after it, so what was missing there never came after all.

    `onbekend` comes with a field that may be left out, or with an event whose strand may be unclear.
    """
    if isinstance(requirement, Combination):
        return _combined(requirement, rule, ahead=ahead)
    if isinstance(requirement, Judgement):
        return {Status.OORDEEL_NODIG, Status.VOLDAAN, Status.GESCHONDEN}
    assert isinstance(requirement, Response | Precedence | Must | Never)
    found = {Status.VOLDAAN}
    if isinstance(requirement, Must):
        if requirement.deadline is not None:
            found |= {Status.OPEN, Status.TE_LAAT}
        if requirement.deadline is None or not _always_has(rule, requirement.deadline.field):
            found.add(Status.GESCHONDEN)
        if any(test.unknown_if_absent and not _always_has(rule, test.field) for test in requirement.pattern.tests):
            found.add(Status.ONBEKEND)
        return found
    if _may_be_unknown(requirement.pattern, rule):
        found.add(Status.ONBEKEND)
    if isinstance(requirement, Response):
        found.add(Status.OPEN)
        if requirement.deadline is not None:
            found |= {Status.TE_LAAT, Status.TE_LAAT_VOLDAAN}
    elif isinstance(requirement, Precedence):
        found.add(Status.OPEN if ahead else Status.GESCHONDEN)
        if not ahead and not _timeless(rule):
            found.add(Status.TE_LAAT_VOLDAAN)
    else:
        found.add(Status.GESCHONDEN)
    return found


def _timeless(rule: Rule) -> bool:
    """Whether only facts without a day give rise to a rule."""
    kinds = fact_kinds(rule.over)
    return bool(kinds) and not any(kinds[one.kind].dated for one in rule.triggers)


def _combined(requirement: Combination, rule: Rule, *, ahead: bool) -> set[Status]:
    """`een_van` takes the best of its parts, `alle` the worst, for each way in which the parts can turn out."""
    order = WORST if requirement.every else BEST
    parts = [_of(part, rule, ahead=ahead) for part in requirement.parts]
    return {min(chosen, key=order.__getitem__) for chosen in product(*parts)}


def _always_has(rule: Rule, field: str | None) -> bool:
    """Whether the activating event has this field filled in: where it is empty, each trigger says no or unknown."""
    return field is None or all(
        _asks_for(trigger, field) or any(test.field == field and test.unknown_if_absent for test in trigger.tests)
        for trigger in rule.triggers
    )


def _asks_for(pattern: Pattern, field: str) -> bool:
    """Whether a pattern matches only events in which this field is filled in: `aanwezig: ja`."""
    return any(test.field == field and test.words == f"{field} is ingevuld" for test in pattern.tests)


def _may_be_unknown(pattern: Pattern, rule: Rule) -> bool:
    """Whether an event may leave open if it matches: by a field that is left out, or by its strand.

    The strand of an observation, a talk with parents or a consultation is unclear when it names no vakgebied and the
    dossier has several strands; that matters where the pattern asks for the strand of the activation. An activation
    that is itself about the whole pupil matches every strand.
    """
    if any(test.unknown_if_absent for test in pattern.tests):
        return True
    if not pattern.same_strand:
        return False
    anchors = [one for one in rule.triggers if one.kind in STRAND_KINDS or one.kind == TRANSITION]
    if anchors and pattern.kind in _NAMED_OR_UNKNOWN and not _asks_for(pattern, "vakgebied"):
        return True
    return any(one.kind in _NAMED_OR_UNKNOWN and not _asks_for(one, "vakgebied") for one in anchors)


class RuleTerm(NamedTuple):
    """One term of a rule: where it stands under the rule as written, and the form that it belongs to."""

    path: Path
    owner: Requirement
    deadline: Deadline


def terms(rule: Rule) -> list[RuleTerm]:
    """Every term of a rule that has a length, also of its exceptions."""
    found = list(_terms(rule.requirement, rule.raw, ()))
    for index, exception in enumerate(rule.exceptions):
        found += _terms(exception.requirement, rule.raw.tenzij[index], ("tenzij", index))
    return found


def _terms(requirement: Requirement, raw: Eis, path: tuple[str | int, ...]) -> Iterator[RuleTerm]:
    if isinstance(requirement, Combination):
        form = "alle" if requirement.every else "een_van"
        for index, (part, own) in enumerate(zip(requirement.parts, getattr(raw, form), strict=True)):
            yield from _terms(part, own, (*path, form, index))
    elif isinstance(requirement, Response | Precedence | Must | Never):
        deadline = requirement.deadline
        if deadline is not None and deadline.term is not None:
            yield RuleTerm((*path, "binnen"), requirement, deadline)


class _MovedTerm(Term):
    """The one term whose last day a `MovedCalendar` moves."""


class MovedCalendar(Calendar):
    """A calendar on which the last day of one term, marked by `with_moved_term`, lies some days later or earlier."""

    def __init__(self, roosters: list[Vakantierooster], days: int) -> None:
        super().__init__(roosters)
        self.days = days
        self.plain = self.due
        self.due = self._moved  # type: ignore[assignment]

    def _moved(self, start: date, term: Term) -> Due:
        due: Due = self.plain(start, term)
        return due._replace(day=due.day + self.days * _DAY) if isinstance(term, _MovedTerm) else due


def with_moved_term(frame: Frame, rule: Rule, term: RuleTerm) -> Frame:
    """The same frame, in which this one term follows a `MovedCalendar`."""
    changed = rule._replace(
        requirement=_marked(rule.requirement, term),
        exceptions=tuple(one._replace(requirement=_marked(one.requirement, term)) for one in rule.exceptions),
    )
    return replace(frame, rules=tuple(changed if one is rule else one for one in frame.rules))


def _marked(requirement: Requirement, term: RuleTerm) -> Requirement:
    if isinstance(requirement, Combination):
        return requirement._replace(parts=tuple(_marked(part, term) for part in requirement.parts))
    if requirement is not term.owner:
        return requirement
    assert isinstance(requirement, Response | Precedence | Must | Never) and term.deadline.term is not None
    return requirement._replace(deadline=term.deadline._replace(term=_MovedTerm(*term.deadline.term)))
