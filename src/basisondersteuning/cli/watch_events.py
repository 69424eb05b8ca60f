"""When to look: a watcher that says so at once where the system can tell, and a clock for the rest."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import typer

from ..records.discover import is_record_name

_BREATH = 500
"""Milliseconds after which we look up also when nothing was told: the day moves on, settings elsewhere change."""

_GROUPED = 400
_STILL = 50
"""Milliseconds during which changes are taken together at most, and of silence that end it."""


def wakes(paths: list[str]) -> Iterator[bool]:
    """Give True when a file under `paths` may have changed and False when only time has passed; never ends.

    The first value is True, when the watcher stands: what changed before is then to be looked for. A folder that goes away is
    waited for. Without the package `watchfiles` this is wrong usage.
    """
    try:
        import watchfiles
    except ImportError:
        reason = 'hiervoor is een extra onderdeel nodig; u installeert het met `pip install "basisondersteuning[watch]"`.'
        raise typer.BadParameter(reason, param_hint="watch") from None
    del watchfiles
    folders = sorted({one if os.path.isdir(one) else os.path.dirname(one) or "." for one in paths})
    return _wakes(folders, any(map(os.path.isdir, paths)))


def _wakes(folders: list[str], deep: bool) -> Iterator[bool]:
    while True:
        there = [one for one in folders if os.path.isdir(one)]
        known = _identities(folders)
        try:
            yield from _watched(there, deep, folders, known) if there else _waited(folders, known)
        except OSError:  # too many folders for the system to watch, or a drive that cannot: then the clock
            yield from _waited(folders, known)


def _watched(there: list[str], deep: bool, folders: list[str], known: object) -> Iterator[bool]:
    from watchfiles import watch

    standing = False
    roots = {os.path.abspath(one) for one in folders}
    for changes in watch(
        *there,
        watch_filter=_counts,
        debounce=_GROUPED,
        step=_STILL,
        rust_timeout=_BREATH,
        yield_on_timeout=True,
        recursive=deep,
        ignore_permission_denied=True,
    ):
        yield bool(changes) or not standing
        standing = True
        # a folder that was moved is not watched any more, also when it is back in the same moment
        if _identities(folders) != known or not roots.isdisjoint(os.path.abspath(path) for _, path in changes):
            return


def _waited(folders: list[str], known: object) -> Iterator[bool]:
    """Look every second, until the folders are others."""
    while _identities(folders) == known:
        yield True
        time.sleep(1)


def _identities(folders: list[str]) -> list[tuple[int, int] | None]:
    """Which folders stand there now: one of the same name may be another."""
    found: list[tuple[int, int] | None] = []
    for one in folders:
        try:
            status = os.stat(one)
            found.append((status.st_dev, status.st_ino))
        except OSError:
            found.append(None)
    return found


def _counts(_change: object, path: str) -> bool:
    """A file that may be a record, or what may be a folder; not what an editor leaves beside a file."""
    name = os.path.basename(path)
    return is_record_name(name) or ("." not in name and not name.startswith(("~", "#", "__")))
