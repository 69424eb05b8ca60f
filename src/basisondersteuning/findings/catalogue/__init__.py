"""Every finding code there is, by code and by name."""

from __future__ import annotations

from functools import cache

from ..code import Code
from ..finding import Finding
from . import (
    coherence,
    daily,
    desk,
    document,
    editing,
    explore,
    frame,
    meeting,
    mending,
    mutants,
    reading,
    review,
    seeing,
    shape,
    verdict,
)


@cache
def all_codes() -> dict[str, Code]:
    """All codes, in order of code."""
    modules = (
        *(reading, shape, coherence, frame, review, mutants, explore, verdict, meeting, document, desk),
        *(editing, daily, mending, seeing),
    )
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Code)]
    return {code.code: code for code in sorted(found, key=lambda one: one.code)}


def name_of(finding: Finding) -> str:
    """The name of what a finding is about; of every rule of a norm frame it is `norm`."""
    return "norm" if finding.norm is not None else all_codes()[finding.code].name


def find(word: str) -> Code | None:
    """The code with this code or name, in any case; None when there is none."""
    codes = all_codes()
    return codes.get(word.upper()) or next((one for one in codes.values() if one.name == word.lower()), None)


__all__ = [
    "all_codes",
    "coherence",
    "daily",
    "desk",
    "document",
    "editing",
    "explore",
    "find",
    "frame",
    "meeting",
    "mending",
    "mutants",
    "name_of",
    "reading",
    "review",
    "seeing",
    "shape",
    "verdict",
]
