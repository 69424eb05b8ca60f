"""Run something, and run it again whenever a file under some paths changes; Ctrl-C ends it.

Watching needs the package `watchfiles`, which is an extra: who does not watch does not need it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime

import typer

from ..records.above import shown_path
from .app import INTERRUPTED
from .terminal import say

_WAIT = 100
"""Milliseconds after which the watcher looks up; only the first run waits that long."""


def run_and_watch(paths: list[str], run: Callable[[], int]) -> int:
    """Run now and after every change under `paths` (files or folders), until Ctrl-C; gives the exit code for that.

    A run writes its own results; its exit code does not stop the watching. Where there is nothing to watch, since a path
    does not exist, there is one run, and its exit code comes back.
    """
    try:
        from watchfiles import watch
    except ImportError:
        reason = 'hiervoor is een extra onderdeel nodig; u installeert het met `pip install "basisondersteuning[watch]"`.'
        raise typer.BadParameter(reason, param_hint="--watch") from None
    if not all(map(os.path.exists, paths)):
        return run()
    # a folder, since an editor may put a new file in the place of the old one
    folders = sorted({one if os.path.isdir(one) else os.path.dirname(one) or "." for one in paths})
    deep = any(map(os.path.isdir, paths))
    started = False
    try:
        for changes in watch(*folders, watch_filter=_counts, rust_timeout=_WAIT, yield_on_timeout=True, recursive=deep):
            if started and not changes:
                continue
            # the watcher stands before the first run, so that no change slips in between
            _head(_told(path for _, path in changes) if started else f"let op {', '.join(folders)}; stop met Ctrl-C")
            started = True
            run()
            sys.stdout.flush()
    except KeyboardInterrupt:
        _head("gestopt")
    return INTERRUPTED


def _counts(_change: object, path: str) -> bool:
    """Records, frames and cases count; backups and lock files of an editor do not."""
    from ..records.discover import is_record_name

    return is_record_name(os.path.basename(path))


def _told(paths: Iterable[str]) -> str:
    """What happened to each file. One that was put in the place of another was changed: that is how editors write."""
    return "; ".join(f"{'veranderd' if os.path.exists(one) else 'verwijderd'}: {shown_path(one)}" for one in sorted(set(paths)))


def _head(what: str) -> None:
    say(f"── {datetime.now():%H:%M:%S} {what}")
