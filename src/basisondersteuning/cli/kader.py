"""`bo kader`: which norm frames there are, whether they are sound, and what the tests beside them say."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..casework.words import count, short_date
from ..findings.catalogue import reading
from ..findings.finding import Finding, Place, Severity
from ..findings.paint import folded
from .app import FINDINGS, FINE, NO_RECORDS, USAGE
from .dutch import DutchCommand, DutchGroup
from .terminal import painter, say, width

if TYPE_CHECKING:
    from ..norms.coverage import Report
    from ..norms.frame import Frame
    from ..norms.library import Library

app = typer.Typer(add_completion=False, cls=DutchGroup, help="Bekijk, controleer en test normenkaders.")


class ListFormat(StrEnum):
    """How the list of frames is written."""

    TEXT = "text"
    JSON = "json"


class ResultFormat(StrEnum):
    """How findings on frames are written."""

    TEXT = "text"
    SHORT = "short"
    JSON = "json"


FramePaths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PAD", help="Bestanden of mappen met normenkaders [anders: de kaders die bij bo horen]."),
]
ListFormatOption = Annotated[ListFormat, typer.Option("--format", metavar="VORM", help="text of json.")]
ResultFormatOption = Annotated[ResultFormat, typer.Option("--format", metavar="VORM", help="text, short of json.")]


@app.command("list", cls=DutchCommand)
def list_frames(paths: FramePaths = None, format: ListFormatOption = ListFormat.TEXT) -> int:
    """Laat zien welke normenkaders er zijn, met hun versies, geldigheid, regels en bron.

    Voorbeelden:

        bo kader list
        bo kader list kaders
    """
    chosen = _Chosen(paths or [])
    if paths:  # own frames stand beside those of `bo`
        chosen.frames = [frame for one in chosen.library.series.values() for frame in one.versions]
    findings = [one for one in chosen.findings if one.severity is Severity.FOUT]
    if format is ListFormat.JSON:
        _json({"kaders": [_frame_data(one) for one in chosen.frames]})
    else:
        sys.stdout.write("\n".join(_frame_lines(chosen.frames)) + "\n" if chosen.frames else "")
    if findings:
        _say(findings)
    return USAGE if findings else chosen.nothing() if not chosen.frames else FINE


@app.command(cls=DutchCommand)
def check(paths: FramePaths = None, format: ResultFormatOption = ResultFormat.TEXT) -> int:
    """Controleer of normenkaders kloppen: patronen, rollen, termijnen, passages, versies.

    Exitcode 2: een kader is niet te gebruiken. Exitcode 1: er zijn waarschuwingen.

    Voorbeelden:

        bo kader check
        bo kader check kaders/eigen-kader.yaml --format short
    """
    chosen = _Chosen(paths or [])
    findings = sorted(chosen.findings, key=lambda one: one.sort_key)
    if format is ResultFormat.JSON:
        _json({"kaders": [one.code for one in chosen.frames], "bevindingen": _finding_data(findings)})
    else:
        lines = [
            f"{frame.code}: {count(len(frame.rules), 'regel', 'regels')}, {_found(findings, frame)}." for frame in chosen.frames
        ]
        _write(findings, lines, format)
    if any(one.severity is Severity.FOUT for one in findings):
        return USAGE
    return FINDINGS if findings else chosen.nothing() if not chosen.frames else FINE


@app.command("test", cls=DutchCommand)
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
    from ..norms.coverage import open_suites, run
    from ..norms.library import BUILT_IN

    chosen = _Chosen(paths or [])
    if any(one.severity is Severity.FOUT for one in chosen.findings):
        _write(chosen.findings, [], format)
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
        _json({"kaders": [_report_data(one) for one in reports], "bevindingen": _finding_data(findings)})
    else:
        _write(findings, [line for one in reports for line in _report_lines(one, uitgebreid)], format)
    return FINDINGS if findings else chosen.nothing() if not reports else FINE


class _Chosen:
    """The frames that the user asked about: those in the paths, or without paths the built-in ones.

    A frame in a path may build on one that comes with `bo` or that stands in the same folder, so those are read too.
    """

    def __init__(self, paths: list[str]) -> None:
        from ..norms.library import BUILT_IN, open_library

        if "-" in paths:
            raise typer.BadParameter("een normenkader lezen van de standaardinvoer kan hier niet.", param_hint="PAD")
        self.paths = paths or [str(BUILT_IN)]
        self.places = [os.path.dirname(one) or "." if os.path.isfile(one) else one for one in paths]
        self.library: Library = open_library(self.places)
        self.findings = [one for one in self.library.findings if self.covers(one.place.file)]
        self.frames: list[Frame] = [
            frame for one in self.library.series.values() for frame in one.versions if self.covers(frame.path)
        ]

    def covers(self, file: str) -> bool:
        """Whether a file is one of the paths, or lies in one of them."""
        full = os.path.abspath(file)
        return any(full == path or full.startswith(path + os.sep) for path in map(os.path.abspath, self.paths))

    def nothing(self) -> int:
        """Say that there is no frame."""
        _say([reading.NO_RECORDS.at(Place(self.paths[0]), "Hier staat geen normenkader.")])
        return NO_RECORDS


def _frame_lines(frames: list[Frame]) -> Iterator[str]:
    paint, columns = painter(), width()
    for index, frame in enumerate(frames):
        if index == 0 or frames[index - 1].series != frame.series:
            yield from ([""] if index else [])
            yield paint("bold", frame.series)
        until = f"tot en met {short_date(frame.end)}" if frame.end else "tot er een nieuwe versie is"
        yield f"  {frame.code}"
        facts = [
            frame.title + ".",
            f"Geldig van {short_date(frame.start)} {until}.",
            f"{count(len(frame.rules), 'regel', 'regels')}; niveaus {', '.join(one.code for one in frame.levels)}.",
            *(
                f"Bron: {one.titel}, {one.uitgever}, {one.datum} ({count(len(one.passages), 'passage', 'passages')})."
                for one in frame.record.bronnen
            ),
        ]
        if frame.record.onvertaald:
            facts.append(f"Onvertaald: {count(len(frame.record.onvertaald), 'passage', 'passages')} of een deel daarvan.")
        if frame.record.gebaseerd_op:
            facts.append(f"Bouwt op {frame.record.gebaseerd_op}.")
        for fact in facts:
            yield from folded(fact, columns, "      ", "    ")


def _frame_data(frame: Frame) -> dict[str, Any]:
    return {
        "code": frame.code,
        "reeks": frame.series,
        "titel": frame.title,
        "van": frame.start.isoformat(),
        "tot": frame.end.isoformat() if frame.end else None,
        "gebaseerd_op": frame.record.gebaseerd_op,
        "regels": len(frame.rules),
        "niveaus": [one.code for one in frame.levels],
        "onvertaald": len(frame.record.onvertaald),
        "bronnen": [
            {"document": one.document, "titel": one.titel, "uitgever": one.uitgever, "datum": one.datum}
            for one in frame.record.bronnen
        ],
        "kenmerk": frame.digest,
    }


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
    from ..norms.status import Status

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


def _finding_data(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    from ..findings.render_json import as_data

    return [as_data(one) for one in findings]


def _found(findings: list[Finding], frame: Frame) -> str:
    own = sum(one.place.file == frame.path for one in findings)
    return count(own, "bevinding", "bevindingen") if own else "geen bevindingen"


def _json(data: dict[str, Any]) -> None:
    from ..findings.render_json import VERSION

    sys.stdout.write(json.dumps({"versie": VERSION, **data}, ensure_ascii=False, indent=1) + "\n")


def _write(findings: list[Finding], lines: list[str], format: ResultFormat) -> None:
    """Findings first, then a line for each frame; in the short form findings only."""
    if format is ResultFormat.JSON:
        _json({"kaders": [], "bevindingen": _finding_data(findings)})
    elif format is ResultFormat.SHORT:
        from ..findings.render_short import short

        sys.stdout.write("".join(short(one) + "\n" for one in findings))
    else:
        from ..findings.render_text import text

        paint, columns = painter(), width()
        sys.stdout.write("".join(text(one, paint, columns) + "\n\n" for one in findings))
        sys.stdout.write("".join(line + "\n" for line in lines))


def _say(findings: list[Finding]) -> None:
    from ..findings.render_text import text

    say("\n\n".join(text(one) for one in findings))
