"""A folder with own templates, and `bo sjabloon` on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from basisondersteuning.cli.app import run

HTML = "ot-uitnodiging/ot-uitnodiging.html.j2"
EXTENDS = f'{{% extends "bo/{HTML}" %}}\n'


def bo(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """What a command gives: its exit code, and what it wrote."""
    code = run(["sjabloon", *words])
    got = capsys.readouterr()
    assert "liep vast" not in got.err
    return code, got.out, got.err


def own(text: str | bytes, name: str = HTML) -> Path:
    """A template of one's own."""
    path = Path("sjablonen") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def shorts(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What a check of `sjablonen` finds, as `file:line code`."""
    _, out, _ = bo(capsys, "check", "sjablonen", "--format", "short")
    return [f"{line.split(': ')[0].removeprefix('sjablonen/').rsplit(':', 1)[0]} {line.split()[2]}" for line in out.splitlines()]
