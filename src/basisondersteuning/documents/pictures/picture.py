"""What a picture is: an SVG that everyone can read, the same in words, and the same as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, NamedTuple

from markupsafe import escape

from .shapes import SIZE, WIDTH, number


class Drawing:
    """An SVG, drawn when it is first written: a document in Markdown never asks for it. Jinja takes it as markup."""

    __slots__ = ("_draw", "_made")

    def __init__(self, draw: Callable[[], str]) -> None:
        self._draw = draw
        self._made: str | None = None

    def __html__(self) -> str:
        if self._made is None:
            self._made = self._draw()
        return self._made

    __str__ = __html__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Drawing) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


class Picture(NamedTuple):
    """A picture as a template sees it. Whatever it shows also stands in `beschrijving` and `rijen`."""

    titel: Annotated[str, "Titel, om boven de tekening te zetten."]
    beschrijving: Annotated[str, "Wat de tekening laat zien, in een paar zinnen."]
    svg: Annotated[Drawing, "De tekening zelf. Zij neemt de kleur en het lettertype van de tekst eromheen aan."]
    kop: Annotated[tuple[str, ...], "De kolommen van de tabel met dezelfde gegevens."]
    rijen: Annotated[tuple[tuple[str, ...], ...], "De rijen van die tabel."]


def drawing(prefix: str, title: str, description: str, draw: Callable[[], tuple[float, Iterable[str]]]) -> Drawing:
    """The SVG around the shapes of a drawing. `prefix` begins its ids; no other picture on the page may have it. `draw`
    gives the height and the shapes.
    """

    def whole() -> str:
        name = escape(prefix)
        height, parts = draw()
        start = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-t {name}-b" width="100%" '
            f'viewBox="0 0 {WIDTH} {number(height)}" fill="currentColor" font-size="{SIZE}">'
            f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-b">{escape(description)}</desc>'
        )
        return start + "".join(parts) + "</svg>"

    return Drawing(whole)
