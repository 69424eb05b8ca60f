"""Reads the code blocks of a Markdown page and runs what they show; the conventions stand in `docs/handleiding`.

- ```` ```console ````: a line `$ bo ...` is a command, what follows is exactly what it writes; `...` on a line of its
  own stands for lines left out. `# exit 2` behind a command asks for that exit code; without it 0 and 1 are fine.
- ```` ```yaml ```` and ```` ```csv ```` with `# bestand: NAME` as its first line is written to that file, with
  `# onderaan: NAME` added at the end of it, before the commands further down the page run.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = "..."
_FENCE = re.compile(r"^(`{3,}|~{3,})\s*([\w+-]*)\s*$")
_EXIT = re.compile(r"\s+# exit (\d+)\s*$")
_FILE = re.compile(r"^# (bestand|onderaan): (\S+)$")


@dataclass(frozen=True)
class Block:
    """A fenced block; `start` is the index, in the lines of the page, of its first line."""

    language: str
    start: int
    lines: list[str]


@dataclass(frozen=True)
class Command:
    """A command of a console block with the output it should give; `start` and `end` delimit that output."""

    text: str
    exit_code: int | None
    start: int
    end: int
    expected: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        return shlex.split(self.text)


def pages() -> list[Path]:
    """Every Markdown page that is shown to people."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order; a fence that is never closed is an error."""
    found: list[Block] = []
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        opening = _FENCE.match(lines[index])
        index += 1
        if not opening:
            continue
        start = index
        while lines[index].rstrip() != opening[1]:
            index += 1
            if index == len(lines):
                raise ValueError(f"line {start}: this block is never closed")
        found.append(Block(opening[2], start, lines[start:index]))
        index += 1
    return found


def commands(block: Block) -> list[Command]:
    """The commands of a console block. Blank lines behind an output belong to the page, not to the output."""
    starts = [index for index, line in enumerate(block.lines) if line.startswith("$ ")]
    found = []
    for start, end in pairwise([*starts, len(block.lines)]):
        line = block.lines[start]
        annotated = _EXIT.search(line)
        last = end
        while last > start + 1 and not block.lines[last - 1].strip():
            last -= 1
        found.append(
            Command(
                _EXIT.sub("", line)[2:].strip(),
                int(annotated[1]) if annotated else None,
                block.start + start + 1,
                block.start + last,
                block.lines[start + 1 : last],
            )
        )
    return found


