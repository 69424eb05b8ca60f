"""Pictures that stand in a text itself, as an address that begins with `data:`."""

from __future__ import annotations

import base64
import binascii

PIXELS = 1400
"""The width at which a drawing becomes a picture: sharp in print over the whole width of a page."""


def embedded(address: str) -> bytes:
    """The bytes of the picture; a drawing becomes a PNG. Nothing for any other address."""
    from ..pictures.raster import png

    kind, _, data = address.partition(";base64,")
    if not kind.startswith("data:image/"):
        return b""
    try:
        found = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return (png(found.decode("utf-8", "replace"), PIXELS) or b"") if kind == "data:image/svg+xml" else found


def unreadable() -> tuple[type[Exception], ...]:
    """What python-docx raises for a picture that it cannot read: damaged, cut off, or of a kind it does not know."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError

    return (UnrecognizedImageError, UnexpectedEndOfFileError, InvalidImageStreamError)
