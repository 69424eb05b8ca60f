"""`bo kader check`: whether norm frames are sound, in form and in what they allow."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from ...findings.finding import Finding, Severity
from ...findings.paint import folded
from ...model.words import count
from ..app import FINDINGS, FINE, USAGE
from ..terminal import width
from .common import Chosen, FramePaths, ResultFormat, ResultFormatOption, finding_data, write_findings, write_json

if TYPE_CHECKING:
    from ...norms.explore.report import Exploration
    from ...norms.frame import Frame

_MOST = 6000
"""Timelines judged for one question, unless the user says otherwise."""


def check(
    paths: FramePaths = None,
    format: ResultFormatOption = ResultFormat.TEXT,
    getuigen: Annotated[
        str | None,
        typer.Option("--getuigen", metavar="MAP", help="Schrijf bij elke bevinding een tijdlijn als dossier in deze map."),
    ] = None,
    tijdlijnen: Annotated[
        int, typer.Option("--tijdlijnen", metavar="N", min=1, help="Hoeveel tijdlijnen er per vraag bekeken worden.")
    ] = _MOST,
    zonder_verkennen: Annotated[
        bool, typer.Option("--zonder-verkennen", help="Bekijk alleen de vorm, niet wat er met de regels mogelijk is.")
    ] = False,
) -> int:
    """Controleer of normenkaders kloppen: patronen, rollen, termijnen, passages, versies.

    Daarna wordt verkend wat een kader toelaat: is elk niveau te bereiken en te verlaten, kan elke regel aan de orde zijn,
    is aan elke regel en aan elke twee regels samen te voldoen, past elke termijn in een schooljaar? De grenzen van die
    verkenning staan erbij. Met --getuigen krijgt u de tijdlijnen als dossiers, ook die waarin een niveau bereikt wordt.

    Exitcode 2: een kader is niet te gebruiken. Exitcode 1: er zijn andere bevindingen.

    Voorbeelden:

        bo kader check
        bo kader check kaders/eigen-kader.yaml --format short
        bo kader check kaders --getuigen getuigen
    """
    if getuigen is not None:
        _check_folder(getuigen, zonder_verkennen)
    chosen = Chosen(paths or [])
    findings = list(chosen.findings)
    unusable = any(one.severity is Severity.FOUT for one in findings)
    if not unusable:
        findings += _unread(chosen)
    reports = [] if zonder_verkennen or unusable else _explored(chosen, tijdlijnen)
    if getuigen is not None:
        _write(reports, getuigen)
    findings = sorted([*findings, *(one for report in reports for one in report.findings)], key=lambda one: one.sort_key)
    if format is ResultFormat.JSON:
        from ...norms.explore.summary import summary_data

        frames = [one.code for one in chosen.frames]
        explored = [summary_data(one) for one in reports]
        write_json({"kaders": frames, "verkenningen": explored, "bevindingen": finding_data(findings)})
    else:
        write_findings(findings, [line for frame in chosen.frames for line in _lines(frame, findings, reports)], format)
    if unusable:
        return USAGE
    return FINDINGS if findings else chosen.nothing() if not chosen.frames else FINE


def _unread(chosen: Chosen) -> list[Finding]:
    """What changed since someone read it beside its source, and what is wrong with the registers of that."""
    from ...norms.review import open_register, suspects

    found: list[Finding] = []
    for frame in chosen.frames:
        register = open_register(frame, chosen.library)
        found += [*register.findings, *suspects(register, chosen.library.loaded[frame.code])]
    return found


def _explored(chosen: Chosen, timelines: int) -> list[Exploration]:
    from ...norms.explore.run import explore
    from ...norms.explore.search import Bounds

    bounds = Bounds(timelines=timelines)
    return [explore(frame, chosen.library.loaded[frame.code], bounds) for frame in chosen.frames]


def _check_folder(folder: str, without: bool) -> None:
    if without:
        raise typer.BadParameter("zonder te verkennen zijn er geen getuigen.", param_hint="--getuigen")
    if os.path.lexists(folder) and (not os.path.isdir(folder) or os.listdir(folder)):
        raise typer.BadParameter("deze map bestaat al en is niet leeg; kies een andere.", param_hint="--getuigen")


def _write(reports: list[Exploration], folder: str) -> None:
    from ...norms.explore.witness import write_witnesses

    first = 1
    for report in reports:
        try:
            first += write_witnesses(report, folder, first)
        except OSError as problem:
            reason = problem.strerror or "onbekende reden"
            raise typer.BadParameter(f"in deze map kan niet geschreven worden ({reason}).", param_hint="--getuigen") from None


def _lines(frame: Frame, findings: list[Finding], reports: list[Exploration]) -> list[str]:
    from ...norms.explore.summary import summary_lines

    own = sum(one.place.file == frame.path for one in findings)
    found = count(own, "bevinding", "bevindingen") if own else "geen bevindingen"
    lines = folded(f"{frame.code}: {count(len(frame.rules), 'regel', 'regels')}, {found}.", width(), "  ", "")
    for report in reports:
        if report.frame is frame:
            lines += summary_lines(report, width())
    return lines
