"""Rates that no region has: a mistake in what several files say together, which none of them shows by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...findings.catalogue import desk
from ...findings.finding import Finding
from ...model.rates import UNLIKELY
from .definitions import WHAT
from .gathered import Gathered
from .series import Series


def unlikely(gathered: Gathered, series: Iterable[Series]) -> Iterator[Finding]:
    """Each day with a rate above `UNLIKELY` of the country or a samenwerkingsverband, once, where its file did not say so."""
    told = {one.place.file for one in gathered.findings if one.code == desk.RATE_UNLIKELY.code}
    met = set()
    for one in series:
        for point in one.points:
            made, written = point.calculated, point.written
            if made is None or made.low <= UNLIKELY or written is None or one.area.gebied in ("school", "schoolbestuur"):
                continue
            key = (one.area, one.wat, point.day)
            if key not in met and written.loaded.name not in told and written.path[0] == "tellingen":
                met.add(key)
                message = f"{WHAT[one.wat]}: meer dan de helft van de leerlingen, dat is onwaarschijnlijk."
                yield desk.RATE_UNLIKELY.at(written.place("aantal"), message)
