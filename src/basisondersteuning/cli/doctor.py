"""`bo doctor`: whether this computer and this folder are in order, and how to mend what is not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from ..casework.doctor.check import Check, State
from ..findings.paint import Paint, folded
from ..model.words import count
from .app import FINDINGS, FINE
from .dutch import DutchCommand
from .kader.common import ListFormat, ListFormatOption, write_json
from .terminal import painter, width

app = typer.Typer(add_completion=False)

_SIGNS = {State.GOED: ("✓", "green"), State.INFO: ("·", "dim"), State.LET_OP: ("!", "yellow"), State.MIS: ("✗", "red")}
_WORDS = {State.LET_OP: " (let op)", State.MIS: " (herstel dit)"}
"""What stands behind the name, so that nothing depends on a sign or a colour alone."""


@app.command(cls=DutchCommand)
def doctor(
    folder: Annotated[str, typer.Argument(metavar="MAP", help="De map van uw school [anders: de map waarin u staat].")] = ".",
    format: ListFormatOption = ListFormat.TEXT,
    leeg_cache: Annotated[
        bool, typer.Option("--leeg-cache", help="Gooi de bewaarde uitkomsten weg; bo maakt ze vanzelf opnieuw.")
    ] = False,
) -> int:
    """Kijk of alles op deze computer en in deze map in orde is, en hoe u het herstelt.

    bo kijkt naar zichzelf, naar wat er geïnstalleerd is, naar het venster waarin u typt, en naar de map: de
    instellingen, wie erbij kan, en of u terug kunt. Er wordt niets veranderd, en er gaat niets het internet op.

    Voorbeelden:

        bo doctor
        bo doctor --leeg-cache
        bo doctor --format json
    """
    if leeg_cache:
        return _clear()
    checks = list(_checks(folder, date.today()))
    wrong = sum(one.state is State.MIS for one in checks)
    if format is ListFormat.JSON:
        rows = [{"onderdeel": one.name, "staat": one.state.value, "tekst": one.words, "herstel": one.remedy} for one in checks]
        write_json({"onderdelen": rows, "in_orde": not wrong})
    else:
        sys.stdout.write("\n".join(_lines(checks, painter(), width())) + "\n")
    return FINDINGS if wrong else FINE


def _checks(folder: str, today: date) -> Iterator[Check]:
    from ..casework.doctor.computer import computer_checks
    from ..casework.doctor.folder import folder_checks
    from .doctor_terminal import paper_checks, terminal_checks

    yield from computer_checks()
    yield from paper_checks()
    yield from terminal_checks()
    yield from folder_checks(folder, today)


def _lines(checks: list[Check], paint: Paint, columns: int) -> Iterator[str]:
    for one in checks:
        sign, style = _SIGNS[one.state]
        text = f"{one.name.capitalize()}{_WORDS.get(one.state, '')}: {one.words}"
        first, *rest = folded(text, columns - 4, "")
        yield f"  {paint(style, sign)} {first}"
        yield from (f"    {line}" for line in rest)
        if one.remedy:
            yield from folded(one.remedy, columns, "      ", "    → ")
    yield ""
    wrong = sum(one.state is State.MIS for one in checks)
    attention = sum(one.state is State.LET_OP for one in checks)
    if wrong:
        summary = f"{count(wrong, 'punt moet', 'punten moeten')} hersteld worden."
    elif attention:
        summary = f"bo kan werken; {count(attention, 'punt verdient', 'punten verdienen')} aandacht."
    else:
        summary = "Alles is in orde."
    yield from folded(summary, columns, "")


def _clear() -> int:
    from ..casework.doctor.computer import clear_cache

    gone, stuck = clear_cache()
    size = f"{gone / 1_000_000:.1f} MB".replace(".", ",")
    words = f"Weggegooid: {size} aan bewaarde uitkomsten. bo maakt ze vanzelf opnieuw." if gone else "Er was niets bewaard."
    if stuck:
        words += f" {count(stuck, 'bestand is', 'bestanden zijn')} in gebruik en {'bleef' if stuck == 1 else 'bleven'} staan."
    sys.stdout.write("\n".join(folded(words, width(), "")) + "\n")
    return FINE
