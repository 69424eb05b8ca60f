"""Remedies of a file that another program saved in its own way: Windows-1252, UTF-16, characters that cannot be seen."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.finding import Finding
from ..parse import bad_character
from .case import Case, Draft
from .remedy import Replacement

_WORDS = "Sla het bestand op als UTF-8."
_LIKELY = frozenset("áéíóúàèìòùâêîôûäëïöüãõñçåøæÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÄËÏÖÜÇÑ€‘’“”–—…•°²½«»§´ß")
"""What someone who writes Dutch may have typed in Windows-1252. Anything else says that it was another encoding."""


def not_utf8(case: Case, _: Finding) -> Iterator[Draft]:
    """The same text in UTF-8; a guess where two encodings stand side by side, or letters come out that nobody types."""
    data = case.data
    text = _utf16(data)
    if text is not None:
        yield Draft(_WORDS, (), True, text.encode("utf-8"))
        return
    if b"\0" in data:
        return
    mixed, certain = _windows(data)
    if mixed is not None:
        yield Draft(_WORDS, (), certain, mixed.encode("utf-8"))


def _utf16(data: bytes) -> str | None:
    """The text of a file in UTF-16, with or without a mark in front; None where it is none."""
    for mark, name in ((b"\xff\xfe\0\0", "utf-32-le"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return _plausible(data[len(mark) :], name)
    head = data[:400]
    if head.count(0) * 3 <= len(head):
        return None
    if head.count(0) * 2 > len(head) + 4:
        return _plausible(data, "utf-32-le")
    return _plausible(data, "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le")


def _plausible(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return text if text.strip() and not bad_character().search(text) else None


def _windows(data: bytes) -> tuple[str | None, bool]:
    """The text, taking what is no UTF-8 for Windows-1252; certain where all of it can only be that."""
    text = data.decode("utf-8", "surrogateescape")  # each byte that is no UTF-8 becomes one of \udc80 to \udcff
    wrong = {one for one in text if "\udc80" <= one <= "\udcff"}
    try:
        letters = {one: bytes([ord(one) - 0xDC00]).decode("cp1252") for one in wrong}
    except UnicodeDecodeError:
        return None, False
    others = any(one not in wrong for one in set(text) if one > "\x7f")
    return text.translate({ord(one): letter for one, letter in letters.items()}), not others and _LIKELY.issuperset(
        letters.values()
    )


def bad_characters(case: Case, _: Finding) -> Iterator[Draft]:
    """A file without the characters that cannot be seen; what Windows means by one that can is a guess."""
    changes = []
    safe = True
    for found in bad_character().finditer(case.text):
        letter = found[0]
        if "\x80" <= letter <= "\x9f":
            letter = bytes([ord(letter)]).decode("cp1252", "ignore")
            safe = False
        else:
            letter = ""
        changes.append(Replacement(found.start(), found.end(), letter))
    if changes and len(changes) * 20 < len(case.text):
        yield Draft("Haal de onzichtbare tekens weg.", tuple(changes), safe)
