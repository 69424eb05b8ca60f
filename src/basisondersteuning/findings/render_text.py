"""A finding as the best compilers show it: what, where, the line itself with a marker, what to do."""

from __future__ import annotations

from .finding import Finding, Place, Severity
from .paint import Paint, folded, no_paint

STYLES = {Severity.FOUT: "bold red", Severity.WAARSCHUWING: "bold yellow", Severity.ADVIES: "bold cyan"}


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
    return "\n".join(lines)


def _excerpt(place: Place, label: str, gutter: int, paint: Paint, severity: Severity | None, width: int) -> list[str]:
    margin = " " * gutter
    lines = [f"{margin} {paint('dim', '-->')} {place}" + (f"  ({label})" if label and place.text is None else "")]
    if place.text is None:
        return lines
    room = max(width - gutter - 4, 20)
    shown, column = _window(place.text, place.column - 1, room)
    length = max(min(place.length, len(shown) - column), 1)
    mark = ("^" if severity else "-") * length + (f" {label}" if label else "")
    style = STYLES[severity] if severity else "dim"
    bar = paint("dim", "|")
    lines += [
        f"{margin} {bar}",
        f"{place.line:>{gutter}} {bar} {shown}",
        f"{margin} {bar} {' ' * column}{paint(style, mark)}",
    ]
    return lines


def _window(line: str, column: int, room: int) -> tuple[str, int]:
    """The part of a long line around `column`, and the column within it."""
    if len(line) <= room:
        return line.rstrip(), column
    start = max(0, min(column - room // 3, len(line) - room + 2))
    left = "…" if start else ""
    part = line[start : start + room - 2]
    return f"{left}{part.rstrip()}{'…' if start + room - 2 < len(line) else ''}", column - start + len(left)
