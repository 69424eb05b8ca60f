"""Adding to a record: what was there keeps every byte, and the new text reads as the old with the items added."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.findings.finding import Finding
from basisondersteuning.records.editing import Add, edited
from basisondersteuning.records.editing.items import item_lines
from basisondersteuning.records.parse import parse
from basisondersteuning.records.source import Source, accept
from basisondersteuning.records.tree import Tree

ROOT = Path(__file__).parent.parent.parent
EVENT: Tree = {"datum": "2026-11-28", "soort": "oudercontact", "met": ["moeder"], "over": ["ot"]}
LONG = "Wat werkt: rust, en elke dag hetzelfde begin. " * 4 + "Dat houden we zo."


def read(data: bytes) -> dict[str, Tree]:
    source, findings = accept("x", data), list[Finding]()
    assert isinstance(source, Source), source
    document = parse(source, findings)
    assert document is not None and not findings, findings
    return document.root


def append(data: bytes, additions: dict[str, list[Tree]], name: str = "x") -> bytes | Finding:
    return edited(data, [Add((key,), one) for key, items in additions.items() for one in items], name=name)


def added(text: str, **additions: list[Tree]) -> str:
    got = append(text.encode(), additions, name="x")
    assert isinstance(got, bytes), got
    return got.decode()


def test_an_event_follows_the_dashes_of_the_file() -> None:
    for indent in ("", "  ", "    "):
        text = f"soort: dossier\ntijdlijn:\n{indent}- {{datum: 2026-09-07}}\n# slot\n"
        assert added(text, tijdlijn=[EVENT]) == text.replace(
            "# slot", f"{indent}- {{datum: 2026-11-28, soort: oudercontact, met: [moeder], over: [ot]}}\n# slot"
        )


def test_a_long_event_becomes_a_block() -> None:
    event: Tree = {"datum": "2026-11-19", "bespreking": LONG, "afspraken": [{"wie": "lk", "wat": "a: b"}], "slot": "1\n\n2"}
    assert added("tijdlijn:\n  - a: 1\nb: 2\n", tijdlijn=[event]).splitlines() == [
        "tijdlijn:",
        "  - a: 1",
        "  - datum: 2026-11-19",
        "    bespreking: >-",
        "      Wat werkt: rust, en elke dag hetzelfde begin. Wat werkt: rust, en elke dag hetzelfde begin. Wat werkt: rust,",
        "      en elke dag hetzelfde begin. Wat werkt: rust, en elke dag hetzelfde begin. Dat houden we zo.",
        "    afspraken:",
        "      - {wie: lk, wat: 'a: b'}",
        "    slot: |-",
        "      1",
        "",
        "      2",
        "b: 2",
    ]


def test_only_a_long_text_makes_a_block_of_a_flat_event() -> None:
    long = " ".join(["woord"] * 40)
    assert item_lines({"a": "1", "bespreking": "kort"}) == ["- {a: 1, bespreking: kort}"]
    assert item_lines({"a": "1", "bespreking": long})[:3] == ["- a: 1", "  bespreking: >-", f"    {long[:107]}"]
    assert item_lines({"bespreking": long.replace(" ", "  ", 1)}) == [f"- bespreking: {long.replace(' ', '  ', 1)}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1", "a: 1\nx:\n  - b"),
        ("a: 1\n...\n# na\n", "a: 1\nx:\n  - b\n...\n# na\n"),
        ("x:   # leeg\na: 1\n", "x:   # leeg\n  - b\na: 1\n"),
        ("a:\n- 1\nx:\n", "a:\n- 1\nx:\n- b\n"),
        ("x: []\n", "x: [\n  b\n  ]\n"),
        ("x: [a] # c\n", "x: [a, b] # c\n"),
        ("x: [a, ]\n", "x: [a, b ]\n"),
        ("{x: [a]}\n", "{x: [a, b]}\n"),
        ("{a: 1}\n", "{a: 1, x: [b]}\n"),
        ("x: [\n  a, # c\n  ]\n", "x: [\n  a, # c\n  b,\n  ]\n"),
        ("x: [\n  a # c\n  ]\n", "x: [\n  a, # c\n  b\n  ]\n"),
        ("x:\n  - |+\n    a\n\na: 1\n", "x:\n  - |+\n    a\n\n  - b\na: 1\n"),
        ("x:\n  - |\n    a\n\n# c\na: 1\n", "x:\n  - |\n    a\n  - b\n\n# c\na: 1\n"),
        ("x:\n  -   y: 1\n", "x:\n  -   y: 1\n  -   b\n"),
        ("\ufeffx:\r\n- a\r\n", "\ufeffx:\r\n- a\r\n- b\r\n"),
        ("x:\r- a", "x:\r- a\r- b"),
        (" a:\n   - 1\n", " a:\n   - 1\n x:\n   - b\n"),
        ('"x":\n  - a\n', '"x":\n  - a\n  - b\n'),
    ],
)  # fmt: skip
def test_styles(before: str, after: str) -> None:
    assert added(before, x=["b"]) == after


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x: tekst\n", "BO627"),
        ("x: {a: 1}\n", "BO627"),
        ("a: |\n  zonder einde", "BO627"),  # a line below would give the text an end of line
        ("a: 1\na: 2\n", "BO114"),
        ("a: [1\n", "BO108"),
        ("", "BO105"),
    ],
)
def test_what_cannot_be_done_is_said(text: str, code: str) -> None:
    got = append(text.encode(), {"x": ["b"]}, name="L-0101.yaml")
    assert isinstance(got, Finding)
    assert (got.code, got.place.file) == (code, "L-0101.yaml")


@pytest.mark.parametrize("bad", ["\x1b[31m", "\0", "\ud800"])
def test_a_character_that_no_file_may_hold_is_not_advised_to_be_pasted(bad: str) -> None:
    got = append(b"x: []\n", {"x": [{"a": ["b", f"c{bad}"]}]}, name="L-0101.yaml")
    assert isinstance(got, Finding) and got.code == "BO627"
    assert "een teken" in got.message and "zonder dat teken" in got.remedy and "er zelf bij" not in got.remedy


def test_nothing_to_add_changes_nothing() -> None:
    assert added("x: {a: 1}\n") == added("x: {a: 1}\n", x=[]) == "x: {a: 1}\n"
    assert added("a: 1\n", x=[]) == "a: 1\n"


def test_every_example_takes_an_event() -> None:
    paths = sorted((ROOT / "examples" / "dossiers").glob("*.yaml"))
    assert paths
    for path in paths:
        data = path.read_bytes()
        got = append(data, {"tijdlijn": [EVENT], "betrokkenen": [{"id": "nieuw", "naam": "A. Nieuw", "rol": "ouder"}]})
        assert isinstance(got, bytes), path
        lines = iter(got.splitlines(keepends=True))
        assert all(one in lines for one in data.splitlines(keepends=True)), path  # in their order


WORD = st.text("abcABC012 '\"#:-,[]{}éü?!&*|>%@`.\u2028\t", min_size=1, max_size=10)
PROSE = st.lists(st.sampled_from(["rust", "en:", "#1", "- dat", "'t", "helpt,", "échte"]), min_size=20, max_size=60).map(" ".join)
LINES = st.lists(st.sampled_from(["rust", "", " in", "uit ", "# c"]), min_size=2, max_size=4).map("\n".join)
VALUE = WORD | PROSE | LINES
KEY = st.sampled_from(["a", "bespreking", "z z"])
ITEM = st.recursive(VALUE, lambda one: st.lists(one, max_size=3) | st.dictionaries(KEY, one, max_size=3), max_leaves=8)
ITEMS = st.lists(ITEM, min_size=1, max_size=3)


@st.composite
def records(draw: st.DrawFn) -> tuple[bytes, list[str], str]:
    """A record in a style of its own, the lists that stand in it, and its end of line."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    dash = " " * draw(st.integers(0, 4))
    names = draw(st.permutations(["tijdlijn", "betrokkenen", "school"]))
    lines = draw(st.sampled_from([[], ["# Dossier van groep 5"], ["---"], ["# a", "--- # b"]]))[:]
    for name in names:
        lines += _part(draw, name, dash)
        lines += draw(st.sampled_from([[], [], [""], ["# tussen"], ["", "  # ingesprongen", ""]]))
    lines += draw(st.sampled_from([[], [], ["..."], ["# slot"], ["...", "# slot"]]))
    text = end.join(lines) + draw(st.sampled_from([end, ""]))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode(), names, end


