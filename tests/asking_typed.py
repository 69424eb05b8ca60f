"""Somebody at the keyboard, within the test's own process: what is typed is known beforehand, a line an answer."""

from __future__ import annotations

import io

import pytest

from basisondersteuning.cli.asking import asker


class Typing:
    """Answers to the questions that a command will ask, in the plain way; after the last line the keyboard is gone."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.patch = patch
        patch.setenv("BO_EENVOUDIG", "1")

    def __call__(self, *lines: str) -> None:
        self.patch.setattr("sys.stdin", io.StringIO("".join(f"{one}\n" for one in lines)))
        self.patch.setattr(asker, "is_terminal", lambda _stream: True)
