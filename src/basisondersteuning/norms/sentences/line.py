"""A sentence, with what stands under it when it ends in a colon."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Line(NamedTuple):
    """One or more sentences; `parts` are the points of a list that the last one announces."""

    text: str
    parts: tuple[Line, ...] = ()


def flat(lines: Iterable[Line], indent: str = "") -> list[str]:
    """Lines with their parts under them, each part after a dash."""
    found: list[str] = []
    for line in lines:
        found.append(indent + line.text)
        for part in line.parts:
            first, *rest = flat([part])
            found.append(f"{indent}- {first}")
            found += [f"{indent}  {one}" for one in rest]
    return found


def sentence(text: str) -> str:
    """The words as a sentence: with a capital and a full stop."""
    text = text.strip()
    end = "" if text.endswith((".", "?", "!", ":", "?»")) else "."
    return capital(text) + end


def capital(text: str) -> str:
    """With a capital in front; of `één` the accents go, as they do in Dutch."""
    return "Eén" + text[3:] if text.startswith("één") else text[:1].upper() + text[1:]
