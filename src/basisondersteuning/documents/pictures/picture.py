"""What a picture is: an SVG that everyone can read, the same in words, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, NamedTuple

from markupsafe import Markup, escape

from .shapes import SIZE, WIDTH, number


class Picture(NamedTuple):
    """A picture as a template sees it. Whatever it shows also stands in `beschrijving` and `rijen`."""

    titel: Annotated[str, "Titel, om boven de tekening te zetten."]
    beschrijving: Annotated[str, "Wat de tekening laat zien, in een paar zinnen."]
    svg: Annotated[Markup, "De tekening zelf. Zij neemt de kleur en het lettertype van de tekst eromheen aan."]
    kop: Annotated[tuple[str, ...], "De kolommen van de tabel met dezelfde gegevens."]
    rijen: Annotated[tuple[tuple[str, ...], ...], "De rijen van die tabel."]


def drawing(prefix: str, title: str, description: str, height: float, parts: Iterable[str]) -> Markup:
    """The SVG around the shapes of a drawing. `prefix` begins its ids; no other picture on the page may have it."""
    name = escape(prefix)
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-t {name}-b" width="100%" '
        f'viewBox="0 0 {WIDTH} {number(height)}" fill="currentColor" font-size="{SIZE}">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-b">{escape(description)}</desc>'
    )
    return Markup(start + "".join(parts) + "</svg>")
