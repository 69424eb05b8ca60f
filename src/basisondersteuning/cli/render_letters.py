"""For `bo render terugkoppeling`: what many SOPs show together, before the letters are made; and afterwards who gets none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ..casework.batch import run
from ..documents.terugkoppeling.together import Gathered
from ..findings.finding import Finding, readable
from ..findings.paint import folded
from ..model.words import count
from ..records.discover import Candidate, discover
from ..swv.desk.choice import Choice
from ..swv.desk.gather import Gathering
from ..swv.desk.job import ValidateJob
from ..swv.desk.open_region import open_region
from ..swv.desk.run import Absent, Run
from .progress import watched
from .terminal import say, width

if TYPE_CHECKING:
    from ..documents.making import Order
    from .rendered import Rendered

MOST_NAMES = 10
"""How many files or schools without a letter are named one by one."""


class Letters:
    """Gathers SOPs as `bo validate` does, since a letter tells what only many of them show."""

    def __init__(self, order: Order, paths: list[str], jobs: int) -> None:
        self.order = order
        self.paths = paths
        self.jobs = jobs
        self.run = Run(lambda: iter(()), order.setup.peildatum)

    def candidates(self) -> list[Candidate | Finding]:
        """For each school and school year one file, with the others; what is nobody's as it is. Ctrl-C ends it."""
        found = list(discover(self.paths, self.run.passed.note))
        whole = any(os.path.isdir(one) for one in self.paths)
        if len(found) < 2 and not whole:
            return found
        setup, gathered = self.order.setup, Gathered()
        gathering = Gathering(self.run, partial(open_region, setup), Choice(), whole=whole, first=self.paths[0])
        readable_twice = (one for one in found if not isinstance(one, Candidate) or one.path != "-")
        results = run(ValidateJob(setup), readable_twice, self.jobs)
        for checked in gathering.through(watched(results, "SOP's lezen", self.paths, False)):
            if checked.sent is not None:
                gathered.note(checked.path, checked.sent)
        if not self.run.complete:
            raise KeyboardInterrupt
        gathered.show(self.run.across)
        return list(gathered.letters(found))

    def tell(self, rendered: Rendered) -> None:
        """Say who gets no letter and why, and what the letters do not say."""
        for line in (*self._files(rendered), *self._schools(), *self._passed(), *self._unsaid(rendered)):
            say(line)

    def _files(self, rendered: Rendered) -> Iterator[str]:
        number = len(rendered.without)
        if number == 0 or number + rendered.made == 1:  # of one file it has just been said
            return
        yield f"Geen brief voor {count(number, 'bestand', 'bestanden')}:"
        yield from _named([f"{readable(path)}: {why}" for path, why in rendered.without.items()], "bestand", "bestanden")

    def _schools(self) -> Iterator[str]:
        missing = self.run.missing
        if missing:
            words = count(len(missing), "school heeft", "scholen hebben")
            yield f"Nog {words} geen SOP voor {self.run.year}, en dus geen brief:"
            yield from _named([_school(one) for one in missing], "school", "scholen")

    def _passed(self) -> Iterator[str]:
        if words := self.run.passed.sentence():
            yield from folded(words, width(), "")

    def _unsaid(self, rendered: Rendered) -> Iterator[str]:
        """What nobody gave, and so no letter says; how to give it."""
        given = self.order.settings.given.terugkoppeling
        day, contact = self.order.before or given.voor_datum, given.contact
        if not rendered.made or (day and contact):
            return
        lacks, ways = [], []
        if not day:
            lacks.append("geen dag om te antwoorden")
            ways.append("een dag met --voor-datum")
        if not contact:
            lacks.append("niemand om te bellen of te mailen")
            ways.append("`contact` in bo.yaml, onder `terugkoppeling`")
        yield from folded(f"In de brief staat {' en '.join(lacks)}. Geef {' en '.join(ways)}.", width(), "")


def _named(lines: list[str], one: str, more: str) -> Iterator[str]:
    for line in lines[:MOST_NAMES]:
        yield from folded(line, width(), "    ", "  ")
    if len(lines) > MOST_NAMES:
        yield f"  … en nog {count(len(lines) - MOST_NAMES, one, more)}"


def _school(one: Absent) -> str:
    seems = f" (kijk eerst of {readable(one.file)} haar SOP is)" if one.file is not None else ""
    return f"{one.code} {one.name}{seems}"
