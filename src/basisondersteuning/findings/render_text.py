"""A finding as the best compilers show it: what, where, the line itself with a marker, what to do."""

from __future__ import annotations

import unicodedata

from .finding import Finding, Place, Severity
from .paint import Paint, folded, no_paint

STYLES = {Severity.FOUT: "bold red", Severity.WAARSCHUWING: "bold yellow", Severity.ADVIES: "bold cyan"}

_UNSAFE: dict[int, int | str] = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x09: "→",
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys((0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF), "\ufffd"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)), "\ufffd"),
}
"""Characters that would steer a terminal or turn the order of the text around; each becomes one that shows."""


def text(finding: Finding, paint: Paint = no_paint, width: int = 80) -> str:
    """Render one finding over several lines, with excerpts. For the person at the screen only: it shows the record."""
    head = f"{finding.severity.value}[{finding.code}]"
    lines = folded(f"{head}: {finding.message}", width, "  ", "")
    lines[0] = paint(STYLES[finding.severity], head) + lines[0].removeprefix(head)
    gutter = len(str(max([finding.place.line, *(one.place.line for one in finding.related)])))
    lines += _excerpt(finding.place, "", gutter, paint, finding.severity, width)
    for one in finding.related:
        lines += _excerpt(one.place, one.label, gutter, paint, None, width)
    first = " " * gutter + " = doe: "
    lines += [paint("green", line) for line in folded(finding.remedy, width, " " * len(first), first)]
    if finding.norm is not None:
        source = f"{finding.norm.source}; aan zet: {finding.norm.role.replace('_', ' ')}"
        lines += folded(source, width, " " * (gutter + 9), " " * gutter + " = bron: ")
    return "\n".join(lines)


def _excerpt(place: Place, label: str, gutter: int, paint: Paint, severity: Severity | None, width: int) -> list[str]:
    margin = " " * gutter
    lines = [f"{margin} {paint('dim', '-->')} {place}" + (f"  ({label})" if label and place.text is None else "")]
    if place.text is None:
        return lines
    room = max(width - gutter - 4, 20)
    column = place.column - 1 - place.start
    shown, column = _window(place.text.translate(_UNSAFE), column, room, place.start > 0)
    length = max(columns(shown[column : column + place.length]), 1)
    mark = ("^" if severity else "-") * min(length, room) + (f" {label}" if label else "")
    style = STYLES[severity] if severity else "dim"
    bar = paint("dim", "|")
    lines += [
        f"{margin} {bar}",
        f"{place.line:>{gutter}} {bar} {shown}".rstrip(),
        f"{margin} {bar} {' ' * columns(shown[:column])}{paint(style, mark)}",
    ]
    return lines


def columns(text: str) -> int:
    """How many columns a text takes on a screen: a wide character takes two, an accent of its own none."""
    if text.isascii():
        return len(text)
    return sum(_columns(one) for one in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _window(line: str, column: int, room: int, cut: bool) -> tuple[str, int]:
    """The part of a line around `column` that fits in `room` columns, and where in that part the column is."""
    line = line.rstrip()
    column = min(max(column, 0), len(line))
    if columns(line) <= room and not cut:
        return line, column
    start = column
    before = 0
    while start > 0 and before + _columns(line[start - 1]) <= (room - 2) // 3:
        start -= 1
        before += _columns(line[start])
    end, used = start, 0
    while end < len(line) and used + _columns(line[end]) <= room - 2:
        used += _columns(line[end])
        end += 1
    while start > 0 and used + _columns(line[start - 1]) <= room - 2:  # near the end of the line: fill up leftwards
        start -= 1
        used += _columns(line[start])
    left = "…" if start or cut else ""
    return f"{left}{line[start:end]}{'…' if end < len(line) else ''}", column - start + len(left)
