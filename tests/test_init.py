"""`bo init`: a folder for a school or a samenwerkingsverband, made once and never over what is there."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from asking_typed import Typing
from basisondersteuning.model.kinds import RECORD_KINDS
from basisondersteuning.model.settings import Instellingen
from basisondersteuning.records.load import load
from running import Bo
from test_asking import Screen

SCHOOL = ["init", "--school", "99xx00", "--naam", "De: Zee", "--betrokkene", "ib=T. de Wit; rol=intern_begeleider"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _tree(folder: Path) -> dict[str, bytes]:
    """All files but the journal of `bo`."""
    files = (one for one in folder.rglob("*") if one.is_file() and ".bo" not in one.parts)
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}


def test_a_school_gets_its_settings_folders_and_help_for_editors(bo: Bo, folder: Path) -> None:
    made = bo(*SCHOOL)
    assert made.code == 0, made.err
    fixed = {".gitignore", ".editorconfig", ".vscode/settings.json", ".vscode/extensions.json", "bo.yaml"}
    assert set(_tree(folder)) == fixed | {f"schemas/{kind}.schema.json" for kind in RECORD_KINDS}
    assert all((folder / one).is_dir() for one in ("dossiers", "ot", "documenten"))
    settings = load("bo.yaml", today=date.today())
    assert settings.findings == [] and isinstance(settings.record, Instellingen)
    assert (settings.record.school, settings.record.huisstijl.naam) == ("99XX00", "De: Zee")
    assert [one.id for one in settings.record.betrokkenen] == ["ib"]
    ignored = (folder / ".gitignore").read_text("utf-8").splitlines()
    assert {".bo/", "documenten/", "*.tmp", "*.slot", "/*.html", "/*.ics"} <= set(ignored)
    assert (
        (folder / "bo.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=schemas/instellingen.schema.json\n")
    )
    after = made.out.split("Zo gaat u verder:")[1].strip().splitlines()
    assert 0 < len(after) <= 6
    assert bo("validate", ".").code == 0


def test_the_second_time_nothing_changes(bo: Bo, folder: Path) -> None:
    assert bo(*SCHOOL, "--voorbeeld").code == 0
    before = _tree(folder)
    again = bo(*SCHOOL, "--voorbeeld")
    assert again.code == 0 and "is alles er al; er is niets veranderd" in again.out
    assert _tree(folder) == before
    assert bo("init").code == 0  # and nothing has to be known any more


def test_what_is_there_stays_and_is_named(bo: Bo, folder: Path) -> None:
    (folder / ".gitignore").write_text("van mij\n", "utf-8")
    (folder / "schemas").mkdir()
    (folder / "schemas" / "dossier.schema.json").write_text("{}", "utf-8")
    (folder / "dossiers").mkdir()
    made = bo(*SCHOOL)
    assert made.code == 0
    assert "Blijft zoals het is: .gitignore, schemas/." in made.out
    assert "Mappen gemaakt: ot, documenten." in made.out
    assert "De schema's zijn van een andere versie van bo" in made.out
    assert (folder / ".gitignore").read_text("utf-8") == "van mij\n"


def test_there_is_something_to_do_in_the_dossier_to_practise_with(bo: Bo, folder: Path) -> None:
    assert bo(*SCHOOL, "--voorbeeld").code == 0
    told = bo("escalate", "L-0000")
    assert "KNH-2.1" in told.out and "Evalueer de ondersteuning" in told.out
    assert bo("new", "dossier", "--geboortedatum", "11-2-2017", "--groep", "4").code == 0
    assert (folder / "dossiers" / "L-0001.yaml").is_file()


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind are of posix")
def test_a_dossier_is_for_the_owner_only(bo: Bo, folder: Path) -> None:
    assert bo(*SCHOOL, "--voorbeeld").code == 0
    assert stat.S_IMODE((folder / "dossiers" / "L-0000.yaml").stat().st_mode) == 0o600


def test_a_region_gets_its_own_folder(bo: Bo, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = bo("init", "regio", "--swv", "--naam", "SWV Proef", "--school", "99XX00=De Zee", "--normenkader", "landelijk")
    assert made.code == 0, made.err
    assert "cd regio" in made.out
    assert all((folder / "regio" / one).is_file() for one in ("samenwerkingsverband.yaml", "bo.yaml"))
    assert all((folder / "regio" / one).is_dir() for one in ("sops", "kengetallen", "kaders"))
    assert bo("validate", "regio").code == 0
    monkeypatch.chdir(folder / "regio")
    (years,) = (folder / "regio" / "sops").iterdir()
    assert bo("new", "sop", "--school", "99XX00").code == 0
    assert [one.name for one in years.iterdir()] == ["99XX00.yaml"]
    assert "naam: De Zee" in (years / "99XX00.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["init"], "--school: is nodig"),
        (["init", "--school", "99XX00"], "--naam: is nodig"),
        (["init", "--school", "99XX00", "--school", "99XY00"], "geef één school op"),
        (["init", "--nummer", "PO9999"], "zet er --swv bij"),
        (["init", "--swv"], "--naam: is nodig"),
        (["init", "--swv", "--naam", "x", "--voorbeeld"], "--voorbeeld: een dossier om mee te oefenen"),
        (["init", "bestand"], "dit is een bestand en geen map"),
        ([*SCHOOL, "--betrokkene", "ib"], "--betrokkene: schrijf KENMERK=NAAM"),
    ],
)
def test_a_mistake_is_said_in_one_line(bo: Bo, folder: Path, arguments: list[str], said: str) -> None:
    (folder / "bestand").write_text("", "utf-8")
    made = bo(*arguments)
    assert made.code == 2
    assert said in " ".join(made.err.split())
    assert [one.name for one in folder.iterdir()] == ["bestand"]


def test_asked_line_by_line(bo: Bo, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typing = Typing(monkeypatch)
    typing("99xx00", "De Zee", "T. de Wit", "", "F. Smit", "nee")
    made = bo("init")
    assert made.code == 0 and "Er is niets gemaakt." in made.err and not list(folder.iterdir())
    typing("99xx00", "De Zee", "T. de Wit", "", "F. Smit", "ja")
    assert bo("init").code == 0
    record = load("bo.yaml", today=date.today()).record
    assert isinstance(record, Instellingen)
    assert [(one.id, one.rol) for one in record.betrokkenen] == [("ib", ["intern_begeleider"]), ("ortho", ["orthopedagoog"])]


def test_the_first_minutes_at_a_real_terminal(folder: Path) -> None:
    """A school folder and a first dossier, key by key, on a screen of 60 columns."""
    screen = Screen("-m", "basisondersteuning", "init")
    for question, answer in (("Welke school?", "99xx00"), ("Hoe heet de school?", "De Zee"), ("intern begeleider?", "T. de Wit")):
        screen.until(question)
        screen.program.send(f"{answer}\r")
    for question in ("directeur?", "orthopedagoog", "Zo inrichten?"):
        screen.until(question)
        screen.program.send("\r")
    screen.until("bo new dossier")
    screen = Screen("-m", "basisondersteuning", "new", "dossier")
    screen.until("[L-0001]")
    screen.program.send("\r")
    screen.until("Roepnaam")
    screen.program.send("Noor\r")
    screen.until("Achternaam")
    screen.program.send("\r")
    screen.until("Geboortedatum")
    screen.program.send("11-2-2017")
    screen.until("= 11 februari 2017")
    screen.program.send("\r")
    screen.until("In welke groep")
    screen.program.send("12")
    screen.until("! Schrijf een groep")
    screen.program.send("\x7f\x7f5\r")
    for question in ("[ib]", "leerkracht van groep 5", "Naam van een ouder", "Zo maken?"):
        screen.until(question)
        screen.program.send("\r")
    screen.until("bo log L-0001")
    assert (folder / "dossiers" / "L-0001.yaml").is_file()


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    script = (
        "import sys, basisondersteuning.cli.init, basisondersteuning.cli.new;"
        "print([one for one in ('pydantic', 'yaml', 'prompt_toolkit', 'rich.console') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_fresh_folder_gives_documents_without_a_word_of_warning(
    bo: Bo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert bo("init", "--school", "99XX00", "--naam", "De Proef").code == 0
    assert bo("new", "dossier", "--geboortedatum", "14-3-2018", "--groep", "4", "--ja").code == 0
    done = bo("render", "groeidocument", "L-0001", "--format", "md", "--out", "documenten")
    assert (done.code, done.err.replace("Geschreven: ", "").strip()) == (0, "documenten/groeidocument-L-0001.md")


@pytest.mark.skipif(os.name != "posix", reason="rights of a folder are other things elsewhere")
@pytest.mark.parametrize(("above", "made"), [(0o755, 0o700), (0o775, 0o755)])
def test_folders_with_pupil_data_are_for_who_makes_them_unless_a_team_shares_them(
    bo: Bo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, above: int, made: int
) -> None:
    tmp_path.chmod(above)
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o022)
    try:
        assert bo("init", "--school", "99XX00", "--naam", "De Proef").code == 0
    finally:
        os.umask(before)
    assert {(tmp_path / one).stat().st_mode & 0o777 for one in ("dossiers", "ot", "documenten")} == {made}
