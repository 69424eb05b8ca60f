"""What holds for every file: true numbers lie within what is said of them, and no bytes whatever are more than a finding."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.exchange.duo.counting import Group, Wanted, count_file
from basisondersteuning.exchange.duo.layouts import AGES

from .duo_made import HEAD, csv, file, row

DAY = date(2025, 10, 1)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 40), min_size=len(AGES), max_size=len(AGES)))
def test_the_true_number_of_pupils_lies_within_the_interval(numbers: list[int]) -> None:
    masked = {age: "<5" if 0 < number < 5 else str(number) for age, number in zip(AGES, numbers, strict=True)}
    with TemporaryDirectory() as folder:
        counted = count_file(file(Path(folder), csv(row(**masked))), Wanted({}))
    found = counted.per_school[Group(DAY, "99XX00", "bao")]
    assert found.high is not None
    assert found.low <= sum(numbers) <= found.high
    assert (found.exact is None) == ("<5" in masked.values())


_CELLS = st.sampled_from(["<5", "12", "", '"', "99XX", "99XX00", "bo", "so", "2025-10-01", "\x00", "é", "1.000", "-1", "<0"])
_LINES = st.lists(_CELLS, max_size=32).map(";".join)
_FILES = st.lists(_LINES, max_size=6).map(lambda rest: "\n".join([";".join(HEAD), *rest]).encode())


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.one_of(st.binary(max_size=300), st.lists(_LINES, max_size=6).map(lambda rest: "\n".join([";".join(HEAD), *rest]).encode()))
)
def test_no_bytes_are_more_than_a_finding(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "leerlingen.csv"
        path.write_bytes(data)
        counted = count_file(str(path), Wanted({}, DAY))
    assert counted.findings or counted.rows
