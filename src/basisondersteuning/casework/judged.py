"""One file of a folder, judged: small enough to hand from process to process, and to keep for a next run."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..findings.finding import Finding, Severity, readable
from ..findings.packed import pack_findings, unpack_findings
from ..records.discover import Candidate
from ..records.same_pupil import Pupil, pupil_of
from ..records.seen import Seen
from .judged_pack import NameAt, name_at, pack, unpack
from .rows import Brief, Narrow, Row, row_of
from .setup import SWV_FILE, Setup

if TYPE_CHECKING:
    from ..records.load import Loaded
    from .assess import Assessment, Assessor


@dataclass(slots=True)
class Judged:
    """What one file gave.

    `findings` are those on a file that could not be judged. `brief` counts it, `row` shows it; None when it falls outside
    what was asked (or, for `row`, when there is no table). A row that was kept waits in `kept` until somebody asks for it
    with `shown`. `name` says where in the file the name of the pupil stands, since that is not kept.
    """

    path: str
    is_record: bool
    judged: bool
    findings: list[Finding]
    pupil: Pupil | None
    brief: Brief | None
    row: Row | None = None
    output: str = ""
    seen: Seen | None = None
    name: NameAt | None = None
    kept: str = ""

    def shown(self) -> Row | None:
        """The row as a table shows it."""
        if self.row is None and self.kept:
            from .judged_pack import unpack_row

            assert self.pupil is not None and self.brief is not None
            self.row = unpack_row(self.path, self.pupil[1], self.brief, self.kept)
        return self.row


class Opened(NamedTuple):
    """What is known of a set-up once it is open: the frame in force and its niveaus, and what is wrong with it.

    `instead` is the version in force where the user named another; `lost` says that the file of the samenwerkingsverband is
    there and cannot be used; `assessor` is None when all this was kept.
    """

    frame: str
    levels: tuple[str, ...]
    instead: str | None
    problems: list[Finding]
    lost: bool = False
    assessor: Assessor | None = None

    @classmethod
    def of(cls, assessor: Assessor) -> Opened | None:
        """Of a set-up under which dossiers can be judged; None for another."""
        frame = assessor.frame
        if not assessor.sound or frame is None:
            return None
        levels = ("geen", *(level.code for level in frame.levels))
        lost = assessor.setup.swv is not None and assessor.swv is None
        return cls(frame.code, levels, assessor.asked_for_another, assessor.problems, lost, assessor)

    @property
    def warning(self) -> str | None:
        """What a reader of the counts must know of the set-up; None where all is well."""
        if self.lost:
            words = f"zonder de schoolvakanties en het normenkader uit {SWV_FILE} gerekend; dat bestand is niet te lezen"
        elif any(one.severity is not Severity.ADVIES for one in self.problems):
            words = f"in {_files(self.problems)} klopt iets niet; `bo validate` zegt wat"
        else:
            return None
        return f"Let op: {words}."

    def packed(self) -> bytes:
        """As data that can be kept."""
        return json.dumps([self.frame, self.levels, self.instead, self.lost, pack_findings(self.problems, "")]).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> Opened:
        """What was packed."""
        frame, levels, instead, lost, problems = json.loads(data)
        return cls(frame, tuple(levels), instead, unpack_findings(problems, ""), lost)


def _files(problems: list[Finding]) -> str:
    return ", ".join(dict.fromkeys(readable(os.path.basename(one.place.file)) for one in problems))


class EscalateJob(NamedTuple):
    """Judges files under one set-up, and renders them for a machine format: `text` (nothing), `short`, `json`, `jsonl`."""

    setup: Setup
    narrow: Narrow
    format: str
    excerpts: bool

    def open(self) -> Callable[[Candidate], Judged]:
        """What handles one file."""
        from .assess import Assessor

        assessor = Assessor(self.setup)
        render = self._renderer()

        def handle(candidate: Candidate) -> Judged:
            assessment = assessor.assess(candidate.path, named=candidate.named)
            found = row_of(assessment, self.narrow)
            loaded, judged = assessment.loaded, assessment.verdict is not None
            output = render(assessment) if found is not None or (not judged and loaded.findings) else ""
            brief, row = found if found is not None else (None, None)
            if self.format != "text":
                row = None
            seen = loaded.source.seen if loaded.source is not None else None
            return Judged(
                candidate.path,
                loaded.kind == "dossier" or bool(loaded.findings),
                judged,
                [] if judged else assessment.findings,
                pupil_of(loaded),
                brief,
                row,
                output,
                seen,
                _name_at(row, loaded, seen),
            )

        return handle

    def stamp(self) -> str:
        """What answers depend on besides the file."""
        from .cache_stamp import setup_stamp

        return setup_stamp("escalate", self.setup, self.narrow, self.format)

    def seen(self, answer: Judged) -> Seen | None:
        """How the file was when it was read; excerpts hold what pupils' files say, so those are not kept."""
        return None if self.excerpts else answer.seen

    def pack(self, answer: Judged) -> bytes | None:
        """The answer without path, name or text."""
        return pack(answer, self.format)

    def unpack(self, path: str, named: bool, data: bytes) -> Judged:  # noqa: ARG002
        """The same answer."""
        return unpack(path, self.format, data)

    def _renderer(self) -> Callable[[Assessment], str]:
        if self.format == "text":
            return lambda _: ""
        if self.format == "short":
            from .verdict_short import verdict_short

            return lambda one: "\n".join(verdict_short(one, self.narrow))
        from .verdict_data import verdict_data

        return lambda one: json.dumps(verdict_data(one, self.narrow, excerpts=self.excerpts), ensure_ascii=False)


def _name_at(row: Row | None, loaded: Loaded, seen: Seen | None) -> NameAt | None:
    if row is None or row.first_name is None or loaded.source is None or seen is None:
        return None
    return name_at(row.first_name, loaded.source.data, seen.content)
