"""How a finding is shown: the marker under the word, nothing that steers a terminal, no values where it travels."""

# ruff: noqa: E501 - tables of cases, one to a line

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.findings.catalogue import all_codes, find, reading, shape
from basisondersteuning.findings.finding import Finding, Place, Related, Severity, readable
from basisondersteuning.findings.paint import folded
from basisondersteuning.findings.render_json import as_data
from basisondersteuning.findings.render_short import short
from basisondersteuning.findings.render_text import columns, text


def at(line: str, word: str, **more: object) -> Finding:
    column = line.index(word)
    return shape.DATE.at(Place("map/x.yaml", 12, column + 1, len(word), line), **more)  # type: ignore[arg-type]


def marked(finding: Finding, width: int = 80) -> tuple[str, str]:
    """The excerpt, and the part of it that stands above the marker, by columns on the screen."""
    lines = text(finding, width=width).split("\n")
    mark = next(index for index, line in enumerate(lines) if set(line.split("|")[-1].strip()) == {"^"})
    excerpt = lines[mark - 1]
    start, end = lines[mark].index("^"), lines[mark].rindex("^") + 1
    under, used = "", 0
    for character in excerpt:
        if start <= used < end:
            under += character
        used += columns(character)
    return excerpt, under


def test_the_whole_of_it() -> None:
    finding = at("  - {datum: 9 sept, soort: toets}", "9 sept", related=(Related(Place("y.yaml", 3, 1, 2, "ab: c"), "zie ook"),))
    assert text(finding) == "\n".join([
        "fout[BO204]: Dit is geen datum die `bo` leest.",
        "   --> map/x.yaml:12:13",
        "   |",
        "12 |   - {datum: 9 sept, soort: toets}",
        "   |             ^^^^^^",
        "   --> y.yaml:3:1",
        "   |",
        " 3 | ab: c",
        "   | -- zie ook",
        "   = doe: Schrijf de datum als 2026-11-03 of 3-11-2026, met een jaar van vier",
        "          cijfers.",
    ])  # fmt: skip


def test_without_a_line_there_is_only_the_file() -> None:
    finding = reading.EMPTY.at(Place("x.yaml"), related=(Related(Place("y.yaml"), "ook leeg"),))
    assert text(finding).split("\n")[:3] == ["fout[BO105]: Dit bestand is leeg.", "  --> x.yaml", "  --> y.yaml  (ook leeg)"]


@pytest.mark.parametrize(
    "line",
    [
        "datum: FOUT", "日本語: FOUT en meer 日本", "e\u0301te\u0301: FOUT", "\t\tdatum:\tFOUT", "😀: FOUT", "a" * 500 + " FOUT", "FOUT" + "b" * 500,
        "日" * 300 + "FOUT" + "日" * 300, "a" * 70 + "FOUT", "a" * 76 + "FOUT", "a" * 77 + "FOUT b", "\u200b\u200bx: FOUT", "ＡＢ: FOUT", "x\x1b[31m: FOUT",
    ],
)  # fmt: skip
@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_the_marker_stands_under_the_word(line: str, width: int) -> None:
    excerpt, under = marked(at(line, "FOUT"), width)
    assert under == "FOUT"
    assert columns(excerpt) <= max(width, 26)


def test_a_long_word_is_marked_as_far_as_it_shows() -> None:
    line = "a: " + "FOUT" * 500
    excerpt, under = marked(at(line, "FOUT" * 500))
    assert columns(excerpt) <= 80
    assert set(under) <= set("FOUT…")
    assert len(under) > 20


def test_a_part_of_a_line_keeps_its_column() -> None:
    finding = shape.DATE.at(Place("x", 1, 5001, 4, "abcd FOUT efgh", 4996 - 1))
    excerpt, under = marked(finding)
    assert under == "FOUT"
    assert excerpt.startswith("1 | …abcd FOUT")
    assert "x:1:5001" in text(finding)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120), st.integers(0, 119), st.integers(0, 40), st.integers(1, 120))
