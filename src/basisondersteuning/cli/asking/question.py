"""A question, as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Choice(NamedTuple):
    """Something that can be chosen: the value, and the words that explain it."""

    value: str
    words: str = ""


class Question(NamedTuple):
    """What is asked.

    `option` is the option that answers it without asking, such as `--school`; `words` the question, `help` a line below it.
    With `choices` the answer is one of those, also by their number, or by words that begin so; unless `open`, then others may
    be typed too. `check` gives the complaint about an answer, in Dutch, or None; it is called while a person types, so it is
    quick. `default` is what Enter gives; without `required` an answer may be left out, and is then empty. With `lines` the
    answer is text of several lines, with `many` there may be several with commas between (`ask_many` sees to it). `echo` says
    how an answer is understood, as «dinsdag 3 november 2026» for `3-11`; empty where it says nothing. With `back` the answer
    may be `BACK`: the question before this one again.
    """

    option: str
    words: str
    help: str = ""
    choices: tuple[Choice, ...] = ()
    default: str = ""
    required: bool = True
    check: Callable[[str], str | None] | None = None
    open: bool = False
    lines: bool = False
    many: bool = False
    echo: Callable[[str], str] | None = None
    back: bool = False
