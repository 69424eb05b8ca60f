"""Reads one file of a watched caseload under a set-up that stays open."""

from __future__ import annotations

from ...records.discover import Candidate
from ..assess import Assessor
from ..batch_work import Crash
from ..overview.job import OverviewJob
from ..setup import Setup
from .caseload import Again, Reader


def reader(setup: Setup) -> Reader:
    """What reads a file. Our own mistake is an answer too: watching goes on."""
    handle, assessor = OverviewJob(setup).open(), Assessor(setup)

    def read(candidate: Candidate) -> Again:
        try:
            looked = handle(candidate)
            if looked.card is None:
                return Again(looked)
            assessment = assessor.assess(candidate.path, named=False)
            return Again(looked, assessment.verdict, tuple(assessment.findings))
        except Exception as error:
            return Again(Crash(candidate.path, error))

    return read
