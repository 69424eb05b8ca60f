"""Wholes from their parts, where the whole itself was not counted. A part is never added to its own whole.

Clusters are parts of special education, categories parts of the TLVs, schools parts of their samenwerkingsverband. When
not every part is known the sum is no more than a lower bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ...model.counts import Aantal
from ...model.kengetallen import CountKey
from ...model.rates import total
from .gathered import Area, Counted, area_of
from .origin import Origin, together

CLUSTERS = ("1", "2", "3", "4")
CATEGORIES = ("L", "M", "H")
"""The parts of which a whole is known for certain when all of them are."""

SUMMED_OVER_SCHOOLS = ("leerlingen", "arrangementen", "op_niveau", "plichten_lopend", "plichten_te_laat", "overgangen")
"""What may be added up over schools. Not pupils in special education: many of them go to school outside the region."""


class Whole(NamedTuple):
    """A count, how it came about and where from; `amount` is None when it is not known, and `how` says why."""

    amount: Aantal | None
    how: str = ""
    origin: Origin = Origin()


NOT_COUNTED = Whole(None, "niet geteld")
CONFLICT = Whole(None, "tegenstrijdig geteld")


class Sums:
    """Counts by what they are of, with wholes made of parts. `schools` are those of the samenwerkingsverband, if known."""

    def __init__(self, counts: dict[CountKey, Counted], schools: Sequence[str] = ()) -> None:
        self.counts = counts
        self.schools = frozenset(schools)

    @cached_property
    def _schools_on(self) -> dict[tuple[str, date | None, date], set[str]]:
        """Which schools counted something over a period."""
        found: dict[tuple[str, date | None, date], set[str]] = {}
        for key in self.counts:
            if key.gebied == "school" and key.code in self.schools:
                found.setdefault((key.wat, key.van, key.peildatum), set()).add(key.code)
        return found

    def get(self, key: CountKey) -> Whole:
        """A count as it was given, or made of its parts."""
        given = self.counts.get(key)
        if given is not None:
            return Whole(given.amount, "", given.origin) if given.amount is not None else CONFLICT
        if key.wat == "leerlingen" and key.onderwijs == "so" and key.cluster is None:
            made = self._parts([key._replace(cluster=one) for one in CLUSTERS], (), "de clusters")
            if made is not None:
                return made
        if key.wat == "tlv" and key.categorie is None:
            made = self._tlvs(key)
            if made is not None:
                return made
        if key.gebied == "samenwerkingsverband" and key.wat in SUMMED_OVER_SCHOOLS and key.onderwijs != "so":
            return self._over_schools(key)
        return NOT_COUNTED

    def _tlvs(self, key: CountKey) -> Whole | None:
        if key.onderwijs is not None:
            parts = [key._replace(categorie=one) for one in CATEGORIES]
            return self._parts(parts, (key._replace(categorie="nvt"),), "de categorieën")
        each = [self.get(key._replace(onderwijs=one)) for one in ("sbo", "so")]
        if all(one.amount is None for one in each):
            categories = [key._replace(categorie=one) for one in CATEGORIES]
            return self._parts(categories, (key._replace(categorie="nvt"),), "de categorieën")
        return _joined(each, 2, "SBO en SO")

    def _parts(self, needed: list[CountKey], more: tuple[CountKey, ...], name: str) -> Whole | None:
        """The sum of parts; None when none of them was counted. `more` are parts that need not be there."""
        there = [self.counts[one] for one in (*needed, *more) if one in self.counts]
        if not there:
            return None
        if any(one.amount is None for one in there):
            return CONFLICT
        whole = all(one in self.counts for one in needed)
        return _joined(there, len(there) if whole else len(there) + 1, name)

    def _over_schools(self, key: CountKey) -> Whole:
        there = self._schools_on.get((key.wat, key.van, key.peildatum), set())
        if not there:
            return NOT_COUNTED
        parts = [self.counts.get(key._replace(gebied="school", code=one)) for one in sorted(there)]
        counted = [one for one in parts if one is not None]
        if not counted:
            return NOT_COUNTED
        if any(one.amount is None for one in counted):
            return CONFLICT
        silent = key.wat != "leerlingen" and len(counted) < len(there)  # of pupils a school names only the kinds it has
        partial = there != self.schools or silent
        words = f"{len(counted if silent else there)} van de {len(self.schools)} scholen"
        return _joined(counted, len(counted) + partial, words)

    def schools_of(self, key: CountKey) -> Aantal | None:
        """The sum over the schools beside a samenwerkingsverband's own count, to hold the one against the other."""
        there = self._schools_on.get((key.wat, key.van, key.peildatum), set())
        parts = [self.counts.get(key._replace(gebied="school", code=one)) for one in sorted(there)]
        amounts = [one.amount for one in parts if one is not None and one.amount is not None]
        return total(amounts) if amounts else None

    def strangers(self) -> list[Counted]:
        """For each school that is not of the samenwerkingsverband one of its counts; none when the schools are not known."""
        met: dict[Area, Counted] = {}
        for key, one in self.counts.items():
            if self.schools and key.gebied == "school" and key.code not in self.schools:
                met.setdefault(area_of(key), one)
        return list(met.values())


def _joined(some: Sequence[Whole | Counted], parts: int, name: str) -> Whole:
    """The sum of what is known of so many parts; a lower bound when not all are."""
    known = [one.amount for one in some if one.amount is not None]
    summed = total(known)
    origin = together(one.origin for one in some if one.amount is not None)
    if len(known) < parts:
        how = f"{name} geteld" if name[0].isdecimal() else f"een deel van {name} is geteld"
        return Whole(Aantal(summed.low, None), how, origin)
    return Whole(summed, f"som van {name}", origin)
