"""The key figures as one page that loads nothing: charts, each followed by its table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...findings.finding import Finding
from ...model.kengetallen import NULMETING
from ...model.rates import Rate
from ...model.words import long_date
from ...swv.kengetallen.amounts import Amounts
from ...swv.kengetallen.definitions import WHAT
from ...swv.kengetallen.report import Report
from ...swv.kengetallen.series import Series
from ...swv.kengetallen.tables import Table, amount_tables, norm_table, rate_table, without_empty
from ...swv.kengetallen.words import LEGEND, NOTHING, heading, incomplete, judged_first, not_judged, opening, summary, whose
from ..output.report import Kolom, Tabel, report_page
from ..templating.house import House
from ..views import Feit, Kop
from .chart import Chart, Line, Mark, chart
from .scale import scale
from .views import Deel, Grafiek, Kengetallenblad, Melding

TEMPLATE = "kengetallen/kengetallen.html.j2"
STYLE = "kengetallen/kengetallen.css"

LEAP = 1
"""How many days one year is longer than another: periods that differ more are not drawn as a line."""


def page(report: Report, house: House | None = None) -> str:
    """The page as text."""
    return report_page(TEMPLATE, view(report), styles=(STYLE,), house=house)


def view(report: Report) -> Kengetallenblad:
    """The report as the template sees it."""
    parts = [_rates(one, report) for one in judged_first(report)]
    others = [_rates(one, report, drawn=False) for one in not_judged(report)]
    made_up = ["In deze bestanden staan verzonnen cijfers, als voorbeeld."] if report.made_up else []
    warnings = [*incomplete(report), *made_up]
    title = whose(report) or "samenwerkingsverband"
    day = long_date(report.peildatum)
    return Kengetallenblad(
        Kop("Kengetallen", title, (), f"Stand op {day}", f"{heading(report)}, stand op {day}", "", " ".join(warnings)),
        tuple(one for one in opening(report) if one not in warnings and not one.startswith(("Let op", "Stand op"))),
        tuple(Feit(f"{name}: {status}", rate) for name, rate, status in summary(report)),
        _table(norm_table(report)),
        (*parts, *_amounts(report, ("samenwerkingsverband", "landelijk"))),
        tuple(others),
        tuple(_amounts(report, ("schoolbestuur", "school"))),
        tuple(_finding(one) for one in report.findings),
        " ".join(LEGEND),
    )


def _rates(series: Series, report: Report, *, drawn: bool = True) -> Deel:
    table = rate_table(series, report)
    anchor = f"{series.wat}-{series.area.gebied}-{series.area.code or ''}-{series.definitie}".replace("_", "-").rstrip("-")
    if series.bron is not None:
        anchor += f"-{[one for one in report.series if one.bron is not None].index(series)}"
    picture = _rate_chart(series, anchor) if drawn else None
    return Deel(anchor, table.title, _held(table.lead), picture, _table(table, wide=True), ())


def _rate_chart(series: Series, anchor: str) -> Grafiek | None:
    marks = [_mark(point.day, point.rate) for point in series.known if point.rate is not None]
    if len(marks) < 2:
        return None
    nation = [_mark(point.day, point.nation) for point in series.known if point.nation is not None]
    base = series.baseline
    shown = Chart(
        Line(f"dit {series.area.gebied}", marks),
        Line("landelijk", nation) if nation else None,
        (f"niveau van 1-10-2013: {base.words}", _mark(NULMETING, base)) if base is not None else None,
        "procent van de leerlingen",
        "op 1 oktober" if all((one.day.month, one.day.day) == (10, 1) for one in marks) else "teldatum",
    )
    title = f"{WHAT[series.wat]} van {marks[0].day.year} tot {marks[-1].day.year}"
    about = f"{_nation_words(series)}{_from_zero(shown)}Alle waarden staan in de tabel hieronder."
    return Grafiek(title, _held(about), chart(anchor, title, about, shown))


def _nation_words(series: Series) -> str:
    latest = series.latest
    if latest is None or latest.nation is None or latest.rate is None:
        return ""
    return f"Landelijk was het op {long_date(latest.day)} {latest.nation.words}. "


def _from_zero(shown: Chart) -> str:
    every = [*shown.own.marks, *(shown.other.marks if shown.other else ()), *((shown.level[1],) if shown.level else ())]
    ends = [one.low for one in every] + [one.high for one in every if one.high is not None]
    return "" if scale(min(ends), max(ends)).from_zero else "De schaal begint niet bij nul. "


def _mark(day: date, rate: Rate) -> Mark:
    low, high = rate.bounds
    words = rate.words.removesuffix(" %").replace("ten minste ", "≥ ").replace("ten hoogste ", "≤ ")
    return Mark(day, float(low), None if high is None else float(high), words)


def _amounts(report: Report, kinds: tuple[str, ...]) -> Iterator[Deel]:
    areas = dict.fromkeys(one.area for one in report.amounts if one.area.gebied in kinds)
    met = set()
    for area in areas:
        several = area.gebied in ("school", "schoolbestuur")
        key = (area.gebied, None if several else area.code)
        if key in met:
            continue
        met.add(key)
        for some, table in amount_tables(report, *key):
            anchor = f"{some.wat}-{area.gebied}-{key[1] or ''}".replace("_", "-").rstrip("-")
            anchor += "-overlapt" if some.overlaps else ""
            drawn = _amount_chart(some, anchor) if not several else None
            yield Deel(anchor, table.title, table.lead, drawn, _table(table, wide=True), table.notes)


def _amount_chart(table: Amounts, anchor: str) -> Grafiek | None:
    """A chart of the totals; none where there is no total, or where a line would join periods that are no equals."""
    lengths = [(row.day - row.van).days if row.van is not None else 0 for row in table.rows]
    if table.columns[0] != "totaal" or table.overlaps or max(lengths) - min(lengths) > LEAP:
        return None
    wholes = [(row.day, row.amounts[0].amount) for row in table.rows]
    marks = [
        Mark(day, one.low, one.high, one.words.replace(" tot ", "-").replace("ten minste", "≥"))
        for day, one in wholes
        if one is not None and (one.high is not None or one.low)
    ]
    if len(marks) < 2:
        return None
    shown = Chart(Line(f"dit {table.area.gebied}", marks), None, None, "aantal", "laatste dag van de periode")
    title = f"{WHAT[table.wat]} van {marks[0].day.year} tot {marks[-1].day.year}"
    about = f"Het totaal per periode. {_from_zero(shown)}Alle waarden staan in de tabel hieronder."
    return Grafiek(title, _held(about), chart(anchor, title, about, shown))


_NUMBERS = ("Percentage", "Totaal")


def _table(table: Table, *, wide: bool = False) -> Tabel:
    table = without_empty(table)
    columns = [Kolom(one, one in _NUMBERS or one.startswith(("SBO", "SO", "categorie"))) for one in table.head]
    rows = [tuple("–" if cell in (NOTHING, "") else _held(cell) for cell in row) for row in table.rows]
    return Tabel(table.title, columns, rows, breed=wide)


def _held(words: str) -> str:
    """A percentage that stays on one line."""
    return words.replace(" %", "\u00a0%")


def _finding(one: Finding) -> Melding:
    source = f"{one.norm.source}; aan zet: {one.norm.role.replace('_', ' ')}" if one.norm is not None else ""
    return Melding(f"{one.severity.value.capitalize()}, {one.code}", one.message, one.remedy, str(one.place), source)
