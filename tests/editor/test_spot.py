"""Where the cursor is, in a record that is whole and in one that is half typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from basisondersteuning.editor.completing import completions
from basisondersteuning.editor.desk import Desk
from basisondersteuning.editor.diagnostics import diagnostics
from basisondersteuning.editor.examined import examine
from basisondersteuning.editor.hovering import hover
from basisondersteuning.editor.mending import quick_fixes
from basisondersteuning.editor.navigating import definition, inlay_hints, symbols
from basisondersteuning.editor.spot import spot_at
from basisondersteuning.editor.texts import Text
from conftest import EXAMPLES

from .marks import CURSOR

HEAD = "soort: dossier\ntijdlijn:\n"


def at(text: str) -> tuple[tuple[str | int, ...], bool, str] | None:
    spot = spot_at(text.replace(CURSOR, ""), text.index(CURSOR))
    return (tuple(spot.path), spot.key, spot.word) if spot is not None else None


@pytest.mark.parametrize(
    ("text", "path", "key", "word"),
    [
        ("so‸ort: dossier\n", ("soort",), True, "soort"),
        ("soort: dos‸sier\n", ("soort",), False, "dossier"),
        ("soort: ‸", ("soort",), False, ""),
        ("soort: dossier\n‸", ("",), True, ""),
        ("soort: dossier\nschool: ‸\ntijdlijn: []\n", ("school",), False, ""),
        (f"{HEAD}  - {{datum: 2026-11-03, door: l‸k}}\n", ("tijdlijn", 0, "door"), False, "lk"),
        (f"{HEAD}  - {{datum: 2026-11-03, ‸}}\n", ("tijdlijn", 0, ""), True, ""),
        (f"{HEAD}  - {{datum: 2026-11-03, ‸", ("tijdlijn", 0, ""), True, ""),
        (f"{HEAD}  - {{datum: 2026-11-03, door: ‸\n  - {{datum: 2026-11-04}}\n", ("tijdlijn", 0, "door"), False, ""),
        (f"{HEAD}  - datum: 2026-11-03\n    met: [a, ‸\n  - datum: 2026-11-04\n", ("tijdlijn", 0, "met", 1), False, ""),
        (f"{HEAD}  - datum: 2026-11-03\n    ‸\n", ("tijdlijn", 0, ""), True, ""),
        (f"{HEAD}  - datum: 2026-11-03\n    do‸\n    gedrag: x\n", ("tijdlijn", 0, "do"), True, "do"),
        (f"{HEAD}  - ‸\n", ("tijdlijn", 0), False, ""),
        (f"{HEAD}  - datum: 2026-11-03\n    gedrag: >-\n      Noor t‸elt.\n", ("tijdlijn", 0, "gedrag"), False, "telt."),
        ('soort: dossier\nschool: "99X‸X00"\n', ("school",), False, "99XX00"),
        ("\u00e9: 🙂\nsoort: dos‸sier\n", ("soort",), False, "dossier"),
    ],
)
def test_the_place_of_a_cursor(text: str, path: tuple[str | int, ...], key: bool, word: str) -> None:
    assert at(text) == (path, key, word)


@pytest.mark.parametrize("text", ["soort: dossier # opm‸erking\n", "# ‸\nsoort: dossier\n", "a: [}‸]\n"])
def test_a_place_that_means_nothing(text: str) -> None:
    assert at(text) is None


FILES = [one for one in sorted(EXAMPLES.rglob("*.yaml")) if one.stat().st_size < 8000]
PIECES = ("", "{", "}", "[", "]", ":", ": ", "- ", '"', "'", "\n", "\n  - ", "🙂", "\ufeff", "\r", "\x85", "#", ", ", "&a", "*a",
          "!x", "|\n", "\x00", "\ud800", "\t")  # fmt: skip
DESK, TODAY = Desk(), date(2026, 11, 25)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.sampled_from(FILES), st.integers(0, 7999), st.sampled_from(PIECES), st.integers(0, 60), st.booleans())
def test_whatever_is_half_typed_has_an_answer(path: Path, cut: int, piece: str, gone: int, ends: bool) -> None:
    """Nothing raises, wherever a text is broken off or broken into, and each answer lies within the text."""
    whole = path.read_text(encoding="utf-8")
    cut = min(cut, len(whole))
    done = examine(str(path), "file:///x", Text(whole[:cut] + piece + ("" if ends else whole[cut + gone :])), DESK, TODAY)
    end = done.text.position(len(done.text.text))
    for one in diagnostics(done):
        assert (one.range.start.line, one.range.start.character) <= (one.range.end.line, one.range.end.character)
        assert (one.range.end.line, one.range.end.character) <= (end.line, end.character)
    for symbol in symbols(done):
        assert (
            symbol.range.start.line
            <= symbol.selection_range.start.line
            <= symbol.selection_range.end.line
            <= symbol.range.end.line
        )
    place = done.text.position(cut + len(piece))
    hover(done, place, DESK, TODAY)
    definition(done, place)
    completions(done, place, DESK, TODAY, snippets=True)
    inlay_hints(done)
    quick_fixes(done, types.Range(types.Position(0, 0), end), None)
