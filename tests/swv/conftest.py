"""What tests of the desk share: a small samenwerkingsverband with its SOPs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SOPS = Path(__file__).parents[1] / "scenarios" / "sop-map" / "invoer"


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small samenwerkingsverband with its SOPs, in a folder that is the current one."""
    shutil.copytree(SOPS, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BO_CACHE", str(tmp_path / ".cache"))
    return tmp_path
