"""One event for several pupils: what all share, what differs, and whom it concerns."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
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
from .event import Misfits, Writer, empty, event_of
from .kinds import Kind
from .sheet import Cell, Row, cell_finding
from .values import Unfit

_ABSENT = frozenset(("ziek", "afwezig", "absent", "nvt", "nvt.", "n.v.t", "n.v.t.", "niet gemaakt", "-", "\N{EN DASH}"))
"""What a list of results says of somebody who was not there."""


def was_absent(text: str) -> bool:
    """Whether an answer says that there is none for this pupil."""
    return " ".join(text.split()).casefold() in _ABSENT


class Pupil(NamedTuple):
    """A pupil whose dossier can be added to. `first` is the first name, to ask by; empty when the file does not have it."""

    name: str
    loaded: Loaded
    group: int
    first: str = ""


class Broken(NamedTuple):
    """A pupil whose dossier cannot be added to, by the id as far as it can be read, and why."""

    name: str
    finding: Finding


class Concerned(NamedTuple):
    """Whom it concerns. `closed` have a dossier that is closed, `broken` one with mistakes, or two dossiers.

    `findings` says what else is wrong.
    """

    pupils: tuple[Pupil, ...]
    closed: tuple[str, ...]
    broken: tuple[Broken, ...]
    findings: tuple[Finding, ...]


def pupils_in(paths: Sequence[str], *, today: date, group: int | None = None) -> Concerned:
    """The pupils in some files and folders, by id; with `group` only those in it. A pupil with two dossiers is a mistake.

    What is wrong with a dossier of another group is left out; where the group cannot be read it is a warning.
    """
    found: dict[str, Pupil] = {}
    closed: list[str] = []
    broken: list[Broken] = []
    findings: list[Finding] = []
    seen, groups = Pupils(), dict[str, int]()
    for one in discover(paths):
        if isinstance(one, Finding):
            findings.append(one)
            continue
        loaded = load(one.path, today=today, named=one.named)
        mistake = next((each for each in loaded.findings if each.severity is Severity.FOUT), None)
        record = loaded.record
        if mistake is not None:
            if (own := _group_of(loaded)) in (None, group) or group is None:
                unknown = own is None and group is not None
                broken.append(Broken(_named(loaded), replace(mistake, severity=Severity.WAARSCHUWING) if unknown else mistake))
        elif isinstance(record, Dossier):
            name = record.leerling.id
            twice = seen.note(loaded.name, pupil_of(loaded))
            if twice is not None:
                if group in (None, record.leerling.groep, groups.get(name)):
                    broken.append(Broken(name, replace(twice, severity=Severity.FOUT)))
                    found.pop(name, None)
                continue
            groups[name] = record.leerling.groep
            if group in (None, record.leerling.groep):
                if any(isinstance(event, Afsluiting) for event in record.tijdlijn) and not one.named:
                    closed.append(name)
                else:
                    found[name] = Pupil(name, loaded, record.leerling.groep, record.leerling.roepnaam or "")
        elif one.named:
            place = loaded.place(("soort",)) if record is not None else Place(one.path)
            findings.append(reading.WRONG_KIND.at(place, "Dit is geen dossier."))
    return Concerned(tuple(found[name] for name in sorted(found)), tuple(closed), tuple(broken), tuple(findings))


def _named(loaded: Loaded) -> str:
    name = _pupil(loaded).get("id")
    return name if isinstance(name, str) else os.path.splitext(os.path.basename(loaded.name))[0]


def _group_of(loaded: Loaded) -> int | None:
    """The group that a dossier with mistakes names, when that can be read."""
    group = str(_pupil(loaded).get("groep", ""))
    return int(group) if group in "012345678" and len(group) == 1 else None


def _pupil(loaded: Loaded) -> dict[str, Tree]:
    pupil = loaded.document.root.get("leerling") if loaded.document is not None else None
    return pupil if isinstance(pupil, dict) else {}


class Entry(NamedTuple):
    """What is said of one pupil. Of what comes from a list `cells` are the answers, and `place` is where the pupil stands."""

    pupil: Pupil
    own: Mapping[str, Sequence[Tree]]
    cells: Mapping[str, Cell]
    place: Place | None = None


class Listed(NamedTuple):
    """The rows of a list with the pupils they are about. `absent` are those of whom the list says that there is nothing."""

    entries: list[Entry]
    absent: list[str]
    findings: list[Finding]


def entries_of(rows: Sequence[Row], concerned: Concerned, needed: Sequence[str]) -> Listed:
    """What a list says of each pupil. A row in which all that is `needed` is empty, or says ziek or n.v.t., is passed over."""
    by_name = {one.name: one for one in concerned.pupils}
    spelled = _spelled([*by_name, *(one.name for one in concerned.broken)])
    broken = {one.name for one in concerned.broken}
    first: dict[str, Row] = {}
    done = Listed([], [], [])
    for row in rows:
        name = spelled.get(row.pupil.text.casefold(), row.pupil.text)
        if name in first:
            message = f"Deze leerling staat al op regel {first[name].line} van de lijst."
            done.findings.append(replace(codes.LIST_TWICE.at(row.pupil.place, message), subject=name))
            done.entries[:] = [one for one in done.entries if one.pupil.name != name]
            continue
        first[name] = row
        if name in by_name:
            if needed and all(one not in row.cells or was_absent(row.cells[one].text) for one in needed):
                done.absent.append(name)
                continue
            said = {key: [cell.text] for key, cell in row.cells.items()}
            done.entries.append(Entry(by_name[name], said, row.cells, row.pupil.place))
        elif name in broken:
            done.findings.append(cell_finding(codes.LIST_PUPIL, row.pupil, "in het dossier van deze leerling staan fouten."))
        else:
            done.findings.append(cell_finding(codes.LIST_PUPIL, row.pupil))
    return done


def _spelled(names: Collection[str]) -> dict[str, str]:
    """Each id by itself in any case; none of two that differ in case only."""
    found: dict[str, str] = {}
    for one in names:
        key = one.casefold()
        found[key] = "" if found.get(key, one) != one else one
    return {key: one for key, one in found.items() if one}


def added_to(
    entry: Entry, kind: Kind, shared: Mapping[str, Sequence[Tree]], needed: Sequence[str], assessor: Assessor, today: date
) -> Addition | list[Finding]:
    """What is added to the dossier of one pupil, or why nothing can be. `needed` are the fields that may not stay empty."""
    said = {**shared, **entry.own}
    pupil, loaded = entry.pupil.name, entry.pupil.loaded
    writer = Writer(loaded, today)
    lacking = [name for name in needed if name not in said]
    if lacking or empty(kind, said):
        fields = ", ".join(f"`{one}`" for one in lacking)
        message = f"{fields} is voor deze leerling niet ingevuld." if lacking else "Er staat nog niets in."
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