def test_no_text_steers_the_terminal(line: str, column: int, length: int, width: int) -> None:
    finding = shape.DATE.at(Place("x", 1, column + 1, length, line))
    shown = text(finding, width=width)
    for character in shown.replace("\n", ""):
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert character not in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f"
    lines = shown.split("\n")
    assert sum(set(one.split("|")[-1].strip()) == {"^"} for one in lines) == 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("map/x.yaml", "map/x.yaml"), ("één 😀.yaml", "één 😀.yaml"), ("a\nb", "a\\nb"), ("a\x1b[31m", "a\\x1b[31m"),
        ("caf\udce9", "caf\\xe9"), ("x\u202ey", "x\\u202ey"), ("\ud800", "\\ud800"), ("", ""),
    ],
)  # fmt: skip
def test_file_names_that_would_break_the_output(name: str, shown: str) -> None:
    assert readable(name) == shown
    place = Place(name, 1, 2)
    assert str(place) == f"{shown}:1:2"
    short(shape.DATE.at(place)).encode()
    json.dumps(as_data(shape.DATE.at(place)), ensure_ascii=False).encode()


def test_short_is_one_line_without_values() -> None:
    finding = at("datum: 9 sept", "9 sept", suggestion="2024-09-09")
    assert short(finding) == "map/x.yaml:12:8: fout BO204 datum: Dit is geen datum die `bo` leest. Bedoelde u `2024-09-09`?"
    assert "sept" not in short(finding)


def test_json_shows_values_only_when_asked() -> None:
    related = (Related(Place("y", 1, 1, 1, "geheim"), "zie ook"),)
    finding = at("datum: 9 sept", "9 sept", related=related, subject="L-0101", severity=Severity.ADVIES)
    assert as_data(finding) == {
        "code": "BO204", "naam": "datum", "ernst": "advies", "bestand": "map/x.yaml", "regel": 12, "kolom": 8, "lengte": 6,
        "melding": "Dit is geen datum die `bo` leest.", "herstel": shape.DATE.remedy, "betreft": "L-0101",
        "zie_ook": [{"bestand": "y", "regel": 1, "kolom": 1, "lengte": 1, "uitleg": "zie ook"}],
    }  # fmt: skip
    with_values = as_data(finding, excerpts=True)
    assert with_values["fragment"] == "datum: 9 sept"
    assert with_values["zie_ook"][0]["fragment"] == "geheim"
    assert as_data(reading.EMPTY.at(Place("x"))).keys() == {"code", "naam", "ernst", "bestand", "melding", "herstel"}


def test_a_suggestion_without_a_remedy_becomes_one() -> None:
    finding = shape.UNKNOWN_VALUE.at(Place("x"), suggestion="toets")
    assert finding.remedy == "Bedoelde u `toets`? Kies een waarde uit de lijst."


def test_colour_changes_nothing_but_colour() -> None:
    finding = at("datum: 9 sept", "9 sept")
    painted = text(finding, lambda style, words: f"<{style}>{words}</>")
    assert "<bold red>fout[BO204]</>: Dit" in painted
    plain = painted
    for style in ("bold red", "dim", "green"):
        plain = plain.replace(f"<{style}>", "")
    assert plain.replace("</>", "") == text(finding)


def test_folding() -> None:
    assert folded("", 80, "  ") == ["  "]
    assert folded("een twee drie", 1, "") == ["een twee drie"]
    assert folded("x" * 200, 40, "  ") == ["  " + "x" * 200]


def test_every_code_is_worded_and_can_be_found() -> None:
    names = set()
    for code in all_codes().values():
        assert find(code.code.lower()) is code
        assert find(code.name.upper()) is code
        names.add(code.name)
        assert code.title[0].isupper() or code.title[0] == "`"
        assert not code.title.endswith(".")
        assert code.why.endswith((".", "?"))
        assert code.remedy.endswith(".")
        assert code.name == code.name.lower()
        assert " " not in code.name
    assert len(names) == len(all_codes())
    assert find("nergens") is None
