"""Changes in the text of a record: it reads as the changed record, and what was not touched keeps every byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.findings.finding import Finding
from basisondersteuning.records import parse as parsing
from basisondersteuning.records.editing import Add, Change, Drop, Order, Put, Rename, changed, edited
from basisondersteuning.records.parse import parse
from basisondersteuning.records.source import Source, accept
from basisondersteuning.records.tree import Tree

from .edit_made import Made, Owner, paths, records

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted(ROOT.glob("examples*/**/*.yaml"))


def read(data: bytes) -> dict[str, Tree] | None:
    findings: list[Finding] = []
    source = accept("x", data)
    document = parse(source, findings) if isinstance(source, Source) else None
    return None if document is None or findings else document.root


_PLAIN = st.sampled_from(["nieuw", "nieuw: x", "", "a, b", "'", "nee # nee", "- x", "nieuw\nregel", "rust " * 40 + "."])
_FLAT = st.lists(_PLAIN, max_size=2) | st.dictionaries(st.sampled_from(["n1", "n 2"]), _PLAIN, max_size=2)
VALUES: st.SearchStrategy[Tree] = _PLAIN | _FLAT | st.lists(_FLAT, min_size=1, max_size=2)


@st.composite
def changes(draw: st.DrawFn, root: dict[str, Tree]) -> Change | None:
    """A change that can be made in a record."""
    lists = paths(root, lambda one: isinstance(one, list))
    maps = paths(root, lambda one: isinstance(one, dict))
    entries = [one for one in paths(root, lambda _: True) if one]
    kind = draw(st.sampled_from(["add", "put", "new", "rename", "drop", "order", "order"]))
    if kind in ("add", "order") and not lists:
        return None
    if kind == "add":
        path = draw(st.sampled_from(lists))
        return Add(path, draw(VALUES), draw(st.none() | st.integers(0, 3)))
    if kind == "order":
        path = draw(st.sampled_from(lists))
        return Order(path, tuple(draw(st.permutations(range(len(at(root, path)))))))
    if kind == "new":
        return Put((*draw(st.sampled_from(maps)), "nieuw"), draw(VALUES))
    if not entries:
        return None
    path = draw(st.sampled_from(entries))
    if kind == "rename":
        return Rename(path, "anders") if isinstance(path[-1], str) else None
    return Put(path, draw(VALUES)) if kind == "put" else Drop(path)


def at(tree: Tree, path: Owner) -> Tree:
    for step in path:
        tree = tree[step]  # type: ignore[call-overload,index]
    return tree


@settings(deadline=None, derandomize=True, max_examples=600)
@given(records(), st.data())
def test_what_is_changed_reads_back_and_the_rest_stays(made: Made, data: st.DataObject) -> None:
    root = read(made.data)
    if root is None:
        return
    change = data.draw(changes(root))
    if change is None:
        return
    got = edited(made.data, [change], name="x")
    if isinstance(got, Finding):
        _hold_refusal(made.data, change)
        return
    assert read(got) == changed(root, [change])
    _hold_comments(made, got, change)
    _hold_lines(made.data, got, change, root)


def _hold_refusal(data: bytes, change: Change) -> None:
    """Only what cannot be done without touching another text is refused: one that ends with the file, or keeps blank lines."""
    keeps = isinstance(change, Order) and re.search(rb"[|>]\+", data)
    assert keeps or not data.endswith(b"\n"), (change, data.decode())


def _hold_comments(made: Made, got: bytes, change: Change) -> None:
    """Every comment is there once, but for those of what went."""
    for word, owner in made.owners.items():
        count = got.count(word.encode())
        within = owner[: len(change.path)] == tuple(change.path)
        gone = isinstance(change, Drop | Put) and within and (isinstance(change, Drop) or len(owner) >= len(change.path))
        assert count == 1 or (gone and not count), (word, change, made.data.decode(), got.decode())


def _hold_lines(old: bytes, new: bytes, change: Change, root: dict[str, Tree]) -> None:
    """One part of the text is other than it was; every word outside the value, and outside its neighbours' commas, is there."""
    if isinstance(change, Order):
        assert sorted(re.findall(rb"\w+", old)) == sorted(re.findall(rb"\w+", new))
        return
    front = next((one for one, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    back = next((one for one, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=False)) if a != b), min(len(old), len(new)))
    middle = old[front : len(old) - back].decode(errors="ignore")
    mine = str(at(root, change.path)) if not isinstance(change, Add) and _there(root, change.path) else ""
    for word in re.findall(r"\bw\d+w\b", middle):
        assert word in mine, (word, change, old.decode(), new.decode())


def _there(root: dict[str, Tree], path: Owner) -> bool:
    try:
        at(root, path)
    except (LookupError, TypeError):
        return False
    return True


# The examples

