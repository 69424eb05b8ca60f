"""Narrow terminals: no line is wider than the terminal, unless it has no place to break; and colour says nothing on its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from basisondersteuning.cli.commands import COMMANDS
from conftest import EXAMPLES
from running import Bo
from test_help import TREE

DAY = ("--peildatum", "2026-11-24")

COMMANDS_TO_READ = [
    ("escalate", "dossiers", *DAY),
    ("escalate", "L-0417", *DAY),
    ("escalate", "L-0431", *DAY),
    ("overview", "dossiers", *DAY),
    ("validate", "dossiers", "sops", *DAY),
    ("explain", "KNH-1.4"),
    ("explain", "BO204"),
    ("explain", "L-0417", "--regel", "KNH-1.4", *DAY),
    ("ot", "check", "ot", "dossiers", *DAY),
    ("dekking", "sops/2026-2027"),
    ("kengetallen", "kengetallen"),
    ("kader", "list"),
    ("kader", "check", "kaders"),
    ("render",),
    ("schema",),
    ("sjabloon", "list"),
    ("doctor",),
]


def too_wide(text: str, columns: int) -> list[str]:
    """The lines that could have been broken. An example to copy stays whole, and so does a word or a path."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return [line for line in plain.split("\n") if len(line) > columns and " " in _breakable(line, columns)]


def _breakable(line: str, columns: int) -> str:
    """What of a line could stand elsewhere; nothing where it is a command or an excerpt of a file."""
    text = line.strip()
    excerpt = line.startswith("    ") and re.match(r" +(- \{|\w+: \{|fout\[|= doe)", line)
    if excerpt or re.match(r"(bo |→ |-->|\d* *\||\^|#|pip install|chmod|»|«)", text):
        return ""
    if re.fullmatch(r"\w+ {2,}\S+", text):
        return ""  # a label, and one word beside it
    head = line[: columns + 1].rstrip()
    return head.lstrip() if " " in head.strip() else ""


@pytest.mark.parametrize("columns", [80, 60, 40])
@pytest.mark.parametrize("words", sorted(TREE))
def test_help_fits(words: str, columns: int, bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert too_wide(bo(*words.split(), "--help").out, columns) == []


@pytest.mark.parametrize("columns", [80, 60, 40])
@pytest.mark.parametrize("arguments", COMMANDS_TO_READ, ids=lambda one: " ".join(one[:2]))
def test_what_a_command_says_fits(arguments: tuple[str, ...], columns: int, bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    monkeypatch.setenv("COLUMNS", str(columns))
    if arguments[0] == "dekking" and columns < 60:
        return  # a table of schools against areas needs 60 columns
    done = bo(*arguments)
    assert done.out
    assert too_wide(done.out, columns) == []


@pytest.mark.parametrize("columns", [80, 60, 40])
@pytest.mark.parametrize("arguments", [(), ("--help",)], ids=["alone", "help"])
def test_the_first_page_fits(arguments: tuple[str, ...], columns: int) -> None:
    env = {**os.environ, "COLUMNS": str(columns)}
    done = subprocess.run(
        [sys.executable, "-m", "basisondersteuning", *arguments], cwd=EXAMPLES, env=env, capture_output=True, check=True
    )
    assert too_wide(done.stdout.decode(), columns) == []


@pytest.mark.parametrize("arguments", [COMMANDS_TO_READ[0], COMMANDS_TO_READ[1], ("doctor",)], ids=lambda one: one[0])
def test_without_colour_all_words_are_still_there(arguments: tuple[str, ...]) -> None:
    import pexpect

    def shown(**extra: str) -> str:
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "FORCE_COLOR")}
        env = {**kept, "TERM": "xterm-256color", "COLUMNS": "80", **extra}
        program = str(Path(sys.executable).parent / "bo")
        out = pexpect.run(f"{program} {' '.join(arguments)}", cwd=str(EXAMPLES), env=env, encoding="utf-8", timeout=60)
        return str(out)

    coloured, plain = shown(), shown(NO_COLOR="1")
    assert "\x1b[" in coloured and "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).replace("met kleuren", "zonder kleuren (NO_COLOR)").split() == plain.split()


def test_there_is_something_to_read_at_every_width() -> None:
    assert COMMANDS
    assert too_wide("een regel met woorden die te lang is", 20)
    assert not too_wide("    bo escalate dossiers --peildatum 2026-11-24", 20)
    assert not too_wide("https://een-woord-dat-nergens-breekt.example", 20)


def test_wrong_usage_is_folded_between_words_at_a_terminal(tmp_path: Path) -> None:
    from at_terminal import Terminal

    seen = Terminal(tmp_path, columns=60).bo("overview", "--groepen", "5")
    words = " ".join(" ".join(seen.lines).split())
    assert seen.code == 2
    assert "Bedoelde u --groep? Zie `bo overview --help`." in words
    assert len([one for one in seen.lines if one.strip()]) > 1
