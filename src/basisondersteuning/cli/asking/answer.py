"""What a person means by what was typed; the same at every kind of terminal."""

from __future__ import annotations

from typing import NamedTuple

from .question import Choice, Question

HELP = "?"
"""What a person types to see the explanation."""

NOTHING = "-"
"""What a person types to leave out an answer for which there is a default."""

BACK = "<"
"""What a person types to go back to the question before this one, where that can be."""

_FEW = 6
"""How many choices a complaint names."""


class Answer(NamedTuple):
    """The answer, or what is wrong with it, in Dutch."""

    value: str = ""
    complaint: str = ""


def understood(question: Question, typed: str) -> Answer:
    """The answer that a person means, checked."""
    text = typed.strip() if question.lines else " ".join(typed.split("\n")).strip()
    if not text:
        if question.default or not question.required:
            return Answer(question.default)
        return Answer(complaint="Hier is een antwoord nodig.")
    if text == BACK and question.back:
        return Answer(BACK)
    if text == NOTHING and not question.required:
        return Answer()
    if question.many and len(parts := parts_of(text)) > 1:
        return _together([understood(question, one) for one in parts])
    if not question.choices:
        return _checked(question, text)
    exact = _exact(question.choices, text)
    if exact is not None:
        return _checked(question, exact.value)
    if question.open:
        free = _checked(question, text)
        if not free.complaint:
            return free
        meant = fitting(question, text)
        return _checked(question, meant[0][1].value) if len(meant) == 1 else free
    return _chosen(question, text)


def parts_of(text: str) -> list[str]:
    """What stands between the commas."""
    return [one.strip() for one in text.split(",") if one.strip()]


def fitting(question: Question, typed: str) -> list[tuple[int, Choice]]:
    """The choices that can still be meant, with their numbers; those that begin so go before those with a word that does."""
    text = _plain(typed)
    numbered = list(enumerate(question.choices, start=1))
    if not text:
        return numbered
    if text.isdecimal():
        return [one for one in numbered if str(one[0]).startswith(text) or _plain(one[1].value).startswith(text)]
    first = [one for one in numbered if any(part.startswith(text) for part in _named(one[1]))]
    rest = [one for one in numbered if one not in first]
    return first + [one for one in rest if any(f" {part}".find(f" {text}") >= 0 for part in _named(one[1]))]


def _together(answers: list[Answer]) -> Answer:
    wrong = next((one for one in answers if one.complaint), None)
    return wrong or Answer(", ".join(dict.fromkeys(one.value for one in answers)))


def _chosen(question: Question, text: str) -> Answer:
    found = [one for _, one in fitting(question, text)]
    begun = [one for one in found if any(part.startswith(_plain(text)) for part in _named(one))]
    meant = begun or found
    if text.isdecimal() or not meant:
        known = ", ".join(one.value for one in question.choices[:_FEW]) + (" …" if len(question.choices) > _FEW else "")
        return Answer(complaint=f"Dit staat niet in de lijst. Kies uit {known}, of typ een nummer.")
    if len(meant) > 1:
        known = ", ".join(one.value for one in meant[:_FEW]) + (" …" if len(meant) > _FEW else "")
        return Answer(complaint=f"Dit kan meer dan één zijn: {known}. Typ iets verder.")
    return _checked(question, meant[0].value)


def _exact(choices: tuple[Choice, ...], text: str) -> Choice | None:
    """The choice with this value, this number or these words, in that order."""
    plain = _plain(text)
    for one in choices:
        if _plain(one.value) == plain:
            return one
    if text.isascii() and text.isdecimal() and 1 <= int(text[:6]) <= len(choices):
        return choices[int(text[:6]) - 1]
    alike = [one for one in choices if one.words and _plain(one.words) == plain]
    return alike[0] if len(alike) == 1 else None


def _named(choice: Choice) -> tuple[str, ...]:
    return (_plain(choice.value), _plain(choice.words)) if choice.words else (_plain(choice.value),)


def _plain(text: str) -> str:
    """As people type it: `Technisch lezen` is `technisch_lezen`."""
    return " ".join(text.replace("_", " ").replace(",", " ").casefold().split())


def _checked(question: Question, value: str) -> Answer:
    complaint = question.check(value) if question.check is not None else None
    return Answer(complaint=complaint) if complaint else Answer(value)
