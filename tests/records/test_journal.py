"""The journal: of whom it is, how long it lasts, what is believed of it, and in which order deeds go back and come back."""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.records import disk, journal, journal_places, locking
from basisondersteuning.records.committing import Write, commit
from basisondersteuning.records.journal import DAYS
from basisondersteuning.records.journal_places import FOLDER
from basisondersteuning.records.standing import Turn, next_again, next_back, standing
from basisondersteuning.records.undoing import known, take_turn
from basisondersteuning.records.write import replace

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links, pipes and owners as these are elsewhere")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bo.yaml").write_text("soort: instellingen\n", encoding="utf-8")
    for name in "ab":
        (tmp_path / name).write_bytes(b"0")
    return tmp_path


def write(folder: Path, names: str, new: bytes = b"1") -> None:
    paths = [folder / one for one in names]
    made = [Write(str(one), one.read_bytes() if one.exists() else None, new) for one in paths]
    assert commit(made, command="bo log") == []


def turn(folder: Path, name: str = "", *, again: bool = False) -> str:
    """What is next goes back, or comes back; the files it was about, or the codes of what is wrong."""
    chosen = (next_again if again else next_back)(standing(known(str(folder)).deeds), str(folder / name) if name else None)
    if chosen is None:
        return "niets"
    found = take_turn(chosen)
    return "".join(Path(one.path).name for one in chosen.entries) if not found else " ".join(one.code for one in found)


def state(folder: Path) -> bytes:
    return b"".join((folder / one).read_bytes() for one in "ab")


def deed(folder: Path, number: int = 1) -> Path:
    return folder / FOLDER / f"{number:06}"


def rewritten(folder: Path, change: Callable[[dict[str, Any]], object], number: int = 1) -> None:
    path = deed(folder, number) / "daad.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


# In which order


def test_what_was_taken_back_last_comes_back_first(folder: Path) -> None:
    write(folder, "a")
    write(folder, "b")
    assert (turn(folder, "a"), turn(folder, again=True), state(folder)) == ("a", "a", b"11")  # though b was written later
    assert [turn(folder, one) for one in "ab"] == ["a", "b"]
    assert [turn(folder, again=True) for _ in "abc"] == ["b", "a", "niets"]
    turn(folder, "a")
    write(folder, "b", b"2")
    assert turn(folder, again=True) == "niets"  # something new was done since


def test_part_of_a_deed_goes_back_and_comes_back_by_itself(folder: Path) -> None:
    write(folder, "ab")
    write(folder, "ab", b"2")
    assert [turn(folder, one) for one in "aab"] == ["a", "a", "b"]
    assert state(folder) == b"01"
    (first, last) = standing(known(str(folder)).deeds)
    assert ([len(one.stands) for one in (first, last)], [len(one.back) for one in (first, last)]) == ([1, 0], [1, 2])
    assert [turn(folder, again=True) for _ in "baa"] == ["b", "a", "a"]
    assert state(folder) == b"22"
    turn(folder, "a")
    assert (turn(folder), turn(folder), state(folder)) == ("b", "ab", b"00")  # the rest of the last one first


def test_a_deed_that_a_later_one_made_undone_still_stands(folder: Path) -> None:
    write(folder, "a")
    write(folder, "a", b"0")
    assert [turn(folder), turn(folder), turn(folder)] == ["a", "a", "niets"]


def test_a_clock_that_was_ahead_blocks_nothing(folder: Path) -> None:
    write(folder, "a")
    write(folder, "b")
    rewritten(folder, lambda data: data.update(tijd="2999-01-01T00:00:00+00:00"))
    assert turn(folder) == "b"
    path = deed(folder, 2) / "teruggenomen"
    path.write_text(path.read_text(encoding="utf-8").replace(str(datetime.now(UTC).year), "2998", 1), encoding="utf-8")
    assert [turn(folder), turn(folder, again=True), turn(folder, again=True)] == ["a", "a", "b"]


# Of whom


def test_each_person_has_a_journal_of_their_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.chmod(0o2770)
    write(folder, "a")
    assert stat.S_IMODE((folder / ".bo").stat().st_mode) & 0o070 == 0o070
    assert (folder / FOLDER).stat().st_mode & 0o777 == 0o700
    monkeypatch.setattr(journal_places, "FOLDER", os.path.join(".bo", "journaal-ander"))
    write(folder, "b")
    assert turn(folder) == "b"  # both are seen here, since one person made both
    assert (folder / ".bo" / "journaal-ander" / "000001" / "teruggenomen").exists()
    (folder / FOLDER).rename(folder / ".bo" / "journaal")
    assert [turn(folder), state(folder)] == ["a", b"00"]  # as it stood before there was one for each


def test_what_is_not_ones_own_is_neither_read_nor_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "a")
    (one,) = [Write(str(folder / "b"), b"0", b"1")]
    with monkeypatch.context() as patch:
        patch.setattr(os, "getuid", lambda: 4321)
        assert known(str(folder)).deeds == []
        assert [found.code for found in commit([one], command="bo log")] == ["BO904"]
    real = folder / "elders"
    (folder / ".bo").rename(real)
    (folder / ".bo").symlink_to(real)
    assert known(str(folder)).deeds == []
    assert [found.code for found in commit([one], command="bo log")] == ["BO904"]


