"""Colours that can be read: contrast as WCAG 2.2 defines it."""

from __future__ import annotations

ENOUGH = 4.5
"""The least contrast of text of ordinary size, level AA."""


def readable_on(colour: str, ground: str) -> bool:
    """Whether text in this colour can be read on this ground; both as `#rrggbb`."""
    return contrast(colour, ground) >= ENOUGH


def contrast(one: str, other: str) -> float:
    """From 1 (none) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def darker(colour: str, ground: str) -> str:
    """The colour, or the first darker tone of it that can be read on a light ground."""
    return _until(colour, ground, 0)


def lighter(colour: str, ground: str) -> str:
    """The colour, or the first lighter tone of it that can be read on a dark ground."""
    return _until(colour, ground, 255)


def _until(colour: str, ground: str, end: int) -> str:
    parts = _parts(colour)
    for step in range(101):
        made = "#" + "".join(f"{round(part + (end - part) * step / 100):02x}" for part in parts)
        if readable_on(made, ground):
            return made
    return f"#{end:02x}{end:02x}{end:02x}"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
