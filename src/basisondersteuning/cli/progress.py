"""How far a batch is: on a terminal only, and only where it takes a while."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from .terminal import is_terminal

T = TypeVar("T")

WORTHWHILE = 20
"""From how many files a bar says more than it disturbs."""

PATIENCE = 1.0
"""Seconds of work after which a bar appears: what is done before that needs none."""

_STEP = 16


@contextmanager
def progress(words: str, total: int) -> Iterator[Callable[[], None]]:
    """Give what moves the bar on by one; the bar is gone when the work is done."""
    if total < WORTHWHILE or not is_terminal(sys.stderr):
        yield lambda: None
        return
    with _bar(words, total, 0) as move:
        yield lambda: move(1)


def watched(results: Iterator[T], words: str, paths: list[str], writes: bool) -> Iterator[T]:
    """The results, and on a terminal how far they are. `paths` are counted only when a bar is called for.

    `writes`: results go to standard output meanwhile; where that is the same terminal, there is no bar.
    """
    if not _wanted(writes):
        yield from results
        return
    begin, done = time.monotonic(), 0
    for one in results:
        yield one
        done += 1
        if time.monotonic() - begin > PATIENCE:
            break
    else:
        return
    total = _count(paths)
    with _bar(words, max(total, done), done) as move:
        waiting = 0
        for one in results:
            waiting += 1
            if waiting == _STEP:
                move(_STEP)
                waiting = 0
            yield one


def _wanted(writes: bool) -> bool:
    return is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb" and not (writes and is_terminal(sys.stdout))


def _count(paths: list[str]) -> int:
    """How many files there are: a walk, without reading any."""
    from ..records.discover import discover

    return sum(1 for _ in discover(paths))


@contextmanager
def _bar(words: str, total: int, done: int) -> Iterator[Callable[[int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TextColumn("nog"), TimeRemainingColumn())
    # what goes to standard output is a result, and stays there
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(words, total=total, completed=done)
        yield lambda steps: bar.advance(task, steps)
