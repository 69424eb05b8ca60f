"""From changes to the new bytes of a file. The result is read again before it is handed over."""

from __future__ import annotations

from collections.abc import Sequence

from ...findings.catalogue import meeting as codes
from ...findings.finding import Finding, Place
from ..append import append
from .changes import Add, Change


def edited(source: bytes, changes: Sequence[Change], *, name: str = "") -> bytes | Finding:
    """The bytes of a file with the changes made, one after the other.

    A finding comes back when the file cannot be read, or is written in a way in which nothing can be changed safely: then
    nothing was. `name` is the file, for that finding.
    """
    for one in changes:
        if not isinstance(one, Add) or len(one.path) != 1 or one.at is not None:
            return codes.TOO_SPECIAL.at(Place(name))
        done = append(source, {str(one.path[0]): [one.item]}, name=name)
        if isinstance(done, Finding):
            return done
        source = done
    return source
