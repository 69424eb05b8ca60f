"""The body of a page as paragraphs, tables and pictures of a Word file, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from . import wordtable
from .embedded import PIXELS, embedded, unreadable
from .page import PICTURE, Page
from .wordruns import INLINE, classes, heading_runs, inner, runs_of, unseen
from .wordxml import BREAK, TEXT_WIDTH, Run, collapsed, element, paragraph, run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from lxml.html import HtmlElement

STYLES = {
    "kind": "boKind", "lead": "boLead", "small": "boSmall", "facts": "boSmall", "end": "boSmall", "norm": "boNorm",
    "note": "boNote", "question": "boNorm", "voice": "boNorm", "confidential": "boSmall", "source": "boSmall",
    "trait": "boTrait", "house": "boKind",
}  # fmt: skip
"""The paragraph style for a class of the stylesheet."""

_CLOSE = 9
"""Up to this many facts, or rows of a table with its head, stay on one page."""
_SMALL = 5
"""A part of up to this many paragraphs stays on one page."""

_EMU_A_TWIP = 635
_PICTURE = 5000
"""How wide a drawing is, in twentieths of a point: wider, and its letters would be larger than those around it."""
_LOGO = 504_000
"""How high a logo is, in EMU: 14 mm."""


class Where(NamedTuple):
    """Where words come to stand: the style of a paragraph there, how deep in lists, and the room in twentieths of a point."""

    style: str = "Normal"
    depth: int = 0
    room: int = TEXT_WIDTH


class Body:
    """Writes one page into one document."""

    def __init__(self, document: Document, page: Page) -> None:
        self.document = document
        self.page = page

    def blocks(self, node: HtmlElement, where: Where) -> list[BaseOxmlElement]:
        """What stands within an element; words between blocks become paragraphs of their own."""
        made: list[BaseOxmlElement] = []
        waiting: list[Run] = [Run(node.text)] if node.text else []
        for child in node:
            if isinstance(child.tag, str) and child.tag in INLINE:
                waiting += runs_of(child)
            elif not unseen(child):
                made += self._paragraph(waiting, where.style)
                waiting = []
                made += self._block(child, where)
            if child.tail:
                waiting.append(Run(child.tail))
        return made + self._paragraph(waiting, where.style)

    def _block(self, node: HtmlElement, where: Where) -> list[BaseOxmlElement]:
        tag = node.tag
        where = where._replace(style=next((STYLES[one] for one in classes(node) if one in STYLES), where.style))
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            return self._paragraph(list(heading_runs(node)), f"Heading{min(int(tag[1]), 4)}")
        if tag in ("ul", "ol"):
            return self._marks(node) if "marks" in classes(node) else self._list(node, where)
        if tag == "dl":
            return self._facts(node, where)
        if tag == "table":
            return self._table(node, where)
        if tag == "img":
            return self._picture(node, where)
        if tag == "pre":
            return self._paragraph([Run(node.text_content().strip("\n").replace("\n", BREAK), style="boCode")], where.style)
        if tag in ("figcaption", "caption"):
            return self.blocks(node, where._replace(style="Caption"))
        if tag == "blockquote":
            return self.blocks(node, where._replace(style="Quote"))
        if tag in ("summary", "legend"):
            return self._paragraph(list(inner(node, Run("", bold=True))), where.style)
        made = self.blocks(node, where)
        if "signing" in classes(node) or ("entry" in classes(node) and len(made) <= _SMALL):
            _with_next(made[:-1])
        return made

    def _paragraph(self, runs: list[Run], style: str, *properties: BaseOxmlElement | None) -> list[BaseOxmlElement]:
        """The words as a paragraph; none when there are no words."""
        told = collapsed(runs)
        return [paragraph(style, [self._run(one) for one in told], *properties)] if told else []

    def _run(self, one: Run) -> BaseOxmlElement:
        if not one.link:
            return run(one)
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn

        made = element("hyperlink", run(one))
        made.set(qn("r:id"), self.document.part.relate_to(one.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return made

    def _marks(self, node: HtmlElement) -> list[BaseOxmlElement]:
        """Short words in a row."""
        runs: list[Run] = []
        for one in node.iter("li"):
            runs += [Run(" · ")] if runs else []
            runs += inner(one, Run(""))
        return self._paragraph(runs, "boSmall", element("keepNext"))

    def _list(self, node: HtmlElement, where: Where) -> list[BaseOxmlElement]:
        """A list; each numbered one begins anew at one. What follows the first words of a point stands under them."""
        depth = min(where.depth + 1, 3)
        kind = "ListNumber" if node.tag == "ol" else "ListBullet"
        style = kind if depth == 1 else f"{kind}{depth}"
        if "checks" in classes(node):  # each point has a sign of its own
            style = where.style
        under = "ListContinue" if depth == 1 else f"ListContinue{depth}"
        number = self._numbering(style) if node.tag == "ol" else None
        made: list[BaseOxmlElement] = []
        for one in node:
            if one.tag != "li" or unseen(one):
                continue
            first = True
            for block in self.blocks(one, Where(under, depth, where.room)):
                if first and block.tag.endswith("}p") and (block.style or "Normal") == under:
                    block.style = style
                    if number is not None:
                        block.pPr.append(element("numPr", element("ilvl", val=0), element("numId", val=number)))
                    first = False
                made.append(block)
        return made

    def _numbering(self, style: str) -> int:
        """The number of a new numbering that looks like that of a style, and begins at one."""
        from docx.oxml.ns import qn

        numbering = self.document.part.numbering_part.element
        wanted = self.document.styles.element.get_by_id(style).pPr.numPr.numId.val
        abstract = next(one for one in numbering.num_lst if one.numId == wanted).abstractNumId.val
        made = numbering.add_num(abstract)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.get(qn("w:numId")))

    def _facts(self, node: HtmlElement, where: Where) -> list[BaseOxmlElement]:
        rows = wordtable.facts_of(node)
        label = wordtable.label_width(rows, where.room)
        return self._rows("boFacts", rows, [label, where.room - label]) if rows else []

    def _table(self, node: HtmlElement, where: Where) -> list[BaseOxmlElement]:
        caption = [one for title in node.findall("caption") for one in self._block(title, where)]
        rows = wordtable.rows_of(node)
        return caption + (self._rows("boTable", rows, wordtable.widths(rows, where.room)) if rows else [])

    def _rows(self, style: str, rows: list[wordtable.Row], columns: list[int]) -> list[BaseOxmlElement]:
        contents = []
        close = len(rows) <= _CLOSE
        for row in rows:
            column = 0
            for cell in row.cells:
                room = sum(columns[column : column + cell.across]) - 160
                column += cell.across
                if not cell.goes_on:
                    contents.append(self._cell(cell, style, room, row.head or (close and row is not rows[-1])))
        space = element("p", element("pPr", element("pStyle", val="boCell")))  # or the next table would grow onto this one
        return [wordtable.table(style, rows, columns, contents), space]

    def _cell(self, cell: wordtable.Cell, style: str, room: int, with_next: bool) -> list[BaseOxmlElement]:
        look = "boCell" if not cell.head else "boHead" if style == "boTable" else "boLabel"
        made = [one for node in cell.nodes for one in self.blocks(node, Where(look, 0, room))]
        if with_next:
            _with_next(made)
        return made

    def _picture(self, node: HtmlElement, where: Where) -> list[BaseOxmlElement]:
        """A picture on a line of its own; one that cannot be drawn here falls away, its table remains."""

        if (index := node.get(PICTURE)) is not None:
            from ..pictures.raster import png

            drawn = self.page.pictures[int(index)]
            data, alternative = png(drawn.svg, PIXELS), drawn.alternative
            where = where._replace(room=min(where.room, _PICTURE))
        else:
            data, alternative = embedded(node.get("src") or ""), node.get("alt") or ""
        if not data:
            return []
        try:
            return [self._inline(data, alternative, where, _LOGO if "logo" in classes(node) else None)]
        except unreadable():
            return []

    def _inline(self, data: bytes, alternative: str, where: Where, height: int | None) -> BaseOxmlElement:
        """The picture in a paragraph: as high as asked (in EMU), else as large as it is, and never wider than its room."""
        from docx.shared import Emu

        size = self.document.part.new_pic_inline(BytesIO(data), height=height and Emu(height)).extent
        picture = self.document.part.new_pic_inline(BytesIO(data), width=Emu(min(int(size.cx), where.room * _EMU_A_TWIP)))
        picture.docPr.set("descr", alternative)
        return paragraph(where.style, [element("r", element("drawing", picture))])


def _with_next(blocks: Iterable[BaseOxmlElement]) -> None:
    """Keep each paragraph on the page of what follows it."""
    for one in blocks:
        if one.tag.endswith("}p") and one.pPr is not None and not any(child.tag.endswith("}keepNext") for child in one.pPr):
            one.pPr.insert(1, element("keepNext"))
