"""Pictures in a samenwerkingsverband's own Word template."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from markupsafe import escape

from ..pictures.picture import Drawing
from .embedded import PIXELS, embedded, unreadable
from .page import picture_of

_WIDTH = 160
"""The widest that a picture becomes, in millimetres."""


class WordPictures:
    """Makes pictures for one template that is being filled in."""

    def __init__(self, file: Any) -> None:
        self.file = file

    def xml(self, value: object) -> str | None:
        """The XML for a picture; empty when it cannot be drawn here, None when the value is no picture."""
        if isinstance(value, str) and value.startswith("data:image/"):
            return self._inline(embedded(value), "")
        svg = value if isinstance(value, Drawing) else getattr(value, "svg", None)
        if svg is None:
            return None
        from ..pictures.raster import png

        drawn = picture_of(str(svg))
        return self._inline(png(drawn.svg, PIXELS), drawn.alternative)

    def _inline(self, data: bytes | None, alternative: str) -> str:
        from docx.image.image import Image
        from docx.shared import Mm
        from docxtpl import InlineImage

        if not data:
            return ""
        try:
            wide = Image.from_blob(data).width > Mm(_WIDTH)
        except unreadable():
            return ""
        made = str(InlineImage(self.file, BytesIO(data), width=Mm(_WIDTH) if wide else None))
        return re.sub(r"(<wp:docPr )", rf'\g<1>descr="{escape(alternative)}" ', made, count=1)
