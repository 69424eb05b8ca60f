"""Answers the question of a shell: which words can stand at the cursor."""

from __future__ import annotations

import sys

from .scripts import SCRIPTS
from .suggest import Line, suggest

_LONGEST = 60
"""Characters of an explanation: it stands beside the word, in a terminal of 80 columns."""


def answer(arguments: list[str]) -> None:
    """Write the suggestions for `SHELL WORDS... :WORD`, one a line. Never an error: it would stand in a line somebody types."""
    if len(arguments) < 2 or arguments[0] not in SCRIPTS or not arguments[-1].startswith(":"):
        return
    before, at = arguments[1:-1], arguments[-1][1:]
    if arguments[0] == "bash":
        before, at = _of_bash(before, at)
    elif arguments[0] == "fish":
        at = _plain(at)
    lead = at[: at.rfind("=") + 1] if arguments[0] == "bash" and at.startswith("--") else ""
    try:
        found = suggest(Line(tuple(before), at))
    except Exception:  # whatever it is, the line that somebody types stays as it is
        return
    lines = (one.text.removeprefix(lead) + (f"\t{_short(one.help)}" if one.help else "") for one in found)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",:;") + " …"


def _of_bash(before: list[str], at: str) -> tuple[list[str], str]:
    """Words as bash has them, without quotes, and `--option=value`, which bash cuts in three, in one piece again."""
    words = [_plain(one) for one in [*before, at]]
    joined: list[str] = []
    for index, word in enumerate(words):
        if word == "=" and joined and joined[-1].startswith("--"):
            joined[-1] += "="
        elif index and words[index - 1] == "=" and joined and joined[-1].endswith("=") and joined[-1].startswith("--"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined[:-1], joined[-1]


def _plain(word: str) -> str:
    """A word without the quotes and backslashes that keep it together; it may still be open."""
    if word[:1] in ("'", '"'):
        return word[1:].removesuffix(word[0]) if len(word) > 1 else ""
    return word.replace("\\", "")
