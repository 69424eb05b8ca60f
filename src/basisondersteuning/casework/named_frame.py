"""Whether the norm frame that a samenwerkingsverband names is there: one that comes with `bo`, or one in its folder `kaders`."""

from __future__ import annotations

import os
from collections.abc import Iterator

from ..findings.finding import Finding, Place
from ..model.swv import Samenwerkingsverband
from ..norms.frame_heads import Head, head_of
from ..norms.library import BUILT_IN, open_library
from ..records.discover import Candidate, discover
from ..records.load import Loaded
from .setup import FRAMES


def frames_of(folder: str) -> Iterator[tuple[str, Head, bool]]:
    """The frames for a samenwerkingsverband in this folder, by their heads: the path, the head, and whether `bo` brings it."""
    own = os.path.join(folder, FRAMES)
    for place in (str(BUILT_IN), *([own] if os.path.isdir(own) else ())):
        for one in discover([place]):
            head = head_of(one.path) if isinstance(one, Candidate) else None
            if isinstance(one, Candidate) and head is not None:
                yield one.path, head, place != own


def missing_frame(name: str, folder: str, place: Place | None = None) -> Finding | None:
    """The finding for a frame that is not there, by the name of a series or a version; None when it is."""
    if any(name in (head.series, head.code) for _, head, _ in frames_of(folder)):
        return None
    own = os.path.join(folder, FRAMES)
    library = open_library([own] if os.path.isdir(own) else [])  # a head may be written in an unusual way
    return None if library.find(name) is not None else library.missing(name, place)


def check_named_frame(loaded: Loaded) -> list[Finding]:
    """What is wrong with the frame that the file of a samenwerkingsverband names."""
    record = loaded.record
    if not isinstance(record, Samenwerkingsverband) or record.normenkader is None:
        return []
    found = missing_frame(record.normenkader, os.path.dirname(loaded.name) or ".", loaded.place(("normenkader",)))
    return [found] if found is not None else []
