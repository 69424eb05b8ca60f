"""`bo ot plan`: propose a meeting of the ondersteuningsteam from the dossiers, and write it for a person to edit."""

from __future__ import annotations

import os
import sys
from datetime import date, time
from typing import TYPE_CHECKING, Annotated

import typer

from ...casework.assess import Assessor, Setup, find_above, find_swv
from ...casework.caseload import Caseload, gather
from ...casework.settings import SETTINGS_FILE, find_settings
from ...findings.catalogue import reading
from ...findings.finding import Place, Severity, readable
from ...findings.paint import folded
from ...model.words import count, long_date
from ..app import FINDINGS, FINE, NO_RECORDS, USAGE
from ..kader.common import ListFormat, ListFormatOption, finding_data, say_findings, write_json
from ..options import DayOption, FrameOption, SwvOption, read_date_ahead
from ..pupils import paths_of
from ..terminal import painter, say, width

if TYPE_CHECKING:
    from ...casework.ot.plan import Proposal

MEETINGS = "ot"
"""The folder of a school in which its meetings are."""


def read_time(text: str) -> time:
    """A time of the day as a record writes it."""
    from pydantic import TypeAdapter, ValidationError

    from ...model.types import Tijd

    try:
        found: time = TypeAdapter(Tijd).validate_python(text)
    except ValidationError:
        raise typer.BadParameter("schrijf een tijd als 13:15.") from None
    return found


def plan(
    paths: Annotated[
        list[str], typer.Argument(metavar="PAD", help="Bestanden of mappen met dossiers, en eerdere bijeenkomsten van het OT.")
    ],
    datum: Annotated[
        date, typer.Option("--datum", metavar="DATUM", parser=read_date_ahead, help="Dag van de bijeenkomst.", show_default=False)
    ],
    school: Annotated[
        str | None, typer.Option("--school", metavar="VESTIGING", help="School, als er dossiers van meer scholen zijn.")
    ] = None,
    begin: Annotated[
        time | None,
        typer.Option("--begin", metavar="TIJD", parser=read_time, help="Hoe laat het begint [anders: bo.yaml, of 13:15]."),
    ] = None,
    duur: Annotated[
        int | None, typer.Option("--duur", metavar="MINUTEN", min=0, help="Hoeveel minuten er zijn [anders: bo.yaml, of 120].")
    ] = None,
    plaats: Annotated[str | None, typer.Option("--plaats", metavar="TEKST", help="Waar het is.")] = None,
    peildatum: DayOption = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar="BESTAND",
            help="Waar het voorstel komt; - is het scherm [anders: ot-DATUM.yaml, in de map ot als die er is].",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overschrijf een eerder voorstel dat er al is.")] = False,
    format: ListFormatOption = ListFormat.TEXT,
    kader: FrameOption = None,
    swv: SwvOption = None,
) -> int:
    """Stel een bijeenkomst van het OT voor: wie is aan de beurt, in welke volgorde en hoe lang.

    Aan de beurt is wie is aangemeld, wie gereed is voor niveau 3, van wie een regel vraagt om een bespreking, en van wie
    de evaluatiedatum is bereikt. Wie te laat is, gaat voor; dan wie het langst wacht. Het voorstel komt in een bestand dat
    u zelf aanpast. De minuten zijn instellingen, geen regels: in bo.yaml staan ze bij ot.

    Voorbeelden:

        bo ot plan dossiers --datum 2026-12-10
        bo ot plan dossiers ot --datum 2026-12-10 --begin 13:15 --duur 90
    """
    if out == "-" and format is ListFormat.JSON:
        raise typer.BadParameter("met --format json kan het voorstel niet ook naar het scherm.", param_hint="--out")
    if "-" in paths:
        raise typer.BadParameter("lezen van de standaardinvoer kan hier niet.", param_hint="PAD")
    paths = paths_of(paths)
    today = date.today()
    day = peildatum or today
    if datum < day:
        raise typer.BadParameter("kies een dag op of na de peildatum.", param_hint="--datum")
    caseload = gather(paths, today=max(today, day))
    if not caseload.dossiers:
        say_findings(caseload.findings or [reading.NO_RECORDS.at(Place(paths[0]), "Hier staat geen dossier.")])
        return FINDINGS if caseload.findings else NO_RECORDS
    chosen = _school(school, caseload)
    assessor = Assessor(Setup(day, max(today, day), kader, swv or find_swv(paths), swv is not None))
    if not assessor.sound:
        say_findings([one for one in assessor.problems if one.severity is Severity.FOUT])
        return USAGE
    settings = find_settings(paths, today=today)
    if remarks := [*assessor.problems, *settings.findings]:
        say_findings(remarks)
    if assessor.asked_for_another:
        say(f"bo ot plan: op {long_date(day)} geldt {assessor.asked_for_another}.")
    from ...casework.ot.plan import Wanted, propose

    wanted = Wanted.of(chosen, datum, begin, duur, plaats, settings.given.ot)
    if wanted.begin.hour * 60 + wanted.begin.minute + wanted.length > 24 * 60:
        raise typer.BadParameter("de bijeenkomst loopt dan tot na middernacht.", param_hint="--duur")
    proposal = propose(caseload, assessor, wanted)
    path = out or _usual_place(datum)
    problem = _write(proposal, path, force) if proposal.slots else ""
    written = None if problem or not proposal.slots else path
    if format is ListFormat.JSON:
        from ...casework.ot.plan_text import plan_data

        write_json({**plan_data(proposal), "bestand": written, "bevindingen": finding_data(caseload.findings)})
    else:
        _write_text(proposal, assessor, caseload, written, paths)
    if problem:
        say(f"bo ot plan: {problem}")
        return USAGE
    return FINDINGS if any(one.severity is Severity.FOUT for one in caseload.findings) else FINE