LISTS = [
    (path, key)
    for path in EXAMPLES
    for key, value in (read(path.read_bytes()) or {}).items()
    if isinstance(value, list) and len(value) > 1 and key in ("tijdlijn", "betrokkenen", "agenda", "gebeurtenissen", "regels")
]


@pytest.mark.parametrize(("path", "key"), LISTS, ids=lambda one: one.name if isinstance(one, Path) else one)
def test_lists_of_the_examples(path: Path, key: str) -> None:
    data = path.read_bytes()
    root = read(data)
    assert root is not None
    items = root[key]
    assert isinstance(items, list)
    size = len(items)
    backwards = Order((key,), tuple(reversed(range(size))))
    turned = done(data, backwards)
    assert turned != data and done(turned, backwards) == data
    for number in range(0, size, 1 + size // 6):
        added = done(data, Add((key,), {"datum": "2026-11-03", "soort": "nieuw"}, number))
        assert done(added, Drop((key, number))) == data
        dropped = done(data, Drop((key, number)))
        assert read(dropped) == {**root, key: [*items[:number], *items[number + 1 :]]}
        assert is_part(dropped, data)
        item = items[number]
        first = next((step for step, one in item.items() if isinstance(one, str)), None) if isinstance(item, dict) else None
        if isinstance(item, dict) and first is not None:
            put = done(data, Put((key, number, first), "anders"))
            assert len(put.splitlines()) <= len(data.splitlines()) and put.count(b"anders") == data.count(b"anders") + 1
            assert read(done(put, Put((key, number, first), item[first]))) == root
            assert done(done(data, Rename((key, number, first), "eigen")), Rename((key, number, "eigen"), first)) == data


def done(data: bytes, *made: Change) -> bytes:
    got = edited(data, made, name="x")
    assert isinstance(got, bytes), (got, made)
    return got


def is_part(part: bytes, whole: bytes) -> bool:
    """Whether some bytes are others with one stretch left out."""
    front = next((one for one, (a, b) in enumerate(zip(part, whole, strict=False)) if a != b), len(part))
    return whole.endswith(part[front:])


def test_there_are_lists_to_try() -> None:
    assert len(LISTS) > 20


# Styles, one by one


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("a: 1 # c\nb: 2\n", Put(("a",), "x: y"), "a: 'x: y' # c\nb: 2\n"),
        ("a: 'it' # c\n", Put(("a",), "x's"), "a: 'x''s' # c\n"),
        ("a: |+  # c\n  x\n  y\n\nb: 2\n", Put(("a",), "kort"), "a: kort  # c\nb: 2\n"),
        ("a: >- # c\n  x\n  y\n\nb: 2\n", Put(("a",), "kort\nlang"), "a: |- # c\n  kort\n  lang\n\nb: 2\n"),
        ("a: tekst\n  verder # c\nb: 2\n", Put(("a",), "kort"), "a: kort # c\nb: 2\n"),
        ("a:   # leeg\nb: 2\n", Put(("a",), "kort"), "a: kort   # leeg\nb: 2\n"),
        ("a:   # leeg\r\nb: 2\r\n", Put(("a",), {"x": "1", "y": ["2"]}), "a:   # leeg\r\n  x: 1\r\n  y: [2]\r\nb: 2\r\n"),
        ("a:\n  # kop\n  x: 1 # ja\n  y: 2\nb: 2\n", Put(("a",), "kort"), "a: kort\n  # kop\nb: 2\n"),
        ("a:\n  x: 1\n# eind\n", Put(("a", "y"), ""), "a:\n  x: 1\n  y: ''\n# eind\n"),
        ("a: {x: 1, z}\n", Put(("a", "z"), "n, w"), "a: {x: 1, z: 'n, w'}\n"),
        ("l:\n- a\n- b: 1\n  c: 2 # x\n", Put(("l", 1), "n"), "l:\n- a\n- n # x\n"),
        ("# kop\na: 1\n# bij b\nb: 2 # c\n# bij c\nc: 3", Drop(("b",)), "# kop\na: 1\n# bij c\nc: 3"),
        ("# kop\na: 1\n# bij b\nb: 2", Drop(("b",)), "# kop\na: 1"),
        ("# kop\na: 1\n# bij b\nb: 2", Drop(("a",)), "# kop\n# bij b\nb: 2"),
        ("l:\n  - a: 1 # c\n    # d\n    b: 2\n", Drop(("l", 0, "a")), "l:\n  -\n    # d\n    b: 2\n"),
        ("l:\n  - a: 1\n", Drop(("l", 0)), "l: []\n"),
        ("n: [\n  a, # 1\n  # over b\n  b, # 2\n  c # 3\n]\n", Drop(("n", 1)), "n: [\n  a, # 1\n  c # 3\n]\n"),
        ("l: [a, b, c]\n", Drop(("l", 1)), "l: [a, c]\n"),
        ("l: [c, {a: 1}, b]\n", Order(("l",), (2, 1, 0)), "l: [b, {a: 1}, c]\n"),
        (
            "l: [\n  # over c\n  c, # c\n  # over b\n  b # b\n]\n",
            Order(("l",), (1, 0)),
            "l: [\n  # over b\n  b, # b\n  # over c\n  c # c\n]\n",
        ),
        (
            "l:\n  # een\n  - a: 1\n    # in een\n\n  # los\n\n  # twee\n  - b: 2 # t",
            Order(("l",), (1, 0)),
            "l:\n  # twee\n  - b: 2 # t\n\n  # los\n\n  # een\n  - a: 1\n    # in een",
        ),
        ("l:\n  - - a\n    - b\n", Order(("l", 0), (1, 0)), "l:\n  - - b\n    - a\n"),
        ("'a': 1\n", Rename(("a",), "b c"), "'b c': 1\n"),
        (
            "l:\n  - datum: 1\n    soort: x\n    # erbij\n# slot\n",
            Add(("l",), {"soort": "y", "datum": "2", "met": ["a"]}),
            "l:\n  - datum: 1\n    soort: x\n    # erbij\n  - datum: 2\n    soort: y\n    met: [a]\n# slot\n",
        ),
        ("l:\n  # over a\n  - a\n", Add(("l",), "z", 0), "l:\n  - z\n  # over a\n  - a\n"),
    ],
)
def test_styles(before: str, change: Change, after: str) -> None:
    assert done(before.encode(), change).decode() == after


