"""A fingerprint by which a finding is known again, also when lines have moved.

It is made from the code, whose file it is, and the content of the place; never from a line number or a folder.
"""

from __future__ import annotations

import hashlib
import os
import re

from ...findings.finding import Finding

_OPEN_KINDS = frozenset(
    {"sop", "samenwerkingsverband", "normenkader", "kaderproeven", "kaderherzieningen", "kengetallen", "instellingen"}
)
"""Kinds of record without pupil data: of these the whole line counts."""

_KEY = re.compile(r"(?:^|[{,]|- )\s*([a-z_]+)\s*:")


def fingerprint(finding: Finding, kind: str | None, owner: str | None) -> str:
    """The fingerprint of a finding on a file of this kind; `owner` is the id of the pupil or school, if it is known.

    Of a file with pupil data (or of which nobody knows what it is) only the keys on the line count: a birth date could
    be guessed from a fingerprint that travels.
    """
    line = finding.place.text or ""
    content = " ".join(line.split()) if kind in _OPEN_KINDS else " ".join(_KEY.findall(line))
    whose = finding.subject or owner or os.path.basename(finding.place.file)
    words = "\0".join((finding.code, whose, content))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
