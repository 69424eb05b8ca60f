"""`bo kader check` while it explores: what it says, and the timelines it writes as dossiers that other commands open."""

from __future__ import annotations

import json
import re
import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.cli.app import run
from basisondersteuning.findings.gallery import FOLDER
from basisondersteuning.norms.explore import run as explore_run
from basisondersteuning.records.discover import discover
from basisondersteuning.records.load import load

from .build import frame_text

CLASH = ("BO440", "BO441", "BO442", "BO443", "BO444", "BO445")


@pytest.fixture
def bo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    """Run `bo` in an empty folder; gives exit code, output and what was said beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("BO_DEBUG", "1")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def plain(text: str) -> str:
    return " ".join(text.split())


def of_gallery(folder: Path, code: str) -> None:
    (folder / "kader.yaml").write_text((FOLDER / code / "fout" / "kader.yaml").read_text("utf-8"), "utf-8")


def test_the_answers_and_the_bounds_stand_below_the_frame(bo: Any, tmp_path: Path) -> None:
    of_gallery(tmp_path, "BO444")
    code, out, err = bo("kader", "check", "kader.yaml")
    assert (code, err) == (1, "")
    said = plain(out)
    for words in (
        "voorbeeld-2024: 2 regels, 1 bevinding.",
        "waarin ze te bereiken zijn: 1 (1); elk is ook weer te verlaten.",
        "Regels die aan de orde kunnen zijn: 2 van 2; waaraan te voldoen is: 2.",
        "Paren regels waaraan samen te voldoen is: 0 van 1.",
        "Termijnen die in een schooljaar passen: 1 van 1.",
        "Verkend met ten hoogste 24 gebeurtenissen, één per schooldag",
        "ten hoogste 6000 tijdlijnen per vraag",
        "Wat daarbuiten ligt, is niet bekeken.",
    ):
        assert words in said
    assert max(map(len, out.split("\n"))) <= 100


def test_the_finding_itself_shows_a_timeline(bo: Any, tmp_path: Path) -> None:
    of_gallery(tmp_path, "BO440")
    _, out, _ = bo("kader", "check", "kader.yaml", "--format", "short")
    assert "Het dichtst erbij (VB-1 is niet nagekomen): ondersteuning (vorm: geintensiveerd)." in out
    assert "Verkend" not in out


def test_as_json(bo: Any, tmp_path: Path) -> None:
    of_gallery(tmp_path, "BO444")
    code, out, _ = bo("kader", "check", "kader.yaml", "--format", "json")
    data = json.loads(out)
    assert code == 1
    assert data["kaders"] == ["voorbeeld-2024"]
    (explored,) = data["verkenningen"]
    assert explored["niveaus"] == [{"niveau": "1", "gebeurtenissen": 1, "hoger": False, "lager_of_einde": True}]
    assert (explored["paren"], explored["paren_samen"], explored["niet_beantwoord"]) == (1, 0, 0)
    assert explored["grenzen"] == {"gebeurtenissen": 24, "tijdlijnen_per_vraag": 6000}
    assert [one["code"] for one in data["bevindingen"]] == ["BO444"]


def test_without_exploring_and_with_a_mistake_of_form_nothing_is_explored(
    bo: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("explored")

    monkeypatch.setattr(explore_run, "explore", never)
    of_gallery(tmp_path, "BO444")
    assert bo("kader", "check", "kader.yaml", "--zonder-verkennen") == (0, "voorbeeld-2024: 2 regels, geen bevindingen.\n", "")
    assert bo("validate", "kader.yaml")[0] == 0
    frame = tmp_path / "kader.yaml"
    frame.write_text(frame.read_text("utf-8").replace("soort: oudercontact", "soort: ouder_contact"), "utf-8")
    code, out, _ = bo("kader", "check", "kader.yaml")
    assert code == 2
    assert "Verkend" not in out


def test_fewer_timelines_leave_questions_open(bo: Any, tmp_path: Path) -> None:
    of_gallery(tmp_path, "BO446")
    code, out, _ = bo("kader", "check", "kader.yaml", "--tijdlijnen", "2")
    assert code == 1
    assert "advies[BO446]" in out
    assert re.search(r"\d+ vragen niet beantwoord", plain(out))
    assert bo("kader", "check", "kader.yaml")[0] == 0
    assert bo("kader", "check", "kader.yaml", "--tijdlijnen", "0")[0] == 2


@pytest.mark.parametrize("code", CLASH)
def test_every_witness_is_a_sound_dossier_that_shows_its_point(bo: Any, tmp_path: Path, code: str) -> None:
    of_gallery(tmp_path, code)
    done, out, err = bo("kader", "check", "kader.yaml", "--getuigen", "getuigen")
    assert (done, err) == (1, "")
    files = sorted(Path("getuigen").rglob("*.yaml"))
    mine = [one for one in files if one.name.startswith(f"getuige-{code}-")]
    assert len(mine) == 1
    assert mine[0].as_posix() in out
    for path in files:
        assert load(str(path), today=date.max, named=True).findings == []
        command = next(line.removeprefix("#   bo ") for line in path.read_text("utf-8").split("\n") if line.startswith("#   bo "))
        opened, said, wrong = bo(*shlex.split(command))
        assert (opened in (0, 1), wrong) == (True, ""), said
        assert "voorbeeld-" in said
    assert [one.path for one in discover(["getuigen"])] != []  # type: ignore[union-attr]
    done, out, _ = bo("validate", "getuigen")
    assert done == 0
    assert "Geen fouten gevonden" in out
    assert "gevonden.\n" not in out.replace("Geen fouten gevonden", "")


def test_the_witness_of_a_clash_shows_the_broken_rule(bo: Any, tmp_path: Path) -> None:
    of_gallery(tmp_path, "BO444")
    bo("kader", "check", "kader.yaml", "--getuigen", "getuigen")
    path = "getuigen/voorbeeld-2024/getuige-BO444-VB-1-VB-2.yaml"
    text = Path(path).read_text("utf-8")
    assert text.startswith("# Geen enkele tijdlijn voldoet aan VB-1 en VB-2 samen. Gemaakt door `bo kader check`")
    assert f"#   bo escalate {path} --kader kader.yaml --peildatum 2025-07-31\n" in text
    code, out, _ = bo("escalate", path, "--kader", "kader.yaml", "--peildatum", "2025-07-31")
    assert code == 1
    assert "te laat" in out
    assert "VB-1" in out


def test_the_timeline_of_a_niveau_is_supported_when_it_is_opened(bo: Any) -> None:
    assert bo("kader", "check", "--getuigen", "getuigen")[0] == 0
    for path in sorted(Path("getuigen/kop-van-noord-holland-2014").glob("niveau-*.yaml")):
        day = re.search(r"--peildatum (\S+)", path.read_text("utf-8"))
        assert day is not None
        _, out, _ = bo("escalate", str(path), "--peildatum", day[1], "--format", "json")
        verdict = json.loads(out)["dossiers"][0]["oordeel"]
        (strand,) = verdict["lijnen"]
        assert strand["niveau"] == strand["gegeven_niveau"] == path.stem.removeprefix("niveau-"), path
        assert all(step["onderbouwd"] for step in strand["verloop"])
    assert bo("validate", "getuigen")[0] == 0


def test_nothing_is_overwritten(bo: Any, tmp_path: Path) -> None:
    of_gallery(tmp_path, "BO444")
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "van-mij.txt").write_text("van mij", "utf-8")
    code, _, err = bo("kader", "check", "kader.yaml", "--getuigen", "vol")
    assert code == 2
    assert "niet leeg" in err
    assert bo("kader", "check", "kader.yaml", "--getuigen", "kader.yaml")[0] == 2
    assert bo("kader", "check", "kader.yaml", "--getuigen", "x", "--zonder-verkennen")[0] == 2
    assert [one.name for one in (tmp_path / "vol").iterdir()] == ["van-mij.txt"]
    (tmp_path / "leeg").mkdir()
    assert bo("kader", "check", "kader.yaml", "--getuigen", "leeg")[0] == 1


def test_the_same_frame_gives_the_same_answer_and_the_same_files(bo: Any, tmp_path: Path) -> None:
    (tmp_path / "kader.yaml").write_text(frame_text("voorwaarde_voor: 2\nvooraf: {soort: evaluatie, niveau: 2}"), "utf-8")
    said = [bo("kader", "check", "kader.yaml", "--getuigen", one)[1].replace(f"{one}/", "") for one in ("een", "twee")]
    assert said[0] == said[1]
    texts = []
    for folder in ("een", "twee"):
        files = sorted(Path(folder).rglob("*.yaml"))
        texts.append([path.read_text("utf-8").replace(f" {folder}/", " ") for path in files])
    assert texts[0] == texts[1]
