"""Output: UTF-8 everywhere, colour only on a terminal that wants it, and the width to fold to."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO, TextIO, cast

from ..findings.paint import Paint, no_paint

PIPE_WIDTH = 100
"""Columns when output does not go to a terminal."""


def utf8_output() -> None:
    """Write UTF-8 whatever the code page of the machine (Windows: cp1252); what is no text (in file names) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at this stream."""
    if stream is None:  # closed before `bo` began
        return False
    try:
        return stream.isatty()
    except ValueError:
        return False


def width() -> int:
    """Columns to fold to: those of the terminal (40 to 120), or a fixed width for a file or a pipe."""
    if os.environ.get("COLUMNS", "").isdecimal():
        return max(40, min(int(os.environ["COLUMNS"]), 200))
    return max(40, min(_columns(), 120)) if is_terminal(sys.stdout) else PIPE_WIDTH


def _columns() -> int:
    """Columns of the terminal; `shutil` knows them too, but brings every kind of compression along."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def painter() -> Paint:
    """Colour for standard output: none in a pipe or with `NO_COLOR`, else what the terminal can show."""
    if os.environ.get("NO_COLOR") or not is_terminal(sys.stdout) or os.environ.get("TERM") == "dumb":
        return no_paint
    from rich.console import Console
    from rich.style import Style

    system = Console()._color_system  # also prepares an older Windows console
    if system is None:
        return no_paint

    def paint(style: str, text: str) -> str:
        return Style.parse(style).render(text, color_system=system)

    return paint


class _Flushing:
    """Standard output of which each piece is seen at once, as on a terminal it should be."""

    def write(self, data: bytes) -> int:
        """Write, and show."""
        number = sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return number

    def flush(self) -> None:
        """Nothing is kept back."""


def standard_output() -> BinaryIO:
    """Standard output for what is bytes already; on a terminal each piece is shown at once."""
    sys.stdout.flush()
    return cast("BinaryIO", _Flushing()) if is_terminal(sys.stdout) else sys.stdout.buffer


class Spoken:
    """Whether anything was said on standard error in this run."""

    yet = False


def say(text: str) -> None:
    """Write something that is not a result: to standard error."""
    Spoken.yet = True
    if sys.stdout is not None:  # what was written before comes before
        sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)
