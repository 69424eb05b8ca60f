"""Put what a command made on disk: all checks first, then file by file, so that `bo undo` can take it back.

The order is: lock, look, write down in the journal, write. A process that is killed anywhere leaves each file as it was or as
it becomes, and a journal that knows both.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from ..findings.catalogue import editing as codes
from ..findings.finding import Finding, Place, readable
from ..findings.paint import Paint, no_paint
from . import disk
from .above import shown_path
from .difference import difference
from .disk import current
from .journal import LOCK, Entry, forget, keep
from .journal_places import ManyDrives, home_of, opened, together
from .locking import LockOfAnother, locked
from .source import Source
from .steps import Step, take


class Write(NamedTuple):
    """New bytes for one file. `old` is what must still stand there; None when the file is new.

    `private`: a new file is readable for its owner only, as everything with pupil data is.
    """

    path: str
    old: bytes | None
    new: bytes
    private: bool = True


def original(source: Source) -> bytes | Finding:
    """The bytes of a file as they are on disk, when they are still those that were read."""
    data = current(source.name)
    if isinstance(data, OSError):
        return not_written(source.name, data)
    same = data is not None and data.removeprefix(BOM_UTF8) == source.data
    return data if data is not None and same else codes.CHANGED_MEANWHILE.at(Place(source.name))


def commit(writes: Sequence[Write], *, command: str) -> list[Finding]:
    """Write some files as one deed of `command` (such as `bo log`), which `bo undo` takes back as one.

    Nothing is written when a file is not what it was, or may not be written, or when the deed cannot be put in the journal.
    When writing fails after that, what was written is put back; the findings then say what could not be. An empty list says
    that all of it is there. A write that changes nothing is left out.
    """
    try:
        todo = {os.path.realpath(one.path): one for one in writes if one.old != one.new}
        if twice := next((one for one in writes if one.old != one.new and todo[os.path.realpath(one.path)] != one), None):
            return [codes.CHANGED_MEANWHILE.at(place_of(twice))]  # one file under two names
        if not todo:
            return []
        with ExitStack() as stack:
            journal = _journal(list(todo))
            if isinstance(journal, Finding):
                return [journal]
            refused = hold(stack, {os.path.join(journal, LOCK): writes[0].path})
            refused = refused or hold(stack, {path: one.path for path, one in todo.items()})
            if refused:
                return [refused]
            if findings := [found for path, one in sorted(todo.items()) if (found := _looked_at(path, one)) is not None]:
                return findings
            return _written(journal, todo, command)
    except ValueError:  # a name with a character in it that no file can have
        return [codes.ALREADY_THERE.at(Place(writes[0].path), "Die naam kan een bestand niet hebben; er is niets geschreven.")]


def meanwhile(write: Write, paint: Paint = no_paint) -> Iterator[str]:
    """How a file differs now from what it was when it was read: to show after BO628."""
    now = current(write.path)
    if isinstance(now, bytes) and write.old is not None:
        yield from difference(write.old, now, paint)


def place_of(write: Write) -> Place:
    """The file, as a place."""
    return Place(write.path)


def not_written(path: str, error: OSError) -> Finding:
    """The finding for a file that cannot be written."""
    words = f"Dit bestand is niet te schrijven: {disk.reason(error)}. Het is gebleven zoals het was."
    return codes.NOT_WRITTEN.at(Place(path), words)


def _journal(paths: list[str]) -> str | Finding:
    """The journal for a deed; that beside the files themselves where the one of the school cannot be written."""
    try:
        homes = dict.fromkeys([home_of(paths), together([os.path.dirname(one) for one in paths])])
    except ManyDrives:
        return codes.NO_JOURNAL.at(Place(shown_path(paths[0])), _MANY_DRIVES, remedy=_PER_DRIVE)
    problem: OSError = PermissionError()
    for home in homes:
        try:
            journal = opened(home)
        except OSError as error:
            problem = error
            continue
        if os.access(journal, os.W_OK):
            return journal
    for path in paths:  # a folder in which nothing can be written at all is what is really wrong
        if not os.path.isdir(folder := os.path.dirname(path)):
            return not_written(path, NotADirectoryError(folder) if os.path.lexists(folder) else FileNotFoundError(folder))
    return _no_journal(os.path.join(next(iter(homes)), ".bo"), problem)


_MANY_DRIVES = "Deze bestanden staan op verschillende schijven; er is niets veranderd."
_PER_DRIVE = "Geef de opdracht voor elke schijf apart; dan is zij ook als geheel terug te nemen."


def _no_journal(path: str, error: OSError) -> Finding:
    words = f"Het journaal van `bo` is hier niet te schrijven: {disk.reason(error)}. Daarom is er niets veranderd."
    return codes.NO_JOURNAL.at(Place(shown_path(path)), words)


def hold(stack: ExitStack, shown: Mapping[str, str]) -> Finding | None:
    """Hold the locks of files, always in the same order, so that no two `bo`s wait for each other.

    `shown` gives each file the name under which a finding speaks of it.
    """
    for path, name in sorted(shown.items()):
        try:
            stack.enter_context(locked(path))
        except TimeoutError:
            return codes.BUSY.at(Place(name))
        except LockOfAnother as error:
            lock = readable(os.path.basename(error.path))
            words = (
                f"Het slot van dit bestand, {lock} in dezelfde map, is van een ander en niet te openen; er is niets geschreven."
            )
            return codes.BUSY.at(Place(name), words, remedy=_STALE)
        except OSError as error:
            return not_written(name, error)
    return None


_STALE = "Is er niemand met dit bestand bezig? Haal het slot dan weg, of vraag degene van wie het is."


def _looked_at(path: str, write: Write) -> Finding | None:
    """Why a file cannot be written; None when it can."""
    if write.old is None:
        disk.sweep(path)
        return codes.ALREADY_THERE.at(place_of(write)) if os.path.lexists(write.path) else None
    now = current(path)
    if isinstance(now, OSError):
        return not_written(write.path, now)
    if now is None:
        return not_written(write.path, FileNotFoundError(path))
    if now != write.old:
        return codes.CHANGED_MEANWHILE.at(place_of(write))
    if not os.stat(path).st_mode & 0o222 or not os.access(path, os.W_OK):
        return not_written(write.path, PermissionError(path))
    disk.sweep(path)
    return None


def _written(journal: str, todo: dict[str, Write], command: str) -> list[Finding]:
    """Write it down, and then for real."""
    try:
        deed = keep(journal, command, [Entry(path, one.old, one.new) for path, one in todo.items()])
    except OSError as error:
        return [_no_journal(journal, error)]
    result = take([Step(path, one.old, one.new, private=one.private) for path, one in todo.items()])
    if result is None:
        return []
    if not result.standing:
        forget(deed)
    return findings_of(result.failed.path, result.error, [one.path for one in result.standing])


def findings_of(path: str, error: OSError, standing: Sequence[str]) -> list[Finding]:
    """The findings for a deed that failed at one file, while others are already as they become."""
    return [not_written(path, error), *(codes.NOT_PUT_BACK.at(Place(one)) for one in standing)]
