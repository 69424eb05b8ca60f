"""The pieces of the page, made by the macros of one template. A pupil of whom nothing changed is not made again."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from markupsafe import Markup

from ...casework.overview.board import Board, Due
from ...casework.overview.card import Card, Duty, first_name
from ...casework.overview.words import duty_words, weekday
from ...model.words import plain
from ..output.report import cleaned
from ..templating.environment import Templates
from ..templating.sandbox import Sandbox
from .pupil import PupilMaker
from .views import Kaart, Regel, Stuk

TEMPLATE = "overzicht/stukken.html.j2"


@cache
def _environment() -> Sandbox:
    return Templates().environment


def piece(macro: str, *given: object) -> Markup:
    """What a macro of the template makes: every value in it is text, also what looks like markup."""
    environment = _environment()
    environment.begin()
    made = getattr(environment.get_template(TEMPLATE).module, macro)(*given)
    return Markup(cleaned(str(made)).strip("\n"))


class Kept(NamedTuple):
    """What was made of a card."""

    card: Card
    name: str
    made: Stuk


class Parts:
    """The pieces of the pupils of a board. `before` are those of an earlier board, which are used again where they still hold."""

    def __init__(self, board: Board, before: Parts | None = None) -> None:
        self._stamp = (board.peildatum, board.levels, board.choice.audience is not None)
        kept: dict[str, Kept] = before._kept if before is not None and before._stamp == self._stamp else {}
        maker, keys = PupilMaker(board), _keys(board)
        self._kept: dict[str, Kept] = {one.path: _made(one, keys[one.path], maker, kept.get(one.path)) for one in board.cards}

    def of(self, card: Card) -> Stuk:
        """The pieces of a pupil."""
        return self._kept[card.path].made

    def name(self, card: Card) -> str:
        """The name and the id of a pupil."""
        return f"{self._kept[card.path].name} {card.pupil}".strip()

    def row(self, one: Due) -> Markup:
        """The row of something to be done."""
        return self.of(one.card).regels[next(index for index, each in enumerate(one.card.duties) if each is one.duty)]


def _keys(board: Board) -> dict[str, str]:
    """The key of each file: short, of the school and the id of the pupil, and so the same tomorrow; a second file counts on."""
    found: dict[str, str] = {}
    times: dict[str, int] = {}
    for one in sorted(board.cards, key=lambda each: each.path):
        key = blake2b(f"{one.school}\0{one.pupil}".encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
        times[key] = times.get(key, 0) + 1
        found[one.path] = key if times[key] == 1 else f"{key}-{times[key]}"
    return found


def _made(card: Card, key: str, maker: PupilMaker, kept: Kept | None) -> Kept:
    name = first_name(card)
    if kept is not None and kept.name == name and kept.made.sleutel == key and kept.card == card:
        return Kept(card, name, kept.made)
    rows = tuple(piece("regel", _row(card, one, key, name)) for one in card.duties)
    shown = piece("kaart", _card(card, key, name, maker))
    return Kept(card, name, Stuk(key, card.level, shown, piece("persoon", maker.pupil(card, key, name)), rows))


def _card(one: Card, key: str, name: str, maker: PupilMaker) -> Kaart:
    areas = ", ".join(plain(line.name) for line in one.lines)
    under = f"groep {one.group}" + (f" · {areas}" if areas else "")
    return Kaart(key, name or one.pupil, one.pupil, one.group, under, maker.marks(one))


def _row(card: Card, duty: Duty, key: str, name: str) -> Regel:
    area = f" ({plain(duty.strand)})" if duty.strand else ""
    day = weekday(duty.due) if duty.due else "geen datum"
    shown = f"{name} {card.pupil}".strip()
    return Regel(key, day, shown, card.group, duty.role, plain(duty.role), f"{duty_words(duty)}{area}")