# What is believed


ODD: dict[str, Callable[[Path], object]] = {
    "no zone": lambda at: rewritten(at, lambda data: data.update(tijd="2026-11-25T10:00:00")),
    "year 9999": lambda at: rewritten(at, lambda data: data.update(tijd="9999-12-31T23:59:59+00:00")),
    "year 1": lambda at: rewritten(at, lambda data: data.update(tijd="0001-01-01T00:00:00+14:00")),
    "nul": lambda at: rewritten(at, lambda data: data["bestanden"][0].update(pad="a\0")),
    "no letter": lambda at: rewritten(at, lambda data: _path(data, "a\ud800")),
    "outside": lambda at: rewritten(at, lambda data: data["bestanden"][0].update(pad="../a")),
    "absolute": lambda at: rewritten(at, lambda data: data["bestanden"][0].update(pad="/tmp/a")),
    "through a link": lambda at: _linked(at, at.parent),
    "a link within": lambda at: _linked(at, at),
    "twice": lambda at: rewritten(at, lambda data: data["bestanden"].append(data["bestanden"][0])),
    "deep": lambda at: (deed(at) / "daad.json").write_text("[" * 100_000, encoding="utf-8"),
    "a list": lambda at: (deed(at) / "daad.json").write_text("[]", encoding="utf-8"),
    "a pipe": lambda at: _pipe(deed(at) / "daad.json"),
    "bytes in a pipe": lambda at: _pipe(deed(at) / "0.na"),
    "an odd mark": lambda at: (deed(at) / "teruggenomen").write_text('{"7": {}}', encoding="utf-8"),
}


def _linked(at: Path, goal: Path) -> None:
    (at / "via").symlink_to(goal)
    rewritten(at, lambda data: _path(data, "via/a"))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _path(data: dict[str, Any], path: str) -> None:
    data["bestanden"][0]["pad"] = path


@pytest.mark.parametrize("name", ODD)
def test_an_odd_deed_is_named_and_stops_no_other(folder: Path, name: str) -> None:
    write(folder, "a")
    write(folder, "b")
    ODD[name](folder)
    found = known(str(folder))
    assert ([one.code for one in found.findings], len(found.deeds)) == (["BO905"], 1)
    assert "niet terug te nemen" in found.findings[0].message
    assert (turn(folder), turn(folder), state(folder)) == ("b", "niets", b"10")
    write(folder, "b", b"3")  # and one can go on


def test_a_link_or_a_pipe_in_place_of_the_file(folder: Path) -> None:
    write(folder, "a")
    (folder / "a").rename(folder / "elders")
    (folder / "a").symlink_to("elders")
    assert (turn(folder), (folder / "elders").read_bytes()) == ("BO903", b"1")
    (folder / "a").unlink()
    os.mkfifo(folder / "a")
    assert turn(folder) == "BO629"
    (found,) = commit([Write(str(folder / "a"), b"1", b"2")], command="bo log")
    assert found.code == "BO629" and "geen gewoon bestand" in found.message


def test_a_file_that_is_gone_comes_back_only_when_that_is_asked(folder: Path) -> None:
    write(folder, "a")
    (folder / "a").unlink()
    chosen = next_back(standing(known(str(folder)).deeds))
    assert chosen is not None
    assert [(one.code, "weggehaald" in one.message) for one in take_turn(chosen)] == [("BO903", True)]
    assert take_turn(chosen, gone=chosen.entries) == [] and (folder / "a").read_bytes() == b"0"


def test_killed_halfway_both_directions_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "ab")
    real = disk.swap

    def dies(path: str, data: bytes, **more: bool) -> None:
        real(path, data, **more)
        raise SystemExit  # as if killed: nothing after it runs

    for again in (False, True):
        with monkeypatch.context() as patch:
            patch.setattr(disk, "swap", dies)
            patch.setattr("basisondersteuning.records.steps._back", lambda _: [])
            with pytest.raises(SystemExit):
                turn(folder)
        (one,) = standing(known(str(folder)).deeds)
        assert one.half and state(folder) == b"01"
        assert turn(folder, again=again) == "ab"
        assert state(folder) == (b"11" if again else b"00")
        if not again:
            turn(folder, again=True)


# How long


@pytest.mark.parametrize("days", [DAYS - 1, DAYS + 1])
def test_old_deeds_go_by_their_own_time(folder: Path, days: int) -> None:
    write(folder, "a")
    old = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    rewritten(folder, lambda data: data.update(tijd=old))
    os.utime(deed(folder))  # as taking back does
    assert len(known(str(folder)).deeds) == (days < DAYS)
    assert deed(folder).exists() == (days < DAYS)
    if days > DAYS:
        journal.keep(str(folder / FOLDER), "bo log", [journal.Entry(str(folder / "a"), None, b"")])
        rewritten(folder, lambda data: data.update(tijd=old))
        write(folder, "b")
        assert os.listdir(folder / FOLDER) == ["000002"]


# On disk


