"""`bo fix`: mistakes in writing that a program can mend without guessing, mended after showing them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..findings.finding import Finding, Severity, readable
from ..findings.paint import Paint, folded
from ..model.words import count
from .app import FINDINGS, FINE, NO_RECORDS
from .deed import MOST_FILES, YesOption, bounded, not_shown, put, say_all, shown, unified, write_all
from .dutch import DutchCommand
from .options import IgnoreOption, SelectOption
from .pupils import paths_of
from .terminal import painter, say, width

if TYPE_CHECKING:
    from ..records.committing import Write
    from ..records.remedies import Mending, Remedy
    from ..swv.desk.choice import Choice

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def fix(
    paths: Annotated[list[str], typer.Argument(metavar="PAD", help="Bestanden, mappen, of kenmerken van leerlingen.")],
    diff: Annotated[bool, typer.Option("--diff", help="Laat alleen zien wat er zou veranderen; schrijf niets.")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Herstel ook waar bo moet gissen. Kijk daarna elke verandering na.")
    ] = False,
    ja: YesOption = False,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
) -> int:
    """Herstel schrijffouten die zonder gissen te herstellen zijn.

    Een tikfout in een veldnaam, een datum als 3/11/2026, Yes in plaats van ja, een vergeten spatie of aanhalingsteken,
    een bestand dat Windows anders opsloeg. U ziet eerst wat er verandert; pas daarna wordt er geschreven. Al het andere
    in het bestand blijft precies zoals het was. Terugnemen kan met `bo undo`.

    Voorbeelden:

        bo fix dossiers
        bo fix L-0417 --diff
        bo fix dossiers --ja
        bo fix sops --select BO204
        bo fix dossiers/L-0417.yaml --unsafe
    """
    if "-" in paths:
        raise typer.BadParameter("lezen van de standaardinvoer kan hier niet.", param_hint="PAD")
    run = _Run(_choice(select, ignore), unsafe)
    run.read(paths_of(paths))
    if run.files == 0 and not run.unread:
        from ..findings.catalogue import reading
        from ..findings.finding import Place

        say_all([reading.NO_RECORDS.at(Place(paths[0]))])
        return NO_RECORDS
    paint = painter()
    writes = [write for _, write in run.made]
    if diff:
        put(unified(writes, paint))
        if run.unread:
            say_all(run.unread)
        for line in run.rest(width()) if run.left else ():
            say(line)
        return FINDINGS if writes or run.unread else FINE
    put(run.text(paint, width()))
    if run.unread or run.refused:
        say_all([*run.unread, *run.refused])
    question = f"{_mistakes(run.mended)} herstellen in {count(len(writes), 'bestand', 'bestanden')}?"
    written = not writes or write_all(writes, command="bo fix", yes=ja, question=question)
    put(run.rest(width()))
    return FINE if written and not (run.left or run.unread or run.refused) else FINDINGS


def _choice(select: list[str] | None, ignore: list[str] | None) -> Choice:
    from ..swv.desk.choice import Choice, listed, unknown

    chosen, left_out = listed(select or ()), listed(ignore or ())
    for option, words in (("--select", chosen), ("--ignore", left_out)):
        wrong = unknown(words)
        if wrong:
            raise typer.BadParameter(f"de code {wrong[0]} bestaat niet.", param_hint=option)
    return Choice.of(chosen, left_out)


class _Run:
    """All files that were looked at, and what can be done for them."""

    def __init__(self, choice: Choice, unsafe: bool) -> None:
        self.choice = choice
        self.unsafe = unsafe
        self.files = 0
        self.made: list[tuple[Mending, Write]] = []
        self.unread: list[Finding] = []
        self.refused: list[Finding] = []
        self.left: Counter[str] = Counter()
        self.guesses = 0
        self.broken = 0

    @property
    def mended(self) -> int:
        """How many mistakes are mended."""
        return sum(len(one.done) for one, _ in self.made)

    def wanted(self, one: Remedy) -> bool:
        """Whether a remedy is applied."""
        return (one.safe or self.unsafe) and self.choice.keeps(one.finding.code)

    def read(self, paths: list[str]) -> None:
        """Look at every file; one that cannot be read, or that `bo` stumbles over, stops nothing."""
        from ..casework.batch_work import Crash
        from ..records.discover import discover
        from ..records.remedies.file import mend_file

        today = date.today()
        for one in discover(paths):
            if isinstance(one, Finding):
                self.unread.append(one)
                continue
            self.files += 1
            try:
                found = mend_file(one.path, self.wanted, today=today, named=one.named)
            except Exception as error:
                if os.environ.get("BO_DEBUG"):
                    raise
                found = Crash(one.path, error).finding
            if isinstance(found, Finding):
                self.unread.append(found)
            elif found is not None:
                self._take(*found)

    def _take(self, made: Mending, write: Write) -> None:
        if made.data != write.old:
            self.made.append((made, write))
        self.refused += made.refused
        faults = [one.code for one in made.loaded.findings if one.severity is Severity.FOUT and self.choice.keeps(one.code)]
        self.left.update(faults)
        self.broken += bool(faults)
        self.guesses += sum(not one.safe and self.choice.keeps(one.finding.code) for one in made.left)

    def text(self, paint: Paint, columns: int) -> Iterator[str]:
        """Per file what is mended and the lines that change."""
        for made, write in self.made if self.unsafe else self.made[:MOST_FILES]:  # a guess is always shown
            yield paint("bold", readable(write.path))
            for one in sorted(made.done, key=lambda each: each.finding.place.line):
                where = f"regel {one.finding.place.line}: " if one.finding.place.line else ""
                guess = "" if one.safe else " Dit is een gok: kijk het na."
                yield from folded(f"{where}{one.words}{guess} [{one.finding.code}]", columns, "    ", "  ")
            yield from shown(write, paint) if self.unsafe else bounded(shown(write, paint))
            yield ""
        yield from not_shown(0 if self.unsafe else len(self.made), "bo fix --diff")

    def rest(self, columns: int) -> Iterator[str]:
        """What a person still has to do."""
        if not self.left:
            if not self.made and not self.unread:
                yield "Er is niets te herstellen."
            return
        often = sorted(self.left.items(), key=lambda one: (-one[1], one[0]))[:6]
        most = ", ".join(f"{code} {number} keer" if number > 1 else code for code, number in often)
        more = " en meer" if len(self.left) > 6 else ""
        number = sum(self.left.values())
        where = count(self.broken, "bestand", "bestanden")
        yield from folded(
            f"{'Eén fout herstelt' if number == 1 else f'{number} fouten herstelt'} u zelf, in {where}: {most}{more}. "
            "`bo validate` wijst de plaats aan.", columns, ""
        )  # fmt: skip
        if self.guesses and not self.unsafe:
            yield from folded(f"Bij {self.guesses} daarvan kan bo een gok doen; zie die na met --unsafe --diff.", columns, "")


def _mistakes(number: int) -> str:
    return count(number, "schrijffout", "schrijffouten")
