"""`bo dekking`: which expertise the schools of a region have together, where nobody has it, and what changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ..casework.batch import run
from ..casework.setup import find_swv
from ..findings.catalogue import reading
from ..findings.finding import Finding, Place
from ..records.discover import discover
from .app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS, USAGE
from .dekking_formats import Made, Writer, to_screen
from .dutch import DutchCommand
from .options import FailOn, FailOnOption, ForceOption, JobsOption, Paths, SwvOption, reports
from .reports import targets, write_report
from .terminal import say

if TYPE_CHECKING:
    from ..swv.dekking.gather import Region, Supply

app = typer.Typer(add_completion=False)

KNOWN = ("text", "short", "json", "csv", "html", "xlsx")
"""The formats of `--out`."""


class CoverageFormat(StrEnum):
    """How a coverage is written to standard output."""

    TEXT = "text"
    SHORT = "short"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


OutOption = Annotated[list[str] | None, reports(".html, .xlsx, .csv, .txt, .json en .short")]


@app.command(cls=DutchCommand)
def dekking(
    paths: Paths,
    jaar: Annotated[
        str | None, typer.Option("--jaar", metavar="SCHOOLJAAR", help="Schooljaar, zoals 2026-2027 [anders: het laatste].")
    ] = None,
    swv: SwvOption = None,
    format: Annotated[
        CoverageFormat, typer.Option("--format", metavar="VORM", help="text, short, json, csv of html, op het scherm.")
    ] = CoverageFormat.TEXT,
    out: OutOption = None,
    force: ForceOption = False,
    fail_on: FailOnOption = FailOn.FOUT,
    jobs: JobsOption = 0,
) -> int:
    """Laat zien welke deskundigheid de scholen samen hebben, waar niemand haar heeft, en wat er veranderde.

    Leest SOP's van een of meer schooljaren. Elk gebied staat naast de zes van passage 27 en naast de lijst van het
    samenwerkingsverband. Ook interventies, voorzieningen en de uitkomst per bestuur staan erin. Een school zonder SOP is
    geen gat en geen dekking: van haar is het niet bekend.

    Voorbeelden:

        bo dekking sops
        bo dekking sops --jaar 2025-2026
        bo dekking sops --out dekking.html --out dekking.xlsx
    """
    from ..swv.dekking.gather import Supply
    from ..swv.dekking.profile import ProfileJob

    wanted = targets(out or (), KNOWN, paths, force=force, command="dekking")
    today = date.today()
    region = _region(swv or find_swv(paths), today, named=swv is not None)
    if region is None:
        return USAGE
    supply = Supply()
    supply.take(run(ProfileJob(today), discover(paths, supply.passed.note), jobs))
    years = supply.years
    year = jaar or (years[-1] if years else None)
    if year is None or year not in years:
        return _nothing(supply, paths, jaar, years)
    if jaar is None and (fuller := supply.fuller(year)) is not None:
        best, number = fuller
        say(f"bo dekking: dit is het laatste schooljaar. Voor {best} zijn er meer SOP's ({number}): --jaar {best}.")
    made = _made(supply, region, year, paths)
    to_screen(made, format.value)
    failed = wanted.refused
    for one in wanted.usable:
        failed |= not write_report(one.path, Writer(made, one.format), "dekking")
    if not supply.complete:
        say("bo: onderbroken; wat hier staat, is wat er tot dan gelezen was.")
        return INTERRUPTED
    if supply.crashed:
        return INTERNAL
    if failed:
        return USAGE
    return FINDINGS if any(one.severity.reaches(fail_on.severity) for one in made.findings) else FINE


def _made(supply: Supply, region: Region, year: str, paths: list[str]) -> Made:
    from ..swv.dekking.findings import findings_of
    from ..swv.dekking.gather import coverage_of

    coverage = coverage_of(supply, region, year)
    whole = supply.complete and any(os.path.isdir(one) for one in paths)
    return Made(coverage, findings_of(coverage, supply, region, paths[0], whole=whole), supply.complete)


def _region(path: str | None, today: date, *, named: bool) -> Region | None:
    """The samenwerkingsverband; None, with what is wrong said, when the user named a file that cannot be used."""
    from ..model.swv import Samenwerkingsverband
    from ..records.load import load
    from ..swv.dekking.gather import Region

    if path is None:
        return Region()
    loaded = load(path, today=today)
    problems = list(loaded.findings)
    record = loaded.record
    if record is not None and not isinstance(record, Samenwerkingsverband):
        problems.append(reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit is geen samenwerkingsverband."))
    if problems:
        _say_findings(problems)
    if not isinstance(record, Samenwerkingsverband):
        return None if named else Region()
    places = {one.vestiging: loaded.place(("scholen", index, "vestiging")) for index, one in enumerate(record.scholen)}
    return Region(record, places, loaded.place(("expertise",) if record.expertise else ("soort",)))


def _nothing(supply: Supply, paths: list[str], year: str | None, years: tuple[str, ...]) -> int:
    """Say that there is no SOP, or none of the school year that was asked for."""
    if year is not None and years:
        say(f"bo dekking: er is geen SOP voor het schooljaar dat u vraagt. Er zijn er voor {', '.join(years)}.")
        return NO_RECORDS
    if words := supply.passed.sentence():
        say(f"bo dekking: {words}")
    if supply.problems or supply.unusable:
        from ..swv.dekking.findings import unusable_findings

        _say_findings([*supply.problems, *unusable_findings(supply)])
        return INTERNAL if supply.crashed else FINDINGS
    _say_findings([reading.NO_RECORDS.at(Place(paths[0]), "Hier staat geen SOP.", remedy="Controleer het pad.")])
    return NO_RECORDS


def _say_findings(findings: Iterable[Finding]) -> None:
    from ..findings.render_text import text

    say("\n\n".join(text(one) for one in findings))
