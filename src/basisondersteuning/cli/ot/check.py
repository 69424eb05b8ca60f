"""`bo ot check`."""

from __future__ import annotations


def check() -> int:
    """Nog in aanbouw."""
    return 0
