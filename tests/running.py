"""Run a command of `bo` within the test's own process."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from basisondersteuning.cli.app import run


class Done(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    err: str


class Bo:
    """Runs commands; output is 90 columns wide and without colour."""

    def __init__(self, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        patch.setenv("COLUMNS", "90")
        patch.setenv("NO_COLOR", "1")
        patch.setenv("BO_DEBUG", "1")

    def __call__(self, *arguments: str) -> Done:
        self.capsys.readouterr()
        code = run([*arguments])
        return Done(code, *self.capsys.readouterr())
