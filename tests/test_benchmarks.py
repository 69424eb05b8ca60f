"""The made-up dossiers of the benchmarks: sound, of a real size, and the same for the same seed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from benchmarks.dossiers import dossier_text, write_dossiers
from benchmarks.events import MAKERS
from benchmarks.sops import school_of, sop_text, write_sops

from basisondersteuning.model.kinds import event_models
from basisondersteuning.records.load import load

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made") / "dossiers"
    write_dossiers(made, 5, seed=7)
    return made


def test_sound_and_of_a_real_size(folder: Path) -> None:
    paths = sorted(folder.glob("*.yaml"))
    assert len(paths) == 5
    for path in [*paths, folder.parent / "samenwerkingsverband.yaml"]:
        loaded = load(str(path), today=TODAY)
        assert loaded.record is not None and loaded.findings == []
    for path in paths:
        assert 3000 < path.stat().st_size < 10_000


def test_the_same_for_the_same_seed(folder: Path) -> None:
    assert (folder / "L-00003.yaml").read_text(encoding="utf-8") == dossier_text(7, 3) != dossier_text(8, 3)


def test_every_kind_of_event_can_be_made() -> None:
    assert set(MAKERS) == set(event_models())


def test_sops_are_sound_and_of_schools_of_their_own(tmp_path: Path) -> None:
    write_sops(tmp_path, 120, seed=7)
    paths = sorted(tmp_path.rglob("*.yaml"))
    assert len(paths) == 120 == len({school_of(number) for number in range(120)})
    for path in paths[::12]:
        loaded = load(str(path), today=TODAY)
        assert loaded.sound and loaded.kind == "sop"
        assert 4000 < path.stat().st_size < 10_000
    assert sop_text(7, 3) != sop_text(8, 3)
