"""What is going to happen to a dossier, as it is shown before somebody says yes; and the yes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import typer

from ...casework.setup import Setup, find_swv
from ...findings.catalogue import reading
from ...findings.finding import Finding, Severity, readable
from ...findings.paint import Paint, folded, no_paint
from ...model.words import long_date
from ..app import FINDINGS, FINE, NO_RECORDS
from ..asking import can_ask, confirm
from ..terminal import painter, say, width

if TYPE_CHECKING:
    from ...casework.assess import Assessor
    from ...casework.logging.addition import Addition
    from ...records.load import Loaded

_NOTHING = "Aan het niveau en aan wat er te doen is, verandert dit niets."


def opened(command: str, paths: list[str], day: date | None, frame: str | None, swv: str | None) -> Assessor | None:
    """What judges the dossiers; None, and said, when nothing can be judged."""
    from ...casework.assess import Assessor

    today = date.today()
    setup = Setup(day or today, max(today, day or today), frame, swv or find_swv(paths), swv is not None)
    assessor = Assessor(setup)
    if not assessor.sound:
        say_all([one for one in assessor.problems if one.severity is Severity.FOUT])
        return None
    if assessor.problems:
        say_all(assessor.problems)
    if assessor.asked_for_another:
        say(f"{command}: op {long_date(setup.peildatum)} geldt {assessor.asked_for_another}.")
    return assessor


def dossier_at(path: str, assessor: Assessor) -> Loaded | int:
    """The dossier in a file; the exit code, and said why, when nothing can be added to it."""
    from ...model.dossier import Dossier
    from ...records.load import load

    if path == "-":
        raise typer.BadParameter("in de standaardinvoer kan niets worden vastgelegd; geef een bestand.", param_hint="DOSSIER")
    loaded = load(path, today=assessor.setup.today)
    if isinstance(loaded.record, Dossier) and loaded.sound:
        return loaded
    if loaded.record is not None and not isinstance(loaded.record, Dossier):
        say_all([reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit is geen dossier.")])
        return FINDINGS
    say_all([one for one in loaded.findings if one.severity is Severity.FOUT][:1])
    if loaded.source is None:
        return NO_RECORDS if any(one.code == reading.NOT_FOUND.code for one in loaded.findings) else FINDINGS
    say_folded(
        f"Er is niets vastgelegd: in dit dossier staat een fout. `bo fix {readable(path)}` herstelt wat veilig te herstellen is; "
        f"`bo validate {readable(path)}` wijst alles aan."
    )
    return FINDINGS


def shown(done: Addition) -> None:
    """Write what is added and what it does, or why it cannot be, to standard output."""
    paint, columns = painter(), width()
    blocks = ["\n".join(_lines(done, paint, columns))]
    blocks += [_finding(one, paint, columns) for one in done.findings]
    sys.stdout.write("\n\n".join(one for one in blocks if one) + "\n\n")
    sys.stdout.flush()


def _lines(done: Addition, paint: Paint, columns: int) -> Iterator[str]:
    if done.new is None:
        return
    from ...casework.effect_text import effect_lines
    from ...records.difference import difference

    yield from folded(paint("bold", f"{_whose(done)} · {readable(done.loaded.name)}"), columns + 8, "  ", "")
    yield ""
    yield from difference(done.old, done.new, paint, columns)
    found, after = done.effect, done.after
    if found is not None and after is not None and after.verdict is not None:
        yield ""
        lines = list(effect_lines(found, after.verdict.peildatum, paint, columns))
        yield from lines or folded(_NOTHING, columns, "    ", "  ")


def _whose(done: Addition) -> str:
    """The id; with the first name and the group where somebody looks along who has to see that it is the right child."""
    from ...model.dossier import Dossier

    record = done.loaded.record
    if not can_ask() or not isinstance(record, Dossier):
        return done.pupil
    return f"{done.pupil} {record.leerling.roepnaam or ''}".rstrip() + f" · groep {record.leerling.groep}"


def agreed(*, ja: bool, toon: bool, words: str = "Zo vastleggen?", default: bool) -> bool:
    """Whether it may be written. Raises a usage error when nobody can say so."""
    if toon:
        say("Er is niets vastgelegd: met --toon ziet u het alleen.")
        return False
    if ja:
        return True
    if not can_ask():
        raise typer.BadParameter("is nodig om iets vast te leggen zonder dat er iemand ja zegt.", param_hint="--ja")
    if confirm(words, default=default):
        return True
    say("Er is niets vastgelegd.")
    return False


def put(additions: Iterable[Addition], command: str) -> list[Finding]:
    """Put the additions on disk as one deed; what went wrong."""
    from ...records.committing import commit

    return commit([one.write for one in additions if one.write is not None], command=command)


def tell_meanwhile(additions: Iterable[Addition], wrong: Sequence[Finding]) -> None:
    """Show what somebody else changed in the files that could not be written for it."""
    from ...records.committing import meanwhile

    for one in additions:
        write = one.write
        if write is not None and any(each.place.file == write.path for each in wrong) and (lines := list(meanwhile(write))):
            say("\n".join(["Dit is intussen veranderd:", *lines, ""]))


def told(additions: Iterable[Addition], wrong: Sequence[Finding], said: str) -> int:
    """Say that it is written, or what went wrong; the exit code."""
    say_all(wrong)
    tell_meanwhile(additions, wrong)
    if any(one.severity is Severity.FOUT for one in wrong):
        return FINDINGS
    sys.stdout.write("\n".join(folded(f"{said} Terugnemen kan met: bo undo", width(), "")) + "\n")
    return FINE


def refused(done: Addition) -> int:
    """Say that nothing was written; where only the file itself is in the way, with the lines to put in by hand."""
    from ...casework.logging.addition import by_hand

    if lines := by_hand(done):
        sys.stdout.write("\n".join(["", "Dit hoort in het dossier:", *(f"    {one}" for one in lines)]) + "\n")
    say("Er is niets vastgelegd.")
    return FINDINGS if done.findings else FINE


def say_all(findings: Sequence[Finding]) -> None:
    """Write findings to standard error."""
    if findings:
        say("\n\n".join(_finding(one, no_paint, width()) for one in findings) + "\n")


def say_first(findings: Sequence[Finding]) -> None:
    """Write the first of many findings to standard error, and how many there are more."""
    say_all(findings[:_MOST])
    if len(findings) > _MOST:
        say_folded(f"… en nog {len(findings) - _MOST}.")


_MOST = 20


def say_folded(text: str) -> None:
    """Write a sentence to standard error, folded."""
    say("\n".join(folded(text, width(), "")))


def _finding(one: Finding, paint: Paint, columns: int) -> str:
    from ...findings.render_text import text

    return text(one, paint, columns)
