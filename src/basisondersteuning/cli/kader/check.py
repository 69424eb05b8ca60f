"""`bo kader check`: whether norm frames are sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...findings.finding import Finding, Severity
from ...model.words import count
from ..app import FINDINGS, FINE, USAGE
from .common import Chosen, FramePaths, ResultFormat, ResultFormatOption, finding_data, write_findings, write_json

if TYPE_CHECKING:
    from ...norms.frame import Frame


def check(paths: FramePaths = None, format: ResultFormatOption = ResultFormat.TEXT) -> int:
    """Controleer of normenkaders kloppen: patronen, rollen, termijnen, passages, versies.

    Exitcode 2: een kader is niet te gebruiken. Exitcode 1: er zijn waarschuwingen.

    Voorbeelden:

        bo kader check
        bo kader check kaders/eigen-kader.yaml --format short
    """
    chosen = Chosen(paths or [])
    findings = sorted(chosen.findings, key=lambda one: one.sort_key)
    if format is ResultFormat.JSON:
        write_json({"kaders": [one.code for one in chosen.frames], "bevindingen": finding_data(findings)})
    else:
        lines = [
            f"{frame.code}: {count(len(frame.rules), 'regel', 'regels')}, {_found(findings, frame)}." for frame in chosen.frames
        ]
        write_findings(findings, lines, format)
    if any(one.severity is Severity.FOUT for one in findings):
        return USAGE
    return FINDINGS if findings else chosen.nothing() if not chosen.frames else FINE


def _found(findings: list[Finding], frame: Frame) -> str:
    own = sum(one.place.file == frame.path for one in findings)
    return count(own, "bevinding", "bevindingen") if own else "geen bevindingen"
