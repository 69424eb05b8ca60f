"""`bo log --editor`: one event as a form in the editor of the user."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import typer

from ...casework.logging.addition import Addition, with_event
from ...casework.logging.event import Misfits, Writer, empty, event_of, missing
from ...casework.logging.form import form, own_comments, read_form, with_complaints
from ...casework.logging.kinds import Kind
from ...findings.catalogue import reading
from ...findings.finding import Finding
from ...records.load import Loaded
from ...records.tree import Tree
from ..app import FINDINGS, FINE
from ..asking import can_ask, confirm
from .afresh import planned, settle
from .paper import editor_command, opened, paper
from .showing import say_folded

if TYPE_CHECKING:
    from ...casework.assess import Assessor
    from .one import How

Plan: TypeAlias = Callable[[Loaded], Addition]


def edited_event(kind: Kind, said: dict[str, list[Tree]], writer: Writer, assessor: Assessor, how: How) -> int:
    """Let the user fill in a form, again until it fits, and go on as after questions. What was typed is never lost."""
    if not can_ask():
        raise typer.BadParameter("kan alleen waar iemand meekijkt; geef anders elk veld als optie.", param_hint="--editor")
    command = editor_command()
    given = {**said, "datum": said.get("datum", ["vandaag"])}
    if kind.fields["id"].required:
        given.setdefault("id", [writer.next_id(kind)])
    text = made = form(kind, given, writer)
    own = own_comments(made)
    with paper(kind.name, made) as sheet:
        while True:
            opened(command, sheet.path)
            filled = sheet.read()
            while filled == text and not confirm("Het formulier is nog niet veranderd. Klaar met schrijven?"):
                pass
            filled = sheet.read()
            if _blank(filled, own):
                say_folded("Het formulier is leeg. Er is niets vastgelegd.")
                return FINE
            wrong = [f"{filled.message}. {filled.remedy}"] if isinstance(filled, Finding) else []
            result = _read(filled, kind, writer, assessor, own) if isinstance(filled, str) else wrong
            if not isinstance(result, list):
                ended = settle(result, writer.loaded, assessor, how, command=f"bo log {kind.name}", said=_written(writer))
                sheet.done = ended.written
                if sheet.done or how.toon or not confirm("Het formulier nog een keer openen?", default=False):
                    return ended.code
                result = []
            elif not _again(result):
                return FINDINGS
            if isinstance(filled, str) or filled.code in _NO_FILE:
                text = with_complaints(filled if isinstance(filled, str) else sheet.last, result)
                sheet.put(text)


_NO_FILE = (reading.NOT_FOUND.code, reading.NOT_A_FILE.code, reading.DEAD_LINK.code)
"""The form is gone: then it is made again of what was read last. What cannot be read is left as it is."""


def _again(complaints: list[str]) -> bool:
    for one in complaints:
        say_folded(f"- {one}")
    return confirm("Het formulier nog een keer openen?")


def _written(writer: Writer) -> str:
    return f"Vastgelegd in het dossier van {writer.dossier.leerling.id}."


def _blank(filled: str | Finding, own: frozenset[str]) -> bool:
    if isinstance(filled, Finding):
        return filled.code == reading.EMPTY.code
    return not any(line.strip() and line.rstrip() not in own for line in filled.splitlines())


def _read(filled: str, kind: Kind, writer: Writer, assessor: Assessor, own: frozenset[str]) -> Plan | list[str]:
    """How it is added, or what is wrong with the form."""
    said, wrong = read_form(filled, kind, own)
    lacking = [f"Vul `{one}` in. {kind.fields[one].description}" for one in missing(kind, said)]
    lacking += ["Er staat nog niets in: vul minstens één veld in."] if empty(kind, said) else []
    if wrong or lacking:
        return [*wrong, *lacking]

    def plan(loaded: Loaded) -> Addition:
        there = Writer(loaded, writer.today, writer.added)
        return with_event(loaded, event_of(kind, said, there), there.added, assessor)

    try:
        done = planned(plan, writer.loaded, assessor)
    except Misfits as error:
        return [f"Bij `{name}`: {unfit}" for name, unfit in error.found.items()]
    if done.new is None and done.findings:
        return [f"{one.message} {one.remedy}" for one in done.findings]
    return plan
