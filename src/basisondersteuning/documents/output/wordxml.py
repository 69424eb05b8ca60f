"""The XML of a Word file, in small pieces: WordprocessingML (ISO/IEC 29500-1), part 17."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

TEXT_WIDTH = 9638
"""The width of the text in twentieths of a point: A4 with margins of 20 mm."""

BREAK = "\x0b"
"""A line break between the words of a paragraph; no text of a page can hold it."""


class Run(NamedTuple):
    """Words with one look. `link` is the web address they lead to."""

    text: str
    bold: bool = False
    italic: bool = False
    style: str = ""
    link: str = ""


def element(name: str, *children: BaseOxmlElement | None, **attributes: str | int) -> BaseOxmlElement:
    """An element of WordprocessingML; a child that is None falls away."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend([one for one in children if one is not None])
    return made


def flag(name: str, on: bool) -> BaseOxmlElement | None:
    """An element that is there when something holds."""
    return element(name) if on else None


def paragraph(style: str, runs: list[BaseOxmlElement], *properties: BaseOxmlElement | None) -> BaseOxmlElement:
    """A paragraph in a style (by its id)."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *runs)


def run(one: Run) -> BaseOxmlElement:
    """Words as they stand in a paragraph, with their line breaks. Whatever they hold, they are text, never a field."""
    made = element(
        "r",
        element(
            "rPr",
            element("rStyle", val=one.style) if one.style else None,
            flag("b", one.bold),
            flag("i", one.italic),
        ),
    )
    for index, line in enumerate(one.text.split(BREAK)):
        if index:
            made.append(element("br"))
        if line:
            text = element("t")
            text.text = line
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(text)
    return made


def field(instruction: str) -> list[BaseOxmlElement]:
    """A field that Word fills in, such as the number of the page."""
    told = element("instrText")
    told.text = f" {instruction} "
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", told),
        element("r", element("fldChar", fldCharType="separate")),
        run(Run("1")),
        element("r", element("fldChar", fldCharType="end")),
    ]


def collapsed(runs: list[Run]) -> list[Run]:
    """The runs with white space as a browser shows it: one space between words, none at the ends of a line."""
    made: list[Run] = []
    waiting = ""  # a space or line breaks, written once words follow
    for one in runs:
        words = ""
        for character in one.text:
            if character == BREAK:
                waiting = waiting.strip(" ") + BREAK
            elif character in " \t\n\r\f":
                waiting = waiting or " "
            else:
                words += (waiting if made or words else "") + character
                waiting = ""
        if words:
            made.append(one._replace(text=words))
    return made
