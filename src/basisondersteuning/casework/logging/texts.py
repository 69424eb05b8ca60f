"""The text of a file that another program saved: a list out of a spreadsheet, or a form out of an editor."""

from __future__ import annotations

from typing import NamedTuple

from ...findings.catalogue import reading
from ...findings.finding import Finding, Place
from ...records.source import Source, read

_BOM = "\ufeff"


class Text(NamedTuple):
    """A text with the file it came from, as UTF-8. `odd` is where it was not, as a number of bytes; None when all of it was."""

    source: Source
    text: str
    odd: int | None = None


def read_text(path: str) -> Text | Finding:
    """The text of a file in UTF-8, in UTF-16 that says so, or else as programs on Windows save it; no character is guessed."""
    got = read(path)
    if isinstance(got, Finding):
        return _wide(path, got) if got.code == reading.NOT_UTF8.code else got
    try:
        return Text(got, got.data.decode("utf-8").removeprefix(_BOM))
    except UnicodeDecodeError as error:
        try:
            return Text(got, got.data.decode("cp1252"), error.start)
        except UnicodeDecodeError:
            return reading.NOT_UTF8.at(Place(path))


def _wide(path: str, refused: Finding) -> Text | Finding:
    try:
        with open(path, "rb") as file:  # `read` found it to be a file of a size that can be
            data = file.read()
        if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return refused
        text = data.decode("utf-16")
    except (OSError, UnicodeDecodeError):
        return refused
    return Text(Source(path, text.encode()), text)
