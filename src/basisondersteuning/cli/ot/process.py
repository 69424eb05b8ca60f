"""`bo ot verwerk`: what a meeting adds to the dossiers of its pupils, written only when asked."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ...casework.assess import Assessor, Setup, find_swv
from ...casework.caseload import Caseload, dossiers_beside, gather
from ...findings.catalogue import reading
from ...findings.finding import Finding, Place, Severity, readable
from ...findings.paint import folded
from ...model.words import long_date
from ...records.load import load
from ..app import FINDINGS, FINE, NO_RECORDS, USAGE
from ..kader.common import ListFormat, ListFormatOption, finding_data, say_findings, write_json
from ..options import DayOption, FrameOption, SwvOption
from ..pupils import paths_of
from ..terminal import painter, say, width

if TYPE_CHECKING:
    from ...casework.ot.process import Plan


def process(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PAD", help="Bijeenkomsten van het OT, en de bestanden of mappen met dossiers."),
    ],
    schrijf: Annotated[bool, typer.Option("--schrijf", help="Schrijf het in de dossiers; anders ziet u het alleen.")] = False,
    peildatum: DayOption = None,
    kader: FrameOption = None,
    swv: SwvOption = None,
    format: ListFormatOption = ListFormat.TEXT,
) -> int:
    """Laat zien wat een bijeenkomst van het OT aan de dossiers toevoegt.

    Per leerling die besproken is: de regels zoals ze in het dossier komen, en wat dat doet met het niveau en met wat er
    te doen is. Er wordt niets geschreven, behalve met --schrijf. Wat al in een dossier staat, komt er niet nog een keer
    bij. Zonder map met dossiers zoekt bo de map dossiers, naast de bijeenkomst of naast de map waarin zij staat.

    Voorbeelden:

        bo ot verwerk ot/2026-11-19.yaml
        bo ot verwerk ot/2026-11-19.yaml dossiers --schrijf
    """
    from ...casework.ot.process import broken_dossiers, plans, write

    if "-" in paths:
        raise typer.BadParameter("lezen van de standaardinvoer kan hier niet.", param_hint="PAD")
    paths = paths_of(paths)
    today = date.today()
    day = peildatum or today
    latest = max(today, day)
    caseload = _gather(paths, latest)
    if not caseload.meetings:
        return _no_meeting(paths, caseload)
    swv_file = swv or find_swv([one.name for one in caseload.dossiers.values()] or paths)
    assessor = Assessor(Setup(day, latest, kader, swv_file, swv is not None))
    if not assessor.sound:
        say_findings([one for one in assessor.problems if one.severity is Severity.FOUT])
        return USAGE
    if assessor.problems:
        say_findings(assessor.problems)
    if assessor.asked_for_another:
        say(f"bo ot verwerk: op {long_date(day)} geldt {assessor.asked_for_another}.")
    broken = broken_dossiers(caseload, today=latest)
    found = list(plans(caseload, broken, assessor))
    if schrijf and any(point.ot.datum > today for one in found for point, _ in one.states if one.new is not None):
        say("bo ot verwerk: deze bijeenkomst is nog niet geweest. Er is niets geschreven; zonder --schrijf ziet u het vast.")
        return USAGE
    if schrijf:
        write(found)
    others = _other_findings(caseload, {one.name for one in broken.values()})
    if format is ListFormat.JSON:
        from ...casework.ot.process_data import plan_data

        write_json({"leerlingen": [plan_data(one) for one in found], "bevindingen": finding_data(others)})
    else:
        _write_text(found, others, schrijf)
    weights = [one.severity for one in (*others, *(each for plan in found for each in plan.findings))]
    return FINDINGS if Severity.FOUT in weights else FINE


def _gather(paths: list[str], today: date) -> Caseload:
    """The meetings and the dossiers in the paths; without dossiers those in a folder nearby, and says which.

    When meetings are named themselves, others in the folders do not count.
    """
    caseload = gather(paths, today=today)
    named = [one for one in caseload.meetings if one.name in paths]
    caseload.meetings = named or caseload.meetings
    if not caseload.meetings or caseload.dossiers or not all(_gave_meeting(one, caseload, today) for one in paths):
        return caseload
    folder = dossiers_beside(caseload.meetings[0].name)
    if folder is None:
        raise typer.BadParameter("geef ook de map met dossiers op.", param_hint="PAD")
    say(f"bo ot verwerk: de dossiers komen uit {readable(folder)}.")
    near = gather([folder], today=today)
    near.meetings.clear()
    return caseload.joined(near)


def _gave_meeting(path: str, caseload: Caseload, today: date) -> bool:
    """Whether a path is there for its meetings, also where these have mistakes."""
    if os.path.isdir(path):
        return any(os.path.abspath(one.name).startswith(os.path.join(os.path.abspath(path), "")) for one in caseload.meetings)
    return any(one.name == path for one in caseload.meetings) or load(path, today=today).kind == "ot"


def _no_meeting(paths: list[str], caseload: Caseload) -> int:
    if caseload.findings:
        say_findings(caseload.findings)
        return FINDINGS
    remedy = "Controleer het pad. Een bijeenkomst begint met de regel `soort: ot`; `bo ot plan` stelt er een voor."
    say_findings([reading.NO_RECORDS.at(Place(paths[0]), "Hier staat geen bijeenkomst van het OT.", remedy=remedy)])
    return NO_RECORDS


def _other_findings(caseload: Caseload, broken: set[str]) -> list[Finding]:
    """What is wrong with files, but for dossiers that have nothing to do with these meetings: those are for `bo validate`."""
    return [one for one in caseload.findings if one.severity is Severity.FOUT and one.place.file not in broken]


def _write_text(found: list[Plan], others: list[Finding], schrijf: bool) -> None:
    from ...casework.ot.process_text import plan_lines, summary
    from ...findings.render_text import text

    paint, columns = painter(), width()
    blocks = ["\n".join(plan_lines(one, paint, columns)) for one in found]
    blocks += [text(one, paint, columns) for one in others]
    blocks.append("\n".join(folded(summary(found, schrijf), columns, "")))
    sys.stdout.write("\n\n".join(blocks) + "\n")
