"""The page of `bo watch`: written whole or not at all, and the file beside it by which an open page knows what changed."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from ..casework.overview.board import Board
from ..findings.catalogue import seeing
from ..findings.finding import Finding, Place
from ..records.above import head

if TYPE_CHECKING:
    from ..documents.output.follow import Follow, Step
    from ..documents.overview.parts import Parts
    from ..documents.overview.views import Overzicht
    from ..documents.templating.house import House


_TITLE = b"<title>Overzicht van de ondersteuning"


def is_overview(path: str) -> bool:
    """Whether a file is a page that `bo` made of a caseload; that one may be written anew."""
    return _TITLE in (head(path, 4096) or b"")


class Page:
    """The page at a path, for the caseload under `paths`. What was made of a pupil is kept for the next time."""

    def __init__(self, path: str, paths: list[str]) -> None:
        from ..documents.output.follow import beside

        self.path, self._paths = path, paths
        self._beside = beside(path)
        self._moment = 0
        self._parts: Parts | None = None
        self._shown: tuple[Overzicht, House] | None = None
        self._steps: list[Step] = []
        self.failed = False

    def write(self, board: Board) -> Finding | None:
        """Write what is otherwise now; the finding when that fails for the first time. It is tried again at every look."""
        from ..records.write import reason

        try:
            self._write(board)
        except OSError as error:
            again, self.failed = self.failed, True
            return None if again else seeing.PAGE.at(Place(self.path), f"De bladzijde is niet te schrijven: {reason(error)}.")
        self.failed = False
        return None

    def end(self, board: Board | None) -> None:
        """Leave a page as `bo overview` makes it, that looks at nothing."""
        with suppress(OSError):
            if board is not None and self._moment:
                self._put(self._view(board), self._house(), None)
        with suppress(OSError):
            os.unlink(self._beside)

    def _write(self, board: Board) -> None:
        """A change goes to open pages first, in the file beside the page. One that is no change of pieces is loaded from the
        page, and so that stands first.
        """
        from ..documents.output.follow import Follow, last_of, step
        from ..documents.overview.difference import difference

        view, house = self._view(board), self._house()
        change = difference(self._shown[0], view) if self._shown is not None and self._shown[1] == house else None
        if change == {} and not self.failed:
            return
        moment, name = max(self._moment + 1, time.time_ns() // 1_000_000), os.path.basename(self._beside)
        steps = last_of([*self._steps, step(self._moment, moment, change)]) if change else []
        if steps:
            self._tell(moment, steps)
            self._moment, self._steps, self._shown = moment, steps, (view, house)
            self._put(view, house, Follow(name, moment))
        else:
            self._put(view, house, Follow(name, moment))
            self._tell(moment, [])
            self._moment, self._steps, self._shown = moment, [], (view, house)

    def _tell(self, moment: int, steps: list[Step]) -> None:
        from ..documents.output.follow import state_text
        from ..records.write import put

        put(self._beside, state_text(moment, steps).encode())

    def _view(self, board: Board) -> Overzicht:
        from ..documents.overview.make import overview_of
        from ..documents.overview.parts import Parts

        self._parts = Parts(board, self._parts)
        return overview_of(board, self._parts)

    def _house(self) -> House:
        from ..casework.settings import find_settings
        from ..documents.templating.house import house_of

        return house_of(find_settings(self._paths))[0]

    def _put(self, view: Overzicht, house: House, follow: Follow | None) -> None:
        from ..documents.overview.page import write_view
        from ..records.write import putting

        with putting(self.path) as stream:
            write_view(view, stream, house, follow)
