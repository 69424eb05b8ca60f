"""A folder of dossiers as a table, most urgent first, with counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..findings.paint import Paint, folded, no_paint
from ..model.words import count, level_words, plain, short_date, with_article
from ..norms.status import URGENCY, Status
from .role_words import short_role
from .rows import Row, Totals

AS_TABLE, WITH_WHO, WITH_SINCE = 68, 88, 108
"""From which width on there is a table, and from which it says who, and since when."""

_STYLE = {Status.TE_LAAT: "red", Status.GESCHONDEN: "red", Status.OPEN: "yellow"}


def table(rows: list[Row], paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """The rows as a table that fits `width` columns; narrow ones leave out since when, and who, and then there is none."""
    if width < AS_TABLE:
        yield from _stacked(rows, paint, width)
        return
    head = ["leerling", "gr", "niveau", "sinds", "uiterlijk", "nr", "wie", "eerst te doen"]
    body = [_cells(row) for row in rows]
    for cells in (head, *body):
        if width < WITH_WHO:
            del cells[6]
        if width < WITH_SINCE:
            del cells[3]
    sizes = [max([len(head[column]), *(len(cells[column]) for cells in body)]) for column in range(len(head) - 1)]
    sizes[0] = min(sizes[0], 22)
    sizes[2] = min(sizes[2], 14)
    room = max(width - sum(sizes) - 2 * len(sizes), 16)
    yield paint("bold", _line(head, sizes, room))
    yield "  ".join(["─" * size for size in [*sizes, room]])
    for row, cells in zip(rows, body, strict=True):
        line = _line(cells, sizes, room)
        yield paint(_STYLE[row.next.status], line) if row.next is not None and row.next.status in _STYLE else line


def _stacked(rows: list[Row], paint: Paint, width: int) -> Iterator[str]:
    """Each pupil on lines of their own."""
    for row in rows:
        name, group, level, _, when, number, who, what = _cells(row)
        yield from (paint("bold", line) for line in folded(f"{name} · groep {group} · {_level(level)}", width, "  ", ""))
        style = _STYLE.get(row.next.status) if row.next is not None else None
        more = f" (en nog {int(number) - 1})" if number not in ("", "1") else ""
        words = " · ".join(one for one in (when, who, f"{what}{more}") if one)
        yield from (paint(style, line) if style else line for line in folded(words, width, "    ", "  "))


def _level(words: str) -> str:
    return f"niveau {words}" if words[:1].isdigit() else words


def _cells(row: Row) -> list[str]:
    name = f"{row.pupil} {row.first_name}" if row.first_name else row.pupil
    leading = row.strands[0] if row.strands else None
    level = row.level
    if not row.closed and leading is not None and leading.level != leading.supported:
        level = f"{level} (geeft {leading.level})"
    since = short_date(leading.since) if leading is not None and leading.since else ""
    number = str(row.number) if row.number else ""
    when, who, what = _next(row)
    return [name, str(row.group), level, since, when, number, who, what]


def _next(row: Row) -> tuple[str, str, str]:
    first = row.next
    if first is not None:
        when = short_date(first.due) if first.due else ""
        status = "" if first.status is Status.OPEN else f"{first.status.words}: "
        return when, short_role(first.role), f"{status}{first.short}"
    ready = [f"gereed voor {with_article(one.ready_for)} ({plain(one.name)})" for one in row.strands if one.ready_for]
    if ready and not row.closed:
        return "", "", ready[0]
    return "", "", "niets; zie de bevindingen bij dit dossier" if row.remarks else "niets"


def _line(cells: list[str], sizes: list[int], room: int) -> str:
    parts = [_fit(cell, size) for cell, size in zip(cells, sizes, strict=False)]
    return "  ".join([*parts, _fit(cells[-1], room).rstrip()]).rstrip()


def _fit(text: str, size: int) -> str:
    return f"{text:<{size}}" if len(text) <= size else text[: size - 1] + "…"


UNTIL = "Met --tot staat wat geen datum heeft er niet bij, behalve wat niet is nagekomen."
"""What is not shown when the user asks what is to be done until a day."""


def summary(
    totals: Totals, peildatum: date, frame: str, level_order: tuple[str, ...], paint: Paint = no_paint, width: int = 80
) -> Iterator[str]:
    """Counts per niveau and per status. Each pupil counts once; of closed dossiers nothing is still to be done."""
    if not totals.shown and totals.judged:
        yield from folded(
            f"Binnen deze keuze valt geen leerling ({count(totals.judged, 'dossier', 'dossiers')} bekeken).", width, ""
        )
        return
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
    if totals.ended:
        yield from folded(f"In afgesloten dossiers nog niet afgerond, hierboven niet geteld: {totals.ended}", width, "  ", "")
    if totals.remarked:
        number = count(totals.remarked, "dossier", "dossiers")
        yield from folded(f"Bevindingen bij {number}; `bo escalate DOSSIER` toont ze per leerling", width, "  ", "")
    if totals.doubles:
        number = count(totals.doubles, "bestand", "bestanden")
        words = f"Niet meegeteld: {number} van een leerling die al een ander dossier heeft, zie de bevindingen hieronder"
        yield from folded(words, width, "  ", "")
    if totals.refused:
        yield from folded(
            f"Niet beoordeeld: {count(totals.refused, 'bestand', 'bestanden')}, zie de bevindingen hieronder",
            width,
            "  ",
            "",
        )
