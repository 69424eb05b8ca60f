"""A picture as PNG, for files that cannot hold an SVG."""

from __future__ import annotations

_STYLE = 'svg[role="img"] { font-family: Calibri, Carlito, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }'
"""A drawing takes its font from the text around it, and here there is none."""


def png(svg: str, width: int) -> bytes | None:
    """The picture as a PNG file, `width` pixels wide, in black on white.

    Fonts are those of this machine. None when `resvg-py` is not installed, or when it cannot make anything of the SVG.
    """
    try:
        import resvg_py
    except ImportError:
        return None
    try:
        return resvg_py.svg_to_bytes(svg_string=svg, width=width, background="#ffffff", style_sheet=_STYLE)
    except ValueError:
        return None
