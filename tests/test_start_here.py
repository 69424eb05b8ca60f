"""`bo` alone: what one can do now in this folder, in a few lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from basisondersteuning.cli.commands import COMMANDS
from basisondersteuning.cli.start import look, start_here
from conftest import EXAMPLES

DAY = "2026-11-24"


def page(folder: Path, columns: int = 80, today: str = DAY) -> str:
    return start_here("0.1.0", look(str(folder), today), columns)


def advised(folder: Path, today: str = DAY) -> list[str]:
    """The commands on the page, as they are typed."""
    return [
        line.strip().split("   ")[0].split("  ")[0] for line in page(folder, 200, today).split("\n") if line.startswith("  bo ")
    ]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_an_empty_folder(tmp_path: Path) -> None:
    assert advised(tmp_path) == ["bo init", "bo init --swv", "bo doctor"]


def test_a_fresh_school(tmp_path: Path) -> None:
    write(tmp_path / "bo.yaml", "soort: instellingen\n")
    (tmp_path / "dossiers").mkdir()
    assert advised(tmp_path)[0] == "bo new dossier"
    assert advised(tmp_path / "dossiers")[0] == "bo new dossier"


def test_a_school_at_work(tmp_path: Path) -> None:
    write(tmp_path / "bo.yaml", "soort: instellingen\n")
    write(tmp_path / "dossiers" / "L-01.yaml", "soort: dossier\nleerling: {id: L-01}\n")
    assert advised(tmp_path) == ["bo overview", "bo log L-01", f"bo validate {tmp_path / 'dossiers'}"]
    assert "Hier staat 1 bestand in dossiers." in page(tmp_path)
    write(tmp_path / "ot" / "2026-11-10.yaml", "soort: ot\n")
    assert not any("ot check" in one for one in advised(tmp_path))
    write(tmp_path / "ot" / "ot-2026-12-17.yaml", "soort: ot\n")
    write(tmp_path / "ot" / "2026-12-10.yaml", "soort: ot\n")
    assert f"bo ot check {tmp_path / 'ot' / '2026-12-10.yaml'}" in advised(tmp_path)
    assert f"bo ot check {tmp_path / 'ot' / '2026-12-10.yaml'}" in advised(tmp_path, "2026-12-10")
    assert "bo undo" not in advised(tmp_path)
    write(tmp_path / ".bo" / "journaal" / "1", "x")
    assert "bo undo" in advised(tmp_path)


def test_no_name_of_a_pupil_is_shown(tmp_path: Path) -> None:
    write(tmp_path / "dossiers" / "jansje-de-vries.yaml", "soort: dossier\nleerling:\n  roepnaam: Jansje\n  id: Q7\n")
    assert "bo log Q7" in page(tmp_path) and "ansje" not in page(tmp_path)
    write(tmp_path / "dossiers" / "jansje-de-vries.yaml", "leerling: [")
    assert "bo log KENMERK" in page(tmp_path) and "ansje" not in page(tmp_path)


def test_a_samenwerkingsverband(tmp_path: Path) -> None:
    write(tmp_path / "samenwerkingsverband.yaml", "soort: samenwerkingsverband\n")
    assert advised(tmp_path) == ["bo new sop", "bo new kengetallen"]
    write(tmp_path / "sops" / "2026-2027" / "99XX00.yaml", "soort: sop\n")
    assert advised(tmp_path) == [f"bo validate {tmp_path / 'sops'}", f"bo dekking {tmp_path / 'sops'}"]
    assert "Hier staat 1 bestand in sops." in page(tmp_path)


def test_loose_records(tmp_path: Path) -> None:
    write(tmp_path / "kader.yaml", "# een kader\nsoort: normenkader\n")
    assert advised(tmp_path) == ["bo validate .", "bo init"]
    write(tmp_path / "kader.yaml", "soort: heel iets anders\n")
    assert advised(tmp_path)[0] == "bo init"


@pytest.mark.parametrize("columns", [80, 60, 40])
def test_it_is_no_wall_of_text(columns: int, tmp_path: Path) -> None:
    for folder in (EXAMPLES, EXAMPLES / "sops", EXAMPLES.parent / "examples-ingezonden", tmp_path):
        lines = page(folder, columns).split("\n")
        assert len(lines) <= (9 if columns == 80 else 18), lines
    for folder in (EXAMPLES, tmp_path):
        assert all(one.split()[1] in COMMANDS for one in advised(folder))


def test_bo_itself_says_it(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "basisondersteuning"], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode().startswith("bo ") and b"bo init" in done.stdout and done.stderr == b""


def test_below_the_folder_of_the_school_paths_are_those_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "bo.yaml", "soort: instellingen\n")
    write(tmp_path / "dossiers" / "L-01.yaml", "soort: dossier\nleerling: {id: L-01}\n")
    write(tmp_path / "ot" / "2026-12-10.yaml", "soort: ot\n")
    monkeypatch.chdir(tmp_path / "ot")
    assert "bo ot check 2026-12-10.yaml" in advised(Path())
    (tmp_path / "ot" / "2026-12-10.yaml").unlink()
    assert "bo validate ../dossiers" in advised(Path())
    monkeypatch.chdir(tmp_path / "dossiers")
    assert "bo validate ." in advised(Path())
    write(tmp_path / "dossiers" / "~L-02.yaml", "soort: dossier\nleerling: {id: L-02}\n")
    write(tmp_path / "dossiers" / "~$L-03.yaml", "\x00")
    assert "Hier staan 2 bestanden in dossiers." in page(Path())
