from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from basisondersteuning.casework.batch import CHUNK, Crash, run
from basisondersteuning.findings.catalogue import reading
from basisondersteuning.findings.finding import Finding, Place
from basisondersteuning.records.discover import Candidate

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
