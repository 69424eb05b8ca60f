"""`bo kader test`: what the cases beside a norm frame say, once or at every change, and what they would not notice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from ...findings.finding import Severity
from ...findings.paint import folded
from ...model.words import count
from ..app import FINDINGS, FINE, USAGE
from ..terminal import width
from .common import Chosen, FramePaths, ResultFormat, ResultFormatOption, finding_data, write_findings, write_json

if TYPE_CHECKING:
    from ...norms.cases import Suite
    from ...norms.coverage import Report
    from ...norms.mutants import MutationReport


class Wanted(NamedTuple):
    """What the user asked for, the same for every run under `--watch`."""

    paths: list[str]
    format: ResultFormat
    full: bool
    mutations: bool


def run_cases(
    paths: FramePaths = None,
    format: ResultFormatOption = ResultFormat.TEXT,
    uitgebreid: Annotated[
        bool, typer.Option("--uitgebreid", help="Laat per regel zien welke toestanden een proef toont, en elke wijziging.")
    ] = False,
    mutaties: Annotated[
        bool, typer.Option("--mutaties", help="Verander het kader telkens op één plek, en kijk of een proef het merkt.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Draai opnieuw zodra een bestand verandert; stop met Ctrl-C.")] = False,
) -> int:
    """Draai de proeven die naast normenkaders staan (soort: kaderproeven).

    Elke regel hoort een proef te hebben voor elke toestand die hij kan bereiken, en een proef op de laatste dag van
    elke termijn en op de dag erna. Exitcode 1: een proef komt niet uit, of er ontbreekt een. Exitcode 2: een kader
    is niet te gebruiken.

    Met --mutaties hoort een proef ook elke kleine wijziging te merken: een regel of toets weg, een toets omgekeerd,
    `een_van` in plaats van `alle`, een termijn of begindatum een dag verschoven. Wat geen enkel dossier kan laten zien,
    zet u met de reden bij `gelijkwaardig` in het bestand met proeven.

    Voorbeelden:

        bo kader test
        bo kader test kaders --uitgebreid
        bo kader test kaders --mutaties
        bo kader test kaders --watch
    """
    wanted = Wanted(paths or [], format, uitgebreid, mutaties)
    if not watch:
        return _run(wanted)
    from ...norms.library import BUILT_IN
    from ..watching import run_and_watch

    return run_and_watch(wanted.paths or [str(BUILT_IN)], lambda: _run(wanted))


def _run(wanted: Wanted) -> int:
    """Run all cases once, write what came of it, and give the exit code."""
    from ...norms.coverage import open_suites, run
    from ...norms.library import BUILT_IN, CASES_SUFFIX

    chosen = Chosen(wanted.paths)
    if any(one.severity is Severity.FOUT for one in chosen.findings):
        write_findings(chosen.findings, [], wanted.format)
        return USAGE
    suites, unread = open_suites([*chosen.places, str(BUILT_IN)], chosen.library)
    tested = {one.frame.code for one in suites if chosen.covers(one.loaded.name)} | {one.code for one in chosen.frames}
    every = [frame for series in chosen.library.series.values() for frame in series.versions]
    reports = [run(frame, chosen.library, suites) for frame in every if frame.code in tested]
    mutations = _mutated(reports, chosen, suites) if wanted.mutations else {}
    beside = {os.path.abspath(os.path.splitext(one.path)[0] + CASES_SUFFIX) for one in chosen.frames}
    findings = [one for one in unread if chosen.covers(one.place.file) or os.path.abspath(one.place.file) in beside]
    findings += [one for report in reports for one in report.findings]
    findings += [one for report in mutations.values() for one in report.findings]
    findings.sort(key=lambda one: one.sort_key)
    if wanted.format is ResultFormat.JSON:
        data = [_report_data(one, mutations.get(one.frame.code)) for one in reports]
        write_json({"kaders": data, "bevindingen": finding_data(findings)})
    else:
        lines = [line for one in reports for line in _report_lines(one, mutations.get(one.frame.code), wanted.full)]
        write_findings(findings, lines, wanted.format)
    return FINDINGS if findings else chosen.nothing() if not reports else FINE


def _mutated(reports: list[Report], chosen: Chosen, suites: list[Suite]) -> dict[str, MutationReport]:
    """The mutation run over each frame, on the rules that it guards itself."""
    from ...norms.mutants import run_mutants

    return {
        one.frame.code: run_mutants(
            one.frame,
            chosen.library.loaded[one.frame.code],
            [suite for suite in suites if suite.frame is one.frame],
            one.possible,
        )
        for one in reports
    }


def _report_lines(report: Report, mutations: MutationReport | None, full: bool) -> Iterator[str]:
    if not report.possible and not report.cases and not report.findings:
        text = "deze versie verandert zelf geen regel; de proeven van haar basis bewaken haar"
        yield from folded(f"{report.frame.code}: {text}.", width(), "  ", "")
        return
    counts = [
        count(report.cases, "proef", "proeven"),
        count(report.expectations, "verwachting", "verwachtingen"),
        count(sum(map(len, report.possible.values())), "toestand", "toestanden"),
        count(report.terms, "termijn", "termijnen"),
    ]
    verdict = f"{count(len(report.findings), 'bevinding', 'bevindingen')}" if report.findings else "alles klopt en is bewaakt"
    yield from folded(f"{report.frame.code}: {', '.join(counts)}; {verdict}.", width(), "  ", "")
    if full:
        yield from _matrix(report)
    if mutations is not None and mutations.fates:
        from ...norms.mutate_summary import mutation_lines

        yield from mutation_lines(mutations, width(), full=full)


def _matrix(report: Report) -> Iterator[str]:
    from ...norms.status import Status

    size = max((len(code) for code in report.possible), default=0)
    yield ""
    yield f"{'':{size}}  {' '.join(_HEADS)}"
    for code, possible in report.possible.items():
        marks = [" " if one not in possible else "+" if (code, one) in report.shown else "?" for one in Status]
        yield f"{code:{size}}  {' '.join(f'{mark:<2}' for mark in marks)}".rstrip()
    yield ""
    legend = ", ".join(f"{head} {one.words}" for head, one in zip(_HEADS, Status, strict=True))
    yield from folded(f"+ getoond, ? nog niet getoond, leeg kan niet; {legend}.", width(), "")


_HEADS = ("vo", "tv", "op", "tl", "nn", "af", "nt", "on", "oo")
"""What stands above the columns of the matrix: the statuses, in their own order."""


def _report_data(report: Report, mutations: MutationReport | None) -> dict[str, Any]:
    data: dict[str, Any] = {
        "code": report.frame.code,
        "proeven": report.cases,
        "verwachtingen": report.expectations,
        "termijnen": report.terms,
        "toestanden": {
            code: {one.value: (code, one) in report.shown for one in sorted(possible)}
            for code, possible in report.possible.items()
        },
    }
    if mutations is not None:
        from ...norms.mutate_summary import mutation_data

        data["mutaties"] = mutation_data(mutations)
    return data
