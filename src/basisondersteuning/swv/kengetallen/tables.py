"""The tables of the report: cells in words, that the terminal and the page share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model.kengetallen import NULMETING
from ...model.words import short_date
from .amounts import COUNTED, AmountRow, Amounts
from .definitions import WHAT, definition_words, shown
from .facts import JudgedArea
from .origin import Told, sources
from .report import Report
from .series import Point, Series
from .words import NOTHING, area_words, compared, made_of, period, status_words, trend_words, verdict_on

RATE_HEAD = ("Dag", "Percentage", "Vorige", "1-10-2013", "Landelijk", "Oordeel", "Waaruit")
"""The columns of a table of rates."""


class Table(NamedTuple):
    """A table as people read it. `lead` says in a sentence or two what it shows; `notes` what is not in it, and why.

    `sources` says where its figures come from, for who does not show the last column, which says that row by row.
    """

    title: str
    lead: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    sources: str = ""


def without_empty(table: Table) -> Table:
    """The same table without columns that have nothing in any row."""
    keep = [index for index in range(len(table.head)) if index < 2 or any(row[index] not in (NOTHING, "") for row in table.rows)]
    rows = tuple(tuple(row[index] for index in keep) for row in table.rows)
    return table._replace(head=tuple(table.head[index] for index in keep), rows=rows)


def rate_table(series: Series, report: Report) -> Table:
    """A series as a table, day by day; days of which no rate could be made say why."""
    verdict = report.verdict(series.area) if report.leads(series) else None
    rows = tuple(_rate_row(point, series, verdict) for point in series.points)
    title = f"{WHAT[series.wat]}, {area_words(series.area, report)}"
    if verdict is None:
        title += f", volgens {shown(series.bron or series.definitie)}"
    return Table(
        title,
        f"{_capital(definition_words(series.definitie, series.wat, series.bron))}. {trend_words(series)}".strip(),
        RATE_HEAD,
        rows,
        (),
        sources([Told(day, day, one.origin) for one in series.known for day in [short_date(one.day)]]),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _rate_row(point: Point, series: Series, verdict: JudgedArea | None) -> tuple[str, ...]:
    baseline = "nulmeting" if point.day == NULMETING else compared(point.baseline)
    nation = compared(point.national)
    if point.nation is not None:
        nation = f"{nation} ({point.nation.words})"
    status = status_words(verdict.status_of(series.wat, point.day)) if verdict is not None else NOTHING
    source = "; ".join(one for one in (made_of(point), point.origin.words) if one)
    if point.rate is None:
        return (short_date(point.day), "niet te berekenen", NOTHING, NOTHING, NOTHING, NOTHING, point.why_not)
    return (short_date(point.day), point.rate.words, compared(point.previous), baseline, nation, status, source)


OVERLAPS = "Deze perioden overlappen andere, of hun begin staat er niet bij. Lees ze niet als jaren, en tel ze niet op."
"""What a reader must know of counts that do not fit in a row."""


def amount_tables(report: Report, gebied: str, code: str | None = None) -> Iterator[tuple[Amounts, Table]]:
    """Tables of counts of one area, or of all areas of a kind together (schools, schoolbesturen), each with its first part."""
    found = [one for one in report.amounts if one.area.gebied == gebied and (code is None or one.area.code == code)]
    for what in COUNTED:
        for overlaps in (False, True):
            some = [one for one in found if one.wat == what and one.overlaps is overlaps]
            if some:
                yield some[0], _amounts(some, report)


def _amounts(some: Sequence[Amounts], report: Report) -> Table:
    """Counts as a table, a row a day or a period; of several areas the area stands first. The last column is the source."""
    first = some[0]
    several = first.area.gebied in ("school", "schoolbestuur")
    title = WHAT[first.wat]
    title += f" per {first.area.gebied}" if several else f", {area_words(first.area, report)}"
    title += ", perioden die overlappen" if first.overlaps else ""
    lead = OVERLAPS if first.overlaps else ""
    head = [one.capitalize() if one == "totaal" else one for one in first.columns]
    rows, told = [], []
    for table in some:
        verdict = verdict_on(table, report)
        for row in table.rows:
            whom = area_words(table.area, report)
            told.append(Told(whom, whom, row.origin) if several else _told(row))
            cells = [one.amount.words if one.amount is not None else one.how for one in row.amounts]
            area = [area_words(table.area, report)] if several else []
            last = [status_words(verdict.status_of(table.wat, row.day))] if verdict is not None else []
            rows.append((*area, period(row), *cells, *last, row.origin.words))
        head += ["Oordeel"] if verdict is not None else []
    head.append("Bron")
    origin = sources(told, ranges=not several)
    notes = tuple(note for table in some for note in _amount_notes(table))
    if not several:
        return Table(title, lead, ("Periode", *head), tuple(rows), notes, origin)
    name = first.area.gebied.capitalize()
    if len({row[1] for row in rows}) == 1:  # one period for all stands above the table
        lead = " ".join(one for one in (f"{rows[0][1]}.", lead) if one)
        return Table(title, lead, (name, *head), tuple((row[0], *row[2:]) for row in rows), notes, origin)
    return Table(title, lead, (name, "Periode", *head), tuple(rows), notes, origin)


def _told(row: AmountRow) -> Told:
    return Told(short_date(row.van or row.day), short_date(row.day), row.origin)


def _amount_notes(table: Amounts) -> Iterator[str]:
    """How sums came about: once where it holds for several columns, and without periods where it holds for all."""
    made: dict[tuple[str, str], list[str]] = {}
    for index, title in enumerate(table.columns):
        for how in dict.fromkeys(row.amounts[index].how for row in table.rows):
            rows = [row for row in table.rows if row.amounts[index].how == how and row.amounts[index].amount is not None]
            if how and rows:
                when = "" if len(rows) == len(table.rows) else f" ({', '.join(period(row) for row in rows)})"
                made.setdefault((how, when), []).append(title)
    for (how, when), titles in made.items():
        names = _capital(f"{', '.join(titles)}: ") if len(titles) < len(table.columns) else ""
        yield f"{names}{how if names else _capital(how)}{when}."


NORM_HEAD = ("Regel", "Norm", "Waarover", "Oordeel")
"""The columns of the table of norms."""


def norm_table(report: Report) -> Table:
    """What each rule says of the last day of each figure. A rule without an occasion has not been judged."""
    rows = []
    for verdict in report.judged:
        for one in verdict.latest:
            about = [area_words(verdict.area, report)] if len(report.judged) > 1 else []
            about += [f"{WHAT[one.wat]}, {short_date(one.day)}"] if one.wat else []
            rows.append((one.rule.code, one.rule.title, ", ".join(about), status_words(one.status)))
    return Table("Wat het normenkader zegt", "", NORM_HEAD, tuple(rows))
