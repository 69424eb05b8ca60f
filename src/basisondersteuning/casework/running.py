"""Which support runs on a day: what a group plan lists and a Groeidocument shows as going on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..model.base import Gebeurtenis
from ..model.dossier import Dossier
from ..model.events_support import Afschaling, Evaluatie, Ondersteuning
from ..model.events_team import Afsluiting, Overdracht


class RunningSupport(NamedTuple):
    """Support that runs on a day.

    `place` is that of its event in the timeline of the dossier given; `strand` is its vakgebied. `until` is the end
    date that the school chose; `overdue` when that day has passed and the effect has not been judged.
    """

    event: Ondersteuning
    place: int
    strand: str
    since: date
    until: date | None
    overdue: bool


def running(dossier: Dossier, day: date) -> list[RunningSupport]:
    """The support that runs at the end of a day, in the order of its start; events after that day do not exist.

    Support runs from its own day until the day of one of these:

    - it is followed up: later support names it in `vervolg_op`, or is no new support in the same vakgebied and names none;
    - its effect is judged: going on after that is an event of its own (`voortgezet`). An evaluation that does not give the
      effect ends nothing, since the judgement is still to come;
    - a step down in its vakgebied, unless it began on that very day and there is support after the step;
    - the dossier closes, or the pupil leaves the school.

    That its end date passes does not end it: nobody has judged it yet, so it is shown as `overdue`.
    """
    known = [(index, one) for index, one in enumerate(dossier.tijdlijn) if one.datum <= day]
    if any(_ends_all(one) for _, one in known):
        return []
    known.sort(key=lambda pair: pair[1].datum)  # on one day they stay in the order of the record
    found: dict[str, RunningSupport] = {}
    for index, one in known:
        if isinstance(one, Ondersteuning):
            for name in _followed(one, found):
                del found[name]
            overdue = one.tot is not None and one.tot < day
            found[one.id] = RunningSupport(one, index, one.vakgebied, one.datum, one.tot, overdue)
    ended = {one.van for _, one in known if isinstance(one, Evaluatie) and one.effect is not None}
    steps = [one for _, one in known if isinstance(one, Afschaling)]
    return [one for name, one in found.items() if name not in ended and not any(_steps_off(step, one) for step in steps)]


def _ends_all(event: Gebeurtenis) -> bool:
    return isinstance(event, Afsluiting) or (isinstance(event, Overdracht) and event.van_school)


def _followed(event: Ondersteuning, before: dict[str, RunningSupport]) -> list[str]:
    """The ids of earlier support that this follows up."""
    if event.vervolg_op is not None:
        return [event.vervolg_op] if event.vervolg_op in before else []
    if event.vorm == "nieuw":
        return []
    return [name for name, one in before.items() if one.strand == event.vakgebied]


def _steps_off(step: Afschaling, support: RunningSupport) -> bool:
    """Whether this step down ended the support."""
    if step.vakgebied and support.strand not in step.vakgebied:
        return False
    return support.since < step.datum or (support.since == step.datum and step.naar == "geen")
