"""What `bo undo` shows: what a deed was, what goes back, and what somebody did since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ..findings.finding import readable
from ..findings.paint import Paint, folded
from ..model.words import count, long_date
from ..records.difference import difference
from ..records.journal import Deed, Entry
from ..records.standing import Turn
from ..records.undoing import current, shown_path, since
from .terminal import width

MOST_FILES, MOST_LINES = 8, 24
"""Of a deed so many files are shown, and of each so many lines of what changes in it."""


def when(deed: Deed) -> str:
    """The moment of a deed, on the clock of this computer."""
    local = deed.time.astimezone()
    return f"{long_date(local.date())} om {local.hour}:{local.minute:02}"


def headline(turn: Turn, paint: Paint) -> list[str]:
    """Which command it was, in how many files, and how many of these it is about now."""
    number, chosen = len(turn.deed.entries), len(turn.entries)
    many = f", in {number} bestanden" if number > 1 else ""
    head = [*folded(f"{paint('bold', readable(turn.deed.command))}{many}, {when(turn.deed)}:", width(), "")]
    if chosen < number:
        head += folded(f"Nu alleen {count(chosen, 'bestand', 'bestanden')} daarvan.", width(), "")
    return head


def what_happens(turn: Turn, paint: Paint) -> list[str]:
    """What changes in each file; of many, in the first ones."""
    lines: list[str] = []
    for entry in turn.entries[:MOST_FILES]:
        lines += [*_file(entry, turn.again, paint), ""]
    return lines + _more(turn)


def changed_since(turn: Turn, paint: Paint) -> list[str]:
    """What happened to files since the deed."""
    lines: list[str] = []
    for entry in turn.entries[:MOST_FILES]:
        if shown := [*since(entry, again=turn.again, paint=paint, width=width())]:
            lines += [f"  {paint('bold', _name(entry))}: daarna veranderd", *_bounded(shown), ""]
    return lines + _more(turn)


def _more(turn: Turn) -> list[str]:
    more = len(turn.entries) - MOST_FILES
    return [f"  en nog {count(more, 'bestand', 'bestanden')}", ""] if more > 0 else []


def _name(entry: Entry) -> str:
    return readable(shown_path(entry.path))


def _file(entry: Entry, again: bool, paint: Paint) -> Iterator[str]:
    """What happens to one file."""
    goal, now = entry.after if again else entry.before, current(entry.path)
    name = f"  {paint('bold', _name(entry))}"
    if now == goal:
        yield f"{name}: is al zo"
    elif goal is None:
        yield f"{name}: gaat weg; het blijft bewaard in de map .bo"
    elif now is None and (again and entry.before is None):
        yield f"{name}: komt terug"
        yield from _bounded(difference(b"", goal, paint, width()))
    elif now is None:
        yield from folded(f"{name}: is weg, en komt terug zoals het {'na' if again else 'vóór'} deze opdracht was", width(), "  ")
        yield from _bounded(difference(b"", goal, paint, width()))
    else:
        yield name
        yield from _bounded(difference(now if isinstance(now, bytes) else b"", goal, paint, width()))


def _bounded(lines: Iterable[str]) -> Iterator[str]:
    """The first lines, and how many there are besides."""
    rest = iter(lines)
    yield from islice(rest, MOST_LINES)
    if more := sum(1 for _ in rest):
        yield f"     … nog {count(more, 'regel', 'regels')}"
