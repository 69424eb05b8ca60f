"""What files gave, as plain data; and a spool that holds it for many files, so that every report can be made from it.

The spool is a temporary file for the owner only, and is gone when the run ends. No text of a record goes into it.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import lru_cache
from types import TracebackType

from ...findings.finding import Finding
from ...findings.packed import pack_findings, unpack_findings
from ...norms.status import Status
from ..sops.row import Cell, SopRow
from .run import Checked, Sent, Spot

_BLOCK = 1 << 20
"""Bytes that are read back at a time."""


def pack(checked: Checked) -> bytes:
    """What a file gave as JSON, without its path and without text of the record.

    Three parts with a tab between them: the findings, what the rules gave, and the rest.
    """
    sop, sent = checked.sop, checked.sent
    row = None if sop is None else [*sop[1:7], _written(sop.adopted), sop.content]
    findings = [pack_findings(checked.findings, checked.path), checked.prints]
    cells = [] if sop is None else [_packed(one) for one in sop.cells]
    return _TAB.join((_json(findings), _json(cells), _json([checked.kind, checked.pupil, row, sent, checked.hint])))


def unpack(path: str, data: bytes) -> Checked:
    """What was packed, of a file under the path by which it is known now. Raises ValueError and the like for other data."""
    first, judged, rest = data.split(_TAB)
    kind, pupil, sop, sent, hint = json.loads(rest)
    row = None
    if sop is not None:
        school, name, board, year, format, frame, adopted, content = sop
        row = SopRow(path, school, name, board, year, format, frame, _day(adopted), _unpacked(judged), content)
    whose = None
    if sent is not None:
        school, year, frame, format, content, spots, *more = sent
        whose = Sent(school, year, frame, format, content, tuple([Spot(*one) for one in spots]), *more)
    findings, prints = _findings(path, first)
    who = tuple(pupil) if pupil is not None else None
    return Checked(path, kind, tuple(findings), who, row, whose, tuple(prints), hint=hint)


def _findings(path: str, data: bytes) -> tuple[list[Finding], list[str]]:
    if data == _NOTHING:
        return [], []
    findings, prints = json.loads(data)
    return unpack_findings(findings, path), prints


def _json(data: object) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode()


_TAB = b"\t"
_NOTHING = b"[[],[]]"


@lru_cache(4096)  # most schools come to the same with most rules
def _packed(cell: Cell) -> tuple[str, str | None, int, str | None]:
    return cell.rule, None if cell.status is None else cell.status.value, cell.occasions, _written(cell.due)


@lru_cache(1024)  # many schools come to the very same with every rule
def _unpacked(cells: bytes) -> tuple[Cell, ...]:
    return tuple([_cell(*one) for one in json.loads(cells)])


@lru_cache(4096)
def _cell(rule: str, status: str | None, occasions: int, due: str | None) -> Cell:
    return Cell(rule, None if status is None else Status(status), occasions, _day(due))


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


class Spool:
    """Holds what files gave, in order, on disk. Raises OSError when the disk is full.

    A record from standard input cannot be read again when its lines are shown, so that one stays in memory as it is.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the spool, and closes with it
        self._end = 0
        self._from_stdin: list[Checked] = []

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        with suppress(OSError):  # a full disk was reported already
            self._file.close()

    def add(self, checked: Checked) -> None:
        """Put what one file gave at the end."""
        if checked.path == "-":
            line = json.dumps(len(self._from_stdin)).encode() + b"\n"
            self._from_stdin.append(checked)
        else:
            line = json.dumps(checked.path).encode() + b"\t" + pack(checked) + b"\n"
        self._file.write(line)
        self._end += len(line)

    def results(self) -> Iterator[Checked]:
        """Everything that was added, in order; as often as asked, also side by side."""
        for line in self._lines():
            path, tab, data = line.partition(_TAB)
            yield unpack(json.loads(path), data) if tab else self._from_stdin[json.loads(path)]

    def findings(self) -> Iterator[tuple[Finding, str]]:
        """Only the findings, each with its fingerprint: quicker than `results`."""
        for line in self._lines():
            path, tab, data = line.partition(_TAB)
            if not tab:
                one = self._from_stdin[json.loads(path)]
                yield from zip(one.findings, one.prints, strict=True)
            elif not data.startswith(_NOTHING):
                yield from zip(*_findings(json.loads(path), data.partition(_TAB)[0]), strict=True)

    def _lines(self) -> Iterator[bytes]:
        self._file.flush()
        position, rest = 0, b""
        while position < self._end:
            self._file.seek(position)
            block = self._file.read(min(_BLOCK, self._end - position))
            position += len(block)
            *lines, rest = (rest + block).split(b"\n")
            yield from lines
