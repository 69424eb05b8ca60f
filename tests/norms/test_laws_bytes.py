"""The same input gives the same bytes: of the real program, whatever the hash seed, the number of processes or the order."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples" / "dossiers"
FORMATS = ("text", "json", "jsonl")


def bo(*words: str, seed: str = "0", folder: Path = ROOT) -> bytes:
    """What `bo` writes on standard output under a hash seed; an error of its own is no result."""
    env = {**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "basisondersteuning", *words], cwd=folder, env=env, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout
    return done.stdout


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("series", ["kop-van-noord-holland", "landelijk"])
def test_of_a_folder(form: str, series: str) -> None:
    words = ("escalate", "examples", "--peildatum", "2026-11-24", "--kader", series, "--format", form)
    first = bo(*words, "--jobs", "1", seed="1")
    assert first == bo(*words, "--jobs", "1", seed="2")
    assert first == bo(*words, "--jobs", "2", seed="3")


@pytest.mark.parametrize("form", FORMATS)
def test_of_one_dossier_with_its_story(form: str) -> None:
    path = "examples/dossiers/L-0419-twee-vakgebieden.yaml"
    words = ("escalate", path, "--peildatum", "2026-11-24", "--format", form)
    assert bo(*words, seed="1") == bo(*words, seed="2")
    story = ("explain", path, "--peildatum", "2026-11-24", "--regel", "KNH-1.4")
    assert bo(*story, seed="1") == bo(*story, seed="2")


@pytest.mark.parametrize("form", ["text", "json"])
def test_of_a_frame_put_to_the_test(form: str) -> None:
    words = ("kader", "test", "examples/kaders", "--mutaties", "--uitgebreid", "--format", form)
    assert bo(*words, seed="1") == bo(*words, seed="2")


def shuffled(source: Path, target: Path, seed: int) -> None:
    """The same dossier with its timeline in another order; what is said with a line number says other numbers then."""
    record = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    events = [{key: value for key, value in one.items() if value != ""} for one in record["tijdlijn"]]  # blank: not filled in
    random.Random(seed).shuffle(events)
    record["tijdlijn"] = events
    target.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")


def test_of_a_record_in_another_order(tmp_path: Path) -> None:
    """The table of all examples is the same to the byte; it names no lines."""
    folders = [tmp_path / name for name in ("een", "twee")]
    for seed, folder in enumerate(folders):
        folder.mkdir()
        for source in sorted(EXAMPLES.glob("*.yaml")):
            shuffled(source, folder / source.name, seed)
    words = ("escalate", ".", "--peildatum", "2026-11-24", "--swv", str(ROOT / "examples" / "samenwerkingsverband.yaml"))
    first, second = (bo(*words, folder=one) for one in folders)
    assert first == second
    assert b"19 dossiers op peildatum" in first
    assert re.search(rb"^L-0417 ", first, re.MULTILINE)
