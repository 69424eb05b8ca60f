"""Which word was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: object, options: Iterable[str]) -> str | None:
    """The option that looks most like `word`; None when none comes near."""
    from difflib import get_close_matches

    if not isinstance(word, str) or not word:
        return None
    folded = {one.lower().replace("-", "_"): one for one in options}
    key = word.strip().lower().replace("-", "_").replace(" ", "_")
    if key in folded:
        return folded[key]
    found = get_close_matches(key, folded, n=1, cutoff=0.6)
    if found:
        return folded[found[0]]
    starts = [one for one in folded if len(key) >= 3 and (one.startswith(key) or key.startswith(one))]
    return folded[starts[0]] if len(starts) == 1 else None
