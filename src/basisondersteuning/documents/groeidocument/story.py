"""The dossier of one pupil as a reader sees it on a day, with the words that all parts share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import TypeVar, cast

from ...model.base import Gebeurtenis
from ...model.nouns import noun_of
from ...model.words import short_date
from ..audience.see import Seen
from ..ot.meeting import People, named

E = TypeVar("E", bound=Gebeurtenis)

_day = attrgetter("datum")


class Story:
    """Events up to and including a day, by kind; on one day in the order of the record. Later events do not exist."""

    __slots__ = ("_by_id", "_by_kind", "day", "dossier", "people", "seen")

    def __init__(self, seen: Seen, day: date) -> None:
        self.seen = seen
        self.dossier = seen.dossier
        self.day = day
        self.people = People(seen.dossier.betrokkenen)
        self._by_kind: dict[type[Gebeurtenis], list[Gebeurtenis]] = {}
        self._by_id: dict[str, Gebeurtenis] = {}
        for one in sorted(seen.dossier.tijdlijn, key=_day):
            if one.datum > day:
                break
            self._by_kind.setdefault(one.__class__, []).append(one)
            if one.id is not None:
                self._by_id[one.id] = one

    def of(self, kind: type[E]) -> list[E]:
        """The events of a kind, oldest first."""
        return cast(list[E], self._by_kind.get(kind, []))

    def name(self, key: str | None) -> str:
        """The name of someone; empty for nobody."""
        return self.people.name(key)

    def names(self, keys: Iterable[str] | None) -> str:
        """`A, B en C`; empty for nobody."""
        return named([self.people.name(one) for one in keys]) if keys else ""

    def about(self, key: str | None) -> str:
        """`evaluatie van 9-11-2026`: the event that another one is about; empty when it is about none."""
        found = self._by_id.get(key or "")
        return f"{noun_of(found.soort).one} van {short_date(found.datum)}" if found else ""  # type: ignore[attr-defined]


def capital(text: str) -> str:
    """With a capital in front."""
    return text[:1].upper() + text[1:]
