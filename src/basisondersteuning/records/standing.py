"""Of the deeds in journals: what of each stands, what is taken back, and which comes next, in both directions."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from .disk import current
from .journal import Back, Deed, Entry


class Standing(NamedTuple):
    """A deed with its files that stand and those that are taken back; a file that is halfway is in both."""

    deed: Deed
    stands: tuple[Entry, ...]
    back: tuple[Entry, ...]

    @property
    def half(self) -> bool:
        """Whether something was broken off halfway: both directions can go on with it."""
        return any(one.busy for one in self.deed.back.values())


class Turn(NamedTuple):
    """What is to be taken back of a deed, or with `again` to be put back."""

    deed: Deed
    entries: tuple[Entry, ...]
    again: bool = False


def in_order(journals: Sequence[Sequence[Deed]]) -> list[Deed]:
    """The deeds of several journals, oldest first: within one by number, whatever the clock said; between them by time."""
    found: list[tuple[datetime, Deed]] = []
    for one in journals:
        latest = datetime.min.replace(tzinfo=UTC)
        found += [(latest := max(latest, deed.time), deed) for deed in one]
    return [deed for _, deed in sorted(found, key=lambda one: one[0])]


def standing(deeds: Sequence[Deed]) -> list[Standing]:
    """What stands of deeds, oldest first as they are given.

    What is not marked as taken back stands, unless the file is as it was before the deed, and no later deed made it so: then
    it never came that far, or somebody took it back by hand.
    """
    later: set[str] = set()
    now: dict[str, bytes | OSError | None] = {}
    found: list[Standing] = []
    for deed in reversed(deeds):
        stands, back = [], []
        for number, one in enumerate(deed.entries):
            mark = deed.back.get(number)
            if mark is None and one.path not in later and one.path not in now:
                now[one.path] = current(one.path)
            gone = mark is not None or (one.path not in later and now[one.path] == one.before)
            if gone:
                back.append(one)
            if not gone or (mark is not None and mark.busy):
                stands.append(one)
        later.update(one.path for one in stands)
        found.append(Standing(deed, tuple(stands), tuple(back)))
    return found[::-1]


def next_back(listed: Sequence[Standing], file: str | None = None) -> Turn | None:
    """What is taken back next: the last deed of which something stands; of one `file` only its part."""
    for one in reversed(listed):
        if _touched(one, file):
            chosen = [
                entry for number, entry in enumerate(one.deed.entries) if entry in one.stands or number not in one.deed.back
            ]
            return Turn(one.deed, tuple(entry for entry in chosen if file in (None, entry.path)))
    return None


def next_again(listed: Sequence[Standing], file: str | None = None) -> Turn | None:
    """What is put back next: what was taken back last, at one time, when nothing new was done after that."""
    last: tuple[Back, Turn] | None = None
    for one in listed:
        marks = {entry: _mark(one.deed, entry) for entry in one.back if file in (None, entry.path)}
        if marks:
            latest = max(marks.values(), key=lambda mark: mark.time)
            if last is None or latest.time >= last[0].time:
                chosen = tuple(entry for entry, mark in marks.items() if mark.time == latest.time)
                last = latest, Turn(one.deed, chosen, again=True)
    if last is None or any(_touched(one, file) and _after(one, *last) for one in listed):
        return None
    return last[1]


def _touched(one: Standing, file: str | None) -> bool:
    return any(file in (None, entry.path) for entry in one.stands)


def _mark(deed: Deed, entry: Entry) -> Back:
    return deed.back.get(deed.entries.index(entry)) or Back(deed.time, deed.number)


def _after(one: Standing, back: Back, turn: Turn) -> bool:
    """Whether a deed was done after something was taken back. A deed from a clock that is ahead tells nothing of that."""
    if one.deed is turn.deed:
        return False
    if one.deed.home == turn.deed.home:
        return one.deed.number > back.last
    return back.time < one.deed.time <= datetime.now(UTC)


def marked(turn: Turn, known: Sequence[Deed], *, busy: bool) -> dict[int, Back]:
    """The marks of a deed while its turn goes on (`busy`), or when it is done. `known` are the deeds of its journal.

    Each moment is later than any before it, also when the clock was set back.
    """
    now = datetime.now(UTC)
    stamps = [mark.time for one in known for mark in one.back.values()]
    if stamps and max(stamps) >= now:
        now = max(stamps) + datetime.resolution
    last = max([turn.deed.number, *(one.number for one in known)])
    found = dict(turn.deed.back)
    for one in turn.entries:
        number = turn.deed.entries.index(one)
        if turn.again and not busy:
            found.pop(number, None)
        else:
            found[number] = Back(now, last, busy)
    return found


def named(deeds: Sequence[Deed], word: str) -> str | None:
    """The path of the last file that deeds wrote and that has this name, with or without its ending; also when it is gone."""
    for deed in reversed(deeds):
        for one in deed.entries:
            name = os.path.basename(one.path).lower()
            if word.lower() in (name, os.path.splitext(name)[0]):
                return one.path
    return None
