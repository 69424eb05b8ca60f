"""What a command imports is what its start costs: a budget per command, in modules and never in seconds.

Over budget: import inside the function that needs it, or split a module so that a command need not take all of it. Only where a
command has really come to do more, the number here goes up.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
ONE = "dossiers/L-0417-rekenen-niveau-2.yaml"
DAY = ("--peildatum", "2026-11-24")
EVENT = (
    "observatie",
    "--datum",
    "2026-11-20",
    "--door",
    "lk",
    "--ondersteuning_gewenst",
    "nee",
    "--gedrag",
    "rustig",
    "--resultaten",
    "gelijk",
    "--toon",
)

PROGRAM = """\
import sys
before = set(sys.modules)
sys.argv = ["bo", *sys.argv[1:]]
from basisondersteuning.cli.entry import main
code = 0
try:
    main()
except SystemExit as end:
    code = end.code
print("MODULES", code, *sorted(set(sys.modules) - before), file=sys.stderr)
"""

TOUCHES_NOTHING = frozenset(
    {"typer", "pydantic", "yaml", "rich", "jinja2", "json", "hashlib", "shutil", "inspect", "dataclasses"}
)
"""What a command need not have that only shows a page of text."""
READS_NOTHING = frozenset({"pydantic", "yaml", "rich", "jinja2", "email", "asyncio", "multiprocessing", "prompt_toolkit"})
"""What a command need not have that reads no record, or none that changed."""
ASKS_NOBODY = frozenset({"rich", "jinja2", "sqlite3", "asyncio", "multiprocessing", "prompt_toolkit", "watchfiles", "pygls"})
"""What a command need not have that reads one record and writes text."""


class Budget(NamedTuple):
    """How many modules of ours and of others a command may import, and which it may not."""

    ours: int
    others: int
    forbidden: frozenset[str]
    warm: bool = False
    """Measured the second time, when what was found has been kept."""


BUDGETS = {
    ("--version",): Budget(4, 6, TOUCHES_NOTHING),
    (): Budget(12, 32, TOUCHES_NOTHING),
    ("--help",): Budget(10, 32, TOUCHES_NOTHING),
    ("--vul-aan", "bash", ":esc"): Budget(15, 38, TOUCHES_NOTHING - {"json"}),
    ("--vul-aan", "bash", "escalate", ":L-"): Budget(15, 38, TOUCHES_NOTHING - {"json"}),
    ("escalate", "--help"): Budget(62, 124, READS_NOTHING),
    ("log", "--help"): Budget(19, 116, READS_NOTHING),
    ("overview", "--help"): Budget(70, 124, READS_NOTHING),
    ("escalate", ONE, *DAY): Budget(106, 254, ASKS_NOBODY),
    ("log", ONE, *EVENT, *DAY): Budget(130, 254, ASKS_NOBODY),
    ("escalate", "dossiers", *DAY): Budget(69, 128, READS_NOTHING, warm=True),
    ("overview", "dossiers", *DAY): Budget(80, 128, READS_NOTHING, warm=True),
    ("validate", "dossiers"): Budget(83, 134, READS_NOTHING, warm=True),
}


@pytest.mark.parametrize("words", BUDGETS, ids=lambda words: " ".join(words)[:40] or "bo")
def test_a_command_keeps_within_its_budget(words: tuple[str, ...], tmp_path: Path) -> None:
    budget = BUDGETS[words]
    found = imported(words, tmp_path)
    for _ in range(3 if budget.warm else 0):  # what was kept does not count when somebody changed `bo` itself in between
        found = min(found, imported(words, tmp_path), key=len)
    tops = {name.split(".")[0] for name in found}
    assert tops & budget.forbidden == set()
    ours = {name for name in found if name.split(".")[0] == "basisondersteuning"}
    assert len(ours) <= budget.ours, sorted(ours)
    assert len(found - ours) <= budget.others, sorted(found - ours)


def imported(words: tuple[str, ...], kept: Path) -> set[str]:
    """The modules that a command imports, beyond what Python has when it starts."""
    env = {**os.environ, "BO_CACHE": str(kept), "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT / "examples",
        env=env,
        stdin=subprocess.DEVNULL,
        check=True,
    )
    name, code, *found = done.stderr.splitlines()[-1].split()
    assert name == "MODULES" and code in ("0", "1") and done.stdout, done.stderr
    return set(found)


def test_the_end_of_a_run_is_not_searched_for_garbage() -> None:
    """A sixth of the time of `bo escalate ONE`: models live to the end anyway."""
    script = (
        "import atexit, gc, sys; sys.argv = ['bo', '--version']\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 0, gc.get_threshold()[0] > 10_000))\n"
        "from basisondersteuning.cli.entry import main; main()\n"
        "atexit.unregister(gc.freeze); gc.freeze()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True True"
