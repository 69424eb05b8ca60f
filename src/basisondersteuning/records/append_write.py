"""Put the new text of a record in place of the old, unless someone else changed the file meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

from ..findings.catalogue import meeting as codes
from ..findings.finding import Finding, Place
from .append import BOM
from .source import Source
from .write import locked, reason, replace


def original(source: Source) -> bytes | Finding:
    """The bytes of a file as they are on disk, when they are still those that were read."""
    try:
        data = Path(source.name).read_bytes()
    except OSError as error:
        return _refused(source.name, error)
    return data if data.removeprefix(BOM) == source.data else codes.CHANGED_MEANWHILE.at(Place(source.name))


def put(path: str, old: bytes, new: bytes) -> Finding | None:
    """Write the new bytes of a file; None when that was done.

    The file keeps its rights, and a link keeps leading to it. A finding when it is not what it was, or may not be written:
    then nothing has changed.
    """
    real = os.path.realpath(path)
    try:
        if not os.stat(real).st_mode & 0o222 or not os.access(real, os.W_OK):
            raise PermissionError(real)
        with locked(real):
            if Path(real).read_bytes() != old:
                return codes.CHANGED_MEANWHILE.at(Place(path))
            replace(real, new.decode())
    except OSError as error:
        return _refused(path, error)
    return None


def _refused(path: str, error: OSError) -> Finding:
    return codes.NOT_WRITTEN.at(Place(path), f"Dit bestand is niet te schrijven: {reason(error)}. Het is gebleven zoals het was.")
