"""What is still to be done for a pupil: who, what, before when, and why."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..findings.finding import Severity
from ..norms.status import URGENCY, Status
from ..norms.timeline import Entry
from ..norms.verdict import Activation, Verdict
from ..records.load import Loaded

_FAR = date.max


class Task(NamedTuple):
    """One activation that needs something: a duty, a missing field, a judgement.

    `line` is the line of the event that gave rise to it, 0 for none; `day` that event's date. `missing` names the fields
    that the record lacks, each with the line of the event that lacks it.
    """

    rule: str
    title: str
    status: Status
    severity: Severity
    role: str
    action: str
    due: date | None
    day: date
    line: int
    strand: str | None
    missing: tuple[tuple[str, int], ...] = ()

    @property
    def urgency(self) -> tuple[int, int, date, str]:
        """Most urgent first: by status, weight, due date."""
        return (URGENCY[self.status], self.severity.rank, self.due or _FAR, self.rule)


def tasks_of(verdict: Verdict, loaded: Loaded | None) -> list[Task]:
    """Everything unsettled in a verdict, most urgent first; the same duty in one strand only once a day."""
    found: dict[tuple[str, str | None, date], Task] = {}
    for one in verdict.all_activations:
        if not one.status.settled:
            task = _task(one, loaded)
            found.setdefault((task.rule, task.strand, task.day), task)
    return sorted(found.values(), key=lambda one: one.urgency)


def _task(one: Activation, loaded: Loaded | None) -> Task:
    missing = sorted({(name, _line(entry, loaded)) for entry, name in one.outcome.missing}, key=lambda gap: (gap[1], gap[0]))
    return Task(
        one.rule.code,
        one.rule.title,
        one.status,
        one.rule.severity,
        one.rule.role,
        one.rule.action,
        one.due_day,
        one.day,
        _line(one.entry, loaded),
        one.strand,
        tuple(missing) if one.status is Status.ONBEKEND else (),
    )


def _line(entry: Entry | None, loaded: Loaded | None) -> int:
    return loaded.event_line(entry.index) if loaded is not None and entry is not None else 0
