"""Take back what `bo` wrote, and put back what was taken back: all files that are chosen, or none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from ..findings.catalogue import editing as codes
from ..findings.finding import Finding, Place
from ..findings.paint import Paint, no_paint
from .above import shown_path as shown_path
from .committing import findings_of, hold, not_written
from .difference import difference
from .disk import current as current
from .disk import sweep
from .journal import LOCK, Deed, Entry, aside, mark, tidy
from .journal_places import journals
from .journal_reading import deeds
from .standing import Turn, in_order, marked
from .steps import Step, take


class Known(NamedTuple):
    """The deeds that can be seen from a place, oldest first, and what is wrong with the journals they stand in."""

    deeds: list[Deed]
    findings: list[Finding]


def known(folder: str) -> Known:
    """The deeds of the journals for a folder. Those that are too old go."""
    damaged: list[Finding] = []
    found: list[list[Deed]] = []
    for journal in journals(folder):
        tidy(journal)
        found.append(_deeds(journal, damaged))
    return Known(in_order(found), damaged)


def _deeds(journal: str, damaged: list[Finding]) -> list[Deed]:
    try:
        return deeds(journal, lambda path: damaged.append(codes.DAMAGED.at(Place(shown_path(path)))))
    except OSError:
        damaged.append(codes.DAMAGED.at(Place(shown_path(journal))))
        return []


def refusal(entry: Entry, *, again: bool, gone: bool = False) -> Finding | None:
    """Why a file cannot be taken back: it is neither as it was before the deed nor as it was after it.

    With `gone` a file that is not there any more may come back.
    """
    now, place = current(entry.path), Place(shown_path(entry.path))
    if isinstance(now, OSError):
        return not_written(place.file, now)
    if os.path.normcase(os.path.realpath(entry.path)) != os.path.normcase(entry.path):
        return codes.CHANGED_SINCE.at(place)  # a link came in its place: nothing is written through it
    if now in (entry.before, entry.after):
        return not_written(place.file, PermissionError(entry.path)) if _read_only(entry.path) else None
    if now is None:
        return None if gone else codes.CHANGED_SINCE.at(place, _GONE, remedy=_ASK)
    return (codes.ALREADY_THERE if again and entry.before is None else codes.CHANGED_SINCE).at(place)


_GONE = "Dit bestand is daarna weggehaald; het is niet teruggekomen"
_ASK = "Moet het terugkomen? Geef de opdracht zonder `--ja`: dan vraagt `bo` het u."


def since(entry: Entry, *, again: bool, paint: Paint = no_paint, width: int | None = None) -> Iterator[str]:
    """How a file differs from what the deed left, or with `again` from what it found."""
    expected, now = entry.before if again else entry.after, current(entry.path)
    if isinstance(now, bytes) and expected is not None and now not in (entry.before, entry.after):
        yield from difference(expected, now, paint, width)


def take_turn(turn: Turn, *, gone: Sequence[Entry] = ()) -> list[Finding]:
    """Take back, or put back. An empty list says that it was done; else every file is as it was, or a finding says which is not.

    A file that the deed made is moved into the journal. Those in `gone` may come back though they are not there.
    """
    deed, again = turn.deed, turn.again
    with ExitStack() as stack:
        refused = hold(stack, {os.path.join(deed.home, LOCK): shown_path(deed.home)})
        refused = refused or hold(stack, {one.path: shown_path(one.path) for one in turn.entries})
        if refused:
            return [refused]
        looked = [refusal(one, again=again, gone=one in gone) for one in turn.entries]
        if findings := [one for one in looked if one is not None]:
            return findings
        steps = [step for one in turn.entries if (step := _step(deed, one, again)) is not None]
        for one in steps:
            sweep(one.path)
        try:
            others = _deeds(deed.home, [])
            deed = next((one for one in others if one.folder == deed.folder), deed)  # as it is now that nobody else is at it
            turn = turn._replace(deed=deed)
            mark(deed, marked(turn, others, busy=True))
            failed = take(steps)
            if failed is not None:
                if not failed.standing:
                    mark(deed, deed.back)
                return findings_of(
                    shown_path(failed.failed.path), failed.error, [shown_path(one.path) for one in failed.standing]
                )
            mark(deed, marked(turn, others, busy=False))
        except OSError as error:
            return [not_written(shown_path(deed.folder), error)]
    return []


def _step(deed: Deed, entry: Entry, again: bool) -> Step | None:
    """What is to be done with one file; None when it is there already."""
    now, goal = current(entry.path), entry.after if again else entry.before
    was = now if isinstance(now, bytes) else None
    return None if was == goal else Step(entry.path, was, goal, aside(deed, entry))


def _read_only(path: str) -> bool:
    return os.path.lexists(path) and not (os.stat(path).st_mode & 0o222 and os.access(path, os.W_OK))
