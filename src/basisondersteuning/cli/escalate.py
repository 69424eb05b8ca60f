"""`bo escalate`: what the dossiers support, what is missing, and who does what before when."""

from __future__ import annotations

import heapq
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, NamedTuple

import typer

from ..casework.assess import Assessment, Assessor, Setup, find_swv, heaviest
from ..casework.batch import Crash, run
from ..casework.rows import CLOSED, Narrow, Row, Totals, row_of
from ..findings.catalogue import reading
from ..findings.finding import Finding, Place, Severity
from ..model.words import count, long_date
from ..records.discover import Candidate, discover
from ..records.same_pupil import Pupil, Pupils, pupil_of
from .app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS, USAGE
from .dutch import DutchCommand
from .options import (
    DayOption,
    FailOn,
    FailOnOption,
    Format,
    FormatOption,
    FrameOption,
    JobsOption,
    SwvOption,
    ValuesOption,
    json_list,
    read_date,
)
from .terminal import painter, say, width

app = typer.Typer(add_completion=False)

MOST_FINDINGS = 20
"""How many findings a folder's table lists before it refers to `bo validate`."""


@dataclass(slots=True)
class Judged:
    """What one file gave, small enough to hand from process to process."""

    path: str
    row: Row | None
    findings: list[Finding]
    is_record: bool
    judged: bool
    pupil: Pupil | None
    output: str = ""


class EscalateJob(NamedTuple):
    """Judges files under one set-up, and renders them for a machine format."""

    setup: Setup
    narrow: Narrow
    format: Format
    excerpts: bool

    def open(self) -> Callable[[Candidate], Judged]:
        """What handles one file."""
        return self.handler(Assessor(self.setup))

    def handler(self, assessor: Assessor) -> Callable[[Candidate], Judged]:
        """What handles one file, for a set-up that is already open."""
        render = self._renderer()

        def handle(candidate: Candidate) -> Judged:
            assessment = assessor.assess(candidate.path, named=candidate.named)
            row = row_of(assessment, self.narrow)
            loaded = assessment.loaded
            output = render(assessment) if row is not None or (assessment.verdict is None and loaded.findings) else ""
            is_record, judged = loaded.kind == "dossier" or bool(loaded.findings), assessment.verdict is not None
            return Judged(candidate.path, row, assessment.findings, is_record, judged, pupil_of(loaded), output)

        return handle

    def _renderer(self) -> Callable[[Assessment], str]:
        if self.format is Format.TEXT:
            return lambda _: ""
        if self.format is Format.SHORT:
            from ..casework.verdict_short import verdict_short

            return lambda one: "\n".join(verdict_short(one, self.narrow))
        from ..casework.verdict_data import verdict_data

        return lambda one: json.dumps(verdict_data(one, self.narrow, excerpts=self.excerpts), ensure_ascii=False)


