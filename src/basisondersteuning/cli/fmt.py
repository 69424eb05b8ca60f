"""`bo fmt`: days in one form, the timeline in order; nothing that was said is lost."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..findings.catalogue import reading
from ..findings.finding import Finding, Place, readable
from ..model.words import count
from ..records.ordering_form import DateForm
from .app import FINDINGS, FINE, NO_RECORDS
from .deed import MOST_FILES, YesOption, bounded, not_shown, put, say_all, shown, write_all
from .dutch import DutchCommand
from .pupils import paths_of
from .terminal import painter

if TYPE_CHECKING:
    from ..records.committing import Write

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def fmt(
    paths: Annotated[list[str], typer.Argument(metavar="PAD", help="Bestanden, mappen, of kenmerken van leerlingen.")],
    datums: Annotated[
        DateForm, typer.Option("--datums", metavar="VORM", help="iso schrijft 2026-11-03, nl schrijft 3-11-2026.")
    ] = DateForm.ISO,
    controle: Annotated[bool, typer.Option("--controle", help="Noem alleen wat niet netjes staat; schrijf niets.")] = False,
    toon: Annotated[bool, typer.Option("--toon", help="Laat alleen zien wat er zou veranderen; schrijf niets.")] = False,
    ja: YesOption = False,
) -> int:
    """Zet een dossier netjes: datums in één vorm, de tijdlijn op volgorde van datum.

    Gebeurtenissen van dezelfde dag houden hun volgorde, en een opmerking gaat mee met de gebeurtenis waar zij boven
    staat. Verder verandert er niets, en het oordeel blijft hetzelfde. U ziet eerst wat er verandert; pas daarna wordt er
    geschreven. Een bestand met fouten blijft zoals het is. Terugnemen kan met `bo undo`.

    Voorbeelden:

        bo fmt L-0417
        bo fmt dossiers --toon
        bo fmt dossiers --datums nl --ja
        bo fmt dossiers --controle
    """
    if "-" in paths:
        raise typer.BadParameter("lezen van de standaardinvoer kan hier niet.", param_hint="PAD")
    writes, findings, files = _read(paths_of(paths), datums)
    if not (writes or findings or files):
        say_all([reading.NO_RECORDS.at(Place(paths[0]))])
        return NO_RECORDS
    paint = painter()
    if controle:
        put(readable(one.path) for one in writes)
    else:
        for one in writes if toon else writes[:MOST_FILES]:
            put(iter([paint("bold", readable(one.path))]))
            put(shown(one, paint) if toon else bounded(shown(one, paint)))
            put(iter([""]))
        put(not_shown(0 if toon else len(writes), "bo fmt --toon"))
    if findings:
        say_all(findings)
    if not writes:
        if files:
            put(iter([f"{count(files, 'bestand staat', 'bestanden staan')} al netjes."]))
        return FINDINGS if findings else FINE
    if controle or toon:
        put(iter([f"{count(len(writes), 'bestand staat', 'bestanden staan')} niet netjes, {files} al wel."]))
        return FINDINGS
    question = f"{count(len(writes), 'bestand', 'bestanden')} zo netjes zetten?"
    written = write_all(writes, command="bo fmt", yes=ja, question=question)
    return FINE if written and not findings else FINDINGS


def _read(paths: list[str], form: DateForm) -> tuple[list[Write], list[Finding], int]:
    """What would be written, what stands in the way, and how many records are in order already."""
    from ..casework.batch_work import Crash
    from ..records.discover import discover
    from ..records.load import load

    today = date.today()
    writes: list[Write] = []
    findings: list[Finding] = []
    files = 0
    for one in discover(paths):
        if isinstance(one, Finding):
            findings.append(one)
            continue
        try:
            loaded = load(one.path, today=today, named=one.named)
            if loaded.kind is None and not loaded.findings:
                continue  # no record
            got = _one(one.path, form, today)
        except Exception as error:
            if os.environ.get("BO_DEBUG"):
                raise
            got = Crash(one.path, error).finding
        if isinstance(got, Finding):
            findings.append(got)
        elif got.new != got.old:
            writes.append(got)
        else:
            files += 1
    return writes, findings, files


def _one(path: str, form: DateForm, today: date) -> Write | Finding:
    from ..records.committing import Write
    from ..records.ordering import ordered
    from ..records.whole import whole

    data = whole(path)
    if isinstance(data, Finding):
        return data
    new = ordered(data, form, today=today, name=path)
    return new if isinstance(new, Finding) else Write(path, data, new)
