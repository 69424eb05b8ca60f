"""The words of `bo` itself, as they stand in `words.json`: commands, options, what may stand behind them, fields of events."""

from __future__ import annotations

import json
import os
from typing import Any, NamedTuple

WORDS = os.path.join(os.path.dirname(__file__), "words.json")
"""Where the table stands; `survey` makes it, and a test holds it to what the commands take."""


class Word(NamedTuple):
    """A suggestion, and what it means in a few words."""

    text: str
    help: str = ""


class Option(NamedTuple):
    """An option. `value` names what stands behind it, nothing for a switch; `many` says that it may be repeated."""

    help: str
    value: str = ""
    many: bool = False


class Place(NamedTuple):
    """A word that a command takes at a place; with `many` also more of them."""

    value: str
    many: bool = False


class Command(NamedTuple):
    """A command, with the commands below it."""

    help: str
    places: tuple[Place, ...]
    options: dict[str, Option]
    below: dict[str, Command]


class Table(NamedTuple):
    """All of it. `fields` gives the options of `bo log` by kind of event; `choices` the words of a kind of value."""

    commands: dict[str, Command]
    choices: dict[str, tuple[Word, ...]]
    fields: dict[str, dict[str, Option]]


def read_table() -> Table:
    """The table as it comes with `bo`."""
    with open(WORDS, encoding="utf-8") as file:
        return table_of(json.load(file))


def table_of(data: dict[str, Any]) -> Table:
    """The table from its JSON."""
    return Table(
        {name: _command(one) for name, one in data["commands"].items()},
        {name: tuple(Word(*one) for one in words) for name, words in data["choices"].items()},
        {kind: {name: Option(*one) for name, one in fields.items()} for kind, fields in data["fields"].items()},
    )


def _command(data: list[Any]) -> Command:
    text, places, options, below = data
    return Command(
        text,
        tuple(Place(*one) for one in places),
        {name: Option(*one) for name, one in options.items()},
        {name: _command(one) for name, one in below.items()},
    )
