"""Text that may stand in XML: a character that XML does not know would make a file that nothing opens."""

from __future__ import annotations

import re

_UNKNOWN = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text, with every character that XML does not know shown as `�`."""
    return _UNKNOWN.sub("\ufffd", text)
