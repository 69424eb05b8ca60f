"""Where something stands in a Word template: a person looks for a paragraph, not for a line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...findings.finding import Place

if TYPE_CHECKING:
    from docx.document import Document

_ELEMENT = re.compile(r"</?[A-Za-z0-9]+:[^>]*>")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_QUOTES = str.maketrans("“”‘’", "\"\"''")  # as docxtpl mends them in a tag

PARTS = (("header", "de koptekst"), ("footer", "de voettekst"), ("footnotes", "de voetnoten"))
"""The parts of a Word file besides its body: how their names begin, and what a person calls them."""


class Line(NamedTuple):
    """A paragraph of the template: its part, its number there, the table it is in (0 for none), its words, and the row it is
    in, counted over the part (0 for none)."""

    part: str
    number: int
    table: int
    text: str
    row: int = 0

    def words(self) -> str:
        """Where it is, in words."""
        part = next((words for name, words in PARTS if self.part.startswith(name)), "")
        return f"Alinea {self.number}" + (f" van {part}" if part else "") + (f", in tabel {self.table}" if self.table else "")

    def place(self, file: str, word: str = "", last: bool = False) -> Place:
        """The place of a word in it (where it stands last, if asked), or of its first tag. Its line is the paragraph's number."""
        starts = [one.start() for one in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", self.text)] if word else []
        if starts:
            return Place(file, self.number, starts[-1 if last else 0] + 1, len(word), self.text)
        found = _TAG.search(self.text)
        start, end = found.span() if found else (0, 1)
        return Place(file, self.number, start + 1, end - start, self.text)


def part_name(part: object) -> str:
    """The short name of a part of a Word file, such as `document` or `header1`."""
    return str(getattr(part, "partname", "")).rpartition("/")[2].removesuffix(".xml")


def lines_of(document: Document) -> list[Line]:
    """Every paragraph of a template, by part."""
    parts = [document.part, *(one for one in document.part.package.iter_parts() if part_name(one).startswith(_OTHERS))]
    return [line for part in parts for line in _lines(part)]


_OTHERS = tuple(name for name, _ in PARTS)


def _lines(part: object) -> Iterator[Line]:
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    root = getattr(part, "element", None)
    root = parse_xml(getattr(part, "blob", b"")) if root is None else root
    tables = {one: index for index, one in enumerate(root.iter(qn("w:tbl")), 1)}
    rows = {one: index for index, one in enumerate(root.iter(qn("w:tr")), 1)}
    for number, paragraph in enumerate(root.iter(qn("w:p")), 1):
        words = [one.text or "" for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(qn("w:p"))) is paragraph]
        outer = list(paragraph.iterancestors(qn("w:tbl")))
        row = next((rows[one] for one in paragraph.iterancestors(qn("w:tr"))), 0)
        yield Line(part_name(part), number, tables[outer[-1]] if outer else 0, "".join(words), row)


def plain(xml: str) -> str:
    """The words in a piece of XML."""
    return html.unescape(_ELEMENT.sub("", xml))


def origin(lines: list[Line], part: str, source: str, number: int, word: str) -> Line | None:
    """The paragraph that line `number` of the text given to Jinja came from, by the tag in it that holds `word`.

    Paragraphs that hold only a tag are gone in that text, so the same tag is counted in both.
    """
    own = [one for one in lines if one.part == part]
    rows = re.split(r"\r\n|\r|\n", source)
    tags = [_bare(one) for one in _TAG.findall(plain(rows[number - 1]))] if 0 < number <= len(rows) else []
    wanted = next((one for one in tags if word in one), tags[0] if tags else "")
    if not wanted:
        return next((one for one in own if word and word in one.text), None)
    before = sum(_bare(one) == wanted for one in _TAG.findall(plain("\n".join(rows[: number - 1]))))
    holders = [line for line in own for one in _TAG.findall(line.text) if _bare(one) == wanted]
    return holders[min(before, len(holders) - 1)] if holders else None


def _bare(tag: str) -> str:
    """A tag without white space and without the letter that says what of Word it takes along."""
    inner = re.sub(r"^\{[{%#]-?(?:tr|tc|p|r)?\s", "", tag.translate(_QUOTES))
    return re.sub(r"\s|-?[}%#]\}$|^\{[{%#]-?", "", inner)
