"""Examples in which things are mistyped: what is mended without guessing says again exactly what the example said."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.model.dates import parse_date
from basisondersteuning.model.words import long_date
from basisondersteuning.records.load import Loaded, load_text
from basisondersteuning.records.remedies import mend
from records.test_remedies import hold_the_laws

TODAY = date(2026, 11, 24)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("**/*.yaml"))
TEXTS = [text for path in EXAMPLES if path.parent.name != "kaders" and len(text := path.read_text("utf-8")) < 9000]
"""Without frames: what is mistyped in a pattern is no mistake of form, and only `bo kader check` sees it."""

_KEY = re.compile(r"(?<=[ {])[a-z_]{5,}(?=: )|^[a-z_]{5,}(?=:)", re.MULTILINE)
_DAY = re.compile(r"(?<=: )(?:\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{4})(?=[,}\n])")
_YES_NO = re.compile(r"(?<=: )(?:ja|nee)(?=[,}\n])")
_GROUP = re.compile(r"(?<=groep: )\d")
_WORD = re.compile(r"(?<=soort: )[a-z_]{6,}|(?<=vakgebied: )[a-z_]{6,}|(?<=effect: )[a-z_]{6,}")
_SCHOOL = re.compile(r"(?<=school: )\d\d[A-Z]{2}\d\d")
_NOTE = re.compile(r"(?<=notitie: )[A-Z][^:#'\"{}\n\[\],]+(?=\n)")


def _left_out(word: str, at: int) -> str:
    at = 1 + at % (len(word) - 1)
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int) -> str:
    at = at % len(word)
    return word[: at + 1] + word[at:]


def _swapped(word: str, at: int) -> str:
    at = 1 + at % (len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


_DAY_FORMS: list[Callable[[date], str]] = [
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day:02}.{day.month:02}.{day.year}",
    long_date,
    lambda day: f"{day.year}/{day.month:02}/{day.day:02}",
    lambda day: f"“{day.isoformat()}”",
]

MISTAKES: dict[str, tuple[re.Pattern[str], Callable[[str, int], str]]] = {
    "a letter left out of a key": (_KEY, _left_out),
    "a letter of a key twice": (_KEY, _doubled),
    "two letters of a key swapped": (_KEY, _swapped),
    "a key in capitals": (_KEY, lambda word, _: word.capitalize()),
    "a hyphen in a key": (re.compile(r"(?<=[ {])[a-z]+_[a-z_]+(?=: )"), lambda word, _: word.replace("_", "-")),
    "no space behind a key": (re.compile(r"^ *(?:- )?\{?[a-z_]+: (?=[a-z0-9])", re.MULTILINE), lambda word, _: word[:-1]),
    "a day in another form": (_DAY, lambda word, at: _DAY_FORMS[at % len(_DAY_FORMS)](parse_date(word))),
    "another yes": (
        _YES_NO,
        lambda word, at: {"ja": ["Yes", "JA", "true", "j"], "nee": ["No", "NEE", "false", "n"]}[word][at % 4],
    ),
    "groep 5": (_GROUP, lambda word, _: f"groep {word}"),
    "a letter left out of a value": (_WORD, _left_out),
    "a value in capitals": (_WORD, lambda word, _: word.upper()),
    "a value between curly quotes": (_WORD, lambda word, _: f"“{word}”"),
    "a school in small letters": (_SCHOOL, lambda word, _: f"{word[:4].lower()} {word[4:]}"),
    "a colon in a text": (_NOTE, lambda word, _: word.replace(" ", ": ", 1)),
    "no space behind a dash": (re.compile(r"(?<=^  -) (?=[a-z])", re.MULTILINE), lambda _word, _at: ""),
    "a tab": (re.compile(r"^  (?=- )", re.MULTILINE), lambda _word, _at: "\t"),
}

mistakes = st.lists(
    st.tuples(st.sampled_from(sorted(MISTAKES)), st.integers(0, 10_000), st.integers(0, 50)), min_size=1, max_size=4
)


def _mistyped(text: str, made: list[tuple[str, int, int]]) -> str:
    for name, where, how in made:
        pattern, change = MISTAKES[name]
        found = list(pattern.finditer(text))
        if found:
            one = found[where % len(found)]
            text = text[: one.start()] + change(one[0], how) + text[one.end() :]
    return text


def _said(loaded: Loaded) -> str:
    """What a record says; without colons, since one mistake puts a colon in a text on purpose."""
    return repr(loaded.record).replace(":", "")


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.sampled_from(TEXTS), mistakes)
def test_what_is_mended_says_what_was_meant(text: str, made: list[tuple[str, int, int]]) -> None:
    wrong = _mistyped(text, made).encode()
    meant = load_text("", text.encode(), today=TODAY)
    result = mend(wrong, lambda one: one.safe, today=TODAY)
    if result.loaded.sound and result.done:
        assert _said(result.loaded) == _said(meant)


@settings(max_examples=35, deadline=None, derandomize=True)
@given(st.sampled_from(TEXTS), mistakes, st.booleans())
def test_the_laws_hold_for_what_is_mistyped(text: str, made: list[tuple[str, int, int]], safe: bool) -> None:
    hold_the_laws("", _mistyped(text, made).encode(), safe)


@pytest.mark.parametrize("name", sorted(MISTAKES))
def test_each_mistake_is_mended_somewhere(name: str) -> None:
    for text in TEXTS:
        for where in range(3):
            wrong = _mistyped(text, [(name, where, where)])
            if wrong != text and mend(wrong.encode(), lambda one: one.safe, today=TODAY).loaded.sound:
                return
    raise AssertionError("never mended")


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.sampled_from(TEXTS),
    st.integers(0, 10_000),
    st.text(alphabet="{}[]:#\"'&*!-@ \n\tab1", min_size=1, max_size=3),
    st.booleans(),
)
def test_the_laws_hold_for_any_scratch(text: str, where: int, scratch: str, safe: bool) -> None:
    at = where % len(text)
    hold_the_laws("", (text[:at] + scratch + text[at + (where % 3) :]).encode(), safe)
