"""Word files are packed; the same content is packed to the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

LARGEST = 50_000_000
"""Bytes that a Word file may be when it is unpacked."""


def too_large(path: str) -> bool:
    """Whether a packed file would take more room than a Word file may; False for what is no packed file."""
    try:
        with ZipFile(path) as packed:
            return sum(one.file_size for one in packed.infolist()) > LARGEST
    except (BadZipFile, OSError):
        return False


def still(packed: bytes) -> bytes:
    """The same file without the hour at which it was packed."""
    made = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED)
    return made.getvalue()