@app.command(cls=DutchCommand)
def escalate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PAD", help="Bestanden of mappen; - leest één record van de standaardinvoer."),
    ] = None,
    peildatum: DayOption = None,
    rol: Annotated[str | None, typer.Option("--rol", metavar="ROL", help="Alleen wat deze rol te doen heeft.")] = None,
    niveau: Annotated[str | None, typer.Option("--niveau", metavar="NIVEAU", help="Alleen leerlingen op dit niveau.")] = None,
    tot: Annotated[
        date | None,
        typer.Option("--tot", metavar="DATUM", parser=read_date, help="Alleen wat uiterlijk op deze dag klaar moet zijn."),
    ] = None,
    format: FormatOption = Format.TEXT,
    fail_on: FailOnOption = FailOn.FOUT,
    kader: FrameOption = None,
    swv: SwvOption = None,
    regels: Annotated[int, typer.Option("--max", metavar="N", min=0, help="Hoeveel leerlingen de tabel toont; 0 is alle.")] = 100,
    jobs: JobsOption = 0,
    met_fragmenten: ValuesOption = False,
    bewijs: Annotated[
        str | None,
        typer.Option("--bewijs", metavar="BESTAND", help="Maak de oordelen uit eerdere JSON opnieuw, en zeg wat er veranderde."),
    ] = None,
) -> int:
    """Laat per leerling zien welk niveau het dossier onderbouwt en wat er te doen is.

    Voor één dossier: het verloop, de voorwaarden met hun bewijs, wie wat wanneer doet, en waarom. Voor een
    map: een tabel met de meest dringende leerling bovenaan. Er wordt nooit iets in een dossier geschreven.

    Voorbeelden:

        bo escalate dossiers
        bo escalate dossiers/L-0417.yaml
        bo escalate dossiers --rol groepsleerkracht --tot 2026-12-18
        bo escalate --bewijs oordelen.json
    """
    if bewijs is not None:
        if paths:
            raise typer.BadParameter("geef alleen het bestand met de bewijzen; de dossiers staan daarin.", param_hint="--bewijs")
        from .recheck import recheck

        return recheck(bewijs, format)
    if not paths:
        raise typer.BadParameter("Geef een bestand of map op.")
    today = date.today()
    narrow = Narrow(_known_role(rol), niveau, tot)
    setup = Setup(peildatum or today, max(today, peildatum or today), kader, swv or find_swv(paths), swv is not None)
    assessor = Assessor(setup)
    if not assessor.sound or (niveau is not None and not _known_level(niveau, assessor)):
        _show([one for one in assessor.problems if one.severity is Severity.FOUT])
        return USAGE
    if assessor.problems:
        _show(assessor.problems)
    if assessor.asked_for_another:
        say(f"bo escalate: op {long_date(setup.peildatum)} geldt {assessor.asked_for_another}.")
    job = EscalateJob(setup, narrow, format, met_fragmenten)
    found = discover(paths)
    if len(paths) == 1 and format is Format.TEXT:
        first = next(found, None)
        if isinstance(first, Candidate) and first.named:
            return _one(assessor, first, narrow, fail_on)
        from itertools import chain

        found = chain([first] if first is not None else [], found)
    run_ = _Run(fail_on, regels)
    run_.totals.weigh_all(assessor.problems)
    results = run_.gather(run(job, found, jobs))
    if format is Format.TEXT:
        for _ in results:
            pass
        run_.print_table(assessor, setup)
    elif format is Format.JSON:
        from ..findings.render_json import VERSION

        json_list(results, f'{{"versie": {VERSION}, "dossiers": [')
    else:
        for line in results:
            sys.stdout.write(line + "\n")
    return run_.exit_code(paths)


