"""Runs of `bo validate` over the SOPs of the fixture `region`."""

from __future__ import annotations

from pathlib import Path

from running import Bo

DAY = ("--peildatum", "2026-11-24")


def edit(path: Path, old: str, new: str) -> None:
    """Change the text of a file, which must hold what is changed."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def lines(bo: Bo, *more: str) -> list[str]:
    """The findings, a line each."""
    return bo("validate", "sops", *DAY, "--format", "short", *more).out.splitlines()
