"""The store of kept answers: it gives what still counts, and whatever happens to it, it is never in the way."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from shutil import rmtree

import pytest

from basisondersteuning.casework import cache as module
from basisondersteuning.casework.cache import Cache
from basisondersteuning.records import seen as times
from basisondersteuning.records.discover import Candidate
from basisondersteuning.records.source import Source, read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "a.yaml"
    made.write_text("soort: dossier\n", "utf-8")
    return made


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust the times of files that were written just now."""
    monkeypatch.setattr(times, "SETTLED", -(10**18))


def opened(tmp_path: Path, stamp: str = "een") -> Cache:
    return Cache(lambda: stamp, str(tmp_path / "kept"))


def kept(cache: Cache, path: Path, data: bytes = b"antwoord") -> Candidate:
    candidate = Candidate(str(path), False)
    source = read(str(path))
    assert isinstance(source, Source) and source.seen is not None
    cache.keep(candidate, source.seen, data)
    cache.close()
    return candidate


def test_an_answer_is_found_again_for_the_same_file_and_stamp_only(tmp_path: Path, file: Path) -> None:
    one = kept(opened(tmp_path), file)
    other = tmp_path / "b.yaml"
    other.write_bytes(file.read_bytes())
    found = opened(tmp_path).find([one, Candidate(str(other), False), Candidate(str(file), True)])
    assert found == [b"antwoord", None, None]
    assert opened(tmp_path, "twee").find([one]) == [None]


def test_a_relative_path_is_of_the_folder_one_stands_in(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept(opened(tmp_path), Path("a.yaml"))
    assert opened(tmp_path).find([Candidate(str(file), False)]) == [b"antwoord"]
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "a.yaml").write_text("soort: dossier\nx: 1\n", "utf-8")
    monkeypatch.chdir(tmp_path / "elders")
    assert opened(tmp_path).find([Candidate("a.yaml", False)]) == [None]


def test_a_settled_file_is_not_read_again(tmp_path: Path, file: Path, settled: None, monkeypatch: pytest.MonkeyPatch) -> None:
    one = kept(opened(tmp_path), file)
    monkeypatch.setattr(module, "read", lambda path: pytest.fail("read again"))
    assert opened(tmp_path).find([one]) == [b"antwoord"]


@pytest.mark.usefixtures("settled")
def test_a_settled_file_counts_by_its_bytes_once_its_times_changed(tmp_path: Path, file: Path) -> None:
    one = kept(opened(tmp_path), file)
    os.utime(file, (1, 1))
    assert opened(tmp_path).find([one]) == [b"antwoord"]
    file.write_text("soort: dossieR\n", "utf-8")
    assert opened(tmp_path).find([one]) == [None]


