"""Scenarios: folders with a command and what it must give, run through the real program.

A scenario is a folder in `tests/scenarios/` with

- `opdracht.txt`: command lines without `bo`, one a line; `#` starts a comment, `< FILE` at the end feeds standard input;
- `verwacht.txt`, `fouten.txt`: exactly what comes on stdout and stderr (no `fouten.txt`: nothing);
- `exitcode.txt`: the exit codes, one a line;
- `invoer/`: input files, if any.

Commands run in the scenario's own folder where it has `invoer/`, else in the root of the repository. Of more than one
command each output stands under a line `$ bo ...`. Fingerprints of norm frames are masked, so that a change of wording
in a frame does not touch every scenario. `BO_UPDATE=1 pytest tests/test_scenarios.py` writes the expected files anew:
read the diff before you commit it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCENARIOS = sorted(path.parent for path in (Path(__file__).parent / "scenarios").glob("*/opdracht.txt"))
_FINGERPRINT = re.compile(r'("vingerafdruk": )"[^"]*"')


@dataclass
class Result:
    """What all commands of a scenario gave."""

    out: str = ""
    err: str = ""
    codes: str = ""


def run(scenario: Path, cache: Path) -> Result:
    folder = scenario if (scenario / "invoer").is_dir() else ROOT
    lines = [line.strip() for line in (scenario / "opdracht.txt").read_text("utf-8").splitlines()]
    commands = [line for line in lines if line and not line.startswith("#")]
    result = Result()
    for command in commands:
        words, _, source = command.partition(" < ")
        done = subprocess.run(
            [sys.executable, "-m", "basisondersteuning", *shlex.split(words)],
            cwd=folder,
            env=_environment(cache),
            input=(folder / source).read_bytes() if source else b"",
            capture_output=True,
            timeout=60,
            check=False,
        )
        head = f"$ bo {command}\n" if len(commands) > 1 else ""
        out, err = (_FINGERPRINT.sub(r'\1"…"', _text(one)) for one in (done.stdout, done.stderr))
        result.out += head + out
        result.err += head + err if err else ""
        result.codes += f"{done.returncode}\n"
    return result


def _environment(cache: Path) -> dict[str, str]:
    dropped = ("PYTHONUTF8", "PYTHONIOENCODING", "FORCE_COLOR", "BO_DEBUG")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "COLUMNS": "90", "NO_COLOR": "1", "XDG_CACHE_HOME": str(cache)}


def _text(data: bytes) -> str:
    return data.decode("utf-8").replace("\r\n", "\n")


def _expected(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _write(path: Path, text: str) -> None:
    if text:
        path.write_text(text, "utf-8")
    else:
        path.unlink(missing_ok=True)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_scenario(scenario: Path, tmp_path: Path) -> None:
    found = run(scenario, tmp_path)
    files = {"verwacht.txt": found.out, "fouten.txt": found.err, "exitcode.txt": found.codes}
    if os.environ.get("BO_UPDATE") == "1":
        for name, text in files.items():
            _write(scenario / name, text)
    assert found.codes == _expected(scenario / "exitcode.txt"), found.err
    assert found.out == _expected(scenario / "verwacht.txt")
    assert found.err == _expected(scenario / "fouten.txt")


def test_every_folder_is_a_scenario() -> None:
    folders = {path for path in (Path(__file__).parent / "scenarios").iterdir() if path.is_dir()}
    assert folders == set(SCENARIOS)
