"""The niveau history of each strand, derived from the timeline (passages 7-18).

A niveau begins with what is done (support, a consultation, an OT discussion), not with what should have come before:
that is for the conditions. Steps up and down on one day are taken up first, then down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from .pattern import YES, Anchor, Pattern, strand_outcome
from .timeline import GENERAL, Entry, Timeline, one_strand

NONE = "geen"
"""The code of no support at all, below the first niveau."""

_DOWN = "afschaling"


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


class Ladder(NamedTuple):
    """The niveaus of one version from low to high, ready for use.

    `tops` says, for a kind of event, the highest niveau that it may begin; a step down is above all. `codes` begins with
    `NONE`, so that a rank is a place in it; `ranks` is its reverse.
    """

    levels: tuple[Level, ...]
    tops: dict[str, int]
    codes: tuple[str, ...]
    ranks: dict[str, int]

    @classmethod
    def of(cls, levels: tuple[Level, ...]) -> Ladder:
        """The ladder of these niveaus."""
        codes = (NONE, *(level.code for level in levels))
        tops = {kind: level.rank for level in levels for kind in level.kinds}
        tops[_DOWN] = len(codes)
        return cls(levels, tops, codes, {code: rank for rank, code in enumerate(codes)})


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

    `ladder_on`, where given, says how the niveaus were described on a day; their codes are the same on every day.
    """

    def __init__(self, timeline: Timeline, ladder: Ladder, ladder_on: Callable[[date], Ladder] | None = None) -> None:
        self.timeline = timeline
        self.ladder = ladder
        self.ladder_on = ladder_on
        self.codes = ladder.codes
        self.ranks = ladder.ranks
        self.strands = {name: Strand(name) for name in timeline.strands}
        self.bad_steps: list[Entry] = []
        self._before: dict[str, int] | None = None
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
        rank = strand.rank_on(support.day)
        later = [step for step in strand.steps if step.day > support.day]
        if later:
            last = self._last_day(entry, support)
            for step in later:
                if step.day <= last and (not step.up or self._carries(step)):
                    rank = step.after if step.up else min(rank, step.after)
        return self.codes[rank]

    def _last_day(self, entry: Entry, support: Entry) -> date:
        """The day before support was followed up or judged."""
        area = support.values["vakgebied"]
        followed = [
            other.day
            for other in self.timeline.by_kind["ondersteuning"]
            if other.values["vakgebied"] == area and other.values["vorm"] != "nieuw" and other.day > support.day
        ]
        return min([entry.day, *followed]) - timedelta(days=1)

    def _carries(self, step: Transition) -> bool:
        ladder = self.ladder_on(step.day) if self.ladder_on is not None else self.ladder
        return ladder.levels[step.after - 1].carries

    def _derive(self) -> None:
        ladder, strands = self.ladder, self.strands
        today: list[Entry] = []
        for entry in self.timeline.entries:
            if today and today[0].day != entry.day:
                self._move(ladder, today)
                today = []
            if self.ladder_on is not None:
                ladder = self.ladder_on(entry.day)
            top = ladder.tops.get(entry.kind)
            if top is None:
                continue
            own = strands.get(entry.strand or "")
            if own is None or own.rank < top:
                today.append(entry)
        if today:
            self._move(ladder, today)

    def _move(self, ladder: Ladder, today: list[Entry]) -> None:
        """What the events of one day do: first what begins, niveau by niveau from low to high, then the steps down."""
        for level in ladder.levels:
            if len(today) == 1:
                starting = today if today[0].kind in level.kinds else []
            else:
                starting = [entry for entry in today if entry.kind in level.kinds]
            self._before = None
            if len(starting) > 1:  # where they stood before any event of the day moved them
                self._before = {name: strand.rank for name, strand in self.strands.items()}
            for entry in starting:
                self._start(level, entry)
        for entry in today:
            if entry.kind == _DOWN:
                self._step_down(entry)

    def _start(self, level: Level, entry: Entry) -> None:
        rank = level.rank
        own = self.strands.get(entry.strand) if entry.strand is not None else None
        for start in level.starts:
            if own is not None and own.rank >= rank:
                return
            if start.pattern.kind != entry.kind or start.pattern.matches(entry.values, self.timeline, None) != YES:
                continue
            for strand in (own,) if own is not None else self._concerned(entry, level):
                if strand.rank >= rank:
                    continue
                if start.after is None or self._came_before(start.after, entry, strand):
                    step = Transition(strand.name, entry.day, strand.rank, rank, entry, strand.last_down)
                    strand.steps.append(step)
                    strand.rank = rank

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
