"""A judged file as bytes to keep: ids of pupils at most, never a name, a path or a word of a dossier."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ..findings.finding import Severity, readable
from ..findings.packed import pack_findings, unpack_findings
from ..norms.status import Status
from ..records.seen import fingerprint
from ..records.source import Source, read
from .rows import Brief, Next, Row, StrandRow

if TYPE_CHECKING:
    from .judged import Judged

_STATUSES = tuple(Status)
_WEIGHTS = tuple(Severity)
_PLACE_OF_PATH = "\0"
"""What stands for the path in output that is kept; no output holds it."""


class NameAt(NamedTuple):
    """Where in a file the name of the pupil stands, in bytes, while the file has this fingerprint."""

    start: int
    length: int
    content: str


def name_at(name: str, data: bytes, content: str) -> NameAt | None:
    """Any place in a file with just these bytes; None when the name is written in another way. `content` is its fingerprint."""
    wanted = name.encode("utf-8", "surrogatepass")
    start = data.find(wanted)
    return NameAt(start, len(wanted), content) if start >= 0 else None


def pack(judged: Judged, format: str) -> bytes | None:
    """A judged file as bytes, in three lines: what counts it, what shows it, and what was rendered."""
    row, brief = judged.row, judged.brief
    head = [
        judged.is_record,
        judged.judged,
        judged.pupil,
        None if brief is None else _brief(brief),
        pack_findings(judged.findings, judged.path) if judged.findings else None,
    ]
    body: list[object] | None = None
    if row is not None:
        if row.first_name is not None and judged.name is None:
            return None
        strands = [[*one[:3], _day(one.since), one.ready_for] for one in row.strands]
        first = None if row.next is None else [row.next.status.value, _day(row.next.due), row.next.role, row.next.short]
        body = [judged.name, row.group, strands, first, row.number, row.closed]
    output = _without_path(judged.output, judged.path, format)
    if output is None:
        return None
    lines = [json.dumps(one, separators=(",", ":")) for one in (head, body)]
    return "\n".join([*lines, output]).encode()


def unpack(path: str, format: str, data: bytes) -> Judged:
    """What was packed, of the file under the path by which it is known now."""
    from .judged import Judged

    first, body, output = data.decode().split("\n", 2)
    is_record, judged, pupil, brief, findings = json.loads(first)
    told = _with_path(output, path, format) if output else ""
    return Judged(
        path,
        is_record,
        judged,
        unpack_findings(findings, path) if findings is not None else [],
        tuple(pupil) if pupil is not None else None,
        _briefed(brief, pupil[1], path) if brief is not None else None,
        output=told,
        kept=body if body != "null" else "",
    )


def unpack_row(path: str, pupil: str, brief: Brief, data: str) -> Row:
    """The row of a judged file; the name of the pupil is read from the file, if that is still the same."""
    name, group, strands, first, number, closed = json.loads(data)
    return Row(
        path,
        pupil,
        name_there(path, NameAt(*name)) if name is not None else None,
        group,
        tuple(StrandRow(one[0], one[1], one[2], _read_day(one[3]), one[4]) for one in strands),
        Next(Status(first[0]), _read_day(first[1]), first[2], first[3]) if first is not None else None,
        number,
        brief.remarks,
        closed,
    )


def name_there(path: str, at: NameAt) -> str | None:
    """The name that stands there; None when the file is not what it was."""
    got = read(path)
    if not isinstance(got, Source) or fingerprint(got.data) != at.content:
        return None
    return got.data[at.start : at.start + at.length].decode("utf-8", "replace")


def _brief(one: Brief) -> list[object]:
    worst = -1 if one.worst is None else one.worst.rank
    statuses = [(_STATUSES.index(status), number) for status, number in one.statuses]
    first, second, due = one.urgency[:3]
    return [one.level, worst, one.remarks, statuses, first, second, due.toordinal()]


def _briefed(data: list[Any], pupil: str, path: str) -> Brief:
    level, worst, remarks, statuses, first, second, due = data
    return Brief(
        level,
        None if worst == -1 else _WEIGHTS[worst],
        remarks,
        tuple([(_STATUSES[status], number) for status, number in statuses]),
        (first, second, date.fromordinal(due), pupil, path),
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _path_in(path: str, format: str) -> str:
    """How a path stands in what is rendered."""
    name = readable(path)
    return name if format == "short" else f'"bestand": {json.dumps(name, ensure_ascii=False)}'


def _without_path(output: str, path: str, format: str) -> str | None:
    """The output with a mark where the path stood; None when it stands somewhere else too."""
    token = _path_in(path, format)
    if not output or _PLACE_OF_PATH in output:
        return None if output else ""
    if format != "short":
        return output.replace(token, _PLACE_OF_PATH)
    lines = output.split("\n")
    if not all(line.startswith(token) for line in lines):
        return None
    return "\n".join(_PLACE_OF_PATH + line[len(token) :] for line in lines)


def _with_path(output: str, path: str, format: str) -> str:
    return output.replace(_PLACE_OF_PATH, _path_in(path, format))
