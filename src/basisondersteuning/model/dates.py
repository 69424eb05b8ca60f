"""Dates as a record and a user write them; plain Python, so that a command can read one without loading the models."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DUTCH = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years a date may lie in; beyond them it is a typing error, and date arithmetic would run off the end."""


@lru_cache(maxsize=1024)
def parse_date(text: str) -> date:
    """Read `2026-11-03` or `3-11-2026`; raise ValueError for every other form and for days that do not exist
    or lie centuries away.
    """
    if found := _ISO.fullmatch(text):
        day = date(int(found[1]), int(found[2]), int(found[3]))
    elif found := _DUTCH.fullmatch(text):
        day = date(int(found[3]), int(found[2]), int(found[1]))
    else:
        raise ValueError(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(text)
    return day
