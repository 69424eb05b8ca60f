"""Where figures come from, and whether they are provisional: kept through every sum, and told once for many figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .definitions import shown


class Origin(NamedTuple):
    """The sources of a figure, and its `stand`: voorlopig or definitief, None where that was not given."""

    bronnen: tuple[str, ...] = ()
    stand: str | None = None

    @property
    def bron(self) -> str:
        """The sources in one line."""
        return ", ".join(self.bronnen)

    @property
    def words(self) -> str:
        """As a person reads it: `DUO, voorlopig`."""
        return ", ".join(one for one in (*(shown(bron) for bron in self.bronnen), self.stand) if one)


def together(parts: Iterable[Origin]) -> Origin:
    """The origin of a sum: provisional as soon as a part is, final only when every part is."""
    each = list(parts)
    bronnen = tuple(dict.fromkeys(bron for one in each for bron in one.bronnen))
    stands = {one.stand for one in each}
    stand = "voorlopig" if "voorlopig" in stands else "definitief" if stands == {"definitief"} else None
    return Origin(bronnen, stand)


class Told(NamedTuple):
    """A figure whose origin is told: what it is about from its first day to its last, and where it comes from."""

    first: str
    last: str
    origin: Origin

    @property
    def words(self) -> str:
        """`1-10-2025`, or `1-8-2024 t/m 31-7-2025`."""
        return self.first if self.first == self.last else f"{self.first} t/m {self.last}"


def sources(figures: Sequence[Told], *, ranges: bool = True) -> str:
    """Where a row of figures comes from, in a sentence; empty for none. `ranges`: neighbours become one range of days."""
    known = [one for one in figures if one.origin.words]
    groups: dict[str, list[Told]] = {}
    before: Told | None = None
    for one in known:
        group = groups.setdefault(one.origin.words, [])
        if ranges and before is not None and before.origin == one.origin:
            group[-1] = group[-1]._replace(last=one.last)
        else:
            group.append(one)
        before = one
    if len(groups) < 2:
        return "".join(f"Bron: {words}." for words in groups)
    each = (f"{words} ({', '.join(dict.fromkeys(one.words for one in some))})" for words, some in groups.items())
    return f"Bron: {'; '.join(each)}."
