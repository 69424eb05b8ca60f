"""`bo kader diff`: what one norm frame changes to another, and for which pupils."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS, USAGE
from ..options import DayOption, JobsOption, SwvOption
from ..terminal import painter, say, width
from .common import ListFormat, ListFormatOption, Two, finding_data, say_findings, write_json

if TYPE_CHECKING:
    from ...norms.frame import Frame


def diff(
    oud: Annotated[str, typer.Argument(metavar="OUD", help="Het kader waarvan u uitgaat: een naam of een bestand.")],
    nieuw: Annotated[str, typer.Argument(metavar="NIEUW", help="Het andere kader: een naam of een bestand.")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PAD", help="Dossiers of mappen, om te zien voor wie het oordeel verandert.")
    ] = None,
    peildatum: DayOption = None,
    op_datum: Annotated[
        bool, typer.Option("--op-datum", help="OUD tot NIEUW ingaat, zodat eerdere plichten onder OUD blijven.")
    ] = False,
    swv: SwvOption = None,
    jobs: JobsOption = 0,
    format: ListFormatOption = ListFormat.TEXT,
) -> int:
    """Laat in woorden zien wat het ene normenkader aan het andere verandert.

    Met dossiers erbij: voor welke leerlingen het oordeel verandert, door welke regel en hoe. Elk kader wordt dan
    genomen alsof het altijd gold. Met --op-datum geldt OUD tot de dag waarop NIEUW ingaat, zoals het straks gaat.

    Voorbeelden:

        bo kader diff kop-van-noord-holland landelijk
        bo kader diff kaders/2025.yaml kaders/2026.yaml dossiers
    """
    from ...swv.frame_diff import frame_diff
    from ...swv.frame_diff_text import diff_data, diff_lines

    found = Two([oud, nieuw])
    if found.problems:
        say_findings(found.problems)
        return USAGE
    old, new = found.frames
    if op_datum and new.start <= old.start:
        raise typer.BadParameter(f"{new.code} gaat niet in na {old.code}.", param_hint="--op-datum")
    if paths:
        return _pupils(old, new, paths, peildatum or date.today(), op_datum, swv, jobs, format, found)
    made = frame_diff(old, new)
    if format is ListFormat.JSON:
        write_json(diff_data(made))
    else:
        sys.stdout.write("".join(f"{line}\n" for line in diff_lines(made, painter(), width())))
    return FINE


def _pupils(
    old: Frame,
    new: Frame,
    paths: list[str],
    day: date,
    by_date: bool,
    swv: str | None,
    jobs: int,
    format: ListFormat,
    found: Two,
) -> int:
    from ...casework.assess import Setup, find_swv
    from ...casework.batch import Crash, run
    from ...findings.catalogue import reading
    from ...findings.finding import Finding, Place, Severity
    from ...findings.paint import folded
    from ...model.words import long_date
    from ...records.discover import discover
    from ...swv.verdict_diff import CompareJob, PupilChange
    from ...swv.verdict_diff_text import Tally, all_data, pupil_lines, tally_lines

    today = date.today()
    setup = Setup(day, max(today, day), None, swv or find_swv(paths), swv is not None)
    job = CompareJob(setup, old.code, new.code, tuple(found.places), by_date)
    tally, changes, problems, internal = Tally(), list[PupilChange](), list[Finding](), False
    paint, columns, write = painter(), width(), sys.stdout.write
    if format is ListFormat.TEXT:
        how = f"{old.code} tot {long_date(new.start)}, dan {new.code}" if by_date else "alsof elk kader altijd gold"
        write(
            "".join(
                f"{line}\n" for line in folded(f"Van {old.code} naar {new.code}, {how}. Peildatum {long_date(day)}.", columns, "")
            )
        )
    try:
        for one in run(job, discover(paths), jobs):
            if isinstance(one, Finding | Crash):
                internal |= isinstance(one, Crash)
                problems.append(one.finding if isinstance(one, Crash) else one)
                continue
            tally.add(one)
            problems += one.findings
            if one.change is not None and format is ListFormat.TEXT:
                write("\n" + "".join(f"{line}\n" for line in pupil_lines(one.change, paint, columns)))
            elif one.change is not None:
                changes.append(one.change)
    except KeyboardInterrupt:
        say("bo: onderbroken.")
        return INTERRUPTED
    if format is ListFormat.JSON:
        head = {"oud": old.code, "nieuw": new.code, "peildatum": day.isoformat(), "op_datum": by_date}
        write_json({**head, **all_data(changes, tally), "niet_beoordeeld": finding_data(problems)})
    elif tally.judged or problems:
        write("\n" + "".join(f"{line}\n" for line in tally_lines(tally, columns)))
    if problems:
        say_findings(problems)
    if internal:
        return INTERNAL
    if not tally.judged and not problems:
        say_findings([reading.NO_RECORDS.at(Place(paths[0]))])
        return NO_RECORDS
    return FINDINGS if any(one.severity is Severity.FOUT for one in problems) else FINE
