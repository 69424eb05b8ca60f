"""A large folder in which one file in twenty is broken, each in a way of the error gallery and under a name that bites.

`make reliability` does the same on 10,000 files.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from benchmarks.dossiers import dossier_text

from basisondersteuning.findings import catalogue
from basisondersteuning.findings.finding import readable
from basisondersteuning.findings.gallery import FOLDER
from running import Bo

FILES = int(os.environ.get("BO_FILES", "2000"))
DAY = ("--peildatum", "2026-11-24")
CASES = sorted(
    one.parent.name
    for one in FOLDER.glob("*/fout.yaml")
    if not (one.parent / "opdracht.txt").exists() and one.stat().st_size < 100_000
)
"""The codes of the gallery that one file in a folder causes."""

TOGETHER = {catalogue.coherence.SAME_PUPIL.code, *(code for code in catalogue.all_codes() if code.startswith("BO80"))}
"""Codes about files together; a file by itself does not give them."""

NAMES = (
    "gewoon {}",
    "twee\nregels {}",
    "\u202eomgekeerd {}",
    "'enkel\" en `dubbel` {}",
    "%s %d %(x)s {{x}} {}",
    "-rf {}",
    "=CMD|'c calc'!A1 {}",
    "<img src=x onerror=alert(1)> {}",
    "\x1b[31mrood\x1b[0m {}",
    "{}" + "ë" * 120,
    "é🙂 {}",
    "geen tekst \udcff\udcfe {}",
    " spaties  {} ",
    "$(touch x);{}",
)

Told: TypeAlias = "Counter[tuple[Any, ...]]"


def told(output: str) -> dict[str, Told]:
    """What was said of each file, without what files show together only."""
    found: dict[str, Told] = {}
    for line in output.splitlines():
        one = json.loads(line)
        if one["code"] not in TOGETHER:
            said = (
                one["code"],
                one["ernst"],
                one.get("regel"),
                one.get("kolom"),
                one["melding"],
                one["herstel"],
                one.get("betreft"),
            )
            found.setdefault(one["bestand"], Counter())[said] += 1
    return found


class Folder:
    """The files, and what each of them by itself must give."""

    def __init__(self, bo: Bo, place: Path) -> None:
        self.place = place
        self.expected: dict[str, Told] = {}
        broken = max(FILES // 20, len(CASES))
        alone = {code: self._alone(bo, code) for code in CASES}
        for number in range(broken):
            code = CASES[number % len(CASES)]
            folder = place / f"{number % 7}" / (f"{number}" if b"kader" in (FOLDER / code / "fout.yaml").read_bytes() else "")
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / (NAMES[number % len(NAMES)].format(number) + ".yaml")
            path.write_bytes((FOLDER / code / "fout.yaml").read_bytes())
            if alone[code]:
                self.expected[readable(os.path.relpath(path, place.parent))] = alone[code]
        texts = [dossier_text(2014, number) for number in range(40)]
        for number in range(FILES - broken):
            text = re.sub(r"id: L-\d+", f"id: L-{number:05}", texts[number % 40], count=1)
            (place / f"{number % 7}" / f"L-{number:05}.yaml").write_text(text, "utf-8")

    def _alone(self, bo: Bo, code: str) -> Told:
        folder = self.place.parent / "alone" / code
        folder.mkdir(parents=True)
        (folder / "fout.yaml").write_bytes((FOLDER / code / "fout.yaml").read_bytes())
        found = told(bo("validate", str(folder), *DAY, "--format", "jsonl", "--geen-cache").out)
        assert len(found) <= 1
        return next(iter(found.values()), Counter())


@pytest.fixture
def folder(bo: Bo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(bo, tmp_path / "map")


def test_every_finding_is_right_and_none_is_lost(bo: Bo, folder: Folder) -> None:
    words = ("validate", "map", *DAY, "--format", "jsonl")
    first = bo(*words, "--geen-cache", "--jobs", "1")
    assert first.code == 1 and first.err == ""
    assert told(first.out) == folder.expected
    assert len(folder.expected) > 80
    for more in (("--geen-cache", "--jobs", "2"), ("--jobs", "2"), ("--jobs", "1"), ("--jobs", "2")):
        assert bo(*words, *more) == first
    assert bo(*words, "--fail-on", "nooit").code == 0
    summary = bo("validate", "map", *DAY).out.splitlines()[-40:]
    assert any(str(FILES - max(FILES // 20, len(CASES))) in one or "dossiers" in one for one in summary)


def test_escalate_judges_every_sound_dossier_and_refuses_the_rest(bo: Bo, folder: Folder) -> None:
    words = ("escalate", "map", *DAY, "--format", "jsonl")
    first = bo(*words, "--geen-cache", "--jobs", "1")
    judged = [one["bestand"] for one in map(json.loads, first.out.splitlines()) if one["oordeel"] is not None]
    assert len(set(judged)) == len(judged)
    assert {one for one in judged if re.search(r"/L-\d{5}\.yaml$", one)} == {
        os.path.relpath(one, folder.place.parent) for one in folder.place.rglob("L-?????.yaml")
    }
    for jobs in ("2", "1"):  # first read, then kept
        assert bo(*words, "--jobs", jobs) == first
    table = bo("escalate", "map", *DAY, "--jobs", "2")
    assert bo("escalate", "map", *DAY, "--jobs", "1") == table
    assert "\x1b" not in table.out and "\u202e" not in table.out
