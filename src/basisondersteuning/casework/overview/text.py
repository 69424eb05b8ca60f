"""The caseload in the terminal: a screenful, with the words and signs that say the same without colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ...findings.finding import readable
from ...findings.paint import Paint, folded, no_paint
from ...model.words import count, level_words, plain, short_date
from ..role_words import short_role
from ..rows import CLOSED
from .board import Board, Due, When
from .card import Card, shown_name
from .words import ABOVE, LATE, READY, SOON, column_words, duty_words, sign_of, weekday, when_words

LEAST = 2
"""How many pupils a list shows at least, also on a low screen."""

NARROWEST = 13
"""Columns that a pupil needs beside others; with less room the niveaus stand below each other."""

WITH_WHO = 72
"""From which width on a list says in which group a pupil is, and who acts."""

_GAP = 2
_NO_BREAK = "\N{NO-BREAK SPACE}"
_STYLE = {LATE: "red", SOON: "yellow", READY: "green", "": ""}


class View(NamedTuple):
    """How it is shown: colour, width in columns, how many pupils a list shows (0: all), the path for a next command, and on how
    many lines it must fit (0: on as many as it takes; else `most` is not looked at).
    """

    paint: Paint = no_paint
    width: int = 80
    most: int = 8
    path: str = "dossiers"
    lines: int = 0
    hint: str = "`--max 0` toont alles"


def text(board: Board, view: View) -> Iterator[str]:
    """All of it, line by line."""
    yield from _head(board, view)
    if not board.cards:
        yield from _nothing(board, view)
        yield from _refused(board, view)
        return
    if view.lines:
        lists, told = _fitting(board, view)
    else:
        lists = [make(view.most) for make in _lists(board, view)]
        told = [line for one in _rest(board, view) for line in _lines(one, view.width)]
    yield ""
    yield from lists[0]
    yield from _legend(board, view)
    for one in lists[1:]:
        yield from one
    if told:
        yield ""
        yield from told
    yield from _refused(board, view)


def _lists(board: Board, view: View) -> list[Callable[[int], list[str]]]:
    """The lists, each made of so many pupils: the columns, what is late and what is due this week."""
    return [
        lambda most: list(_columns(board, view._replace(most=most))),
        lambda most: list(duty_list(board, When.LATE, view._replace(most=most))),
        lambda most: list(duty_list(board, When.WEEK, view._replace(most=most))),
    ]


def _fitting(board: Board, view: View) -> tuple[list[list[str]], list[str]]:
    """The lists and what is told in a sentence, on the lines there are: first a little of each list, then the sentences, as many
    as fit on a line each, then more of the shortest list, again and again, and last the sentences in full.
    """
    lists = _lists(board, view)
    sizes = [max(map(len, board.columns.values())), len(board.due[When.LATE]), len(board.due[When.WEEK])]
    around = sum(1 for part in (_head(board, view), _legend(board, view), _refused(board, view)) for _ in part)
    room = view.lines - 2 - around  # a blank line below the head, and the prompt that comes after
    for least in (LEAST, 1):
        numbers = [min(least, size) or 1 for size in sizes]
        shown = [make(number) for make, number in zip(lists, numbers, strict=True)]
        left = room - sum(map(len, shown))
        if left >= 0:
            break
    sentences = list(_rest(board, view._replace(most=LEAST)))[: max(left - 1, 0)]
    left -= len(sentences) + 1
    growing = {index for index, size in enumerate(sizes) if numbers[index] < size}
    while growing:
        index = min(growing, key=lambda one: numbers[one])
        more = lists[index](numbers[index] + 1)
        if len(more) - len(shown[index]) > left:
            growing.remove(index)
            continue
        left -= len(more) - len(shown[index])
        numbers[index], shown[index] = numbers[index] + 1, more
        if numbers[index] >= sizes[index]:
            growing.remove(index)
    told: list[str] = []
    for one in sentences:
        whole = _lines(one, view.width)
        told += whole if len(whole) - 1 <= left else [_cut(one.replace(_NO_BREAK, " "), view.width)]
        left -= len(whole) - 1 if len(whole) - 1 <= left else 0
    return shown, told


def short_text(board: Board, view: View) -> Iterator[str]:
    """Only the head and what is late or due this week: the beginning of `bo watch`."""
    view = view._replace(hint=f"`bo overview {view.path} --max 0` toont alles")
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
        f"groep {', '.join(map(str, choice.groups))}" if choice.groups else "",
        ("afgesloten" if choice.level == CLOSED else level_words(choice.level)) if choice.level else "",
        f"te doen door: {plain(choice.role)}" if choice.role else "",
        f"uiterlijk {short_date(choice.until)}" if choice.until else "",
    ]
    if any(chosen):
        yield from folded(f"Gekozen: {', '.join(filter(None, chosen))} ({board.looked} bekeken)", view.width, "  ", "")
    if board.undated:
        words = f"Niet getoond: {count(board.undated, 'taak', 'taken')} zonder datum; wat niet is nagekomen staat er wel."
        yield from folded(words, view.width, "  ", "")
    if board.warning:
        yield from (view.paint("yellow", line) for line in folded(board.warning, view.width, "  ", ""))


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
    return f"{sign or ' '}{ABOVE if cards[index].above else ' '}{shown_name(cards[index])}", _STYLE[sign]


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
        names = [f"{sign_of(one, board)}{ABOVE if one.above else ''} {shown_name(one)}".lstrip() for one in cards[:most]]
        names += [f"… en nog {len(cards) - most}"] if len(cards) > most else []
        yield view.paint("bold", head)
        yield from folded(", ".join(names), view.width, "  ")


def _legend(board: Board, view: View) -> Iterator[str]:
    used = {sign_of(one, board) for one in board.cards} | ({ABOVE} if board.above else set())
    words = {
        LATE: "iets is te laat",
        SOON: "iets moet deze week",
        READY: "gereed voor een volgend niveau",
        ABOVE: "meer dan onderbouwd",
    }
    told = [f"{sign} {what}" for sign, what in words.items() if sign in used]
    if told:
        yield from (view.paint("dim", line) for line in _lines("   ".join(map(_whole, told)), view.width, ""))


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
        if view.width < WITH_WHO:
            lines = folded(row[-1], view.width, " " * min(len(left) + 4, max(view.width - 30, 4)), f"  {left}  ")
        else:
            lines = [f"  {left}  {_cut(row[-1], view.width - len(left) - 4)}"]
        yield from (view.paint(style, line) if style else line for line in lines)
    if len(found) > len(shown):
        yield f"  … en nog {len(found) - len(shown)}; {view.hint}"


def _duty_row(one: Due, width: int) -> list[str]:
    day = weekday(one.duty.due) if one.duty.due else "–"
    what = _area(one) + duty_words(one.duty)
    if width < WITH_WHO:
        return [day, one.card.pupil, what]
    role = short_role(one.duty.role)
    return [day, shown_name(one.card), f"gr {one.card.group}", role, what]


def _area(one: Due) -> str:
    """The vakgebied, where the pupil has the same to do in another one."""
    strands = {each.strand for each in one.card.duties if each.short == one.duty.short}
    return f"{plain(one.duty.strand)}: " if one.duty.strand and len(strands) > 1 else ""


def _lines(words: str, width: int, indent: str = "  ") -> list[str]:
    """Words on lines that fit, what is whole on one of them."""
    return [line.replace(_NO_BREAK, " ") for line in folded(words, width, indent, "")]


def _rest(board: Board, view: View) -> Iterator[str]:
    """What is told in one sentence each, not folded yet."""
    further = [f"{words}: {len(board.due[when])}" for when, words in _FURTHER.items() if board.due[when]]
    closed = len(board.columns.get(CLOSED, ()))
    lines = [
        ("Verder te doen", ", ".join(further)),
        ("Taken per rol (te laat)", ", ".join(_tally(plain(one.name), one.duties, one.late) for one in board.roles())),
        (
            "Leerlingen per groep (met iets te laat)",
            ", ".join(_tally(f"gr {one.name}", one.pupils, one.behind) for one in board.groups()),
        ),
        ("Gegeven hoger dan onderbouwd", str(len(board.above)) if board.above else ""),
        ("Gereed voor een volgend niveau", _names(board.ready, view)),
        ("Al twaalf weken niets vastgelegd", _names(board.quiet, view)),
        ("Wel ondersteuning, niets te doen", _names(board.idle, view)),
        ("Afgesloten dossiers", f"{closed}{_unsettled(board)}" if closed else ""),
    ]
    for head, words in lines:
        if words:
            yield f"{head}: {words}"


_FURTHER = {When.NEXT: "volgende week", When.LATER: "later", When.UNDATED: "zonder datum"}


def _unsettled(board: Board) -> str:
    """What was not settled there, which counts nowhere else."""
    left = len(board.due[When.CLOSED])
    return f" (daarin nog {count(left, 'taak', 'taken')} niet afgerond; hierboven niet geteld)" if left else ""


def _tally(name: str, number: int, late: int) -> str:
    return _whole(f"{name}: {number} ({late})" if late else f"{name}: {number}")


def _whole(words: str) -> str:
    """Words that must stay on one line."""
    return words.replace(" ", _NO_BREAK)


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
        names = [] if strict else [one.place.file for one in doubles]
        number = count(len(doubles), "bestand", "bestanden")
        lines.append(f"Niet meegeteld, want de leerling heeft al een dossier: {number}{_listed(names, view)}.")
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
    """Words in a column; a name that is too long is cut wherever that is."""
    return f"{words:<{room}}" if len(words) <= room else words[: room - 1] + "…"


def _cut(words: str, room: int) -> str:
    """The words that fit whole, and a sign where there are more."""
    if len(words) <= room:
        return words
    whole = words[:room].rpartition(" ")[0].rstrip(" ,;:(")
    return f"{whole or words[: room - 1]}…"
