"""What the discussion of a pupil in the OT becomes in the dossier: an event of the kind `ot_bespreking`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pydantic import BaseModel

from ...findings.code import Code
from ...findings.finding import Finding, Place, Related
from ...model.dossier import Betrokkene
from ...model.events_team import OtBespreking
from ...model.ot import OPEN_NAME, Agendapunt, Ot
from ...records.load import Loaded
from ...records.tree import Path, Tree
from .people import People, at_the_table


class Point(NamedTuple):
    """One item of the agenda of a meeting that was read."""

    meeting: Loaded
    number: int

    @property
    def ot(self) -> Ot:
        """The meeting."""
        assert isinstance(self.meeting.record, Ot)
        return self.meeting.record

    @property
    def item(self) -> Agendapunt:
        """The item itself."""
        return self.ot.agenda[self.number]

    @property
    def held(self) -> bool:
        """Whether something was filled in afterwards."""
        one = self.item
        return bool(one.aanwezig or one.bespreking or one.uitkomsten or one.afspraken or one.evaluatiedatum)

    @property
    def content(self) -> Content:
        """By what it is known again in the dossier."""
        return Content.of(self.ot.datum, self.item)

    def places_of(self, person: str) -> Iterator[Place]:
        """Where the name of someone with this id stands in the meeting."""
        lists: tuple[tuple[Path, list[Betrokkene]], ...] = (
            (("agenda", self.number, "genodigden"), self.item.genodigden),
            (("leden",), self.ot.leden),
            (("externe_deskundigen",), self.ot.externe_deskundigen),
        )
        for path, people in lists:
            for number, one in enumerate(people):
                if one.id == person:
                    yield self.meeting.place((*path, number, "naam"))

    def finding(self, code: Code, message: str = "", *, related: tuple[Related, ...] = (), remedy: str = "") -> Finding:
        """A finding on this item, at its pupil."""
        place = self.meeting.place(("agenda", self.number, "leerling"))
        return code.at(place, message, related=related, remedy=remedy, subject=self.item.leerling)


class Content(NamedTuple):
    """By what a discussion is known again: its day, what it was about, and what was said."""

    day: date
    areas: frozenset[str]
    said: tuple[str, ...]

    @classmethod
    def of(cls, day: date, one: Agendapunt | OtBespreking) -> Content:
        """Of an item of the agenda, or of an event in a dossier."""
        return cls(day, frozenset(one.vakgebied or ()), tuple((one.bespreking or "").split()))


def points(meetings: list[Loaded]) -> list[Point]:
    """Every item of every agenda, the oldest meeting first."""
    found = [Point(one, number) for one in meetings if isinstance(one.record, Ot) for number in range(len(one.record.agenda))]
    return sorted(found, key=lambda one: (one.ot.datum, one.ot.begin))


def unnamed(point: Point) -> str | None:
    """The id of someone who will stand in the event and whose name was left open by `bo ot plan`; None when there is none."""
    item, members = point.item, {one.id for one in point.ot.leden}
    named = members | set(item.aanwezig or ()) | {one.wie for one in item.afspraken}
    return next((one.id for one in at_the_table(point.ot, item).values() if one.id in named and one.naam == OPEN_NAME), None)


def event_of(point: Point, people: People) -> dict[str, Tree]:
    """The event as it will stand in the dossier; the people in it get the ids of the dossier.

    Who was a member or was invited, and did not come, stands at `uitgenodigd`.
    """
    item, table = point.item, at_the_table(point.ot, point.item)
    there = item.aanwezig or []
    away = [one.id for one in (*item.genodigden, *point.ot.leden) if one.id not in there]

    def ids(names: list[str]) -> list[Tree]:
        return list(dict.fromkeys(people.id_of(table[one]) for one in names))

    fields: dict[str, Tree | None] = {
        "datum": point.ot.datum.isoformat(),
        "soort": "ot_bespreking",
        "voorzitter": people.id_of(table[point.ot.voorzitter]),
        "aanwezig": ids(there),
        "uitgenodigd": ids(away),
        "vakgebied": _one_or_more(item.vakgebied),
        "externe_deskundigheid": item.externe_deskundigheid if "externe_deskundigheid" in item.model_fields_set else None,
        "inbreng": item.inbreng,
        "bespreking": item.bespreking,
        "uitkomsten": [_written(one) for one in item.uitkomsten],
        "afspraken": [{**_written(one), "wie": people.id_of(table[one.wie])} for one in item.afspraken],
        "evaluatiedatum": item.evaluatiedatum.isoformat() if item.evaluatiedatum else None,
    }
    return {key: value for key, value in fields.items() if value}


def person_tree(person: Betrokkene) -> Tree:
    """Someone as a line of `betrokkenen`; a role or expertise on its own needs no brackets."""
    written = _written(person)
    return {key: _one_or_more(one) or "" if isinstance(one, list) else one for key, one in written.items()}


def same_details(event: OtBespreking, point: Point) -> bool:
    """Whether an event in a dossier holds the same outcomes, agreements (but for who) and evaluation date as the item."""
    item = point.item

    def agreed(one: Agendapunt | OtBespreking) -> list[tuple[str, date]]:
        return [(each.wat, each.wanneer) for each in one.afspraken]

    return (event.uitkomsten, agreed(event), event.evaluatiedatum) == (item.uitkomsten, agreed(item), item.evaluatiedatum)


def _one_or_more(values: Sequence[Tree] | None) -> Tree | None:
    return None if not values else values[0] if len(values) == 1 else list(values)


def _written(model: BaseModel) -> dict[str, Tree]:
    """A part of a record as text again: what was written, in the order of the model."""
    values = model.__dict__
    return {name: _text(values[name]) for name in type(model).model_fields if name in model.model_fields_set}


def _text(value: object) -> Tree:
    if isinstance(value, list):
        return [_text(one) for one in value]
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value.isoformat() if isinstance(value, date) else str(value)
