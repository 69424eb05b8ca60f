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
    labels = " ".join(node.text_content() for row in rows for node in row.cells[0].nodes)
    return min(max(1800, 125 * max(map(len, labels.split()), default=0)), room // 3)


def widths(rows: list[Row], room: int) -> list[int]:
    """The width of each column, in twentieths of a point, by how much stands in it."""
    count = max(sum(cell.across for cell in row.cells) for row in rows)
    most = [_NARROWEST] * count
    for row in rows:
        column = 0
        for cell in row.cells:
            if cell.across == 1:
                words = " ".join(" ".join(one.text_content().split()) for one in cell.nodes)
                longest = max(map(len, words.split()), default=0) + 2
                most[column] = max(most[column], min(len(words), _WIDEST), min(longest, _WIDEST))
            column += cell.across
    return [room * one // sum(most) for one in most]


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
