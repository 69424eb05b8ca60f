"""What is still to be done for a pupil: who, what, before when, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..findings.finding import Finding, Severity
from ..norms.card import RuleCard
from ..norms.status import URGENCY, Status

if TYPE_CHECKING:
    from ..norms.timeline import Entry
    from ..norms.verdict import Activation, Verdict
    from ..records.load import Loaded

_FAR = date.max


class Task(NamedTuple):
    """One activation that needs something: a duty, a missing field, a judgement.

    `line` is the line of the event that gave rise to it, 0 for none; `day` that event's date. `missing` names the fields
    that the record lacks, each with the line of the event that lacks it; `times` says how often the same is asked for in
    this strand (the most urgent one stands for all).
    """

    card: RuleCard
    status: Status
    due: date | None
    day: date
    line: int
    strand: str | None
    missing: tuple[tuple[str, int], ...] = ()
    times: int = 1

    @property
    def urgency(self) -> tuple[int, int, date, str]:
        """Most urgent first: by status, weight, due date."""
        return (URGENCY[self.status], self.card.severity.rank, self.due or _FAR, self.card.code)


def heaviest(findings: Iterable[Finding], tasks: Iterable[Task]) -> Severity | None:
    """The heaviest finding or broken norm; None when there is neither."""
    weights = [one.severity for one in findings]
    weights += [one.card.severity for one in tasks if one.status.failed]
    return min(weights, key=lambda one: one.rank, default=None)


def tasks_of(verdict: Verdict, loaded: Loaded | None) -> list[Task]:
    """Everything unsettled in a verdict, most urgent first; the same in one strand taken together."""
    found = [_task(one, loaded) for one in verdict.all_activations if not one.status.settled]
    if len(found) < 2:
        return found
    found.sort(key=_urgency)
    merged: dict[tuple[str, str | None, Status], Task] = {}
    for task in found:
        key = (task.card.code, task.strand, task.status)
        first = merged.get(key)
        merged[key] = task if first is None else first._replace(times=first.times + 1)
    return list(merged.values())


def _urgency(task: Task) -> tuple[int, int, date, str]:
    return task.urgency


def _task(one: Activation, loaded: Loaded | None) -> Task:
    missing: tuple[tuple[str, int], ...] = ()
    if one.status is Status.ONBEKEND:
        gaps = {(_line(entry, loaded), name) for entry, name in one.outcome.missing}
        missing = tuple((name, line) for line, name in sorted(gaps))
    return Task(one.rule.card, one.status, one.due_day, one.day, _line(one.entry, loaded), one.strand, missing)


def _line(entry: Entry | None, loaded: Loaded | None) -> int:
    return loaded.event_line(entry.index) if loaded is not None and entry is not None else 0
