"""Many files, one after the other or over processes: a bounded window of chunks, answers in the order of the files."""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ..findings.catalogue import reading
from ..findings.finding import Finding, Place
from ..records.discover import Candidate

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

CHUNK = 64
"""Files a process takes at a time: fewer, and handing them over costs more than it gains."""

WORTHWHILE = 400 if sys.platform == "linux" else 1000
"""From how many files a second process pays for its own start."""


class Job(Protocol[R_co]):
    """A task for each file; picklable, so that each process can open its own."""

    def open(self) -> Callable[[Candidate], R_co]:
        """Set up once, and give what handles one file."""
        ...


class Crash:
    """`bo` itself failed on a file; `finding` says so without a word of the record."""

    def __init__(self, path: str, error: Exception) -> None:
        kind = type(error).__name__
        self.finding = reading.INTERNAL.at(Place(path), f"`bo` zelf liep vast op dit bestand ({kind}).")


def quiet_collector() -> None:
    """Set the garbage collector for a batch: what exists stays, and what is made is mostly freed without it."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def run(job: Job[R], found: Iterator[Candidate | Finding], jobs: int = 0) -> Iterator[R | Finding | Crash]:
    """Handle every file. `jobs` is the number of processes, 0 to choose: one, and more for a large folder."""
    if jobs == 0:
        first = list(islice(found, WORTHWHILE))
        found = chain(first, found)
        large = len(first) == WORTHWHILE and not any(isinstance(one, Candidate) and one.path == "-" for one in first)
        jobs = max(1, min(os.cpu_count() or 1, 4)) if large else 1
    if jobs == 1:
        yield from _here(job, found)
    else:
        yield from _spread(job, found, jobs)


def _here(job: Job[R], found: Iterator[Candidate | Finding]) -> Iterator[R | Finding | Crash]:
    handle = job.open()
    quiet_collector()
    for one in found:
        yield one if isinstance(one, Finding) else _guarded(handle, one)


def _guarded(handle: Callable[[Candidate], R], candidate: Candidate) -> R | Crash:
    try:
        return handle(candidate)
    except Exception as error:  # a broken file never stops a batch
        return Crash(candidate.path, error)


def _spread(job: Job[R], found: Iterator[Candidate | Finding], jobs: int) -> Iterator[R | Finding | Crash]:
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=_open_worker, initargs=(job,))
    window: deque[Future[list[R | Finding | Crash]]] = deque()
    try:
        while True:
            while len(window) < jobs * 2 and (part := list(islice(found, CHUNK))):
                window.append(_submit(pool, part))
            if not window:
                break
            yield from window.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Worker:
    """What one process keeps between chunks."""

    handle: Callable[[Candidate], object] | None = None


def _submit(pool: ProcessPoolExecutor, part: list[Candidate | Finding]) -> Future[Any]:
    """Hand over a chunk; Ctrl-C waits meanwhile, since it may be now that the pool starts its processes."""
    import signal

    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # Windows
        return pool.submit(_work, part)
    mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_work, part)
    finally:
        mask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _open_worker(job: Job[object]) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then shuts the pool down
    _Worker.handle = job.open()
    quiet_collector()


def _work(part: list[Candidate | Finding]) -> list[object]:
    assert _Worker.handle is not None
    return [one if isinstance(one, Finding) else _guarded(_Worker.handle, one) for one in part]
