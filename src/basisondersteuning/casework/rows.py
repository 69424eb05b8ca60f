"""One dossier as one small row: what a folder's table, its counts and the machine formats are made of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..findings.finding import Finding, Severity
from ..model.dossier import Dossier
from ..norms.status import URGENCY, Status
from .assess import Assessment, heaviest
from .tasks import Task

CLOSED = "afgesloten"
"""What stands for the niveau of a closed dossier."""


class Narrow(NamedTuple):
    """What the user asked to see only: duties of a role, pupils at a niveau, duties due on or before a day."""

    role: str | None = None
    level: str | None = None
    until: date | None = None

    def keeps_task(self, task: Task) -> bool:
        """Whether a task stays in view."""
        if self.role is not None and task.card.role != self.role:
            return False
        return self.until is None or (task.due is not None and task.due <= self.until)

    @property
    def by_task(self) -> bool:
        """Whether pupils without a task in view are left out."""
        return self.role is not None or self.until is not None


class StrandRow(NamedTuple):
    """The niveau of one strand: where support is, and what the record supports."""

    name: str
    level: str
    supported: str
    since: date | None
    ready_for: str | None


@dataclass(slots=True)
class Row:
    """One judged dossier; `remarks` counts the findings on it, `worst` weighs what is in view."""

    path: str
    pupil: str
    first_name: str | None
    group: int
    school: str
    strands: tuple[StrandRow, ...]
    tasks: tuple[Task, ...]
    worst: Severity | None
    remarks: int
    closed: bool

    @property
    def level(self) -> str:
        """The niveau of the pupil: the highest that the record supports; a closed dossier has none."""
        if self.closed:
            return CLOSED
        return self.strands[0].supported if self.strands else "geen"

    @property
    def urgency(self) -> tuple[int, int, date, str, str]:
        """Most urgent pupil first: by its most urgent task, then by id."""
        if self.tasks:
            first = self.tasks[0].urgency
            return (first[0], first[1], first[2], self.pupil, self.path)
        ready = not self.closed and any(one.ready_for for one in self.strands)
        return (URGENCY[Status.AFGEWEKEN] if ready else 9, 0, date.max, self.pupil, self.path)


def row_of(assessment: Assessment, narrow: Narrow) -> Row | None:
    """The row of a judged dossier, narrowed; None when it falls outside what was asked."""
    verdict, record = assessment.verdict, assessment.loaded.record
    if verdict is None or not isinstance(record, Dossier):
        return None
    codes = ("geen", *(level.code for level in verdict.frame.levels))
    strands = tuple(
        StrandRow(
            one.strand.name,
            codes[one.rank],
            codes[one.supported],
            one.supported_since or one.since,
            one.next_level.code if one.ready and one.next_level else None,
        )
        for one in verdict.strands
    )
    tasks = tuple(task for task in assessment.tasks if narrow.keeps_task(task))
    row = Row(
        assessment.loaded.name,
        record.leerling.id,
        record.leerling.roepnaam,
        record.leerling.groep,
        record.school,
        strands,
        tasks,
        heaviest(assessment.findings, tasks),
        len(assessment.findings),
        verdict.ended is not None,
    )
    if narrow.level is not None and row.level != narrow.level:
        return None
    return None if narrow.by_task and not tasks else row


@dataclass(slots=True)
class Totals:
    """Counts over a folder; it stays small however many files there are."""

    files: int = 0
    judged: int = 0
    shown: int = 0
    refused: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    statuses: Counter[Status] = field(default_factory=Counter)
    worst: Severity | None = None
    internal: int = 0
    remarked: int = 0

    def weigh(self, severity: Severity | None) -> None:
        """Remember the heaviest."""
        if severity is not None and (self.worst is None or severity.rank < self.worst.rank):
            self.worst = severity

    def weigh_all(self, findings: list[Finding]) -> None:
        """Remember the heaviest of some findings."""
        for one in findings:
            self.weigh(one.severity)

    def add(self, row: Row) -> None:
        """Count one row that is in view."""
        self.shown += 1
        self.levels[row.level] += 1
        self.weigh(row.worst)
        self.remarked += bool(row.remarks)
        for task in row.tasks:
            self.statuses[task.status] += 1
