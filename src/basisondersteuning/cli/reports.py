"""Reports beside what goes to the screen: `--out FILE`, as often as wanted, each written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import BinaryIO, NamedTuple

import typer

from ..findings.finding import readable
from .terminal import say

FORMATS = {
    ".html": "html",
    ".xlsx": "xlsx",
    ".csv": "csv",
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".short": "short",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".xml": "junit",
    ".github": "github",
    ".ics": "ics",
}
"""The format that the ending of a file name stands for."""


class Target(NamedTuple):
    """A report to be written: its path, and the name of its format."""

    path: str
    format: str


class Targets(NamedTuple):
    """The reports that can be written, and whether one cannot (which has been said)."""

    usable: list[Target]
    refused: bool


def targets(out: Iterable[str], known: Iterable[str], inputs: Iterable[str], *, force: bool, command: str) -> Targets:
    """What `--out` asks for, looked at before the work begins. An ending without a format in `known` is a usage error.

    What cannot be a report is said at once: a folder, a file that is read as well, one that is there (without `force`).
    """
    read = {os.path.realpath(one) for one in inputs if one != "-"}
    found: list[Target] = []
    refused = False
    for path in out:
        format = _format(path, list(known))
        why = _refusal(path, read, {os.path.realpath(one.path) for one in found}, force)
        if why is None:
            found.append(Target(path, format))
        else:
            refused = True
            say(f"bo {command}: {readable(path)} wordt niet geschreven: {why}")
    return Targets(found, refused)


def _format(path: str, known: list[str]) -> str:
    name = os.path.basename(path).lower()
    ending = next((one for one in sorted(FORMATS, key=len, reverse=True) if name.endswith(one)), None)
    if ending is None or FORMATS[ending] not in known:
        endings = ", ".join(one for one, format in FORMATS.items() if format in known and one.count(".") == 1)
        raise typer.BadParameter(f"laat de naam eindigen op een van {endings}.", param_hint="--out")
    return FORMATS[ending]


def _refusal(path: str, read: set[str], earlier: set[str], force: bool) -> str | None:
    full = os.path.realpath(path)
    if full in earlier:
        return "deze naam staat er al bij."
    if os.path.isdir(path):
        return "het is een map."
    if full in read:
        return "dit bestand wordt zelf gecontroleerd."
    if not os.path.isdir(os.path.dirname(full)):
        return "die map is er niet."
    if os.path.lexists(path) and not os.path.isfile(path):
        return "het is geen gewoon bestand."
    if os.path.lexists(path) and not force:
        return "er is al een bestand met die naam. Kies een andere naam, of overschrijf het met --force."
    return None


def write_report(path: str, write: Callable[[BinaryIO], None], command: str) -> bool:
    """Write one report, and say what became of it. False when it could not be written; then nothing changed there."""
    from ..documents.output.missing import Missing
    from ..records.write import putting, reason

    try:
        with putting(path) as stream:
            write(stream)
    except Missing as error:
        say(f"bo {command}: {readable(path)} is niet gemaakt: {error}")
        return False
    except OSError as error:
        say(f"bo {command}: {readable(path)} is niet te schrijven: {reason(error)}.")
        return False
    say(f"Geschreven: {readable(path)}.")
    return True
