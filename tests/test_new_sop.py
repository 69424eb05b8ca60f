"""`bo new sop`: an annotated empty profile, and last year's taken over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.model.reflect import fields_of
from basisondersteuning.model.sop import Sop
from basisondersteuning.records.load import load, load_text
from running import Bo

SWV = """soort: samenwerkingsverband
naam: SWV Proef
scholen:
  - {vestiging: 99XX00, naam: "De: Zee", bevoegd_gezag: Stichting Proef}
"""
YEAR = ["--schooljaar", "2026-2027"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)


def test_the_form_is_a_sound_record_that_names_every_field(bo: Bo, tmp_path: Path) -> None:
    (tmp_path / "samenwerkingsverband.yaml").write_text(SWV, encoding="utf-8")
    made = bo("new", "sop", "--school", "99XX00", *YEAR, "--out", "nieuw.yaml")
    assert made.code == 0, made.err
    text = (tmp_path / "nieuw.yaml").read_text(encoding="utf-8")
    loaded = load(str(tmp_path / "nieuw.yaml"), today=date(2026, 11, 24))
    assert loaded.sound and isinstance(loaded.record, Sop)
    assert (loaded.record.naam, loaded.record.bestuur and loaded.record.bestuur.naam) == ("De: Zee", "Stichting Proef")
    for name, spec in fields_of(Sop).items():
        assert f"\n{name}:" in text
        assert not spec.description or spec.description[:40] in text
    assert text.count("- ijkpunt: ") == 13
    assert text.count("- kenmerk: ") == 7


def test_opening_the_comments_gives_a_record_with_the_right_keys(bo: Bo, tmp_path: Path) -> None:
    text = bo("new", "sop", "--school", "99XX00", "--naam", "De Zee", *YEAR, "--out", "-").out
    opened = "\n".join(line.replace("  # ", "  ", 1) if line.startswith("  # ") else line for line in text.splitlines())
    codes = {one.code for one in load_text("x.yaml", opened.encode(), today=date(2026, 11, 24)).findings}
    assert codes == {"BO201"}  # only: a required field is not filled in yet


def test_nothing_is_overwritten(bo: Bo, tmp_path: Path) -> None:
    (tmp_path / "mijn.yaml").write_text("van mij\n", encoding="utf-8")
    made = bo("new", "sop", "--school", "99XX00", "--naam", "De Zee", "--out", "mijn.yaml")
    assert made.code == 2
    assert "bestaat al en blijft zoals het is" in made.err
    assert (tmp_path / "mijn.yaml").read_text(encoding="utf-8") == "van mij\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--school", "99xx"], "vier tekens BRIN"),
        (["--school", "99XX00", "--format-versie", "versie 2026: nieuw"], "geen spaties"),
        (["--school", "99XX00", "--schooljaar", "2026-2028"], "schrijf een schooljaar"),
        ([], "--school: is nodig"),
        (["--school", "99XX00"], "--naam: is nodig"),
        (["--school", "99XX00", "--naam", "x", "--out", "er/is/geen/map.yaml"], "niet te schrijven"),
        (["--school", "99XX00", "--swv", "weg.yaml"], "geen leesbaar bestand"),
        (["--vanaf", "weg.yaml"], "niet over te nemen"),
    ],
)
def test_a_mistake_is_said_in_one_line(bo: Bo, tmp_path: Path, arguments: list[str], said: str) -> None:
    made = bo("new", "sop", *arguments)
    assert made.code == 2
    assert said in made.err
    assert not list(tmp_path.iterdir())


def test_a_school_in_small_letters_is_written_in_capitals(bo: Bo, tmp_path: Path) -> None:
    made = bo("new", "sop", "--school", "99xx00 ", "--naam", "De Zee", *YEAR)
    assert made.code == 0, made.err
    loaded = load(str(tmp_path / "99XX00-2026-2027.yaml"), today=date(2026, 11, 24))
    assert isinstance(loaded.record, Sop) and loaded.record.school == "99XX00"


OLD = """# van ons
soort: sop
school: 99XX00\r
naam: De Zee # zo
schooljaar: # ons jaar
  2025-2026 # tot de zomer

# en verder
format:
typering: |
  schooljaar: nee
"""


def test_last_year_is_taken_over_word_by_word(bo: Bo, tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_bytes(OLD.encode())
    made = bo("new", "sop", "--vanaf", "oud.yaml", *YEAR, "--out", "-")
    assert made.code == 0, made.err
    first, rest = made.out.split("\n", 1)
    assert first.startswith("# Overgenomen")
    assert rest == OLD.replace("\r\n", "\n").replace("2025-2026", "2026-2027")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("format:\n", "format: n-2027\n"),
        ("format: 'n-2026'  # de nieuwe\n", "format: 'n-2027'  # de nieuwe\n"),
        ("", "format: n-2027\n"),
    ],
)
def test_the_version_of_the_format_is_that_of_the_new_year(bo: Bo, tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "oud.yaml").write_bytes(OLD.replace("format:\n", before).encode())
    made = bo("new", "sop", "--vanaf", "oud.yaml", *YEAR, "--out", "-", "--format-versie", "n-2027")
    assert made.code == 0, made.err
    assert made.out.count("format:") == made.out.count(after) == 1
    loaded = load_text("nieuw.yaml", made.out.encode(), today=date(2026, 11, 24))
    assert loaded.sound and isinstance(loaded.record, Sop)
    assert (loaded.record.format, loaded.record.schooljaar, loaded.record.typering) == ("n-2027", "2026-2027", "schooljaar: nee")


def test_a_form_can_be_taken_over_with_every_explanation(bo: Bo, tmp_path: Path) -> None:
    first = ["new", "sop", "--school", "99XX00", "--naam", "De Zee", "--schooljaar", "2025-2026", "--schema", "oud.json"]
    assert bo(*first, "--out", "oud.yaml").code == 0
    old = (tmp_path / "oud.yaml").read_text(encoding="utf-8").splitlines()
    made = bo("new", "sop", "--vanaf", "oud.yaml", *YEAR, "--schema", "s.json", "--format-versie", "n", "--out", "-").out
    head, took, *rest = made.splitlines()
    assert head == "# yaml-language-server: $schema=s.json"
    assert took.startswith("# Overgenomen")
    changed = {"schooljaar: 2025-2026": "schooljaar: 2026-2027", "format:": "format: n"}
    assert rest == [changed.get(line, line) for line in old[1:]]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--school", "99YY00"], "--school: met --vanaf blijft het dezelfde school"),
        (["--naam", "De Duin"], "--naam: met --vanaf blijft de naam"),
    ],
)
def test_another_school_cannot_take_it_over(bo: Bo, tmp_path: Path, more: list[str], said: str) -> None:
    (tmp_path / "oud.yaml").write_bytes(OLD.encode())
    made = bo("new", "sop", "--vanaf", "oud.yaml", *YEAR, *more)
    assert made.code == 2
    assert said in " ".join(made.err.split())
    assert [one.name for one in tmp_path.iterdir()] == ["oud.yaml"]
    same = bo("new", "sop", "--vanaf", "oud.yaml", *YEAR, "--school", "99xx00", "--naam", "De  Zee", "--out", "-")
    assert same.code == 0, same.err


def test_the_same_school_year_is_no_new_profile(bo: Bo, tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_text("soort: sop\nschool: 99XX00\nnaam: De Zee\nschooljaar: 2026-2027\n", encoding="utf-8")
    assert bo("new", "sop", "--vanaf", "oud.yaml", *YEAR).code == 2
