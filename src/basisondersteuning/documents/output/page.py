"""A page taken apart for other formats: its title, its running header, its colour, and what a reader sees of it."""

from __future__ import annotations

import html as entities
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PICTURE = "data-svg"
"""The attribute of a stand-in for an SVG picture; its value counts in `Page.pictures`."""

_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_HEADER = re.compile(r'@top-left \{ content: "([^"]*)"')
_COLOUR = re.compile(r"@media print \{ :root \{ --accent: #([0-9a-fA-F]{6});")
_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
_TOLD = re.compile(r"<(title|desc)\b[^>]*>(.*?)</\1>", re.DOTALL)


class Picture(NamedTuple):
    """An SVG picture of the page: its source, and what it says for who does not see it."""

    svg: str
    alternative: str


class Page(NamedTuple):
    """A page. `header` stands at the top of every sheet, `colour` is that of the house (`RRGGBB`); both may be empty."""

    title: str
    header: str
    colour: str
    body: HtmlElement
    pictures: tuple[Picture, ...]


def page_of(html: str) -> Page:
    """Take a page apart. Its pictures are kept as they were written, since an HTML parser spoils SVG.

    Raises `ImportError` when lxml is not there.
    """
    from lxml.html import HTMLParser, document_fromstring

    pictures: list[Picture] = []

    def stand_in(found: re.Match[str]) -> str:
        pictures.append(picture_of(found[0]))
        return f'<img {PICTURE}="{len(pictures) - 1}">'

    text = _SVG.sub(stand_in, html)
    root = document_fromstring(text.encode() or b"<body></body>", parser=HTMLParser(encoding="utf-8", huge_tree=True))
    title = root.findtext(".//title") or ""
    header, colour = _HEADER.search(html), _COLOUR.search(html)
    return Page(
        " ".join(title.split()),
        re.sub(r"\\([0-9a-fA-F]{6})", lambda one: chr(int(one[1], 16)), header[1]) if header else "",
        colour[1].upper() if colour else "",
        root if (body := root.find(".//body")) is None else body,
        tuple(pictures),
    )


def picture_of(svg: str) -> Picture:
    """An SVG picture, with what its title and description say."""
    told = [" ".join(entities.unescape(one[2]).split()).rstrip(".") for one in _TOLD.finditer(svg)]
    whole = svg if _NAMESPACE in svg else svg.replace("<svg", f"<svg {_NAMESPACE}", 1)
    return Picture(whole, "".join(f"{one}. " for one in told if one).strip())
