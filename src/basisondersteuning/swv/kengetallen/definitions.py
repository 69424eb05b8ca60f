"""What participation rates divide by: the three definitions in use, and in words what they are.

Vensters: https://encyclopedie.vensters.nl (Deelnamepercentage). NCOJ: https://www.ncoj.nl/factsfigures/maps/map_po2013.php.
CBS: https://www.cbs.nl/nl-nl/nieuws/2014/30/70-duizend-basisschoolleerlingen-in-speciaal-onderwijs.
"""

from __future__ import annotations

from typing import NamedTuple, get_args

from ...findings.finding import readable
from ...model.counts import Aantal
from ...model.kengetallen import Deelname, Gebied
from ...model.rates import Rate, part_of_whole, ratio, total


class Division(NamedTuple):
    """A rate: which pupils are counted, and which are the whole. Kinds of education: bao, sbo, so."""

    part: str
    whole: tuple[str, ...]

    @property
    def words(self) -> str:
        """`sbo gedeeld door bao + sbo`."""
        return f"{self.part} gedeeld door {' + '.join(self.whole)}"

    @property
    def needed(self) -> tuple[str, ...]:
        """The kinds of education that must have been counted."""
        return tuple(dict.fromkeys((*self.whole, self.part)))

    def rate(self, counts: dict[str, Aantal]) -> Rate | None:
        """The rate from counts by kind of education; None when there may be nobody at all."""
        if self.part in self.whole:
            return part_of_whole(counts[self.part], total(counts[one] for one in self.whole if one != self.part))
        return ratio(counts[self.part], total(counts[one] for one in self.whole))


DEFINITIONS: dict[str, dict[str, Division]] = {
    "vensters": {"deelname_sbo": Division("sbo", ("bao", "sbo")), "deelname_so": Division("so", ("bao", "sbo"))},
    "ncoj": {"deelname_sbo": Division("sbo", ("bao", "sbo")), "deelname_so": Division("so", ("bao", "sbo", "so"))},
    "cbs": {"deelname_sbo": Division("sbo", ("bao", "sbo", "so")), "deelname_so": Division("so", ("bao", "sbo", "so"))},
}
"""How each definition divides. Two with the same division stay apart: who is counted where may still differ."""

RATES: tuple[str, ...] = get_args(Deelname)
"""The participation rates."""

AREAS: tuple[str, ...] = get_args(Gebied)
"""What figures can be about, from large to small."""

WHAT = {
    "deelname_sbo": "Deelname aan SBO",
    "deelname_so": "Deelname aan SO",
    "leerlingen": "Leerlingen",
    "arrangementen": "Toegekende arrangementen",
    "tlv": "Toelaatbaarheidsverklaringen (TLV's)",
    "op_niveau": "Leerlingen per niveau",
    "plichten_lopend": "Leerlingen voor wie nog iets te doen is",
    "plichten_te_laat": "Leerlingen voor wie iets te laat is",
    "overgangen": "Overgangen tussen niveaus",
}
"""Figures and counts in words."""


def shown(text: str) -> str:
    """Text of a record on one line, without characters that would turn what stands around it."""
    return readable(" ".join(text.split()))


def definition_words(definition: str, what: str, source: str | None = None) -> str:
    """What is divided by what: `volgens vensters (sbo gedeeld door bao + sbo)`."""
    division = DEFINITIONS.get(definition, {}).get(what)
    if division is not None:
        return f"volgens {definition} ({division.words})"
    return f"volgens de eigen definitie van de bron ({shown(source)})" if source else "volgens de eigen definitie van de bron"
