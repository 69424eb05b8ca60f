"""Files of DUO together: counts of the schools of a samenwerkingsverband, their sums, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ...findings.catalogue import desk as codes
from ...findings.finding import Finding, Place, readable
from ...model.counts import Aantal
from .counting import Counted, Group, Wanted, count_file, layout_of
from .layouts import folded


@dataclass(slots=True)
class Count:
    """A number of pupils as the record gets it; `area` is its `gebied`, `source` the file it comes from."""

    area: str
    group: Group
    number: Aantal
    source: str


@dataclass(slots=True)
class Brought:
    """What some files gave together. `files` is in the order given; of a file with a mistake nothing is in `counts`."""

    files: list[Counted] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    schools: frozenset[str] | None = None

    @property
    def days(self) -> list[date]:
        """The days that were counted, in order."""
        return sorted({one.group.day for one in self.counts})


def bring(paths: list[str], wanted: Wanted) -> Brought:
    """Read and count every file. A list of schools among them takes the place of the schools in `wanted`."""
    found = Brought(schools=wanted.schools)
    kinds = [layout_of(path, wanted.own) for path in paths]
    lists = {path: count_file(path, wanted) for path, kind in zip(paths, kinds, strict=True) if kind == "scholen"}
    members = frozenset(code for one in lists.values() for code in one.members)
    if members:
        found.schools = members
        wanted = wanted._replace(schools=members)
    for path in paths:
        found.files.append(lists.get(path) or count_file(path, wanted))
    _gather([one for one in found.files if one.sound], found)
    for one in found.files:
        if one.sound and one.layout is not None and one.layout.kind != "leerlingen_po":
            seen = one.paid if one.layout.kind == "so_vso" else one.members
            if not seen:
                one.findings.append(codes.DUO_NO_PAYER.at(Place(one.path, 1, 1)))
    found.findings = sorted((finding for one in found.files for finding in one.findings), key=lambda one: one.sort_key)
    return found


def absent_columns(found: Brought, own: dict[str, str]) -> list[str]:
    """The roles for which the user named a column that none of the files has; none when no file could be read."""
    names = {name for one in found.files for name in one.names}
    return [role for role, name in own.items() if names and folded(name) not in names]


def _gather(files: list[Counted], found: Brought) -> None:
    """Every group once: of two files with the same one the first counts."""
    known: dict[tuple[str, Group], Counted] = {}
    for one in files:
        sums = {**_sums(one, found), **one.paid}
        areas = (("landelijk", one.national), ("samenwerkingsverband", sums), ("school", one.per_school))
        groups = {(area, group): number for area, numbers in areas for group, number in numbers.items()}
        again = next((known[key] for key in groups if key in known), None)
        if again is not None:
            message = f"Dezelfde telling staat ook in {readable(again.path)}. Dit bestand telt niet mee."
            remedy = "Geef een van de twee bestanden. Is het ene voorlopig en het andere definitief, kies dan het definitieve."
            one.findings.append(codes.DUO_SAME_ROW.at(Place(one.path, 1, 1), message, remedy=remedy))
            continue
        known |= dict.fromkeys(groups, one)
        found.counts += [Count(area, group, number, one.path) for (area, group), number in groups.items()]
    order = ("landelijk", "samenwerkingsverband", "school")
    found.counts.sort(key=lambda one: (order.index(one.area), one.group.code, *one.group[:3], one.group.cluster or ""))


def _sums(one: Counted, found: Brought) -> dict[Group, Aantal]:
    """Pupils in bao and sbo of all schools of the samenwerkingsverband; special education counts by who pays for it."""
    if found.schools is None:
        return {}
    made: dict[Group, Aantal] = {}
    for day in sorted(one.days) if one.per_school or one.present else []:
        absent = sorted(found.schools - one.present.get(day, set()))
        if absent:
            share = f"{len(absent)} van de {len(found.schools)} scholen"
            listed = ", ".join(absent[:8]) + (" …" if len(absent) > 8 else "")
            one.findings.append(codes.DUO_SCHOOL_ABSENT.at(Place(one.path, 1, 1), f"Niet in dit bestand: {share} ({listed})."))
            continue
        for group, number in one.per_school.items():
            if group.day == day and group.education != "so":
                one.add(made, Group(day, "", group.education), number)
    return made
