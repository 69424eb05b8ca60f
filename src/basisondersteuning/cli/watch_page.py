"""The page of `bo watch`: written whole or not at all, and the number beside it by which an open page knows."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from ..casework.overview.board import Board
from ..findings.catalogue import seeing
from ..findings.finding import Finding, Place

if TYPE_CHECKING:
    from ..documents.output.follow import Follow


_TITLE = b"<title>Overzicht van de ondersteuning"


def is_overview(path: str) -> bool:
    """Whether a file is a page that `bo` made of a caseload; that one may be written anew."""
    try:
        with open(path, "rb") as file:
            return _TITLE in file.read(4096)
    except OSError:
        return False


class Page:
    """The page at a path, for the caseload under `paths`."""

    def __init__(self, path: str, paths: list[str]) -> None:
        from ..documents.output.follow import beside

        self.path, self._paths = path, paths
        self._beside = beside(path)
        self._moment = 0
        self.failed = False

    def write(self, board: Board) -> Finding | None:
        """Write it; the finding when that fails for the first time. It is tried again at every look."""
        from ..documents.output.follow import Follow, moment_text
        from ..records.write import put, reason

        self._moment = max(self._moment + 1, time.time_ns() // 1_000_000)
        try:
            self._put(board, Follow(os.path.basename(self._beside), self._moment))
            put(self._beside, moment_text(self._moment).encode())  # last: whoever reads it finds the new page
        except OSError as error:
            again, self.failed = self.failed, True
            return None if again else seeing.PAGE.at(Place(self.path), f"De bladzijde is niet te schrijven: {reason(error)}.")
        self.failed = False
        return None

    def end(self, board: Board | None) -> None:
        """Leave a page as `bo overview` makes it, that looks at nothing."""
        with suppress(OSError):
            if board is not None and self._moment:
                self._put(board, None)
        with suppress(OSError):
            os.unlink(self._beside)

    def _put(self, board: Board, follow: Follow | None) -> None:
        from ..casework.settings import find_settings
        from ..documents.overview.page import write_page
        from ..documents.templating.house import house_of
        from ..records.write import putting

        house, _ = house_of(find_settings(self._paths))
        with putting(self.path) as stream:
            write_page(board, stream, house, follow)
