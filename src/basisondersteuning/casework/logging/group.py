"""One event for several pupils: what all share, what differs, and whom it concerns."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ...findings.catalogue import daily as codes
from ...findings.catalogue import reading
from ...findings.finding import Finding, Place, Severity
from ...model.dossier import Dossier
from ...model.events_team import Afsluiting
from ...records.discover import discover
from ...records.load import Loaded, load
from ...records.same_pupil import Pupils, pupil_of
from ...records.tree import Tree
from ..assess import Assessor
from .addition import Addition, with_event
from .event import Misfits, Writer, event_of
from .kinds import Kind
from .sheet import Cell, Row, cell_finding
from .values import Unfit


class Pupil(NamedTuple):
    """A pupil whose dossier can be added to."""

    name: str
    loaded: Loaded
    group: int


class Concerned(NamedTuple):
    """Whom it concerns. `closed` have a dossier that is closed, `broken` one with mistakes, by the id as far as it can be read.

    `findings` says what is wrong; the first mistake of each file.
    """

    pupils: tuple[Pupil, ...]
    closed: tuple[str, ...]
    broken: Mapping[str, Finding]
    findings: tuple[Finding, ...]


def pupils_in(paths: Sequence[str], *, today: date, group: int | None = None) -> Concerned:
    """The pupils in some files and folders, by id; with `group` only those in it. A pupil with two dossiers is a mistake."""
    found: dict[str, Pupil] = {}
    closed: list[str] = []
    broken: dict[str, Finding] = {}
    findings: list[Finding] = []
    seen = Pupils()
    for one in discover(paths):
        if isinstance(one, Finding):
            findings.append(one)
            continue
        loaded = load(one.path, today=today, named=one.named)
        mistake = next((each for each in loaded.findings if each.severity is Severity.FOUT), None)
        record = loaded.record
        if mistake is not None:
            broken[_named(loaded)] = mistake
            findings.append(mistake)
        elif isinstance(record, Dossier):
            twice = seen.note(loaded.name, pupil_of(loaded))
            if twice is not None:
                findings.append(replace(twice, severity=Severity.FOUT))
            elif group is None or record.leerling.groep == group:
                ended = any(isinstance(event, Afsluiting) for event in record.tijdlijn) and not one.named
                if ended:
                    closed.append(record.leerling.id)
                else:
                    found[record.leerling.id] = Pupil(record.leerling.id, loaded, record.leerling.groep)
        elif one.named:
            place = loaded.place(("soort",)) if record is not None else Place(one.path)
            findings.append(reading.WRONG_KIND.at(place, "Dit is geen dossier."))
    return Concerned(tuple(found[name] for name in sorted(found)), tuple(closed), broken, tuple(findings))


def _named(loaded: Loaded) -> str:
    root = loaded.document.root if loaded.document is not None else {}
    pupil = root.get("leerling")
    name = pupil.get("id") if isinstance(pupil, dict) else None
    return name if isinstance(name, str) else os.path.basename(loaded.name)


class Entry(NamedTuple):
    """What is said of one pupil. Of what comes from a list `cells` are the answers, and `place` is where the pupil stands."""

    pupil: Pupil
    own: Mapping[str, Sequence[Tree]]
    cells: Mapping[str, Cell]
    place: Place | None = None


def entries_of(rows: Sequence[Row], pupils: Sequence[Pupil], broken: Mapping[str, Finding]) -> tuple[list[Entry], list[Finding]]:
    """The rows of a list with the pupils they are about, and the findings on those that cannot be used."""
    by_name = {one.name: one for one in pupils}
    first: dict[str, Row] = {}
    found: list[Entry] = []
    findings: list[Finding] = []
    for row in rows:
        name = row.pupil.text
        if name in first:
            message = f"Deze leerling staat al op regel {first[name].line} van de lijst."
            findings.append(replace(codes.LIST_TWICE.at(row.pupil.place, message), subject=name))
            found = [one for one in found if one.pupil.name != name]
            continue
        first[name] = row
        if name in by_name:
            found.append(Entry(by_name[name], {key: [cell.text] for key, cell in row.cells.items()}, row.cells, row.pupil.place))
        elif name in broken:
            findings.append(cell_finding(codes.LIST_PUPIL, row.pupil, "in het dossier van deze leerling staan fouten."))
        else:
            findings.append(cell_finding(codes.LIST_PUPIL, row.pupil))
    return found, findings


def added_to(
    entry: Entry, kind: Kind, shared: Mapping[str, Sequence[Tree]], needed: Sequence[str], assessor: Assessor, today: date
) -> Addition | list[Finding]:
    """What is added to the dossier of one pupil, or why nothing can be. `needed` are the fields that may not stay empty."""
    said = {**shared, **entry.own}
    pupil, loaded = entry.pupil.name, entry.pupil.loaded
    writer = Writer(loaded, today)
    empty = [name for name in needed if name not in said]
    if empty:
        message = f"{'`' + '`, `'.join(empty) + '`'} is voor deze leerling niet ingevuld."
        return [codes.LIST_EMPTY.at(entry.place or loaded.place(("leerling", "id")), message, subject=pupil)]
    if kind.fields["id"].required and "id" not in said:
        area = next(iter(said.get("vakgebied", ())), None)
        said["id"] = [writer.next_id(kind, area if isinstance(area, str) else None)]
    try:
        event = event_of(kind, said, writer)
    except Misfits as error:
        return [_misfit(name, unfit, entry) for name, unfit in error.found.items()]
    return with_event(loaded, event, (), assessor)


def _misfit(name: str, unfit: Unfit, entry: Entry) -> Finding:
    """Where it comes from a list at its cell, else at the people of this dossier."""
    pupil = entry.pupil
    if name in entry.cells:
        return cell_finding(codes.LIST_VALUE, entry.cells[name], str(unfit), pupil.name)
    code = codes.WHO if unfit.person else codes.LIST_VALUE
    place = pupil.loaded.place(("betrokkenen",) if unfit.person else ("leerling", "id"))
    return code.at(place, f"Bij `{name}`: {unfit}", subject=pupil.name)
