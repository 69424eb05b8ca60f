"""The list of known findings: what was there before and need not be shown again.

A finding is known by its fingerprint; a list says how many there may be of each. The list is JSON, with a finding on
each line, and holds no text of a record.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ...findings.catalogue import desk as codes
from ...findings.finding import Finding, Place, readable

VERSION = 1
"""The version of the list; it goes up when fingerprints are made otherwise."""

_MOST_BYTES = 64 * 1024 * 1024


class NotAList(Exception):
    """A file that is no list of known findings; the message says why, in Dutch."""


class Entry(NamedTuple):
    """One known finding: its fingerprint, its code, the file it was found in, whose file that is, and how often."""

    print: str
    code: str
    file: str
    subject: str | None
    times: int
    line: int


class Baseline:
    """A list that is worked off during a run."""

    def __init__(self, path: str, entries: list[Entry]) -> None:
        self.path = path
        self._entries = entries
        self._left: dict[str, int] = {}
        for one in entries:
            self._left[one.print] = self._left.get(one.print, 0) + one.times
        self._files = {one.file for one in entries}
        self._read: set[str] = set()

    def reads(self, path: str) -> None:
        """Remember that a file was read, if it is in the list: only of such a file a finding can be gone."""
        if path in self._files:
            self._read.add(path)

    def knows(self, print: str) -> bool:
        """Whether one more finding with this fingerprint was known; it is then used up."""
        left = self._left.get(print, 0)
        if left:
            self._left[print] = left - 1
        return left > 0

    def stale(self, keeps: Callable[[str], bool]) -> Iterator[Finding]:
        """What is in the list and was not found, of files that were read or are there no more; only codes that `keeps` keeps."""
        for one in self._entries:
            if not keeps(one.code):
                continue
            gone = min(self._left.get(one.print, 0), one.times)
            if not gone or (one.file not in self._read and os.path.exists(one.file)):
                continue
            self._left[one.print] -= gone
            message = f"{one.code} in {readable(one.file)} was bekend en komt niet meer voor."
            yield codes.STALE.at(Place(self.path, one.line, 1), message, subject=one.subject)


def read_baseline(path: str) -> Baseline:
    """Read a list. Raises `NotAList` for a file that is none, and OSError when it cannot be read."""
    with open(path, "rb") as file:
        data = file.read(_MOST_BYTES + 1)
    try:
        text = data.decode("utf-8-sig") if len(data) <= _MOST_BYTES else ""
        found = json.loads(text)
        if not isinstance(found, dict) or found.get("soort") != _KIND:
            raise NotAList("dit is geen lijst van bekende bevindingen.")
        if found.get("versie") != VERSION:
            raise NotAList(
                "deze lijst is van een andere versie van `bo`. Schrijf met --baseline-schrijf een nieuwe, onder een andere naam."
            )
        lines = {line.split('"')[3]: number for number, line in enumerate(text.split("\n"), 1) if line.startswith(_LINE)}
        return Baseline(path, [_entry(one, lines) for one in found["bevindingen"]])
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        raise NotAList("dit is geen lijst van bekende bevindingen, of zij is beschadigd.") from None


def _entry(data: dict[str, object], lines: dict[str, int]) -> Entry:
    print, code, file = (str(data[key]) for key in ("vingerafdruk", "code", "bestand"))
    count, subject = data.get("aantal", 1), data.get("betreft")
    if not isinstance(count, int) or count < 1:
        raise ValueError(count)
    return Entry(print, code, file, None if subject is None else str(subject), count, lines.get(print, 0))


_KIND = "bekende_bevindingen"
_LINE = '{"vingerafdruk": "'


class Known:
    """Gathers the findings of a run, to be written as a list."""

    def __init__(self) -> None:
        self._found: dict[str, Finding] = {}
        self._count: Counter[str] = Counter()

    def add(self, finding: Finding, print: str) -> None:
        """Count one finding."""
        self._found.setdefault(print, finding)
        self._count[print] += 1

    def __len__(self) -> int:
        return self._count.total()

    def text(self) -> str:
        """The list, a finding on each line, by file."""
        lines = []
        for print, one in sorted(self._found.items(), key=lambda item: (item[1].sort_key, item[0])):
            whose = {"betreft": one.subject} if one.subject is not None else {}
            entry = {"vingerafdruk": print, "code": one.code, "bestand": one.place.file, **whose, "aantal": self._count[print]}
            lines.append(json.dumps(entry))
        head = f'{{"soort": "{_KIND}", "versie": {VERSION}, "bevindingen": ['
        return "\n".join([head, ",\n".join(lines), "]}"]) + "\n"
