"""One pupil in two dossiers: known only when the whole folder has been read."""

from __future__ import annotations

from typing import TypeAlias

from ..findings.catalogue import coherence as codes
from ..findings.finding import Finding, Place, Related
from ..model.dossier import Dossier
from .load import Loaded

Pupil: TypeAlias = tuple[str, str, Place]
"""School, id, and where the id stands; small enough to hand from process to process."""


def pupil_of(loaded: Loaded) -> Pupil | None:
    """Whose dossier a file is; None when it is no dossier."""
    record = loaded.record
    if not isinstance(record, Dossier):
        return None
    return record.school, record.leerling.id, loaded.place(("leerling", "id"))


class Pupils:
    """The pupils met so far; it keeps a place for each, without the text of the line."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], Place] = {}

    def note(self, pupil: Pupil | None) -> Finding | None:
        """Remember a pupil; the finding when the same school has a dossier of the same pupil already."""
        if pupil is None:
            return None
        school, name, place = pupil
        first = self._seen.get((school, name))
        if first is None:
            self._seen[school, name] = Place(place.file, place.line, place.column, place.length)
            return None
        related = (Related(first, "hier staat hetzelfde kenmerk al"),)
        return codes.SAME_PUPIL.at(place, related=related, subject=name)
