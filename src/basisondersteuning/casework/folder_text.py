"""A folder of dossiers as a table, most urgent first, with counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..findings.paint import Paint, folded, no_paint
from ..norms.status import URGENCY, Status
from .rows import Row, Totals
from .words import count, level_words, plain, short_date

_STYLE = {Status.TE_LAAT: "red", Status.GESCHONDEN: "red", Status.OPEN: "yellow"}


def table(rows: list[Row], paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """The rows as a table that fits `width` columns (at least 60)."""
    width = max(width, 60)
    head = ("leerling", "gr", "niveau", "sinds", "uiterlijk", "te doen")
    body = [_cells(row) for row in rows]
    fixed = [max([len(head[column]), *(len(cells[column]) for cells in body)]) for column in range(5)]
    fixed[0] = min(fixed[0], 22)
    fixed[2] = min(fixed[2], 16)
    room = max(width - sum(fixed) - 10, 16)
    yield paint("bold", _line(head, fixed, room))
    yield "  ".join(["─" * size for size in fixed] + ["─" * min(room, width)])
    for row, cells in zip(rows, body, strict=True):
        line = _line(cells, fixed, room)
        yield paint(_STYLE[row.tasks[0].status], line) if row.tasks and row.tasks[0].status in _STYLE else line


def _cells(row: Row) -> tuple[str, ...]:
    name = f"{row.pupil} {row.first_name}" if row.first_name else row.pupil
    leading = row.strands[0] if row.strands else None
    level = row.level
    if leading is not None and leading.level != leading.supported:
        level = f"{level} (gaf {leading.level})"
    since = short_date(leading.since) if leading is not None and leading.since else ""
    return (name, str(row.group), level, since, *_next(row))


def _next(row: Row) -> tuple[str, str]:
    if row.tasks:
        task = row.tasks[0]
        more = f" (+{len(row.tasks) - 1})" if len(row.tasks) > 1 else ""
        when = short_date(task.due) if task.due else ""
        status = {Status.TE_LAAT: "te laat: ", Status.GESCHONDEN: "niet nagekomen: ", Status.OPEN: ""}.get(
            task.status, f"{task.status.words}: "
        )
        return when, f"{status}{task.rule} {plain(task.role)}{more}"
    ready = [f"gereed voor {level_words(one.ready_for)} ({plain(one.name)})" for one in row.strands if one.ready_for]
    return "", ready[0] if ready else "niets"


def _line(cells: tuple[str, ...], fixed: list[int], room: int) -> str:
    parts = [_fit(cell, size) for cell, size in zip(cells, fixed, strict=False)]
    return "  ".join([*parts, _fit(cells[5], room).rstrip()]).rstrip()


def _fit(text: str, size: int) -> str:
    return f"{text:<{size}}" if len(text) <= size else text[: size - 1] + "…"


def summary(
    totals: Totals, peildatum: date, frame: str, level_order: tuple[str, ...], paint: Paint = no_paint, width: int = 80
) -> Iterator[str]:
    """Counts per niveau and per status."""
    levels = ", ".join(f"{level_words(code)}: {totals.levels[code]}" for code in level_order if totals.levels[code])
    statuses = ", ".join(f"{one.words}: {totals.statuses[one]}" for one in URGENCY if totals.statuses[one])
    shown = paint("bold", count(totals.shown, "dossier", "dossiers"))
    yield from folded(
        f"{shown} op peildatum {short_date(peildatum)}, normenkader {frame}",
        width,
        "  ",
        "",
    )
    if levels:
        yield from folded(f"Per niveau: {levels}", width, "  ", "")
    if statuses:
        yield from folded(f"Te doen: {statuses}", width, "  ", "")
    if totals.refused:
        yield from folded(
            f"Niet beoordeeld: {count(totals.refused, 'bestand', 'bestanden')}, zie de bevindingen hieronder",
            width,
            "  ",
            "",
        )