def fresh_folder(folder: Path) -> Path:
    """A folder in which the commands of a page run: the examples, and whatever the page writes itself."""
    for name in ("examples", "examples-ingezonden"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    return folder


def write_file(block: Block, folder: Path) -> bool:
    """Write the file that a YAML block names; False when it names none."""
    named = _FILE.match(block.lines[0]) if block.lines else None
    if not named:
        return False
    path = (folder / named[2]).resolve()
    assert path.is_relative_to(folder.resolve()), f"{named[2]} lies outside the folder"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w" if named[1] == "bestand" else "a", encoding="utf-8", newline="\n") as file:
        first = 0 if block.language == "yaml" else 1  # in YAML the name is a comment, elsewhere it is not
        file.write("\n".join(block.lines[first:]) + "\n")
    return True


def run(command: Command, folder: Path) -> tuple[list[str], int]:
    """Run a command as a user would; gives what it wrote (both streams) and its exit code."""
    words = command.words
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("BO_", "PYTHON"))}
    done = subprocess.run(
        [sys.executable, "-m", "basisondersteuning", *words[1:]],
        cwd=folder,
        env={**environment, "COLUMNS": "80", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=30,
        check=False,
    )
    lines = [line.rstrip() for line in done.stdout.decode("utf-8").rstrip().splitlines()]
    return lines, done.returncode


def matches(expected: list[str], actual: list[str]) -> bool:
    """Whether an output is what the page shows, where `...` stands for any lines."""
    parts: list[list[str]] = [[]]
    for line in expected:
        if line.strip() == LEFT_OUT:
            parts.append([])
        else:
            parts[-1].append(line.rstrip())
    if len(parts) == 1:
        return parts[0] == actual
    first, *middle, last = parts
    if actual[: len(first)] != first or (last and actual[-len(last) :] != last):
        return False
    position, end = len(first), len(actual) - len(last)
    for part in middle:
        while position + len(part) <= end and actual[position : position + len(part)] != part:
            position += 1
        position += len(part)
    return position <= end


def refreshed(expected: list[str], actual: list[str]) -> list[str]:
    """The output as it is now, with what the page left out still left out as far as it can be found again."""
    shown = [line.rstrip() for line in expected if line.strip() != LEFT_OUT]
    gaps: list[int] = []
    seen = 0
    for line in expected:
        if line.strip() == LEFT_OUT:
            gaps.append(seen)
        else:
            seen += 1
    place = _aligned(shown, actual)
    hidden: set[int] = set()
    openings: set[int] = set()
    for number, gap in enumerate(gaps):
        above = range(gaps[number - 1] if number else 0, gap)
        below = range(gap, gaps[number + 1] if number + 1 < len(gaps) else len(shown))
        found_above = [one for one in above if one in place]
        found_below = [one for one in below if one in place]
        if (above and not found_above) or (below and not found_below):
            continue  # where the gap began or ended cannot be seen any more: show everything, for a person to cut
        # as many lines stay on either side as were there, also where they read differently now
        before = place[found_above[-1]] + gap - 1 - found_above[-1] if found_above else -1
        after = place[found_below[0]] - (found_below[0] - gap) if found_below else len(actual)
        if after - before > 1:
            hidden.update(range(before + 1, after))
            openings.add(before + 1)
    result = []
    for index, line in enumerate(actual):
        if index in openings:
            result.append(LEFT_OUT)
        if index not in hidden:
            result.append(line)
    return result


def _aligned(shown: list[str], actual: list[str]) -> dict[int, int]:
    """Where the lines of a page are found in the output: the same line, or else one much like it in between."""
    place: dict[int, int] = {}
    for start, other, size in SequenceMatcher(None, shown, actual, autojunk=False).get_matching_blocks():
        place.update({start + step: other + step for step in range(size)})
    for index, line in enumerate(shown):
        if index in place or not line:
            continue
        low = max((place[one] for one in place if one < index), default=-1)
        high = min((place[one] for one in place if one > index), default=len(actual))
        close = get_close_matches(line, actual[low + 1 : high], 1, 0.75)
        if close:
            place[index] = actual.index(close[0], low + 1, high)
    return place


def run_page(page: Path, folder: Path, *, update: bool = False) -> list[str]:
    """Run a page from top to bottom; gives what is wrong with it. With `update` its outputs are rewritten instead."""
    text = page.read_text(encoding="utf-8")
    lines = text.split("\n")
    wrong: list[str] = []
    changes: list[tuple[int, int, list[str]]] = []
    for block in blocks(text):
        if block.language in ("yaml", "csv"):
            write_file(block, folder)
        if block.language != "console":
            continue
        for command in commands(block):
            where = f"{name_of(page)}:{command.start}: {command.text}"
            actual, code = run(command, folder)
            if any(line.startswith("Traceback") for line in actual):
                wrong.append(f"{where}\n" + "\n".join(actual))
                continue
            allowed = (0, 1) if command.exit_code is None else (command.exit_code,)
            if code not in allowed:
                wrong.append(f"{where}\nexit code {code}\n" + "\n".join(actual))
                continue
            if command.expected and not matches(command.expected, actual):
                changes.append((command.start, command.end, refreshed(command.expected, actual)))
                if not update:
                    wrong.append(f"{where}\nwrites now (BO_UPDATE=1 takes it over):\n" + "\n".join(actual))
    if update and changes:
        for start, end, output in reversed(changes):
            lines[start:end] = output
        page.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return wrong
