"""Adding to what stands between brackets or braces, and taking from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .items import INDENT
from .lines import column, head, leads, line_break, line_end, line_start, margin, next_line
from .nodes import Node
from .pieces import Piece, Special

_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")
"""The comma behind an item, past a comment."""


def comma(text: str, node: Node, number: int) -> int | None:
    """Just behind the comma that follows an entry; None when there is none."""
    close = node.end if node.bare else node.end - 1
    found = _COMMA.match(text, node.items[number].end, close)
    return found.end() if found else None


def added(text: str, node: Node, words: Sequence[str], at: int | None = None) -> list[Piece]:
    """Entries put in before entry `at`, or at the end."""
    if node.bare:
        raise Special
    if at is not None and at < len(node.items):
        return [_before(text, node, words, at)]
    close, end = node.end - 1, line_break(text)
    if not node.items:
        return [_in_nothing(text, node, words)]
    last = len(node.items) - 1
    apart = line_end(text, node.start) < node.starts(last)
    before = end + " " * margin(text, node.starts(last)) if apart else " "
    behind = comma(text, node, last)
    place = behind or node.items[last].end
    line = line_end(text, place)
    if not apart or line > close:
        return [Piece(place, place, ("" if behind else ",") + ",".join(before + one for one in words))]
    if behind:
        return [Piece(line, line, "".join(before + one + "," for one in words))]
    return [Piece(place, place, ","), Piece(line, line, ",".join(before + one for one in words))]


def _in_nothing(text: str, node: Node, words: Sequence[str]) -> Piece:
    """A list goes over lines, since that is how an empty one grows; braces stay on their line."""
    inside = text[node.start + 1 : node.end - 1]
    if text[node.start] == "{":
        if inside.strip():  # a comment
            raise Special
        return Piece(node.start + 1, node.end - 1, ", ".join(words))
    inset = " " * (margin(text, node.start) + INDENT)
    end = line_break(text)
    return Piece(node.start + 1, node.start + 1, ",".join(end + inset + one for one in words) + end + inset)


def _before(text: str, node: Node, words: Sequence[str], at: int) -> Piece:
    start = node.starts(at)
    floor = node.items[at - 1].end if at else node.start
    if not leads(text, start) or line_start(text, start) <= floor:
        return Piece(start, start, "".join(one + ", " for one in words))
    place = head(text, line_start(text, start), floor=floor)
    inset = " " * column(text, start)
    return Piece(place, place, "".join(inset + one + "," + line_break(text) for one in words))


def dropped(text: str, node: Node, number: int) -> list[Piece]:
    """One entry taken out, with its comma, and its line where it had one of its own."""
    if node.bare:
        raise Special
    start, end = node.starts(number), node.items[number].end
    floor = node.items[number - 1].end if number else node.start + 1
    behind = comma(text, node, number)
    line = line_start(text, start)
    stop = behind or end
    below = line_end(text, stop)
    rest = text[stop:below].strip(" \t")
    if line > floor and leads(text, start) and (not rest or rest.startswith("#")):
        return [Piece(head(text, line, floor=floor), next_line(text, stop), "")]
    if behind is not None:
        follow = len(text[behind:below]) - len(text[behind:below].lstrip(" \t"))
        last = number == len(node.items) - 1
        return [Piece(start, behind if last or not text[behind + follow : below] else behind + follow, "")]
    gap = text[floor:start] if number else ""
    if number and not gap.strip(" \t,\r\n"):
        return [Piece(floor, end, "")]
    return [Piece(start, end, "")]


def ordered(text: str, node: Node, order: Sequence[int]) -> list[Piece]:
    """Entries in another order, with the comments above and behind them; commas stay where they are."""
    spans = [(node.starts(one), node.items[one].end) for one in range(len(node.items))]
    between = [text[one[1] : other[0]] for one, other in pairwise(spans)]
    ends = text[node.start + 1 : spans[0][0]], text[spans[-1][1] : node.end - 1]
    if not any("#" in one for one in (*between, *ends)):
        return [Piece(*spans[slot], text[slice(*spans[one])]) for slot, one in enumerate(order) if slot != one]
    return _ordered_lines(text, node, order)


def _ordered_lines(text: str, node: Node, order: Sequence[int]) -> list[Piece]:
    parts: list[tuple[int, int, int, int]] = []  # where it begins with its comments, ends, and what stands behind its comma
    for number, item in enumerate(node.items):
        start, floor = node.starts(number), node.items[number - 1].end if number else node.start + 1
        line, behind = line_start(text, start), comma(text, node, number)
        stop = behind or item.end
        rest = text[stop : line_end(text, stop)].strip(" \t")
        if line <= floor or not leads(text, start) or (rest and not rest.startswith("#")) or stop - item.end > 1:
            raise Special
        parts.append((head(text, line, floor=floor), item.end, stop, line_end(text, stop)))
    pieces: list[Piece] = []
    for slot, one in enumerate(order):
        begin, end, stop, line = parts[slot]
        mine = parts[one]
        pieces += [Piece(begin, end, text[mine[0] : mine[1]]), Piece(stop, line, text[mine[2] : mine[3]])]
    return pieces
