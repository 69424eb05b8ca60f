"""The words that can stand where somebody pressed Tab."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from ...casework.pupil_heads import files_in, pupils
from ...records.above import head, upward_from
from .table import Command, Option, Table, Word, read_table

_MOST = 2000
"""Suggestions at most: a shell shows no more, and somebody waits."""

_DAYS = (Word("vandaag"), Word("gisteren"))
_YES_NO = (Word("ja"), Word("nee"))


class Line(NamedTuple):
    """A line as far as it was typed: the words before the one at hand, without `bo`, and what stands of that one."""

    before: tuple[str, ...]
    at: str


def suggest(line: Line, folder: str = ".") -> list[Word]:
    """What can stand at the place of the last word, with an explanation; only what begins as it does."""
    table = read_table()
    found = _Suggesting(table, folder).of(line)
    return [one for one, _ in zip(found, range(_MOST), strict=False)]


class _Suggesting:
    def __init__(self, table: Table, folder: str) -> None:
        self.table = table
        self.folder = folder

    def of(self, line: Line) -> Iterator[Word]:
        if not line.before:
            names = [Word(name, one.help) for name, one in self.table.commands.items()]
            return _starting([*names, Word("--help", "Alle opdrachten"), Word("--version", "De versie van bo")], line.at)
        command = self.table.commands.get(line.before[0])
        if command is None:
            return iter(())
        words = line.before[1:]
        while command.below:
            if not words:
                return _starting([*(Word(name, one.help) for name, one in command.below.items()), _HELP], line.at)
            if words[0] not in command.below:
                return iter(())
            command, words = command.below[words[0]], words[1:]
        return self._within(line.before[0], command, list(words), line.at)

    def _within(self, name: str, command: Command, words: list[str], at: str) -> Iterator[Word]:
        places, used, waiting = self._read(name, command, words)
        if waiting is not None:
            return self._values(waiting.value, at)
        options = self._options(name, command, places)
        option, equals, value = at.partition("=")
        if equals and option in options:
            return (Word(f"{option}={one.text}", one.help) for one in self._values(options[option].value, value))
        if at.startswith("-"):
            left = [Word(key, one.help) for key, one in options.items() if key not in used or one.many]
            return _starting([*left, _HELP], at)
        kinds = command.places
        index = min(len(places), len(kinds) - 1)
        if not kinds or (len(places) >= len(kinds) and not kinds[-1].many):
            return iter(())
        return self._places(name, kinds[index].value, at, places)

    def _read(self, name: str, command: Command, words: list[str]) -> tuple[list[str], set[str], Option | None]:
        """The words in their places, the options that were used, and the option that waits for its value."""
        places: list[str] = []
        used: set[str] = set()
        waiting: Option | None = None
        for word in words:
            if waiting is not None:
                waiting = None
                continue
            key, equals, _ = word.partition("=")
            known = self._options(name, command, places).get(key)
            if known is not None:
                used.add(key)
                waiting = known if known.value and not equals else None
            elif not word.startswith("-") or word == "-":
                places.append(word)
        return places, used, waiting

    def _options(self, name: str, command: Command, places: list[str]) -> dict[str, Option]:
        """The options of a command; of `bo log` with a kind of event also its fields."""
        kind = next((one for one in reversed(places) if one in self.table.fields), None) if name == "log" else None
        return {**command.options, **self.table.fields[kind]} if kind is not None else command.options

    def _places(self, name: str, value: str, at: str, places: list[str]) -> Iterator[Word]:
        if name == "log" and places and not any(one in self.table.fields for one in places):
            yield from self._values("gebeurtenis", at)
            value = "leerling"
        yield from self._values(value, at)

    def _values(self, value: str, at: str) -> Iterator[Word]:
        """The values of a kind: a list from the table, or what is found on disk."""
        if value == "pad":
            yield from self._pupils(at)
            yield from _paths(at, (".yaml", ".yml"))
        elif value == "leerling":
            yield from self._pupils(at)
        elif value == "uitleg":
            yield from _starting(self._rules(), at)
            yield from _starting(self.table.choices["bevinding"], at)
            yield from self._pupils(at)
        elif value == "code":
            yield from _starting(self._rules(), at)
            yield from _starting(self.table.choices["bevinding"], at)
        elif value == "regel":
            yield from _starting(self._rules(), at)
        elif value == "bestand":
            yield from _paths(at, None)
        elif value == "map":
            yield from _paths(at, ())
        elif value == "dag":
            yield from _starting(_DAYS, at)
        elif value == "ja_nee":
            yield from _starting(_YES_NO, at)
        else:
            yield from _starting(self.table.choices.get(value, ()), at)

    def _pupils(self, at: str) -> Iterator[Word]:
        if os.sep in at or "/" in at or at.startswith((".", "~")):
            return
        key = at.lower()
        seen: set[str] = set()
        for ident, _ in pupils(self.folder):
            if ident.lower().startswith(key) and ident not in seen:
                seen.add(ident)
                yield Word(ident, "leerling")

    def _rules(self) -> list[Word]:
        """The rules of the frames that come with `bo`, and of those of the samenwerkingsverband itself."""
        known = list(self.table.choices["regel"])
        seen = {one.text for one in known}
        for code, title in _own_rules(self.folder):
            if code not in seen:
                seen.add(code)
                known.append(Word(code, title))
        return known


_HELP = Word("--help", "Uitleg en voorbeelden")


def _starting(words: list[Word] | tuple[Word, ...], at: str) -> Iterator[Word]:
    key = at.lower()
    return (one for one in words if one.text.lower().startswith(key))


def _paths(at: str, endings: tuple[str, ...] | None) -> Iterator[Word]:
    """Folders, and files with one of these endings (None: any), that begin as `at` does; hidden ones when it begins so."""
    head, tail = os.path.split(at)
    try:
        with os.scandir(os.path.expanduser(head) or ".") as entries:
            found = sorted((one.name, one.is_dir()) for one in entries)
    except OSError:
        return
    fold = str.lower if os.name == "nt" else str
    stem = at[: len(at) - len(tail)]
    for name, is_folder in found:
        if not fold(name).startswith(fold(tail)) or not name.isprintable() or (name.startswith(".") and not tail):
            continue
        if is_folder:
            yield Word(f"{stem}{name}/", "map")
        elif endings is None or name.lower().endswith(endings):
            yield Word(f"{stem}{name}", "")


def _own_rules(folder: str) -> Iterator[tuple[str, str]]:
    """The codes and titles of rules in the folder `kaders`, here or above, read off their lines."""
    for here in upward_from(folder):
        place = os.path.join(here, "kaders")
        if os.path.isdir(place):
            for path in files_in(place, 1):
                yield from _rules_in(path)
            return


def _rules_in(path: str) -> Iterator[tuple[str, str]]:
    lines = (head(path, 400_000) or b"").decode("utf-8", "replace").split("\n")
    for number, line in enumerate(lines):
        if line.startswith("  - code: "):
            after = lines[number + 1].strip() if number + 1 < len(lines) else ""
            title = after[7:].strip(" \"'\r") if after.startswith("titel: ") else ""
            yield line[10:].split("#")[0].strip(" \"'\r"), title
