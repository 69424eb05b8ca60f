"""The work of a batch as one process does it: open the job once, then handle chunk after chunk."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable
from typing import Generic, NamedTuple, Protocol, TypeVar

from .. import __version__
from ..findings.catalogue import reading
from ..findings.finding import Place
from ..records.discover import Candidate
from ..records.seen import Seen

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Job(Protocol[R_co]):
    """A task for each file; picklable, so that each process can open its own."""

    def open(self) -> Callable[[Candidate], R_co]:
        """Set up once, and give what handles one file."""
        ...


class KeepingJob(Job[R], Protocol[R]):
    """A job whose answers can be kept for a next run."""

    def stamp(self) -> str:
        """A fingerprint of everything, besides the file, that an answer depends on; cheap to make."""
        ...

    def seen(self, answer: R) -> Seen | None:
        """How the file was when it was read; None when the answer must not be kept."""
        ...

    def pack(self, answer: R) -> bytes | None:
        """The answer without a name, a path or a word of the record; None when it must not be kept."""
        ...

    def unpack(self, path: str, named: bool, data: bytes) -> R:
        """The same answer, for the file under the path by which it is known now."""
        ...


class Crash:
    """`bo` itself failed on a file; `finding` says so without a word of the record."""

    def __init__(self, path: str, error: Exception) -> None:
        kind = type(error).__name__
        self.finding = reading.INTERNAL.at(Place(path), f"`bo` zelf liep vast op dit bestand ({kind}).")


class Answer(NamedTuple, Generic[R]):
    """What one file gave, and what is to be kept of it."""

    result: R | Crash
    seen: Seen | None = None
    data: bytes | None = None


class Part(NamedTuple, Generic[R]):
    """Files for one process. `run` tells runs apart: a process that outlives a run opens its job again.

    `folder` is the folder in which the run was started, for processes of others; None for our own, which stand there.
    """

    run: str
    folder: str | None
    job: Job[R]
    keeper: KeepingJob[R] | None
    files: tuple[Candidate, ...]


class _Opened(threading.local):
    run = ""
    handle: Callable[[Candidate], object] | None = None


_opened = _Opened()


def work(part: Part[R]) -> list[Answer[R]]:
    """Handle a part."""
    if part.folder is not None and os.getcwd() != part.folder:
        os.chdir(part.folder)
    if _opened.run != part.run or _opened.handle is None:
        _opened.handle, _opened.run = part.job.open(), part.run
    handle: Callable[[Candidate], R] = _opened.handle  # type: ignore[assignment]
    return [guarded(handle, one, part.keeper) for one in part.files]


def guarded(handle: Callable[[Candidate], R], candidate: Candidate, keeper: KeepingJob[R] | None) -> Answer[R]:
    """Handle one file; what fails is a finding."""
    try:
        result = handle(candidate)
    except Exception as error:  # a broken file never stops a batch
        return Answer(Crash(candidate.path, error))
    seen = keeper.seen(result) if keeper is not None else None
    if keeper is None or seen is None:
        return Answer(result)
    try:
        return Answer(result, seen, keeper.pack(result))
    except ValueError:  # text that is no Unicode: such an answer is not kept
        return Answer(result)


def on_this_machine(folder: str) -> tuple[str, bool]:
    """For a process of others: its version of `bo`, and whether it can reach a folder."""
    return __version__, os.path.isdir(folder)


def quiet_collector() -> None:
    """Set the garbage collector for a batch: what exists stays, and what is made is mostly freed without it."""
    gc.freeze()
    gc.set_threshold(10_000, 5, 5)


def prepare_process() -> None:
    """Make a process of our own ready. Ctrl-C is for the parent, which then shuts the pool down."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    quiet_collector()
