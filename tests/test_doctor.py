"""`bo doctor`: what it sees, how it says so, and what it leaves alone."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.casework.doctor import computer, place
from basisondersteuning.casework.doctor.check import Check, State, shown
from basisondersteuning.casework.doctor.folder import folder_checks
from conftest import EXAMPLES
from running import Bo

TODAY = date(2026, 11, 24)


def checks(folder: Path) -> dict[str, Check]:
    return {one.name: one for one in folder_checks(str(folder), TODAY)}


def test_each_line_has_a_sign_and_words(desk: Path, bo: Bo) -> None:
    done = bo("doctor")
    lines = [line for line in done.out.split("\n") if line[:4].strip() in ("✓", "·", "!", "✗") and line.startswith("  ")]
    assert len(lines) >= 8
    for line in lines:
        assert ("(let op)" in line) == (line[2] == "!") and ("(herstel dit)" in line) == (line[2] == "✗")
    assert (done.code, done.err) == (0, "")


def test_json_says_the_same(desk: Path, bo: Bo) -> None:
    data = json.loads(bo("doctor", "--format", "json").out)
    assert data["in_orde"] is True
    assert {"versie", "onderdelen", "datum", "bewaarde uitkomsten", "instellingen"} <= {
        one["onderdeel"] for one in data["onderdelen"]
    }
    assert all(one["staat"] in ("goed", "info", "let_op", "mis") and one["tekst"] for one in data["onderdelen"])
    assert all(one["herstel"] for one in data["onderdelen"] if one["staat"] == "mis")


def test_what_is_wrong_gives_exit_code_1_and_a_remedy(desk: Path, bo: Bo) -> None:
    (desk / "bo.yaml").write_text("soort: instellingen\nonzin: ja\n", "utf-8")
    done = bo("doctor")
    assert done.code == 1
    assert "✗ Instellingen (herstel dit)" in done.out and "bo validate bo.yaml" in done.out
    assert "moet hersteld worden" in done.out


@pytest.mark.parametrize("name", ["bo.yaml", "samenwerkingsverband.yaml"])
def test_a_file_that_cannot_be_read_is_no_surprise(name: str, desk: Path, bo: Bo) -> None:
    (desk / name).write_bytes(b"\x00\xff: [")
    done = bo("doctor")
    assert done.code == 1 and "✗" in done.out and "Traceback" not in done.err


def test_it_never_prints_a_name_of_a_pupil(desk: Path, bo: Bo) -> None:
    output = bo("doctor").out + bo("doctor", "--format", "json").out
    assert "Noor" not in output and "Bakker" not in output


def test_without_settings_it_says_how_to_start(tmp_path: Path) -> None:
    found = checks(tmp_path)
    assert found["instellingen"].state is State.INFO and "bo init" in found["instellingen"].remedy
    assert found["samenwerkingsverband"].state is State.INFO
    assert checks(tmp_path / "nergens")["map"].state is State.MIS


@pytest.mark.skipif(os.name != "posix", reason="rights as Unix has them")
def test_dossiers_that_others_can_read(tmp_path: Path) -> None:
    os.chmod(tmp_path, 0o755)
    folder = tmp_path / "dossiers"
    folder.mkdir(mode=0o755)
    assert place.others_can_read(str(folder)) == place.others_can_read(str(tmp_path))
    folder.chmod(0o700)
    assert place.others_can_read(str(folder)) is False
    inner = folder / "groep 5"
    inner.mkdir(mode=0o755)
    assert place.others_can_read(str(inner)) is False, "nobody else gets past the folder above"


def test_rights_are_a_remark_only_where_pupils_are(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from basisondersteuning.casework.doctor import folder as module

    monkeypatch.setattr(module, "others_can_read", lambda path: True)
    assert checks(desk)["rechten"].state is State.LET_OP
    assert "chmod" in checks(desk)["rechten"].remedy
    assert checks(desk / "kaders")["rechten"].state is State.LET_OP
    monkeypatch.setattr(module, "others_can_read", lambda path: None)
    assert checks(desk)["rechten"].state is State.INFO
    monkeypatch.setattr(module, "others_can_read", lambda path: False)
    assert checks(desk)["rechten"].state is State.GOED


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("C:/Users/x/OneDrive - School/leerlingen", "OneDrive"),
        ("/home/x/Dropbox/school", "Dropbox"),
        ("/Users/x/Library/Mobile Documents/com~apple~CloudDocs/a", "iCloud"),
        ("/home/x/Documenten", None),
        ("/home/drive/x", None),
    ],
)
def test_a_folder_that_goes_to_the_internet(folder: str, service: str | None) -> None:
    assert place.cloud(folder) == service


def test_network_drives_are_told_by_their_mount(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    table.write_text("/dev/sda1 / ext4 rw 0 0\n//s/d /mnt/school\\040a cifs rw 0 0\nx /mnt/schoolb nfs4 rw 0 0\nkapot\n", "utf-8")
    assert place._mounted("/mnt/school a/dossiers", str(table)) == "cifs"
    assert place._mounted("/mnt/schoolb", str(table)) == "nfs4"
    assert place._mounted("/mnt/school", str(table)) == "ext4"
    assert place._mounted("/x", str(tmp_path / "geen")) is None


def test_where_it_stands_is_said_with_care(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from basisondersteuning.casework.doctor import folder as module

    monkeypatch.setattr(module, "cloud", lambda path: "OneDrive")
    assert checks(desk)["plaats"].words.startswith("Zo te zien")
    monkeypatch.setattr(module, "cloud", lambda path: None)
    monkeypatch.setattr(module, "drive", lambda path: "los")
    assert checks(desk)["plaats"].state is State.LET_OP
    monkeypatch.setattr(module, "drive", lambda path: None)
    assert "plaats" not in checks(desk)


def test_schemas_of_another_version(desk: Path, bo: Bo) -> None:
    assert "schema's" not in checks(desk)
    bo("schema", "--out", "schemas")
    assert checks(desk)["schema's"].state is State.GOED
    (desk / "schemas" / "dossier.schema.json").write_text("{}", "utf-8")
    assert checks(desk)["schema's"].state is State.LET_OP
    assert "bo schema --out" in checks(desk)["schema's"].remedy


def test_the_journal_is_for_the_user_only(desk: Path) -> None:
    folder = desk / ".bo" / "journaal"
    folder.mkdir(parents=True, mode=0o700)
    (folder / "1").write_text("x", "utf-8")
    assert checks(desk)["journaal"].state is State.GOED
    if os.name == "posix":
        folder.chmod(0o755)
        assert checks(desk)["journaal"].state is State.LET_OP


def test_the_cache_is_told_and_cleared(desk: Path, bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    store = desk / "bewaard"
    monkeypatch.setenv("BO_CACHE", str(store))
    assert "niets bewaard" in bo("doctor", "--leeg-cache").out
    bo("escalate", "dossiers", "--peildatum", "2026-11-24")
    (store / "van een ander.txt").write_text("blijft", "utf-8")
    assert "MB in" in {one.name: one for one in computer.computer_checks()}["bewaarde uitkomsten"].words
    assert "Weggegooid" in bo("doctor", "--leeg-cache").out
    assert [one.name for one in store.iterdir()] == ["van een ander.txt"]


def test_a_part_that_is_missing_is_told_with_what_it_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computer, "find_spec", lambda name: None if name == "weasyprint" else object())
    told = [one for one in computer._parts() if one.state is State.INFO]
    assert len(told) == 1 and "PDF" in told[0].words and told[0].remedy == 'pip install "basisondersteuning[pdf]"'


def test_extras_are_those_of_the_package() -> None:
    import tomllib

    project = tomllib.loads((EXAMPLES.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(computer._PARTS) == set(project["optional-dependencies"]) - {"dev"}


def test_a_clock_before_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computer.time, "time", lambda: 0.0)
    (told,) = computer._clock()
    assert told.state is State.MIS and "Zet datum" in told.remedy


def test_the_home_of_the_user_is_not_spelled_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert shown(str(tmp_path / "school")) == f"~{os.sep}school"
    assert shown(str(tmp_path)) == "~"
    assert "\x1b" not in shown(str(tmp_path / "a\x1b"))


def test_paper_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from basisondersteuning.cli import doctor_terminal
    from basisondersteuning.documents.output import pdf
    from basisondersteuning.documents.output.missing import pango

    def fail() -> None:
        raise pango()

    monkeypatch.setattr(pdf, "ready", fail)
    (told,) = doctor_terminal.paper_checks()
    assert told.state is State.LET_OP and "Pango" in told.remedy
    monkeypatch.setattr(pdf, "ready", lambda: None)
    monkeypatch.setattr(doctor_terminal, "_FONT_FOLDERS", ())
    (told,) = doctor_terminal.paper_checks()
    assert told.state is State.LET_OP and "lettertypen" in told.words


def test_another_encoding_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from basisondersteuning.cli import doctor_terminal

    monkeypatch.setattr(doctor_terminal, "_code_page", lambda: 850)
    assert "850" in doctor_terminal._encoding().words and "chcp 65001" in doctor_terminal._encoding().remedy
    monkeypatch.setattr(doctor_terminal, "_code_page", lambda: None)
    monkeypatch.setattr(doctor_terminal.locale, "getpreferredencoding", lambda _: "cp1252")
    assert doctor_terminal._encoding().state is State.LET_OP
    assert sys.platform != "win32" or doctor_terminal._code_page() is not None
