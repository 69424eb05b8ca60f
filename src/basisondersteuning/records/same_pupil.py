"""One pupil in two dossiers: known only when the whole folder has been read. Of such files one counts."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from ..findings.catalogue import coherence as codes
from ..findings.finding import Finding, Place, Related, readable

if TYPE_CHECKING:
    from ..model.dossier import Dossier
    from .discover import Candidate
    from .load import Loaded

Pupil: TypeAlias = tuple[str, str, int, int]
"""School, id, and line and column of that id: small enough to hand from process to process."""

T = TypeVar("T")


def pupil_of(loaded: Loaded) -> Pupil | None:
    """Whose dossier a file is; None when it is no dossier."""
    if loaded.kind != "dossier" or loaded.record is None or loaded.document is None:
        return None
    record = cast("Dossier", loaded.record)
    mark = loaded.document.mark(("leerling", "id"))[0]
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
    return record.school, record.leerling.id, line, column


def stem_of(path: str) -> str:
    """The name of a file without its ending, in small letters, as ids are compared."""
    return os.path.splitext(os.path.basename(path))[0].lower()


def is_own(path: str, pupil: str) -> bool:
    """Whether a file is named just after this pupil: it goes before other files of the pupil, which are copies mostly."""
    return stem_of(path) == pupil.lower()


def stems_of(found: Iterable[Candidate | Finding]) -> frozenset[str]:
    """The names of files that will be read, for `own_first`."""
    return frozenset(stem_of(one.path) for one in found if not isinstance(one, Finding))


def own_first(results: Iterable[T], stems: Container[str]) -> Iterator[T]:
    """What files gave (with `path` and `pupil`), a file after the one that is named just after its pupil, where there is one.

    So the first that comes is the one that counts. Only files that must wait are held.
    """
    waiting: list[T] = []
    for one in results:
        pupil: Pupil | None = getattr(one, "pupil", None)
        if pupil is not None and pupil[1].lower() in stems and not is_own(str(getattr(one, "path", "")), pupil[1]):
            waiting.append(one)
        else:
            yield one
    yield from waiting


class Pupils:
    """The pupils met so far.

    Of each only a hash and the name of the file are kept, so that ten thousand pupils cost two megabytes.
    """

    def __init__(self) -> None:
        self._seen: dict[int, str] = {}

    def note(self, path: str, pupil: Pupil | None) -> Finding | None:
        """Remember a pupil; the finding when the same school has a dossier of the same pupil already.

        The finding names both files and says which one counts: the one named just after the pupil, else the first. It stands
        in the file that does not count.
        """
        if pupil is None:
            return None
        school, name, line, column = pupil
        key = hash((school, name))
        first = self._seen.setdefault(key, path)
        if first is path:
            return None
        counts = path if is_own(path, name) and not is_own(first, name) else first
        self._seen[key] = counts
        here = Place(path, line, column)
        place, other = (here, Place(first)) if counts is first else (Place(first), here)
        related = (Related(other, "hier staat hetzelfde kenmerk; dit bestand telt mee"),)
        message = f"Dit kenmerk van een leerling staat in meer dan één dossier; {readable(counts)} telt mee."
        return codes.SAME_PUPIL.at(place, message, related=related, subject=name)
