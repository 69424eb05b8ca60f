"""`bo log` for one pupil."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from ...casework.logging.addition import Addition, with_event
from ...casework.logging.event import Misfits, Writer, empty, event_of, missing
from ...casework.logging.kinds import Kind, asked_fields, kind_of, useful_kinds
from ...casework.logging.values import Unfit, pairs
from ...model.kinds import event_models
from ...records.tree import Tree
from ..asking import Choice, Question, ask, can_ask
from .afresh import settle
from .arguments import check_fields

if TYPE_CHECKING:
    from ...casework.assess import Assessor
    from ...records.load import Loaded
    from .prompts import Asking


class How(NamedTuple):
    """What the user said besides the fields."""

    people: Sequence[str]
    editor: bool
    ja: bool
    toon: bool


def log_one(loaded: Loaded, kind: Kind | None, said: dict[str, list[Tree]], how: How, assessor: Assessor) -> int:
    """Add one event to one dossier; the exit code."""
    writer = Writer(loaded, assessor.setup.peildatum)
    add_people(writer, how.people)
    kind = kind or ask_kind(loaded, assessor)
    check_fields(kind, said, writer)
    asked = asked_fields(assessor.frame, kind.name)
    if how.editor:
        from .editor import edited_event

        return edited_event(kind, said, writer, assessor, how)
    asking = fill_in(writer, kind, said, asked, how)
    if options := empty(kind, said):
        names = ", ".join(f"--{one}" for one in options[1:])
        raise typer.BadParameter(f"er staat nog niets in; geef dit, of een van {names}.", param_hint=f"--{options[0]}")

    def plan(there: Loaded) -> Addition:
        own = Writer(there, writer.today, writer.added)
        return with_event(there, event_of(kind, said, own), own.added, assessor)

    words = f"Vastgelegd in het dossier van {writer.dossier.leerling.id}."
    try:
        while True:
            ended = settle(plan, loaded, assessor, how, command=f"bo log {kind.name}", said=words)
            if ended.written or asking is None or how.toon or how.ja or not asking.mend():
                return ended.code
    except Misfits as error:  # it did fit: somebody changed who and what is in this dossier
        name, unfit = next(iter(error.found.items()))
        raise typer.BadParameter(str(unfit), param_hint=f"--{name}") from None


def fill_in(writer: Writer, kind: Kind, said: dict[str, list[Tree]], asked: Sequence[str], how: How) -> Asking | None:
    """Ask for what is not there yet, and give who asked; without somebody to ask, what must be there is a usage error."""
    lacking = missing(kind, said)
    if not can_ask():
        if "id" in lacking:
            area = next(iter(said.get("vakgebied", ())), None)
            said["id"] = [writer.next_id(kind, area if isinstance(area, str) else None)]
            lacking.remove("id")
        if lacking:
            more = f" Ook nodig: {', '.join(f'--{one}' for one in lacking[1:])}." if lacking[1:] else ""
            raise typer.BadParameter(f"is nodig.{more}", param_hint=f"--{lacking[0]}")
        return None
    if not lacking and not empty(kind, said):
        return None
    from .prompts import Asking

    asking = Asking(writer, kind, said, asked)
    asking.required(lacking)
    asking.looked_at()
    if not how.ja or empty(kind, said):
        asking.optional()
    return asking


def ask_kind(loaded: Loaded, assessor: Assessor) -> Kind:
    """Which kind of event; the most useful first."""
    from ...model.dossier import Dossier

    record = loaded.record
    assert isinstance(record, Dossier)
    kinds = useful_kinds(assessor.judge(loaded).verdict, record)
    models = event_models()
    choices = tuple(Choice(one, Kind(one, models[one]).description) for one in kinds)
    word = ask(Question("SOORT", "Wat wilt u vastleggen?", "Wat dit dossier nu vraagt, staat bovenaan.", choices=choices))
    kind = kind_of(word)
    assert kind is not None
    return kind


def add_people(writer: Writer, people: Sequence[str]) -> None:
    """Who comes under `betrokkenen`; a usage error for who cannot be read."""
    for one in people:
        try:
            writer.add_person(pairs(one))
        except Unfit as error:
            raise typer.BadParameter(str(error), param_hint="--betrokkene") from None
