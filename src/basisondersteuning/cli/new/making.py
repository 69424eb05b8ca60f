"""Show what a new file holds, and write it: never over one that is there, and so that `bo undo` can take it back."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ...findings.finding import Finding, readable
from ...findings.paint import folded
from ...records.above import typed_path
from ..app import FINE, USAGE
from ..asking import can_ask, confirm
from ..terminal import painter, say, width

if TYPE_CHECKING:
    from ...casework.starting.known import Known


class Made(NamedTuple):
    """A new file: where, what is in it, whether only the owner may read it, and what to do with it next.

    `after` is sentences, and commands behind two spaces.
    """

    path: str
    text: str
    private: bool
    after: tuple[str, ...]


def put(command: str, made: Made, *, quiet: bool, folder: bool = False) -> int:
    """Write a new file; gives the exit code. `folder`: the folder is made when it is not there yet.

    At a terminal what is filled in is shown first, and a person says yes; not when `quiet`.
    """
    if made.path == "-":
        sys.stdout.write(made.text)
        return FINE
    shown = typed_path(made.path)
    if is_there(command, made.path):
        return USAGE
    if not quiet and can_ask():
        tell([f"Dit komt in {shown}, met uitleg bij elk veld:", "", *filled_in(made.text), ""])
        if not confirm("Zo maken?"):
            say("Er is niets gemaakt.")
            return FINE
    if wrong := write([made], command=command, folder=folder):
        tell([f"bo {command}: {one}" for one in wrong])
        return USAGE
    sys.stdout.write("".join(f"{one}\n" for one in folded_words([f"{shown} is gemaakt.", *made.after])))
    return FINE


def is_there(command: str, path: str | None) -> bool:
    """Whether a file is there already, and stays: then says so. Asked before the first question that a person answers."""
    if path in (None, "-") or not os.path.lexists(path):
        return False
    tell([f"bo {command}: {typed_path(path)} bestaat al en blijft zoals het is. Kies met --out een andere naam."])
    return True


def write(files: Iterable[Made], *, command: str, folder: bool = False) -> list[str]:
    """Write new files as one deed; what went wrong, in Dutch: then nothing was written, or the words say what was."""
    from ...records.committing import Write, commit
    from ...records.write import reason

    listed = list(files)
    path = ""
    try:
        for one in listed:
            path = one.path
            if folder and os.path.dirname(path):
                os.makedirs(os.path.dirname(path), exist_ok=True)
            elif not os.path.isdir(os.path.dirname(path) or "."):
                raise FileNotFoundError(path)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "die naam kan niet"
        return [f"{typed_path(path)} is niet te schrijven: {why}."]
    writes = [Write(one.path, None, one.text.encode(), one.private) for one in listed]
    return [_told(one) for one in commit(writes, command=f"bo {command}")]


def _told(finding: Finding) -> str:
    return f"{readable(finding.place.file)}: {finding.message} {finding.remedy}".strip()


def tell_of_settings(known: Known) -> None:
    """Say what is wrong with `bo.yaml`: then what stands in it is not used."""
    from ...findings.render_text import text

    for one in known.settings.findings:
        say(text(one, painter(), width()))


def filled_in(text: str) -> list[str]:
    """The lines of a form in which something is filled in, without the explanation behind them."""
    lines: list[str] = []
    for line in text.splitlines():
        kept = line.split("  #")[0].split(" # ")[0].rstrip()
        if not kept or kept.lstrip().startswith("#"):
            continue
        while lines and lines[-1].endswith(":") and _depth(lines[-1]) >= _depth(kept):
            lines.pop()  # a field with nothing in it
        lines.append(kept)
    while lines and lines[-1].endswith(":"):
        lines.pop()
    paint = painter()
    return [paint("green", part) for one in lines for part in _below_itself(one)]


def _below_itself(line: str) -> list[str]:
    """A line of a form, folded so that what goes on stands further in."""
    indent = " " * (_depth(line) + 2)
    return folded(line.strip(), width(), f"{indent}    ", indent)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def tell(lines: Iterable[str]) -> None:
    """Say lines on standard error, folded."""
    say("\n".join(folded_words(lines)))


def folded_words(lines: Iterable[str]) -> list[str]:
    """Sentences folded to the terminal; what begins with spaces, such as a command to copy, stays on its line."""
    return [part for line in lines for part in ([line] if line.startswith("  ") or not line else folded(line, width(), ""))]
