"""The help of every command: Dutch, with examples that exist, and every option explained."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from typing import Any

import pytest
from typer.main import get_command

from basisondersteuning.cli.commands import COMMANDS, GROUPS, overview
from basisondersteuning.cli.dutch import examples_in
from running import Bo


def tree() -> dict[str, Any]:
    """Every command, `kader list` too, by its words."""
    found: dict[str, Any] = {}

    def walk(words: str, command: Any) -> None:
        found[words] = command
        for name, one in getattr(command, "commands", {}).items():
            walk(f"{words} {name}", one)

    for name, (module, _) in COMMANDS.items():
        walk(name, get_command(import_module(f"basisondersteuning.cli.{module}").app))
    return found


TREE = tree()
LEAVES = [words for words, command in TREE.items() if not getattr(command, "commands", {})]
each_command = pytest.mark.parametrize("words", sorted(TREE))


@each_command
def test_help_is_dutch_and_has_examples(words: str, bo: Bo) -> None:
    done = bo(*words.split(), "--help")
    assert done.code == 0 and done.err == ""
    assert done.out.startswith(f"Gebruik: bo {words} ")
    assert "\nVoorbeelden:\n\n    bo " in done.out
    assert "\nOpties:\n" in done.out and "--help" in done.out
    assert not re.search(r"\b(Usage|Options|Arguments|Commands|Examples|default|required)\b", done.out)


@pytest.mark.parametrize("words", LEAVES)
def test_examples_are_commands_that_exist(words: str) -> None:
    found = examples_in(TREE[words].help or "")
    assert found
    for line in found:
        assert len(line) <= 76, line
        typed = shlex.split(line)
        assert typed[0] == "bo" and " ".join(typed[1:]).startswith(words), line
        known = {key for one in TREE[words].params for key in one.opts}
        if words == "log":  # its options are also the fields of a kind of event
            continue
        for option in (one.split("=")[0] for one in typed if one.startswith("--")):
            assert option in known, line


@each_command
def test_every_option_and_argument_is_explained(words: str) -> None:
    for one in TREE[words].params:
        if not getattr(one, "hidden", False):
            assert getattr(one, "help", ""), f"{words}: {one.opts}"
            assert one.help[0].isupper() or not one.help[0].isalpha() or one.help.split(",")[0].split(" ")[0].islower()


def test_every_command_stands_in_one_group() -> None:
    listed = [name for names in GROUPS.values() for name in names]
    assert sorted(listed) == sorted(COMMANDS)


def test_the_overview_is_about_what_one_wants() -> None:
    page = overview("0")
    assert [line for line in page.split("\n") if line in GROUPS] == list(GROUPS)
    assert page.index("Elke dag") < page.index("log") < page.index("Schrijven")


def test_help_stands_beside_the_subcommands_of_a_group(bo: Bo) -> None:
    page = bo("kader", "--help").out
    assert "    bo kader list\n" in page and "    bo kader diff" in page
