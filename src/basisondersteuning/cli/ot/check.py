"""`bo ot check`: what the norms say of a meeting, before and after it."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ...casework.assess import Assessor, Setup, find_swv
from ...casework.caseload import Caseload, dossiers_beside, gather
from ...casework.settings import find_settings
from ...findings.catalogue import reading
from ...findings.finding import Finding, Place, Severity, readable
from ...findings.paint import folded
from ...records.load import Loaded
from ..app import FINDINGS, FINE, NO_RECORDS, USAGE
from ..kader.common import ListFormat, ListFormatOption, finding_data, say_findings, write_json
from ..options import DayOption, FailOn, FailOnOption, FrameOption, SwvOption
from ..pupils import paths_of
from ..terminal import painter, say, width

if TYPE_CHECKING:
    from ...casework.ot.check import CheckedMeeting


def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PAD", help="Bijeenkomsten van het OT, en de bestanden of mappen met dossiers."),
    ],
    peildatum: DayOption = None,
    format: ListFormatOption = ListFormat.TEXT,
    fail_on: FailOnOption = FailOn.FOUT,
    kader: FrameOption = None,
    swv: SwvOption = None,
) -> int:
    """Toets een bijeenkomst van het OT aan de normen: vooraf aan de lijst, achteraf aan wie er waren.

    Per leerling en per regel: in orde, niet in orde, nog te doen, nog niet te zeggen, of daarna te doen. De regels zijn
    die van het normenkader; bo kijkt naar de bespreking zoals zij in het dossier zou komen. Zonder map met dossiers zoekt
    bo de map dossiers, naast de bijeenkomst of naast de map waarin zij staat.

    Voorbeelden:

        bo ot check ot/2026-12-10.yaml dossiers
        bo ot check ot --fail-on waarschuwing
    """
    from ...casework.ot.check import check_meetings

    if "-" in paths:
        raise typer.BadParameter("lezen van de standaardinvoer kan hier niet.", param_hint="PAD")
    paths = paths_of(paths)
    day = peildatum or date.today()
    latest = max(date.today(), day)
    caseload = gather(paths, today=latest)
    named = [one for one in caseload.meetings if one.name in paths]
    meetings = named or caseload.meetings
    if not meetings:
        say_findings(caseload.findings or [reading.NO_RECORDS.at(Place(paths[0]), "Hier staat geen bijeenkomst van het OT.")])
        return FINDINGS if caseload.findings else NO_RECORDS
    caseload = _with_dossiers(caseload, meetings, latest)
    assessor = Assessor(Setup(day, latest, kader, swv or find_swv(_near(caseload, meetings)), swv is not None))
    if not assessor.sound:
        say_findings([one for one in assessor.problems if one.severity is Severity.FOUT])
        return USAGE
    settings = find_settings([meetings[0].name], today=latest)
    if problems := [*assessor.problems, *settings.findings]:
        say_findings(problems)
    checked = list(check_meetings(meetings, caseload, assessor, has_procedure=bool(settings.given.ot.werkwijze)))
    findings = [*caseload.findings, *(each for one in checked for each in one.findings)]
    if format is ListFormat.JSON:
        from ...casework.ot.check_text import check_data

        write_json({"bijeenkomsten": [check_data(one) for one in checked], "bevindingen": finding_data(findings)})
    else:
        _write_text(checked, findings)
    weights = [*(one.severity for one in caseload.findings), *(each for one in checked for each in one.weights)]
    return FINDINGS if any(one.reaches(fail_on.severity) for one in weights) else FINE


def _with_dossiers(caseload: Caseload, meetings: list[Loaded], today: date) -> Caseload:
    """The dossiers that were named; when none were, those in the folder beside the meeting."""
    folder = None if caseload.dossiers else dossiers_beside(meetings[0].name)
    if folder is None:
        return caseload
    say(f"bo ot check: de dossiers komen uit {readable(folder)}.")
    return caseload.joined(gather([folder], today=today))


def _near(caseload: Caseload, meetings: list[Loaded]) -> list[str]:
    """Where the file of the samenwerkingsverband is looked for: by the dossiers, else by the meeting."""
    return [one.name for one in caseload.dossiers.values()] or [meetings[0].name]


def _write_text(checked: list[CheckedMeeting], findings: list[Finding]) -> None:
    from ...casework.ot.check_text import check_lines, summary
    from ...findings.render_text import text

    paint, columns = painter(), width()
    blocks = ["\n".join(check_lines(one, paint, columns)) for one in checked]
    blocks += [text(one, paint, columns) for one in findings]
    blocks.append("\n".join(folded(summary(checked), columns, "  ", "")))
    sys.stdout.write("\n\n".join(blocks) + "\n")
