"""What the documentation shows is true: commands are run, files, codes, options and links exist.

`BO_UPDATE=1 pytest tests/test_docs.py` takes over in the pages what the program writes now.
"""

from __future__ import annotations

import os
import re
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.cli.commands import COMMANDS
from basisondersteuning.findings.catalogue import all_codes
from basisondersteuning.model.facts import fact_kinds
from basisondersteuning.model.kinds import event_models
from basisondersteuning.norms.status import Status
from docs_blocks import ROOT, Command, blocks, commands, fresh_folder, matches, name_of, pages, refreshed, run_page

PAGES = pages()
GUIDE = ROOT / "docs" / "handleiding"
REFERENCE = GUIDE / "opdrachten.md"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
UPDATE = bool(os.environ.get("BO_UPDATE"))
each_page = pytest.mark.parametrize("page", PAGES, ids=name_of)


@cache
def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@cache
def tree(name: str) -> dict[str, dict[str, Any]]:
    """Every command of a module, `kader list` too, with its options by their long name."""
    from typer.main import get_command

    def walk(words: str, command: Any) -> dict[str, dict[str, Any]]:
        found = {
            words: {
                option: one
                for one in command.params
                if one.param_type_name == "option" and not getattr(one, "hidden", False)
                for option in one.opts
                if option.startswith("--")
            }
        }
        for sub, one in getattr(command, "commands", {}).items():
            found.update(walk(f"{words} {sub}", one))
        return found

    return walk(name, get_command(import_module(f"basisondersteuning.cli.{COMMANDS[name][0]}").app))


def shown_commands(page: Path) -> list[Command]:
    return [one for block in blocks(text_of(page)) if block.language == "console" for one in commands(block)]


@each_page
def test_every_command_gives_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    wrong = run_page(page, fresh_folder(tmp_path), update=UPDATE)
    assert not wrong, "\n\n".join(wrong)


@each_page
def test_every_command_is_one_the_test_can_run(page: Path) -> None:
    for block in blocks(text_of(page)):
        if block.language == "console":
            assert block.lines and block.lines[0].startswith("$ "), f"line {block.start}: a console block starts with `$ `"
            continue
        loose = [line for line in block.lines if re.match(r"(\$ |> |PS> )?bo ", line)]
        if block.language not in ("powershell", "sh"):
            assert not loose, f"line {block.start}: put {loose[0]!r} in a console block, so that it is run"
    for command in shown_commands(page):
        words = command.words
        assert words[0] == "bo", f"line {command.start}: only `bo` is run here"
        assert not {"|", ">", ">>", "<", "&&", ";"} & set(words), f"line {command.start}: a plain command, no shell"


@each_page
def test_every_command_has_a_fixed_date(page: Path) -> None:
    for command in shown_commands(page):
        words = command.words
        name = " ".join(words[1:3])
        if words[1] not in COMMANDS or name not in tree(words[1]):
            name = words[1]
        options = tree(words[1]).get(name, {}) if words[1] in COMMANDS else {}
        asks_record = words[1] != "explain" or "--regel" in words
        if words[1:3] == ["kader", "diff"]:
            asks_record = len([one for one in words if not one.startswith("-")]) > 5  # two frames, and dossiers
        if words[1] == "validate":  # of what is no SOP the findings are the same on every day
            asks_record = any(word == "examples" or "sops" in word or "ingezonden" in word for word in words)
        if words[1:3] == ["import", "duo"]:  # the file has its own day
            asks_record = False
        if "--peildatum" not in options or "--help" in words or not asks_record or command.exit_code not in (None, 0, 1):
            continue
        assert "--peildatum" in words, f"line {command.start}: without --peildatum the output changes every day"
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}", words[words.index("--peildatum") + 1])


@each_page
def test_installation_lines_name_what_exists(page: Path) -> None:
    name, version = PROJECT["name"], PROJECT["version"]
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for block in blocks(text_of(page)):
        if block.language not in ("powershell", "sh"):
            continue
        for line in block.lines:
            where = f"line {block.start}: {line}"
            for wheel in re.findall(r"[\w.-]+\.whl", line):
                assert wheel == f"{name}-{version}-py3-none-any.whl", where
            for archive in re.findall(r"([\w.-]+)\.zip", line):
                assert archive == f"{name}-{version}", where
            for package, extras in re.findall(r"([\w-]+|\.)\[([\w,]+)\]", line):
                assert package in (name, "."), where
                assert set(extras.split(",")) <= set(PROJECT["optional-dependencies"]), where
            for program in re.findall(r"(?:Scripts[\\/]|bin/)([\w.-]+)", line):
                assert program.removesuffix(".exe") in (*PROJECT["scripts"], "pip", "python", "activate"), where
            for word in re.findall(r"(?:^|[;&\s\\/])bo(?:\.exe)? ([a-z]+)", line):
                assert word in COMMANDS, where
            for target in re.findall(r"^(?:\$ )?make ([a-z-]+)", line):
                assert target in targets, where


def test_installation_page_names_the_python_that_is_needed() -> None:
    needed = PROJECT["requires-python"].removeprefix(">=")
    assert f"Python {needed}" in text_of(GUIDE / "1-installeren.md")


