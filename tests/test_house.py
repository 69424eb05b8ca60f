"""The house stays liveable: sizes, floors, and what start-up may import."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "basisondersteuning"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__init__.py")


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_longer_than_400_lines() -> None:
    assert [f"{path.name}: {lines(path)}" for path in MODULES if lines(path) > 400] == []


def test_the_median_module_is_under_150_lines() -> None:
    assert statistics.median(lines(path) for path in MODULES) < 150


def imported_by(*arguments: str) -> set[str]:
    """The top-level modules that a `bo` command imports."""
    script = (
        "import sys; sys.argv = ['bo', *sys.argv[1:]]\n"
        "from basisondersteuning.cli.entry import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT
    )
    return set(done.stderr.splitlines()[-1].split())


HEAVY = {"typer", "pydantic", "yaml", "rich", "jinja2", "prompt_toolkit"}


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), (), ("--vul-aan", "bash", "escalate", ":L-04")])
def test_what_must_be_instant_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert imported_by(*arguments).isdisjoint(HEAVY)


def test_a_verdict_in_a_pipe_imports_neither_rich_nor_jinja() -> None:
    found = imported_by("escalate", "examples/dossiers", "--peildatum", "2026-11-24")
    assert {"typer", "pydantic", "yaml"} <= found
    assert found.isdisjoint({"rich", "jinja2", "multiprocessing"})


def test_the_overview_names_every_command_with_the_help_it_has() -> None:
    from importlib import import_module

    from basisondersteuning.cli.commands import COMMANDS, overview

    page = overview("0")
    flat = " ".join(page.split())
    for name, (module, text) in COMMANDS.items():
        assert f"  {name} " in page
        assert " ".join(text.split()) in flat
        assert hasattr(import_module(f"basisondersteuning.cli.{module}"), "app")


def test_nothing_in_the_product_opens_a_network_connection() -> None:
    forbidden = ("import socket", "import urllib", "import http", "import requests", "from urllib", "from http")
    guilty = [path.name for path in MODULES if any(word in path.read_text(encoding="utf-8") for word in forbidden)]
    assert guilty == []
