"""The look of the default Word file: real styles, so that who edits it can restyle it in one go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .wordxml import Run, element, field, run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle

FONT = "Calibri"
INK, SOFT, EDGE, RAISED = "1B2226", "525B61", "8A8577", "F3F0E8"
"""The colours of the stylesheet, by day."""

HEADINGS = {1: (20.0, 0.0, 10.0), 2: (15.0, 20.0, 6.0), 3: (12.0, 14.0, 4.0), 4: (10.5, 10.0, 2.0)}
"""The size of the letters of a heading, and the space before and after it, in points, by level."""

OWN = {
    "boKind": ("Soort document", 9.0, SOFT, 0.0, 4.0),
    "boLead": ("Inleiding", 12.0, INK, 0.0, 8.0),
    "boSmall": ("Klein", 9.0, SOFT, 0.0, 3.0),
    "boTrait": ("Onder een kop", 9.0, SOFT, 0.0, 4.0),
    "boNorm": ("Norm", 11.0, INK, 4.0, 4.0),
    "boNote": ("Kader", 10.0, INK, 6.0, 6.0),
    "boCell": ("Tabeltekst", 9.5, INK, 0.0, 2.0),
    "boHead": ("Tabelkop", 9.5, INK, 0.0, 2.0),
    "boLabel": ("Kopje van een feit", 9.5, SOFT, 0.0, 2.0),
}
"""Our own paragraph styles, by id: the name that a person sees, size, colour, space before and after in points."""


def style(document: Document, title: str, header: str, colour: str) -> None:
    """Give an empty document our styles, page, language, header and footer. `colour` is that of the headings."""
    _page(document)
    _language(document)
    _text_styles(document, colour or INK)
    _table_styles(document)
    _edges(document, header)
    _properties(document, title)


def _page(document: Document) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = Mm(20)
    section.bottom_margin = Mm(22)


def _language(document: Document) -> None:
    from docx.oxml.ns import qn

    for one in document.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), "nl-NL")


def _text_styles(document: Document, colour: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm

    _set(document.styles["Normal"], 10.5, INK, 0, 6)
    for level, (size, before, after) in HEADINGS.items():
        heading = document.styles[f"Heading {level}"]
        _set(heading, size, colour, before, after)
        heading.font.bold, heading.font.italic = True, False
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"):
        _set(document.styles[name], 10.5, INK, 0, 3)
    _set(document.styles["Caption"], 9.5, SOFT, 8, 4)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    for key, (name, size, ink, before, after) in OWN.items():
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.element.set(_w("styleId"), key)
        made.base_style = document.styles["Normal"]
        made.quick_style = True
        _set(made, size, ink, before, after)
    document.styles["Tabelkop"].font.bold = True
    for name in ("Norm", "Onder een kop"):
        document.styles[name].paragraph_format.keep_with_next = True
    for name, edge in (("Norm", colour), ("Kader", EDGE)):
        bordered = document.styles[name]
        bordered.paragraph_format.left_indent = Mm(4)
        properties = bordered.element.get_or_add_pPr()
        line = element("left", val="single", sz=18, space=8, color=edge)
        properties.insert_element_before(element("pBdr", line), *_AFTER_BORDER)
        if name == "Kader":
            properties.insert_element_before(element("shd", val="clear", color="auto", fill=RAISED), *_AFTER_BORDER[1:])

    _character_styles(document)


def _character_styles(document: Document) -> None:
    """The looks of words within a paragraph."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    for key, name in (("boSmallText", "Kleine tekst"), ("boCode", "Code"), ("boLink", "Koppeling")):
        made = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        made.element.set(_w("styleId"), key)
        if key == "boSmallText":
            made.font.size, made.font.color.rgb = Pt(9.5), RGBColor.from_string(SOFT)
        elif key == "boCode":
            made.font.name = "Consolas"
        else:
            made.font.underline = True


_AFTER_BORDER = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
"""What follows a border in the properties of a paragraph; the order is fixed."""


def _set(one: ParagraphStyle, size: float, colour: str, before: float, after: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    one.font.name, one.font.size, one.font.bold = FONT, Pt(size), False
    one.font.color.rgb = RGBColor.from_string(colour)
    fonts = one.element.rPr.rFonts
    for key in [key for key in fonts.attrib if "Theme" in str(key)]:  # a font of the theme goes before a font by name
        del fonts.attrib[key]
    fonts.set(qn("w:cs"), FONT)
    one.paragraph_format.space_before, one.paragraph_format.space_after = Pt(before), Pt(after)


def _table_styles(document: Document) -> None:
    """Two styles of tables: one with lines between the rows, and one without for a list of facts."""
    lines = ("top", "bottom", "insideH")
    borders = element("tblBorders", *(element(one, val="single", sz=4, space=0, color=EDGE) for one in lines))
    shade = element("shd", val="clear", color="auto", fill=RAISED)
    head = element("tblStylePr", element("tcPr", shade), type="firstRow")
    document.styles.element.append(_table_style("boTable", "Tabel met lijnen", 60, 80, borders, head))
    document.styles.element.append(_table_style("boFacts", "Lijst met feiten", 0, 0, None, None))


def _table_style(
    key: str, name: str, above: int, left: int, borders: BaseOxmlElement | None, head: BaseOxmlElement | None
) -> BaseOxmlElement:
    """A table style; `above` and `left` are the room around the words of a cell, in twentieths of a point."""
    room = {"top": above, "left": left, "bottom": above // 2, "right": 80}
    margins = element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in room.items()))
    properties = element("tblPr", element("tblInd", w=0, type="dxa"), borders, margins)
    based = element("basedOn", val="TableNormal")
    return element("style", element("name", val=name), based, properties, head, type="table", styleId=key)


def _edges(document: Document, header: str) -> None:
    section = document.sections[0]
    if header:
        top = section.header.paragraphs[0]
        top.style = document.styles["Klein"]
        top._p.append(run(Run(header)))
    bottom = section.footer.paragraphs[0]
    bottom.style = document.styles["Klein"]
    bottom.alignment = 2  # to the right
    for one in (run(Run("pagina ")), *field("PAGE"), run(Run(" van ")), *field("NUMPAGES")):
        bottom._p.append(one)


def _properties(document: Document, title: str) -> None:
    """Title and language; the maker and the dates of the empty file that we begin with say nothing, and go."""
    core = document.core_properties
    for one in list(core._element):
        core._element.remove(one)
    core.title, core.language = re.sub(r"\s+", " ", title)[:255], "nl-NL"


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")
