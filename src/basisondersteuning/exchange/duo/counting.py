"""From the rows of one file to numbers of pupils, as intervals where small counts are masked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ...findings.catalogue import desk as codes
from ...findings.finding import Finding, Place, Severity
from ...model.counts import Aantal, exactly
from .cells import Cells, Wrong
from .columns import Found, recognise
from .layouts import NO_PAYER, Layout, folded
from .table import Row, Table, opened

MOST_FINDINGS = 20
"""How many mistakes of one file are shown before reading it stops."""


class Wanted(NamedTuple):
    """What is asked of a file: columns the user named, the day where a file has none, and which schools count.

    `schools` None takes every school; `number` is that of the samenwerkingsverband; later than `today` nothing is counted.
    """

    own: dict[str, str]
    day: date | None = None
    schools: frozenset[str] | None = None
    number: str | None = None
    empty_is_zero: bool = False
    national: bool = False
    today: date = date.max


class Group(NamedTuple):
    """Pupils that are counted together. `code` is a school; empty for the nation, and for what a samenwerkingsverband pays."""

    day: date
    code: str
    education: str
    cluster: str | None = None


@dataclass(slots=True)
class Counted:
    """What one file gave. With a finding of weight fout in `findings` its counts are not to be used.

    `names` are its columns, folded. `vso`, `without_payer`, `outside` (schools of others) and `others` (samenwerkingsverbanden)
    are numbers of rows that are not in our counts. `per_school` and `paid` are numbers of pupils of schools, and of the
    samenwerkingsverband in special education; `national` is the sum over all rows. `present` are the schools met, per day;
    `members` those that a list of schools gives.
    """

    path: str
    layout: Layout | None = None
    names: list[str] = field(default_factory=list)
    rows: int = 0
    vso: int = 0
    without_payer: int = 0
    outside: int = 0
    others: int = 0
    days: set[date] = field(default_factory=set)
    per_school: dict[Group, Aantal] = field(default_factory=dict)
    paid: dict[Group, Aantal] = field(default_factory=dict)
    national: dict[Group, Aantal] = field(default_factory=dict)
    present: dict[date, set[str]] = field(default_factory=dict)
    members: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether its counts can be used."""
        return not any(finding.severity is Severity.FOUT for finding in self.findings)

    def add(self, to: dict[Group, Aantal], group: Group, number: Aantal) -> None:
        """Count some pupils with a group."""
        to[group] = to.get(group, exactly(0)).plus(number)


def layout_of(path: str, own: dict[str, str]) -> str | None:
    """Which layout a file has, by its first line; None when that cannot be said."""
    file = opened(path)
    if isinstance(file, Finding):
        return None
    with closing(file):
        table = Table(path)
        try:
            header = table.header(file)
            found = recognise(table, header, own) if isinstance(header, Row) else []
        except OSError:
            return None
    return found.layout.kind if isinstance(found, Found) else None


def count_file(path: str, wanted: Wanted) -> Counted:
    """Read one file and count it; what is wrong with it is in its findings, never raised."""
    counted = Counted(path)
    file = opened(path)
    if isinstance(file, Finding):
        counted.findings.append(file)
        return counted
    with closing(file):
        table = Table(path)
        try:
            header = table.header(file)
            found = recognise(table, header, wanted.own) if isinstance(header, Row) else [header]
            counted.names = [folded(one) for one in table.names]
            if isinstance(found, Found):
                counted.layout = found.layout
                _Counting(table, found, wanted, counted).run(table.rows())
            else:
                counted.findings += found
        except OSError:
            from ...findings.catalogue import reading

            counted.findings.append(reading.READ_ERROR.at(Place(path)))
    if table.resaved and table.names:
        counted.findings.append(codes.DUO_RESAVED.at(Place(path, 1, 1)))
    return counted


class _Counting:
    def __init__(self, table: Table, found: Found, wanted: Wanted, counted: Counted) -> None:
        self.table, self.found, self.wanted, self.counted = table, found, wanted, counted
        self.cells = Cells(table, found, wanted.day, wanted.today, wanted.empty_is_zero)
        self.seen: dict[tuple[str, ...], int] = {}
        self.handle = {"leerlingen_po": self._pupils, "so_vso": self._paid, "scholen": self._member}[found.layout.kind]

    def run(self, rows: Iterator[Row | Finding]) -> None:
        findings = self.counted.findings
        for row in rows:
            try:
                if isinstance(row, Finding):
                    raise Wrong(row)
                self.handle(row)
                self.counted.rows += 1
            except Wrong as wrong:
                findings.append(wrong.finding)
                if len(findings) == MOST_FINDINGS or wrong.finding.code == codes.DUO_DAY.code:  # every row would say the same
                    return
        other = self.counted.days - {self.wanted.day}
        if self.wanted.day is not None and other and not findings:
            findings.append(codes.DUO_OWN_DAY.at(Place(self.counted.path, 1, 1)))
        if not self.counted.rows and not findings:
            findings.append(codes.DUO_EMPTY.at(Place(self.counted.path, 1, 1), "In dit bestand staat geen enkele rij."))

    def _pupils(self, row: Row) -> None:
        education = self.cells.education(row)
        if education is None:
            self.counted.vso += 1
            return
        day, school = self.cells.day(row), self.cells.school(row)
        self._once(row, (day.isoformat(), school, education, self.found.cell(row, "cluster") or ""))
        number = self.cells.pupils(row)
        cluster = self.cells.cluster(row) if education == "so" else None
        self.counted.days.add(day)
        self.counted.present.setdefault(day, set()).add(school)
        if self.wanted.national:
            self.counted.add(self.counted.national, Group(day, "", education), number)
        if self.wanted.schools is None or school in self.wanted.schools:
            self.counted.add(self.counted.per_school, Group(day, school, education), number)
            if cluster is not None:
                self.counted.add(self.counted.per_school, Group(day, school, education, cluster), number)
        else:
            self.counted.outside += 1

    def _paid(self, row: Row) -> None:
        payer = self.found.cell(row, "swv") or ""
        number, day = self.cells.number(row, "aantal"), self.cells.day(row)
        if self.found.cell(row, "soort") is not None and self.cells.education(row) != "so":
            self.counted.vso += 1
            return
        self.counted.days.add(day)
        if folded(payer) in NO_PAYER:
            self.counted.without_payer += 1
        elif payer == self.wanted.number:
            self.counted.add(self.counted.paid, Group(day, "", "so"), number)
            if (cluster := self.cells.cluster(row)) is not None:
                self.counted.add(self.counted.paid, Group(day, "", "so", cluster), number)
        else:
            self.counted.others += 1

    def _member(self, row: Row) -> None:
        if self.found.cell(row, "swv") == self.wanted.number:
            self.counted.members.add(self.cells.school(row))

    def _once(self, row: Row, key: tuple[str, ...]) -> None:
        first = self.seen.setdefault(key, row.line)
        if first != row.line:
            raise Wrong(codes.DUO_SAME_ROW.at(self.table.place(row), f"Deze telling staat ook op regel {first}."))
