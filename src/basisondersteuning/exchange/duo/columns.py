"""Which layout a file has, and in which of its columns everything stands."""

from __future__ import annotations

from typing import NamedTuple

from ...findings.catalogue import desk as codes
from ...findings.finding import Finding, readable
from ...records.nearmiss import nearest
from .layouts import AGES, LAYOUTS, Column, Layout, folded
from .table import Row, Table

_MOST_NAMES = 12


class Found(NamedTuple):
    """The layout of a file, and for each role the number of its column, from 0."""

    layout: Layout
    places: dict[str, int]

    def cell(self, row: Row, role: str) -> str | None:
        """What stands in a row under a role; None when the file has no such column."""
        place = self.places.get(role)
        return None if place is None else row.cells[place].strip()


def recognise(table: Table, header: Row, own: dict[str, str]) -> Found | list[Finding]:
    """The layout of a file by its header; `own` names the column for a role where the user said so."""
    names = [folded(one) for one in header.cells]
    twice = [
        codes.DUO_SAME_COLUMN.at(table.place(header, index)) for index, name in enumerate(names) if name and name in names[:index]
    ]
    if twice:
        return twice
    given = {role: folded(name) for role, name in own.items()}
    layout = _layout(names, given)
    if layout is None:
        return [_unknown(table, header)]
    places: dict[str, int] = {}
    for column in layout.columns:
        known = (given[column.role],) if given.get(column.role) in names else column.names
        place = next((names.index(one) for one in known if one in names), None)
        if place is not None:
            places[column.role] = place
    missing = [column for column in layout.columns if column.needed and column.role not in places]
    return [_missing(table, header, layout, missing)] if missing else Found(layout, places)


def _layout(names: list[str], given: dict[str, str]) -> Layout | None:
    """The layout whose own columns a file has: one that only it has, or most of its ages."""
    pupils, payers, schools = LAYOUTS
    if "swv_betalend" in names:
        return payers
    if "soort_po" in names or sum(one in names for one in AGES) >= 3:
        return pupils
    if given.get("swv") in names:
        return payers if given.get("aantal") in names else schools
    return None


def _unknown(table: Table, header: Row) -> Finding:
    pupils, payers, _ = LAYOUTS
    expected = f"«{pupils.title}» ({_named(pupils.columns)}) en «{payers.title}» ({_named(payers.columns)})"
    found = f"De kolommen zijn: {_listed(header.cells)}." if len(header.cells) > 1 else "Er is geen puntkomma in de eerste regel."
    return codes.DUO_LAYOUT.at(
        table.place(header, 0),
        f"Deze indeling kent `bo` niet. {found}",
        remedy=f"`bo` leest: {expected}. Staat hetzelfde onder een andere naam, zeg dat dan met --kolom.",
    )


def _missing(table: Table, header: Row, layout: Layout, missing: list[Column]) -> Finding:
    names = [one.names[0] if one.names else one.role for one in missing]
    near = {nearest(name, header.cells) for name in names} - {None}
    message = f"Dit lijkt het bestand «{layout.title}», maar deze kolommen ontbreken: {_listed(names)}."
    if not any(one.names for one in missing):
        message = f"Dit is het bestand «{layout.title}». Van DUO is niet bekend in welke kolom dit staat: {_listed(names)}."
    found = f"Kijk naar {_listed(sorted(str(one) for one in near))}." if near else f"Er is wel: {_listed(header.cells)}."
    roles = [one.role for one in missing if one.role not in AGES]
    say = f" Noem de kolom: --kolom {roles[0]}=NAAM." if roles else ""
    return codes.DUO_COLUMN.at(table.place(header, 0), message, remedy=found + say)


def _named(columns: tuple[Column, ...]) -> str:
    return _listed([one.names[0] for one in columns if one.names])


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"`{readable(one)[:40]}`" for one in names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"{shown} en nog {more}" if more > 0 else shown
