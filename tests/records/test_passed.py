"""Files in a folder that nobody looks at: which are counted, and which are named because they look like a record."""

from __future__ import annotations

from pathlib import Path

import pytest

from basisondersteuning.records.discover import discover
from basisondersteuning.records.passed import MOST, Passed, code_in


def walked(folder: Path) -> Passed:
    passed = Passed()
    assert list(discover([str(folder)], passed.note)) == list(discover([str(folder)]))
    return passed


@pytest.mark.parametrize(
    "name",
    ["README.md", "LEESMIJ.md", "Leesmij.txt", "rapport.html", "rapport.xlsx", ".gitignore", ".verborgen.docx", "~$SOP.docx",
     "#x.yaml#", "x.yaml~", "x.yaml.bak", "logo.svg", "uit.sarif.json", "sop.yaml", "sop.YML"],
)  # fmt: skip
def test_an_ordinary_neighbour_is_not_counted(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a: b\n", "utf-8")
    assert walked(tmp_path) == Passed()
    assert walked(tmp_path).sentence() == ""


@pytest.mark.parametrize(
    ("name", "likely", "code"),
    [
        ("99YG00.yaml.txt", True, "99YG00"), ("sop.yml.txt", True, None), ("SOP Kompas.docx", True, None), ("a.DOC", True, None),
        ("sop-99yg00.pdf", True, "99YG00"), ("notities.txt", True, None),
        ("99YG", True, "99YG"), ("99YG00-de-sluis", True, "99YG00"),
        ("Makefile", False, None), ("foto.heic", False, None), ("x99YG00", False, None),
    ],
)  # fmt: skip
def test_a_file_that_may_be_a_record_is_named(tmp_path: Path, name: str, likely: bool, code: str | None) -> None:
    (tmp_path / name).write_text("a: b\n", "utf-8")
    passed = walked(tmp_path)
    assert (passed.number, [Path(one).name for one in passed.likely]) == (1, [name] if likely else [])
    assert passed.codes == ({code: str(tmp_path / name)} if code else {})
    assert passed.nameless == (likely and code is None)
    assert passed.sentence().startswith("1 ander bestand is niet bekeken")
    assert (name in passed.sentence()) == likely


def test_what_only_misses_its_ending_has_a_hint(tmp_path: Path) -> None:
    (tmp_path / "99YG00.yaml.txt").write_text("", "utf-8")
    assert "99YG00.yaml.txt (hernoem het naar 99YG00.yaml)." in walked(tmp_path).sentence()


def test_a_few_are_named_and_all_are_counted(tmp_path: Path) -> None:
    for number in range(MOST + 3):
        (tmp_path / f"sop{number:02}.docx").write_text("", "utf-8")
    said = walked(tmp_path).sentence()
    assert said.startswith("13 andere bestanden") and said.endswith("; en nog 3.") and said.count(".docx") == MOST


def test_templates_of_ones_own_are_no_records(tmp_path: Path) -> None:
    (tmp_path / "sjablonen").mkdir()
    (tmp_path / "sjablonen" / "brief.docx").write_text("", "utf-8")
    assert walked(tmp_path).number == 0


def test_a_name_that_breaks_lines_breaks_none(tmp_path: Path) -> None:
    passed = Passed()
    passed.note("map/a\nb\u202e.docx")
    assert passed.sentence().isprintable()


@pytest.mark.parametrize(
    ("name", "code"),
    [("99YG00.yaml", "99YG00"), ("map 99XX00/a.yaml", None), ("SOP_99yg00_def", "99YG00"), ("199YG00", None), ("99YG001", None)],
)
def test_the_code_in_a_name(name: str, code: str | None) -> None:
    assert code_in(name) == code
