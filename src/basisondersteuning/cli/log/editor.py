"""`bo log --editor`: one event as a form in the editor of the user."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ...casework.logging.addition import Addition, with_event
from ...casework.logging.event import Misfits, Writer, event_of, missing
from ...casework.logging.form import form, read_form, with_complaints
from ...casework.logging.kinds import Kind
from ...findings.finding import readable
from ...records.tree import Tree
from ..app import FINDINGS, FINE
from ..asking import can_ask, confirm
from .showing import say_folded

if TYPE_CHECKING:
    from ...casework.assess import Assessor
    from .one import How


def edited_event(kind: Kind, said: dict[str, list[Tree]], writer: Writer, assessor: Assessor, how: How) -> int:
    """Let the user fill in a form, again until it fits, and go on as after questions. What was typed is never lost."""
    if not can_ask():
        raise typer.BadParameter("kan alleen waar iemand meekijkt; geef anders elk veld als optie.", param_hint="--editor")
    from .one import settle

    given = {**said, "datum": said.get("datum", ["vandaag"])}
    if kind.fields["id"].required:
        given.setdefault("id", [writer.next_id(kind)])
    text = form(kind, given, writer)
    handle, path = tempfile.mkstemp(prefix=f"bo-{kind.name}-", suffix=".yaml")  # for the owner only
    os.close(handle)
    while True:
        Path(path).write_text(text, encoding="utf-8")
        _open(path)
        filled = Path(path).read_text(encoding="utf-8-sig", errors="replace")
        if not any(line.strip() and not line.startswith("#") for line in filled.splitlines()):
            os.unlink(path)
            say_folded("Het formulier is leeg. Er is niets vastgelegd.")
            return FINE
        result = _read(filled, kind, writer, assessor)
        if isinstance(result, Addition):
            code = settle(result, kind, how)
            if Path(result.loaded.name).read_bytes() == result.new:
                os.unlink(path)
                return code
            return _kept(path, code)
        for one in result:
            say_folded(f"- {one}")
        text = with_complaints(filled, result)
        if not confirm("Het formulier nog een keer openen?"):
            return _kept(path, FINDINGS)


def _read(filled: str, kind: Kind, writer: Writer, assessor: Assessor) -> Addition | list[str]:
    """What is added, or what is wrong with the form."""
    said, wrong = read_form(filled, kind)
    lacking = [f"Vul `{one}` in. {kind.fields[one].description}" for one in missing(kind, said)]
    if wrong or lacking:
        return [*wrong, *lacking]
    try:
        event = event_of(kind, said, writer)
    except Misfits as error:
        return [f"Bij `{name}`: {unfit}" for name, unfit in error.found.items()]
    done = with_event(writer.loaded, event, writer.added, assessor)
    if done.new is None and done.findings:
        return [f"{one.message} {one.remedy}" for one in done.findings]
    return done


def _open(path: str) -> None:
    """Wait until the user has closed the editor."""
    words = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "")
    if not words:
        raise typer.BadParameter("zet eerst in EDITOR welk programma u gebruikt om te schrijven.", param_hint="--editor")
    command = words.split() if os.name == "nt" else shlex.split(words)
    if os.name == "nt" and os.path.exists(words):  # a path with spaces
        command = [words]
    try:
        code = subprocess.call([*command, path])
    except OSError:
        raise typer.BadParameter("het programma dat in EDITOR staat, is er niet.", param_hint="--editor") from None
    if code:
        raise typer.BadParameter(
            f"het programma om te schrijven stopte met een fout. {_WHERE} {readable(path)}", param_hint="--editor"
        )


_WHERE = "Wat u schreef, staat nog in"


def _kept(path: str, code: int) -> int:
    say_folded(f"{_WHERE} {readable(path)}. Daarin staan gegevens van een leerling: gooi het weg als u het niet meer nodig hebt.")
    return code
