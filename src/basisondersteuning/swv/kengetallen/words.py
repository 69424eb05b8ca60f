"""The report in words: tables of text that the terminal, the page, the workbook and CSV share."""

from __future__ import annotations

from ...model.kengetallen import NULMETING
from ...model.rates import Comparison, compare
from ...model.words import count, long_date, short_date
from ...norms.status import Status
from .amounts import FOLLOWED, AmountRow, Amounts
from .definitions import WHAT, definition_words
from .facts import JudgedArea
from .gathered import Area
from .report import Report
from .series import Point, Series

NOTHING = "-"
"""Where there is nothing to compare with."""

STATUS_WORDS = {
    Status.VOLDAAN: "voldaan",
    Status.TE_LAAT_VOLDAAN: "voldaan, te laat",
    Status.OPEN: "nog te doen",
    Status.TE_LAAT: "aandacht",
    Status.GESCHONDEN: "aandacht",
    Status.AFGEWEKEN: "afgeweken",
    Status.NIET_VAN_TOEPASSING: "niet van toepassing",
    Status.ONBEKEND: "onbekend",
    Status.OORDEEL_NODIG: "oordeel nodig",
}
"""Statuses as they are said of a figure: the aim of passage 31 is something to watch, not something that is broken."""

NOT_JUDGED = "niet beoordeeld"
"""No rule is about this."""

_COMPARED: dict[Comparison | None, str] = {"onzeker": "niet te zeggen", None: NOTHING}


def status_words(status: Status | None) -> str:
    """A status as a reader sees it; without one nothing was judged, which is not the same as fine."""
    return NOT_JUDGED if status is None else STATUS_WORDS[status]


def compared(one: Comparison | None) -> str:
    """`lager`, `gelijk`, `hoger`, `niet te zeggen`, or `-` when there is nothing to compare with."""
    return _COMPARED.get(one) or str(one)


MOST_NAMES = 3
"""How many samenwerkingsverbanden are named in a heading; a setting of `bo`."""


def heading(report: Report) -> str:
    """Whose figures these are."""
    return f"Kengetallen {whose(report)}".rstrip()


def whose(report: Report) -> str:
    """The samenwerkingsverband that these figures are of, or all of them; empty when it is not known."""
    if len(report.numbers) > MOST_NAMES:
        return f"van {len(report.numbers)} samenwerkingsverbanden"
    if report.several:
        return ", ".join(area_words(Area("samenwerkingsverband", one), report) for one in report.numbers)
    return ", ".join(one for one in (report.name, report.number) if one)


def area_words(area: Area, report: Report) -> str:
    """What an area is, with the name of the samenwerkingsverband where it has one; among several also its number."""
    if area.gebied == "samenwerkingsverband":
        name = report.name if area.code in (None, report.number) and not report.several else report.names.get(area.code)
        if report.several:
            return f"{name} ({area.code})" if name and area.code else area.words if area.code else f"{area.words} zonder nummer"
        return name or area.words
    school = report.schools.get(area.code or "") if area.gebied == "school" else None
    if school is not None:
        return f"{school} ({area.code})"
    return "Nederland" if area.gebied == "landelijk" else area.words


def made_of(point: Point) -> str:
    """What a rate was made of: `sbo 234, bao 10214`, or that it was given."""
    counts = ", ".join(f"{name} {one.words}" for name, one in point.counts)
    return "; ".join(one for one in (counts, point.how) if one)


def trend_words(series: Series) -> str:
    """From the first to the last day, in a sentence."""
    known = series.known
    if len(known) < 2:
        return ""
    first, last = known[0], known[-1]
    assert first.rate is not None and last.rate is not None
    years = f"van {first.day.year} tot {last.day.year}"
    way = compare(last.rate, first.rate)
    if way == "onzeker":
        return f"Of het {years} steeg of daalde, is niet te zeggen: {first.rate.words}, en {last.rate.words}."
    word = {"lager": "gedaald", "hoger": "gestegen", "gelijk": "gelijk gebleven"}[way]
    return f"{years.capitalize()} {word}: van {first.rate.words} naar {last.rate.words}."


def verdict_on(table: Amounts, report: Report) -> JudgedArea | None:
    """What the norms say of these counts; None when no rule is about them."""
    verdict = report.verdict(table.area) if table.wat in FOLLOWED else None
    return verdict if verdict is not None and any(one.wat == table.wat for one in verdict.all) else None


def period(row: AmountRow) -> str:
    """A day, or a period with both ends."""
    return short_date(row.day) if row.van is None else f"{short_date(row.van)} t/m {short_date(row.day)}"


