"""The letters to schools, made from what schools sent, and read back."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from running import Bo, Done

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)
SWV = str(ROOT / "examples" / "samenwerkingsverband.yaml")


def desk_of_swv(desk: Path) -> Path:
    """The examples, with what schools sent in a folder `ingezonden`, and without the settings of one school."""
    shutil.copytree(ROOT / "examples-ingezonden", desk / "ingezonden")
    for path in desk.rglob("bo.yaml"):
        path.unlink()
    return desk


def letters(bo: Bo, *options: str, paths: tuple[str, ...] = ("ingezonden",)) -> Done:
    return bo("render", "terugkoppeling", *paths, "--peildatum", str(DAY), "--out", "brieven", *options)


def letter(folder: Path, school: str) -> str:
    return (folder / "brieven" / f"terugkoppeling-{school}-2026-2027.md").read_text(encoding="utf-8")


def changed(path: Path, *pairs: tuple[str, str], to: Path | None = None) -> None:
    """Change words in a file, or in a copy of it."""
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (to or path).write_text(text, encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading; empty when it is not there."""
    found = re.search(rf"^###? {re.escape(heading)}$(.*?)(?=^###? |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""
