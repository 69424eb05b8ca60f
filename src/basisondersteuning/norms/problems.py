"""Where mistakes in a frame are gathered while it is checked and compiled."""

from __future__ import annotations

from collections.abc import Iterable

from ..findings.code import Code
from ..findings.finding import Finding
from ..records.load import Loaded
from ..records.nearmiss import nearest
from ..records.tree import Path


class Problems:
    """The findings on one frame file; a path in the record leads to the place.

    A frame that builds on another is checked after merging. `own` then says, for each list of the merged record, where
    in the file itself an item stands; what the base holds was reported with the base.
    """

    def __init__(self, loaded: Loaded, own: dict[str, dict[int, int]] | None = None) -> None:
        self.loaded = loaded
        self.own = own
        self.findings: list[Finding] = []

    def _in_file(self, path: Path) -> Path | None:
        if self.own is None or len(path) < 2 or path[0] not in self.own:
            return path
        index = self.own[str(path[0])].get(int(path[1]))
        return None if index is None else [path[0], index, *path[2:]]

    def add(
        self,
        code: Code,
        path: Path,
        message: str = "",
        *,
        remedy: str = "",
        word: object = None,
        options: Iterable[str] = (),
    ) -> None:
        """Note a mistake; `word` is what was written, `options` what may be written, for the remedy."""
        listed = list(options)
        meant = nearest(word, listed) if word is not None else None
        if meant:
            remedy = f"Bedoelde u `{meant}`?"
        elif listed and not remedy:
            remedy = "Kies uit: " + ", ".join(f"`{one}`" for one in listed) + "."
        here = self._in_file(path)
        if here is not None:
            self.findings.append(code.at(self.loaded.place(here), message, remedy=remedy, suggestion=meant))
