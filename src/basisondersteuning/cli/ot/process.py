"""`bo ot verwerk`."""

from __future__ import annotations


def process() -> int:
    """Nog in aanbouw."""
    return 0
