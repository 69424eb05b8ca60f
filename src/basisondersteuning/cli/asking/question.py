"""A question, and the simplest way to ask it: one line on standard error, one line back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import typer

from ..terminal import is_terminal


class Choice(NamedTuple):
    """Something that can be chosen: the value, and the words that explain it."""

    value: str
    words: str = ""


class Question(NamedTuple):
    """What is asked.

    `option` is the option that answers it without asking, such as `--school`; `words` the question, `help` a line below it.
    With `choices` the answer is one of those, also by their number, or by words that begin so; unless `open`, then others may
    be typed too. `check` gives the complaint about an answer, in Dutch, or None; it is called while a person types, so it is
    quick. `default` is what Enter gives; without `required` an answer may be left out, and is then empty.
    """

    option: str
    words: str
    help: str = ""
    choices: tuple[Choice, ...] = ()
    default: str = ""
    required: bool = True
    check: Callable[[str], str | None] | None = None
    open: bool = False


def can_ask() -> bool:
    """Whether somebody sits at the keyboard."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def ask(question: Question) -> str:
    """The answer, as text, checked. Raises a usage error that names the option when there is nobody to ask; Ctrl-C ends all."""
    if not can_ask():
        raise typer.BadParameter("is nodig.", param_hint=question.option)
    return str(typer.prompt(question.words, default=question.default, err=True)).strip()


def ask_many(question: Question) -> list[str]:
    """Answers until an empty one, or several on one line with commas between; each checked by itself."""
    return [one.strip() for one in ask(question).split(",") if one.strip()]


def confirm(words: str, *, default: bool = True) -> bool:
    """Ja or nee. Without somebody to ask the answer is the default."""
    if not can_ask():
        return default
    answer = typer.prompt(f"{words} [{'J/n' if default else 'j/N'}]", default="", show_default=False, err=True)
    return default if not answer.strip() else str(answer).strip().lower().startswith("j")