def summary(report: Report) -> list[tuple[str, str, str]]:
    """What is said first: of each figure that is judged its last value and what the norms say of it."""
    found = []
    for series in report.leading:
        verdict = report.verdict(series.area)
        latest = series.latest
        if verdict is None or latest is None or latest.rate is None:
            continue
        status = status_words(verdict.status_of(series.wat, latest.day))
        of = f" van {area_words(series.area, report)}" if len(report.judged) > 1 else ""
        found.append((f"{WHAT[series.wat]}{of} op {long_date(latest.day)}", latest.rate.words, status))
    return found


def judged_first(report: Report) -> list[Series]:
    """The series that are shown first: of each figure of an area the leading one; the country is what to hold against."""
    return [one for one in report.leading if one.area.gebied != "landelijk"]


def not_judged(report: Report) -> list[Series]:
    """All other series, those of the country last."""
    first = judged_first(report)
    return sorted((one for one in report.series if one not in first), key=lambda one: one.area.gebied == "landelijk")


def aside(series: Series, report: Report) -> str:
    """A series that is not judged, in one sentence."""
    latest = series.latest
    assert latest is not None and latest.rate is not None
    what = f"{WHAT[series.wat]}, {area_words(series.area, report)}, {definition_words(series.definitie, series.wat, series.bron)}"
    compares = f", op 1-10-2013 {series.baseline.words}" if series.baseline is not None and latest.day != NULMETING else ""
    source = f"; bron: {latest.origin.words}" if latest.origin.words else ""
    return f"{what}: op {short_date(latest.day)} {latest.rate.words}{compares}{source}."


def opening(report: Report) -> list[str]:
    """What a reader must know before the figures: the day, the frame, and that figures are made up."""
    lines = [f"Stand op {long_date(report.peildatum)}, uit {count(report.files, 'bestand', 'bestanden')}."]
    if report.made_up:
        lines.append("Let op: in deze bestanden staan verzonnen cijfers, als voorbeeld.")
    lines += incomplete(report)
    if report.frame is not None and not report.ruled:
        lines.append(f"Niet beoordeeld: het normenkader {report.frame} heeft geen regels over kengetallen.")
    elif report.frame is not None and not any(one.all for one in report.judged):
        lines.append("Niet beoordeeld: het normenkader vraagt iets van cijfers die hier niet staan.")
    elif report.frame is not None:
        lines.append(f"Beoordeeld volgens het normenkader {report.frame}.")
    else:
        lines.append("Niet beoordeeld: er is geen normenkader gebruikt.")
    judged = [one for one in report.leading if report.verdict(one.area) is not None]
    lines += [f"{WHAT[one.wat]} is beoordeeld {definition_words(one.definitie, one.wat, one.bron)}." for one in judged]
    lines += [words for one in judged if (words := _incomparable(one, report))]
    if report.asked is not None:
        others = dict.fromkeys(WHAT[one.wat] for one in judged if one.definitie != report.asked)
        lines += [f"{one} is volgens {report.asked} niet te berekenen." for one in others]
    if not report.series and not report.amounts:
        which = "de andere" if report.refused else "deze"
        lines.append(f"In {which} bestanden staan geen cijfers tot en met deze dag.")
    return list(dict.fromkeys(lines))


def incomplete(report: Report) -> list[str]:
    """That some files do not count, in a sentence; nothing when all do."""
    if not report.refused:
        return []
    files = count(report.refused, "bestand telt", "bestanden tellen")
    why = "het is" if report.refused == 1 else "zij zijn"
    return [f"Niet volledig: {files} niet mee, want {why} niet te lezen of er staan fouten in."]


def _incomparable(series: Series, report: Report) -> str:
    """That a figure which is judged cannot be held against the baseline; empty when it can."""
    latest = series.latest
    if series.baseline is not None or latest is None or latest.day <= NULMETING:
        return ""
    of = f" van {area_words(series.area, report)}" if report.several else ""
    return (
        f"{WHAT[series.wat]}{of} is niet met 1 oktober 2013 te vergelijken: volgens {series.named} is er van die dag geen cijfer."
    )


LEGEND = (
    "Een percentage als 1,90-2,08 % ligt ergens tussen die twee: een deel van de aantallen is afgeschermd.",
    "Kan het daardoor beide kanten op, dan staat er «niet te zeggen».",
    "«-» betekent: er is niets om mee te vergelijken. «Vorige» is de vorige dag met een cijfer.",
)
"""How to read the tables."""
