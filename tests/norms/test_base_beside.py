"""A frame named by its file finds what it builds on in its own folder, and an answer that is kept knows that file too."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.casework.cache_stamp import setup_stamp
from basisondersteuning.casework.setup import Setup
from basisondersteuning.norms.library import open_library
from running import Bo

EXAMPLES = Path(__file__).parents[2] / "examples"
SOP = EXAMPLES / "sops" / "2026-2027" / "99XX00-de-wierhaven.yaml"


@pytest.fixture
def frames(tmp_path: Path) -> Path:
    """A folder with both versions of a series and a profile, with nothing about a samenwerkingsverband."""
    shutil.copytree(EXAMPLES / "kaders", tmp_path / "normen")
    shutil.copy(SOP, tmp_path / "sop.yaml")
    return tmp_path / "normen"


def test_the_base_stands_in_the_same_folder(bo: Bo, frames: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(frames)
    for frame in ("noorderkoog-2026.yaml", str(frames / "noorderkoog-2026.yaml")):
        done = bo("validate", "../sop.yaml", "--kader", frame, "--geen-cache", "--peildatum", "2026-11-24")
        assert done.code == 0, done.out + done.err
        assert "noorderkoog-2026" in done.out


def test_only_what_a_frame_builds_on_is_read(frames: Path) -> None:
    (frames / "concept.yaml").write_text("soort: normenkader\ncode: concept\nreeks: concept\n", encoding="utf-8")
    found = open_library([str(frames / "noorderkoog-2026.yaml")])
    assert found.sound
    assert {one.code for one in found.series["noorderkoog"].versions} == {"noorderkoog-2025", "noorderkoog-2026"}
    alone = open_library([str(frames / "noorderkoog-2025.yaml")])
    assert [one.code for one in alone.series["noorderkoog"].versions] == ["noorderkoog-2025"]


@pytest.mark.parametrize("written", ["'noorderkoog-2025'", '"noorderkoog-2025"', "noorderkoog-2025   # die van vorig jaar"])
def test_a_code_may_be_quoted_or_have_a_comment(frames: Path, written: str) -> None:
    newer = frames / "noorderkoog-2026.yaml"
    text = newer.read_text(encoding="utf-8")
    newer.write_text(text.replace("gebaseerd_op: noorderkoog-2025", f"gebaseerd_op: {written}"), encoding="utf-8")
    assert open_library([str(newer)]).sound


def test_a_base_with_mistakes_is_said_to_be_wrong(frames: Path) -> None:
    older = frames / "noorderkoog-2025.yaml"
    older.write_text(older.read_text(encoding="utf-8").replace("ernst: fout", "ernst: fuot", 1), encoding="utf-8")
    found = open_library([str(frames / "noorderkoog-2026.yaml")])
    assert "BO203" in {one.code for one in found.findings if one.place.file == str(older)}
    assert not found.sound


def test_a_frame_is_never_suggested_as_its_own_base(frames: Path) -> None:
    (frames / "noorderkoog-2025.yaml").unlink()
    (missing,) = open_library([str(frames / "noorderkoog-2026.yaml")]).findings
    assert (missing.code, missing.suggestion) == ("BO409", None)


def test_a_kept_answer_depends_on_the_base(frames: Path) -> None:
    day = date(2026, 11, 24)
    setup = Setup(day, day, str(frames / "noorderkoog-2026.yaml"))
    before = setup_stamp("proef", setup)
    assert setup_stamp("proef", setup) == before
    (frames / "los.yaml").write_text("soort: dossier\n", encoding="utf-8")
    assert setup_stamp("proef", setup) == before
    older = frames / "noorderkoog-2025.yaml"
    older.write_bytes(older.read_bytes() + b"# anders\n")
    assert setup_stamp("proef", setup) != before
