"""Results of tests: what can stand in each scale. Plain Python."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"

_FORMS = {
    "percentage": (re.compile(rf"[<>]? ?({_NUMBER}) ?%?", re.ASCII), "een percentage ligt van 0 tot en met 100"),
    "percentiel": (re.compile(rf"[<>]? ?({_NUMBER})", re.ASCII), "een percentiel ligt van 0 tot en met 100"),
    "cijfer": (re.compile(rf"({_NUMBER})[-+½]?", re.ASCII), "een cijfer ligt van 1 tot en met 10"),
    "AE": (re.compile(r"[a-e][-+]?", re.IGNORECASE | re.ASCII), "op deze schaal staat een letter van A tot en met E"),
    "I-V": (re.compile(r"(?:i{1,3}|iv|v)[-+]?", re.IGNORECASE | re.ASCII), "op deze schaal staat I, II, III, IV of V"),
}
"""Per scale how a result is written, and what is wrong with one that is not; other scales hold anything."""

_BOUNDS = {"percentage": (0, 100), "percentiel": (0, 100), "cijfer": (1, 10)}


def misfit_of(scale: str, result: str) -> str | None:
    """Why a result cannot be in this scale, in Dutch without a capital; None when it can, as `7,5`, `7.5`, `45%` or `B+`."""
    if scale not in _FORMS:
        return None
    form, words = _FORMS[scale]
    found = form.fullmatch(result.strip())
    if found is None:
        return f"{words}."
    if scale in _BOUNDS:
        low, high = _BOUNDS[scale]
        if not low <= float(found[1].replace(",", ".")) <= high:
            return f"{words}."
    return None
