"""One session of `bo watch`: what is known, what is told, and how it goes on whatever happens."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from ..casework.judged import Opened
from ..casework.overview.board import Board
from ..casework.overview.job import OverviewJob
from ..casework.overview.text import View, short_text
from ..casework.settings import SETTINGS_FILE
from ..casework.setup import FRAMES, Setup, find_above
from ..casework.watching.caseload import Caseload, Reader, Told
from ..casework.watching.folder import Differences, Folder, state_of
from ..casework.watching.told_text import day_words, found_lines, setup_lines, told_lines
from ..findings.catalogue import seeing
from ..findings.finding import Finding, Place, Severity, readable
from ..model.words import long_date
from ..records.discover import discover
from .options_batch import Batch
from .terminal import painter, say, width
from .watch_page import Page

_SWEEP = 5.0
"""Seconds after which we look by ourselves: some drives tell nothing."""

_SHARE = 50
"""A look by ourselves may take one part in so many of the time."""

_SHOWN = 8
"""Duties that each list of the beginning shows."""


class Session:
    """What is known of the caseload under `paths`. `setup` gives the set-up of the moment, `page` is kept up to date."""

    def __init__(self, paths: list[str], setup: Callable[[], Setup], page: Page | None, jobs: int, *, kept: bool) -> None:
        self._paths, self._make_setup, self._page, self._jobs, self._kept = paths, setup, page, jobs, kept
        self._paint = painter()
        self._folder = Folder(paths)
        self._caseload = Caseload(names=page is not None)
        self._setup = setup()
        self._state: object = None
        self._opened: Opened | None = None
        self._read: Reader | None = None
        self._folders = [one for one in paths if os.path.isdir(one)]
        self._missing: set[str] = set()
        self._stumbled = ""
        self._next_sweep = 0.0

    def begin(self) -> bool:
        """Judge all there is, and show what presses. False, and said, when nothing can be judged under this set-up."""
        self._state = self._setup_state()
        if not self._judge_all(lambda _: iter(())):
            return False
        assert self._opened is not None
        if self._opened.instead:
            say(f"bo watch: op {long_date(self._setup.peildatum)} geldt {self._opened.instead}.")
        view = View(self._paint, width(), _SHOWN, readable(self._paths[0]))
        _write([*short_text(self._board(), view), "", *self._troubles()])
        page = f" De bladzijde is {readable(self._page.path)}." if self._page is not None and not self._page.failed else ""
        say(f"Ik kijk mee naar {', '.join(readable(one) for one in self._paths)}; stop met Ctrl-C.{page}")
        self._open_reader()
        return True

    def look(self, *, changed: bool) -> None:
        """Look what is otherwise now, and tell it. Nothing that happens here ends the session, save Ctrl-C."""
        try:
            self._look(changed=changed)
        except Exception as error:  # our own mistake: say it once, and start anew at the next change
            name = type(error).__name__
            if os.environ.get("BO_DEBUG"):
                raise
            if name != self._stumbled:
                self._tell_findings([seeing.STUMBLED.at(Place(self._paths[0]), f"`bo` zelf liep even vast ({name}).")])
            self._stumbled = name

    def end(self) -> None:
        """Leave the page as it is without us."""
        if self._page is not None:
            self._page.end(self._board() if self._opened is not None else None)

    def _look(self, *, changed: bool) -> None:
        gone = {one for one in self._folders if not os.path.isdir(one)}
        lost, back = gone - self._missing, self._missing - gone
        self._missing = gone
        if lost:
            self._tell_findings(seeing.GONE.at(Place(one)) for one in sorted(lost))
        if back:
            _write(f"{_now()}  {readable(one)} is er weer." for one in sorted(back))
        if gone:
            return
        fresh, state = self._make_setup(), self._setup_state()
        if fresh != self._setup or state != self._state or (self._stumbled and changed):
            self._begin_anew(fresh, state)
            return
        if not changed and not back and time.monotonic() < self._next_sweep:
            self._retry_page()
            return
        self._tell(self._walk())

    def _begin_anew(self, setup: Setup, state: object) -> None:
        """Judge all under another set-up. One that cannot be used is told, and what was known stays in view."""
        if setup.peildatum != self._setup.peildatum:
            why = day_words(setup.peildatum)
        else:
            why = "`bo` begint opnieuw" if self._stumbled else "de instellingen zijn veranderd"
        self._setup, self._state = setup, state
        if self._judge_all(lambda told: setup_lines(told, why, _now(), self._paint, width())):
            self._open_reader()
        self._stumbled = ""

    def _judge_all(self, tell: Callable[[list[Told]], Iterable[str]]) -> bool:
        """Read every file under the set-up. False, and said, when nothing can be judged under it."""
        self._read = None
        self._folder.forget()
        self._walk()
        with Batch(OverviewJob(self._setup), self._jobs, kept=self._kept) as batch:
            kept = batch.head()
            opened = Opened.unpacked(kept) if kept is not None else None
            if opened is None:
                from ..casework.assess import Assessor

                assessor = Assessor(self._setup)
                opened = Opened.of(assessor)
                if opened is None:
                    self._tell_findings(one for one in assessor.problems if one.severity is Severity.FOUT)
                    return False
                batch.keep_head(opened.packed())
            self._opened = opened
            told = self._caseload.begin(batch.run(discover(self._paths), self._paths, "Bekijken"))
        self._tell_findings(opened.problems)
        _write(tell(told))
        self._write_page()
        return True

    def _open_reader(self) -> None:
        """Open what reads one file, so that the first change need not wait for it."""
        from ..casework.watching.reader import reader

        self._read = reader(self._setup)

    def _walk(self) -> Differences:
        begin = time.monotonic()
        found = self._folder.look()
        took = time.monotonic() - begin
        self._next_sweep = begin + max(_SWEEP, took * _SHARE)
        return found

    def _tell(self, found: Differences) -> None:
        if not found.any or self._read is None:
            self._retry_page()
            return
        self._tell_findings(found.barred)
        told = self._caseload.update(found.written, found.gone, self._read)
        _write(told_lines(told, _now(), self._paint, width()))
        if told or found.barred:
            self._write_page()

    def _board(self) -> Board:
        opened = self._opened
        assert opened is not None
        cards, twice = self._caseload.counted()
        refused = [*self._folder.barred, *self._caseload.refused, *twice]
        return Board.of(
            cards,
            self._setup.peildatum,
            opened.levels,
            opened.frame,
            agendas=self._caseload.agendas,
            refused=refused,
            warning=opened.warning,
        )

    def _troubles(self) -> Iterator[str]:
        """What is wrong at the beginning: files that cannot be judged."""
        refused = [*self._folder.barred, *self._caseload.refused, *self._caseload.counted().twice]
        yield from found_lines(refused, self._paint, width())

    def _write_page(self) -> None:
        if self._page is not None and self._opened is not None:
            problem = self._page.write(self._board())
            self._tell_findings([problem] if problem is not None else [])

    def _retry_page(self) -> None:
        if self._page is not None and self._page.failed:
            self._write_page()

    def _setup_state(self) -> object:
        """How the files look on which all verdicts, and the page, depend."""
        setup = self._make_setup()
        files = [one for one in (setup.swv, setup.frame, find_above(self._paths, SETTINGS_FILE)) if one is not None]
        if setup.swv is not None:
            files.append(os.path.join(os.path.dirname(setup.swv), FRAMES))
        return state_of(files)

    def _tell_findings(self, findings: Iterable[Finding]) -> None:
        """What is about no pupil: the set-up, a folder, the page, ourselves."""
        from ..findings.render_text import text
        from ..records.excerpts import with_text

        found = [text(one, self._paint, width()) for one in with_text(list(findings))]
        if found:
            _write([f"{_now()}  let op:", "", *(line for one in found for line in (one, ""))])


def _now() -> str:
    return f"{datetime.now():%H:%M:%S}"


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
