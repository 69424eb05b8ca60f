"""`bo log` for one pupil."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from ...casework.logging.addition import Addition, with_event
from ...casework.logging.event import Writer, event_of, missing
from ...casework.logging.kinds import Kind, asked_fields, kind_of, useful_kinds
from ...casework.logging.values import Unfit, pairs
from ...model.kinds import event_models
from ...records.tree import Tree
from ..app import FINE
from ..asking import Choice, Question, ask, can_ask
from .arguments import check_fields
from .showing import agreed, refused, shown, written

if TYPE_CHECKING:
    from ...casework.assess import Assessor
    from ...records.load import Loaded


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
    fill_in(writer, kind, said, asked, how)
    done = with_event(loaded, event_of(kind, said, writer), writer.added, assessor)
    return settle(done, kind, how)


def settle(done: Addition, kind: Kind, how: How) -> int:
    """Show an addition, ask, and write it."""
    shown(done)
    if done.new is None:
        return refused(done)
    doubtful = bool(done.findings)
    if not agreed(ja=how.ja, toon=how.toon, words="Toch zo vastleggen?" if doubtful else "Zo vastleggen?", default=not doubtful):
        return FINE
    return written([done], f"bo log {kind.name}", f"Vastgelegd in het dossier van {done.pupil}.")


def fill_in(writer: Writer, kind: Kind, said: dict[str, list[Tree]], asked: Sequence[str], how: How) -> None:
    """Ask for what is not there yet; without somebody to ask, what must be there is a usage error."""
    lacking = missing(kind, said)
    if not can_ask():
        if "id" in lacking:
            area = next(iter(said.get("vakgebied", ())), None)
            said["id"] = [writer.next_id(kind, area if isinstance(area, str) else None)]
            lacking.remove("id")
        if lacking:
            more = f" Ook nodig: {', '.join(f'--{one}' for one in lacking[1:])}." if lacking[1:] else ""
            raise typer.BadParameter(f"is nodig.{more}", param_hint=f"--{lacking[0]}")
        return
    if not lacking:
        return
    from .prompts import Asking

    asking = Asking(writer, kind, said, asked)
    asking.required(lacking)
    if not how.ja:
        asking.optional()


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
