"""`bo undo --lijst`: the deeds, the newest first, and what of each is taken back."""

from __future__ import annotations

import sys

from ..findings.finding import readable
from ..findings.paint import folded
from ..records.standing import Standing, next_again, next_back
from ..records.undoing import shown_path
from .app import FINE
from .terminal import painter, say, width
from .undo_text import when

_SHOWN = 3
"""Files of a deed that are named."""


def show_list(listed: list[Standing], file: str | None) -> int:
    """Show the deeds, of one file only when it is given; an arrow stands before the one that is taken back next."""
    shown = [one for one in listed if file is None or any(entry.path == file for entry in one.deed.entries)]
    if not shown:
        say("bo undo: hier staat nog niets wat terug te nemen is.")
        return FINE
    back, again = next_back(listed, file), next_again(listed, file)
    for one in reversed(shown):
        arrow = "→ " if back is not None and one.deed is back.deed else "  "
        text = f"{when(one.deed)}  {readable(one.deed.command)}{_state(one)}: {_files(one, file)}"
        sys.stdout.write("\n".join(folded(text, width(), "      ", arrow)) + "\n")
    ends = ["→ neemt `bo undo` nu terug."] if back is not None else []
    if again is not None:
        ends.append(f"`bo undo --opnieuw` zet terug: {readable(again.deed.command)}, {when(again.deed)}.")
    paint = painter()
    sys.stdout.write("".join(f"{paint('dim', line)}\n" for end in ends for line in folded(end, width(), "")))
    return FINE


def _state(one: Standing) -> str:
    number = len(one.deed.entries)
    if one.half or (one.stands and any(index not in one.deed.back for index in _back(one))):
        return " (half; `bo undo` neemt de rest terug)"
    if not one.stands:
        return " (teruggenomen)"
    return f" (teruggenomen: {len(one.back)} van {number} bestanden)" if one.back else ""


def _back(one: Standing) -> list[int]:
    return [number for number, entry in enumerate(one.deed.entries) if entry in one.back]


def _files(one: Standing, file: str | None) -> str:
    names = [readable(shown_path(entry.path)) for entry in one.deed.entries if file in (None, entry.path)][:_SHOWN]
    more = len(one.deed.entries) - len(names)
    return ", ".join(names) + (f" en nog {more}" if more else "")
