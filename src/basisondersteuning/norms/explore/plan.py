"""A timeline in the making: events of which only what is needed has been fixed.

Nothing here judges. A `Plan` is immutable; every change gives a new one, so that a search can keep them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from ..pattern import Test

Refs: TypeAlias = tuple[tuple[str, int], ...]
"""Fields that refer to another event of the plan, with its key."""


class Want(NamedTuple):
    """A test of the frame that the fields of an event pass (`passes`), or surely fail."""

    test: Test
    passes: bool = True


class Duty(NamedTuple):
    """What an event was put there for: to begin a niveau (`start` says how), or to be support at a niveau."""

    rank: int
    start: int | None = None


class Planned(NamedTuple):
    """One event. `key` names it within its plan.

    `gap` is the least number of days since the event before it: 0 is the same day, 1 the next school day.
    """

    key: int
    kind: str
    wants: frozenset[Want] = frozenset()
    refs: Refs = ()
    gap: int = 1
    duties: frozenset[Duty] = frozenset()

    def ref(self, name: str) -> int | None:
        """The key of the event that a field refers to."""
        return next((key for field, key in self.refs if field == name), None)


class Plan(NamedTuple):
    """Events in order of time. `fresh` is the key that the next new event gets."""

    events: tuple[Planned, ...] = ()
    fresh: int = 0

    def place(self, key: int) -> int:
        """Where the event with this key stands."""
        return next(index for index, one in enumerate(self.events) if one.key == key)

    def with_event(self, place: int, event: Planned) -> Plan:
        """With a new event before the one at `place`; its key is `fresh`."""
        made = event._replace(key=self.fresh)
        return Plan((*self.events[:place], made, *self.events[place:]), self.fresh + 1)

    def changed(self, place: int, event: Planned) -> Plan:
        """With another event at a place."""
        return self._replace(events=(*self.events[:place], event, *self.events[place + 1 :]))

    def without(self, places: Iterable[int]) -> Plan:
        """Without the events at these places, and without all that refer to them."""
        gone = {self.events[place].key for place in places}
        while True:
            more = {one.key for one in self.events if one.key not in gone and any(key in gone for _, key in one.refs)}
            if not more:
                return self._replace(events=tuple(one for one in self.events if one.key not in gone))
            gone |= more

    def moved(self, place: int, to: int) -> Plan:
        """With the event at `place` before the one that stands at `to`."""
        rest = [one for index, one in enumerate(self.events) if index != place]
        rest.insert(to - 1 if to > place else to, self.events[place]._replace(gap=1))
        return self._replace(events=tuple(rest))

    def followed_by(self, other: Plan) -> Plan:
        """With another plan after it."""
        shift = self.fresh
        later = [
            one._replace(key=one.key + shift, refs=tuple((name, key + shift) for name, key in one.refs)) for one in other.events
        ]
        return Plan((*self.events, *later), self.fresh + other.fresh)

    def settled(self) -> Plan:
        """Without duties: for a timeline that reached its goal, what an event was put there for no longer matters."""
        return self._replace(events=tuple(one._replace(duties=frozenset()) for one in self.events))

    def contents(self, until: int | None = None) -> frozenset[object]:
        """The same for two plans that hold the same events in another order; with `until` of those before a place."""
        kinds = {one.key: (one.kind, one.wants, one.duties) for one in self.events}
        found = Counter(
            (*kinds[one.key], one.gap, tuple((name, kinds[key]) for name, key in one.refs)) for one in self.events[:until]
        )
        return frozenset(found.items())

    def identity(self) -> tuple[object, ...]:
        """The same for two plans that differ only in the names of their events."""
        places = {one.key: index for index, one in enumerate(self.events)}
        return tuple(
            (one.kind, one.wants, tuple((name, places[key]) for name, key in one.refs), one.gap, one.duties)
            for one in self.events
        )
