"""One pupil in two dossiers: known only when the whole folder has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from ..findings.catalogue import coherence as codes
from ..findings.finding import Finding, Place, Related

if TYPE_CHECKING:
    from .load import Loaded

Pupil: TypeAlias = tuple[str, str, Place]
"""School, id, and where the id stands, without the line itself; small enough to hand from process to process."""


def pupil_of(loaded: Loaded) -> Pupil | None:
    """Whose dossier a file is; None when it is no dossier."""
    record: Any = loaded.record
    if loaded.kind != "dossier" or record is None:
        return None
    mark = loaded.document.mark(("leerling", "id"))[0] if loaded.document is not None else None
    place = Place(loaded.name) if mark is None else Place(loaded.name, mark.line + 1, mark.column + 1)
    return record.school, record.leerling.id, place


class Pupils:
    """The pupils met so far, each with the place where it was met first."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], Place] = {}

    def note(self, pupil: Pupil | None) -> Finding | None:
        """Remember a pupil; the finding when the same school has a dossier of the same pupil already."""
        if pupil is None:
            return None
        school, name, place = pupil
        first = self._seen.get((school, name))
        if first is None:
            self._seen[school, name] = place
            return None
        related = (Related(first, "hier staat hetzelfde kenmerk al"),)
        return codes.SAME_PUPIL.at(place, related=related, subject=name)
