"""What a template that builds on another writes outside its blocks: nobody gets to see it where it was meant."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from ...findings.catalogue import document as codes
from ...findings.finding import Finding, Place
from .mistakes import place_of


def outside_blocks(tree: nodes.Template, file: str) -> Iterator[Finding]:
    """A warning for every piece of text or data outside the blocks of a template with `extends`; one for each line."""
    met: set[int] = set()
    for line, text in _written(tree.body):
        place = _place(file, line, text)
        if place.line not in met:
            met.add(place.line)
            yield codes.LOST_TEXT.at(place)


def _written(body: list[nodes.Node]) -> Iterator[tuple[int, str]]:
    """What is written by statements outside blocks: the line, and the text; empty for data."""
    for one in body:
        if isinstance(one, nodes.Output):
            for part in one.nodes:
                if not isinstance(part, nodes.TemplateData):
                    yield part.lineno, ""
                elif part.data.strip():
                    yield part.lineno, part.data
        elif isinstance(one, nodes.If):
            for branch in (one.body, one.elif_, one.else_):
                yield from _written(list(branch))
        elif isinstance(one, nodes.For):
            yield from _written([*one.body, *one.else_])
        elif isinstance(one, nodes.CallBlock | nodes.FilterBlock | nodes.Include):
            yield one.lineno, ""


def _place(file: str, line: int, text: str) -> Place:
    """The place of the first words of a text that begins on or after a line."""
    words = text.strip().split("\n")[0].strip()
    place = place_of(file, line, words)
    ahead = line
    while words and words not in (place.text or "") and ahead < line + text.count("\n") + 2:
        ahead += 1
        place = place_of(file, ahead, words)
    return place if words in (place.text or "") else place_of(file, line)
