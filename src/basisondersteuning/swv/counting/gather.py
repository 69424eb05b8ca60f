"""Counts as the dossiers come in; a file that does not count is remembered by name, never left out in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...casework.batch import Crash
from ...findings.finding import Finding, Severity, readable
from ...findings.render_short import short
from ...records.same_pupil import Pupils
from .pupil import NotCounted, PupilCount
from .tally import Tally

MOST_NAMES = 50
"""How many files that do not count are named before the rest is only counted."""


@dataclass(slots=True)
class Counting:
    """What was counted so far, and what was not: how many files, why in a line each, and how heavy that weighs."""

    tally: Tally
    left_out: int = 0
    reasons: list[str] = field(default_factory=list)
    weights: list[Severity] = field(default_factory=list)
    crashed: bool = False
    _pupils: Pupils = field(default_factory=Pupils)

    def add(self, results: Iterable[PupilCount | NotCounted | Finding | Crash | None]) -> None:
        """Count everything that a batch gives. Of two dossiers of one pupil the first counts: `own_first` has seen to it."""
        for one in results:
            if isinstance(one, PupilCount):
                again = self._pupils.note(one.path, one.pupil)
                if again is None:
                    self.tally.add(one)
                else:
                    self._leave_out(one.path, [again])
            elif isinstance(one, Finding):
                self._leave_out(one.place.file, [one])
            elif isinstance(one, Crash):
                self.crashed = True
                self._leave_out(one.finding.place.file, [one.finding])
            elif one is not None:
                self._leave_out(one.path, one.findings)

    def _leave_out(self, path: str, findings: list[Finding]) -> None:
        self.left_out += 1
        worst = min(findings, key=lambda one: one.severity.rank, default=None)
        if worst is not None and worst.severity not in self.weights:
            self.weights.append(worst.severity)
        if len(self.reasons) < MOST_NAMES:
            self.reasons.append(short(worst) if worst is not None else readable(path))
