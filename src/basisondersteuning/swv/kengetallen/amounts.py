"""Other counts over the years: arrangements, TLVs per category, and what schools counted in their dossiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from ...model.kengetallen import CountKey
from ...model.words import level_words
from .gathered import Area, Gathered, Written, area_of
from .origin import Origin, together
from .periods import Clash, Period, clashes
from .sums import Sums, Whole

COUNTED = ("arrangementen", "tlv", "op_niveau", "overgangen", "plichten_lopend", "plichten_te_laat")
"""What is shown as counts; pupils are shown as rates."""

FOLLOWED = ("arrangementen", "tlv")
"""Counts that are a figure by themselves (passage 30)."""


class AmountRow(NamedTuple):
    """The counts of one day, or of a period from `van` to `day`, one for each column of its table."""

    van: date | None
    day: date
    amounts: tuple[Whole, ...]

    @property
    def period(self) -> Period:
        """The first and the last day."""
        return self.van, self.day

    @property
    def origin(self) -> Origin:
        """Where the counts of all columns come from."""
        return together(one.origin for one in self.amounts if one.amount is not None)


class Amounts(NamedTuple):
    """A table of counts of one area: its columns in words, and a row a period. `written` says where a period was written.

    `overlaps`: these periods do not fit between those of the table before, so they must not be read as years (`clashes`).
    """

    area: Area
    wat: str
    columns: tuple[str, ...]
    rows: tuple[AmountRow, ...]
    written: dict[Period, Written]
    overlaps: bool = False
    clashes: tuple[Clash, ...] = ()


class _Column(NamedTuple):
    title: str
    of: Callable[[CountKey], CountKey]


def all_amounts(gathered: Gathered, sums: Sums) -> list[Amounts]:
    """A table for each area and thing that was counted, areas from large to small; areas of a kind have the same columns."""
    areas = gathered.all_areas()
    own = [one for one in areas if one.gebied == "samenwerkingsverband"]
    keys: dict[tuple[Area, str], list[CountKey]] = defaultdict(list)
    alike: dict[tuple[str, str], list[CountKey]] = defaultdict(list)
    for key in gathered.counts:
        of = [area_of(key)]
        if len(own) == 1 and key.gebied == "school" and key.code in sums.schools:
            of += own  # a part of the one samenwerkingsverband there is
        for area in of:
            keys[area, key.wat].append(key)
            alike[area.gebied, key.wat].append(key)
    columns = {which: list(_columns(which[1], some)) for which, some in alike.items()}
    return [
        one
        for area in areas
        for what in COUNTED
        if (area, what) in keys
        for one in _tables(area, what, keys[area, what], columns[area.gebied, what], gathered, sums)
    ]


def _tables(
    area: Area, what: str, keys: list[CountKey], columns: list[_Column], gathered: Gathered, sums: Sums
) -> Iterator[Amounts]:
    """The table of what follows each other, and one of periods that overlap those."""
    rows = list(_rows(area, what, keys, columns, sums))
    written = {(key.van, key.peildatum): gathered.counts[key].written for key in keys}
    clashing = clashes({row.period for row in rows}) if what in FOLLOWED else []
    apart = {one.period for one in clashing}
    titles = tuple(one.title for one in columns)
    plain = [row for row in rows if row.period not in apart]
    if plain:
        yield Amounts(area, what, titles, tuple(plain), written)
    left = [row for row in rows if row.period in apart]
    if left:
        made = Amounts(area, what, titles, tuple(left), written, True, tuple(clashing))
        yield made if area.gebied in ("school", "schoolbestuur") else _counted(made)


def _counted(table: Amounts) -> Amounts:
    """The same table without columns of what was not counted in any of its periods, but with the first."""
    keep = [
        index
        for index in range(len(table.columns))
        if index == 0 or any(row.amounts[index].amount is not None for row in table.rows)
    ]
    rows = tuple(row._replace(amounts=tuple(row.amounts[index] for index in keep)) for row in table.rows)
    return table._replace(columns=tuple(table.columns[index] for index in keep), rows=rows)


def _rows(area: Area, what: str, keys: list[CountKey], columns: list[_Column], sums: Sums) -> Iterator[AmountRow]:
    for van, day in sorted({(key.van, key.peildatum) for key in keys}, key=lambda one: (one[1], one[0] or date.min)):
        base = CountKey(area.gebied, area.code, what, None, None, None, None, None, van, day)
        amounts = tuple(sums.get(column.of(base)) for column in columns)
        if any(one.amount is not None or one.how != "niet geteld" for one in amounts):
            yield AmountRow(van, day, amounts)


def _columns(what: str, keys: list[CountKey]) -> Iterator[_Column]:
    if what == "op_niveau":
        for level in sorted({key.niveau or "" for key in keys}, key=_rank):
            yield _Column(level_words(level), _with(niveau=level))
        return
    if what == "overgangen":
        steps = {(key.van_niveau or "", key.niveau or "") for key in keys}
        for before, after in sorted(steps, key=lambda one: (_rank(one[0]), _rank(one[1]))):
            title = f"van {level_words(before)} naar {level_words(after)}" if before else f"naar {level_words(after)}"
            yield _Column(title, _with(niveau=after, van_niveau=before or None))
        return
    yield _Column("totaal", _with())
    if what != "tlv":
        return
    for education, name in (("sbo", "SBO"), ("so", "SO")):
        some = [key for key in keys if key.onderwijs == education]
        if some:
            yield _Column(name, _with(onderwijs=education))
        for category in ("L", "M", "H", "nvt"):
            if any(key.categorie == category for key in some):
                title = f"{name} categorie {category}" if category != "nvt" else f"{name} zonder categorie"
                yield _Column(title, _with(onderwijs=education, categorie=category))
    for category in ("L", "M", "H", "nvt"):
        if any(key.categorie == category and key.onderwijs is None for key in keys):
            yield _Column(f"categorie {category}" if category != "nvt" else "zonder categorie", _with(categorie=category))


def _rank(level: str) -> tuple[bool, str]:
    """From no support up: `geen` before the numbers, and those before an arrangement."""
    return level not in ("", "geen"), level


def _with(**fields: str | None) -> Callable[[CountKey], CountKey]:
    def of(key: CountKey) -> CountKey:
        return key._replace(**fields)  # type: ignore[arg-type]

    return of
