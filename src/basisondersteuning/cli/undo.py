"""`bo undo`: take back what `bo` wrote last."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from ..findings.finding import readable
from ..findings.paint import Paint, folded
from ..model.words import count, long_date
from .app import FINDINGS, FINE, USAGE
from .dutch import DutchCommand
from .terminal import painter, say, width

if TYPE_CHECKING:
    from ..findings.finding import Finding
    from ..records.journal import Deed, Entry

app = typer.Typer(add_completion=False)

MOST_FILES, MOST_LINES = 8, 24
"""Of a deed so many files are shown, and of each so many lines of what changes in it."""


@app.command(cls=DutchCommand)
def undo(
    pad: Annotated[
        str,
        typer.Argument(
            metavar="PAD", help="Een map, of een bestand of kenmerk van een leerling: dan alleen de laatste opdracht daarop."
        ),
    ] = ".",
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Zet terug wat u het laatst terugnam.")] = False,
    lijst: Annotated[bool, typer.Option("--lijst", help="Laat zien wat `bo` hier schreef; verandert niets.")] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Neem terug zonder te vragen.")] = False,
) -> int:
    """Neem terug wat `bo` het laatst schreef, zoals een gebeurtenis van `bo log`.

    U ziet eerst welke opdracht het was en wat er verandert. Nog een keer neemt de opdracht daarvóór terug. Is een bestand
    daarna veranderd, dan gebeurt er niets. Wat `bo` schreef, blijft hooguit 60 dagen en 50 opdrachten bewaard in de map .bo
    bij uw bestanden. Die map bevat gegevens van leerlingen.

    Voorbeelden:

        bo undo
        bo undo L-0417
        bo undo --lijst
        bo undo --opnieuw
    """
    from ..casework.pupil_files import files_of
    from ..records.undoing import known, last_done, last_taken_back

    files = files_of(pad)
    if len(files) > 1:
        raise typer.BadParameter(f"er zijn meer bestanden met dit kenmerk: {', '.join(map(readable, files))}.", param_hint="PAD")
    path = files[0]
    folder = path if os.path.isdir(path) else os.path.dirname(path) or "."
    found = known(folder, file=None if os.path.isdir(path) else path)
    if found.findings:
        _say_findings(found.findings)
    if lijst:
        return _show_list(found.deeds)
    deed = last_taken_back(found.deeds) if opnieuw else last_done(found.deeds)
    if deed is None:
        where = " Staan uw bestanden in een andere map? Dan: bo undo MAP" if pad == "." else ""
        say("\n".join(folded(f"bo undo: hier is niets om terug te {'zetten' if opnieuw else 'nemen'}.{where}", width(), "")))
        return USAGE
    return _turn(deed, opnieuw, ja)


def _turn(deed: Deed, again: bool, yes: bool) -> int:
    from ..records.undoing import refusals, turn

    paint, columns = painter(), width()
    lines = [*folded(f"{_headline(deed, paint)}:", columns, ""), ""]
    if refused := refusals(deed, again=again):
        sys.stdout.write("\n".join([*lines, *_changed(deed, again, paint), ""]))
        sys.stdout.flush()
        _say_findings(refused)
        return FINDINGS
    for entry in deed.entries[:MOST_FILES]:
        lines += [*_bounded(_entry_lines(entry, again, paint)), ""]
    if (more := len(deed.entries) - MOST_FILES) > 0:
        lines += [f"  en nog {count(more, 'bestand', 'bestanden')}", ""]
    sys.stdout.write("".join(f"{one}\n" for one in lines))
    sys.stdout.flush()
    if not yes and not _agreed(again):
        return FINE
    if findings := turn(deed, again=again):
        _say_findings(findings)
        return FINDINGS
    words = "Teruggezet." if again else "Teruggenomen. Toch niet? `bo undo --opnieuw` zet het terug."
    sys.stdout.write("\n".join(folded(words, columns, "")) + "\n")
    return FINE


def _agreed(again: bool) -> bool:
    from .asking import can_ask, confirm

    word = "zetten" if again else "nemen"
    if not can_ask():
        raise typer.BadParameter(f"is nodig om iets terug te {word} zonder dat er iemand ja zegt.", param_hint="--ja")
    if confirm(f"Dit terug{word}?"):
        return True
    say("Er is niets veranderd.")
    return False


def _headline(deed: Deed, paint: Paint) -> str:
    return f"{paint('bold', deed.command)}, {_when(deed)}"


def _when(deed: Deed) -> str:
    local = deed.time.astimezone()
    return f"{long_date(local.date())} om {local.hour}:{local.minute:02}"


def _entry_lines(entry: Entry, again: bool, paint: Paint) -> Iterator[str]:
    """What happens to one file."""
    from ..records.difference import difference
    from ..records.undoing import current, shown_path

    name, new = readable(shown_path(entry.path)), entry.after if again else entry.before
    now = current(entry.path)
    if now == new:
        yield f"  {paint('bold', name)}: is al zo"
    elif new is None:
        yield f"  {paint('bold', name)}: gaat weg; het blijft bewaard in de map .bo"
    elif entry.before is None:
        yield f"  {paint('bold', name)}: komt terug"
    else:
        yield f"  {paint('bold', name)}"
        yield from difference(now if isinstance(now, bytes) else b"", new, paint, width())


def _bounded(lines: Iterator[str]) -> Iterator[str]:
    """The first lines, and how many there are besides."""
    yield from islice(lines, MOST_LINES)
    if more := sum(1 for _ in lines):
        yield f"     … nog {count(more, 'regel', 'regels')}"


def _changed(deed: Deed, again: bool, paint: Paint) -> Iterator[str]:
    """What happened to the files of a deed since."""
    from ..records.undoing import shown_path, since

    for entry in deed.entries:
        lines = list(since(entry, again=again, paint=paint, width=width()))
        if lines:
            yield f"  {paint('bold', readable(shown_path(entry.path)))}: daarna veranderd"
            yield from _bounded(iter(lines))


def _show_list(deeds: list[Deed]) -> int:
    """The deeds, the newest first."""
    from ..records.undoing import done, shown_path

    if not deeds:
        say("bo undo: hier staat nog niets wat terug te nemen is.")
        return FINE
    paint, columns = painter(), width()
    for deed in reversed(deeds):
        files = [readable(shown_path(one.path)) for one in deed.entries]
        more = f" en nog {len(files) - 3}" if len(files) > 3 else ""
        state = "" if done(deed) else " (teruggenomen)"
        text = f"{_when(deed)}  {deed.command}{state}: {', '.join(files[:3])}{more}"
        sys.stdout.write("\n".join(folded(text, columns, "    ", "")) + "\n")
    sys.stdout.write(paint("dim", "De bovenste neemt `bo undo` het eerst terug.") + "\n")
    return FINE


def _say_findings(findings: list[Finding]) -> None:
    from ..findings.render_text import text

    say("\n\n".join(text(one, painter(), width()) for one in findings))
