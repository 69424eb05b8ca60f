"""Adding to a block, line by line, taking from it, and putting its items in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .lines import before_break, column, head, leads, line_break, line_end, line_start, next_line, tail
from .nodes import Kind, Node, dash
from .pieces import Piece, Special


def start_of(text: str, node: Node, number: int) -> int:
    """Where an entry of a block starts: its key or its dash."""
    return node.keys[number].start if node.kind is Kind.MAP else dash(text, node, number)


def head_of(text: str, node: Node, number: int) -> int:
    """Where an entry begins with the comments above it: at the start of a line, or behind the dash it stands after."""
    start = start_of(text, node, number)
    if not leads(text, start):
        return start
    if not number:
        return head(text, line_start(text, start))
    return head(text, line_start(text, start), floor=node.items[number - 1].end, deepest=column(text, start))


def tail_of(text: str, node: Node, number: int) -> int:
    """Where an entry ends with the comments behind it and, further in, below it."""
    return tail(text, node.items[number].end, column(text, start_of(text, node, 0)))


def added(text: str, node: Node, lines: Sequence[str], at: int | None = None) -> list[Piece]:
    """Lines put in before entry `at`, or at the end; they have their indent already."""
    end = line_break(text)
    if at is None or at >= len(node.items):
        return [after(text, node.items[-1].end, lines, tail_of(text, node, len(node.items) - 1))]
    place = head_of(text, node, at)
    if place == start_of(text, node, at) and column(text, place):  # behind the dash of a list around it
        inset = " " * column(text, place)
        return [Piece(place, place, end.join(lines).lstrip(" ") + end + inset)]
    return [Piece(place, place, "".join(one + end for one in lines))]


def after(text: str, at: int, lines: Sequence[str], place: int | None = None) -> Piece:
    """Lines below the line on which something ends; the file keeps its last line as it was, closed or not."""
    end = line_break(text)
    if before_break(text, at) != at:  # behind a text that keeps its blank lines
        return Piece(at, at, "".join(one + end for one in lines))
    place = line_end(text, at) if place is None else place
    return Piece(place, place, "".join(end + one for one in lines))


def dropped(text: str, node: Node, number: int, *, top: bool = False) -> Iterator[list[Piece]]:
    """Ways to take out one entry of several, with the comments that are its own; those at the top of a file are not.

    The last way takes blank lines below with it: a text above that keeps its blank lines would else get those.
    """
    for one in _without(text, node, number, top):
        yield [one]
        end = one.end
        while end < len(text) and not text[end : line_end(text, end)].strip(" \t"):
            end = next_line(text, end)
        yield [Piece(one.start, end, one.text)]


def _without(text: str, node: Node, number: int, top: bool) -> list[Piece]:
    start, stop = start_of(text, node, number), tail_of(text, node, number)
    if not leads(text, start):
        follow = start_of(text, node, number + 1)
        if not text[stop:follow].strip():
            return [Piece(start, follow, "")]
        return [Piece(len(text[:start].rstrip(" ")), stop, "")]
    begin = line_start(text, start) if top and not number else head_of(text, node, number)
    if before_break(text, node.items[number].end) != node.items[number].end:
        return [Piece(begin, node.items[number].end, "")]
    end = next_line(text, stop)
    if end == stop and number and before_break(text, begin) != begin:  # the last line of a file that does not close it
        return [Piece(before_break(text, begin), stop, "")]
    return [Piece(begin, end, "")]


def ordered(text: str, node: Node, order: Sequence[int]) -> list[Piece]:
    """Items in another order, with their comments; what stands between them stays where it is."""
    inset = " " * column(text, node.start)
    inline = not leads(text, node.start)
    spans = [(head_of(text, node, one), tail_of(text, node, one)) for one in range(len(node.items))]
    pieces: list[Piece] = []
    for slot, one in enumerate(order):
        words = text[slice(*spans[one])]
        if inline and slot == 0 and one:
            if not words.startswith(inset + "-"):
                raise Special
            words = words[len(inset) :]
        elif inline and one == 0 and slot:
            words = inset + words
        if slot != one:
            pieces.append(Piece(*spans[slot], words))
    return pieces
