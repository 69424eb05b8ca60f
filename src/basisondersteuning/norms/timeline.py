"""A dossier as the rules see it: events by kind and date, and the strand of support each belongs to.

A *lijn* (strand) is the support in one vakgebied. Evidence of one strand never counts for another. Events later than
the peildatum do not exist here.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from ..model.base import Gebeurtenis
from ..model.dossier import Dossier

Strands = frozenset[str]
"""The strands of an event. None instead means the whole pupil; empty means that the record does not say."""

GENERAL = "algemeen"
"""The strand of a dossier in which no vakgebied is named anywhere."""

UNKNOWN: Strands = frozenset()

_NOBODY: frozenset[str] = frozenset()

_DIRECT = frozenset({"ondersteuning", "toets"})
_NAMED_OR_UNKNOWN = frozenset({"observatie", "oudercontact", "consultatie"})
_NAMED_OR_ALL = frozenset({"ot_bespreking", "aanmelding_ot", "afschaling"})
STRAND_KINDS = _DIRECT | _NAMED_OR_UNKNOWN | _NAMED_OR_ALL | {"evaluatie"}
"""Kinds of events that can belong to one strand; all others are about the pupil as a whole."""


@cache
def one_strand(name: str) -> Strands:
    """The set of one strand; always the same object for a name, so that comparing is cheap."""
    return frozenset((name,))


class Entry:
    """One event on the timeline. `index` is its place in the record; -1 for an event that the engine derived.

    `strand` is the name of its strand when there is exactly one.
    """

    __slots__ = ("day", "event", "index", "kind", "strand", "strands", "values")

    def __init__(self, event: Gebeurtenis | None, index: int, day: date, kind: str, values: dict[str, Any]) -> None:
        self.event = event
        self.index = index
        self.day = day
        self.kind = kind
        self.values = values
        self.strands: Strands | None = None
        self.strand: str | None = None


class Timeline:
    """The events of one dossier up to and including the peildatum, indexed.

    `matches` remembers, per pattern, the events that match it (see `pattern.found_in`), `candidates` those that also fit
    a strand (see `requirement`).
    """

    __slots__ = ("by_id", "by_kind", "candidates", "dossier", "entries", "matches", "peildatum", "roles", "strands")

    def __init__(self, dossier: Dossier, peildatum: date) -> None:
        self.dossier = dossier
        self.peildatum = peildatum
        self.roles: dict[str, frozenset[str]] = {one.id: frozenset(one.rol) for one in dossier.betrokkenen}
        self.entries: list[Entry] = []
        self.by_kind: dict[str, list[Entry]] = {}
        self.by_id: dict[str, Entry] = {}
        self.matches: dict[Any, list[tuple[Entry, int]]] = {}
        self.candidates: dict[tuple[Any, Strands | None], list[tuple[Entry, int]]] = {}
        for index, event in enumerate(dossier.tijdlijn):
            values = event.__dict__
            day, name = values["datum"], values["id"]
            if day > peildatum:
                continue
            self.entries.append(Entry(event, index, day, values["soort"], values))
            if name is not None:
                self.by_id.setdefault(name, self.entries[-1])
        self.entries.sort(key=attrgetter("day"))  # on one day they stay in the order of the record
        by_kind = self.by_kind
        for entry in self.entries:
            if entry.kind in by_kind:
                by_kind[entry.kind].append(entry)
            else:
                by_kind[entry.kind] = [entry]
        self.strands = self._name_strands()
        for entry in self.entries:
            if entry.kind in STRAND_KINDS:
                strands = entry.strands = self._strands_of(entry)
                if strands is not None and len(strands) == 1:
                    (entry.strand,) = strands

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

    def roles_of(self, people: object) -> frozenset[str]:
        """The roles of one person, or of several together; of who is not known none."""
        if people.__class__ is str:
            return self.roles.get(people, _NOBODY)
        return _NOBODY.union(*(self.roles.get(one, _NOBODY) for one in people or ()))  # type: ignore[attr-defined]
