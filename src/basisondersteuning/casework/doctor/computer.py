"""The computer: Python, parts that are installed or not, date, and what is kept of earlier runs."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from importlib.util import find_spec

from ... import __version__
from ...model.words import long_date
from ..cache import place, stores
from .check import Check, State, shown

_PARTS = {
    "docx": (("docxtpl", "docx", "lxml", "resvg_py"), "documenten in Word"),
    "pdf": (("weasyprint",), "documenten als PDF"),
    "ics": (("icalendar",), "data in uw agenda (.ics)"),
    "xlsx": (("xlsxwriter",), "rapporten in Excel"),
    "watch": (("watchfiles",), "bo watch"),
    "lsp": (("pygls",), "meldingen in uw editor (bo lsp)"),
    "dask": (("distributed",), "werk verdelen over een rekencluster"),
}
"""What each extra brings, and what it is for."""

_DAY = 86_400
_DUTCH_HOURS = (1, 2)
"""Hours before UTC in the Netherlands, in winter and in summer."""


def computer_checks() -> Iterator[Check]:
    """All that holds for the computer, whatever the folder."""
    bits = ".".join(map(str, sys.version_info[:3]))
    yield Check("versie", State.GOED, f"bo {__version__}, met Python {bits}.")
    yield from _parts()
    yield from _clock()
    yield _cache()


def _parts() -> Iterator[Check]:
    missing = {name: about for name, (modules, about) in _PARTS.items() if not all(map(_there, modules))}
    present = [about for name, (_, about) in _PARTS.items() if name not in missing]
    if present:
        yield Check("onderdelen", State.GOED, f"Geïnstalleerd: {', '.join(present)}.")
    for name, about in missing.items():
        words = f"Niet geïnstalleerd, en alleen nodig voor: {about}."
        yield Check("onderdelen", State.INFO, words, f'pip install "basisondersteuning[{name}]"')


def _there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _clock() -> Iterator[Check]:
    now = datetime.now().astimezone()
    day = long_date(now.date())
    with suppress(OSError):
        if os.stat(__file__).st_mtime > time.time() + _DAY:
            yield Check(
                "datum",
                State.MIS,
                f"Volgens deze computer is het {day}. Dat is vóór de dag waarop bo werd geïnstalleerd.",
                "Zet datum en tijd van de computer goed; bo rekent termijnen vanaf vandaag.",
            )
            return
    offset = now.utcoffset()
    hours = offset.total_seconds() / 3600 if offset is not None else 0
    if hours in _DUTCH_HOURS:
        yield Check("datum", State.GOED, f"Vandaag is {day}, in Nederlandse tijd.")
    else:
        words = f"Vandaag is {day}, maar de computer staat niet op Nederlandse tijd ({now:%H:%M})."
        yield Check(
            "datum", State.LET_OP, words, "Rond middernacht kan bo een dag ernaast zitten. Stel de tijdzone in op Amsterdam."
        )


def _cache() -> Check:
    try:
        folder = place()
    except ValueError:
        words = "Er is geen eigen map om uitkomsten te bewaren. Alles werkt, maar een tweede keer gaat niet sneller."
        return Check("bewaarde uitkomsten", State.LET_OP, words, "Noem een map in de omgevingsvariabele BO_CACHE.")
    found = stores(folder)
    size = sum(number for _, number in found)
    if not _writable(folder):
        words = f"In {shown(folder)} kan bo niet schrijven. Alles werkt, maar een tweede keer gaat niet sneller."
        return Check("bewaarde uitkomsten", State.LET_OP, words, "Maak de map beschrijfbaar, of noem een andere in BO_CACHE.")
    kept = f"{_megabytes(size)} in {shown(folder)}" if found else f"nog niets; ze komen in {shown(folder)}"
    return Check("bewaarde uitkomsten", State.GOED, f"Voor een snelle tweede keer: {kept}.")


def clear_cache() -> tuple[int, int]:
    """Throw away what is kept of earlier runs: how many bytes went, and how many files would not go."""
    try:
        folder = place()
    except ValueError:
        return 0, 0
    gone = stuck = 0
    for path, size in stores(folder):
        try:
            os.unlink(path)
            gone += size
        except OSError:
            stuck += 1
    return gone, stuck


def _writable(folder: str) -> bool:
    while not os.path.lexists(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
