"""What all tests share: parts of the system that a test needs and that may be missing."""

from __future__ import annotations

import shutil

import pytest

PARTS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "pdftotext": ("pdftotext",),
}
"""The programs that do for a part, by its name; the first that is there is used."""


def program(part: str) -> str | None:
    """Where the program for a part is; None when it is not on this machine."""
    return next((path for name in PARTS[part] if (path := shutil.which(name))), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `needs("PART")` where that part is missing, and say which."""
    for mark in item.iter_markers("needs"):
        for part in mark.args:
            if program(part) is None:
                pytest.skip(f"{part} is missing on this machine")
