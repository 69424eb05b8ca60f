"""`bo kader bronnen`: passage by passage what holds it."""

from __future__ import annotations

import sys

from ...findings.finding import Severity
from ..app import FINDINGS, FINE, USAGE
from ..terminal import painter, width
from .common import Chosen, FramePaths, ListFormat, ListFormatOption, finding_data, say_findings, write_json


def sources(paths: FramePaths = None, format: ListFormatOption = ListFormat.TEXT) -> int:
    """Laat per passage van de bron zien welke regels, velden of toelichtingen haar vasthouden.

    Elke passage heeft een vingerafdruk. Verandert een passage, dan zijn de regels die erop rusten verdacht, tot iemand
    ze opnieuw naast de bron leest en dat vastlegt met `bo kader herzien`. Exitcode 1: er is iets verdacht, of een
    passage wordt door niets vastgehouden.

    Voorbeelden:

        bo kader bronnen
        bo kader bronnen kaders/noorderkoog-2026.yaml
    """
    from ...norms.review import open_register, suspects
    from ...swv.sources import passage_views, source_data, source_lines

    chosen = Chosen(paths or [])
    wrong = [one for one in chosen.findings if one.severity is Severity.FOUT]
    if wrong:
        say_findings(wrong)
        return USAGE
    registers = [open_register(frame, chosen.library) for frame in chosen.frames]
    findings = [one for register in registers for one in register.findings]
    for register in registers:
        findings += suspects(register, chosen.library.loaded[register.frame.code])
    if format is ListFormat.JSON:
        write_json({"kaders": [source_data(one) for one in registers], "bevindingen": finding_data(findings)})
    else:
        lines = [
            line
            for index, one in enumerate(registers)
            for line in (*([""] if index else []), *source_lines(one, painter(), width()))
        ]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        if findings:
            say_findings(findings)
    loose = any(not view.accounted for one in registers for view in passage_views(one))
    return FINDINGS if findings or loose else chosen.nothing() if not registers else FINE
