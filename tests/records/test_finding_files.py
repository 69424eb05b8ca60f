"""Which files are read, in which order, and what is said of those that cannot be."""

# ruff: noqa: E501 - tables of cases, one to a line

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from pathlib import Path

import pytest

from basisondersteuning.findings.finding import Finding, Place
from basisondersteuning.records.discover import Candidate, discover, is_record_name
from basisondersteuning.records.load import load
from basisondersteuning.records.nearmiss import nearest
from basisondersteuning.records.source import MAX_BYTES, Source, accept, read, read_stdin


def found(*paths: str) -> list[str]:
    return [one.path if isinstance(one, Candidate) else f"{one.code} {one.place}" for one in discover(paths)]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.yaml", "a.yml", "B.YAML", "c.txt", ".x.yaml", "~$a.yaml", "#a.yaml#", "m/z.yaml", "m/a.yaml", "c/d/e.yaml",
                 ".git/x.yaml", "__pycache__/x.yaml"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("soort: dossier\n")
    return tmp_path


def test_files_by_name_then_folders_by_name_and_nothing_hidden(tree: Path) -> None:
    assert found(".") == ["./B.YAML", "./a.yml", "./b.yaml", "./c/d/e.yaml", "./m/a.yaml", "./m/z.yaml"]
    assert found(".") == found(".")


def test_each_file_once_in_the_order_asked_for(tree: Path) -> None:
    assert found("m/z.yaml", "m", "./m/z.yaml", "m/") == ["m/z.yaml", "m/a.yaml"]
    assert found("m", "m/z.yaml") == ["m/a.yaml", "m/z.yaml"]
    assert found("-", "-", "c.txt") == ["-", "c.txt"]
    assert [one.named for one in discover(["m/z.yaml", "m"]) if isinstance(one, Candidate)] == [True, False]


def test_links(tree: Path) -> None:
    (tree / "m" / "up").symlink_to("..")
    (tree / "m" / "other").symlink_to("../c")
    (tree / "m" / "dead").symlink_to("nowhere")
    (tree / "m" / "dead.txt").symlink_to("nowhere")
    (tree / "m" / "dead.yaml").symlink_to("nowhere")
    (tree / "m" / "self").symlink_to("self")
    assert found("m") == ["m/a.yaml", "BO118 m/dead", "m/dead.yaml", "BO117 m/self", "m/z.yaml", "m/other/d/e.yaml",
                          "m/up/B.YAML", "m/up/a.yml", "m/up/b.yaml", "BO117 m/up/m"]  # fmt: skip


