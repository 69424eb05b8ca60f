"""A form on disk while it is filled in. What somebody wrote in it is never lost, and what nobody did does not stay behind."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import typer

from ...casework.logging.form import without_complaints
from ...casework.logging.texts import read_text
from ...findings.finding import Finding, readable
from .showing import say_folded


@dataclass(slots=True)
class Paper:
    """A form: its file, the text as `bo` made it, and what was read in it last. `done`: what it says is in the dossier."""

    path: str
    made: str
    last: str = field(default="", init=False)
    done: bool = field(default=False, init=False)

    def put(self, text: str) -> None:
        """Write the form; the file may be gone, or be something else by now."""
        with suppress(OSError):
            os.unlink(self.path)
        Path(self.path).touch(mode=0o600)
        Path(self.path).write_text(text, encoding="utf-8")
        self.last = text

    def read(self) -> str | Finding:
        """What stands in it now."""
        got = read_text(self.path)
        if isinstance(got, Finding):
            return got
        self.last = got.text
        return got.text

    def put_away(self) -> None:
        """Remove a form that is done with, or say where it is."""
        there = os.path.lexists(self.path)
        got = read_text(self.path) if there else None
        text = self.last if got is None else "" if isinstance(got, Finding) else got.text
        empty = got is not None and os.path.isfile(self.path) and os.path.getsize(self.path) == 0
        if self.done or empty or without_complaints(text) == without_complaints(self.made):
            with suppress(OSError):
                os.unlink(self.path)
            return
        if not there:
            self.put(self.last)
        say_folded(
            f"Wat u schreef, staat nog in {readable(self.path)}. Daarin staan gegevens van een leerling: gooi het weg als u het "
            "niet meer nodig hebt."
        )


@contextmanager
def paper(kind: str, text: str) -> Iterator[Paper]:
    """A form for the owner only, cleared away or named whatever happens."""
    handle, path = tempfile.mkstemp(prefix=f"bo-{kind}-", suffix=".yaml")
    os.close(handle)
    made = Paper(path, text)
    try:
        made.put(text)
        yield made
    finally:
        made.put_away()


def editor_command() -> list[str]:
    """The program in which the user writes, as $VISUAL or $EDITOR names it. Raises a usage error."""
    words = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "")
    if not words.strip():
        raise typer.BadParameter("zet eerst in EDITOR welk programma u gebruikt om te schrijven.", param_hint="--editor")
    command = _split(words, windows=os.name == "nt")
    program = shutil.which(command[0]) if command else None
    if program is None:
        raise typer.BadParameter("het programma dat in EDITOR staat, is er niet.", param_hint="--editor")
    return [program, *command[1:]]


def _split(words: str, *, windows: bool) -> list[str]:
    """A program with its options; on Windows a path has backslashes, and may have spaces without quotes."""
    if os.path.isfile(words):
        return [words]
    try:
        return [one.strip('"') for one in shlex.split(words, posix=False)] if windows else shlex.split(words)
    except ValueError:
        raise typer.BadParameter("in EDITOR sluit een aanhalingsteken niet.", param_hint="--editor") from None


def opened(command: list[str], path: str) -> None:
    """Wait until the user has closed the editor. Raises a usage error."""
    try:
        code = subprocess.call([*command, path])
    except (OSError, ValueError):
        raise typer.BadParameter("het programma dat in EDITOR staat, is niet te starten.", param_hint="--editor") from None
    if code:
        raise typer.BadParameter("het programma om te schrijven stopte met een fout.", param_hint="--editor")
