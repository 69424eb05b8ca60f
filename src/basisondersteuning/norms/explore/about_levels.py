"""Whether every niveau can be reached with its conditions met, and left again."""

from __future__ import annotations

from ...findings.catalogue import explore as codes
from ...model.words import level_words
from ..levels import Level
from .about import About, listed, span
from .goals import Left, Reached
from .judge import View
from .report import LevelAnswer, Witness
from .room import Room, find
from .search import Found

_FURTHER = 7
"""How many more events than the niveau below it a niveau may take, where not everything can be tried."""


def ask_levels(about: About) -> dict[int, tuple[Room, View]]:
    """Ask it of every niveau, in each period with rules of its own; gives the timelines of the last period, by rank."""
    frame = about.frame
    reached: dict[int, tuple[Room, View]] = {}
    for number, start in enumerate(about.house.starts):
        last = number == len(about.house.starts) - 1
        rooms = [about.house.room(start, area) for area in about.house.areas]
        answers: dict[int, tuple[Room, Found]] = {}
        below: int | None = 0
        for level in frame.levels:
            answers[level.rank] = _first(rooms, level.rank, 0 if below is None else below + _FURTHER)
            view = answers[level.rank][1].view
            below = None if view is None else len(view.plan.events)
        for level in frame.levels:
            room, found = answers[level.rank]
            way_up = answers.get(level.rank + 1)
            up = way_up is not None and way_up[1].view is not None
            down = False
            if found.view is None:
                _unreachable(about, level, room, found)
            else:
                reached[level.rank] = room, found.view
                left = room.search.find(Left(level.rank), [found.view.plan])
                down = left.view is not None
                if not up and not down:
                    _no_way_out(about, level, room, left)
            if last:
                events = len(found.view.plan.events) if found.view is not None else None
                about.report.levels.append(LevelAnswer(level.code, events, up, down))
    for rank, (room, view) in reached.items():
        code = frame.levels[rank - 1].code
        shows = f"Zo is {level_words(code)} bereikt, met alle voorwaarden vervuld."
        about.report.witnesses.append(Witness(f"niveau-{code}", shows, room, view, view.days[-1]))
    return reached


def _first(rooms: list[Room], rank: int, narrow: int) -> tuple[Room, Found]:
    room, found = find(rooms, Reached(rank), narrow=narrow)
    return room or rooms[0], found


def _unreachable(about: About, level: Level, room: Room, found: Found) -> None:
    place = about.of_level(level.rank)
    words = level_words(level.code)
    if not found.decided:
        about.undecided(place, f"of {words} te bereiken is met alle voorwaarden vervuld")
        return
    message = f"Geen tijdlijn{span(found)} bereikt {words} met alle voorwaarden vervuld."
    label = f"Het dichtst erbij ({listed(found.lacking)})" if found.lacking else "Het dichtst erbij"
    about.note(codes.LEVEL_UNREACHABLE, place, message, room, found.nearest, name=level.code, label=label)


def _no_way_out(about: About, level: Level, room: Room, left: Found) -> None:
    place = about.of_level(level.rank)
    words = level_words(level.code)
    if not left.decided:
        about.undecided(place, f"of {words} te verlaten is zonder een regel te breken")
        return
    message = f"Wie {words} verlaat, naar beneden of door het einde van het dossier, breekt altijd een regel."
    label = f"Het dichtst erbij ({listed(left.lacking)})" if left.lacking else "Het dichtst erbij"
    about.note(codes.LEVEL_NO_WAY_OUT, place, message, room, left.nearest, name=level.code, label=label)
