"""Some files to write, and what became of them: for the tests of writing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from basisondersteuning.records.committing import Write
from basisondersteuning.records.journal import Deed
from basisondersteuning.records.standing import next_again, next_back, standing
from basisondersteuning.records.undoing import known, take_turn

NAMES = ("a.yaml", "b.yaml", "c.yaml")


def writes(folder: Path, *names: str) -> list[Write]:
    return [Write(str(folder / "dossiers" / one), b"oud " + one.encode(), b"nieuw " + one.encode()) for one in names]


def state(folder: Path) -> dict[str, bytes]:
    """All files but those of `bo` itself."""
    return {one.name: one.read_bytes() for one in sorted((folder / "dossiers").iterdir())}


def turn(folder: Path, *, again: bool = False) -> list[str]:
    """Take back, or put back, what is next; `niets` when there is nothing."""
    chosen = (next_again if again else next_back)(standing(known(str(folder)).deeds))
    return ["niets"] if chosen is None else codes(take_turn(chosen))


def taken_back(deed: Deed) -> bool:
    return len(deed.back) == len(deed.entries) and not any(one.busy for one in deed.back.values())


def codes(found: list[Any]) -> list[str]:
    return [one.code for one in found]
