"""Meetings of the ondersteuningsteam held against the norms: item by item, with the dossiers where these were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ...findings.finding import Finding, Severity
from ...model.dossier import Dossier
from ...model.ot import Ot
from ...records.load import Loaded
from ..assess import Assessor
from ..caseload import Caseload
from .identity import other_pupil, parents_left_out
from .norms import Held, Standing, judged, remarks
from .outcome import Point, points
from .projection import Under


class CheckedItem(NamedTuple):
    """One item of the agenda: how it stands with each rule, and whether the dossier was read.

    `overdue`: on the peildatum the day of the meeting is past, and who were there was not filled in.
    """

    point: Point
    with_dossier: bool
    overdue: bool
    rules: list[Held]


@dataclass(slots=True)
class CheckedMeeting:
    """One meeting. `frame` is the version of the norms on its day."""

    loaded: Loaded
    meeting: Ot
    frame: str
    items: list[CheckedItem] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def weights(self) -> Iterator[Severity]:
        """What weighs: findings, and rules that are not kept."""
        yield from (one.severity for one in self.findings)
        yield from (rule.rule.severity for one in self.items for rule in one.rules if rule.standing is Standing.WRONG)


def check_meetings(
    meetings: Iterable[Loaded], caseload: Caseload, assessor: Assessor, *, has_procedure: bool = False
) -> Iterator[CheckedMeeting]:
    """Check every meeting against the version of the norms that holds on its day.

    `has_procedure`: the fixed procedure stands in the settings of the school.
    """
    assert assessor.series is not None and assessor.frame is not None
    for loaded in meetings:
        meeting = loaded.record
        assert isinstance(meeting, Ot)
        calendar = assessor.calendar(meeting.school)
        under = Under(assessor.series, assessor.series.on(meeting.datum) or assessor.frame, calendar)
        found = CheckedMeeting(loaded, meeting, under.frame.code)
        known = {pupil for school, pupil in caseload.dossiers if school == meeting.school}
        for point in points([loaded]):
            dossier = caseload.of(meeting.school, point.item.leerling)
            record = dossier.record if dossier is not None and isinstance(dossier.record, Dossier) else None
            overdue = meeting.datum < assessor.setup.peildatum and not point.item.aanwezig
            found.items.append(CheckedItem(point, record is not None, overdue, judged(point, record, under)))
        for point in points([loaded]):
            if (dossier := caseload.of(meeting.school, point.item.leerling)) is not None:
                other = other_pupil(point, dossier)
                found.findings += [other] if other is not None else parents_left_out(point, dossier)
        found.findings += remarks(loaded, [one.point for one in found.items], known, calendar, has_procedure=has_procedure)
        yield found
