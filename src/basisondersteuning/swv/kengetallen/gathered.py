"""What was gathered from records `kengetallen`: counts and published rates, each with where it was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from ...findings.finding import Finding, Place
from ...model.counts import Aantal
from ...model.kengetallen import CountKey, Kengetallen
from ...model.rates import Rate
from ...records.load import Loaded
from .definitions import AREAS
from .origin import Origin

T = TypeVar("T", Aantal, Rate)


class Area(NamedTuple):
    """What a figure is about: the country, a samenwerkingsverband, a schoolbestuur or a school, with its number."""

    gebied: str
    code: str | None

    @property
    def words(self) -> str:
        """As a person reads it: `samenwerkingsverband PO9999`."""
        return f"{self.gebied} {self.code}" if self.code else self.gebied


class RateKey(NamedTuple):
    """What a published rate is a rate of; `bron` only for a definition of the source's own."""

    area: Area
    wat: str
    definitie: str
    bron: str | None
    peildatum: date


class Written(NamedTuple):
    """Where something was written: in which file, and at which index of which list."""

    loaded: Loaded
    path: tuple[str, int]

    def place(self, name: str) -> Place:
        """The place of one of its fields."""
        return self.loaded.place((*self.path, name))


class Counted(NamedTuple):
    """A count after all files; `amount` is None when two files contradict each other."""

    amount: Aantal | None
    origin: Origin
    written: Written


class Published(NamedTuple):
    """A rate as others gave it, after all files; `rate` is None when two contradict each other."""

    rate: Rate | None
    origin: Origin
    written: Written


@dataclass(slots=True)
class Gathered:
    """All that the files hold up to the peildatum. `files` are the records without mistakes of form.

    `number` is that of the one samenwerkingsverband they are about; None when it is not known, or when there are several
    `numbers`. `refused` is how many files do not count, because there are mistakes in them. `names` are the names of the
    samenwerkingsverbanden by their number, under None the one of files whose number is not known.
    """

    peildatum: date
    files: list[Loaded] = field(default_factory=list)
    counts: dict[CountKey, Counted] = field(default_factory=dict)
    published: dict[RateKey, Published] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    read: int = 0
    refused: int = 0
    number: str | None = None
    numbers: tuple[str, ...] = ()
    names: dict[str | None, str] = field(default_factory=dict)

    @property
    def made_up(self) -> bool:
        """Whether any of the figures is made up."""
        return any(record_of(one).verzonnen for one in self.files)

    @property
    def several(self) -> bool:
        """Whether the files are about more than one samenwerkingsverband."""
        return len(self.numbers) > 1

    def all_areas(self) -> list[Area]:
        """What there are figures of, from large to small; with schools also the samenwerkingsverband that they are of."""
        found = {area_of(key) for key in self.counts} | {key.area for key in self.published}
        if self.number is not None and any(one.gebied == "school" for one in found):
            found.add(Area("samenwerkingsverband", self.number))
        return sorted(found, key=lambda one: (AREAS.index(one.gebied), one.code or ""))


def area_of(key: CountKey) -> Area:
    """What a count is about."""
    return Area(key.gebied, key.code)


def record_of(loaded: Loaded) -> Kengetallen:
    """The record of a file that is known to hold key figures."""
    assert isinstance(loaded.record, Kengetallen)
    return loaded.record
