"""The niveau history of each strand, derived from the timeline (passages 7-18).

A niveau begins with what is done (support, a consultation, an OT discussion), not with what should have come before:
that is for the conditions. Steps up and down on one day are taken up first, then down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from .pattern import YES, Anchor, Pattern, strand_outcome
from .timeline import GENERAL, Entry, Timeline, one_strand

NONE = "geen"
"""The code of no support at all, below the first niveau."""


_day = attrgetter("day")


class LevelStart(NamedTuple):
    """One thing that a niveau begins with; `after`, where given, must have come before."""

    pattern: Pattern
    after: Pattern | None


class Level(NamedTuple):
    """One niveau of a frame; `rank` counts from 1, from low to high.

    `carries`: support that was already running counts for this niveau from the day it begins (an approach that is
    "changed or not", passage 13). `kinds`: the kinds of event with which it may begin.
    """

    code: str
    name: str
    rank: int
    starts: tuple[LevelStart, ...]
    passages: tuple[int, ...]
    carries: bool = False
    kinds: frozenset[str] = frozenset()


class Transition(NamedTuple):
    """A strand went from one rank to another; `cause` is the event that did it.

    `since` is the day of the last step down before it: only evidence after that day counts for this climb.
    """

    strand: str
    day: date
    before: int
    after: int
    cause: Entry
    since: date | None

    @property
    def up(self) -> bool:
        """Whether it was a step up."""
        return self.after > self.before


@dataclass(slots=True)
class Strand:
    """One strand with its niveau history."""

    name: str
    rank: int = 0
    last_down: date | None = None
    steps: list[Transition] = field(default_factory=list)

    def rank_on(self, day: date) -> int:
        """The rank at the end of a day."""
        rank = 0
        for step in self.steps:
            if step.day > day:
                break
            rank = step.after
        return rank


class History:
    """The niveau history of one dossier.

    `levels_on`, where given, says how the niveaus were described on a day; their codes are the same on every day.
    """

    def __init__(
        self,
        timeline: Timeline,
        levels: tuple[Level, ...],
        levels_on: Callable[[date], tuple[Level, ...]] | None = None,
    ) -> None:
        self.timeline = timeline
        self.levels = levels
        self.levels_on = levels_on or (lambda _: levels)
        self._dated = levels_on is not None
        self.codes = (NONE, *(level.code for level in levels))
        self.ranks = {code: rank for rank, code in enumerate(self.codes)}
        self.strands: dict[str, Strand] = {}
        self.bad_steps: list[Entry] = []
        self._before: dict[str, int] | None = None
        for name in timeline.strands:
            self.strands[name] = Strand(name)
        self._known: dict[Entry, str | None] | None = None  # only once the history stands
        self._derive()
        self._known = {}

    def level_of(self, entry: Entry) -> str | None:
        """The niveau at which support ran.

        For an evaluation: that of its support until it was followed up or judged. A niveau that begins meanwhile
        counts only where it takes running support along; an OT discussion does not.
        """
        if self._known is None:
            return self._level_of(entry)
        if entry not in self._known:
            self._known[entry] = self._level_of(entry)
        return self._known[entry]

    def _level_of(self, entry: Entry) -> str | None:
        if entry.kind == "ondersteuning":
            strand = self.strands.get(entry.values["vakgebied"])
            return self.codes[strand.rank_on(entry.day)] if strand else None
        if entry.kind != "evaluatie":
            return None
        support = self.timeline.by_id.get(entry.values["van"])
        if support is None or support.kind != "ondersteuning":
            return None
        strand = self.strands.get(support.values["vakgebied"])
        if strand is None:
            return None
        followed = [
            other.day
            for other in self.timeline.by_kind["ondersteuning"]
            if other.values["vakgebied"] == support.values["vakgebied"]
            and other.values["vorm"] != "nieuw"
            and other.day > support.day
        ]
        last = min([entry.day, *followed]) - timedelta(days=1)
        rank = strand.rank_on(support.day)
        for step in strand.steps:
            if support.day < step.day <= last and (not step.up or self.levels_on(step.day)[step.after - 1].carries):
                rank = step.after if step.up else min(rank, step.after)
        return self.codes[rank]

    def _derive(self) -> None:
        relevant = self.timeline.entries
        if not self._dated:
            kinds = frozenset({"afschaling"}).union(*(level.kinds for level in self.levels))
            relevant = [entry for entry in relevant if entry.kind in kinds]
        for day, entries in groupby(relevant, _day):
            today = list(entries)
            for level in self.levels_on(day):
                starting = [entry for entry in today if entry.kind in level.kinds] if len(today) > 1 else today
                if len(starting) > 1:  # where they stood before any event of the day moved them
                    self._before = {name: strand.rank for name, strand in self.strands.items()}
                else:
                    self._before = None
                for entry in starting:
                    self._start(level, entry)
            for entry in today:
                if entry.kind == "afschaling":
                    self._step_down(entry)

    def _start(self, level: Level, entry: Entry) -> None:
        if entry.kind not in level.kinds:
            return
        for start in level.starts:
            if start.pattern.kind != entry.kind:
                continue
            own = self.strands.get(entry.strand) if entry.strand is not None else None
            if own is not None and own.rank >= level.rank:
                return
            below = [one for one in ((own,) if own is not None else self._concerned(entry, level)) if one.rank < level.rank]
            if not below or start.pattern.match(entry, self.timeline) != YES:
                continue
            for strand in below:
                if start.after is None or self._came_before(start.after, entry, strand):
                    step = Transition(strand.name, entry.day, strand.rank, level.rank, entry, strand.last_down)
                    strand.steps.append(step)
                    strand.rank = level.rank

    def _concerned(self, entry: Entry, level: Level) -> list[Strand]:
        """The strands that an event moves: its own, or those that were furthest where it is about the pupil."""
        if entry.strands is not None:
            return [self.strands[name] for name in entry.strands if name in self.strands]
        if not self.strands:
            self.strands[GENERAL] = Strand(GENERAL)
            self._before = None
        before = self._before or {name: strand.rank for name, strand in self.strands.items()}
        highest = max(before.values())
        furthest = [self.strands[name] for name, rank in before.items() if rank == highest]
        return furthest if highest < level.rank else []

    def _came_before(self, pattern: Pattern, entry: Entry, strand: Strand) -> bool:
        anchor = Anchor(entry, one_strand(strand.name))
        for earlier in self.timeline.by_kind.get(pattern.kind, ()):
            if earlier.day > entry.day or (strand.last_down is not None and earlier.day <= strand.last_down):
                continue
            if pattern.match(earlier, self.timeline, anchor) != YES or strand_outcome(earlier, anchor) != YES:
                continue
            if pattern.level is None or self.level_of(earlier) == pattern.level:
                return True
        return False

    def _step_down(self, entry: Entry) -> None:
        target = self.ranks.get(entry.values["naar"])
        names = entry.strands if entry.strands is not None else frozenset(self.strands)
        moved = False
        for name in sorted(names):
            strand = self.strands.get(name)
            if strand is None or target is None or target >= strand.rank:
                continue
            strand.steps.append(Transition(name, entry.day, strand.rank, target, entry, strand.last_down))
            strand.rank = target
            strand.last_down = entry.day
            moved = True
        if not moved:
            self.bad_steps.append(entry)
