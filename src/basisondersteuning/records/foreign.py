"""Files of other programs: a Word document does not become a record by another ending behind its name."""

from __future__ import annotations

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = {
    b"%PDF-": "een pdf",
    b"{\\rtf": "een RTF-bestand (tekst met opmaak)",
    b"\x89PNG\r\n": "een plaatje",
    b"\xff\xd8\xff": "een plaatje",
}
_ALL = (_ZIP, _OLD_OFFICE, *_STARTS)
_INSIDE = (
    (b"word/", "een Word-bestand"),
    (b"xl/", "een Excel-bestand"),
    (b"ppt/", "een PowerPoint-bestand"),
    (b"opendocument", "een LibreOffice-bestand"),
)


def foreign(data: bytes) -> str | None:
    """What a file is that another program made, as its first bytes say; None for what may be text."""
    if not data.startswith(_ALL):
        return None
    if data.startswith(_ZIP):
        return next((words for mark, words in _INSIDE if mark in data), "een zip-bestand")
    if data.startswith(_OLD_OFFICE):
        return "een bestand van een ouder Word of Excel"
    return next(words for start, words in _STARTS.items() if data.startswith(start))
