"""From changes to the new bytes of a file. The result is read again before it is handed over.

There can be more ways to write a change; the most readable one that reads back as it should is taken. So a style nobody
thought of gives a finding, and never a broken record.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...findings.catalogue import editing as codes
from ...findings.finding import Finding
from ..parse import bad_character, parse
from ..source import Source, accept
from ..tree import Document, Path, Tree
from . import below, between
from .changes import Add, Change, Drop, Order, Put, Rename, changed
from .items import INDENT, in_brackets, in_order_of, in_words, item_lines, likest
from .lines import before_break, column
from .nodes import Kind, Node, dash, find, nodes
from .pieces import Piece, Special, replaced
from .putting import new_list, put


def edited(source: bytes, changes: Sequence[Change], *, name: str = "") -> bytes | Finding:
    """The bytes of a file with the changes made, one after the other; what they do not touch keeps every byte.

    A finding comes back when the file cannot be read, when what should change is not in it, or when it is written in a way in
    which nothing can be changed safely: then nothing was. `name` is the file, for that finding.
    """
    before = _read(name, source)
    if isinstance(before, Finding):
        return before
    start = len(BOM_UTF8) if source.startswith(BOM_UTF8) else 0
    text, root = source[start:].decode(), before.root
    puts = [*takewhile(lambda one: isinstance(one, Put), changes)]
    if (quick := _all_at_once(text, root, puts)) is not None:
        text, root, changes = quick, changed(root, puts), changes[len(puts) :]
    for one in changes:
        try:
            goal = changed(root, [one])
        except (LookupError, TypeError):
            return _refused(name, source, before, one, _NOT_THERE)
        if goal == root and (not isinstance(one, Order) or list(one.order) == sorted(one.order)):
            continue
        made = _made(text, one, goal)
        if made is None and _barred(one):
            return _refused(name, source, before, one, _CHARACTER, _WITHOUT)
        if made is None:
            return _refused(name, source, before, one, "" if isinstance(one, Add) else _NO_WAY)
        text, root = made, goal
    return source[:start] + text.encode()


_NOT_THERE = "Wat hier zou veranderen, staat niet in dit bestand; het is niet veranderd."
_NO_WAY = "De opmaak van dit bestand is te bijzonder om dit erin te wijzigen; het is niet veranderd."
_CHARACTER = "Wat in dit bestand zou komen, bevat een teken dat in een tekstbestand niet mag; het is niet veranderd."
_WITHOUT = "Typ die tekst opnieuw, zonder dat teken. Zo'n teken ontstaat meestal door plakken uit een ander programma."
_CLOSE = "Zet onderaan het bestand een lege regel, en geef de opdracht nog een keer. Of verander dit er zelf in."
_BY_HAND = "Verander dit zelf in het bestand."


def _refused(name: str, source: bytes, document: Document, change: Change, message: str, remedy: str = "") -> Finding:
    """The finding at what was to change, or as near as the file has it."""
    path = change.path
    if not path or path[0] not in document.root:
        path = tuple(document.root)[:1]
    place = Source(name, source.removeprefix(BOM_UTF8)).place(document.mark(path, key=True)[0])
    open_end = message != _NOT_THERE and before_break(text := source.decode(), len(text)) == len(text)
    return codes.TOO_SPECIAL.at(place, message, remedy=remedy or (_CLOSE if open_end else _BY_HAND if message else ""))


def _barred(change: Change) -> bool:
    """Whether something would come in the file that may not stand in it however it is written: BO107."""
    pending: list[Tree] = [getattr(change, field) for field in ("item", "value", "key") if hasattr(change, field)]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            pending += [*one, *one.values()]
        elif isinstance(one, list):
            pending += one
        elif bad_character().search(one):
            return True
    return False


def _read(name: str, data: bytes) -> Document | Finding:
    """The record in some bytes, or the first mistake in them."""
    findings: list[Finding] = []
    source = accept(name, data)
    if isinstance(source, Finding):
        return source
    document = parse(source, findings)
    if document is None or findings:
        return findings[0]
    return document


def _all_at_once(text: str, root: dict[str, Tree], puts: Sequence[Change]) -> str | None:
    """The text with many values put in, read again only once; None when it must go one by one.

    A file in which every date is to be written differently would else be read hundreds of times.
    """
    if len(puts) < 2 or len({tuple(one.path) for one in puts}) < len(puts):
        return None
    try:
        goal, found = changed(root, puts), nodes(text)
        new = replaced(text, [piece for one in puts for piece in next(_ways(text, found, one))])
    except (LookupError, TypeError, Special, StopIteration):
        return None
    after = _read("", new.encode())
    return new if isinstance(after, Document) and after.root == goal else None


def _made(text: str, change: Change, goal: dict[str, Tree]) -> str | None:
    """The text with one change made; None when no way of writing it reads back as the goal."""
    try:
        for pieces in _ways(text, nodes(text), change):
            try:
                new = replaced(text, pieces)
            except Special:
                continue
            after = _read("", new.encode())
            if isinstance(after, Document) and after.root == goal:
                return new
    except (Special, LookupError):
        pass
    return None


def _ways(text: str, root: Node, change: Change) -> Iterator[list[Piece]]:
    """Ways to write a change, the most readable first. Raises `Special` or LookupError where there is none."""
    if isinstance(change, Put):
        if not change.path:
            raise Special
        yield from put(text, find(root, change.path[:-1]), change.path[-1], change.value)
    elif isinstance(change, Add):
        yield from _add(text, root, change)
    elif isinstance(change, Rename):
        holder = find(root, change.path[:-1])
        key = holder.keys[_number(holder, change.path[-1])]
        yield [Piece(key.start, key.end, in_words(change.key, key.style, flow=True))]
    elif isinstance(change, Drop):
        yield from _drop(text, root, change.path)
    else:
        node = find(root, change.path)
        yield (between if node.flow else below).ordered(text, node, change.order)


def _add(text: str, root: Node, change: Add) -> Iterator[list[Piece]]:
    try:
        node = find(root, change.path)
    except KeyError:
        node = None
    if node is None or node.kind is Kind.BLANK:
        holder, key = find(root, change.path[:-1]), change.path[-1]
        if holder.flow or not isinstance(key, str):
            yield from put(text, holder, key, [change.item])
        else:
            yield from new_list(text, holder, key, change.item, _usual_indent(text, root))
        return
    if node.kind is not Kind.LIST:
        raise Special
    siblings = [_tree(one) for one in node.items]
    item = in_order_of(change.item, likest(change.item, siblings))
    if node.flow:
        yield between.added(text, node, [in_brackets(item)], change.at)
        return
    maps = [one for one in node.items if one.kind is Kind.MAP]
    lines = item_lines(item, _gap(text, node), block=bool(maps) and not any(one.flow for one in maps))
    inset = " " * column(text, node.start)
    yield below.added(text, node, [inset + one if one else "" for one in lines], change.at)
    yield below.added(text, node, [f"{inset}- {in_brackets(item)}"], change.at)


def _drop(text: str, root: Node, path: Path) -> Iterator[list[Piece]]:
    holder = find(root, path[:-1])
    number = _number(holder, path[-1])
    if holder.flow:
        yield between.dropped(text, holder, number)
    elif len(holder.items) > 1:
        yield from below.dropped(text, holder, number, top=holder is root)
    else:
        empty: Tree = {} if holder.kind is Kind.MAP else []
        if len(path) > 1:
            yield from put(text, find(root, path[:-2]), path[-2], empty)
        else:
            yield [Piece(holder.start, holder.end, "{}")]


def _number(holder: Node, step: str | int) -> int:
    number = step if isinstance(step, int) else holder.index(step)
    if number is None:
        raise KeyError(step)
    return number


def _tree(node: Node) -> Tree:
    """What is needed of an item to see how its neighbours are written: its keys, and its texts."""
    if node.kind is Kind.MAP:
        return {key.value: one.value for key, one in zip(node.keys, node.items, strict=True)}
    return node.value


def _gap(text: str, node: Node) -> int:
    """Columns from the dash to what stands behind it, as the last item has it."""
    last = len(node.items) - 1
    place = dash(text, node, last)
    wide = node.items[last].start - place
    return wide if INDENT <= wide <= 5 and not text[place + 1 : node.items[last].start].strip(" ") else INDENT


def _usual_indent(text: str, root: Node) -> int:
    """Columns from the keys at the top to the dashes below them, as the file has it."""
    lists = [one for one in root.items if one.kind is Kind.LIST and not one.flow]
    return column(text, lists[0].start) - column(text, root.start) if lists else INDENT
