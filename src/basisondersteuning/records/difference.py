"""What a file was and becomes, line by line, as a person reads it before saying yes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile

from ..findings.finding import readable
from ..findings.paint import Paint, folded, no_paint

_AUTOJUNK_FREE = 20_000
"""Lines beyond which comparing may take a guess; no record has as many."""

_MARGIN = 9
"""Columns for the number of a line and its sign."""

_LEAST, _FIELD = 12, 40
"""Characters that are shown at least before and behind what changes in a line too long for the screen, and of a name before it at
most."""


def difference(old: bytes, new: bytes, paint: Paint = no_paint, width: int | None = None) -> Iterator[str]:
    """The lines that differ, each with its number in the file and `-` or `+`; `…` between places that lie apart.

    With `width` a line that is longer goes on below itself; of one that changes in one spot only what is around it is shown.
    """
    before, after = _lines(old), _lines(new)
    changes = SequenceMatcher(None, before, after, autojunk=len(before) > _AUTOJUNK_FREE).get_opcodes()
    for number, (kind, first, last, start, end) in enumerate(one for one in changes if one[0] != "equal"):
        if number:
            yield "     …"
        if width is not None and last - first == end - start:
            pairs = [_around(*pair, width - _MARGIN) for pair in zip(before[first:last], after[start:end], strict=True)]
            before[first:last], after[start:end] = (one for one, _ in pairs), (one for _, one in pairs)
        if kind != "insert":
            for at in range(first, last):
                yield from _shown(f"{at + 1:>6} - ", before[at], "red", paint, width)
        for at in range(start, end):
            yield from _shown(f"{at + 1:>6} + ", after[at], "green", paint, width)


def _shown(head: str, line: str, style: str, paint: Paint, width: int | None) -> Iterator[str]:
    text = readable(line)
    if width is None or len(head) + len(text) <= width or not text.strip():
        yield paint(style, f"{head}{text}".rstrip())
        return
    indent = text[: len(text) - len(text.lstrip(" "))]
    yield from (paint(style, one) for one in folded(text.strip(), width, " " * (_MARGIN + len(indent) + 2), head + indent))


def _around(old: str, new: str, room: int) -> tuple[str, str]:
    """Both lines, or where one of them is too long and most of it stays, what is around the change."""
    if max(len(old), len(new)) <= room:
        return old, new
    same = _alike(old, new)
    behind = _alike(old[same:][::-1], new[same:][::-1])
    if 2 * (same + behind) < max(len(old), len(new)):
        return old, new
    indent = len(old) - len(old.lstrip(" "))
    near = max(_LEAST, (room - max(len(old), len(new)) + same + behind - indent - len("…  …")) // 2)
    return _cut(old, same, behind, near), _cut(new, same, behind, near)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cut(text: str, same: int, behind: int, near: int) -> str:
    """The part of a line around its change, with at most `near` characters on either side, in whole words where that can be."""
    indent, end = len(text) - len(text.lstrip(" ")), len(text) - behind
    first = indent
    if same - near > indent:
        word = text.rfind(" ", 0, same)
        key = text.rfind(" ", 0, max(word, 0)) + 1  # the field, where a value changes
        first = min(text.find(" ", same - near, same) + 1 or same - near, key if same - key <= _FIELD else same)
    last = len(text) if behind <= near else text.rfind(" ", end, end + near + 1)
    last = last if last >= 0 else end + near
    return f"{text[:indent]}{'… ' if first > indent else ''}{text[max(first, indent) : last]}{' …' if last < len(text) else ''}"


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").splitlines()
