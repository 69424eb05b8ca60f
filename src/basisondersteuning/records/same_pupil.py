"""One pupil in two dossiers: known only when the whole folder has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from ..findings.catalogue import coherence as codes
from ..findings.finding import Finding, Place, Related

if TYPE_CHECKING:
    from ..model.dossier import Dossier
    from .load import Loaded

Pupil: TypeAlias = tuple[str, str, int, int]
"""School, id, and line and column of that id: small enough to hand from process to process."""


def pupil_of(loaded: Loaded) -> Pupil | None:
    """Whose dossier a file is; None when it is no dossier."""
    if loaded.kind != "dossier" or loaded.record is None or loaded.document is None:
        return None
    record = cast("Dossier", loaded.record)
    mark = loaded.document.mark(("leerling", "id"))[0]
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
    return record.school, record.leerling.id, line, column


class Pupils:
    """The pupils met so far.

    Of each only a hash and the name of the file are kept, so that ten thousand pupils cost two megabytes.
    """

    def __init__(self) -> None:
        self._seen: dict[int, str] = {}

    def note(self, path: str, pupil: Pupil | None) -> Finding | None:
        """Remember a pupil; the finding when the same school has a dossier of the same pupil already."""
        if pupil is None:
            return None
        school, name, line, column = pupil
        first = self._seen.setdefault(hash((school, name)), path)
        if first is path:
            return None
        related = (Related(Place(first), "hier staat hetzelfde kenmerk al"),)
        return codes.SAME_PUPIL.at(Place(path, line, column), related=related, subject=name)
