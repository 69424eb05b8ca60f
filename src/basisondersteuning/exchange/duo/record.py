"""What was brought in from DUO, as the text of a record `kengetallen`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...findings.finding import readable
from ...model.words import count, short_date
from ...records.kengetallen_text import figures_text
from .bringing import Brought, Count
from .counting import Counted
from .layouts import SO_PLACES_PAGE


class About(NamedTuple):
    """What the record says of itself: number and name of the samenwerkingsverband, whether figures are made up, their state."""

    number: str | None
    name: str | None
    made_up: bool
    state: str | None


def record_text(brought: Brought, about: About) -> str:
    """The text of the record, with where everything comes from in comments."""
    head = {"samenwerkingsverband": about.number, "naam": about.name, "verzonnen": "ja" if about.made_up else None}
    return figures_text(_comments(brought, about), head, (_count(one, about) for one in brought.counts))


def left_out(one: Counted, number: str | None) -> Iterator[str]:
    """Which rows of a file are not in our counts, in words; none is left out in silence."""
    whose = (
        f"andere samenwerkingsverbanden dan {number}" if number else "een samenwerkingsverband; van welk u bent, is niet bekend"
    )
    told = (
        (one.vso, "van het vso"),
        (one.outside, "van scholen buiten het samenwerkingsverband" + ("; wel in het landelijke aantal" if one.national else "")),
        (one.without_payer, "zonder betalend samenwerkingsverband"),
        (one.others, f"van {whose}"),
    )
    return (f"{count(rows, 'rij', 'rijen')} {which}" for rows, which in told if rows)


def _comments(brought: Brought, about: About) -> Iterator[str]:
    yield "Kengetallen uit bestanden van DUO, gemaakt door `bo import duo`. Vul aan wat u weet; bo kengetallen leest dit bestand."
    if about.made_up:
        yield "De cijfers zijn verzonnen: een voorbeeld."
    yield ""
    for one in brought.files:
        if one.layout is None or not one.sound:
            yield f"{readable(one.path)}: niet meegeteld, want er is iets mis mee"
            continue
        days = ", ".join(short_date(day) for day in sorted(one.days)) or "geen"
        yield f"{readable(one.path)}: {one.layout.title}; {count(one.rows, 'rij', 'rijen')}; peildatum {days}"
        yield from (f"  niet meegeteld: {rows}" for rows in left_out(one, about.number))
        yield f"  indeling: {SO_PLACES_PAGE if 'binnen_swv' in one.names else one.layout.page}"
    yield ""
    yield "Een klein aantal staat bij DUO als <5: dat is 1 tot en met 4. Een som daarvan staat er als laagste-hoogste aantal."
    if any(one.area == "samenwerkingsverband" and one.group.education != "so" for one in brought.counts):
        number = count(len(brought.schools or ()), "school", "scholen")
        yield f"Bij het samenwerkingsverband: bao en sbo zijn de som van zijn {number}."
    if any(one.area == "samenwerkingsverband" and one.group.education == "so" for one in brought.counts):
        yield "Bij het samenwerkingsverband: so is geteld naar wie betaalt, niet naar waar de school staat."


def _count(one: Count, about: About) -> dict[str, str | None]:
    group = one.group
    return {
        "peildatum": group.day.isoformat(),
        "wat": "leerlingen",
        "onderwijs": group.education,
        "cluster": group.cluster,
        "aantal": one.number.written,
        "gebied": one.area,
        "code": group.code or None,
        "bron": f"DUO, {readable(one.source.replace(chr(92), '/').rsplit('/', 1)[-1])}",
        "stand": about.state,
    }
