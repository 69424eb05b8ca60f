"""What all tests share: `bo` and a desk to use it at, and parts of the system that a test needs and that may be missing."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from ctypes.util import find_library
from itertools import count
from pathlib import Path

import pytest

from running import Bo

KEPT = tempfile.TemporaryDirectory(prefix="bo-tests-")
"""Where tests keep answers for a next run of `bo`: never in the cache of whoever runs them, and each test by itself."""

_numbers = count()

PARTS = {
    "yaml-language-server": ("yaml-language-server",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "pdftotext": ("pdftotext",),
    "pdfinfo": ("pdfinfo",),
    "java": ("java",),
    "bash": ("bash",),
    "zsh": ("zsh",),
    "fish": ("fish",),
    "libreoffice": ("soffice", "libreoffice"),
}
"""The programs that do for a part, by its name; the first that is there is used."""

LIBRARIES = {"pango": ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")}
"""The libraries of the system that a part needs, by its name; all of them."""


def program(part: str) -> str | None:
    """Where the program for a part is; None when it is not on this machine."""
    return next((path for name in PARTS[part] if (path := shutil.which(name))), None)


def present(part: str) -> bool:
    """Whether a part is on this machine. `calc` is the part of LibreOffice that opens workbooks, a package of its own."""
    if part == "calc":
        office = program("libreoffice")
        return office is not None and (Path(office).resolve().parent / "libsclo.so").exists()
    return all(find_library(one) for one in LIBRARIES[part]) if part in LIBRARIES else program(part) is not None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `needs("PART")` where that part is missing, and say which."""
    os.environ["BO_CACHE"] = os.path.join(KEPT.name, str(next(_numbers)))
    gc.unfreeze()  # a batch in this process froze its objects, and the oldest Hypothesis then misses one of its own
    for mark in item.iter_markers("needs"):
        for part in mark.args:
            if not present(part):
                pytest.skip(f"{part} is missing on this machine")


EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def bo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bo:
    """`bo`, within the test's own process."""
    return Bo(monkeypatch, capsys)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The examples, in a folder of their own that is the current one."""
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path