def test_a_folder_that_fails(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def failing(path: str) -> object:
        if path in errors:
            raise errors[path]
        return real(path)

    monkeypatch.setattr(os, "scandir", failing)
    for error, code in [(FileNotFoundError(), "BO119"), (PermissionError(), "BO102"), (OSError(errno.EIO, ""), "BO120")]:
        errors = {"./m": error}
        assert found(".")[-1] == f"{code} ./m"
        assert found(".")[-2] == "./c/d/e.yaml"


def test_drives_without_file_numbers(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On some network drives every folder has number 0; they are not all the same folder."""
    real = os.stat

    def without(path: object, **more: object) -> object:
        status = real(path, **more)  # type: ignore[call-overload]
        return os.stat_result((status.st_mode, 0, *status[2:])) if stat.S_ISDIR(status.st_mode) else status

    monkeypatch.setattr(os, "stat", without)
    assert found(".")[-3:] == ["./c/d/e.yaml", "./m/a.yaml", "./m/z.yaml"]


def test_names_of_records() -> None:
    assert all(is_record_name(one) for one in ("a.yaml", "A.YML", "a.b.yaml", "-.yaml", "~a.yaml", "#a.yaml"))
    assert not any(
        is_record_name(one) for one in ("a.yaml~", "a.yaml.bak", ".a.yaml", "~$a.yaml", "#a.yaml#", "yaml", "a.yaml.txt")
    )


# --- reading


def code_of(result: Source | Finding) -> str:
    return result.code if isinstance(result, Finding) else "read"


def test_what_is_accepted() -> None:
    assert code_of(accept("x", b"a: b")) == "read"
    assert accept("x", b"\xef\xbb\xbfa: b") == Source("x", b"a: b")
    for data, code in [
        (b"", "BO105"), (b" \r\n", "BO105"), (b"\xef\xbb\xbf", "BO105"), (b"\xff\xfea\x00", "BO106"), (b"a\x00b\x00", "BO106"),
        (b"a: bcdefgh\x00", "BO107"), (b"x" * (MAX_BYTES + 1), "BO104"),
    ]:  # fmt: skip
        assert code_of(accept("x", data)) == code
    assert code_of(accept("x", b"x" * MAX_BYTES)) == "read"


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: b\n")
    real = os.fstat
    monkeypatch.setattr(os, "fstat", lambda handle: os.stat_result((real(handle).st_mode, *[0] * 9)))
    assert read(str(path)) == Source(str(path), b"a: b\n")
    path.write_bytes(b"x" * (MAX_BYTES + 5))
    assert code_of(read(str(path))) == "BO104"


def test_a_read_that_fails_half_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: b\n")
    for number, code in ((errno.EIO, "BO120"), (errno.EISDIR, "BO103")):

        def failing(handle: int, size: int, number: int = number) -> bytes:
            raise OSError(number, "")

        with monkeypatch.context() as patch:
            patch.setattr(os, "read", failing)
            assert code_of(read(str(path))) == code


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(b"a: b")

    monkeypatch.setattr(sys, "stdin", Input())
    assert read_stdin() == Source("-", b"a: b")
    monkeypatch.setattr(sys, "stdin", None)
    assert code_of(read_stdin()) == "BO120"


def test_lines_end_where_yaml_ends_them() -> None:
    source = Source("x", "een\r\ntwee\rdrie\x85vier\u2028vijf\n".encode())
    assert source.lines == ["een", "twee", "drie", "vier", "vijf", ""]
    assert source.at(1, 2).text == "twee"
    assert source.at(9, 2) == Place("x", 10, 3)
    assert source.at_offset(len(b"een\r\ntwee\rdr")) == source.at(2, 2, 1)
    assert Source("x", "é é\xff".encode("latin-1")).at_offset(2).column == 3


@pytest.mark.parametrize(
    ("line", "column", "length"),
    [
        ("a: bcd", 3, 3), ("a: 'b c' # d", 3, 5), ('a: "b', 3, 2), ("a: '", 3, 1), ("key: b", 0, 3), ("key:", 0, 3), ("[a, b]", 1, 1),
        ("{a: b}", 4, 1), ("a: b # c", 3, 1), ("a:", 2, 1), ("a: b c  ", 3, 3), ("", 0, 1),
    ],
)  # fmt: skip
def test_the_marker_covers_a_word(line: str, column: int, length: int) -> None:
    assert Source("x", line.encode()).at(0, column).length == length


def test_of_a_very_long_line_a_part_is_kept() -> None:
    source = Source("x", b"a" * 100_000 + b"WRONG" + b"b" * 100_000)
    place = source.at(0, 100_000, 5)
    assert place.text is not None
    assert len(place.text) <= 4000
    assert place.column == 100_001
    assert place.text[place.column - 1 - place.start :].startswith("WRONG")


def test_a_file_gone_since_the_walk_has_vanished(tmp_path: Path) -> None:
    from datetime import date

    day = date(2026, 11, 24)
    gone = str(tmp_path / "x.yaml")
    assert [one.code for one in load(gone, today=day).findings] == ["BO101"]
    assert [one.code for one in load(gone, today=day, named=False).findings] == ["BO119"]


# --- near misses


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("observatie", "observatie"), ("Observatie", "observatie"), ("obervatie", "observatie"), ("ot bespreking", "ot_bespreking"),
        ("ot-bespreking", "ot_bespreking"), ("oudergesprek", "oudercontact"), ("OT", "ot_bespreking"), ("toetsen", "toets"),
        ("obs", "observatie"), ("ob", None), ("xyz", None), ("", None), (None, None), (["toets"], None), ({}, None), ("x" * 5000, None),
    ],
)  # fmt: skip
def test_nearest(word: object, meant: str | None) -> None:
    assert nearest(word, ["observatie", "ot_bespreking", "toets", "oudercontact"]) == meant


def test_a_start_that_fits_two_words_fits_neither() -> None:
    assert nearest("onder", ["onderzoek", "ondersteuning"]) in (None, "onderzoek")
    assert nearest("juf", ["ouder"]) is None
