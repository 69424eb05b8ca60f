"""The report for the terminal: a table a figure, with the course of the years beside its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...findings.paint import Paint, folded
from .gathered import Area
from .report import Report
from .series import Series
from .tables import Table, amount_tables, norm_table, rate_table, without_empty
from .words import LEGEND, aside, heading, judged_first, not_judged, opening, summary

_BLOCKS = "▁▂▃▄▅▆▇█"
_NAME = 12
"""Characters that stay of a name in a narrow terminal, at least."""

_WIDE, _GAP = "~", "·"

SPARK_LEGEND = f"De staafjes zijn de jaren, van laag naar hoog; `{_WIDE}`: te onzeker om te tekenen, `{_GAP}`: geen cijfer."
"""How to read a sparkline."""

_STYLE = {"aandacht": "bold yellow", "voldaan": "green", "onbekend": "bold cyan", "oordeel nodig": "bold cyan"}


def lines(report: Report, paint: Paint, width: int) -> Iterator[str]:
    """The report line by line, without its findings."""
    yield from (paint("bold", line) for line in folded(heading(report), width, "  ", ""))
    for words in opening(report):
        yield from folded(words, width, "", "")
    for name, rate, status in summary(report):
        yield from folded(f"{name}: {rate}, {status}", width, "    ", "  ")
    norms = norm_table(report)
    if norms.rows:
        yield from ("", *_norms(norms, paint, width))
    for series in judged_first(report):
        yield from ("", *_rates(series, report, paint, width))
    others = not_judged(report)
    if others:
        yield from ("", paint("bold", "Andere cijfers, die niet beoordeeld zijn"))
        for series in others:
            yield from folded(f"- {aside(series, report)}", width, "  ", "")
    for gebied, code in dict.fromkeys(_kind(one.area) for one in report.amounts):
        for _, table in amount_tables(report, gebied, code):
            rows = tuple(row[:-1] for row in table.rows)
            notes = tuple(one for one in (*table.notes, table.sources) if one)
            yield from ("", *_table(table._replace(head=table.head[:-1], rows=rows, notes=notes), paint, width))
    if report.series:
        yield ""
        yield from folded(f"{' '.join(LEGEND)} `?`: niet te zeggen. {SPARK_LEGEND}", width, "", "")


def _kind(area: Area) -> tuple[str, str | None]:
    """What tables are made of together: one samenwerkingsverband, but all schools."""
    return (area.gebied, None if area.gebied in ("school", "schoolbestuur") else area.code)


def _norms(table: Table, paint: Paint, width: int) -> Iterator[str]:
    """Each rule on lines of its own: its title is a sentence, and would not fit a column."""
    yield paint("bold", table.title)
    room = max(len(row[-1]) for row in table.rows)
    for code, title, about, status in table.rows:
        words = f"{title} ({f'{about}; ' if about else ''}{code})"
        lines = folded(words, width, " " * (room + 4), f"  {status:<{room}}  ")
        lines[0] = lines[0].replace(status, paint(_STYLE.get(status, "dim"), status), 1)
        yield from lines


def sparkline(series: Series) -> str:
    """A block a day, from the lowest to the highest of the series. An interval that does not fit one block is no block."""
    known = [one.rate.bounds for one in series.known if one.rate is not None]
    highs = [high for _, high in known if high is not None]
    if len(highs) < 2:
        return ""
    ends = min(low for low, _ in known), max(highs)
    made = []
    for point in series.points:
        if point.rate is None:
            made.append(_GAP)
            continue
        low, high = point.rate.bounds
        first = _block(low, *ends)
        made.append(_BLOCKS[first] if high is not None and first == _block(high, *ends) else _WIDE)
    return "".join(made)


def _block(value: Decimal, low: Decimal, high: Decimal) -> int:
    return 3 if low == high else min(int((value - low) / (high - low) * len(_BLOCKS)), len(_BLOCKS) - 1)


def _rates(series: Series, report: Report, paint: Paint, width: int) -> Iterator[str]:
    table = rate_table(series, report)
    notes = [f"{row[0]}: {row[-1]}." for row in table.rows if row[1] == "niet te berekenen"]
    notes += [table.sources] if table.sources else []
    rows = tuple(_shortened(row[:-1]) for row in table.rows)
    brief = without_empty(table._replace(head=table.head[:-1], rows=rows))
    if sum(one + 2 for one in _rooms(brief.head, brief.rows)) > width and "Vorige" in brief.head:
        at = brief.head.index("Vorige")
        rows = tuple((*row[:at], *row[at + 1 :]) for row in brief.rows)
        brief = brief._replace(head=(*brief.head[:at], *brief.head[at + 1 :]), rows=rows)
    days = f"{series.points[0].day.year}-{series.points[-1].day.year}"
    spark = sparkline(series)
    lead = f"{table.lead}\n{days}: {spark}" if spark else table.lead
    yield from _table(brief._replace(lead=lead, notes=tuple(notes)), paint, width)


def _shortened(row: Sequence[str]) -> tuple[str, ...]:
    """Cells in as few words as fit beside each other."""
    return tuple(cell.replace("niet te zeggen", "?").replace("niet te berekenen", "geen cijfer") for cell in row)


def _table(table: Table, paint: Paint, width: int) -> Iterator[str]:
    yield from (paint("bold", line) for line in folded(table.title, width, "  ", ""))
    for line in table.lead.splitlines():
        yield from folded(line, width, "", "")
    rooms = _rooms(table.head, table.rows)
    widest = max(rooms[1:], default=0)
    if rooms[0] + 2 + widest > width:  # the first column, of names, gives way
        rooms[0] = max(width - widest - 2, _NAME)
        table = table._replace(rows=tuple((_cut(row[0], rooms[0]), *row[1:]) for row in table.rows))
    for columns in _fitting(rooms, width):
        yield _row([table.head[index] for index in columns], [rooms[index] for index in columns], paint, "dim")
        for row in table.rows:
            yield _row([row[index] for index in columns], [rooms[index] for index in columns], paint, "")
    for note in table.notes:
        yield from folded(note, width, "  ", "  ")


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"


def _rooms(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is."""
    return [max(len(row[index]) for row in (head, *rows)) for index in range(len(head))]


def _fitting(rooms: Sequence[int], width: int) -> Iterator[list[int]]:
    """The columns in as many parts as the width needs; the first column stands in each."""
    columns = [0]
    for index in range(1, len(rooms)):
        if len(columns) > 1 and sum(rooms[one] + 2 for one in (*columns, index)) > width:
            yield columns
            columns = [0]
        columns.append(index)
    yield columns


def _row(cells: Sequence[str], rooms: Sequence[int], paint: Paint, style: str) -> str:
    made = []
    for room, cell in zip(rooms, cells, strict=True):
        painted = paint(style or _STYLE[cell], cell) if style or cell in _STYLE else cell
        made.append(painted + " " * (room - len(cell)))
    return "  ".join(made).rstrip()
