"""The coverage of a region for a terminal: letters with a legend, in as many columns as there are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...findings.finding import readable
from ...findings.paint import Paint, folded, no_paint
from ...model.nouns import joined
from ...model.words import count
from .changes import Changes
from .coverage import Coverage, SchoolRow
from .sentences import change_words, counted, gap_lines, listed, title
from .words import LETTER, MISSING, PLACE_WORDS, PLACES, SHORT, UNKNOWN, act_words, area_words, field_words

_COLUMN = 5
_STYLE = {MISSING: "bold red", UNKNOWN: "dim"}


def text(coverage: Coverage, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """The coverage in lines of at most `width` columns (at least 60)."""
    width = max(width, 60)
    yield from _folded(title(coverage), width, "")
    yield from _folded(counted(coverage), width, "")
    if coverage.goal:
        yield from _folded(f"Streefniveau: {coverage.goal}", width, "  ", "")
    yield ""
    yield from _matrix(coverage, paint, width)
    yield ""
    yield from _gaps(coverage, paint, width)
    yield ""
    yield from _boards(coverage, paint, width)
    yield ""
    yield from _acts(coverage, paint, width)
    yield ""
    yield from _fields(coverage, paint, width)
    yield ""
    yield from _development(coverage, paint, width)


def _matrix(coverage: Coverage, paint: Paint, width: int) -> Iterator[str]:
    areas = coverage.areas
    room = _room(coverage, width)
    yield paint("bold", f"{'school':<{room + 9}}" + "".join(f"{SHORT[one.code]:<{_COLUMN}}" for one in areas)).rstrip()
    yield "─" * (room + 8 + _COLUMN * len(areas))
    rows = sorted(coverage.schools, key=lambda one: (one.board is None, one.board or ""))
    for board, held in groupby(rows, key=lambda one: one.board):
        yield paint("bold", _fit(board or "zonder bestuur", width).rstrip())
        for row in held:
            cells = (_cell(row, index, paint) for index in range(len(areas)))
            yield f"{row.code:<6}  {_fit(row.name, room)} {''.join(cells)}".rstrip()
    yield "─" * (room + 8 + _COLUMN * len(areas))
    for word in (*PLACES, MISSING, UNKNOWN):
        if word == UNKNOWN and len(coverage.judged) == len(coverage.schools):
            continue
        label = "geen SOP dat meetelt" if word == UNKNOWN else PLACE_WORDS[word]
        yield f"{_fit(label, room + 8)} " + "".join(f"{one.counts[word]:<{_COLUMN}}" for one in areas).rstrip()
    yield from _folded(
        "S in de school, B bij het bestuur, E van buiten (extern), - de school noemt het niet, ? geen SOP dat meetelt. "
        "Een school telt één keer, bij de dichtste plaats.",
        width,
        "",
    )
    legend = ", ".join(f"{SHORT[one.code]} {area_words(one.code)}" for one in areas)
    yield from _folded(f"{legend}.", width, "")


def _cell(row: SchoolRow, index: int, paint: Paint) -> str:
    word = row.word(index)
    letter = LETTER[word]
    return (paint(_STYLE[word], letter) if word in _STYLE else letter) + " " * (_COLUMN - 1)


def _gaps(coverage: Coverage, paint: Paint, width: int) -> Iterator[str]:
    yield paint("bold", "Witte vlekken")
    lines = gap_lines(coverage)
    if not coverage.judged:
        lines = ["Er is geen SOP dat meetelt; over de dekking is niets te zeggen."]
    for one in lines or ["Geen: elke school met een SOP noemt elk gebied dat gevraagd wordt."]:
        yield from _folded(one, width, "  ", "- ")


def _boards(coverage: Coverage, paint: Paint, width: int) -> Iterator[str]:
    room = _room(coverage, width)
    yield paint("bold", f"{_fit('Per bestuur: hoeveel scholen', room + 2)} {'SOP':<6}{_heads(coverage)}".rstrip())
    for row in coverage.boards:
        numbers = "".join(f"{one:<{_COLUMN}}" for one in row.named)
        yield f"{_fit(row.name or 'zonder bestuur', room + 2)} {f'{row.judged}/{row.schools}':<6}{numbers}".rstrip()


def _heads(coverage: Coverage) -> str:
    return "".join(f"{SHORT[one.code]:<{_COLUMN}}" for one in coverage.areas)


def _acts(coverage: Coverage, paint: Paint, width: int) -> Iterator[str]:
    total = len(coverage.judged)
    room = min(width - 40, 35)
    yield paint("bold", f"{_fit('Interventies: scholen', room)} {'preventief':<12}{'licht curatief':<16}samen")
    for row in coverage.acts:
        if row.schools:
            numbers = f"{row.preventive or '-':<12}{row.curative or '-':<16}{row.schools} van {total}"
            yield f"{_fit(act_words(row.area), room)} {numbers}"
    without = [act_words(row.area) for row in coverage.acts if not row.schools and row.area not in (None, "overig")]
    if without:
        yield from _folded(f"Geen enkele school: {joined(without)}.", width, "  ", "")


def _fields(coverage: Coverage, paint: Paint, width: int) -> Iterator[str]:
    yield paint("bold", "Voorzieningen per veld")
    for row in coverage.fields:
        names = listed([f"{name} ({school})" for school, name in row.names], "; ")
        told = f"{count(row.schools, 'school', 'scholen')}: {names}" if names else "geen enkele school"
        yield from _folded(f"{field_words(row.field)}: {told}.", width, "  ", "- ")


def _development(coverage: Coverage, paint: Paint, width: int) -> Iterator[str]:
    room = _room(coverage, width)
    yield paint("bold", f"{_fit('Per schooljaar: hoeveel scholen', room + 2)} {'SOP':<6}{_heads(coverage)}".rstrip())
    for row in coverage.years:
        numbers = "".join(f"{one:<{_COLUMN}}" for one in row.named)
        yield f"{_fit(row.year, room + 2)} {row.judged:<6}{numbers}".rstrip()
    if coverage.changes is None:
        yield from _folded("Van een eerder schooljaar is er geen SOP; wat veranderd is, is niet te zeggen.", width, "")
        return
    yield from _changes(coverage.changes, width)


def _changes(changes: Changes, width: int) -> Iterator[str]:
    yield f"Wat veranderde van {changes.before} naar {changes.after}:"
    for one in changes.schools:
        if one.changes:
            words = "; ".join(change_words(each) for each in one.changes)
            yield from _folded(f"{one.school} {one.name}: {words}.", width, "  ", "- ")
    same = [one.school for one in changes.schools if not one.changes]
    if same:
        yield from _folded(f"Gelijk gebleven: {listed(same)}.", width, "  ", "- ")
    if changes.first_time:
        yield from _folded(
            f"Geen SOP van {changes.before} om mee te vergelijken: {listed(changes.first_time)}.", width, "  ", "- "
        )
    if changes.gone:
        yield from _folded(
            f"Wel een SOP van {changes.before}, niet van {changes.after}: {listed(changes.gone)}.", width, "  ", "- "
        )


def _room(coverage: Coverage, width: int) -> int:
    """Columns for a name beside those of the areas."""
    return max(width - _COLUMN * len(coverage.areas) - 9, 1)


def _folded(text: str, width: int, indent: str, first: str | None = None) -> list[str]:
    return folded(readable(" ".join(text.split())), width, indent, first)


def _fit(text: str, size: int) -> str:
    text = readable(" ".join(text.split()))
    return f"{text:<{size}}" if len(text) <= size else text[: size - 1] + "…"