def test_changes_count_after_those_before() -> None:
    made = done(b"l: [a, b]\n", Drop(("l", 0)), Put(("l", 0), "c"), Add(("m",), "x"), Put(("m", 0), "y"), Rename(("m",), "n"))
    assert made == b"l: [c]\nn:\n  - y\n"


@pytest.mark.parametrize(
    "change",
    [
        Put(("b", "c"), "x"),
        Put(("l", 2), "x"),
        Put(("l", -1), "x"),
        Put((), "x"),
        Drop(("b",)),
        Drop(("l", -1)),
        Rename(("a",), "l"),
        Order(("l",), (0, 0)),
        Order(("a",), ()),
        Add(("a",), "x"),
        Add(("l",), "x", -1),
        Add(("b", "c"), "x"),
    ],
)
def test_what_is_not_there_is_said(change: Change) -> None:
    got = edited(b"a: 1\nl: [a, b]\n", [Put(("z",), "nieuw"), change], name="L-0101.yaml")
    assert isinstance(got, Finding)
    assert (got.code, got.place.file, got.message[:22]) == ("BO627", "L-0101.yaml", "Wat hier zou veranderen"[:22])


def test_a_last_line_that_is_open_is_named() -> None:
    got = edited(b"a: |\n  tekst", [Put(("b",), "x")])
    assert isinstance(got, Finding) and "lege regel" in got.remedy
    got = edited(b"a: {\n  b: 1 # c\n}\nl: [ # d\n]\n", [Add(("l",), "x"), Put(("a", "c"), "1"), Put(("a", "b"), "2")])
    assert isinstance(got, bytes)


def test_the_other_parser_finds_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (ROOT / "examples" / "dossiers" / EXAMPLES_NAME).read_bytes()
    made = [Put(("tijdlijn", 1, "datum"), "2026-01-01"), Drop(("tijdlijn", 0)), Add(("tijdlijn",), {"datum": "2026-11-03"})]
    expected = done(data, *made)
    monkeypatch.setattr(parsing, "make_parser", parsing.pure_parser)
    assert done(data, *made) == expected


EXAMPLES_NAME = "L-0281-afgesloten-verhuizing.yaml"


@settings(deadline=None, derandomize=True, max_examples=200)
@given(records(), st.data())
def test_many_values_at_once_are_as_one_by_one(made: Made, data: st.DataObject) -> None:
    root = read(made.data)
    texts = paths(root, lambda one: isinstance(one, str)) if root is not None else []
    if len(texts) < 2:
        return
    puts = [Put(one, data.draw(_PLAIN)) for one in data.draw(st.lists(st.sampled_from(texts), min_size=2, max_size=4))]
    one_by_one: bytes | Finding = made.data
    for one in puts:
        one_by_one = edited(one_by_one, [one], name="x") if isinstance(one_by_one, bytes) else one_by_one
    got = edited(made.data, puts, name="x")
    assert isinstance(got, bytes) == isinstance(one_by_one, bytes)
    if isinstance(got, bytes) and isinstance(one_by_one, bytes):
        assert read(got) == read(one_by_one)
        assert len(set(puts)) < len(puts) or got == one_by_one or b"|" in made.data or b">" in made.data
