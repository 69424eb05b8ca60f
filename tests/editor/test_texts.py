"""Places, offsets and positions of an editor: one and the same place, counted in three ways."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lsprotocol.types import Position

from basisondersteuning.editor.texts import Text
from basisondersteuning.findings.finding import Place

texts = st.text(st.sampled_from("ab é🙂:\n\r\x85\u2028\ufeff-{}"), max_size=40)
encodings = st.sampled_from(("utf-8", "utf-16", "utf-32"))
SIZE = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


@settings(derandomize=True, deadline=None)
@given(texts, encodings)
@example("\ufeff🙂a\r\nb", "utf-16")
def test_every_place_between_characters_has_a_position_of_its_own(whole: str, encoding: str) -> None:
    text = Text(whole, encoding)
    ends = {at + 1 for at in range(len(text.text) - 1) if text.text[at : at + 2] == "\r\n"}  # within the end of a line
    for offset in set(range(len(text.text) + 1)) - ends:
        assert text.offset(text.position(offset)) == offset


@settings(derandomize=True, deadline=None)
@given(texts, encodings)
def test_a_position_counts_units_on_lines_as_an_editor_has_them(whole: str, encoding: str) -> None:
    """The text up to a position, made by the rules of the protocol alone."""
    text = Text(whole, encoding)
    raw = whole.removeprefix("\ufeff")
    ahead = whole[: len(whole) - len(raw)]
    for offset in range(len(raw) + 1):
        at = text.position(offset)
        before = (ahead + raw[:offset]).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if raw[offset - 1 : offset + 1] != "\r\n":
            assert at.line == len(before) - 1
            code = "utf-8" if encoding == "utf-8" else f"{encoding}-le"
            assert at.character == len(before[-1].encode(code)) // SIZE[encoding]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_place_behind_an_emoji(end: str) -> None:
    text = Text(f"soort: dossier{end}a: 🙂 fout", "utf-16")
    found = text.of(Place("x", 2, 6, 4))
    assert (found.start, found.end) == (Position(1, 6), Position(1, 10))


def test_a_line_that_only_yaml_sees_is_none_to_an_editor() -> None:
    text = Text("a: x\u2028b: y", "utf-16")
    assert text.of(Place("x", 2, 1, 1)).start == Position(0, 5)


def test_a_place_never_runs_on_to_the_next_line() -> None:
    assert Text("ab\ncd").of(Place("x", 1, 1, 99)).end == Position(0, 2)


def test_what_lies_outside_the_text_is_the_nearest_place_in_it() -> None:
    text = Text("ab\ncd")
    assert text.of(Place("x", 9, 9, 9)).start == Position(1, 2)
    assert text.offset(Position(9, 9)) == 5
    assert text.offset(Position(0, 99)) == 2
    assert text.of(Place("x")).end == Position(0, 2)


def test_half_a_character_is_no_reason_to_stop() -> None:
    assert Text("a: \ud800").data == b"a: ?"
