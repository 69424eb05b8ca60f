"""`bo explain`: a finding code, a rule, or how a rule came out for one dossier."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from ..casework.assess import Assessor, Setup, find_swv
from ..findings.catalogue import all_codes, find
from ..findings.code import Code
from ..findings.paint import Paint, folded
from ..model.facts import EVERY_RECORD
from .app import FINE, USAGE
from .dutch import DutchCommand
from .options import DayOption, FrameOption, SwvOption
from .pupils import path_of
from .terminal import is_terminal, painter, say, width

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def explain(
    what: Annotated[
        str,
        typer.Argument(metavar="CODE|DOSSIER", help="Een code zoals BO204 of KNH-1.4, of met --regel een leerling."),
    ],
    regel: Annotated[
        str | None, typer.Option("--regel", metavar="CODE", help="Laat zien hoe deze regel uitkwam in het dossier.")
    ] = None,
    peildatum: DayOption = None,
    kader: FrameOption = None,
    swv: SwvOption = None,
) -> int:
    """Leg uit wat een code betekent, of waarom een regel in een dossier zo uitkwam.

    Voorbeelden:

        bo explain BO204
        bo explain KNH-1.4
        bo explain L-0417 --regel KNH-1.4
    """
    today = date.today()
    if regel is None and (code := find(what)) is not None:
        return _write(_code_lines(code, painter(), width()))
    if regel is not None:
        what = path_of(what)
    paths = [what] if regel is not None else []
    day = peildatum or today
    assessor = Assessor(Setup(day, max(today, day), kader, swv or find_swv(paths), swv is not None), over=EVERY_RECORD)
    if assessor.series is None or not assessor.sound:
        from ..findings.render_text import text

        say("\n\n".join(text(one) for one in assessor.problems))
        return USAGE
    rule_code = regel or what
    versions = list(assessor.series.versions)
    if regel is None and kader is None and not any(rule_code.upper() in map(str.upper, one.by_code) for one in versions):
        versions = assessor.all_versions()  # a rule of another frame can be explained too
    rules = {code: rule for frame in versions for code, rule in frame.by_code.items()}
    rule = next((one for code, one in rules.items() if code.upper() == rule_code.upper()), None)
    if rule is None:
        from ..records.nearmiss import nearest

        meant = nearest(rule_code.upper(), [*rules, *(all_codes() if regel is None else ())])
        if regel is None and os.path.exists(what):
            say("bo explain: dit is een bestand. Noem met --regel de regel die u wilt zien, bijvoorbeeld --regel KNH-1.4.")
            return USAGE
        say(f"bo explain: de code {rule_code} bestaat niet." + (f" Bedoelde u {meant}?" if meant else " Zie `bo kader list`."))
        return USAGE
    if regel is None:
        from ..casework.rule_text import rule_lines

        frame = next(one for one in reversed(versions) if rule.code in one.by_code)
        return _write(rule_lines(rule, frame, painter(), width()))
    return _trace(assessor, what, rule.code)


def _write(lines: Iterator[str]) -> int:
    sys.stdout.write("\n".join(lines) + "\n")
    return FINE


def _code_lines(code: Code, paint: Paint, columns: int) -> Iterator[str]:
    yield paint("bold", f"{code.code} {code.name} ({code.severity.value})")
    yield ""
    yield from folded(f"{code.title}. {code.why}", columns, "")
    yield ""
    yield from folded(f"Wat u doet: {code.remedy}", columns, "")
    from ..findings.gallery import case
    from ..records.remedies.table import MAKERS, mends

    if code.code in MAKERS:
        yield from folded(mends(code.code), columns, "")

    found = case(code.code)
    if found is None:
        return
    for title, text in (
        ("Dit geeft de bevinding:", found.fout),
        ("Zo ziet zij eruit:", found.melding),
        ("Zo is het goed:", found.goed),
    ):
        if text:
            yield ""
            yield paint("bold", title)
            yield ""
            yield from (f"    {line}".rstrip() for line in text.rstrip().split("\n"))


def _trace(assessor: Assessor, path: str, rule: str) -> int:
    from rich.console import Console

    from ..casework.trace_text import TraceTree
    from ..findings.render_text import text
    from ..norms.trace import trace

    assessment, evaluation = assessor.assess_with_evaluation(path)
    verdict = assessment.verdict
    if verdict is None or evaluation is None:
        say("\n\n".join(text(one) for one in assessment.findings))
        return USAGE
    console = Console(width=width(), highlight=False, markup=False, emoji=False, no_color=not is_terminal(sys.stdout))
    prospective = [one for strand in verdict.strands for one in strand.conditions]
    chosen = [one for one in [*verdict.all_activations, *prospective] if one.rule.code == rule]
    drawer = TraceTree(assessment.loaded, verdict)
    if not chosen:
        print(f"{rule}: in dit dossier is er geen aanleiding voor deze regel (peildatum {verdict.peildatum.isoformat()}).")
    for index, one in enumerate(chosen):
        if index:
            console.print()
        console.print(drawer.tree(trace(one, evaluation)))
    return FINE
