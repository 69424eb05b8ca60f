"""The report as plain data for JSON, and as one flat table for CSV."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ...findings.render_json import as_data
from ...model.counts import Aantal
from ...model.rates import Comparison, Rate
from .amounts import FOLLOWED, Amounts
from .definitions import DEFINITIONS, WHAT
from .facts import JudgedArea
from .gathered import Area
from .origin import Origin
from .report import Report
from .series import Point, Series
from .sums import Whole
from .words import compared, incomplete, made_of, period, status_words, verdict_on

VERSION = 1
"""The version of the JSON; it goes up when a key changes its meaning or goes away."""

CSV_HEAD = (
    "gebied", "code", "wat", "definitie", "beoordeeld", "van", "peildatum", "uitsplitsing", "laagste", "hoogste", "eenheid",
    "vorige", "nulmeting", "landelijk", "oordeel", "waaruit", "bron", "stand",
)  # fmt: skip
"""The columns of the flat table; `laagste` and `hoogste` are the same where nothing is masked."""

Cell = str | int | Decimal | None


def head_data(report: Report) -> dict[str, Any]:
    """What holds for all figures."""
    return {
        "versie": VERSION,
        "samenwerkingsverband": report.number,
        "naam": report.name,
        "namen": {code: name for code, name in report.names.items() if code},
        "peildatum": report.peildatum.isoformat(),
        "kader": report.frame,
        "verzonnen": report.made_up,
        "bestanden": report.files,
        "niet_gelezen": report.refused,
    }


def report_data(report: Report, *, excerpts: bool = False) -> dict[str, Any]:
    """The whole report. Keys are Dutch, as in the records; an interval has `laagste` and `hoogste`, null is not known."""
    return {
        **head_data(report),
        "reeksen": [series_data(one, report) for one in report.series],
        "aantallen": [amounts_data(one, report) for one in report.amounts],
        "oordelen": [one for verdict in report.judged for one in _verdict_data(verdict)],
        "bevindingen": [as_data(one, excerpts=excerpts) for one in report.findings],
    }


def series_data(series: Series, report: Report) -> dict[str, Any]:
    """One series of rates."""
    division = DEFINITIONS.get(series.definitie, {}).get(series.wat)
    return {
        **_area(series.area),
        "wat": series.wat,
        "definitie": series.definitie,
        "bron": series.bron,
        "teller": division.part if division else None,
        "noemer": list(division.whole) if division else None,
        "beoordeeld": report.leads(series) and report.verdict(series.area) is not None,
        "verloop": series.trend,
        "punten": [_point(one, series, report) for one in series.points],
    }


def _point(point: Point, series: Series, report: Report) -> dict[str, Any]:
    verdict = report.verdict(series.area) if report.leads(series) else None
    status = verdict.status_of(series.wat, point.day) if verdict is not None else None
    return {
        "peildatum": point.day.isoformat(),
        "percentage": _rate(point.rate),
        "berekend": _rate(point.calculated),
        "gegeven": _rate(point.published),
        "reden": point.why_not or None,
        "waaruit": point.how or None,
        "leerlingen": {name: {"laagste": one.low, "hoogste": one.high} for name, one in point.counts} or None,
        "bron": point.origin.bron or None,
        "stand": point.origin.stand,
        "vorige": point.previous,
        "nulmeting": point.baseline,
        "landelijk": point.national,
        "landelijk_percentage": _rate(point.nation),
        "oordeel": status.value if status is not None else None,
    }


def amounts_data(table: Amounts, report: Report) -> dict[str, Any]:
    """One table of counts."""
    verdict = verdict_on(table, report)
    rows = []
    for row in table.rows:
        status = verdict.status_of(table.wat, row.day) if verdict is not None else None
        rows.append(
            {
                "van": row.van.isoformat() if row.van else None,
                "peildatum": row.day.isoformat(),
                "aantallen": [
                    {"uitsplitsing": title, **_whole(one)} for title, one in zip(table.columns, row.amounts, strict=True)
                ],
                "oordeel": status.value if status is not None else None,
            }
        )
    return {**_area(table.area), "wat": table.wat, "overlapt": table.overlaps, "rijen": rows}


def _verdict_data(verdict: JudgedArea) -> Iterator[dict[str, Any]]:
    for one in verdict.all:
        yield {
            **_area(verdict.area),
            "regel": one.rule.code,
            "wat": one.wat or None,
            "peildatum": one.day.isoformat(),
            "toestand": one.status.value,
            "ontbreekt": list(one.missing),
        }


def _word(one: Comparison | None) -> str | None:
    return None if one is None else compared(one)


def _area(area: Area) -> dict[str, Any]:
    return {"gebied": area.gebied, "code": area.code}


def _rate(rate: Rate | None) -> dict[str, Any] | None:
    if rate is None:
        return None
    low, high = rate.bounds
    made = {"laagste": float(low), "hoogste": None if high is None else float(high)}
    return {**made, "afgerond": True} if rate.published is not None else made


def _whole(whole: Whole) -> dict[str, Any]:
    amount = whole.amount or Aantal(0, None)
    known = whole.amount is not None
    return {
        "laagste": amount.low if known else None,
        "hoogste": amount.high,
        "waaruit": whole.how or None,
        "bron": whole.origin.bron or None,
        "stand": whole.origin.stand,
    }


def csv_rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    """The flat table: a row for each rate on each day, and for each count."""
    for series in report.series:
        judged = report.verdict(series.area) if report.leads(series) else None
        for point in series.points:
            low, high = point.rate.bounds if point.rate is not None else (None, None)
            status = status_words(judged.status_of(series.wat, point.day)) if judged and point.rate else None
            yield (
                series.area.gebied, series.area.code, WHAT[series.wat], series.definitie, "ja" if judged else "nee", None,
                point.day.isoformat(), None, low, high, "procent", _word(point.previous), _word(point.baseline),
                _word(point.national), status, point.why_not or made_of(point), point.origin.bron,
                point.origin.stand,
            )  # fmt: skip
    for table in report.amounts:
        judged = verdict_on(table, report)
        for row in table.rows:
            status = status_words(judged.status_of(table.wat, row.day)) if judged else None
            for title, one in zip(table.columns, row.amounts, strict=True):
                how = "; ".join(words for words in (one.how, "overlapt een andere periode" if table.overlaps else "") if words)
                low_, high_ = (one.amount.low, one.amount.high) if one.amount else (None, None)
                yield (
                    table.area.gebied, table.area.code, WHAT[table.wat], None, "ja" if judged else "nee",
                    row.van.isoformat() if row.van else None, row.day.isoformat(), title, low_, high_, "aantal", None, None, None,
                    status, how, one.origin.bron, one.origin.stand,
                )  # fmt: skip


def short_lines(report: Report) -> Iterator[str]:
    """One line a figure, of its last day: `PO9999: deelname_sbo 2025-10-01: 2,13 % (vensters): voldaan; bron: DUO`."""
    yield from incomplete(report)
    for series in report.leading:
        latest = series.latest
        if latest is None or latest.rate is None:
            continue
        verdict = report.verdict(series.area)
        status = f": {status_words(verdict.status_of(series.wat, latest.day))}" if verdict is not None else ""
        name = series.area.code or series.area.gebied
        said = f"{name}: {series.wat} {latest.day.isoformat()}: {latest.rate.words} ({series.definitie}){status}"
        yield f"{said}{_source(latest.origin)}"
    for table in report.amounts:
        if table.wat in FOLLOWED and not table.overlaps:
            last = table.rows[-1]
            words = last.amounts[0].amount.words if last.amounts[0].amount is not None else last.amounts[0].how
            yield f"{table.area.code or table.area.gebied}: {table.wat} {period(last)}: {words}{_source(last.amounts[0].origin)}"


def _source(origin: Origin) -> str:
    return f"; bron: {origin.words}" if origin.words else ""
