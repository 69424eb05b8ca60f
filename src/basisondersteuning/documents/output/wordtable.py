"""Tables in a Word file: data tables with a head that repeats, and lists of facts as two columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from .wordxml import element, flag

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from lxml.html import HtmlElement

_NARROWEST, _WIDEST = 6, 70
"""The fewest and most characters that count for the width of a column."""
_LETTER, _LETTER_HEAD, _MARGIN = 115, 125, 180
"""How wide a letter is on the average of a word, also of a bold one, and the margins of a cell, in twentieths of a point."""


class Cell(NamedTuple):
    """A cell: where it comes from (several elements for a fact), and how many columns and rows it takes."""

    nodes: tuple[HtmlElement, ...]
    head: bool = False
    across: int = 1
    down: int = 1
    goes_on: bool = False


class Row(NamedTuple):
    """A row; `head` repeats on every page. `height` is the least height, in twentieths of a point, 0 for that of its words."""

    cells: tuple[Cell, ...]
    head: bool = False
    height: int = 0


ROOM_TO_WRITE = {"room": 880, "sign": 680, "blank": 440, "fill": 440}
"""How high a row is in a table that is filled in by hand, by class of the table."""


def rows_of(table: HtmlElement) -> list[Row]:
    """The rows of a table; a cell over several rows goes on in each of them."""
    rows: list[Row] = []
    height = next((high for name, high in ROOM_TO_WRITE.items() if name in (table.get("class") or "").split()), 0)
    going: dict[int, tuple[int, Cell]] = {}  # by column: for how many rows more, and which cell
    for node in table.iter("tr"):
        if next(node.iterancestors("table")) is not table:
            continue
        cells: list[Cell] = []
        column = 0
        own = [_cell(one) for one in node if one.tag in ("td", "th")]
        while own or column in going:
            if column in going:
                left, above = going.pop(column)
                cell = above._replace(goes_on=True)
                left -= 1
            else:
                cell = own.pop(0)
                left = cell.down - 1
            if left > 0:
                going[column] = (left, cell)
            cells.append(cell)
            column += cell.across
        all_heads = bool(cells) and all(one.head for one in cells)
        head = node.getparent().tag == "thead" or (not rows and all_heads)
        rows.append(Row(tuple(cells), head, 0 if head else height))
    return [one for one in rows if one.cells]


def _cell(node: HtmlElement) -> Cell:
    return Cell((node,), node.tag == "th", _number(node.get("colspan")), _number(node.get("rowspan")))


def _number(text: str | None) -> int:
    return max(1, min(int(text), 99)) if text and text.isascii() and text.isdecimal() else 1


def facts_of(node: HtmlElement) -> list[Row]:
    """A list of facts as rows of two: the label, and all that is said of it."""
    rows: list[tuple[list[HtmlElement], list[HtmlElement]]] = []
    for one in node.iter("dt", "dd"):
        if next(one.iterancestors("dl")) is not node:
            continue
        if one.tag == "dt" and (not rows or rows[-1][1]):
            rows.append(([], []))
        if not rows:
            rows.append(([], []))
        rows[-1][0 if one.tag == "dt" else 1].append(one)
    return [Row((Cell(tuple(labels), True), Cell(tuple(facts)))) for labels, facts in rows]


def label_width(rows: list[Row], room: int) -> int:
    """The width of the words before facts, in twentieths of a point: their longest word fits, and it is a third at most."""
    labels = " ".join(words_in(row.cells[0]) for row in rows)
    return min(max(1800, 125 * max(map(len, labels.split()), default=0)), room // 3)


def widths(rows: list[Row], room: int) -> list[int]:
    """The width of each column, in twentieths of a point, by how much stands in it. As long as there is room, no word is
    broken: a column is at least as wide as its longest word. In a table to fill in, what is not first or last is wide.
    """
    count = max(sum(cell.across for cell in row.cells) for row in rows)
    most, least = [_NARROWEST] * count, [0] * count
    for row in rows:
        column = 0
        for cell in row.cells:
            if cell.across == 1:
                words = words_in(cell)
                longest = max(map(len, words.split()), default=0)
                most[column] = max(most[column], min(len(words), _WIDEST))
                least[column] = max(least[column], longest * (_LETTER_HEAD if row.head or cell.head else _LETTER) + _MARGIN)
            column += cell.across
    if count > 2 and not any(words_in(cell) for row in rows if not row.head for cell in row.cells):
        most = [_WIDEST // 3, *[_WIDEST] * (count - 2), _WIDEST // 4]
    if sum(least) >= room:
        return [room * one // sum(least) for one in least]
    return _shared(most, least, room)


def words_in(cell: Cell) -> str:
    """The words of a cell, on one line."""
    return " ".join(" ".join(one.text_content().split()) for one in cell.nodes)


def _shared(most: list[int], least: list[int], room: int) -> list[int]:
    """The room, shared as `most` says; a column that would be narrower than `least` has that, and the others share the rest."""
    narrow: set[int] = set()
    while True:
        left = room - sum(least[place] for place in narrow)
        whole = sum(one for place, one in enumerate(most) if place not in narrow)
        made = [least[place] if place in narrow else left * one // whole for place, one in enumerate(most)]
        found = {place for place, one in enumerate(made) if one < least[place]} - narrow
        if not found:
            return made
        narrow |= found


def table(style: str, rows: list[Row], columns: list[int], contents: Iterable[list[BaseOxmlElement]]) -> BaseOxmlElement:
    """The table; `contents` gives the paragraphs of each cell that does not go on from the row above, in order."""
    filled = iter(contents)
    first_row = int(style == "boTable" and any(row.head for row in rows))
    look = element("tblLook", firstRow=first_row, firstColumn=1, noHBand=1, noVBand=1, val="0000")
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val=style),
            element("tblW", w=sum(columns), type="dxa"),
            element("tblLayout", type="fixed"),
            look,
        ),
        element("tblGrid", *(element("gridCol", w=one) for one in columns)),
    )
    for row in rows:
        high = element("trHeight", val=row.height, hRule="atLeast") if row.height else None
        line = element("tr", element("trPr", element("cantSplit"), high, flag("tblHeader", row.head)))
        column = 0
        for cell in row.cells:
            width = sum(columns[column : column + cell.across])
            line.append(_filled(cell, width, [element("p")] if cell.goes_on else next(filled)))
            column += cell.across
        made.append(line)
    return made


def _filled(cell: Cell, width: int, content: list[BaseOxmlElement]) -> BaseOxmlElement:
    properties = element(
        "tcPr",
        element("tcW", w=width, type="dxa"),
        element("gridSpan", val=cell.across) if cell.across > 1 else None,
        element("vMerge", val="continue" if cell.goes_on else "restart") if cell.down > 1 else None,
    )
    if not content or content[-1].tag.endswith("}tbl"):  # a cell ends with a paragraph
        content = [*content, element("p")]
    return element("tc", properties, *content)
