"""The receipt of a verdict: what it was made from, so that anyone can make it again and see that it is the same.

Same record, same frame, same calendar, same peildatum: same verdict, to the byte. A receipt holds fingerprints and no
text of the record.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple

from .. import __version__
from ..findings.finding import readable
from ..norms.calendar import Calendar
from ..norms.frame import Series


class Origin(NamedTuple):
    """Under what a verdict was made, besides the record.

    `asked` is the frame as the user named it (None: the one that the samenwerkingsverband or `bo` chose), `swv` the
    file with the school holidays (None: there was none).
    """

    series: Series
    calendar: Calendar
    asked: str | None
    swv: str | None


LENGTH = 16
"""Hexadecimal characters of a fingerprint in a receipt."""


def of_bytes(data: bytes) -> str:
    """The fingerprint of a file."""
    return hashlib.sha256(data).hexdigest()[:LENGTH]


def of_verdict(verdict: dict[str, Any]) -> str:
    """The fingerprint of a verdict as data.

    Left out are the fingerprint of the frame, which stands in the receipt itself, and what is to be done: that follows
    from the rest, and a user may have asked for a part of it.
    """
    kept = {key: value for key, value in verdict.items() if key not in ("normenkader", "te_doen")}
    frame = verdict["normenkader"]["code"]
    return of_bytes(json.dumps({**kept, "normenkader": frame}, sort_keys=True).encode())


def receipt(path: str, record: bytes, verdict: dict[str, Any], origin: Origin) -> dict[str, Any]:
    """The receipt as plain data; `record` is the file as it was read, `verdict` the whole verdict as data."""
    return {
        "bo": __version__,
        "peildatum": verdict["peildatum"],
        "dossier": {"bestand": readable(path), "vingerafdruk": of_bytes(record)},
        "normenkader": {
            "gevraagd": origin.asked,
            "reeks": origin.series.name,
            "versies": [{"code": one.code, "vingerafdruk": one.digest} for one in origin.series.versions],
        },
        "kalender": {"bestand": origin.swv, "vingerafdruk": origin.calendar.digest},
        "oordeel": {"vingerafdruk": of_verdict(verdict)},
    }
