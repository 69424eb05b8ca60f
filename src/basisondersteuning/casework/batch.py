"""Many files, one after the other or over processes: a bounded window of chunks, answers in the order of the files."""

from __future__ import annotations

import os
import sys
import uuid
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from ..findings.finding import Finding
from ..records.discover import Candidate
from .batch_work import Answer, Part, guarded, prepare_process, quiet_collector, work
from .batch_work import Crash as Crash
from .batch_work import Job as Job
from .batch_work import KeepingJob as KeepingJob

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from .cache import Cache

R = TypeVar("R")

CHUNK = 64
"""Files a process takes at a time: fewer, and handing them over costs more than it gains."""

WORTHWHILE = 400 if sys.platform == "linux" else 1000
"""From how many files that must be read a second process pays for its own start."""

MOST_PROCESSES = 4
"""How many processes `bo` takes by itself at most."""


@dataclass(slots=True)
class Memory(Generic[R]):
    """What is kept of a job: answers from earlier runs, and those of this run for the next."""

    job: KeepingJob[R]
    cache: Cache

    def recall(self, part: list[Candidate | Finding]) -> list[R | Candidate | Finding]:
        """The answers that still count in their place; the other files stay."""
        files = [one for one in part if isinstance(one, Candidate) and one.path != "-"]
        found = iter(self.cache.find(files))
        return [self._answer(one, next(found)) if isinstance(one, Candidate) and one.path != "-" else one for one in part]

    def _answer(self, one: Candidate, data: bytes | None) -> R | Candidate:
        if data is None:
            return one
        try:
            return self.job.unpack(one.path, one.named, data)
        except (ValueError, TypeError, LookupError):  # kept by another hand; then the file is read
            return one

    def keep(self, candidate: Candidate, answer: Answer[R]) -> None:
        """Keep an answer that may be kept."""
        if answer.seen is not None and answer.data is not None:
            self.cache.keep(candidate, answer.seen, answer.data)


def run(
    job: Job[R],
    found: Iterator[Candidate | Finding],
    jobs: int = 0,
    *,
    memory: Memory[R] | None = None,
    executor: Executor | None = None,
    at_once: int = 0,
) -> Iterator[R | Finding | Crash]:
    """Handle every file. `jobs` is the number of processes, 0 to choose: one, and more for a large folder.

    With `executor` its workers do the work, `at_once` of them; what they find is not kept, since their machine may see
    other times of a file than this one.
    """
    keeper = memory.job if memory is not None and executor is None else None
    batch = _Batch(job, memory, keeper, max(at_once, 2) if executor is not None else jobs, executor)
    try:
        yield from batch.answers(found)
    finally:
        batch.close()


@dataclass(slots=True)
class _Chunk(Generic[R]):
    """Files in their order: what is answered already, and what is asked of another process."""

    slots: list[R | Candidate | Finding]
    asked: Future[list[Answer[R]]] | None = None

    @property
    def unread(self) -> tuple[Candidate, ...]:
        """The files that another process can read for us; standard input is ours alone."""
        return tuple(one for one in self.slots if isinstance(one, Candidate) and one.path != "-")


@dataclass(slots=True)
class _Batch(Generic[R]):
    """One run: what is kept is given at once, the rest is done here or over processes.

    `given` is an executor of others. `opened` handles a file in this process; `done_here` counts those.
    """

    job: Job[R]
    memory: Memory[R] | None
    keeper: KeepingJob[R] | None
    processes: int
    given: Executor | None
    name: str = field(default_factory=lambda: uuid.uuid4().hex)
    executor: Executor | None = None
    opened: Callable[[Candidate], R] | None = None
    done_here: int = 0
    window: deque[_Chunk[R]] = field(default_factory=deque)

    def answers(self, found: Iterator[Candidate | Finding]) -> Iterator[R | Finding | Crash]:
        """The answers in the order of the files."""
        choose = self.processes == 0
        ahead = WORTHWHILE if choose else 0
        while part := list(islice(found, CHUNK)):
            self._add(_Chunk(self.memory.recall(part) if self.memory is not None else list(part)))
            ahead -= len(part)
            if ahead > 0:
                continue
            if choose and self._much_to_do():
                self.processes, choose = max(1, min(os.cpu_count() or 1, MOST_PROCESSES)), False
                self._ask_all()
            room = self.processes * 2 if self.processes > 1 else 0
            while len(self.window) > room:
                yield from self._answered(self.window.popleft())
        while self.window:
            yield from self._answered(self.window.popleft())

    def close(self) -> None:
        """End the processes that were started."""
        if self.executor is not None and self.executor is not self.given:
            self.executor.shutdown(wait=True, cancel_futures=True)
        for one in self.window:
            if one.asked is not None:
                one.asked.cancel()

    def _much_to_do(self) -> bool:
        """Whether a second process would pay for its own start."""
        return self.done_here >= WORTHWHILE or sum(len(one.unread) for one in self.window) >= WORTHWHILE * 3 // 4

    def _add(self, chunk: _Chunk[R]) -> None:
        self.window.append(chunk)
        if self.processes > 1:
            self._ask(chunk)

    def _ask_all(self) -> None:
        for chunk in self.window if self.processes > 1 else ():
            self._ask(chunk)

    def _ask(self, chunk: _Chunk[R]) -> None:
        files = chunk.unread
        if files:
            chunk.asked = self._submit(files)

    def _submit(self, files: tuple[Candidate, ...]) -> Future[list[Answer[R]]]:
        """Hand over files; Ctrl-C waits meanwhile, since it may be now that the pool starts its processes."""
        import signal

        if self.executor is None:
            self.executor = self.given or _pool(self.processes)
        folder = os.getcwd() if self.given is not None else None
        part = Part(self.name, folder, self.job, self.keeper, files)
        mask = getattr(signal, "pthread_sigmask", None)
        if mask is None:  # Windows
            return self.executor.submit(work, part)
        mask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return self.executor.submit(work, part)
        finally:
            mask(signal.SIG_UNBLOCK, {signal.SIGINT})

    def _answered(self, chunk: _Chunk[R]) -> Iterator[R | Finding | Crash]:
        answers = iter(self._fetched(chunk)) if chunk.asked is not None else None
        for one in chunk.slots:
            if not isinstance(one, Candidate):
                yield one
                continue
            answer = self._done_here(one) if answers is None or one.path == "-" else next(answers)
            if self.memory is not None:
                self.memory.keep(one, answer)
            yield answer.result

    def _done_here(self, one: Candidate) -> Answer[R]:
        if self.opened is None:
            self.opened = self.job.open()
            quiet_collector()
        self.done_here += 1
        return guarded(self.opened, one, self.keeper)

    def _fetched(self, chunk: _Chunk[R]) -> list[Answer[R]]:
        """What came back. When a process died nobody knows on which file; then each is tried by itself."""
        assert chunk.asked is not None
        try:
            return chunk.asked.result()
        except Exception:
            self._renew()
            answers = [self._retried(one) for one in chunk.unread]
            self._ask_all()
            return answers

    def _retried(self, one: Candidate) -> Answer[R]:
        try:
            return self._submit((one,)).result()[0]
        except Exception as error:
            self._renew()
            return Answer(Crash(one.path, error))

    def _renew(self) -> None:
        """Start again with other processes; those of somebody else look after themselves."""
        if self.executor is not None and self.executor is not self.given:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor = None


def _pool(processes: int) -> Executor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(processes, initializer=prepare_process)