@dataclass(slots=True)
class _Run:
    """Gathers a folder: the most urgent rows in a heap of bounded size, and counts over all."""

    fail_on: FailOn
    most: int
    totals: Totals = field(default_factory=Totals)
    heap: list[tuple[object, int, Row]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    more_findings: int = 0
    interrupted: bool = False
    pupils: Pupils = field(default_factory=Pupils)

    def gather(self, results: Iterator[Judged | Finding | Crash]) -> Iterator[str]:
        try:
            for number, result in enumerate(results):
                if isinstance(result, Judged):
                    self._judged(result, number)
                    if result.output:
                        yield result.output
                    continue
                if isinstance(result, Crash):
                    self.totals.internal += 1
                self._refuse([result.finding if isinstance(result, Crash) else result])
        except KeyboardInterrupt:
            self.interrupted = True

    def _judged(self, result: Judged, number: int) -> None:
        if not result.is_record:
            return
        self.totals.files += 1
        if not result.judged:
            self._refuse(result.findings)
            return
        self.totals.judged += 1
        again = self.pupils.note(result.path, result.pupil)
        if again is not None:
            self._list([again])
        if result.row is None:
            return
        self.totals.add(result.row)
        item = (_Reversed(result.row.urgency), number, result.row)
        if self.most and len(self.heap) >= self.most:
            heapq.heappushpop(self.heap, item)
        else:
            heapq.heappush(self.heap, item)

    def _refuse(self, findings: list[Finding]) -> None:
        self.totals.refused += 1
        self._list(findings)

    def _list(self, findings: list[Finding]) -> None:
        self.totals.weigh_all(findings)
        room = max(MOST_FINDINGS - len(self.findings), 0)
        self.findings += findings[:room]
        self.more_findings += len(findings[room:])

    def print_table(self, assessor: Assessor, setup: Setup) -> None:
        from ..casework.folder_text import summary, table
        from ..findings.render_text import text

        assert assessor.frame is not None
        paint, columns = painter(), width()
        rows = [row for _, _, row in sorted(self.heap, key=lambda one: (one[2].urgency, one[1]))]
        lines = list(table(rows, paint, columns)) if rows else []
        if self.totals.shown > len(rows):
            lines.append(f"… en nog {self.totals.shown - len(rows)}; `--max 0` toont alle leerlingen")
        if lines:
            lines.append("")
        order = (CLOSED, "geen", *(level.code for level in assessor.frame.levels))
        if self.totals.judged or self.totals.refused:
            lines += summary(self.totals, setup.peildatum, assessor.frame.code, order, paint, columns)
        for finding in self.findings:
            lines += ["", text(finding, paint, columns)]
        if self.more_findings:
            lines += [
                "",
                f"… en nog {count(self.more_findings, 'bevinding', 'bevindingen')}; `bo validate` toont ze alle",
            ]
        if lines:
            sys.stdout.write("\n".join(lines) + "\n")

    def exit_code(self, paths: list[str]) -> int:
        if self.interrupted:
            say(f"bo: onderbroken; {count(self.totals.judged, 'dossier', 'dossiers')} beoordeeld.")
            return INTERRUPTED
        if self.totals.internal:
            return INTERNAL
        if not self.totals.judged and not self.totals.refused:
            _show([reading.NO_RECORDS.at(Place(paths[0]))])
            return NO_RECORDS
        worst = self.totals.worst
        return FINDINGS if worst is not None and worst.reaches(self.fail_on.severity) else FINE


class _Reversed:
    """Turns an order around, so that the heap gives up its least urgent row first."""

    __slots__ = ("key",)

    def __init__(self, key: tuple[object, ...]) -> None:
        self.key = key

    def __lt__(self, other: _Reversed) -> bool:
        return other.key < self.key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Reversed) and self.key == other.key

    __hash__ = None  # type: ignore[assignment]


def _one(assessor: Assessor, candidate: Candidate, narrow: Narrow, fail_on: FailOn) -> int:
    from ..casework.verdict_text import VerdictText
    from ..findings.render_text import text

    try:
        assessment = assessor.assess(candidate.path)
    except Exception as error:  # our own mistake is a finding too
        _show([Crash(candidate.path, error).finding])
        return INTERNAL
    paint, columns = painter(), width()
    if assessment.verdict is None:
        sys.stdout.write("\n\n".join(text(one, paint, columns) for one in assessment.findings) + "\n")
    else:
        sys.stdout.write("\n".join(VerdictText(assessment, paint, columns, narrow).lines()) + "\n")
    worst = heaviest(assessment.findings, [task for task in assessment.tasks if narrow.keeps_task(task)])
    return FINDINGS if worst is not None and worst.reaches(fail_on.severity) else FINE


def _show(findings: list[Finding]) -> None:
    from ..findings.render_text import text

    say("\n\n".join(text(one) for one in findings))


def _known_role(role: str | None) -> str | None:
    if role is None:
        return None
    from ..norms.pattern_compile import ROLES
    from ..records.nearmiss import nearest

    if role not in ROLES:
        meant = nearest(role, ROLES)
        raise typer.BadParameter(
            f"deze rol bestaat niet.{f' Bedoelde u {meant}?' if meant else ''} Kies uit {', '.join(ROLES)}.",
            param_hint="--rol",
        )
    return role


def _known_level(level: str, assessor: Assessor) -> bool:
    assert assessor.frame is not None
    codes = ("geen", *(one.code for one in assessor.frame.levels))
    if level in codes:
        return True
    raise typer.BadParameter(f"dit niveau bestaat niet. Kies uit {', '.join(codes)}.", param_hint="--niveau")
