"""Where the values at the top of a record stand in its text: what one must know to add to a file without touching the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from yaml import events as ev

from . import parse

BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""

_KEEPS = re.compile(r"[|>][0-9]*\+")


class Form(Enum):
    """How a value is written."""

    BLANK = "nothing behind the key"
    TEXT = "a text"
    DASHES = "a list with a dash for each item"
    BRACKETS = "a list between [ and ]"
    OTHER = "a block or braces"


@dataclass(slots=True)
class Value:
    """The value of one key. Places are counted in characters from the start of the text.

    `end` is just behind the last word or bracket; `items` says where each item of a list begins, `last` where the last of
    them ends.
    """

    form: Form
    start: int
    end: int = 0
    items: list[int] = field(default_factory=list)
    last: int = 0


@dataclass(slots=True)
class Places:
    """The keys at the top of a record with the places of their values; `braces` when the record stands between { and }.

    `start` is where the first key stands, `end` where the last value ends.
    """

    values: dict[str, Value] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    braces: bool = False


def places(text: str) -> Places:
    """Find the places in a text that has been parsed before: a mapping without mistakes."""
    return _Walk(text).run()


class _Walk:
    """Goes through the events of the parser once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(found.end() for found in BREAKS.finditer(text))]
        self.found = Places()
        self.content = 0
        """Where the last word or bracket so far ends."""

    def at(self, mark: Any) -> int:
        return int(self.lines[min(mark.line, len(self.lines) - 1)] + mark.column)

    def run(self) -> Places:
        get: Callable[[], Any] = parse.make_parser(self.text.encode()).get_event
        event = get()
        while not isinstance(event, ev.MappingStartEvent):
            event = get()
        self.found.start, self.found.braces = self.at(event.start_mark), bool(event.flow_style)
        while isinstance(key := get(), ev.ScalarEvent):
            value = self._value(get, get())
            self.found.values.setdefault(key.value, value)
        self.found.end = self.content
        return self.found

    def _value(self, get: Callable[[], Any], event: Any) -> Value:
        value = Value(_form(event), self.at(event.start_mark))
        closes: list[bool] = []  # for each open list or block, whether a bracket ends it
        while True:
            if isinstance(event, ev.CollectionEndEvent):
                if closes.pop():
                    self.content = self.at(event.end_mark)
            else:
                if len(closes) == 1 and value.form in (Form.DASHES, Form.BRACKETS):
                    value.items.append(self.at(event.start_mark))
                if isinstance(event, ev.ScalarEvent):
                    self.content = self._end_of_text(event)
                elif isinstance(event, ev.CollectionStartEvent):
                    closes.append(bool(event.flow_style))
            if not closes:
                break
            value.last = self.content
            event = get()
        value.end = self.content
        return value

    def _end_of_text(self, event: Any) -> int:
        """Behind the last word of a text; a folded text that keeps its blank lines ends behind those."""
        start, end = self.at(event.start_mark), self.at(event.end_mark)
        if event.style not in ("|", ">") or _KEEPS.match(self.text, start):
            return end
        return start + len(self.text[start:end].rstrip())


def _form(event: Any) -> Form:
    if isinstance(event, ev.SequenceStartEvent):
        return Form.BRACKETS if event.flow_style else Form.DASHES
    if isinstance(event, ev.ScalarEvent):
        return Form.TEXT if event.value or event.style else Form.BLANK
    return Form.OTHER
