"""What one run over many files gave: per file, over all files together, and what every report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeAlias

from ...findings.finding import Finding, Severity
from ...records.passed import Passed
from ..sops.row import SopRow

if TYPE_CHECKING:
    from ...records.same_pupil import Pupil
    from ...records.seen import Seen


class Spot(NamedTuple):
    """A place in a SOP: line and column from 1, and how wide it is; line 0 for a file as a whole."""

    line: int = 0
    column: int = 0
    length: int = 1


class Sent(NamedTuple):
    """Whose SOP a file is and for which school year, also when the file has mistakes and could not be judged.

    `name` and `board` are as the SOP has them, empty where it has none. `content` is the fingerprint of `SopRow.content`, empty
    when there is nothing to compare. `sound`: there are no mistakes of form. `empty`: it is a form of which only the head was
    filled in. The spots are those of `SPOTS`.
    """

    school: str
    year: str
    frame: str | None = None
    format: str | None = None
    content: str = ""
    spots: tuple[Spot, ...] = (Spot(),) * 6
    name: str = ""
    board: str = ""
    sound: bool = False
    empty: bool = False


SPOTS = ("school", "schooljaar", "kader", "format", "naam", "bestuur")
"""Of which fields of a SOP the places are kept."""


class Checked(NamedTuple):
    """What one file gave.

    `kind` is its `soort`, None for a file that is no record or could not be read so far. `findings` are those on the
    file alone, in order of place, with `prints` (a content fingerprint each). `sop` is the judged SOP, None for other
    records and for a SOP with mistakes of form; `sent` says whose SOP it is, also then. `pupil` is whose dossier it is.
    `seen` is how the file was when it was read; None when the answer must not be kept. `hint` is the code of the school a file
    seems to be of, by the words behind `school`, where nobody can say whose it is.
    """

    path: str
    kind: str | None
    findings: tuple[Finding, ...] = ()
    pupil: Pupil | None = None
    sop: SopRow | None = None
    sent: Sent | None = None
    prints: tuple[str, ...] = ()
    seen: Seen | None = None
    hint: str | None = None


class DeskRule(NamedTuple):
    """A rule about SOPs as a report shows it; plain data.

    `source` names the document and passage it rests on, `role` is who acts, `action` what that person does, `short` the
    action in a few words, `why` the reason for the rule, `question` what people must judge (None for most rules).
    """

    code: str
    title: str
    severity: Severity
    source: str
    role: str
    action: str
    short: str
    why: str = ""
    question: str | None = None


class DeskSchool(NamedTuple):
    """A school as the file of the samenwerkingsverband lists it."""

    code: str
    name: str
    board: str | None = None


class Absent(NamedTuple):
    """A school without a SOP. `file` is a file that seems to be hers and does not count, `remedy` what to do."""

    code: str
    name: str
    board: str | None
    remedy: str
    file: str | None = None


class SchoolYear(NamedTuple):
    """How many schools have sent a SOP for a school year, and what they came to.

    `states` counts schools of the samenwerkingsverband (all schools where it lists none) in the words of `SCHOOL_STATES`; empty
    when nothing was judged. `schools` is how many those are, `strangers` how many schools it does not list.
    """

    year: str
    schools: int
    states: dict[str, int]
    strangers: int = 0


@dataclass(slots=True)
class Tally:
    """What a run counted.

    `kinds` counts records by `soort`, `weights` the findings that are shown, `codes` for each code in how many files it was
    found. `unreadable` are files or folders of which nobody can say what they hold. `nameless` are SOPs of which the school
    or the school year cannot be read, `other_frame` SOPs that name another norm frame than they are held to. `known`
    findings stood in the baseline, `left_out` were not asked for.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    weights: Counter[Severity] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    skipped: int = 0
    unreadable: int = 0
    nameless: int = 0
    other_frame: int = 0
    crashed: int = 0
    known: int = 0
    left_out: int = 0


BROKEN, EMPTY, FAILED = "niet_te_beoordelen", "leeg_formulier", "niet_op_orde"
UNSURE, TO_DO, COMPLETE = "niet_te_zeggen", "nog_te_doen", "compleet"
STATES = (BROKEN, EMPTY, FAILED, UNSURE, TO_DO, COMPLETE)
"""What a SOP came to, worst first: mistakes of form, an empty form, a rule not kept, a rule nobody can judge yet, a duty that
runs."""

TWICE, OTHER = "dubbel", "andere_school"
SCHOOL_STATES = (TWICE, OTHER, *STATES)
"""How a school stands for a school year: it sent more than one SOP, its SOP plainly has the name of another school, or what its
one SOP came to."""


@dataclass(slots=True)
class Run:
    """What a whole run gave.

    `results` gives the files in the order in which they were read, as often as asked (they are read back from a spool),
    with the findings that were asked for; `own_findings` only those findings, each with its fingerprint, and quicker.
    `across` holds what only the files together show; its findings name the school as their `subject`. Neither `across`,
    `tally`, `missing`, `year`, `years` nor `complete` is final before all files were read; a report that is made afterwards finds
    them final.

    `rules` are the rules about SOPs, those in force first; empty when no SOP was met or the frame has none. `schools` are
    those of the samenwerkingsverband, `missing` those of them without a SOP for `year`, the school year most SOPs are for.
    `years` counts schools, the latest school year first. `passed` are files in the folders that nobody looked at. `complete`
    is False when the run was broken off: then a report says so. `whole`: a folder was read to its end, so that a school
    without a SOP is missing. `judged` is False when the norms could not be opened: then no SOP was judged. `excerpts`:
    whether a report may show the text of a record. `threshold` is the weight from which the exit code is 1.
    """

    results: Callable[[], Iterator[Checked]]
    peildatum: date
    rules: tuple[DeskRule, ...] = ()
    frame: str | None = None
    swv: str | None = None
    schools: tuple[DeskSchool, ...] = ()
    missing: tuple[Absent, ...] = ()
    year: str | None = None
    years: tuple[SchoolYear, ...] = ()
    across: tuple[Finding, ...] = ()
    across_prints: tuple[str, ...] = ()
    tally: Tally = field(default_factory=Tally)
    passed: Passed = field(default_factory=Passed)
    complete: bool = True
    whole: bool = True
    judged: bool = True
    excerpts: bool = False
    threshold: Severity | None = Severity.FOUT
    own_findings: Callable[[], Iterator[tuple[Finding, str]]] | None = None

    def findings(self) -> Iterator[tuple[Finding, str]]:
        """Every finding with its fingerprint: file by file, then those over all files."""
        if self.own_findings is not None:
            yield from self.own_findings()
        else:
            for one in self.results():
                yield from zip(one.findings, one.prints, strict=True)
        yield from zip(self.across, self.across_prints, strict=True)


Writer: TypeAlias = Callable[[Run, BinaryIO], None]
"""Writes a run as one report. Raises OSError when the target cannot be written, and `Missing` for an absent extra."""
