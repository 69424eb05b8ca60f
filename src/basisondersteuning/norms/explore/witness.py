"""A witness as a dossier that one can open: what it shows stands at the top."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace

from ...findings.finding import Place, Related
from ...findings.paint import folded
from ...records.tree import Tree
from ...records.write import dump, write_new
from ..library import BUILT_IN
from .judge import SCHOOL
from .report import Exploration, Witness

_LABEL = "een tijdlijn die dit laat zien"


def write_witnesses(report: Exploration, folder: str, first: int = 1) -> int:
    """Write every witness of a frame into a folder of its own below `folder`; gives how many.

    The pupils are numbered from `first`, so that no two files are about the same one. Each finding then points to the
    file that shows it. Raises OSError when a file cannot be written or is there already.
    """
    own = os.path.join(folder, report.frame.code)
    os.makedirs(own, exist_ok=True)
    for number, witness in enumerate(report.witnesses, first):
        path = os.path.join(own, f"{witness.name}.yaml")
        write_new(path, witness_text(witness, report, path, number), private=False)
        report.findings = [
            replace(one, related=(*one.related, Related(Place(path), _LABEL))) if one == witness.finding else one
            for one in report.findings
        ]
    return len(report.witnesses)


def witness_text(witness: Witness, report: Exploration, path: str, number: int) -> str:
    """The dossier with its comment; `path` is where it will stand, `number` tells the pupil from others."""
    room, view, frame = witness.room, witness.view, report.frame
    events = room.judge.trees(view.plan)
    used = set(_words(list(events)))
    people: list[Tree] = [
        {"id": one.id, "naam": one.naam, "rol": list(one.rol) if len(one.rol) > 1 else one.rol[0]}
        for one in room.judge.people.betrokkenen
        if one.id in used
    ]
    pupil: dict[str, Tree] = {"id": f"voorbeeld-{number}", "geboortedatum": f"{room.start.year - 8}-01-01", "groep": "5"}
    record: dict[str, Tree] = {"soort": "dossier", "leerling": pupil, "school": SCHOOL}
    record |= {"betrokkenen": people} if people else {}
    record |= {"tijdlijn": list(events)} if events else {}
    known = frame.code if frame.path.startswith(str(BUILT_IN)) else os.path.normpath(frame.path)
    shows = f"{witness.shows} Gemaakt door `bo kader check` bij het kader {frame.code}; deze leerling bestaat niet."
    lines = [*folded(shows, 118, ""), "", "Bekijk het met:"]
    lines.append(f"  bo escalate {_quoted(path)} --kader {_quoted(known)} --peildatum {witness.day.isoformat()}")
    return "".join(f"# {line}".rstrip() + "\n" for line in lines) + "\n" + dump(record)


def _words(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    else:
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from _words(one)


def _quoted(word: str) -> str:
    """A path as one types it: between quotes where there is a space in it."""
    return f'"{word}"' if re.search(r"\s", word) else word
