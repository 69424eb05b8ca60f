"""Writing records: what is written reads back as it was, and nothing on disk is lost."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.records.load import load_text
from basisondersteuning.records.parse import parse
from basisondersteuning.records.source import accept
from basisondersteuning.records.write import dump, replace, write_new

TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\ufffe\uffff"), min_size=1, max_size=12
)
WORDS = st.sampled_from(
    ["ja", "nee", "on", "08", "12E4", "2026-11-03", "12:30", "~", "null", "- x", "a: b", "#", "{x}", "", " x", "'"]
)
VALUE = TEXT | WORDS
TREES = st.dictionaries(
    st.sampled_from(["a", "tijdlijn", "b"]),
    st.recursive(VALUE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3)),
    min_size=1,
)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(TREES)
def test_what_is_written_reads_back(tree: dict[str, object]) -> None:
    source = accept("x", dump(tree).encode())  # type: ignore[arg-type]
    findings: list[object] = []
    document = parse(source, findings)  # type: ignore[arg-type]
    assert findings == []
    assert document is not None
    assert document.root == tree


def test_an_event_stands_on_one_line() -> None:
    event = {"datum": "2026-09-07", "soort": "ot_bespreking", "aanwezig": ["a"], "uitkomsten": [{"soort": "anders"}]}
    lines = dump({"soort": "dossier", "school": "99XX00", "tijdlijn": [event]}).splitlines()
    assert lines[1:] == [
        "school: 99XX00",
        "tijdlijn:",
        "  - {datum: 2026-09-07, soort: ot_bespreking, aanwezig: [a], uitkomsten: [{soort: anders}]}",
    ]
    assert load_text("x", "\n".join(lines).encode(), today=date(2026, 12, 1)).kind == "dossier"


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "kader.yaml"
    write_new(str(path), "een")
    with pytest.raises(FileExistsError):
        write_new(str(path), "twee")
    assert path.read_text(encoding="utf-8") == "een"
    assert os.listdir(tmp_path) == ["kader.yaml"]


def test_a_dead_link_is_there_too(tmp_path: Path) -> None:
    path = tmp_path / "kader.yaml"
    path.symlink_to(tmp_path / "weg")
    with pytest.raises(FileExistsError):
        write_new(str(path), "twee")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_rights(tmp_path: Path) -> None:
    for name, private in (("dossier", True), ("kader", False)):
        write_new(str(tmp_path / name), "x", private=private)
    assert stat.S_IMODE((tmp_path / "dossier").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "kader").stat().st_mode) & 0o600 == 0o600
    (tmp_path / "dossier").chmod(0o640)
    replace(str(tmp_path / "dossier"), "y")
    assert stat.S_IMODE((tmp_path / "dossier").stat().st_mode) == 0o640


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kader.yaml"
    write_new(str(path), "een")
    for step in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, step, lambda *_: (_ for _ in ()).throw(OSError("vol")))
            with pytest.raises(OSError, match="vol"):
                replace(str(path), "twee")
        assert path.read_text(encoding="utf-8") == "een"
        assert os.listdir(tmp_path) == ["kader.yaml"]


def test_a_drive_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError("koppelen kan hier niet")))
    path = tmp_path / "kader.yaml"
    write_new(str(path), "een")
    with pytest.raises(FileExistsError):
        write_new(str(path), "twee")
    assert path.read_text(encoding="utf-8") == "een"
