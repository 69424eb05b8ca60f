"""What one dossier adds to the counts: nothing in it names the pupil, except the key by which two dossiers of one are known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from ...casework.assess import Assessment, Assessor
from ...casework.setup import Setup
from ...findings.finding import Finding
from ...model.dossier import Dossier
from ...norms.status import Status
from ...records.discover import Candidate
from ...records.same_pupil import Pupil, pupil_of

Move: TypeAlias = tuple[str, str]
"""From one niveau to another."""


class Period(NamedTuple):
    """From and up to and including."""

    first: date
    last: date


class PupilCount(NamedTuple):
    """One dossier. `level` is the niveau the record supports, None for a closed dossier; `moves` are those of the period.

    `running` and `late`: whether there is a duty that runs, and one whose term has passed.
    """

    path: str
    school: str
    level: str | None
    running: bool
    late: bool
    moves: frozenset[Move]
    pupil: Pupil | None


class NotCounted(NamedTuple):
    """A file that could not be judged, and why."""

    path: str
    findings: list[Finding]


class TellJob(NamedTuple):
    """Judges files and keeps of each only what is counted."""

    setup: Setup
    period: Period

    def open(self) -> Callable[[Candidate], PupilCount | NotCounted | None]:
        """What handles one file; None for a file that is no dossier."""
        assessor = Assessor(self.setup)

        def handle(candidate: Candidate) -> PupilCount | NotCounted | None:
            assessment = assessor.assess(candidate.path, named=candidate.named)
            if assessment.verdict is not None:
                return count_of(assessment, self.period)
            loaded = assessment.loaded
            meant = candidate.named or loaded.kind in (None, "dossier")  # a file of another kind in the folder is no loss
            return NotCounted(candidate.path, loaded.findings) if meant and loaded.findings else None

        return handle


def count_of(assessment: Assessment, period: Period) -> PupilCount:
    """What a judged dossier adds."""
    verdict, record = assessment.verdict, assessment.loaded.record
    assert verdict is not None and isinstance(record, Dossier)
    codes = ("geen", *(level.code for level in verdict.frame.levels))
    steps = [step.transition for strand in verdict.strands for step in strand.steps]
    moves = frozenset((codes[one.before], codes[one.after]) for one in steps if period.first <= one.day <= period.last)
    closed, leading = verdict.ended is not None, verdict.leading
    statuses = set() if closed else {task.status for task in assessment.tasks}
    return PupilCount(
        assessment.loaded.name,
        record.school,
        None if closed else codes[leading.supported if leading else 0],
        Status.OPEN in statuses,
        Status.TE_LAAT in statuses,
        moves,
        pupil_of(assessment.loaded),
    )
