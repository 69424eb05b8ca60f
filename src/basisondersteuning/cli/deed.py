"""What a command would write, shown before it is: the difference of each file, the question, and the writing as one deed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from ..findings.catalogue import editing
from ..findings.finding import readable
from ..findings.paint import Paint, folded
from ..model.words import count
from .terminal import painter, say, width

if TYPE_CHECKING:
    from ..findings.finding import Finding
    from ..records.committing import Write

_BEFORE_WRITING = frozenset(one.code for one in (editing.CHANGED_MEANWHILE, editing.NOT_WRITTEN, editing.BUSY))
"""Refusals of one file, after which nothing of the deed was written."""

MOST_FILES, MOST_LINES = 8, 24
"""So many files are shown before a question, and of each so many lines of what changes in it."""

YesOption = Annotated[bool, typer.Option("--ja", help="Schrijf zonder te vragen.")]


def put(lines: Iterator[str]) -> None:
    """Write lines to standard output."""
    for one in lines:
        sys.stdout.write(f"{one}\n")


def unified(writes: Sequence[Write], paint: Paint) -> Iterator[str]:
    """The differences of files as programs exchange them. What would steer a terminal is written out."""
    for one in writes:
        old, new = _lines(one.old or b""), _lines(one.new)
        name = readable(one.path)
        for line in unified_diff(old, new, f"{name} (nu)", f"{name} (straks)", lineterm=""):
            style = {"+": "green", "-": "red"}.get(line[:1])
            yield paint(style, line) if style and line[:3] not in ("+++", "---") else line


def shown(write: Write, paint: Paint) -> Iterator[str]:
    """The lines of one file that differ, under its name."""
    from ..records.difference import difference

    assert write.old is not None
    yield from difference(write.old, write.new, paint, width())


def bounded(lines: Iterable[str]) -> Iterator[str]:
    """The first lines, and how many there are besides."""
    rest = iter(lines)
    yield from islice(rest, MOST_LINES)
    if more := sum(1 for _ in rest):
        yield f"     … en nog {count(more, 'regel', 'regels')}"


def not_shown(files: int, command: str) -> Iterator[str]:
    """What is said of the files that are not shown, and which `command` shows them all."""
    if (more := files - MOST_FILES) > 0:
        yield from folded(f"… en nog {count(more, 'bestand', 'bestanden')}; `{command}` laat alles zien.", width(), "")
        yield ""


def write_all(writes: Sequence[Write], *, command: str, yes: bool, question: str) -> bool:
    """Ask, unless `yes`, and write all files as one deed. Whether it was written; says what happened."""
    from ..records.committing import commit
    from .asking import can_ask, confirm

    if not yes:
        if not can_ask():
            say(f"{command}: er is niets geschreven. Met --ja wel, zonder te vragen.")
            return False
        sys.stdout.flush()
        if not confirm(question):
            say("Er is niets geschreven.")
            return False
    refused = commit(writes, command=command)
    left_out: list[Finding] = []
    while refused and (rest := _others(writes, refused)):  # one file that cannot be written stops none of the others
        left_out += refused
        writes = rest
        refused = commit(writes, command=command)
    if left_out or refused:
        say_all([*left_out, *refused])
    if refused:
        return False
    say(f"Geschreven: {count(len(writes), 'bestand', 'bestanden')}. Terugnemen kan met `bo undo`.")
    return not left_out


def _others(writes: Sequence[Write], refused: Sequence[Finding]) -> list[Write]:
    """The files that nothing is wrong with, where nothing was written yet; none when that is not sure."""
    names = {one.place.file for one in refused}
    rest = [one for one in writes if one.path not in names]
    certain = all(one.code in _BEFORE_WRITING for one in refused)
    return rest if certain and len(rest) < len(writes) else []


def say_all(findings: Sequence[Finding]) -> None:
    """Say findings on standard error."""
    from ..findings.render_text import text

    say("\n\n".join(text(one, painter(), width()) for one in findings))


def _lines(data: bytes) -> list[str]:
    return [readable(one) for one in data.decode("utf-8-sig", "replace").splitlines()]
