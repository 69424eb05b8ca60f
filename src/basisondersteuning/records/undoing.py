"""Take back what `bo` wrote, and put back what was taken back: all files of a deed, or none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from ..findings.catalogue import editing as codes
from ..findings.finding import Finding, Place
from ..findings.paint import Paint, no_paint
from .above import shown_path as shown_path
from .committing import current as current
from .committing import findings_of, hold, not_written
from .difference import difference
from .disk import sweep
from .journal import LOCK, Deed, Entry, aside, deeds, mark
from .journal_places import journals
from .steps import Step, take


class Known(NamedTuple):
    """The deeds that can be seen from a place, oldest first, and what is wrong with the journals they stand in."""

    deeds: list[Deed]
    findings: list[Finding]


def known(folder: str, *, file: str | None = None) -> Known:
    """The deeds of the journals for a folder; of one `file` only when it is given."""
    damaged: list[Finding] = []
    found: list[Deed] = []
    for journal in journals(folder):
        try:
            found += deeds(journal, lambda path: damaged.append(codes.DAMAGED.at(Place(shown_path(path)))))
        except OSError:
            damaged.append(codes.DAMAGED.at(Place(shown_path(journal))))
    if file is not None:
        real = os.path.realpath(file)
        found = [one for one in found if any(entry.path == real for entry in one.entries)]
    return Known(sorted(found, key=lambda one: (one.time, one.folder)), damaged)


def done(deed: Deed) -> bool:
    """Whether a deed stands: it is not marked as taken back, and not all of its files are as they were before it."""
    return not deed.taken_back and any(current(one.path) != one.before for one in deed.entries)


def last_done(listed: Sequence[Deed]) -> Deed | None:
    """The deed that is taken back next."""
    return next((one for one in reversed(listed) if done(one)), None)


def last_taken_back(listed: Sequence[Deed]) -> Deed | None:
    """The deed that is put back next: nothing new was done after it."""
    found: Deed | None = None
    for one in reversed(listed):
        if done(one):
            break
        found = one
    return found


def refusals(deed: Deed, *, again: bool) -> list[Finding]:
    """The files that are neither as they were before the deed nor as they were after it."""
    found: list[Finding] = []
    for one in deed.entries:
        now = current(one.path)
        if isinstance(now, OSError):
            found.append(not_written(shown_path(one.path), now))
        elif now not in (one.before, one.after):
            code = codes.ALREADY_THERE if again and one.before is None else codes.CHANGED_SINCE
            words = "Dit bestand is daarna veranderd; er is niets teruggezet." if again and one.before is not None else ""
            found.append(code.at(Place(shown_path(one.path)), words))
    return found


def since(entry: Entry, *, again: bool, paint: Paint = no_paint, width: int | None = None) -> Iterator[str]:
    """How a file differs from what the deed left, or with `again` from what it found."""
    expected, now = entry.before if again else entry.after, current(entry.path)
    if isinstance(now, bytes) and expected is not None and now not in (entry.before, entry.after):
        yield from difference(expected, now, paint, width)


def turn(deed: Deed, *, again: bool) -> list[Finding]:
    """Take a deed back, or with `again` put it back. An empty list says that it was done; else every file is as it was,
    or a finding says which is not.

    A file that the deed made is moved into the journal.
    """
    with ExitStack() as stack:
        refused = hold(stack, {os.path.join(deed.home, LOCK): shown_path(deed.home)})
        refused = refused or hold(stack, {one.path: shown_path(one.path) for one in deed.entries})
        if refused:
            return [refused]
        if findings := refusals(deed, again=again):
            return findings
        steps = [step for one in deed.entries if (step := _step(deed, one, again)) is not None]
        if locked_out := [one for one in steps if _read_only(one.path)]:
            return [not_written(shown_path(one.path), PermissionError(one.path)) for one in locked_out]
        for one in steps:
            sweep(one.path)
        try:
            if again:
                mark(deed, taken_back=False)
            failed = take(steps)
            if failed is not None:
                return findings_of(
                    shown_path(failed.failed.path), failed.error, [shown_path(one.path) for one in failed.standing]
                )
            if not again:
                mark(deed, taken_back=True)
        except OSError as error:
            return [not_written(shown_path(deed.folder), error)]
    return []


def _step(deed: Deed, entry: Entry, again: bool) -> Step | None:
    """What is to be done with one file; None when it is there already."""
    step = Step(entry.path, entry.before, entry.after, aside(deed, entry))
    step = step if again else step.back
    return None if current(entry.path) == step.new else step


def _read_only(path: str) -> bool:
    return os.path.lexists(path) and not (os.stat(path).st_mode & 0o222 and os.access(path, os.W_OK))
