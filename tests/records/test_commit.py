"""Writing what a command made: all of it or nothing, whatever goes wrong, and never over another's work."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from basisondersteuning.records import disk, journal
from basisondersteuning.records.committing import Write, commit, meanwhile, original
from basisondersteuning.records.discover import discover
from basisondersteuning.records.journal import MOST
from basisondersteuning.records.journal_places import FOLDER
from basisondersteuning.records.source import Source
from basisondersteuning.records.undoing import known

from .commit_made import NAMES, codes, state, taken_back, turn, writes

fcntl = pytest.importorskip("fcntl")  # elsewhere there is nothing to fork either


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bo.yaml").write_text("soort: instellingen\n", encoding="utf-8")
    (tmp_path / "dossiers").mkdir()
    for name in NAMES:
        (tmp_path / "dossiers" / name).write_bytes(b"oud " + name.encode())
    return tmp_path


def test_one_deed_for_all_files_and_it_can_be_taken_back_and_put_back(folder: Path) -> None:
    old = state(folder)
    new = Write(str(folder / "dossiers" / "d.yaml"), None, b"d")
    assert commit([*writes(folder, *NAMES), new], command="bo log") == []
    made = state(folder)
    assert made == {**{one: b"nieuw " + one.encode() for one in NAMES}, "d.yaml": b"d"}
    (deed,) = known(str(folder)).deeds
    assert (deed.command, len(deed.entries), taken_back(deed)) == ("bo log", 4, False)
    assert turn(folder) == []
    assert state(folder) == old
    (deed,) = known(str(folder / "dossiers")).deeds
    assert taken_back(deed) and Path(deed.folder, "3.weg").read_bytes() == b"d"
    assert turn(folder, again=True) == []
    assert state(folder) == made
    assert not known(str(folder)).deeds[0].back


def test_the_journal_is_for_its_owner_and_no_record(folder: Path) -> None:
    commit(writes(folder, "a.yaml"), command="bo log")
    top = folder / ".bo"
    for one in (top, *top.rglob("*")):
        assert stat.S_IMODE(one.stat().st_mode) == (0o700 if one.is_dir() else 0o600), one
    assert (top / ".gitignore").read_text(encoding="utf-8") == "*\n"
    (folder / FOLDER / "000001" / "x.yaml").write_text("soort: dossier\n", encoding="utf-8")
    assert not any(".bo" in one.path for one in discover([str(folder)]) if hasattr(one, "path"))


def test_without_settings_the_journal_stands_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert commit([Write(str(tmp_path / "x" / "a.yaml"), None, b"a")], command="bo new") == []
    assert (tmp_path / "x" / FOLDER / "000001").is_dir()
    assert len(known(str(tmp_path)).deeds) == len(known(str(tmp_path / "x")).deeds) == 1  # also from just above it
    both = [Write(str(tmp_path / one), None, b"b") for one in ("x/b.yaml", "b.yaml")]
    assert commit(both, command="bo fix") == []
    assert (tmp_path / FOLDER / "000001").is_dir()


def test_a_bo_yaml_that_is_being_made_has_the_journal(tmp_path: Path) -> None:
    (tmp_path / "dossiers").mkdir()
    made = [Write(str(tmp_path / one), None, b"x", private=False) for one in ("bo.yaml", "dossiers/L-1.yaml")]
    assert commit(made, command="bo init") == []
    assert (tmp_path / FOLDER).is_dir() and not (tmp_path / "dossiers" / ".bo").exists()
    assert stat.S_IMODE((tmp_path / "bo.yaml").stat().st_mode) & 0o600 == 0o600


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(b"ander"), "BO628"),
        (lambda path: path.unlink(), "BO629"),
        (lambda path: (path.unlink(), path.mkdir()), "BO629"),
        (lambda path: path.chmod(0o444), "BO629"),
    ],
)
def test_when_one_file_cannot_be_written_none_is(folder: Path, spoil: Callable[[Path], object], code: str) -> None:
    spoil(folder / "dossiers" / "b.yaml")
    before = {one: (folder / "dossiers" / one).read_bytes() for one in ("a.yaml", "c.yaml")}
    assert codes(commit(writes(folder, *NAMES), command="bo log")) == [code]
    assert before == {one: (folder / "dossiers" / one).read_bytes() for one in ("a.yaml", "c.yaml")}
    assert known(str(folder)).deeds == []


def test_what_another_wrote_is_shown(folder: Path) -> None:
    (one,) = writes(folder, "a.yaml")
    Path(one.path).write_bytes(b"oud a.yaml\n# van een ander\n")
    assert codes(commit([one], command="bo log")) == ["BO628"]
    assert list(meanwhile(one)) == ["     2 + # van een ander"]


def test_a_new_file_never_goes_over_another(folder: Path) -> None:
    found = commit([Write(str(folder / "dossiers" / "a.yaml"), None, b"x")], command="bo new")
    assert codes(found) == ["BO900"]
    (folder / "dossiers" / "k.yaml").symlink_to("weg.yaml")
    assert codes(commit([Write(str(folder / "dossiers" / "k.yaml"), None, b"x")], command="bo new")) == ["BO900"]
    found = commit([Write(str(folder / "er-niet" / "a.yaml"), None, b"x")], command="bo new")
    assert codes(found) == ["BO629"] and "die map of dat bestand is er niet" in found[0].message
    found = commit([Write(str(folder / "a\0b.yaml"), None, b"x")], command="bo new")
    assert codes(found) == ["BO900"]


def test_one_file_under_two_names_is_written_once_or_not(folder: Path) -> None:
    (one,) = writes(folder, "a.yaml")
    link = folder / "dossiers" / "link.yaml"
    link.symlink_to("a.yaml")
    assert codes(commit([one, Write(str(link), one.old, b"iets anders")], command="bo fix")) == ["BO628"]
    assert commit([Write(str(link), one.old, one.new)], command="bo fix") == []
    assert link.is_symlink() and Path(one.path).read_bytes() == one.new


def test_rights_stay_and_what_changes_nothing_is_left_out(folder: Path) -> None:
    path = folder / "dossiers" / "a.yaml"
    path.chmod(0o640)
    assert commit([*writes(folder, "a.yaml"), Write(str(folder / "weg.yaml"), b"x", b"x")], command="bo log") == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert commit([Write(str(path), b"zo", b"zo")], command="bo fmt") == []
    assert len(known(str(folder)).deeds) == 1


def test_what_was_read_is_still_there_or_not(folder: Path) -> None:
    path = folder / "dossiers" / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert original(Source(str(path), b"a: 1\n")) == b"\xef\xbb\xbfa: 1\n"
    assert getattr(original(Source(str(path), b"a: 2\n")), "code", "") == "BO628"
    assert getattr(original(Source(str(folder / "weg.yaml"), b"a: 2\n")), "code", "") == "BO628"


def test_a_disk_that_fails_halfway_puts_back_what_was_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, real = state(folder), disk.swap

    def full(path: str, data: bytes, **more: bool) -> None:
        if path.endswith("c.yaml"):
            raise OSError(errno.ENOSPC, "full")
        real(path, data, **more)

    monkeypatch.setattr(disk, "swap", full)
    found = commit(writes(folder, *NAMES), command="bo fix")
    assert codes(found) == ["BO629"] and "de schijf is vol" in found[0].message
    assert state(folder) == old
    assert known(str(folder)).deeds == []


def test_what_cannot_be_put_back_is_said_and_can_be_undone_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, real = state(folder), disk.swap
    with monkeypatch.context() as patch:

        def failing(path: str, data: bytes, **more: bool) -> None:
            if not path.endswith("a.yaml") or data.startswith(b"oud"):
                raise OSError(errno.EIO, "broken")
            real(path, data, **more)

        patch.setattr(disk, "swap", failing)
        found = commit(writes(folder, *NAMES), command="bo fix")
    assert codes(found) == ["BO629", "BO902"] and found[1].place.file.endswith("a.yaml")
    assert turn(folder) == []
    assert state(folder) == old


def test_ctrl_c_halfway_puts_back_what_was_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, real = state(folder), disk.swap

    def stopped(path: str, data: bytes, **more: bool) -> None:
        if path.endswith("b.yaml"):
            raise KeyboardInterrupt
        real(path, data, **more)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "swap", stopped)
        with pytest.raises(KeyboardInterrupt):
            commit(writes(folder, *NAMES), command="bo fix")
    assert state(folder) == old
    assert turn(folder) == ["niets"]


def test_without_a_journal_nothing_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = state(folder)
    (folder / ".bo").write_text("geen map", encoding="utf-8")
    assert commit(writes(folder, "a.yaml"), command="bo log") == []  # then it stands beside the file
    assert (folder / "dossiers" / FOLDER / "000001").is_dir()
    (folder / "dossiers" / "a.yaml").write_bytes(b"oud a.yaml")
    for one in sorted((folder / "dossiers" / ".bo").rglob("*"), reverse=True):
        one.rmdir() if one.is_dir() else one.unlink()
    (folder / "dossiers" / ".bo").rmdir()
    (folder / "dossiers" / ".bo").write_text("ook geen map", encoding="utf-8")
    assert codes(commit(writes(folder, "a.yaml"), command="bo log")) == ["BO904"]
    (folder / "dossiers" / ".bo").unlink()
    assert state(folder) == old


def test_without_room_for_the_journal_nothing_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    commit(writes(folder, "b.yaml"), command="bo log")
    monkeypatch.setattr(journal, "sync", full)
    found = commit(writes(folder, "a.yaml"), command="bo log")
    assert codes(found) == ["BO904"] and "de schijf is vol" in found[0].message
    assert state(folder)["a.yaml"] == b"oud a.yaml"
    assert os.listdir(folder / FOLDER) == ["000001"]


def test_another_bo_is_waited_for_but_not_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = writes(folder, "a.yaml")
    handle = os.open(folder / "dossiers" / ".a.yaml.slot", os.O_RDWR | os.O_CREAT)
    fcntl.flock(handle, fcntl.LOCK_EX)
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 2:
            os.close(handle)

    with monkeypatch.context() as patch:
        patch.setattr(time, "monotonic", count(0, 100).__next__)
        found = commit([one], command="bo log")
        assert codes(found) == ["BO906"] and Path(one.path).read_bytes() == one.old
    monkeypatch.setattr(time, "sleep", wait)
    assert commit([one], command="bo log") == []
    assert len(waited) == 2


def test_of_many_at_once_one_writes(folder: Path) -> None:
    (one,) = writes(folder, "a.yaml")
    children = []
    for number in range(6):
        child = os.fork()
        if not child:
            found = codes(commit([one._replace(new=str(number).encode())], command="bo log"))
            os._exit({(): 0, ("BO628",): 1}.get(tuple(found), 9))
        children.append(child)
    ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert sorted(ends) == [0, 1, 1, 1, 1, 1]
    assert Path(one.path).read_bytes() == str(ends.index(0)).encode()
    assert len(known(str(folder)).deeds) == 1


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.EINVAL])
def test_a_drive_without_locks_links_or_flushing(folder: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def unable(number: int) -> Callable[..., None]:
        def call(*_: object) -> None:
            raise OSError(number, "not here")

        return call

    monkeypatch.setattr(fcntl, "flock", unable(number))
    monkeypatch.setattr(os, "fsync", unable(errno.EINVAL))
    monkeypatch.setattr(os, "link", unable(errno.ENOTSUP))
    assert commit([*writes(folder, "a.yaml"), Write(str(folder / "x.yaml"), None, b"x")], command="bo log") == []
    assert (folder / "x.yaml").read_bytes() == b"x"
    assert turn(folder) == []


def test_a_file_open_in_another_program_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, refused = os.replace, list[int]()
    monkeypatch.setattr(time, "sleep", lambda _: None)

    def busy(times: int) -> Callable[[str, str], None]:
        def replaced(source: str, target: str) -> None:
            if len(refused) < times:
                refused.append(1)
                error = PermissionError(errno.EACCES, "busy")
                error.winerror = 32  # type: ignore[attr-defined]
                raise error
            real(source, target)

        return replaced

    monkeypatch.setattr(os, "replace", busy(3))
    assert commit(writes(folder, "a.yaml"), command="bo log") == []
    refused.clear()
    monkeypatch.setattr(os, "replace", busy(1000))
    found = commit(writes(folder, "b.yaml"), command="bo log")
    assert codes(found) == ["BO629"] and "open in een ander programma" in found[0].message
    assert (folder / "dossiers" / "b.yaml").read_bytes() == b"oud b.yaml"


def test_the_journal_keeps_the_last_deeds(folder: Path) -> None:
    path = str(folder / "x.yaml")
    commit([Write(path, None, b"0")], command="bo new")
    for number in range(MOST + 4):
        assert commit([Write(path, str(number).encode(), str(number + 1).encode())], command="bo log") == []
    found = known(str(folder)).deeds
    assert len(found) == MOST
    assert found[-1].entries[0].after == str(MOST + 4).encode()


def test_a_deed_that_cannot_be_read_is_named_and_stops_no_other(folder: Path) -> None:
    for one in NAMES:
        commit(writes(folder, one), command="bo log")
    first = folder / FOLDER / "000001"
    (first / "0.voor").write_bytes(b"anders")
    (folder / FOLDER / "000002" / "daad.json").write_text('{"versie": 1', encoding="utf-8")
    found = known(str(folder))
    assert codes(found.findings) == ["BO905", "BO905"] and len(found.deeds) == 1
    outside = (folder / FOLDER / "000003" / "daad.json").read_text(encoding="utf-8").replace("dossiers/", "../../")
    (folder / FOLDER / "000003" / "daad.json").write_text(outside, encoding="utf-8")
    assert known(str(folder)).deeds == []
