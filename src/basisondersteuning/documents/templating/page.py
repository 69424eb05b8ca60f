"""What stands in a template and would not work in the page: a page loads nothing, runs nothing and has one stylesheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

_JINJA = re.compile(r"\{#.*?#\}|\{%(?:\"[^\"]*\"|'[^']*'|[^\"'])*?%\}|\{\{(?:\"[^\"]*\"|'[^']*'|[^\"'])*?\}\}", re.DOTALL)
_OWN_STYLE = re.compile(r"<style>\s*\{\{\s*(?:style|sheet)\s*\}\}\s*</style>")
"""The one place where a page has style rules."""
_BREAK = re.compile(r"\r\n|\r|\n")
_FORBIDDEN = {
    "script": "Een script werkt niet in het document.",
    "style": "Stijlregels in een sjabloon werken niet in het document.",
    "iframe": "Een andere bladzijde kan niet in het document staan.",
    "frame": "Een andere bladzijde kan niet in het document staan.",
    "object": "Een ander bestand kan niet in het document staan.",
    "embed": "Een ander bestand kan niet in het document staan.",
    "base": "Een `base` werkt niet in het document.",
    "form": "Een formulier werkt niet in het document: er is niets waar het heen kan.",
    "video": "Film en geluid kunnen niet in het document staan.",
    "audio": "Film en geluid kunnen niet in het document staan.",
}
_LOADED = {"src", "srcset", "poster", "background", "xlink:href"}
"""Attributes that load what they name."""
_ADDRESS = "Dit bestand of adres wordt niet geladen: in een document staat alles zelf."
STYLE_ENDS = "Hier zou de stijl ophouden."
"""What is said of a stylesheet that closes its own element."""
_STYLE = "Een `style` in een element werkt niet in het document."
_EVENT = "Wat een bezoeker aanklikt of aanwijst, kan in een document niets starten."
_STYLE_REMEDY = "Zet stijlregels in een eigen `_gedeeld/stijl.css` en gebruik hier een `class`."
_LOGO_REMEDY = "Een logo zet u in `bo.yaml`, bij `huisstijl`; in een sjabloon heet het `huis.logo`."


class Blocked(NamedTuple):
    """Something that would not work: its line and column (from 1), what to point at, why, and what to do."""

    line: int
    column: int
    word: str
    message: str
    remedy: str = ""


def blocked_in_page(source: str) -> list[Blocked]:
    """What would not work of an HTML template."""
    reader = _Reader()
    reader.feed(_JINJA.sub(_blank, _OWN_STYLE.sub(_blank, source)))
    reader.close()
    return reader.found


def blocked_in_style(source: str) -> Iterator[Blocked]:
    """What would not work of a stylesheet."""
    plain = re.sub(r"/\*.*?\*/", _blank, source, flags=re.DOTALL)
    pattern = r"@import\b|url\((?!\s*[\"']?\s*(?:data:|#))|</"
    for found in re.finditer(pattern, plain, re.IGNORECASE):
        lines = _BREAK.split(plain[: found.start()])
        message = STYLE_ENDS if found[0] == "</" else _ADDRESS
        yield Blocked(len(lines), len(lines[-1]) + 1, found[0], message, "Haal het weg, of zet het als `data:` in het bestand.")


def _blank(found: re.Match[str]) -> str:
    """As many characters and lines as what stood there; `¤` for what a template writes."""
    filler = "¤" if found[0].startswith("{{") else " "
    return re.sub(r"[^\r\n]", filler, found[0])


class _Reader(HTMLParser):
    """Reads a page and keeps what would not work."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Blocked] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FORBIDDEN:
            self._note(f"<{tag}", _FORBIDDEN[tag], _STYLE_REMEDY if tag == "style" else "")
        for name, value in attrs:
            text = (value or "").strip()
            if name == "style":
                self._note(name, _STYLE, _STYLE_REMEDY)
            elif name.startswith("on") and len(name) > 2:
                self._note(name, _EVENT)
            elif name in _LOADED or (name == "href" and tag in ("link", "image", "use")):
                if not text.startswith(("data:", "#", "¤")) and text:
                    self._note(name, _ADDRESS, _LOGO_REMEDY if tag == "img" else "")
            elif name == "href" and text.lower().startswith("javascript:"):
                self._note(name, _EVENT)

    def _note(self, word: str, message: str, remedy: str = "") -> None:
        line, column = self.getpos()
        text = self.get_starttag_text() or ""
        at = re.search(rf"(?<![\w-]){re.escape(word)}" if word.isalpha() else re.escape(word), text, re.IGNORECASE)
        lines = text[: at.start() if at else 0].split("\n")
        column = column + len(lines[0]) if len(lines) == 1 else len(lines[-1])
        self.found.append(Blocked(line + len(lines) - 1, column + 1, word, message, remedy))
