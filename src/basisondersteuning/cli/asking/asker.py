"""Ask a question in the way that this terminal can, or say which option answers it."""

from __future__ import annotations

import os
import sys

import typer

from ..terminal import is_terminal, say
from .answer import BACK, parts_of, understood
from .question import Choice, Question

_YES_NO = (Choice("ja"), Choice("nee"))


def can_ask() -> bool:
    """Whether somebody sits at the keyboard."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def ask(question: Question) -> str:
    """The answer, as text, checked. Raises a usage error that names the option when there is nobody to ask; Ctrl-C ends all.

    An answer that may be left out is never asked for without somebody to ask: then it is the default.
    """
    if not can_ask():
        if question.required and not question.default:
            raise typer.BadParameter("is nodig.", param_hint=question.option)
        return question.default
    try:
        return _asked(question)
    except (EOFError, KeyboardInterrupt):
        say("Gestopt. Er is niets geschreven.")
        raise KeyboardInterrupt from None


def answered(question: Question, given: str | None, *, quiet: bool = False) -> str:
    """The answer that an option gave, checked as if it were typed; else the answer of whoever sits at the keyboard.

    `quiet`: nothing is asked for which there is a default or that may be left out.
    """
    if given is not None:
        found = understood(question, given)
        if found.complaint:
            raise typer.BadParameter(_begun_small(found.complaint), param_hint=question.option)
        return found.value
    if quiet and (question.default or not question.required):
        return question.default
    return ask(question)


def _begun_small(complaint: str) -> str:
    """A complaint behind the name of an option."""
    return complaint if complaint[1:2].isupper() else complaint[:1].lower() + complaint[1:]


def ask_many(question: Question) -> list[str]:
    """Answers until an empty one, or several on one line with commas between; each checked by itself.

    Text without choices is one answer a line: a sentence may hold a comma.
    """
    several = bool(question.choices) or question.open
    found: list[str] = []
    pending = question._replace(many=several)
    while text := ask(pending):
        if text == BACK and pending.back:
            return [BACK]
        parts = parts_of(text) if several else [text]
        found += [one for one in parts if one not in found]
        left = tuple(one for one in question.choices if one.value not in found)
        ended = question.choices and not left and not question.open
        if len(parts) > 1 or ended or not can_ask() or text == question.default:
            break
        pending = pending._replace(words="Nog een? Enter als het klaar is", choices=left, default="", required=False, back=False)
    return found


def confirm(words: str, *, default: bool = True) -> bool:
    """Ja or nee. Without somebody to ask the answer is the default."""
    if not can_ask():
        return default
    return ask(Question("--ja", words, choices=_YES_NO, default="ja" if default else "nee")) == "ja"


def _asked(question: Question) -> str:
    if os.environ.get("BO_EENVOUDIG") or os.environ.get("TERM") == "dumb":
        from .plain import asked

        return asked(question)
    from .prompted import NoScreen
    from .prompted import asked as prompted

    try:
        return prompted(question)
    except NoScreen:
        from .plain import asked

        return asked(question)
