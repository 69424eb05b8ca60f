"""`bo` running in a folder like that of a school."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from running import Bo

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def bo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bo:
    return Bo(monkeypatch, capsys)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The examples, in a folder of their own that is the current one."""
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path
