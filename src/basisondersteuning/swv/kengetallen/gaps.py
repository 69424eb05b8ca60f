"""Why a figure cannot be held against the baseline or the country, as what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...model.kengetallen import NULMETING
from ...model.rates import Rate
from ...model.words import short_date
from ...norms.status import Status
from .facts import Judged
from .gathered import Area
from .series import NATIONAL, Point, Series

_BASELINE = "het cijfer van 1 oktober 2013"


def remedy_of(one: Judged, area: Area, leads: Iterable[Series], series: Sequence[Series]) -> str:
    """What to add so that a rule about one figure can be answered; empty where the figures do not tell what is missing."""
    lead = next((each for each in leads if each.area == area and each.wat == one.wat), None)
    if one.status is not Status.ONBEKEND or lead is None:
        return ""
    point = next((each for each in lead.known if each.day == one.day), None)
    if point is None:
        return ""
    told: list[str] = []
    if "tegenover_nulmeting" in one.missing:
        told += _baseline(lead, point, series)
    if "tegenover_landelijk" in one.missing:
        told += _nation(lead, point, series)
    return " ".join(dict.fromkeys(told))


def _baseline(lead: Series, point: Point, series: Iterable[Series]) -> Iterator[str]:
    then = next((each for each in lead.points if each.day == NULMETING), None)
    if then is None or then.rate is None:
        others = [each for each in series if (each.area, each.wat) == (lead.area, lead.wat) and each.baseline is not None]
        yield _absent(_BASELINE, lead, then, others)
        return
    yield from _unsure("", short_date(point.day), point)
    yield from _unsure("", "1 oktober 2013", then)


def _nation(lead: Series, point: Point, series: Iterable[Series]) -> Iterator[str]:
    day = short_date(point.day)
    country = [each for each in series if (each.area, each.wat) == (NATIONAL, lead.wat)]
    same = [each for each in country if (each.definitie, each.bron) == (lead.definitie, lead.bron)]
    then = next((each for one in same for each in one.points if each.day == point.day), None)
    if then is None or then.rate is None:
        others = [one for one in country if any(each.day == point.day for each in one.known)]
        yield _absent(f"het landelijke cijfer van {day}", lead, then, others)
        return
    yield from _unsure("", day, point)
    yield from _unsure("landelijke ", day, then)


def _absent(what: str, lead: Series, then: Point | None, others: Iterable[Series]) -> str:
    """A figure to compare with that is not there under the definition of a series."""
    names = list(dict.fromkeys(one.named for one in others))
    if names:
        return f"Zoek {what} volgens {lead.named} op; nu is het er alleen volgens {' en '.join(names)}."
    if then is not None:
        return f"{what[0].upper()}{what[1:]} is niet te berekenen: {then.why_not}. Vul dat aan."
    return f"Zet {what} volgens {lead.named} in de kengetallen, met bron."


def _unsure(whose: str, day: str, point: Point) -> Iterator[str]:
    """What makes a figure that is there too imprecise to say which of two is higher; nothing when it is exact."""
    rate: Rate | None = point.rate
    if rate is None or rate.exact is not None:
        return
    if rate.published is not None:
        yield f"Zoek het {whose}cijfer van {day} met meer cijfers achter de komma op: door het afronden kan het beide kanten op."
    elif rate.high is None:
        yield f"Vul de {whose}aantallen van {day} aan: een deel is niet geteld of afgeschermd."
    else:
        yield f"Zoek de afgeschermde {whose}aantallen van {day} op: zolang die ontbreken, kan het beide kanten op."
