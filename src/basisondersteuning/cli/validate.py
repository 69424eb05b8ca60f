"""`bo validate`: form and coherence of any record; for a SOP also the norms about SOPs, and what many of them show together."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Annotated

import typer

from ..casework.batch import Crash
from ..casework.pupil_heads import SETTINGS
from ..casework.setup import Setup, find_above, find_swv
from ..findings.catalogue import reading
from ..findings.finding import Finding, Place
from ..model.words import count
from ..records.discover import discover
from ..swv.desk.baseline import Baseline, Known
from ..swv.desk.choice import Choice, listed
from ..swv.desk.gather import Gathering
from ..swv.desk.job import ValidateJob
from ..swv.desk.run import Checked, Run, Writer
from ..swv.desk.spool import Spool
from .app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS, USAGE
from .dutch import DutchCommand
from .options import (
    BaselineOption,
    DayOption,
    FailOn,
    FailOnOption,
    ForceOption,
    FrameOption,
    IgnoreOption,
    JobsOption,
    OutOption,
    ReportFormat,
    ReportFormatOption,
    ReportValuesOption,
    SelectOption,
    SwvOption,
    WriteBaselineOption,
)
from .options_batch import Batch, CacheOption, DaskOption
from .pupils import paths_of
from .reports import Target, targets, write_report
from .terminal import painter, say, standard_output, width
from .validate_formats import STREAMING, WRITERS, writer
from .validate_region import Opener, ask, read_known, write_known

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAD",
            help="Bestanden, mappen of kenmerken; - leest één record van de standaardinvoer [anders: de map van uw school].",
        ),
    ] = None,
    format: ReportFormatOption = None,
    out: OutOption = None,
    force: ForceOption = False,
    fail_on: FailOnOption = FailOn.FOUT,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    baseline: BaselineOption = None,
    baseline_schrijf: WriteBaselineOption = None,
    peildatum: DayOption = None,
    kader: FrameOption = None,
    swv: SwvOption = None,
    jobs: JobsOption = 0,
    geen_cache: CacheOption = False,
    dask: DaskOption = None,
    met_fragmenten: ReportValuesOption = False,
) -> int:
    """Controleer dossiers, SOP's, normenkaders en andere bestanden.

    Elke bevinding noemt de plaats, wat er mis is en wat u kunt doen. `bo explain CODE` legt een code uit.
    SOP's worden ook aan de normen gehouden, en met elkaar vergeleken. Er wordt niets in uw bestanden veranderd.

    Voorbeelden:

        bo validate dossiers
        bo validate L-0417 --format short
        bo validate sops --out rapport.html --out rapport.xlsx
        bo validate sops --baseline-schrijf bekend.json
        bo validate sops --baseline bekend.json --select KNH-S
    """
    paths = paths_of(paths) if paths else _school_folder()
    today = date.today()
    day = peildatum or today
    setup = Setup(day, max(today, day), kader, swv or find_swv(paths), swv is not None)
    batch = Batch(ValidateJob(setup), jobs, kept=not geen_cache, dask=dask)
    try:
        opener = Opener(setup, batch)
        if (kader is not None or swv is not None) and not opener().sound:
            return USAGE
        choice = ask(listed(select or ()), listed(ignore or ()), opener)
        known = read_known(baseline, baseline_schrijf, force=force, whole=not (select or ignore))
        wanted = targets(out or (), WRITERS, paths, force=force, command="validate")
        gathered = Known() if baseline_schrijf is not None else None
        made = Run(lambda: iter(()), day, excerpts=met_fragmenten, threshold=fail_on.severity)
        work = _Work(made, opener, choice, known, gathered, paths)
        written = work.report(batch, format, wanted.usable, only_summary=bool(out) and format is None)
        if gathered is not None and baseline_schrijf is not None:
            written = write_known(gathered, baseline_schrijf, complete=made.complete) and written
        return _exit_code(made, paths, fail_on, usable=written and not wanted.refused)
    finally:
        batch.close()


def _school_folder() -> list[str]:
    """The folder that `bo init` made, here or above: where the settings stand, or the samenwerkingsverband."""
    found = find_above(["."], SETTINGS) or find_swv(["."])
    if found is None:
        raise typer.BadParameter("Geef een bestand of map op.")
    return [os.path.dirname(found) or "."]


class _Work:
    """One run, and the reports that are made of it."""

    def __init__(
        self, made: Run, opener: Opener, choice: Choice, baseline: Baseline | None, known: Known | None, paths: list[str]
    ) -> None:
        whole = any(os.path.isdir(one) for one in paths)
        self.run = made
        self.paths = paths
        self.gathering = Gathering(made, opener, choice, whole=whole, first=paths[0], baseline=baseline, known=known)

    def report(
        self,
        batch: Batch[Checked],
        format: ReportFormat | None,
        wanted: list[Target],
        *,
        only_summary: bool,
    ) -> bool:
        """Read all files and write all reports. False when one could not be written."""
        name = (format or ReportFormat.TEXT).value
        streams = not wanted and not only_summary and name in STREAMING
        results = batch.run(discover(self.paths, self.run.passed.note), self.paths, "Controleren", writes=streams)
        if streams:
            files = self.gathering.through(results)
            self.run.results = lambda: files
            self._to_screen(name, only_summary=only_summary)
            return True
        with Spool() as spool:
            self.run.results, self.run.own_findings = spool.results, spool.findings
            if not self._fill(spool, results):
                return False
            written = [write_report(one.path, partial(writer(one.format), self.run), "validate") for one in wanted]
            self._to_screen(name, only_summary=only_summary)
        return all(written)

    def _fill(self, spool: Spool, results: Iterator[Checked | Finding | Crash]) -> bool:
        """Read all files; False when there is no room to keep what they gave."""
        from ..records.write import reason

        try:
            for one in self.gathering.through(results):
                try:
                    spool.add(one)
                except OSError as error:
                    say(f"bo validate: er is geen plaats om de uitkomsten te bewaren: {reason(error)}. Er is niets gemaakt.")
                    return False
        except KeyboardInterrupt:
            self.gathering.break_off()
        return True

    def _to_screen(self, name: str, *, only_summary: bool) -> None:
        if name == "text":
            from .validate_text import TextWriter

            write: Writer = TextWriter(painter(), width(), listing=not only_summary).write
        else:
            write = writer(name)
        stream = standard_output()
        write(self.run, stream)
        stream.flush()


def _exit_code(made: Run, paths: list[str], fail_on: FailOn, *, usable: bool) -> int:
    tally = made.tally
    total = sum(tally.kinds.values())
    if not made.complete:
        say(f"bo: onderbroken na {count(total, 'record', 'records')}.")
        return INTERRUPTED
    if tally.crashed:
        return INTERNAL
    if not usable or not made.judged:
        return USAGE
    if total == 0 and not (tally.weights or tally.known or tally.left_out):
        from ..findings.render_text import text

        say(text(reading.NO_RECORDS.at(Place(paths[0]))))
        return NO_RECORDS
    return FINDINGS if any(one.reaches(fail_on.severity) for one in tally.weights) else FINE