def _usual_place(day: date) -> str:
    """`ot-2026-12-10.yaml`, in the folder `ot` where there is one here or beside the settings of the school."""
    settings = find_above(["."], SETTINGS_FILE)
    places = [MEETINGS, *([os.path.join(os.path.dirname(settings), MEETINGS)] if settings is not None else [])]
    folder = next((one for one in places if os.path.isdir(one)), "")
    return os.path.join(folder, f"ot-{day.isoformat()}.yaml")


def _school(school: str | None, caseload: Caseload) -> str:
    known = sorted({one for one, _ in caseload.dossiers})
    if school is None and len(known) == 1:
        return known[0]
    if school in known:
        return str(school)
    listed = ", ".join(known[:8]) + (" …" if len(known) > 8 else "")
    if school is None:
        raise typer.BadParameter(f"er zijn dossiers van {len(known)} scholen; kies er een: {listed}.", param_hint="--school")
    raise typer.BadParameter(f"van deze school zijn er geen dossiers. Kies uit {listed}.", param_hint="--school")


def _write(proposal: Proposal, path: str, force: bool) -> str:
    """Write the record; why that cannot be, else nothing."""
    from ...casework.ot.record import meeting_text
    from ...records.write import reason, replace, write_new

    if path == "-":
        sys.stdout.write(meeting_text(proposal, "BESTAND"))
        return ""
    if force and os.path.lexists(path) and not _replaceable(path):
        return f"{readable(path)} blijft zoals het is: alleen een bijeenkomst die nog gehouden moet worden, wordt overschreven."
    try:
        (replace if force else write_new)(path, meeting_text(proposal, path))
    except FileExistsError:
        return f"{readable(path)} bestaat al en blijft zoals het is. Kies met --out een andere naam, of overschrijf met --force."
    except OSError as error:
        return f"{readable(path)} is niet te schrijven: {reason(error)}."
    return ""


def _replaceable(path: str) -> bool:
    """Whether a file is a meeting of which nothing was filled in afterwards: nothing else is ever overwritten."""
    from ...model.ot import Ot
    from ...records.load import load

    record = load(path, today=date.max).record
    return isinstance(record, Ot) and not any(one.aanwezig or one.bespreking or one.uitkomsten for one in record.agenda)


def _write_text(proposal: Proposal, assessor: Assessor, caseload: Caseload, written: str | None, paths: list[str]) -> None:
    from ...casework.ot.plan_text import PlanText
    from ...findings.render_text import text

    paint, columns = painter(), width()
    experts: dict[str, str] = {one.gebied: one.aanbieder for one in assessor.swv.expertise} if assessor.swv is not None else {}
    lines = list(PlanText(proposal, experts, paint, columns).lines())
    for finding in caseload.findings:
        lines += ["", text(finding, paint, columns)]
    if caseload.findings:
        number = count(len({one.place.file for one in caseload.findings}), "bestand", "bestanden")
        lines += ["", f"Bij {number} is iets mis; zie hierboven."]
    if written == "-":
        say("\n".join(lines))
        return
    if written is not None:
        lines.append("")
        lines += folded(f"Het voorstel staat in {readable(written)}. Pas het aan; daarna:", columns, "", "")
        lines.append(f"  bo ot check {_quoted(written)} {' '.join(map(_quoted, paths))}")
    sys.stdout.write("\n".join(lines) + "\n")


def _quoted(path: str) -> str:
    """A path as it is typed in a command."""
    shown = readable(os.path.normpath(path))
    return f'"{shown}"' if " " in shown else shown
