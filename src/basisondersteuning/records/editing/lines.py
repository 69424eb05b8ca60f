"""Lines of a text as YAML counts them, and which comments belong to what."""

from __future__ import annotations

import re

BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""

_BREAK = "\n\r\x85\u2028\u2029"
ANY = 1_000_000
"""A column beyond all text."""


def line_break(text: str) -> str:
    """The end of line that the file itself uses."""
    found = BREAKS.search(text)
    return found[0] if found and found[0] in ("\r\n", "\r") else "\n"


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends, before its break."""
    found = BREAKS.search(text, at)
    return found.start() if found else len(text)


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return max(text.rfind(one, 0, at) for one in _BREAK) + 1


def next_line(text: str, at: int) -> int:
    """Where the line after that of a place begins; the end of the text when there is none."""
    found = BREAKS.search(text, at)
    return found.end() if found else len(text)


def before_break(text: str, at: int) -> int:
    """The place itself, or before the break that ends just there."""
    if text.endswith("\r\n", 0, at):
        return at - 2
    return at - 1 if at and text[at - 1] in _BREAK else at


def column(text: str, at: int) -> int:
    """Characters before a place on its line."""
    return at - line_start(text, at)


def margin(text: str, at: int) -> int:
    """Spaces at the start of the line of a place."""
    line = text[line_start(text, at) : at]
    return len(line) - len(line.lstrip(" "))


def leads(text: str, at: int) -> bool:
    """Whether nothing but space stands before a place on its line."""
    return not text[line_start(text, at) : at].strip(" \t")


def comment_column(text: str, at: int) -> int | None:
    """The column of the comment that is all there is on the line that begins at `at`; None for another line."""
    line = text[at : line_end(text, at)]
    rest = line.lstrip(" \t")
    return len(line) - len(rest) if rest.startswith("#") else None


def head(text: str, at: int, *, floor: int = 0, deepest: int = ANY) -> int:
    """Where the comment lines directly above the line at `at` begin; none of them deeper than `deepest`, or before `floor`."""
    while at > floor:
        above = line_start(text, before_break(text, at))
        if above < floor or above == at:
            break
        found = comment_column(text, above)
        if found is None or found > deepest:
            break
        at = above
    return at


def tail(text: str, at: int, deeper: int) -> int:
    """Where what ends at `at` ends with its comments: those behind it, and those directly below, further in than `deeper`."""
    if before_break(text, at) != at:
        return before_break(text, at)
    end = line_end(text, at)
    while (below := next_line(text, end)) > end:
        found = comment_column(text, below)
        if found is None or found <= deeper:
            break
        end = line_end(text, below)
    return end
