"""One thing that is wrong, with its place and its remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

_NUMBER = re.compile(r"[0-9]+")


class Severity(StrEnum):
    """How much a finding weighs; the values are the Dutch words the user types and reads."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    ADVIES = "advies"

    __hash__ = str.__hash__  # an enum's own is Python, and weights are looked up all the time

    rank: int
    """0 is the heaviest."""

    def reaches(self, threshold: Severity | None) -> bool:
        """Whether this weighs at least `threshold`; `None` is a threshold that nothing reaches."""
        return threshold is not None and self.rank <= threshold.rank


for _rank, _one in enumerate(Severity):
    _one.rank = _rank


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file.

    `line` and `column` count from 1, in characters; 0 means the file as a whole. `length` is the width of the
    marker in characters. `text` is the line itself: it may hold pupil data, so formats that travel leave it out.
    Of a very long line `text` is a part, which begins after `start` characters.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    text: str | None = None
    start: int = 0

    @property
    def shown_file(self) -> str:
        """The file name as it can be shown: what is no readable character in it is written as `\\x..`."""
        return readable(self.file)

    def __str__(self) -> str:
        return f"{self.shown_file}:{self.line}:{self.column}" if self.line else self.shown_file


def readable(name: str) -> str:
    """A file name without line ends, control characters and bytes that are no text, which would break output."""
    if name.isprintable():
        return name
    return "".join(one if one.isprintable() else _escaped(one) for one in name)


def _escaped(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # how Python holds a byte that is no UTF-8
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape").decode()


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains the first, with a label such as "hier stond de sleutel al"."""

    place: Place
    label: str


class Norm(NamedTuple):
    """The rule of a norm frame behind a finding: what it asks, where that comes from, who acts, and by when.

    `status` is one of the statuses of `norms.status`, as its word.
    """

    title: str
    source: str
    role: str
    status: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake or remark: its code, its place, what is wrong and what to do.

    With `norm` it is about a rule of a norm frame, and `code` is the code of that rule.

    `message` and `remedy` never repeat a value from the record (the excerpt shows it), so that a finding can be
    sent on. `subject` is the id of the pupil or school, never a name. `suggestion` is the word that was probably
    meant.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    remedy: str
    related: tuple[Related, ...] = ()
    subject: str | None = None
    suggestion: str | None = None
    norm: Norm | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, place and code: the stable order of every list of findings. Rules go by number: KNH-S.2 before KNH-S.12."""
        code = self.code if self.norm is None else _NUMBER.sub(lambda one: one[0].zfill(4), self.code)
        return (self.place.file, self.place.line, self.place.column, code, self.message)
