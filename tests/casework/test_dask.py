"""The same batch on a Dask cluster: an executor like any other, also when it loses a worker in the middle."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from basisondersteuning.casework import batch_work
from basisondersteuning.cli import cluster
from running import Bo, Done

pytest.importorskip("distributed")

ROOT = Path(__file__).parents[2]
DAY = ("--peildatum", "2026-11-24")
STARTED = (
    "import sys, time\n"
    "from distributed import LocalCluster\n"
    "if __name__ == '__main__':\n"
    "    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,\n"
    "                           worker_dashboard_address=None, silence_logs=50, host='127.0.0.1')\n"
    "    pids = [one.process.pid for one in cluster.workers.values()]\n"
    "    print(cluster.scheduler_address, *pids, flush=True)\n"
    "    sys.stdin.read()\n"
    "    cluster.close()\n"
)


class Made(NamedTuple):
    """A cluster: its address, and the processes of its workers."""

    address: str
    workers: tuple[int, ...]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A scheduler and two workers, in processes of their own."""
    place = tmp_path_factory.mktemp("cluster")
    (place / "cluster.py").write_text(STARTED, "utf-8")
    pipes: dict[str, int] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([sys.executable, "cluster.py"], cwd=place, text=True, **pipes)
    assert process.stdin is not None and process.stdout is not None
    address, *pids = process.stdout.readline().split()
    yield Made(address, tuple(int(one) for one in pids))
    process.stdin.close()
    process.wait(timeout=30)
    process.stdout.close()


def folder(desk: Path, times: int) -> None:
    """So many copies of the examples, of other pupils."""
    for path in sorted((desk / "dossiers").glob("*.yaml")):
        for number in range(times):
            text = re.sub("id: L-", f"id: L-{number}-", path.read_text("utf-8"), count=1)
            (desk / "dossiers" / f"{number}-{path.name}").write_text(text, "utf-8")
    (desk / "dossiers" / "stuk.yaml").write_text("soort: dossier\nleerling: {id: L-1\n", "utf-8")


def test_a_worker_that_is_killed_changes_nothing(bo: Bo, desk: Path, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(desk, 15)
    words = ("escalate", "dossiers", *DAY, "--format", "jsonl")
    right = bo(*words, "--geen-cache", "--jobs", "1")
    killed: list[int] = []
    check = cluster.Cluster._check

    def checked(self: Any) -> int:
        """Once the cluster has answered, one of its workers gets a moment to begin, and is killed."""
        threads = check(self)
        get = self._client.get_executor

        def get_executor(**more: Any) -> Any:
            executor = get(**more)
            submit = executor.submit

            def submitted(*arguments: Any) -> Any:
                future = submit(*arguments)
                if not killed:
                    time.sleep(0.3)
                    killed.append(made.workers[0])
                    os.kill(made.workers[0], signal.SIGKILL)
                return future

            executor.submit = submitted
            return executor

        self._client.get_executor = get_executor
        return threads

    monkeypatch.setattr(cluster.Cluster, "_check", checked)
    assert bo(*words, "--dask", made.address) == right
    assert killed == [made.workers[0]]
    assert len(right.out.splitlines()) == 305 and right.code == 1


def test_what_the_cluster_found_is_not_kept_but_what_was_kept_is_used(bo: Bo, desk: Path, made: Made) -> None:
    words = ("escalate", "dossiers", *DAY, "--max", "0")
    right = bo(*words, "--geen-cache")
    assert bo(*words, "--dask", made.address) == right
    assert bo(*words, "--jobs", "1") == right
    shutil.copy("dossiers/L-0460-alleen-observatie.yaml", "dossiers/nieuw.yaml")
    again = bo(*words, "--dask", made.address)
    assert again == bo(*words, "--geen-cache") != right


def test_a_cluster_that_cannot_do_the_work_is_wrong_usage(
    bo: Bo, desk: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(answer: tuple[str, bool]) -> Done:
        monkeypatch.setattr(cluster, "on_this_machine", _Answers(answer))
        return bo("escalate", "dossiers", "--dask", made.address)

    older, elsewhere = wrong(("0.0", True)), wrong((cluster.__version__, False))
    assert older.code == elsewhere.code == 2
    assert "een andere versie van `bo`" in older.err
    assert "kan niet bij de map" in elsewhere.err


class _Answers:
    """What the workers say, wherever they are."""

    def __init__(self, answer: tuple[str, bool]) -> None:
        self.answer = answer

    def __call__(self, place: str) -> tuple[str, bool]:
        return self.answer

    def __reduce__(self) -> Any:
        return eval, (f"lambda place: {self.answer!r}",)


@pytest.mark.parametrize("address", ["127.0.0.1:1", "tcp://127.0.0.1:1", "geen adres", "http://x", ""])
def test_an_address_without_a_cluster_is_wrong_usage(bo: Bo, desk: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    done = bo("escalate", "dossiers", "--dask", address)
    assert done.code == 2 and done.out == ""
    assert "--dask" in done.err and "geen rekencluster" in done.err


def test_without_the_extra_it_says_how_to_get_it(bo: Bo, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = bo("escalate", "dossiers", "--dask", "tcp://127.0.0.1:8786")
    assert done.code == 2
    assert 'pip install "basisondersteuning[dask]"' in done.err


def test_a_worker_can_say_whether_it_reaches_the_folder_of_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert batch_work.on_this_machine(str(tmp_path)) == (cluster.__version__, True)
    assert batch_work.on_this_machine(str(tmp_path / "weg"))[1] is False
