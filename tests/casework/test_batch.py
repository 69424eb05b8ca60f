from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pytest

from basisondersteuning.casework import batch
from basisondersteuning.casework.batch import CHUNK, Crash, Memory, run
from basisondersteuning.casework.cache import Cache
from basisondersteuning.findings.catalogue import reading
from basisondersteuning.findings.finding import Finding, Place
from basisondersteuning.records.discover import Candidate, discover
from basisondersteuning.records.seen import Seen
from basisondersteuning.records.source import Source, read

LOST = reading.NOT_FOUND.at(Place("weg.yaml"))


@dataclass(frozen=True)
class Echo:
    """Gives back each path; fails on some."""

    def open(self) -> Callable[[Candidate], str]:
        def handle(candidate: Candidate) -> str:
            if candidate.path.endswith("7"):
                raise ValueError("Noor Bakker")
            return candidate.path

        return handle


def candidates(number: int, seen: list[int] | None = None) -> Iterator[Candidate | Finding]:
    for index in range(number):
        if seen is not None:
            seen.append(index)
        yield LOST if index == 3 else Candidate(f"p{index}", False)


def plain(results: Iterator[object]) -> list[object]:
    return [one.finding if isinstance(one, Crash) else one for one in results]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_answers_come_in_the_order_of_the_files_however_many_processes(jobs: int) -> None:
    number = CHUNK * 5 + 3
    results = plain(run(Echo(), candidates(number), jobs))
    assert len(results) == number
    assert results[3] == LOST
    assert [one for one in results if isinstance(one, str)] == [f"p{i}" for i in range(number) if i != 3 and i % 10 != 7]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_crash_is_a_finding_without_a_word_of_the_record(jobs: int) -> None:
    results = plain(run(Echo(), candidates(20), jobs))
    crash = results[7]
    assert isinstance(crash, Finding)
    assert (crash.code, crash.place.file) == ("BO901", "p7")
    assert "ValueError" in crash.message
    assert "Noor" not in str(crash)


def test_the_window_is_bounded_so_memory_does_not_grow_with_the_files() -> None:
    seen: list[int] = []
    results = run(Echo(), candidates(CHUNK * 50, seen), 2)
    next(results)
    assert len(seen) <= CHUNK * 6
    assert len(plain(results)) == CHUNK * 50 - 1


def test_a_small_folder_stays_in_one_process_and_a_large_one_keeps_its_order() -> None:
    assert len(plain(run(Echo(), candidates(10), 0))) == 10
    many = plain(run(Echo(), candidates(1100), 0))
    assert [one for one in many if isinstance(one, str)][:3] == ["p0", "p1", "p2"]
    assert len(many) == 1100


@dataclass(frozen=True)
class Deadly:
    """Ends its process on one file."""

    name: str

    def open(self) -> Callable[[Candidate], str]:
        def handle(candidate: Candidate) -> str:
            if candidate.path == self.name:
                os._exit(9)
            return candidate.path

        return handle


@pytest.mark.parametrize("name", ["p0", "p70", f"p{CHUNK * 3 - 1}"])
def test_a_file_that_ends_a_process_costs_no_other_file_its_answer(name: str) -> None:
    number = CHUNK * 4
    results = plain(run(Deadly(name), candidates(number), 2))
    lost = [one for one in results if isinstance(one, Finding) and one.code == "BO901"]
    assert [one.place.file for one in lost] == [name]
    assert [one for one in results if isinstance(one, str)] == [f"p{i}" for i in range(number) if i != 3 and f"p{i}" != name]


@pytest.mark.parametrize("way", ["spawn", "forkserver"])
def test_processes_may_start_anew_instead_of_as_a_copy(way: str) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context(way)) as executor:
        results = plain(run(Echo(), candidates(CHUNK * 3), executor=executor, at_once=2))
        again = plain(run(Echo(), candidates(CHUNK * 3), executor=executor, at_once=2))
    assert results == plain(run(Echo(), candidates(CHUNK * 3), 1)) == again


def test_threads_do_as_well() -> None:
    with ThreadPoolExecutor(3) as executor:
        results = plain(run(Echo(), candidates(CHUNK * 3), executor=executor, at_once=3))
    assert results == plain(run(Echo(), candidates(CHUNK * 3), 1))


def test_standard_input_is_read_by_the_process_that_was_started() -> None:
    found = iter([Candidate("p1", False), Candidate("-", True), Candidate("p2", False)])
    assert [one for one in plain(run(Where(), found, 2)) if one == os.getpid()] == [os.getpid()]


@dataclass(frozen=True)
class Where:
    """Says in which process a file is handled."""

    def open(self) -> Callable[[Candidate], int]:
        return lambda candidate: os.getpid()


@dataclass(frozen=True)
class Keeping:
    """Gives the text of a file, and lets that be kept; what a file says of itself it must not."""

    def open(self) -> Callable[[Candidate], tuple[str, Seen | None]]:
        def handle(candidate: Candidate) -> tuple[str, Seen | None]:
            source = read(candidate.path)
            assert isinstance(source, Source)
            text = source.data.decode()
            if text == "fout":
                raise ValueError(text)
            return text, None if text.startswith("los") else source.seen

        return handle

    def stamp(self) -> str:
        return "vast"

    def seen(self, answer: tuple[str, Seen | None]) -> Seen | None:
        return answer[1]

    def pack(self, answer: tuple[str, Seen | None]) -> bytes | None:
        return None if answer[0].startswith("niet") else answer[0].upper().encode()

    def unpack(self, path: str, named: bool, data: bytes) -> tuple[str, Seen | None]:
        if data == b"KAPOT":
            raise ValueError
        return data.decode(), None


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_kept_is_given_in_its_place(tmp_path: Path, jobs: int) -> None:
    words = ["een", "los", "niet", "kapot", "fout", *(f"n{i}" for i in range(CHUNK * 3))]
    for number, word in enumerate(words):
        (tmp_path / f"{number:04}.yaml").write_text(word, "utf-8")

    def texts() -> list[str]:
        memory = Memory(Keeping(), Cache(lambda: "vast", str(tmp_path / "kept")))
        found = list(run(Keeping(), discover([str(tmp_path)]), jobs, memory=memory))
        memory.cache.close()
        return [one[0] if isinstance(one, tuple) else "fout" for one in found]

    assert texts() == words
    (tmp_path / "0100.yaml").write_text("anders", "utf-8")
    (tmp_path / "0005.yaml").unlink()
    expected = [one if one in ("los", "niet", "kapot", "fout") else one.upper() for one in words]
    expected[100] = "anders"
    del expected[5]
    assert texts() == expected


def test_a_folder_that_is_mostly_kept_is_read_in_one_process_until_it_proves_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "WORTHWHILE", CHUNK * 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for number in range(CHUNK * 8):
        (tmp_path / f"{number:04}.yaml").write_text("x", "utf-8")
    started: list[int] = []
    monkeypatch.setattr(batch, "_pool", lambda processes: started.append(processes) or ThreadPoolExecutor(processes))
    cache = str(tmp_path / "kept")

    def answers(files: int) -> int:
        memory = Memory(Keeping(), Cache(lambda: "vast", cache))
        found = list(run(Keeping(), islice(discover([str(tmp_path)]), files), 0, memory=memory))
        memory.cache.close()
        return len(found)

    assert answers(CHUNK * 2) == CHUNK * 2 and started == [2]
    assert answers(CHUNK * 3) == CHUNK * 3 and started == [2]
    assert answers(CHUNK * 8) == CHUNK * 8 and started == [2, 2]
    assert answers(CHUNK * 8) == CHUNK * 8 and started == [2, 2]
