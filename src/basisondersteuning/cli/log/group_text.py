"""What is going to be added for several pupils, as it is shown before somebody says yes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from ...casework.logging.addition import Addition
from ...casework.logging.group import Concerned, Entry
from ...casework.logging.kinds import Kind
from ...findings.finding import Finding
from ...findings.paint import folded
from ...model.dates import parse_date
from ...model.words import count, full_date, level_words, plain
from ...records.editing import Add
from ...records.tree import Tree
from ..terminal import painter, width

_NAMED = 12
"""So many pupils who get nothing are named; of more only the number is."""


class Told(NamedTuple):
    """What is going to be added, and what is wrong; `own` are the fields that differ, `said` is what all share.

    `known` is what was wrong before anything was asked, and was shown then; `absent` had no result in the list.
    """

    kind: Kind
    own: Sequence[str]
    said: Mapping[str, Sequence[Tree]]
    entries: Sequence[Entry]
    additions: Sequence[Addition]
    findings: Sequence[Finding]
    known: Sequence[Finding] = ()
    absent: Sequence[str] = ()

    @property
    def ready(self) -> list[Addition]:
        """What can be written: a dossier that says it already does not get it again."""
        return [one for one in self.additions if one.new is not None and not one.there]

    @property
    def already(self) -> list[Addition]:
        """The pupils whose dossier says this already."""
        return [one for one in self.additions if one.new is not None and one.there]

    def answer(self, pupil: str, name: str) -> str:
        """What was said of one pupil, as it was said."""
        said = next((one.own.get(name, ()) for one in self.entries if one.pupil.name == pupil), ())
        return ", ".join(" ".join(str(one).split()) for one in said)


def preview(told: Told) -> None:
    """Write what all get, once, and below it the pupils with what differs."""
    ready = told.ready
    if not ready:
        return
    paint, columns = painter(), width()
    title = f"{told.kind.name} voor {count(len(ready), 'leerling', 'leerlingen')}"
    lines = [paint("bold", title[:1].upper() + title[1:]), ""]
    shared = list(_shared(told))
    size = max((len(name) for name, _ in shared), default=0)
    lines += [row for name, words in shared for row in folded(words, columns, " " * (size + 4), f"  {name:<{size}}  ")]
    lines += [""] if shared else []
    lines += [row for one in ready for row in folded(_row(one, told), columns, "      ", "  ")]
    sys.stdout.write("\n".join([*lines, ""]) + "\n")
    sys.stdout.flush()


def _shared(told: Told) -> Iterator[tuple[str, str]]:
    """The fields that are not asked per pupil: as they will stand in the file, or as they were said where that differs."""
    events = [one.item for done in told.ready for one in done.changes if isinstance(one, Add) and one.path == ("tijdlijn",)]
    for name in told.kind.fields:
        if name in told.own or name not in told.said:
            continue
        values = [one.get(name, "") for one in events if isinstance(one, dict)]
        same = all(_day(one) == _day(values[0]) for one in values)
        day = _day(values[0])
        words = full_date(day) if isinstance(day, date) else _words(values[0])
        yield name, words if same else _words(list(told.said[name]))


def _day(value: Tree) -> object:
    """A day whichever way a file writes it; any other value as it is."""
    with suppress(ValueError):
        return parse_date(value) if isinstance(value, str) else value
    return value


def _words(value: Tree) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_words(one)}" for name, one in value.items())
    return ", ".join(_words(one) for one in value) if isinstance(value, list) else " ".join(str(value).split())


def _row(one: Addition, told: Told) -> str:
    """One pupil on a line: what differs, and what it does."""
    parts = [f"{name}: {told.answer(one.pupil, name)}" for name in told.own if told.answer(one.pupil, name)]
    found = one.effect
    if found is not None:
        parts += [
            f"{plain(each.strand)}: van {level_words(each.before.supported)} naar {level_words(each.after.supported)}"
            for each in found.levels
            if each.before.supported != each.after.supported
        ]
        done = len(found.met) + len(found.lapsed)
        parts += [f"{done} gedaan"] if done else []
        parts += [f"{len(found.born)} nieuw te doen"] if found.born else []
    return f"{one.pupil}  {' · '.join(parts)}".rstrip()


def total(told: Told, concerned: Concerned, *, listed: bool, narrowed: bool) -> None:
    """Write how many pupils get it, and who do not and why. `listed`: it comes from a list; `narrowed`: a group was named."""
    reached = {one.pupil for one in told.additions if one.new is not None}
    parts = [f"{count(len(told.ready), 'leerling', 'leerlingen')} erbij"]
    already = len(told.already)
    parts += [f"bij {already} stond het er al"] if already else []
    named = {one.pupil.name for one in told.entries}
    failed = len(named - reached)
    parts += [f"{failed} niet"] if failed else []
    parts += [f"zonder resultaat: {_who(told.absent)}"] if told.absent else []
    others = [one.name for one in concerned.pupils if one.name not in named and one.name not in told.absent]
    if others and (narrowed or not listed):
        parts += [f"{'niet in de lijst' if listed else 'overgeslagen'}: {_who(others)}"]
    closed = len(concerned.closed)
    parts += [f"{count(closed, 'gesloten dossier', 'gesloten dossiers')} overgeslagen"] if closed else []
    sys.stdout.write("\n".join(folded(f"{', '.join(parts)}.", width(), "")) + "\n")
    sys.stdout.flush()


def _who(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= _NAMED else str(len(names))
