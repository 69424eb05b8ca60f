"""A dossier as the rules see it: events by kind and date, and the strand of support each belongs to.

A *lijn* (strand) is the support in one vakgebied. Evidence of one strand never counts for another. Events later than
the peildatum do not exist here.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from ..model.base import Gebeurtenis
from ..model.dossier import Dossier
from ..records.tree import Path

Strands = frozenset[str]
"""The strands of an event. None instead means the whole pupil; empty means that the record does not say."""

GENERAL = "algemeen"
"""The strand of a dossier in which no vakgebied is named anywhere."""

UNKNOWN: Strands = frozenset()

_NOBODY: frozenset[str] = frozenset()

_day = attrgetter("day")

_DIRECT = frozenset({"ondersteuning", "toets"})
_NAMED_OR_UNKNOWN = frozenset({"observatie", "oudercontact", "consultatie"})
_NAMED_OR_ALL = frozenset({"ot_bespreking", "aanmelding_ot", "afschaling"})
_INDIRECT = _NAMED_OR_UNKNOWN | _NAMED_OR_ALL | {"evaluatie"}
STRAND_KINDS = _DIRECT | _INDIRECT
"""Kinds of events that can belong to one strand; all others are about the pupil as a whole."""


@cache
def one_strand(name: str) -> Strands:
    """The set of one strand; always the same object for a name, so that comparing is cheap."""
    return frozenset((name,))


class Entry:
    """One event on the timeline. `index` is its place in the record; -1 for an event that the engine derived.

    `strand` is the name of its strand when there is exactly one. `standing` marks a fact without a day of its own.
    """

    standing = False

    __slots__ = ("day", "event", "index", "kind", "strand", "strands", "values")

    def __init__(self, event: Gebeurtenis | None, index: int, day: date, kind: str, values: dict[str, Any]) -> None:
        self.event = event
        self.index = index
        self.day = day
        self.kind = kind
        self.values = values
        self.strands: Strands | None = None
        self.strand: str | None = None

    @property
    def path(self) -> Path:
        """Where it stands in the record."""
        return ("tijdlijn", self.index) if self.index >= 0 else ()


class Timeline:
    """The events of one dossier up to and including the peildatum, indexed."""

    __slots__ = ("_by_role", "by_id", "by_kind", "dossier", "entries", "peildatum", "strands")

    def __init__(self, dossier: Dossier, peildatum: date) -> None:
        self.dossier = dossier
        self.peildatum = peildatum
        self.entries: list[Entry] = []
        self.by_kind: dict[str, list[Entry]] = {}
        self.by_id: dict[str, Entry] = {}
        self._by_role: dict[str, set[str]] | None = None
        entries, by_kind = self.entries, self.by_kind
        for index, event in enumerate(dossier.tijdlijn):
            values = event.__dict__
            if values["datum"] <= peildatum:
                entry = Entry(event, index, values["datum"], values["soort"], values)
                entries.append(entry)
                if values["id"] is not None:
                    self.by_id.setdefault(values["id"], entry)
        entries.sort(key=_day)  # on one day they stay in the order of the record
        for entry in entries:
            known = by_kind.get(entry.kind)
            if known is None:
                by_kind[entry.kind] = [entry]
            else:
                known.append(entry)
        self.strands = self._name_strands()
        self._place_in_strands()

    def _name_strands(self) -> list[str]:
        """The strands of this dossier: every vakgebied in which support was wanted, given or discussed."""
        named: dict[str, None] = {}
        for kind in ("ondersteuning", "observatie", "aanmelding_ot", "ot_bespreking"):
            for entry in self.by_kind.get(kind, ()):
                area = entry.values["vakgebied"]
                if kind == "ondersteuning":
                    named[area] = None
                elif area and (kind != "observatie" or entry.values["ondersteuning_gewenst"]):
                    named.update(dict.fromkeys(area))
        if not named and any(one in self.by_kind for one in ("observatie", "ot_bespreking", "aanmelding_ot")):
            named[GENERAL] = None
        return sorted(named)

    def _place_in_strands(self) -> None:
        for kind in _DIRECT:
            for entry in self.by_kind.get(kind, ()):
                entry.strand = entry.values["vakgebied"]
                entry.strands = one_strand(entry.values["vakgebied"])
        for kind in _INDIRECT:
            for entry in self.by_kind.get(kind, ()):
                area = entry.values.get("vakgebied")
                if area and len(area) == 1:
                    (entry.strand,) = area
                    entry.strands = one_strand(entry.strand)
                    continue
                strands = entry.strands = self._strands_of(entry)
                if strands is not None and len(strands) == 1:
                    (entry.strand,) = strands

    def _strands_of(self, entry: Entry) -> Strands | None:
        kind = entry.kind
        if kind == "evaluatie":
            support = self.by_id.get(entry.values["van"])
            return one_strand(support.values["vakgebied"]) if support and support.kind == "ondersteuning" else UNKNOWN
        area = entry.values["vakgebied"]
        if kind in _DIRECT:
            return one_strand(area)
        if area:
            return one_strand(area[0]) if len(area) == 1 else frozenset(area)
        if kind in _NAMED_OR_ALL:
            return None
        about = self.by_id.get(entry.values.get("betreft") or "")
        if about is not None and about.kind in ("ondersteuning", "evaluatie", "observatie") and about is not entry:
            found = self._strands_of(about)
            if found:
                return found
        return one_strand(self.strands[0]) if len(self.strands) == 1 else UNKNOWN

    @property
    def roles(self) -> dict[str, frozenset[str]]:
        """Everyone around the pupil, with the roles of each."""
        return {one.id: frozenset(one.rol) for one in self.dossier.betrokkenen}

    def bearers(self, role: str) -> AbstractSet[str]:
        """Everyone around the pupil who has a role, by id."""
        by_role = self._by_role
        if by_role is None:
            by_role = self._by_role = {}
            for one in self.dossier.betrokkenen:
                for name in one.rol:
                    by_role.setdefault(name, set()).add(one.id)
        return by_role.get(role, _NOBODY)
