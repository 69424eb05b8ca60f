"""The records in some paths together: what a meeting, a group plan or a document about several pupils needs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..findings.finding import Finding, Severity
from ..model.dossier import Dossier
from ..model.ot import Ot
from ..records.above import shown_path
from ..records.discover import discover
from ..records.load import Loaded, load
from ..records.same_pupil import Pupil, Pupils, own_first, pupil_of, stems_of

DOSSIERS = "dossiers"
"""The folder with the dossiers of a school, as `bo` looks for it beside a meeting."""


@dataclass(slots=True)
class Caseload:
    """Everything read: dossiers by school and id of the pupil, meetings in the order found, and what is wrong.

    Only sound records are in it; of two dossiers of one pupil the one that counts. A file that is wrong is in `findings`.
    """

    dossiers: dict[tuple[str, str], Loaded] = field(default_factory=dict)
    meetings: list[Loaded] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def of(self, school: str, pupil: str) -> Loaded | None:
        """The dossier of a pupil."""
        return self.dossiers.get((school, pupil))

    def joined(self, other: Caseload) -> Caseload:
        """Both together; where both have a dossier of one pupil, this one's."""
        return Caseload({**other.dossiers, **self.dossiers}, [*self.meetings, *other.meetings], [*self.findings, *other.findings])


def dossiers_beside(meeting: str) -> str | None:
    """The folder `dossiers` in the folder of a meeting, or in the folder above that."""
    folder = os.path.dirname(os.path.abspath(meeting))
    for above in (folder, os.path.dirname(folder)):
        found = os.path.join(above, DOSSIERS)
        if os.path.isdir(found):
            return shown_path(found)
    return None


def gather(paths: list[str], *, today: date) -> Caseload:
    """Read every record in `paths`."""
    found = Caseload()
    pupils = Pupils()
    for _, pupil, loaded in _read(paths, today, found.findings):
        found.findings += [one for one in loaded.findings if one.severity is Severity.FOUT]
        if not loaded.sound:
            continue
        if isinstance(loaded.record, Dossier):
            again = pupils.note(loaded.name, pupil)
            if again is not None:
                found.findings.append(again)
            found.dossiers.setdefault((loaded.record.school, loaded.record.leerling.id), loaded)
        elif isinstance(loaded.record, Ot):
            found.meetings.append(loaded)
    return found


class _Read(NamedTuple):
    path: str
    pupil: Pupil | None
    loaded: Loaded


def _read(paths: list[str], today: date, findings: list[Finding]) -> Iterator[_Read]:
    listed = list(discover(paths))

    def read() -> Iterator[_Read]:
        for one in listed:
            if isinstance(one, Finding):
                findings.append(one)
            else:
                loaded = load(one.path, today=today, named=one.named)
                yield _Read(one.path, pupil_of(loaded) if loaded.sound else None, loaded)

    return own_first(read(), stems_of(listed))
