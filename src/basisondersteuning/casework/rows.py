"""One dossier as one small row: what a folder's table, its counts and the machine formats are made of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from ..findings.finding import Finding, Severity
from ..norms.status import URGENCY, Status
from .tasks import Task, heaviest

if TYPE_CHECKING:
    from ..model.dossier import Dossier
    from .assess import Assessment

CLOSED = "afgesloten"
"""What stands for the niveau of a closed dossier."""


class Narrow(NamedTuple):
    """What the user asked to see only: duties of a role, pupils at a niveau or in some groups, duties due on or before a day.

    A closed dossier has nothing to do: where duties are chosen it is left out, and what was not kept in it is counted apart.
    """

    role: str | None = None
    level: str | None = None
    until: date | None = None
    groups: tuple[int, ...] = ()

    def keeps_task(self, task: Task) -> bool:
        """Whether a task stays in view."""
        return (self.role is None or task.card.role == self.role) and in_time(task.status, task.due, self.until)

    @property
    def by_task(self) -> bool:
        """Whether pupils without a task in view are left out."""
        return self.role is not None or self.until is not None


def in_time(status: Status, due: date | None, until: date | None) -> bool:
    """Whether a duty stays in view of who asks what is to be done until a day: what was not kept always does."""
    return until is None or status.failed or (due is not None and due <= until)


class StrandRow(NamedTuple):
    """The niveau of one strand: where support is, and what the record supports."""

    name: str
    level: str
    supported: str
    since: date | None
    ready_for: str | None


class Next(NamedTuple):
    """What is to be done first: the status of that duty, its last day, who acts, and what to do in a few words."""

    status: Status
    due: date | None
    role: str
    short: str


class Brief(NamedTuple):
    """What counting and ordering need of a row: little, so that a large folder costs little.

    `worst` weighs what is in view, `remarks` counts the findings on the dossier, `statuses` its duties in view by status.
    `urgency` puts the most urgent pupil first: by the most urgent duty, then by id; a closed dossier comes last.
    """

    level: str
    worst: Severity | None
    remarks: int
    statuses: tuple[tuple[Status, int], ...]
    urgency: tuple[int, int, date, str, str]


@dataclass(slots=True)
class Row:
    """One judged dossier as a table shows it; `next` is the first of `number` duties in view."""

    path: str
    pupil: str
    first_name: str | None
    group: int
    strands: tuple[StrandRow, ...]
    next: Next | None
    number: int
    remarks: int
    closed: bool

    @property
    def level(self) -> str:
        """The niveau of the pupil: the highest that the record supports; a closed dossier has none."""
        if self.closed:
            return CLOSED
        return self.strands[0].supported if self.strands else "geen"


def row_of(assessment: Assessment, narrow: Narrow) -> tuple[Brief, Row] | None:
    """The row of a judged dossier, narrowed, and that row in brief; None when it falls outside what was asked."""
    verdict = assessment.verdict
    if verdict is None:
        return None
    record = cast("Dossier", assessment.loaded.record)
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
    tasks = [task for task in assessment.tasks if narrow.keeps_task(task)]
    first = Next(tasks[0].status, tasks[0].due, tasks[0].card.role, tasks[0].card.short) if tasks else None
    findings = assessment.findings
    closed = verdict.ended is not None
    row = Row(
        assessment.loaded.name,
        record.leerling.id,
        record.leerling.roepnaam,
        record.leerling.groep,
        strands,
        first,
        len(tasks),
        len(findings),
        closed,
    )
    if (narrow.level is not None and row.level != narrow.level) or (narrow.groups and row.group not in narrow.groups):
        return None
    if narrow.by_task and (closed or not tasks):
        return None
    statuses = Counter(task.status for task in tasks)
    return Brief(row.level, heaviest(findings, tasks), len(findings), tuple(statuses.items()), _urgency(row, tasks)), row


def _urgency(row: Row, tasks: list[Task]) -> tuple[int, int, date, str, str]:
    if tasks and not row.closed:
        first = tasks[0].urgency
        return (first[0], first[1], first[2], row.pupil, row.path)
    ready = not row.closed and any(one.ready_for for one in row.strands)
    return (URGENCY[Status.AFGEWEKEN] if ready else 9, 0, date.max, row.pupil, row.path)


@dataclass(slots=True)
class Totals:
    """Counts over a folder; it stays small however many files there are.

    `statuses` are the duties of open dossiers, `ended` counts what was not settled in closed ones; `doubles` counts files of a
    pupil who has another dossier, which are not counted otherwise.
    """

    files: int = 0
    judged: int = 0
    shown: int = 0
    refused: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    statuses: Counter[Status] = field(default_factory=Counter)
    worst: Severity | None = None
    internal: int = 0
    remarked: int = 0
    ended: int = 0
    doubles: int = 0

    def weigh(self, severity: Severity | None) -> None:
        """Remember the heaviest."""
        if severity is not None and (self.worst is None or severity.rank < self.worst.rank):
            self.worst = severity

    def weigh_all(self, findings: list[Finding]) -> None:
        """Remember the heaviest of some findings."""
        for one in findings:
            self.weigh(one.severity)

    def add(self, row: Brief) -> None:
        """Count one row that is in view."""
        self.shown += 1
        self.levels[row.level] += 1
        self.weigh(row.worst)
        self.remarked += bool(row.remarks)
        for status, number in row.statuses:
            if row.level == CLOSED:
                self.ended += number
            else:
                self.statuses[status] += number
