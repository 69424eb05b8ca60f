"""The counts on the screen: a row for each school, and for each transition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...findings.paint import Paint, folded, no_paint
from ...model.words import count, long_date, short_date
from .record import About
from .tally import TOGETHER, Published

MARK = "*"
"""What stands for a hidden count in a narrow table."""

SUM = "samen"


def tally_text(published: Published, about: About, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """The tables, with how was counted."""
    yield from folded(f"Leerlingen op {long_date(about.period.last)}, normenkader {about.frame}", width, "  ", "")
    yield ""
    found = {(one.what, one.school, one.before, one.level): one.number for one in published.lines}
    shown = {key: MARK if number is None else str(number) for key, number in found.items()}
    names = {row: row if row != TOGETHER else SUM for row in published.rows}
    body = [
        [
            name,
            *(shown["op_niveau", row, "", level] for level in published.levels),
            shown["plichten_lopend", row, "", ""],
            shown["plichten_te_laat", row, "", ""],
        ]
        for row, name in names.items()
    ]
    yield from grid(["school", *published.levels, "te doen", "te laat"], body, paint, width)
    yield ""
    period = f"van {short_date(about.period.first)} tot en met {short_date(about.period.last)}"
    if published.moves:
        yield f"Overgangen {period}"
        yield ""
        moves = [
            [f"{before} naar {after}", *(shown["overgangen", row, before, after] for row in names)]
            for before, after in published.moves
        ]
        yield from grid(["overgang", *names.values()], moves, paint, width)
    else:
        yield f"Geen overgangen {period}."
    yield ""
    for line in _notes(published, about):
        yield from folded(line, width, "  ", "")


def _notes(published: Published, about: About) -> Iterator[str]:
    yield (
        "Niveau: wat het dossier onderbouwt. Te doen: leerlingen bij wie nog iets moet, binnen de termijn. Te laat: leerlingen"
        " bij wie een termijn voorbij is. Overgangen: wat er gebeurde."
    )
    if published.hides:
        yield (
            f"{MARK}: afgeschermd. Het zijn 1 tot en met {about.threshold - 1} leerlingen, of het aantal zou laten zien hoe groot"
            " zo'n kleine groep is."
        )
    if about.left_out:
        number = count(about.left_out, "bestand telt", "bestanden tellen")
        yield f"{number} niet mee: niet te beoordelen, of dubbel."


def grid(head: Sequence[str], rows: Sequence[Sequence[str]], paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """A table whose first column is at the left and the rest at the right; what is too wide goes on in a next table."""
    sizes = [max(len(line[column]) for line in (head, *rows)) for column in range(len(head))]
    start = 1
    while start < len(head):
        end, used = start, sizes[0]
        while end < len(head) and (end == start or used + 2 + sizes[end] <= width):
            used += 2 + sizes[end]
            end += 1
        if start > 1:
            yield ""
        for number, line in enumerate((head, *rows)):
            cells = [f"{line[column]:>{sizes[column]}}" for column in range(start, end)]
            made = "  ".join([f"{line[0]:<{sizes[0]}}", *cells])
            yield paint("bold", made) if not number else made
            if not number:
                yield "  ".join("─" * sizes[column] for column in (0, *range(start, end)))
        start = end
