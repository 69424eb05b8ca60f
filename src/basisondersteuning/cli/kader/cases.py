"""`bo kader test`: what the tests beside a norm frame say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...findings.finding import Severity
from ...findings.paint import folded
from ...model.words import count
from ..app import FINDINGS, FINE, USAGE
from ..terminal import width
from .common import Chosen, FramePaths, ResultFormat, ResultFormatOption, finding_data, write_findings, write_json

if TYPE_CHECKING:
    from ...norms.coverage import Report


def run_cases(
    paths: FramePaths = None,
    format: ResultFormatOption = ResultFormat.TEXT,
    uitgebreid: Annotated[
        bool, typer.Option("--uitgebreid", help="Laat per regel zien welke toestanden een proef toont.")
    ] = False,
) -> int:
    """Draai de proeven die naast normenkaders staan (soort: kaderproeven).

    Elke regel hoort een proef te hebben voor elke toestand die hij kan bereiken, en een proef op de laatste dag van
    elke termijn en op de dag erna. Exitcode 1: een proef komt niet uit, of er ontbreekt een. Exitcode 2: een kader
    is niet te gebruiken.

    Voorbeelden:

        bo kader test
        bo kader test kaders --uitgebreid
    """
    from ...norms.coverage import open_suites, run
    from ...norms.library import BUILT_IN

    chosen = Chosen(paths or [])
    if any(one.severity is Severity.FOUT for one in chosen.findings):
        write_findings(chosen.findings, [], format)
        return USAGE
    suites, unread = open_suites([*chosen.places, str(BUILT_IN)], chosen.library)
    tested = {one.frame.code for one in suites if chosen.covers(one.loaded.name)} | {one.code for one in chosen.frames}
    every = [frame for series in chosen.library.series.values() for frame in series.versions]
    reports = [run(frame, chosen.library, suites) for frame in every if frame.code in tested]
    findings = sorted(
        [*(one for one in unread if chosen.covers(one.place.file)), *(one for report in reports for one in report.findings)],
        key=lambda one: one.sort_key,
    )
    if format is ResultFormat.JSON:
        write_json({"kaders": [_report_data(one) for one in reports], "bevindingen": finding_data(findings)})
    else:
        write_findings(findings, [line for one in reports for line in _report_lines(one, uitgebreid)], format)
    return FINDINGS if findings else chosen.nothing() if not reports else FINE


def _report_lines(report: Report, full: bool) -> Iterator[str]:
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


def _report_data(report: Report) -> dict[str, Any]:
    return {
        "code": report.frame.code,
        "proeven": report.cases,
        "verwachtingen": report.expectations,
        "termijnen": report.terms,
        "toestanden": {
            code: {one.value: (code, one) in report.shown for one in sorted(possible)}
            for code, possible in report.possible.items()
        },
    }
