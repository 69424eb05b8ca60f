"""A path or the id of a pupil: which files are meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework.pupil_files import files_of, near_pupils
from basisondersteuning.casework.pupil_heads import dossiers_for, ident_in
from conftest import EXAMPLES
from running import Bo


def dossier(ident: str) -> str:
    return f"soort: dossier\nleerling: {{id: {ident}, geboortedatum: 2016-03-14, groep: 5}}\nschool: 99XX00\n"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bo.yaml").write_text("soort: instellingen\n", "utf-8")
    for name, ident in {
        "L-01.yaml": "L-01", "groep 4/L-02-taal.yaml": "L-02", "groep 4/L-02-spel.yml": "L-02", "L-01-7.yaml": "L-01-7",
        "kind-van-vijf.yaml": "Q5", "L-09-kopie.yaml": "L-08",
    }.items():  # fmt: skip
        path = tmp_path / "dossiers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dossier(ident), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("word", "files"),
    [
        ("L-01", ["dossiers/L-01.yaml"]),
        ("l-01", ["dossiers/L-01.yaml"]),
        ("L-01-7", ["dossiers/L-01-7.yaml"]),
        ("L-02", ["dossiers/groep 4/L-02-spel.yml", "dossiers/groep 4/L-02-taal.yaml"]),
        ("Q5", ["dossiers/kind-van-vijf.yaml"]),
        ("L-08", ["dossiers/L-09-kopie.yaml"]),
        ("L-09", ["L-09"]),
        ("L-0", ["L-0"]),
        ("-", ["-"]),
        ("nergens.yaml", ["nergens.yaml"]),
        ("dossiers", ["dossiers"]),
    ],
)
def test_a_word_means_these_files(word: str, files: list[str], school: Path) -> None:
    assert [one.replace("\\", "/") for one in files_of(word)] == files


def test_a_path_that_exists_always_goes_first(school: Path) -> None:
    (school / "L-01").mkdir()
    assert files_of("L-01") == ["L-01"]


def test_the_folder_is_found_from_below_and_stops_at_the_settings(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = school / "ot" / "2026"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert [one.replace("\\", "/") for one in files_of("L-01")] == ["../../dossiers/L-01.yaml"]
    (below / "bo.yaml").write_text("soort: instellingen\n", "utf-8")
    assert files_of("L-01") == ["L-01"]


def test_without_a_school_folder_never_a_whole_disk_is_searched(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "L-01.yaml").write_text(dossier("L-01"), "utf-8")
    assert dossiers_for(str(tmp_path)) == (str(tmp_path), 1)
    assert files_of("L-01", str(tmp_path)) == ["L-01"]
    assert files_of("L-01", str(tmp_path / "a")) == [str(deep / "L-01.yaml")]


def test_near_misses_are_named(school: Path, bo: Bo) -> None:
    assert near_pupils("L-10") and "L-01" in near_pupils("L-10")
    assert near_pupils("L-01.yaml") == [] == near_pupils("heel-iets-anders")
    done = bo("escalate", "L-03")
    assert done.code == 2
    assert "L-03 is geen bestand en geen kenmerk van een leerling. Bedoelde u L-0" in done.err


def test_a_command_takes_all_files_of_a_pupil_or_says_which_there_are(school: Path, bo: Bo) -> None:
    assert bo("validate", "l-02", "--format", "json").code == 0
    assert "2 dossiers gelezen" in bo("validate", "l-02").out
    done = bo("explain", "L-02", "--regel", "KNH-1.4")
    assert done.code == 2 and "2 bestanden" in done.err and "L-02-taal.yaml" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("escalate", "L-0417"),
        ("validate", "L-0417"),
        ("explain", "L-0417", "--regel", "KNH-1.4"),
        ("render", "groeidocument", "L-0417"),
        ("ot", "plan", "L-0417", "--datum", "2026-12-10", "--out", "-"),
    ],
    ids=lambda one: one[0],
)
def test_an_id_gives_what_its_path_gives(arguments: tuple[str, ...], desk: Path, bo: Bo) -> None:
    day = () if arguments[0] == "validate" else ("--peildatum", "2026-11-24")
    by_path = [one.replace("L-0417", "dossiers/L-0417-rekenen-niveau-2.yaml") for one in arguments]
    assert bo(*arguments, *day) == bo(*by_path, *day)


@pytest.mark.parametrize("path", sorted((EXAMPLES / "dossiers").glob("*.yaml")), ids=lambda one: one.stem)
def test_the_first_bytes_give_the_id_that_the_record_has(path: Path) -> None:
    from datetime import date

    from basisondersteuning.model.dossier import Dossier
    from basisondersteuning.records.load import load

    record = load(str(path), today=date(2026, 11, 24)).record
    assert isinstance(record, Dossier)
    assert ident_in(path.read_bytes()[:4096]) == record.leerling.id


@given(st.binary(max_size=200), st.sampled_from([b"", b"soort: dossier\nleerling:", b"leerling: {id: A}\nsoort: dossier"]))
@settings(derandomize=True)
def test_no_bytes_make_it_fail(data: bytes, start: bytes) -> None:
    assert ident_in(start + data) is None or len(str(ident_in(start + data))) <= 40
