"""What commands over many files share: what is kept between runs, over which processes, and how far they are."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

import typer

from ..casework.batch import Crash, KeepingJob, Memory, run
from ..findings.finding import Finding
from ..records.discover import Candidate
from .progress import watched

if TYPE_CHECKING:
    from .cluster import Cluster

R = TypeVar("R")

CacheOption = Annotated[
    bool,
    typer.Option("--geen-cache", help="Lees elk bestand opnieuw, en bewaar niets voor een volgende keer."),
]
DaskOption = Annotated[
    str | None,
    typer.Option(
        "--dask",
        metavar="ADRES",
        help="Verdeel het werk over een rekencluster van Dask, zoals tcp://server:8786. De bestanden moeten daar op "
        "dezelfde plaats staan.",
    ),
]


class Batch(Generic[R]):
    """A job over many files. With `kept` it uses and keeps answers; `dask` is the address of a cluster.

    A cluster that is not there, or cannot do the work, is wrong usage.
    """

    def __init__(self, job: KeepingJob[R], jobs: int = 0, *, kept: bool = True, dask: str | None = None) -> None:
        self._job, self._jobs = job, jobs
        self._cluster: Cluster | None = None
        if dask is not None:
            from .cluster import Cluster

            self._cluster = Cluster(dask)
        self._memory: Memory[R] | None = None
        if kept:
            from ..casework.cache import Cache

            self._memory = Memory(job, Cache(job.stamp))

    def __enter__(self) -> Batch[R]:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self.close()

    def head(self) -> bytes | None:
        """What was kept of the set-up of the job."""
        return self._memory.cache.head() if self._memory is not None else None

    def keep_head(self, data: bytes) -> None:
        """Keep what is known of the set-up of the job."""
        if self._memory is not None:
            self._memory.cache.keep_head(data)

    def run(
        self, found: Iterator[Candidate | Finding], paths: list[str], words: str, *, writes: bool = False
    ) -> Iterator[R | Finding | Crash]:
        """The answers in the order of the files, with on a terminal how far it is.

        `words` say what is being done; `writes` that results are written meanwhile. May be called once.
        """
        cluster = self._cluster
        results = run(
            self._job,
            found,
            self._jobs,
            memory=self._memory,
            executor=cluster.executor if cluster is not None else None,
            at_once=cluster.threads if cluster is not None else 0,
        )
        try:
            yield from watched(results, words, paths, writes)
        finally:
            self.close()

    def close(self) -> None:
        """Write what is to be kept, and let go of the cluster."""
        if self._memory is not None:
            self._memory.cache.close()
        if self._cluster is not None:
            self._cluster.close()
