"""Ask line by line: for a screen reader, and for a terminal that can only write one line after another."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

from ...findings.paint import folded
from .answer import BACK, HELP, understood
from .question import Question


def asked(question: Question) -> str:
    """The answer. EOFError when the input ends."""
    _put(*_opening(question))
    while True:
        sys.stderr.write(_line(question))
        sys.stderr.flush()
        typed = _typed(question.lines)
        if typed.strip() == HELP:
            _put(*explained(question, columns()))
            continue
        found = understood(question, typed)
        if not found.complaint:
            return found.value
        _put(*folded(found.complaint, columns(), "  ", "! "))


def explained(question: Question, width: int) -> Iterator[str]:
    """What a question means, and how it can be answered."""
    if question.help:
        yield from folded(question.help, width, "  ", "  ")
    yield from listed(question, width)
    if question.default:
        yield from folded(f"Met alleen Enter is het antwoord: {question.default}.", width, "  ", "  ")
    if not question.required:
        how = "Leeg laten: typ een streepje." if question.default else "Leeg laten mag: alleen Enter."
        yield from folded(how, width, "  ", "  ")
    if question.back:
        yield from folded(f"Terug naar de vorige vraag: typ {BACK}", width, "  ", "  ")
    yield from folded("Stoppen: Ctrl-C. Er wordt dan niets geschreven.", width, "  ", "  ")


def listed(question: Question, width: int) -> Iterator[str]:
    """The choices, each with its number and its words."""
    size = max((len(one.value) for one in question.choices), default=0)
    for number, one in enumerate(question.choices, start=1):
        head = f"  {number:>2}  {one.value:<{size}}"
        if one.words and one.words != one.value:
            indent = len(head) + 2 if len(head) < width // 2 else 6
            yield from folded(one.words, width, " " * indent, f"{head}  ")
        else:
            yield head.rstrip()


def columns() -> int:
    """Columns of the terminal in which is asked."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def _opening(question: Question) -> Iterator[str]:
    yield from folded(question.words, columns(), "")
    if question.help:
        yield from folded(question.help, columns(), "  ", "  ")
    yield from listed(question, columns())
    if question.lines:
        yield from folded("Mag meer regels zijn; een lege regel sluit af.", columns(), "  ", "  ")


def _line(question: Question) -> str:
    return f"[{question.default}] > " if question.default else "> "


def _typed(several: bool) -> str:
    """One line, or lines until an empty one."""
    lines: list[str] = []
    while True:
        line = sys.stdin.readline()
        if not line and not lines:
            raise EOFError
        text = line.rstrip("\r\n")
        if not several or text.strip() == HELP:
            return text
        if not text.strip():
            return "\n".join(lines)
        lines.append(text)


def _put(*lines: str) -> None:
    sys.stderr.writelines(f"{one}\n" for one in lines)
