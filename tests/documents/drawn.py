"""What can be seen in a picture: its words and where they stand, its dots and dashes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree

from basisondersteuning.documents.pictures.history import Line, history
from basisondersteuning.documents.pictures.picture import Picture
from basisondersteuning.documents.pictures.results import Result, results
from basisondersteuning.documents.pictures.shapes import SIZE, WIDTH, text_width
from basisondersteuning.model.base import Vakgebied
from basisondersteuning.model.events_support import Schaal

SVG = "{http://www.w3.org/2000/svg}"
CODES = ("geen", "1", "2", "3", "arrangement")
TODAY = date(2026, 11, 24)


def bloc(day: date, value: str, bound: bool = True) -> Result:
    return Result(day, "Bloktoets", value, bound)


def course(lines: list[Line], until: date = TODAY) -> Picture:
    (made,) = history(lines, CODES, until, "niveaus")
    return made


def drawn(area: Vakgebied, scale: Schaal, found: list[Result]) -> Picture:
    made = results(area, scale, found, "toetsen")
    assert made is not None
    return made


class Box(NamedTuple):
    """Where a text stands."""

    left: float
    top: float
    right: float
    bottom: float
    words: str

    def touches(self, other: Box) -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


def tree(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(str(picture.svg))


def boxes(picture: Picture) -> Iterator[Box]:
    for item in tree(picture).iter(f"{SVG}text"):
        words, x, y = item.text or "", float(item.get("x", "")), float(item.get("y", ""))
        wide = text_width(words, item.get("font-weight") is not None)
        left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[item.get("text-anchor", "start")]
        yield Box(left, y - SIZE * 0.75, left + wide, y + SIZE * 0.2, words)


def words(picture: Picture) -> list[str]:
    return [box.words for box in boxes(picture)]


def dashes(picture: Picture) -> int:
    return sum(1 for item in tree(picture).iter(f"{SVG}path") if item.get("stroke-dasharray"))


def overlapping(picture: Picture) -> list[tuple[str, str]]:
    return [(a.words, b.words) for a, b in combinations(boxes(picture), 2) if a.touches(b)]


def sticking_out(picture: Picture) -> list[str]:
    tall = float(tree(picture).get("viewBox", "").split()[3])
    return [box.words for box in boxes(picture) if box.left < -1 or box.right > WIDTH + 1 or box.top < 0 or box.bottom > tall]