def test_all_is_flushed_before_it_gets_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, str]] = []
    inodes: dict[int, str] = {}

    def fsync(handle: int) -> None:
        inodes[os.fstat(handle).st_ino] = "flushed"

    def named(kind: str) -> Callable[..., None]:
        real = getattr(os, kind)

        def call(source: str, target: str) -> None:
            files = [Path(source)] if os.path.isfile(source) else [*Path(source).iterdir(), Path(source)]
            told.append((os.path.basename(target), "".join({inodes.get(one.stat().st_ino, "not") for one in files})))
            real(source, target)

        return call

    monkeypatch.setattr(os, "fsync", fsync)
    for kind in ("replace", "rename", "link"):
        monkeypatch.setattr(os, kind, named(kind))
    write(folder, "ac")
    monkeypatch.undo()
    assert told == [(".gitignore", "flushed"), ("000001", "flushed"), ("a", "flushed"), ("c", "flushed")]


def test_a_lock_that_another_took_away_meanwhile_does_not_count(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, real, held = folder / ".a.slot", locking._hold, list[int]()

    def hold(handle: int, until: float) -> None:
        real(handle, until)
        held.append(os.fstat(handle).st_ino)
        if len(held) == 1:  # between opening and holding, whoever had it took it away, and a third made a new one
            lock.rename(folder / "weg")
            lock.write_bytes(b"")

    monkeypatch.setattr(locking, "_hold", hold)
    with locking.locked(str(folder / "a")):
        assert held[-1] == lock.stat().st_ino and len(held) == 2
    assert not lock.exists()


def test_a_lock_is_for_all_who_may_write_here_and_never_a_link(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, real = folder / ".a.slot", os.open
    mask = os.umask(0o002)
    try:
        with locking.locked(str(folder / "a")):
            assert stat.S_IMODE(lock.stat().st_mode) == 0o664
    finally:
        os.umask(mask)
    (folder / "doel").write_bytes(b"")
    lock.symlink_to("doel")
    (found,) = commit([Write(str(folder / "a"), b"0", b"1")], command="bo log")
    assert found.code == "BO906" and ".a.slot" in found.message
    lock.unlink()
    lock.write_bytes(b"")

    def only_read(path: str, flags: int, *rest: int, **named: int) -> int:
        if path == str(lock) and flags & os.O_RDWR:
            raise PermissionError(path)
        return real(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", only_read)
    assert commit([Write(str(folder / "a"), b"0", b"1")], command="bo log") == []


def test_a_name_as_long_as_can_be(folder: Path) -> None:
    name = "é" * 120 + ".yaml"
    (folder / name).write_bytes(b"0")
    assert (
        commit([Write(str(folder / name), b"0", b"1"), Write(str(folder / name.replace("é", "ë")), None, b"n")], command="x")
        == []
    )
    assert len(turn(folder)) > 200 and (folder / name).read_bytes() == b"0"
    replace(str(folder / name), "2")
    assert sorted(os.listdir(folder)) == sorted([".bo", "a", "b", "bo.yaml", name])


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives files to another")
def test_owner_and_group_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "a"
    os.chown(path, 4321, 8765)
    path.chmod(0o640)
    write(folder, "a")
    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (4321, 8765, 0o640)
    monkeypatch.setattr(os, "chown", lambda *_: (_ for _ in ()).throw(PermissionError()))
    replace(str(path), "2")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600  # the group it has now never had those rights


@pytest.mark.parametrize("call", [lambda a, b: disk.moved(a, b), lambda a, b: disk.moved(a, b, over=False)])
def test_moving_waits_for_a_program_that_has_it_open(folder: Path, monkeypatch: pytest.MonkeyPatch, call: Any) -> None:
    waits = list[float]()
    monkeypatch.setattr(time, "sleep", waits.append)

    def busy(real: Callable[[str, str], None]) -> Callable[[str, str], None]:
        def refused(source: str, target: str) -> None:
            if len(waits) < 2:
                error = PermissionError("busy")
                error.winerror = 5  # type: ignore[attr-defined]
                raise error
            real(source, target)

        return refused

    for kind in ("replace", "rename"):
        monkeypatch.setattr(os, kind, busy(getattr(os, kind)))
    call(str(folder / "a"), str(folder / "z"))
    assert len(waits) == 2 and (folder / "z").exists()


def test_files_on_several_drives_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def apart(_: object) -> str:
        raise ValueError("drives")

    monkeypatch.setattr(os.path, "commonpath", apart)
    made = [Write(str(folder / one), b"0", b"1") for one in "ab"]
    (found,) = commit(made, command="bo fmt")
    assert found.code == "BO904" and "verschillende schijven" in found.message and state(folder) == b"00"


def test_a_turn_is_about_the_deed_as_it_is_now(folder: Path) -> None:
    write(folder, "ab")
    chosen = next_back(standing(known(str(folder)).deeds))
    assert chosen is not None
    assert turn(folder, "a") == "a"  # another `bo`, meanwhile
    assert take_turn(Turn(chosen.deed, chosen.entries[1:])) == []
    assert len(known(str(folder)).deeds[0].back) == 2
