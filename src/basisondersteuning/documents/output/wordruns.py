"""The words within a paragraph of a page, with their looks and links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..templating.markdown import is_address
from .wordxml import BREAK, Run

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "input", "ins", "kbd", "label",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
}  # fmt: skip
"""The elements that stand within a line; every other one begins a block of its own."""

UNSEEN = {"script", "style", "template", "nav", "head", "noscript", "button", "colgroup", "link", "meta"}
SCREEN_ONLY = {"skip", "screen"}
"""Elements and classes that are nothing on paper."""

_LINE_ABOVE, _LINE_BELOW = {"name", "sub"}, {"code", "when"}
"""Classes of words that the stylesheet puts on a line of their own, under or above the rest; the latter in headings only."""

_SMALL = {"name", "sub", "code", "when", "tag", "soft"}
"""Classes of words that are smaller or softer than the rest."""


def unseen(node: HtmlElement) -> bool:
    """Whether this is no part of a paper document."""
    if not isinstance(node.tag, str):  # a comment
        return True
    hidden = node.get("hidden") is not None or node.get("aria-hidden") == "true"
    return node.tag in UNSEEN or hidden or bool(classes(node) & SCREEN_ONLY)


def classes(node: HtmlElement) -> set[str]:
    """The classes of an element."""
    return set((node.get("class") or "").split())


def runs_of(node: HtmlElement, look: Run | None = None) -> Iterator[Run]:
    """The runs of an element that stands within a line, itself included, with `look` around it."""
    look = look or Run("")
    tag = node.tag
    if unseen(node):
        return
    if tag == "br":
        yield Run(BREAK)
    elif tag == "input":
        yield look._replace(text="☒" if node.get("checked") is not None else "☐")
    own = classes(node)
    if own & _LINE_ABOVE:
        yield Run(BREAK)
    if "bit" in own and any("bit" in classes(one) for one in node.itersiblings(preceding=True) if isinstance(one.tag, str)):
        yield look._replace(text=" · ")  # where the page has space between
    if own & _SMALL:
        look = look._replace(style="boSmallText")
    if tag in ("b", "strong", "dfn"):
        look = look._replace(bold=True)
    elif tag in ("i", "em", "cite", "var"):
        look = look._replace(italic=True)
    elif tag in ("small", "code", "kbd", "samp"):
        look = look._replace(style="boSmallText" if tag == "small" else "boCode")
    elif tag == "a" and is_address(node.get("href") or ""):
        look = look._replace(link=node.get("href") or "", style="boLink")
    yield from inner(node, look)


def inner(node: HtmlElement, look: Run) -> Iterator[Run]:
    """The runs within an element."""
    if node.text:
        yield look._replace(text=node.text)
    for child in node:
        yield from runs_of(child, look)
        if child.tail:
            yield look._replace(text=child.tail)


def heading_runs(node: HtmlElement) -> Iterator[Run]:
    """The runs of a heading; a code or time before it and a name after it stand on lines of their own."""
    if node.text:
        yield Run(node.text)
    for child in node:
        yield from runs_of(child)
        if classes(child) & _LINE_BELOW:
            yield Run(BREAK)
        if child.tail:
            yield Run(child.tail)
