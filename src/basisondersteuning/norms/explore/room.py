"""Where timelines are looked for: one first day and one vakgebied, with all that a search needs there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from ...records.load import Loaded
from ..frame import Frame, Rule
from ..levels import NONE
from ..pattern_compile import PatternCompiler
from ..problems import Problems
from ..timeline import Timeline
from .duties import Duties
from .goals import Goal, Tools
from .instance import Match, match_of
from .judge import Judge, people
from .plan import Plan
from .repair import Repairs
from .sample import AREA, Sampler
from .search import Bounds, Found, Search
from .vocabulary import cast, vocabulary

_DAY = timedelta(days=1)
FIRST_AREA = "rekenen"


class Room:
    """A search under one frame, from one first day, in one vakgebied."""

    def __init__(self, house: House, start: date, area: str) -> None:
        frame = house.frame
        crowd = people(house.cast, start)
        self.start = start
        self.area = area
        self.judge = Judge(frame, Sampler(house.words, house.compiler, Timeline(crowd, start), area, start), crowd, start)
        self.search = Search(self.judge, house.tools, house.bounds)


class House:
    """All rooms of one frame: each period with rules of its own, and each vakgebied that a rule names."""

    def __init__(self, frame: Frame, loaded: Loaded, bounds: Bounds) -> None:
        self.frame = frame
        self.bounds = bounds
        self.words = vocabulary(frame.record)
        self.cast = cast(self.words)
        codes = tuple(one.code for one in frame.levels)
        self.compiler = PatternCompiler(Problems(loaded), codes)
        repairs = Repairs(frame, self.compiler)
        down = tuple(self._match({"soort": "afschaling", "naar": code}) for code in (NONE, *codes))
        naming = (self._match({"soort": "ondersteuning"}), self._match({"soort": "observatie", "ondersteuning_gewenst": "ja"}))
        ends = tuple(match_of(one, frame.levels) for one in frame.ends)
        self.tools = Tools(repairs, Duties(frame, repairs, naming, down), down, ends)
        self.starts = _starts(frame)
        self.areas = list(dict.fromkeys([FIRST_AREA, *self.words.words.get(AREA, [])]))
        self._rooms: dict[tuple[date, str], Room] = {}

    def _match(self, raw: dict[str, str]) -> Match:
        pattern = self.compiler.compile(raw, ())
        assert pattern is not None
        return match_of(pattern, self.frame.levels)

    def room(self, start: date, area: str) -> Room:
        """The room for a first day and a vakgebied."""
        if (start, area) not in self._rooms:
            self._rooms[start, area] = Room(self, start, area)
        return self._rooms[start, area]

    def rooms(self, rules: Iterable[Rule]) -> list[Room]:
        """The rooms in which all these rules hold."""
        wanted = list(rules)
        days = [one for one in self.starts if all(rule.holds_on(one) for rule in wanted)]
        return [self.room(day, area) for area in self.areas for day in days]

    @property
    def judged(self) -> int:
        """How many timelines were judged in all."""
        return sum(one.judge.judged for one in self._rooms.values())


def find(
    rooms: Iterable[Room], goal: Goal, seeds: Iterable[Plan] = (), *, narrow: int = 8, any_will_do: bool = False
) -> tuple[Room | None, Found]:
    """The first room in which a goal is reached; without one, what came of the first room, undecided if any was."""
    plans = list(seeds)
    first: Found | None = None
    where: Room | None = None
    decided = True
    for room in rooms:
        found = room.search.find(goal, plans, narrow=narrow, any_will_do=any_will_do)
        if found.view is not None:
            return room, found
        decided = decided and found.decided
        if first is None:
            first, where = found, room
    result = first or Found()
    result.decided = decided
    return where, result


def _starts(frame: Frame) -> list[date]:
    """A first day in each period in which other rules hold: in September, or else as early as may be."""
    periods = [one.period for one in frame.rules if one.period is not None]
    turns = {frame.start, *(first for first, _ in periods), *(last + _DAY for _, last in periods if last < date.max)}
    last = frame.end or date.max - 400 * _DAY
    days = sorted(one for one in turns if frame.start <= one <= last)
    return [_first_day(begin, until - _DAY) for begin, until in pairwise([*days, last + _DAY])]


def _first_day(begin: date, until: date) -> date:
    """The first Monday of September within a period; without one its first Monday, or its first day."""
    for year in (begin.year, begin.year + 1):
        september = date(year, 9, 1)
        monday = september + timedelta(days=-september.weekday() % 7)
        if begin <= monday <= until:
            return monday
    monday = begin + timedelta(days=-begin.weekday() % 7)
    return monday if monday <= until else begin
