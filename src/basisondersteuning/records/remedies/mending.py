"""Apply remedies to a file until none is left that helps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from ...findings.finding import Finding
from ..load import Loaded, load_text
from .applying import mended, remedies
from .remedy import Remedy

MOST_ROUNDS = 40
"""A file is read again after each round; mending one mistake can bring others to light. A setting of `bo`."""


class Mending(NamedTuple):
    """What became of a file: its bytes, the remedies that were applied, how it reads now, and remedies that are left.

    `refused` says of each remedy that was wanted and did not help that it was left alone.
    """

    data: bytes
    done: tuple[Remedy, ...]
    loaded: Loaded
    left: tuple[Remedy, ...]
    refused: tuple[Finding, ...] = ()


def mend(source: bytes, wanted: Callable[[Remedy], bool], *, today: date, name: str = "") -> Mending:
    """Apply the remedies that are wanted, as long as the file is the better for it. Those that are not safe come last.

    Each round takes all that can be had together; when these do not go together, those that can by themselves.
    """
    done: list[Remedy] = []
    loaded, left = _look(source, name, today)
    refused: dict[_Key, Finding] = {}
    for _ in range(MOST_ROUNDS):
        open_ones = [one for one in left if wanted(one) and _key(one) not in refused]
        chosen = _together([one for one in open_ones if one.safe] or open_ones)
        if not chosen:
            break
        new = mended(source, chosen, name=name)
        if isinstance(new, Finding) and len(chosen) > 1:
            chosen = [one for one in chosen if not isinstance(_alone(source, one, name, refused), Finding)]
            new = mended(source, chosen, name=name)
        if isinstance(new, Finding):  # what goes alone does not go together: one a round
            chosen = chosen[:1]
            new = _alone(source, chosen[0], name, refused)
        if isinstance(new, Finding) or new == source:
            continue
        done += chosen
        source = new
        loaded, left = _look(source, name, today)
    gone = {_key(one) for one in left}
    return Mending(source, tuple(done), loaded, tuple(left), tuple(one for key, one in refused.items() if key in gone))


_Key: TypeAlias = tuple[str, str, str]


def _alone(source: bytes, one: Remedy, name: str, refused: dict[_Key, Finding]) -> bytes | Finding:
    """The file with this one remedy; when it does not help that is noted, so that it is not tried again."""
    new = mended(source, [one], name=name)
    if isinstance(new, Finding):
        refused[_key(one)] = new
    return new


def _look(source: bytes, name: str, today: date) -> tuple[Loaded, list[Remedy]]:
    loaded = load_text(name, source, today=today)
    return loaded, remedies(loaded, source)


def _key(one: Remedy) -> _Key:
    """By what a remedy is known again: its code, its words and the line it is about."""
    return one.finding.code, one.words, one.finding.place.text or str(one.finding.place.line)


def _together(chosen: list[Remedy]) -> list[Remedy]:
    """The remedies of which no two touch the same text."""
    whole = [one for one in chosen if one.whole is not None]
    if whole:
        return whole[:1]
    kept: list[Remedy] = []
    for one in chosen:
        first, last = one.touched
        if all(last < start or end < first for start, end in (each.touched for each in kept)):
            kept.append(one)
    return kept