def _part(draw: st.DrawFn, name: str, dash: str) -> list[str]:
    if name == "school":
        return draw(st.sampled_from([["school: 99XX00"], ["school: >-", "  99XX00"], ["school:"], ['school: "99XX00" # BRIN']]))
    gap = " " * draw(st.integers(1, 4))
    block = [f"{dash}-{gap}datum: 2026-09-07", f"{dash} {gap}notitie: >-", f"{dash} {gap}  lang", f"{dash} {gap}  verhaal"]
    shapes = [
        [],
        [f"{name}:"],
        [f"{name}:  # nog niets"],
        [f"{name}: []"],
        [f"{name}: [a, {{b: c}}]  # d"],
        [f"{name}: [", "  {a: b},  # eerst", "  {b: c}  # dan", "]"],
        [f"{name}: [", "  {a: b},", "  {b: c},", "  ]"],
        [f"{name}:", f"{dash}-{gap}{{datum: 2026-09-07, soort: toets}}  # d"],
        [f"{name}:", f"{dash}-{gap}a", "", f"{dash}# tussen", *block],
        [f"{name}:", *block, f"{dash}-{gap}'in", f"{dash}   tweeën'"],
        [f"{name}:", f"{dash}-{gap}|+", f"{dash} {gap}  a", ""],
    ]
    return draw(st.sampled_from(shapes))


