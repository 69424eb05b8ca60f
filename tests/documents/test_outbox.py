"""What `bo` writes: never outside the folder, never over what people changed."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.outbox import REGISTER, Outbox, Written, is_safe
from basisondersteuning.findings.finding import Finding


def put(folder: Path, name: str, data: bytes, *, force: bool = False, source: str = "") -> Written | Finding:
    box = Outbox(str(folder), force=force)
    assert box.open() is None
    return box.put(name, data, source=source)


def test_a_new_file_is_for_the_owner_only(tmp_path: Path) -> None:
    got = put(tmp_path / "uit", "a.md", b"een\n")
    assert got == Written(str(tmp_path / "uit" / "a.md"), fresh=True, same=False)
    assert (tmp_path / "uit" / "a.md").read_bytes() == b"een\n"
    assert stat.S_IMODE((tmp_path / "uit" / "a.md").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "uit").stat().st_mode) == 0o700


def test_what_bo_wrote_may_be_made_anew_by_a_later_run(tmp_path: Path) -> None:
    put(tmp_path, "a.md", b"een\n")
    got = put(tmp_path, "a.md", b"twee\n")
    assert isinstance(got, Written)
    assert not got.fresh
    assert (tmp_path / "a.md").read_bytes() == b"twee\n"
    again = put(tmp_path, "a.md", b"twee\n")
    assert isinstance(again, Written)
    assert again.same


def test_what_a_person_changed_stays_unless_forced(tmp_path: Path) -> None:
    put(tmp_path, "a.md", b"een\n")
    (tmp_path / "a.md").write_bytes(b"een, en mijn eigen zin\n")
    got = put(tmp_path, "a.md", b"twee\n")
    assert isinstance(got, Finding)
    assert got.code == "BO711"
    assert (tmp_path / "a.md").read_bytes() == b"een, en mijn eigen zin\n"
    assert isinstance(put(tmp_path, "a.md", b"twee\n", force=True), Written)
    assert (tmp_path / "a.md").read_bytes() == b"twee\n"


def test_a_file_that_was_never_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"van mij\n")
    assert isinstance(put(tmp_path, "a.md", b"twee\n"), Finding)
    assert (tmp_path / "a.md").read_bytes() == b"van mij\n"


@pytest.mark.parametrize("register", [b"", b"\xff\xfe", b"onzin\n"])
def test_without_a_register_everything_counts_as_changed(tmp_path: Path, register: bytes) -> None:
    put(tmp_path, "a.md", b"een\n")
    (tmp_path / REGISTER).write_bytes(register)
    assert isinstance(put(tmp_path, "a.md", b"twee\n"), Finding)


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    outside = tmp_path / "buiten.md"
    outside.write_bytes(b"van mij\n")
    folder = tmp_path / "uit"
    folder.mkdir()
    os.symlink(outside, folder / "a.md")
    assert isinstance(put(folder, "a.md", b"twee\n"), Finding)
    assert isinstance(put(folder, "a.md", b"twee\n", force=True), Written)
    assert outside.read_bytes() == b"van mij\n"
    assert (folder / "a.md").read_bytes() == b"twee\n"


def test_two_records_never_share_a_file(tmp_path: Path) -> None:
    box = Outbox(str(tmp_path))
    assert isinstance(box.put("groeidocument-L-1.md", b"een\n", source="a.yaml"), Written)
    got = box.put("groeidocument-l-1.md", b"twee\n", source="b.yaml")
    assert isinstance(got, Finding)
    assert got.code == "BO713"
    assert isinstance(box.put("groeidocument-L-1.html", b"een\n", source="a.yaml"), Written)


def test_a_folder_that_cannot_be_made_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "uit").write_bytes(b"een bestand\n")
    got = Outbox(str(tmp_path / "uit")).open()
    assert got is not None
    assert got.code == "BO712"


def test_a_failing_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.md", b"een\n")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    got = put(tmp_path, "a.md", b"twee\n")
    assert isinstance(got, Finding)
    assert got.code == "BO712"
    assert sorted(one.name for one in tmp_path.iterdir()) == [REGISTER, "a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"een\n"


@pytest.mark.parametrize(
    "name",
    [
        "../a.md",
        "a/b.md",
        "a\\b.md",
        "/a.md",
        "",
        ".",
        "..",
        ".a",
        "con",
        "NUL.md",
        "com1.txt",
        "a.",
        "a\n.md",
        "é.md",
        "a" * 101,
    ],
)
def test_a_name_that_some_file_system_does_not_take_is_refused(tmp_path: Path, name: str) -> None:
    assert not is_safe(name)
    got = put(tmp_path / "uit", name, b"een\n")
    assert isinstance(got, Finding)
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["uit"]


@given(st.text(max_size=12))
@settings(derandomize=True, deadline=None)
def test_a_safe_name_is_a_plain_file_in_the_folder(name: str) -> None:
    if is_safe(name):
        assert os.path.basename(name) == name
        assert os.path.normpath(name) == name
        assert name.isascii()


def test_killed_between_two_steps_a_document_stays_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At whatever step a run dies, the next one may make the document anew."""
    put(tmp_path, "a.md", b"een\n")
    for step in ("_note", "put"):

        def die(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            if step == "put":
                patch.setattr("basisondersteuning.documents.outbox.put", die)
            else:
                patch.setattr(Outbox, "_note", die)
            with pytest.raises(KeyboardInterrupt):
                put(tmp_path, "a.md", b"twee\n")
        assert (tmp_path / "a.md").read_bytes() == b"een\n"
        assert isinstance(put(tmp_path, "a.md", b"drie\n"), Written)
        assert isinstance(put(tmp_path, "a.md", b"een\n"), Written)


def test_two_runs_at_once_know_of_each_other(tmp_path: Path) -> None:
    one, other = Outbox(str(tmp_path)), Outbox(str(tmp_path))
    assert isinstance(one.put("a.md", b"een\n"), Written)
    assert isinstance(other.put("a.md", b"twee\n"), Written)
    assert isinstance(one.put("b.md", b"een\n"), Written)
    assert isinstance(other.put("b.md", b"twee\n"), Written)


@pytest.mark.parametrize("kind", ["link", "fifo", "folder"])
def test_a_register_that_is_no_file_is_refused_before_anything_is_written(tmp_path: Path, kind: str) -> None:
    victim = tmp_path / "slachtoffer"
    victim.write_bytes(b"van mij\n")
    folder = tmp_path / "uit"
    folder.mkdir()
    register = folder / REGISTER
    if kind == "link":
        os.symlink(victim, register)
    elif kind == "fifo":
        os.mkfifo(register)
    else:
        register.mkdir()
    got = Outbox(str(folder)).open()
    assert got is not None
    assert got.code == "BO712"
    assert got.place.file.endswith(REGISTER)
    assert victim.read_bytes() == b"van mij\n"


def test_a_full_disk_leaves_the_document_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.md", b"een\n")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    with monkeypatch.context() as patch:
        patch.setattr("basisondersteuning.documents.outbox.put", full)
        got = put(tmp_path, "a.md", b"twee\n")
    assert isinstance(got, Finding)
    assert "de schijf is vol" in got.message
    assert isinstance(put(tmp_path, "a.md", b"drie\n"), Written)
