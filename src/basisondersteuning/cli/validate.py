"""`bo validate`: form and coherence of any record."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

import typer

from ..casework.batch import Crash, run
from ..findings.catalogue import reading
from ..findings.finding import Finding, Place, Severity
from ..findings.paint import folded
from ..model.words import count
from ..records.discover import Candidate, discover
from ..records.same_pupil import Pupil, Pupils
from .app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS
from .dutch import DutchCommand
from .options import FailOn, FailOnOption, Format, FormatOption, JobsOption, Paths, ValuesOption, json_list
from .terminal import painter, say, width

app = typer.Typer(add_completion=False)


Checked: TypeAlias = tuple[str, str | None, list[Finding], Pupil | None]
"""Path, kind of record, findings, and whose dossier it is."""


class ValidateJob(NamedTuple):
    """Reads and checks files."""

    today: date

    def open(self) -> Callable[[Candidate], Checked]:
        """What handles one file: gives its path, its kind, its findings, and whose dossier it is."""
        from ..records.load import load
        from ..records.same_pupil import pupil_of

        today = self.today

        def handle(candidate: Candidate) -> Checked:
            loaded = load(candidate.path, today=today, named=candidate.named)
            if loaded.kind in ("normenkader", "kaderproeven"):
                from ..norms.library import check_one

                return candidate.path, loaded.kind, [*loaded.findings, *check_one(loaded)], None
            return candidate.path, loaded.kind, loaded.findings, pupil_of(loaded)

        return handle


@dataclass(slots=True)
class Tally:
    """What a run counted."""

    kinds: Counter[str]
    weights: Counter[Severity]
    broken_files: int = 0
    skipped: int = 0
    crashed: bool = False
    interrupted: bool = False


@app.command(cls=DutchCommand)
def validate(
    paths: Paths,
    format: FormatOption = Format.TEXT,
    fail_on: FailOnOption = FailOn.FOUT,
    jobs: JobsOption = 0,
    met_fragmenten: ValuesOption = False,
) -> int:
    """Controleer dossiers, normenkaders en het bestand van het samenwerkingsverband.

    Elke bevinding noemt de plaats, wat er mis is en wat u kunt doen. `bo explain CODE` legt een code uit.
    Er wordt niets veranderd.

    Voorbeelden:

        bo validate dossiers
        bo validate dossiers/L-0417.yaml --format short
    """
    tally = Tally(Counter(), Counter())
    found = _findings(run(ValidateJob(date.today()), discover(paths), jobs), tally)
    if format is Format.JSON:
        from ..findings.render_json import VERSION, as_data

        items = (json.dumps(as_data(one, excerpts=met_fragmenten), ensure_ascii=False) for one in found)
        json_list(items, f'{{"versie": {VERSION}, "bevindingen": [')
    else:
        render = _renderer(format, met_fragmenten)
        write = sys.stdout.write
        for finding in found:
            write(render(finding))
    total = sum(tally.kinds.values())
    if format is Format.TEXT:
        sys.stdout.write(_summary(tally, total))
    if tally.interrupted:
        say(f"bo: onderbroken na {count(total, 'record', 'records')}.")
        return INTERRUPTED
    if tally.crashed:
        return INTERNAL
    if total == 0 and not tally.weights:
        from ..findings.render_text import text

        say(text(reading.NO_RECORDS.at(Place(paths[0]))))
        return NO_RECORDS
    return FINDINGS if any(one.reaches(fail_on.severity) for one in tally.weights) else FINE


def _findings(results: Iterator[object], tally: Tally) -> Iterator[Finding]:
    pupils = Pupils()
    try:
        for result in results:
            if isinstance(result, tuple):
                path, kind, findings, pupil = result
                again = pupils.note(path, pupil)
                if again is not None:
                    findings = [*findings, again]
                if kind is not None:
                    tally.kinds[kind] += 1
                elif not findings:
                    tally.skipped += 1
            elif isinstance(result, Crash):
                tally.crashed = True
                findings = [result.finding]
            else:
                findings = [result]
            if findings:
                tally.broken_files += any(one.severity is Severity.FOUT for one in findings)
                for one in findings:
                    tally.weights[one.severity] += 1
                    yield one
    except KeyboardInterrupt:
        tally.interrupted = True


def _renderer(format: Format, excerpts: bool) -> Callable[[Finding], str]:
    if format is Format.TEXT:
        from ..findings.render_text import text

        paint, columns = painter(), width()
        return lambda one: text(one, paint, columns) + "\n\n"
    if format is Format.SHORT:
        from ..findings.render_short import short

        return lambda one: short(one) + "\n"
    from ..findings.render_json import as_data

    return lambda one: json.dumps(as_data(one, excerpts=excerpts), ensure_ascii=False) + "\n"


def _summary(tally: Tally, total: int) -> str:
    words = [(number, _ONE.get(one, one), _MORE.get(one, one + "s")) for one, number in sorted(tally.kinds.items())]
    kinds = ", ".join(count(*one) for one in words)
    lines = [f"{kinds or 'Geen records'} gelezen."]
    if tally.weights:
        numbers = [(tally.weights[one], one.value, _MORE[one.value]) for one in Severity if tally.weights[one]]
        lines.append(f"{', '.join(count(*one) for one in numbers)} gevonden.")
    elif total:
        norms = "`bo escalate`" if tally.kinds["dossier"] or not tally.kinds["ot"] else "`bo ot check`"
        lines.append(f"Geen fouten gevonden. Of de inhoud aan de normen voldoet, zegt {norms}.")
    if tally.skipped:
        lines.append(f"{count(tally.skipped, 'YAML-bestand', 'YAML-bestanden')} zonder `soort` overgeslagen.")
    return "\n".join(folded(" ".join(lines), width(), "")) + "\n"


_ONE = {"ot": "bijeenkomst van het OT", "instellingen": "bestand met instellingen"}
_MORE = {
    "ot": "bijeenkomsten van het OT",
    "instellingen": "bestanden met instellingen",
    "samenwerkingsverband": "samenwerkingsverbanden",
    "kaderproeven": "bestanden met kaderproeven",
    "kaderherzieningen": "registers van herzieningen",
    "fout": "fouten",
    "waarschuwing": "waarschuwingen",
    "advies": "adviezen",
}
