"""`bo ot plan`."""

from __future__ import annotations


def plan() -> int:
    """Nog in aanbouw."""
    return 0
