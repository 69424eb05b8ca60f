"""How far a batch is: on a terminal only, and only where it takes a while."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .terminal import is_terminal

WORTHWHILE = 20
"""From how many files a bar says more than it disturbs."""


@contextmanager
def progress(words: str, total: int) -> Iterator[Callable[[], None]]:
    """Give what moves the bar on by one; the bar is gone when the work is done."""
    if total < WORTHWHILE or not is_terminal(sys.stderr):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TextColumn("nog"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total)
        yield lambda: bar.advance(task)