def test_a_change_within_one_tick_of_the_same_size_is_seen(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (times, module):  # a clock that ticks so coarsely that the times of both writings are the same
        monkeypatch.setattr(place, "marks", lambda status: f"{status.st_size}")
    status = file.stat()
    one = kept(opened(tmp_path), file)
    file.write_text("soort: dossieR\n", "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size and file.stat().st_mtime_ns == status.st_mtime_ns
    assert opened(tmp_path).find([one]) == [None]


def test_times_are_trusted_only_when_they_lie_behind(file: Path) -> None:
    status, now = os.stat(file), os.stat(file).st_ctime_ns
    assert not times.seen(status, b"", now).settled
    assert not times.seen(status, b"", now + times.SETTLED).settled
    assert times.seen(status, b"", now + times.SETTLED + 1).settled
    os.utime(file, ns=(now + 10**12, now + 10**12))
    assert not times.seen(os.stat(file), b"", now + times.SETTLED * 2).settled


def test_where_nobody_times_changes_the_bytes_decide(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(times, "CHANGES_ARE_TIMED", False)
    assert not times.seen(os.stat(file), b"", 10**20).settled


def test_a_file_that_is_gone_has_no_answer(tmp_path: Path, file: Path) -> None:
    one = kept(opened(tmp_path), file)
    file.unlink()
    assert opened(tmp_path).find([one]) == [None]


def test_nothing_is_written_once_something_else_changed(tmp_path: Path, file: Path) -> None:
    now = ["een"]
    cache = Cache(lambda: now[0], str(tmp_path / "kept"))
    now[0] = "twee"
    one = kept(cache, file)
    assert opened(tmp_path, "een").find([one]) == [None]
    assert opened(tmp_path, "twee").find([one]) == [None]


def test_a_row_of_another_file_is_not_taken(tmp_path: Path, file: Path) -> None:
    other = tmp_path / "b.yaml"
    other.write_bytes(file.read_bytes())  # with the same bytes in both, only the proof tells them apart
    one, two = kept(opened(tmp_path), file, b"een"), kept(opened(tmp_path), other, b"twee")
    (store,) = (tmp_path / "kept").iterdir()
    with sqlite3.connect(store) as base:
        rows = base.execute("SELECT state, data, proof, id FROM kept ORDER BY id").fetchall()
        for row, number in zip(rows, [rows[1][3], rows[0][3]], strict=True):
            base.execute("UPDATE kept SET state = ?, data = ?, proof = ? WHERE id = ?", (*row[:3], number))
    base.close()
    assert opened(tmp_path).find([one, two]) == [None, None]


@pytest.mark.parametrize("position", [0, 18, 100, 4096, 4500, 8000])
def test_a_damaged_store_is_as_none(tmp_path: Path, file: Path, position: int) -> None:
    cache = opened(tmp_path)
    for number in range(200):
        cache.keep(Candidate(f"/x{number}", False), times.Seen("1 2 3 4 5", "c", True), b"x" * 40)
    one = kept(cache, file)
    (store,) = (tmp_path / "kept").iterdir()
    data = bytearray(store.read_bytes())
    data[position : position + 64] = b"\xa5" * 64
    store.write_bytes(data)
    cache = opened(tmp_path)
    assert cache.find([one]) in ([None], [b"antwoord"])
    cache.close()
    again = opened(tmp_path)
    assert again.find([one]) in ([None], [b"antwoord"])
    kept(again, file)


def test_a_store_that_is_no_database_is_thrown_away_and_begun_anew(tmp_path: Path, file: Path) -> None:
    one = kept(opened(tmp_path), file)
    (store,) = (tmp_path / "kept").iterdir()
    store.write_bytes(b"geen database\n" * 1000)
    assert opened(tmp_path).find([one]) == [None]
    assert not store.exists()
    kept(opened(tmp_path), file)
    assert opened(tmp_path).find([one]) == [b"antwoord"]


def test_a_store_that_another_run_holds_is_as_none(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    one = kept(opened(tmp_path), file)
    (store,) = (tmp_path / "kept").iterdir()
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert opened(tmp_path).find([one]) == [None]
    other.execute("COMMIT")
    other.close()
    assert opened(tmp_path).find([one]) == [b"antwoord"]


def test_a_store_thrown_away_in_the_middle_of_a_run_hurts_nobody(tmp_path: Path, file: Path) -> None:
    one = kept(opened(tmp_path), file)
    cache = opened(tmp_path)
    rmtree(tmp_path / "kept")
    cache.find([one])
    kept(cache, file)
    assert opened(tmp_path).find([one]) == [None]


@pytest.mark.parametrize("place", ["a.yaml", "a.yaml/onder", "\0"])
def test_a_place_where_nothing_can_be_kept_is_as_no_store(tmp_path: Path, file: Path, place: str) -> None:
    cache = Cache(lambda: "een", str(tmp_path / place))
    one = kept(cache, file)
    assert cache.find([one]) == [None] and cache.head() is None


def test_a_disk_that_is_full_is_as_no_store(tmp_path: Path, file: Path) -> None:
    cache = opened(tmp_path)
    assert cache._store is not None
    cache._store.execute("PRAGMA max_page_count = 2")
    for number in range(500):
        cache.keep(Candidate(f"/x{number}", False), times.Seen("1 2 3 4 5", "c", True), b"x" * 400)
    one = kept(cache, file)
    assert opened(tmp_path).find([one]) == [None]


def test_stores_are_for_the_user_only(tmp_path: Path, file: Path) -> None:
    kept(opened(tmp_path), file)
    (store,) = (tmp_path / "kept").iterdir()
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o700
    assert store.stat().st_mode & 0o777 == 0o600


def test_stores_that_were_used_longest_ago_go_first(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        kept(opened(tmp_path, f"s{number:02}"), file)
        os.utime(tmp_path / "kept" / f"s{number:02}.antwoorden-1", (number, number))
    other = tmp_path / "kept" / "van een ander"
    other.write_text("x", "utf-8")
    opened(tmp_path, "s05").close()
    left = sorted(one.name[:3] for one in (tmp_path / "kept").glob("s*"))
    assert left == ["s05", *(f"s{number:02}" for number in range(9, 20))]
    monkeypatch.setattr(module, "_MOST_BYTES", 30_000)
    opened(tmp_path, "s05").close()
    left = sorted(one.name[:3] for one in (tmp_path / "kept").glob("s*"))
    assert "s05" in left and "s19" in left and len(left) < 6
    assert other.exists()


def test_where_a_users_cache_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", "/home/ib")
    monkeypatch.setenv("XDG_CACHE_HOME", "/elders")
    monkeypatch.delenv("BO_CACHE")
    assert module.place() == "/elders/basisondersteuning"
    monkeypatch.setenv("XDG_CACHE_HOME", "niet/absoluut")
    assert module.place() == "/home/ib/.cache/basisondersteuning"
    monkeypatch.setattr("sys.platform", "darwin")
    assert module.place() == "/home/ib/Library/Caches/basisondersteuning"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/appdata")
    assert module.place() == "/appdata/basisondersteuning"
    monkeypatch.setenv("BO_CACHE", "/hier")
    assert module.place() == "/hier"
