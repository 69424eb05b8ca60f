"""The questions of `bo log` for several pupils: what is the same for all, and what differs per pupil."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from ...casework.logging.event import Writer, complaint_about, day_of
from ...casework.logging.field_words import is_prose
from ...casework.logging.group import Entry, Pupil, was_absent
from ...casework.logging.kinds import Kind, asked_fields
from ...model.reflect import FieldSpec
from ...model.words import count, plain, short_date
from ...records.tree import Tree
from ..asking import BACK, Choice, Question, ask, can_ask
from .showing import say_folded

if TYPE_CHECKING:
    from ...casework.assess import Assessor


def ask_shared(
    names: Sequence[str], kind: Kind, said: dict[str, list[Tree]], pupils: Sequence[Pupil], assessor: Assessor
) -> None:
    """Ask for what is the same for all; without somebody to ask it is a usage error."""
    if not names or not pupils:
        return
    if not can_ask():
        more = f" Ook nodig: {', '.join(f'--{one}' for one in names[1:])}." if names[1:] else ""
        raise typer.BadParameter(f"is nodig.{more}", param_hint=f"--{names[0]}")
    from .prompts import Asking

    writers = [Writer(one.loaded, assessor.setup.peildatum) for one in pupils]

    def who(spec: FieldSpec) -> tuple[Choice, ...]:
        """The roles that one person has in every dossier."""
        roles = [[role for one in each.dossier.betrokkenen for role in one.rol] for each in writers]
        fitting = [one for one in dict.fromkeys(roles[0]) if not spec.roles or one in spec.roles]
        return tuple(Choice(one, plain(one)) for one in fitting if all(each.count(one) == 1 for each in roles))

    def fits(name: str, text: str) -> str | None:
        for each in writers:
            if (wrong := complaint_about(kind, said, name, text, each)) is not None:
                return f"Bij {each.dossier.leerling.id}: {wrong}"
        return None

    Asking(writers[0], kind, said, asked_fields(assessor.frame, kind.name), who, fits).required(names)


class Answers(NamedTuple):
    """What was said of each pupil. `stopped`: the person stopped before the last one."""

    entries: list[Entry]
    stopped: bool = False


def ask_each(
    names: Sequence[str],
    kind: Kind,
    said: dict[str, list[Tree]],
    pupils: Sequence[Pupil],
    assessor: Assessor,
    group: int | None,
    before: Sequence[Entry] = (),
) -> Answers:
    """Ask per pupil what differs; a pupil of whom the first answer is left out is passed over.

    A person can go back; `before` is what was said the last time, which Enter keeps. Who stops after some answers does not lose
    these: they are shown, and may be written.
    """
    writers = [Writer(one.loaded, assessor.setup.peildatum) for one in pupils]
    day = day_of(kind, said, writers[0])
    of = f" van {short_date(day)}" if day is not None else ""
    where = f" in groep {group}" if group is not None else ""
    title = f"{plain(kind.name).capitalize()}{of}: {' en '.join(map(plain, names))}"
    whom = count(len(pupils), "leerling", "leerlingen")
    say_folded(f"{title} van {whom}{where}. Enter slaat een leerling over; {BACK} gaat terug naar de vorige.")
    steps = [(number, name) for number in range(len(pupils)) for name in names]
    said_before = {one.pupil.name: {name: str(answers[0]) for name, answers in one.own.items()} for one in before}
    given: list[dict[str, str]] = [said_before.get(one.name, {}) for one in pupils]
    asked: list[int] = []
    at = 0
    try:
        while at < len(steps):
            number, name = steps[at]
            head = f"{number + 1} van {len(pupils)} · {pupils[number].name} {pupils[number].first}".rstrip()
            question = _question(kind, said, name, writers[number], required=name != names[0])
            default = given[number].get(name, "")
            question = question if number == 0 else question._replace(help="")
            answer = ask(question._replace(words=f"{head}: {plain(name)}", default=default, back=bool(asked)))
            if answer == BACK:
                at = asked.pop()
                continue
            asked.append(at)
            given[number].pop(name, None)
            if name == names[0] and (not answer or was_absent(answer)):
                given[number].clear()
                at += len(names)
                continue
            if answer:
                given[number][name] = answer
            at += 1
    except KeyboardInterrupt:
        if steps[at][1] != names[0]:
            given[steps[at][0]].clear()  # half of what is needed
        if not any(given):
            raise
        where = f"{steps[at][0] + 1} van {len(pupils)}"
        say_folded(f"U stopte bij {where}. Wat u al opgaf, staat hieronder; dat kunt u nog vastleggen.")
        return Answers(_entries(pupils, given), stopped=True)
    return Answers(_entries(pupils, given))


def _entries(pupils: Sequence[Pupil], given: Sequence[dict[str, str]]) -> list[Entry]:
    return [
        Entry(pupil, {name: [text] for name, text in one.items()}, {}) for pupil, one in zip(pupils, given, strict=True) if one
    ]


def _question(kind: Kind, said: dict[str, list[Tree]], name: str, writer: Writer, *, required: bool) -> Question:
    spec = kind.fields[name]

    def check(text: str) -> str | None:
        wrong = None if not required and was_absent(text) else complaint_about(kind, said, name, text, writer)
        return f"{wrong[:1].upper()}{wrong[1:]}" if wrong is not None else None

    choices = tuple(Choice(one, plain(one)) for one in spec.values)
    lines = is_prose(kind.model, spec) and not spec.many
    return Question("--csv", "", spec.description, choices, required=required and spec.required, check=check, lines=lines)
