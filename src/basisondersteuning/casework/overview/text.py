"""The caseload in the terminal: a screenful, with the words and signs that say the same without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...findings.finding import readable
from ...findings.paint import Paint, folded, no_paint
from ...model.words import count, level_words, plain, short_date
from ..rows import CLOSED
from .board import Board, Due, Tally, When
from .card import Card, shown_name
from .words import LATE, READY, SOON, column_words, duty_words, sign_of, weekday, when_words

NARROWEST = 13
"""Columns that a pupil needs beside others; with less room the niveaus stand below each other."""

WITH_WHO = 72
"""From which width on a list says in which group a pupil is, and who acts."""

_GAP = 2
_STYLE = {LATE: "red", SOON: "yellow", READY: "green", "": ""}
_SHORT_ROLE = {"groepsleerkracht": "leerkracht", "intern_begeleider": "ib", "externe_deskundige": "deskundige"}


class View(NamedTuple):
    """How it is shown: colour, width in columns, how many pupils a list shows (0: all), and the path for a next command."""

    paint: Paint = no_paint
    width: int = 80
    most: int = 8
    path: str = "dossiers"


def text(board: Board, view: View) -> Iterator[str]:
    """All of it, line by line."""
    yield from _head(board, view)
    if not board.cards:
        yield from _nothing(board, view)
        yield from _refused(board, view)
        return
    yield ""
    yield from _columns(board, view)
    yield from _legend(board, view)
    for when in (When.LATE, When.WEEK):
        yield from duty_list(board, when, view)
    yield ""
    yield from _rest(board, view)
    yield from _refused(board, view)


def short_text(board: Board, view: View) -> Iterator[str]:
    """Only the head and what is late or due this week: the beginning of `bo watch`."""
    yield from _head(board, view)
    for when in (When.LATE, When.WEEK):
        yield from duty_list(board, when, view)


def _head(board: Board, view: View) -> Iterator[str]:
    shown, choice = len(board.cards), board.choice
    pupils = count(shown, "leerling", "leerlingen")
    words = f"{view.paint('bold', pupils)} op {weekday(board.peildatum)}, normenkader {board.frame}"
    yield from folded(words, view.width + len(view.paint("bold", pupils)) - len(pupils), "  ", "")
    chosen = [
        f"voor de {plain(choice.audience)}" if choice.audience else "",
        f"groep {choice.group}" if choice.group is not None else "",
        ("afgesloten" if choice.level == CLOSED else level_words(choice.level)) if choice.level else "",
        f"te doen door: {plain(choice.role)}" if choice.role else "",
        f"uiterlijk {short_date(choice.until)}" if choice.until else "",
    ]
    if any(chosen):
        yield from folded(f"Gekozen: {', '.join(filter(None, chosen))} ({board.looked} bekeken)", view.width, "  ", "")


def _nothing(board: Board, view: View) -> Iterator[str]:
    yield from folded(f"Binnen deze keuze valt geen leerling; {board.looked} bekeken.", view.width, "")


def _columns(board: Board, view: View) -> Iterator[str]:
    levels = list(board.levels)
    room = (view.width - _GAP * (len(levels) - 1)) // len(levels)
    yield from _beside(board, levels, room, view) if room >= NARROWEST else _below(board, levels, view)


def _beside(board: Board, levels: Sequence[str], room: int, view: View) -> Iterator[str]:
    yield _row([("geen" if one == "geen" else level_words(one), "bold") for one in levels], room, view)
    yield _row([(count(len(board.columns[one]), "leerling", "leerlingen"), "") for one in levels], room, view)
    yield (" " * _GAP).join(["─" * room] * len(levels))
    most = view.most or max(len(board.columns[one]) for one in levels)
    for index in range(max(min(len(board.columns[one]), most) for one in levels)):
        yield _row([_cell(board, board.columns[one], index) for one in levels], room, view)
    more = [f"… nog {len(board.columns[one]) - most}" if len(board.columns[one]) > most else "" for one in levels]
    if any(more):
        yield _row([(one, "dim") for one in more], room, view)


def _cell(board: Board, cards: Sequence[Card], index: int) -> tuple[str, str]:
    if index >= len(cards):
        return "", ""
    sign = sign_of(cards[index], board)
    return f"{sign or ' '} {shown_name(cards[index])}", _STYLE[sign]


def _row(cells: Iterable[tuple[str, str]], room: int, view: View) -> str:
    parts = [(_fit(words, room), style) for words, style in cells]
    return (" " * _GAP).join(view.paint(style, words) if style else words for words, style in parts).rstrip()


def _below(board: Board, levels: Sequence[str], view: View) -> Iterator[str]:
    for level in levels:
        cards = board.columns[level]
        head = f"{column_words(level)} ({len(cards)})"
        if not cards:
            yield view.paint("bold", head)
            continue
        most = view.most or len(cards)
        names = [f"{sign_of(one, board)} {shown_name(one)}".lstrip() for one in cards[:most]]
        names += [f"… en nog {len(cards) - most}"] if len(cards) > most else []
        yield view.paint("bold", head)
        yield from folded(", ".join(names), view.width, "  ")


def _legend(board: Board, view: View) -> Iterator[str]:
    used = {sign_of(one, board) for one in board.cards}
    words = {LATE: "iets is te laat", SOON: "iets moet deze week", READY: "gereed voor een volgend niveau"}
    told = [f"{sign} {what}" for sign, what in words.items() if sign in used]
    if told:
        yield from (view.paint("dim", line) for line in folded("   ".join(told), view.width, ""))


def duty_list(board: Board, when: When, view: View) -> Iterator[str]:
    """What is due then, one a line, under its heading; of much only the first."""
    found = board.due[when]
    yield ""
    head = f"{when_words(when, board.peildatum)} ({len(found)})"
    yield view.paint("bold", head)
    if not found:
        yield "  niets"
        return
    shown = found[: view.most] if view.most else found
    rows = [_duty_row(one, view.width) for one in shown]
    sizes = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    sizes[1] = min(sizes[1], 20)
    style = _STYLE[LATE if when is When.LATE else SOON if when is When.WEEK else ""]
    for row in rows:
        left = "  ".join(_fit(cell, size) for cell, size in zip(row, sizes, strict=False))
        line = f"  {left}  {_cut(row[-1], max(view.width - len(left) - 4, 12))}"
        yield view.paint(style, line) if style else line
    if len(found) > len(shown):
        yield f"  … en nog {len(found) - len(shown)}; `--max 0` toont alles"


def _duty_row(one: Due, width: int) -> list[str]:
    day = weekday(one.duty.due) if one.duty.due else "–"
    if width < WITH_WHO:
        return [day, one.card.pupil, duty_words(one.duty)]
    role = _SHORT_ROLE.get(one.duty.role, plain(one.duty.role))
    return [day, shown_name(one.card), f"gr {one.card.group}", role, duty_words(one.duty)]


def _rest(board: Board, view: View) -> Iterator[str]:
    """What is told in one sentence each."""
    further = [f"{words}: {len(board.due[when])}" for when, words in _FURTHER.items() if board.due[when]]
    closed = len(board.columns.get(CLOSED, ()))
    lines = [
        ("Verder te doen", ", ".join(further)),
        ("Te doen per rol (te laat)", ", ".join(_tally(plain(one.name), one.duties, one) for one in board.roles())),
        ("Leerlingen per groep (te laat)", ", ".join(_tally(f"gr {one.name}", one.pupils, one) for one in board.groups())),
        ("Gereed voor een volgend niveau", _names(board.ready, view)),
        ("Al twaalf weken niets vastgelegd", _names(board.quiet, view)),
        ("Wel ondersteuning, niets te doen", _names(board.idle, view)),
        ("Afgesloten dossiers", str(closed) if closed else ""),
    ]
    for head, words in lines:
        if words:
            yield from folded(f"{head}: {words}", view.width, "  ", "")


_FURTHER = {When.NEXT: "volgende week", When.LATER: "later", When.UNDATED: "zonder datum"}


def _tally(name: str, number: int, one: Tally) -> str:
    return f"{name}: {number} ({one.late})" if one.late else f"{name}: {number}"


def _names(cards: Sequence[Card], view: View) -> str:
    most = view.most or len(cards)
    names = [one.pupil for one in cards[:most]]
    return ", ".join([*names, f"… en nog {len(cards) - most}"] if len(cards) > most else names)


def _refused(board: Board, view: View) -> Iterator[str]:
    """The files that could not be judged, and pupils with more than one dossier: never left out."""
    strict = board.choice.audience is not None
    lines = []
    if files := board.missed:
        number = count(len(files), "bestand", "bestanden")
        lines.append(f"Niet beoordeeld: {number}{'' if strict else _listed(files, view)}.")
    if doubles := board.doubles:
        names = [] if strict else [f"{one.subject} in {readable(one.place.file)}" for one in doubles]
        lines.append(f"Al een ander dossier met hetzelfde kenmerk: {len(doubles)}{_listed(names, view)}.")
    if lines:
        yield ""
        for one in [*lines, f"`bo validate {view.path}` zegt wat u doet."]:
            yield from (view.paint("red", line) for line in folded(one, view.width, "  ", ""))


def _listed(names: Sequence[str], view: View) -> str:
    """`: a, b, … en nog 3`; empty when there is nothing to name."""
    most = view.most or len(names)
    shown = [readable(one) for one in names[:most]]
    return f": {', '.join([*shown, f'… en nog {len(names) - most}'] if len(names) > most else shown)}" if names else ""


def _fit(words: str, room: int) -> str:
    return f"{_cut(words, room):<{room}}"


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else words[: room - 1] + "…"
