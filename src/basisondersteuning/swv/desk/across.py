"""What only many SOPs together show: a school twice, a school missing, another format, last year's copy, a wrong code.

Of each SOP only a small tuple is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ...findings.catalogue import desk as codes
from ...findings.code import Code
from ...findings.finding import Finding, Place, Related
from ...findings.packed import TO_READ
from ...records.passed import Passed
from .absent import Seeming, absent
from .names import BOARD, BOARD_DIFFERS, NAME, differing
from .region import Region
from .run import OTHER, TWICE, Absent, Checked, SchoolYear, Sent, Spot
from .state import state_of

_SCHOOL, _YEAR, _FRAME, _FORMAT, _NAME, _BOARD = range(6)
"""Which spot of `Sent` is which."""

_DIFFERS = {
    NAME: (_NAME, "", "deze naam past daar niet bij"),
    BOARD: (_BOARD, BOARD_DIFFERS, "dit bestuur past daar niet bij"),
}
"""For what differs: its spot, what is said of it (else the words of the code), and what is said at the spot."""


class _One(NamedTuple):
    path: str
    sent: Sent
    state: str
    differs: str | None

    def place(self, spot: int) -> Place:
        where: Spot = self.sent.spots[spot]
        return Place(self.path, where.line, where.column, where.length, TO_READ if where.line else None)


class Across:
    """Gathers SOPs file by file, and then says what they show together."""

    def __init__(self, region: Region) -> None:
        self._region = region
        self._known = {one.code: one for one in region.schools}
        self._all: list[_One] = []
        self._same: dict[object, Any] = {}

    def note(self, checked: Checked) -> bool:
        """Remember whose SOP a file is. False where that is not to be read, or in doubt."""
        sent = checked.sent
        if sent is None:
            return False
        known = self._known.get(sent.school)
        differs = differing(sent.name, sent.board, known.name, known.board) if known is not None else None
        year, frame, format, spots = (self._shared(one) for one in (sent.year, sent.frame, sent.format, sent.spots))
        kept = Sent(sent.school, year, frame, format, sent.content, spots, sound=sent.sound)
        self._all.append(_One(checked.path, kept, state_of(checked) or "", differs))
        return differs is None and self._region.knows(sent.school)

    def _shared(self, value: Any) -> Any:
        """The same value, held once: most schools share their year, format and places."""
        return self._same.setdefault(value, value)

    @property
    def year(self) -> str | None:
        """The school year most SOPs are for, of two alike the later; None without SOPs."""
        return _commonest(one.sent.year for one in self._all)

    @property
    def other_frame(self) -> int:
        """How many SOPs name another norm frame than they are held to."""
        named = self._region.frames
        return sum(one.sent.frame is not None and one.sent.frame not in named for one in self._all) if named else 0

    def years(self) -> tuple[SchoolYear, ...]:
        """How the schools stand for each school year, the latest first. A school with more than one SOP counts once."""
        held: dict[str, dict[str, str]] = {}
        for one in self._all:
            schools = held.setdefault(one.sent.year, {})
            state = OTHER if one.differs is not None else one.state
            schools[one.sent.school] = TWICE if one.sent.school in schools else state
        return tuple(self._counted(year, held[year]) for year in sorted(held, reverse=True))

    def _counted(self, year: str, schools: dict[str, str]) -> SchoolYear:
        own = [state for school, state in schools.items() if self._region.knows(school)]
        return SchoolYear(year, len(own), dict(Counter(own)) if self._region.sound else {}, len(schools) - len(own))

    def missing(self, seeming: Seeming, passed: Passed) -> tuple[Absent, ...]:
        """The schools of the samenwerkingsverband that have no SOP for that year, in the order of its file.

        `seeming` and `passed` are files that may be theirs.
        """
        if not self._all:
            return ()
        year, schools = self.year, self._region.schools
        there = {one.sent.school for one in self._all if one.sent.year == year}
        return absent(
            (one for one in schools if one.code not in there), seeming, passed, Counter(one.code[:4] for one in schools)
        )

    def findings(self, missing: tuple[Absent, ...]) -> Iterator[Finding]:
        """What the SOPs show together, one by one, since there may be as many as there are SOPs; not in order of place.

        `missing` are the schools of which to say that they sent none.
        """
        yield from self._twice()
        yield from self._copies()
        yield from self._differing(codes.FRAME_DIFFERS, lambda sent: sent.frame, _FRAME)
        yield from self._differing(codes.FORMAT_DIFFERS, lambda sent: sent.format, _FORMAT)
        yield from (self._at(codes.SCHOOL_UNKNOWN, one, _SCHOOL) for one in self._all if not self._region.knows(one.sent.school))
        yield from (self._other_school(one, one.differs) for one in self._all if one.differs is not None)
        message = f"Van deze school is er geen SOP voor {self.year}."
        for school in missing:
            place = self._region.places[school.code]
            yield codes.SCHOOL_MISSING.at(place, message, remedy=school.remedy, subject=school.code)

    def _twice(self) -> Iterator[Finding]:
        first: dict[tuple[str, str], _One] = {}
        for one in self._all:
            earlier = first.setdefault((one.sent.school, one.sent.year), one)
            if earlier is not one:
                yield self._at(codes.SAME_SCHOOL, one, _SCHOOL, (Related(earlier.place(_SCHOOL), "hier staat dezelfde school"),))

    def _copies(self) -> Iterator[Finding]:
        """Later SOPs of a school with the content of an earlier school year; the last of those years is shown."""
        earlier: dict[tuple[str, str], _One] = {}
        for one in sorted((one for one in self._all if one.sent.content), key=lambda one: one.sent.year):
            before = earlier.get((one.sent.school, one.sent.content))
            if before is not None and before.sent.year != one.sent.year:
                yield self._at(codes.SOP_UNCHANGED, one, _YEAR, (Related(before.place(_YEAR), "hier staat hetzelfde"),))
            earlier[one.sent.school, one.sent.content] = one

    def _differing(self, code: Code, value: Callable[[Sent], str | None], spot: int) -> Iterator[Finding]:
        """SOPs that name another than most do: more than half of those without mistakes, of the same school year."""
        sound: dict[str, Counter[str | None]] = {}
        for one in self._all:
            if one.sent.sound:
                sound.setdefault(one.sent.year, Counter())[value(one.sent)] += 1
        usual = {year: word for year, words in sound.items() for word in words if words[word] * 2 > words.total()}
        for one in self._all:
            word, most = value(one.sent), usual.get(one.sent.year)
            if word is not None and most is not None and word != most:
                yield self._at(code, one, spot)

    def _other_school(self, one: _One, differs: str) -> Finding:
        spot, message, label = _DIFFERS[differs]
        listed = Related(self._region.places[one.sent.school], "hier staat van welke school deze code is")
        related = (listed, Related(one.place(spot), label))
        return codes.OTHER_SCHOOL_CODE.at(one.place(_SCHOOL), message, related=related, subject=one.sent.school)

    @staticmethod
    def _at(code: Code, one: _One, spot: int, related: tuple[Related, ...] = ()) -> Finding:
        return code.at(one.place(spot), related=related, subject=one.sent.school)


def _commonest(words: Iterator[str]) -> str | None:
    """The word that comes most; of words that come as often the last in order."""
    counted = Counter(words)
    return max(counted, key=lambda word: (counted[word], word), default=None)