def test_every_command_and_option_is_documented() -> None:
    everything = "\n".join(text_of(page) for page in PAGES)
    missing = []
    for name in COMMANDS:
        for words, options in tree(name).items():
            if not re.search(rf"\bbo {words}\b", everything):
                missing.append(f"bo {words}")
            missing += [
                f"bo {words} {option}"
                for option in options
                if not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", everything)
            ]
    assert not missing, f"no page mentions {', '.join(missing)}"


def test_the_reference_shows_the_help_of_every_command() -> None:
    shown = {one.text for one in shown_commands(REFERENCE)}
    wanted = ["bo --help", *(f"bo {words} --help" for name in COMMANDS for words in tree(name))]
    new = [one for one in wanted if one not in shown]
    if new and UPDATE:
        added = "".join(f"\n## {one.removesuffix(' --help')}\n\n```console\n$ {one}\n?\n```\n" for one in new)
        REFERENCE.write_text(text_of(REFERENCE) + added, encoding="utf-8", newline="\n")
        pytest.fail("commands added to the reference; update once more for their help, and give each its place")
    assert shown == set(wanted)


@each_page
def test_every_code_exists(page: Path) -> None:
    from basisondersteuning.norms.library import open_library

    text = text_of(page)
    unknown = set(re.findall(r"\bBO\d{3}\b", text)) - set(all_codes())
    rules = {code for series in open_library([]).series.values() for frame in series.versions for code in frame.by_code}
    prefixes = {code.split("-")[0] for code in rules}
    named = {one for one in re.findall(r"\b[A-Z]{2,5}-\d+\.\d+\b", prose(text, spans=True)) if one.split("-")[0] in prefixes}
    assert not unknown | (named - rules)


def test_the_page_on_mistakes_says_what_bo_says() -> None:
    rows = re.findall(r"^\| \[(BO\d{3})\]\S+ \| (.+?) \|", text_of(GUIDE / "5-als-het-misgaat.md"), re.M)
    assert len(rows) == 10
    assert dict(rows) == {code: all_codes()[code].title for code, _ in rows}


@pytest.mark.parametrize("page", [GUIDE / "3-oordeel-lezen.md", ROOT / "docs" / "begrippen.md"], ids=name_of)
def test_every_status_is_explained(page: Path) -> None:
    table = text_of(page).split("| Status |")[1].split("\n\n")[0]
    assert re.findall(r"^\| ([a-z ]+) \|", table, re.M) == [one.words for one in Status]


def test_the_glossary_has_every_kind_of_event() -> None:
    glossary = text_of(ROOT / "docs" / "begrippen.md")
    of_sop = [kind for kind, one in fact_kinds("sop").items() if one.field == "tijdlijn"]
    assert not [kind for kind in (*event_models(), *of_sop) if f"`soort: {kind}`" not in glossary]


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(text_of(page))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, heading = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (heading and heading not in headings(there)):
            dead.append(target)
    assert not dead


def prose(text: str, *, spans: bool = False) -> str:
    """A page without its code blocks, and unless asked for without code within a line."""
    lines = text.split("\n")
    for block in blocks(text):
        lines[block.start : block.start + len(block.lines)] = [""] * len(block.lines)
    kept = "\n".join(lines)
    return kept if spans else re.sub(r"`[^`\n]*`", "``", kept)


def headings(page: Path) -> set[str]:
    """The anchors that headings of a page get."""
    found = re.findall(r"^#+ (.+)$", "\n".join(text_of(page).split("\n")), re.M)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in found}


@each_page
def test_no_page_names_a_place_of_one_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(work|tmp|root|home)/", text_of(page))


@pytest.mark.parametrize("page", [one for one in PAGES if one.is_relative_to(GUIDE)], ids=name_of)
def test_the_manual_writes_every_example_to_a_file(page: Path) -> None:
    """So that no example in the manual stays unchecked."""
    for block in blocks(text_of(page)):
        if block.language == "yaml":
            assert re.match(r"# (bestand|onderaan): \S+$", block.lines[0]), f"line {block.start}"


@pytest.mark.parametrize(
    ("expected", "same"),
    [
        (["a", "b", "c"], True),
        (["a", "..."], True),
        (["...", "c"], True),
        (["a", "...", "c"], True),
        (["...", "b", "..."], True),
        (["a", "...", "b", "...", "c"], True),
        (["a", "c"], False),
        (["...", "b"], False),
        (["b", "..."], False),
        (["...", "x", "..."], False),
        (["a", "b", "...", "b", "c"], False),
    ],
)
def test_lines_left_out(expected: list[str], same: bool) -> None:
    assert matches(expected, ["a", "b", "c"]) is same


def test_an_update_leaves_out_what_the_page_left_out() -> None:
    assert refreshed(["a", "...", "d"], ["a", "b", "c", "e", "d"]) == ["a", "...", "d"]
    assert refreshed(["a", "old", "...", "d"], ["a", "new", "c", "d", "e"]) == ["a", "new", "...", "d", "e"]
    assert refreshed(["a line", "...", "d"], ["a  line", "b", "c", "d"]) == ["a  line", "...", "d"]
    assert refreshed(["?"], ["a", "b"]) == ["a", "b"]


def test_an_update_shows_everything_where_it_cannot_find_what_was_left_out() -> None:
    assert refreshed(["a", "..."], ["x", "y"]) == ["x", "y"]
