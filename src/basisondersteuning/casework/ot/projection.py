"""An item of the agenda as the event that it becomes in the dossier, judged by the rules of the frame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from ...model.dossier import Dossier, Leerling
from ...model.events_team import OtBespreking
from ...norms.calendar import Calendar
from ...norms.evaluate import Evaluation
from ...norms.frame import Frame, Series
from ...norms.verdict import Activation
from .due import DISCUSSION
from .outcome import Point, event_of
from .people import People


class Under(NamedTuple):
    """The norms and the calendar under which a meeting is judged."""

    series: Series
    frame: Frame
    calendar: Calendar


Activations: TypeAlias = dict[tuple[str, str | None], Activation]
"""What the event of an item gives rise to, by the code of the rule and the strand."""


def variant(point: Point, **changes: Any) -> Point:
    """The same item with other values."""
    agenda = list(point.ot.agenda)
    agenda[point.number] = agenda[point.number].model_copy(update=changes)
    return point._replace(meeting=replace(point.meeting, record=point.ot.model_copy(update={"agenda": agenda})))


def activations(point: Point, dossier: Dossier | None, under: Under) -> Activations:
    """What comes of the item as an event in the dossier, on the day of the meeting."""
    day = point.ot.datum
    base = dossier if dossier is not None else _skeleton(point)
    people = People(base.betrokkenen)
    event = OtBespreking.model_validate(event_of(point, people))
    earlier = [one for one in base.tijdlijn if not (one.soort == DISCUSSION and one.datum == day)]
    record = base.model_copy(update={"betrokkenen": [*people.known, *people.added], "tijdlijn": [*earlier, event]})
    verdict = Evaluation(record, under.series, under.frame, under.calendar, day, None).run()
    own = len(earlier)
    found = [one for one in verdict.activations if one.entry is not None and one.entry.index == own]
    if dossier is not None:
        steps = [step for strand in verdict.strands for step in strand.steps if step.transition.cause.index == own]
        found += [one for step in steps for one in step.conditions]
    return {(one.rule.code, one.strand): one for one in found}


def _skeleton(point: Point) -> Dossier:
    """A dossier that holds nothing."""
    pupil = Leerling.model_construct(id=point.item.leerling, geboortedatum=date.min, groep=point.item.groep or 0)
    return Dossier.model_construct(soort="dossier", leerling=pupil, school=point.ot.school)
