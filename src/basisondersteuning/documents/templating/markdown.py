"""Text in Markdown: whatever it holds, it comes out as text."""

from __future__ import annotations

import re


class Made(str):
    """Markdown that a template made itself, and that is written as it is."""

    __slots__ = ()


_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+")


def is_address(text: str) -> bool:
    """Whether a text is a web address and nothing else, so that it may become a link."""
    return _ADDRESS.fullmatch(text) is not None


def address(text: str) -> str:
    """A web address as a link in Markdown; any other text as text."""
    return Made(f"<{text}>") if is_address(text) else markdown(text)


_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
"""Characters that are not seen and turn the order in which others are: a name could read as another."""


def without_turning(text: str) -> str:
    """The text without those characters."""
    for one in TURNING:
        if one in text:  # seldom, so looking is cheaper than replacing
            text = text.replace(one, "")
    return text


_AT_START = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")


def markdown(text: object) -> str:
    """Text as it stands in Markdown, on one line: no character of it has a meaning of its own."""
    if isinstance(text, Made):
        return text
    line = _SPECIAL.sub(r"\\\1", " ".join(str(text).split()))
    line = line.replace("://", ":\\//").replace("www.", "www\\.")  # or GitHub makes a link of it
    found = _AT_START.match(line)
    if found is None:
        return line
    start, rest = found[0], line[found.end() :]
    return f"\\{start}{rest}" if not start.isdecimal() else f"{start}\\{rest}"


def paragraphs(text: object) -> str:
    """Text of more than one line in Markdown: its own line breaks stay, as two blanks at the end of a line."""
    return Made("  \n".join(markdown(line) for line in str(text).splitlines() if line.strip()))
