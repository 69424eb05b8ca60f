"""A plan judged by the engine: the plan becomes a dossier, the frame gives its verdict."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from ...model.base import Gebeurtenis
from ...model.dossier import Betrokkene, Dossier, Leerling
from ...model.kinds import event_models
from ...records.tree import Tree
from ..calendar import Calendar
from ..evaluate import Evaluation
from ..frame import Frame, Series
from ..requirement import Situation
from ..timeline import Strands, one_strand
from ..verdict import Activation, StrandVerdict, Verdict
from .plan import Plan, Planned, Want
from .sample import Sampler

PUPIL, SCHOOL = "voorbeeld", "99XX00"
_DAY = timedelta(days=1)


class View(NamedTuple):
    """A plan with its days and its verdict, as of its last day."""

    plan: Plan
    days: tuple[date, ...]
    evaluation: Evaluation
    verdict: Verdict

    @property
    def strand(self) -> StrandVerdict | None:
        """The support, if any: a plan is about one vakgebied."""
        return self.verdict.leading

    def situation(self, activation: Activation) -> Situation:
        """What an activation was judged against; the next call gives the same object anew."""
        entry = activation.entry
        assert entry is not None
        strands: Strands | None = entry.strands if activation.strand is None else one_strand(activation.strand)
        return self.evaluation.situation(activation.rule, entry, strands, activation)


class Judge:
    """Judges plans under one frame on its own, for one first day; `judged` counts them."""

    def __init__(self, frame: Frame, sampler: Sampler, people: Dossier, start: date) -> None:
        self.frame = frame
        self.sampler = sampler
        self.people = people
        self.start = start
        self.calendar = Calendar()
        self.series = Series(frame.series, (frame,))
        self.judged = 0
        self._events: dict[tuple[str, frozenset[Want]], Gebeurtenis] = {}

    def view(self, plan: Plan) -> View | None:
        """The plan with its verdict; None for a plan that no dossier can hold, or that runs past the frame's end."""
        days = self.days(plan)
        if days and not self.frame.holds_on(days[-1]):
            return None
        names = names_of(plan)
        events: list[Gebeurtenis] = []
        for event, day in zip(plan.events, days, strict=True):
            base = self._event(event)
            if base is None or not _in_order(plan, event, days):
                return None
            update: dict[str, object] = {"datum": day, "id": names.get(event.key)}
            update |= {name: names[key] for name, key in event.refs}
            events.append(base.model_copy(update=update))
        dossier = self.people.model_copy(update={"tijdlijn": events})
        evaluation = Evaluation(dossier, self.series, self.frame, self.calendar, days[-1] if days else self.start, None)
        self.judged += 1
        return View(plan, days, evaluation, evaluation.run())

    def verdict_on(self, view: View, day: date) -> Verdict:
        """The verdict on the timeline of a view, on a later day."""
        return Evaluation(view.evaluation.dossier, self.series, self.frame, self.calendar, day, None).run()

    def days(self, plan: Plan) -> tuple[date, ...]:
        """The day of each event: school days one after the other, further apart where a gap asks for it."""
        found: list[date] = []
        for event in plan.events:
            day = found[-1] + event.gap * _DAY if found else self.start
            while day.weekday() > 4:
                day += _DAY
            found.append(day)
        return tuple(found)

    def trees(self, plan: Plan) -> list[dict[str, Tree]]:
        """The events as a dossier writes them."""
        names = names_of(plan)
        found = []
        for event, day in zip(plan.events, self.days(plan), strict=True):
            tree: dict[str, Tree] = {"datum": day.isoformat(), "soort": event.kind}
            if event.key in names:
                tree["id"] = names[event.key]
            tree |= {name: names[key] for name, key in event.refs}
            found.append(tree | (self.sampler.fields(event.kind, event.wants) or {}))
        return found

    def _event(self, event: Planned) -> Gebeurtenis | None:
        key = (event.kind, event.wants)
        if key not in self._events:
            fields = self.sampler.fields(*key)
            if fields is None:
                return None
            model = event_models()[event.kind]
            required = [name for name in ("id", "van") if name in model.model_fields and model.model_fields[name].is_required()]
            tree: dict[str, Tree] = {"soort": event.kind, "datum": self.start.isoformat()}
            tree |= dict.fromkeys(required, "x")
            self._events[key] = model.model_validate(tree | fields)
        return self._events[key]


def people(cast: list[Betrokkene], start: date) -> Dossier:
    """A dossier without events: the pupil, the school and everyone who may appear."""
    pupil = {"id": PUPIL, "geboortedatum": f"{start.year - 8}-01-01", "groep": "5"}
    return Dossier(soort="dossier", leerling=Leerling.model_validate(pupil), school=SCHOOL, betrokkenen=cast)


def names_of(plan: Plan) -> dict[int, str]:
    """The ids of the events that need one: support, and whatever is referred to or must be named."""
    wanted = {key for one in plan.events for _, key in one.refs}
    counts: Counter[str] = Counter()
    found = {}
    for one in plan.events:
        if one.key in wanted or one.kind == "ondersteuning" or any(want.test.field == "id" for want in one.wants):
            counts[one.kind] += 1
            found[one.key] = f"{one.kind}-{counts[one.kind]}"
    return found


def _in_order(plan: Plan, event: Planned, days: tuple[date, ...]) -> bool:
    """What `bo validate` asks: no evaluation before its support, and nothing after the dossier is closed."""
    if event.kind == "evaluatie":
        support = event.ref("van")
        return support is not None and days[plan.place(support)] <= days[plan.place(event.key)]
    return event.kind != "afsluiting" or days[plan.place(event.key)] == days[-1]