@settings(deadline=None, derandomize=True, max_examples=250)
@given(records(), ITEMS, ITEMS)
def test_the_old_bytes_stay_and_the_items_come_after(
    made: tuple[bytes, list[str], str], events: list[Tree], people: list[Tree]
) -> None:
    data, _, end = made
    if data.removeprefix(b"\xef\xbb\xbf").strip() in (b"", b"---", b"...") or not _readable(data):
        return
    old = read(data)
    got = append(data, {"tijdlijn": events, "betrokkenen": people}, name="x")
    assert isinstance(got, bytes), (got, data.decode())
    had = {key: old.get(key, []) for key in ("tijdlijn", "betrokkenen")}
    assert read(got) == {**old, "tijdlijn": [*had["tijdlijn"], *events], "betrokkenen": [*had["betrokkenen"], *people]}
    one = append(data, {"tijdlijn": events}, name="x")
    assert isinstance(one, bytes)
    assert _subsequence(data, one)
    assert end == "\n" or b"\n" not in one.replace(b"\r\n", b"")


def _readable(data: bytes) -> bool:
    findings: list[Finding] = []
    source = accept("x", data)
    return isinstance(source, Source) and parse(source, findings) is not None and not findings


def _subsequence(old: bytes, new: bytes) -> bool:
    """Whether the new bytes are the old with something put in at one place, or at two: a comma and an item."""
    front, back = _alike(old, new), _alike(old[::-1], new[::-1])
    middle = old[front : len(old) - back]
    return not middle or middle in new[front : len(new) - back]


def _alike(one: bytes, other: bytes) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@settings(deadline=None, derandomize=True, max_examples=100)
@given(ITEM, st.integers(2, 5))
def test_the_lines_of_an_item_read_back(item: Tree, gap: int) -> None:
    text = "x:\n" + "".join(f"  {line}\n" if line else "\n" for line in item_lines(item, gap))
    assert read(text.encode()) == {"x": [item]}
