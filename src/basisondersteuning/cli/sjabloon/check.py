"""`bo sjabloon check`: whether own templates, and the house style, can be used."""

from __future__ import annotations

from typing import Annotated

import typer

from ...findings.finding import Finding
from ...findings.paint import folded
from ...model.words import count
from ..app import FINDINGS, FINE, NO_RECORDS
from ..kader.common import ResultFormat, ResultFormatOption, finding_data, write_findings, write_json
from ..options import FailOn, FailOnOption
from ..terminal import say, width
from .common import Own, own


def check(
    map: Annotated[
        str | None, typer.Argument(metavar="MAP", help="Map met eigen sjablonen, of met een bo.yaml [anders: wat hier geldt].")
    ] = None,
    format: ResultFormatOption = ResultFormat.TEXT,
    fail_on: FailOnOption = FailOn.FOUT,
) -> int:
    """Controleer eigen sjablonen en de huisstijl, voordat u er documenten mee maakt.

    Klopt de naam van elk bestand, is het te lezen, bestaan de gegevens die het noemt, en werkt het in het document? De
    sjablonen worden geprobeerd met gegevens die bo verzint: met alles ingevuld, en met zo weinig als kan.

    Voorbeelden:

        bo sjabloon check
        bo sjabloon check sjablonen --format short
    """
    from ...documents.templating.check import check_templates
    from ...documents.templating.environment import Templates
    from ...documents.templating.house import house_of

    chosen = own(map)
    if chosen.folder is None and chosen.settings.path is None:
        say("bo sjabloon check: hier is geen bo.yaml en geen map met eigen sjablonen. Noem een map.")
        return NO_RECORDS
    house, findings = house_of(chosen.settings)
    findings += chosen.settings.findings
    wrong = chosen.mistake()
    names: list[str] = []
    if wrong is not None:
        findings.append(wrong)
    elif chosen.folder is not None:
        names, found, unseen = check_templates(Templates(chosen.folder, house))
        findings += found
        if unseen:
            say(f"bo sjabloon check: sjablonen voor Word zijn niet bekeken. {unseen}")
    findings = sorted(findings, key=lambda one: one.sort_key)
    if format is ResultFormat.JSON:
        write_json({"sjablonen": names, "bevindingen": finding_data(findings)})
    else:
        write_findings(findings, folded(_summary(chosen, names, findings), width(), ""), format)
    return FINDINGS if any(one.severity.reaches(fail_on.severity) for one in findings) else FINE


def _summary(chosen: Own, names: list[str], findings: list[Finding]) -> str:
    what = []
    if chosen.folder is not None:
        what.append(count(len(names), "eigen sjabloon", "eigen sjablonen"))
    if chosen.settings.path is not None:
        what.append(f"de huisstijl van {chosen.settings.path}")
    found = count(len(findings), "bevinding", "bevindingen") if findings else "geen fouten gevonden"
    return f"Bekeken: {' en '.join(what)}; {found}."
