"""Fingerprints of passages and rules: whether what someone once read beside its source still reads the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from ..model.frame import Bron, Normenkader, Passage, Regel

LENGTH = 12
"""Hexadecimal characters of a fingerprint; short enough to compare by eye, long enough never to meet by chance."""

_ONLY_WORDS = {"kort", "waarom"}
"""What may change in a rule without changing what it asks."""


def fingerprint(*parts: str) -> str:
    """The fingerprint of some texts; white space counts as one space, so that folding a line changes nothing."""
    total = hashlib.sha256()
    for part in parts:
        total.update(" ".join(part.split()).encode())
        total.update(b"\0")
    return total.hexdigest()[:LENGTH]


def of_passage(document: str, passage: Passage) -> str:
    """The fingerprint of what a passage says."""
    return fingerprint(document, str(passage.nummer), passage.inhoud)


def of_rule(rule: Regel) -> str:
    """The fingerprint of what a rule asks, of whom and when."""
    return fingerprint(_canonical(rule.model_dump(exclude_defaults=True, exclude=_ONLY_WORDS)))


def of_holders(record: Normenkader, document: str, number: int) -> str:
    """The fingerprint of what holds a passage besides rules: niveaus, `onvertaald` and `elders`."""
    held = [
        {"bij": name, **one.model_dump(exclude_defaults=True)}
        for name, many in (("niveaus", record.niveaus), ("onvertaald", record.onvertaald), ("elders", record.elders))
        for one in _about(many, document, number)
    ]
    return fingerprint(_canonical(held))


def _about(many: Iterable[Any], document: str, number: int) -> list[Any]:
    return [one for one in many if cites(one.bron, document, number)]


def cites(source: Bron | None, document: str, number: int) -> bool:
    """Whether a reference names this passage."""
    return source is not None and source.document == document and number in source.passage


def _canonical(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)
