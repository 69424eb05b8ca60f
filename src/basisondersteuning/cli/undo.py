"""`bo undo`: take back what `bo` wrote last."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..findings.finding import readable
from ..findings.paint import folded
from ..model.words import count
from .app import FINDINGS, FINE, USAGE
from .dutch import DutchCommand
from .terminal import painter, say, width

if TYPE_CHECKING:
    from ..findings.finding import Finding
    from ..records.standing import Turn

app = typer.Typer(add_completion=False)


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
    wat_kan: Annotated[
        bool, typer.Option("--wat-kan", help="Is een bestand daarna veranderd? Neem dan de andere wel terug.")
    ] = False,
) -> int:
    """Neem terug wat `bo` het laatst schreef, zoals een gebeurtenis van `bo log`.

    U ziet eerst welke opdracht het was en wat er verandert. Nog een keer neemt de opdracht daarvóór terug. Noemt u een bestand
    of een leerling, dan gaat alleen dat bestand terug, ook als de opdracht er meer schreef. Een bestand dat daarna veranderd
    is, blijft zoals het is. Wat `bo` schreef, blijft hooguit 60 dagen en 50 opdrachten bewaard in het journaal: de map .bo bij
    uw bestanden. Daar staan gegevens van leerlingen in. Wie in dezelfde map werkt, heeft een eigen journaal.

    Voorbeelden:

        bo undo
        bo undo L-0417
        bo undo --lijst
        bo undo --opnieuw
    """
    from ..casework.pupil_files import files_of
    from ..records.standing import next_again, next_back, standing
    from ..records.undoing import known

    files = files_of(pad)
    if len(files) > 1:
        raise typer.BadParameter(f"er zijn meer bestanden met dit kenmerk: {', '.join(map(readable, files))}.", param_hint="PAD")
    folder, file = _meant(files[0])
    found = known(folder)
    if found.findings:
        _say_findings(found.findings)
    listed = standing(found.deeds)
    if lijst:
        from .undo_list import show_list

        return show_list(listed, file)
    turn = (next_again if opnieuw else next_back)(listed, file)
    if turn is None:
        where = " Staan uw bestanden in een andere map? Dan: bo undo MAP" if pad == "." else ""
        say("\n".join(folded(f"bo undo: hier is niets om terug te {'zetten' if opnieuw else 'nemen'}.{where}", width(), "")))
        return USAGE
    if ja and file is None and (home := _elsewhere(turn, folder)):
        say("\n".join(folded(f"bo undo: deze opdracht was in een andere map: {readable(home)}. Geef daar: bo undo", width(), "")))
        return USAGE
    return _take(turn, yes=ja, possible=wat_kan)


def _meant(path: str) -> tuple[str, str | None]:
    """The folder to look in, and the real path of the one file that is meant; None for a folder.

    The file of a pupil may be gone: then it is found by its name among what `bo` wrote.
    """
    from ..records.standing import named
    from ..records.undoing import known

    if os.path.isdir(path):
        return path, None
    folder, name = os.path.split(path)
    if not folder and not os.path.lexists(path) and (file := named(known(".").deeds, name)) is not None:
        return ".", file
    return folder or ".", os.path.realpath(path)


def _elsewhere(turn: Turn, folder: str) -> str:
    """The folder of the files, when none of them is in the folder one works in."""
    here = os.path.join(os.path.realpath(folder), "")
    if any(one.path.startswith(here) for one in turn.entries):
        return ""
    return os.path.dirname(turn.entries[0].path)


def _take(turn: Turn, *, yes: bool, possible: bool) -> int:
    from ..records.undoing import current, refusal, take_turn
    from .asking import can_ask
    from .undo_text import changed_since, headline, what_happens

    paint = painter()
    looked = [(one, refusal(one, again=turn.again, gone=not yes)) for one in turn.entries]
    refused = [finding for _, finding in looked if finding is not None]
    good = turn._replace(entries=tuple(one for one, finding in looked if finding is None))
    _put([*headline(turn, paint), ""])
    _put(what_happens(good, paint))
    if refused:
        _put(changed_since(turn._replace(entries=tuple(one for one, finding in looked if finding)), paint))
        _say_findings(refused)
        if not good.entries:
            return FINDINGS
        if not possible and (yes or not can_ask()):
            say("\n".join(folded(f"Er is niets veranderd. {_others(good)} wel? Dan: bo undo --wat-kan", width(), "")))
            return FINDINGS
    if not yes and not _agreed(good, partly=len(good.entries) < len(turn.deed.entries), refused=bool(refused)):
        return FINE
    gone = [one for one in good.entries if not yes and current(one.path) is None]
    if findings := take_turn(good, gone=gone):
        _say_findings(findings)
        return FINDINGS
    number = f" in {count(len(good.entries), 'bestand', 'bestanden')}" if len(turn.deed.entries) > 1 else ""
    words = f"Teruggezet{number}." if turn.again else f"Teruggenomen{number}. Toch niet? `bo undo --opnieuw` zet het terug."
    _put(folded(words, width(), ""))
    return FINDINGS if refused and yes else FINE


def _others(turn: Turn) -> str:
    number = len(turn.entries)
    return "Het andere bestand" if number == 1 else f"De {number} andere bestanden"


def _agreed(turn: Turn, *, partly: bool, refused: bool) -> bool:
    from .asking import can_ask, confirm

    word = "zetten" if turn.again else "nemen"
    if not can_ask():
        raise typer.BadParameter(f"is nodig om iets terug te {word} zonder dat er iemand ja zegt.", param_hint="--ja")
    what = f"{_others(turn)} wel" if refused else "Alleen dit" if partly and len(turn.entries) == 1 else "Dit"
    if confirm(f"{what} terug{word}?"):
        return True
    say("Er is niets veranderd.")
    return False


def _put(lines: list[str]) -> None:
    sys.stdout.write("".join(f"{one}\n" for one in lines))
    sys.stdout.flush()


def _say_findings(findings: list[Finding]) -> None:
    from ..findings.render_text import text
    from .undo_text import MOST_FILES

    blocks = [text(one, painter(), width()) for one in findings[:MOST_FILES]]
    if (more := len(findings) - MOST_FILES) > 0:
        blocks.append(f"… en nog {count(more, 'bevinding', 'bevindingen')}")
    say("\n\n".join(blocks))
