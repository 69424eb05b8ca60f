"""`bo kader list`, `check` and `test`: what a policy maker sees, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.cli.app import run

from .build import frame_text
from .test_cases import FULL, RULE, TOP, case

BUILT_IN = "kop-van-noord-holland-2014"
NATIONAL = "landelijk-2025"


@pytest.fixture
def bo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    """Run `bo kader` in an empty folder; gives exit code, output and what was said beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("BO_DEBUG", "1")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(["kader", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def write(folder: Path, cases: str = FULL, **more: str) -> None:
    (folder / "kaders").mkdir(exist_ok=True)
    (folder / "kaders" / "kader.yaml").write_text(frame_text(RULE, **more), encoding="utf-8")
    if cases:
        (folder / "kaders" / "kader-proeven.yaml").write_text(TOP + cases, encoding="utf-8")


def test_list_names_series_version_rules_and_source(bo: Any) -> None:
    code, out, err = bo("list")
    assert (code, err) == (0, "")
    for word in (
        "kop-van-noord-holland\n",
        BUILT_IN,
        "Geldig van 1-8-2014",
        "29 over een dossier, 36 over een SOP, 9 over kengetallen",
        "Niveaus: 1, 2, 3, arrangement.",
        "mei 2014",
        "landelijk\n",
        NATIONAL,
        f"Bouwt op {BUILT_IN}",
    ):
        assert word in out
    assert max(map(len, out.split("\n"))) <= 80


def test_list_as_json_and_with_own_frames(bo: Any, tmp_path: Path) -> None:
    write(tmp_path)
    code, out, _ = bo("list", "kaders", "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert [one["code"] for one in data["kaders"]] == [BUILT_IN, NATIONAL, "proef-2024"]
    assert data["kaders"][2] | {"kenmerk": "", "bronnen": []} == {
        "code": "proef-2024",
        "reeks": "proef",
        "titel": "Proef",
        "van": "2024-08-01",
        "tot": None,
        "gebaseerd_op": None,
        "regels": 1,
        "regels_over": {"dossier": 1},
        "niveaus": ["1", "2"],
        "onvertaald": 0,
        "bronnen": [],
        "kenmerk": "",
    }


def test_all_commands_are_quiet_when_all_is_well(bo: Any, tmp_path: Path) -> None:
    write(tmp_path)
    assert bo("check", "kaders", "--zonder-verkennen") == (0, "proef-2024: 1 regel, geen bevindingen.\n", "")
    assert bo("test", "kaders") == (
        0,
        "proef-2024: 4 proeven, 5 verwachtingen, 5 toestanden, 1 termijn; alles klopt en\n  is bewaakt.\n",
        "",
    )
    assert bo("test", "kaders", "--format", "short") == (0, "", "")
    code, out, err = bo("check", "--zonder-verkennen")
    assert (code, err) == (0, "")
    for line in (f"{BUILT_IN}: 74 regels, geen bevindingen.", f"{NATIONAL}: 90 regels, geen bevindingen."):
        assert line in out.split("\n")
    code, out, err = bo("test")
    assert (code, err) == (0, "")
    assert " ".join(out.split()).count("alles klopt en is bewaakt.") == 2
    assert out.count("\n") <= 4


def test_check_gives_1_for_a_warning_and_2_for_a_frame_that_cannot_be_used(bo: Any, tmp_path: Path) -> None:
    write(tmp_path)
    frame = tmp_path / "kaders" / "kader.yaml"
    sound = frame.read_text(encoding="utf-8")
    frame.write_text(sound.replace("inhoud: Iets.}", "inhoud: Iets.}, {nummer: 2, inhoud: Nog.}"), encoding="utf-8")
    code, out, _ = bo("check", "kaders")
    assert code == 1
    assert "waarschuwing[BO418]" in out
    assert "1 bevinding." in out
    frame.write_text(sound.replace("soort: opp", "soort: op"), encoding="utf-8")
    for arguments in (("check", "kaders"), ("test", "kaders"), ("check", "kaders/kader.yaml", "--format", "short")):
        code, out, _ = bo(*arguments)
        assert code == 2
        assert "BO401" in out
    code, out, _ = bo("test", "kaders", "--format", "json")
    assert (code, [one["code"] for one in json.loads(out)["bevindingen"]]) == (2, ["BO401"])


def test_test_gives_1_for_a_failure_and_for_what_is_missing(bo: Any, tmp_path: Path) -> None:
    write(tmp_path, FULL.replace("{R-1: open}", "{R-1: te_laat}"))
    code, out, _ = bo("test", "kaders")
    assert code == 1
    assert "fout[BO430]" in out
    assert "waarschuwing[BO431]" in out
    assert out.rstrip().endswith("2 bevindingen.")
    code, out, _ = bo("test", "kaders", "--format", "json")
    data = json.loads(out)
    assert code == 1
    assert data["kaders"][0]["toestanden"]["R-1"]["open"] is False
    assert data["kaders"][0]["toestanden"]["R-1"]["voldaan"] is True
    assert [one["code"] for one in data["bevindingen"]] == ["BO430", "BO431"]
    write(tmp_path, "")
    (tmp_path / "kaders" / "kader-proeven.yaml").unlink()
    code, out, _ = bo("test", "kaders")
    assert code == 1
    assert "staan geen proeven" in out


def test_the_matrix_shows_what_is_shown_missing_and_out_of_reach(bo: Any, tmp_path: Path) -> None:
    write(tmp_path, FULL.replace("{R-1: open}", "{R-1: te_laat}"))
    _, out, _ = bo("test", "kaders", "--uitgebreid")
    rows = {line[:3]: line for line in out.split("\n") if line.startswith(("R-1", "   "))}
    head = next(line for line in out.split("\n") if line.split()[:2] == ["vo", "tv"])
    marks = {name: rows["R-1"].ljust(80)[head.index(name)] for name in head.split()}
    assert marks == {"vo": "+", "tv": "+", "op": "?", "tl": "+", "nn": " ", "af": "+", "nt": " ", "on": " ", "oo": " "}


@pytest.mark.parametrize("path", ["kaders", "kaders/kader.yaml", "kaders/kader-proeven.yaml", "./kaders/"])
def test_a_frame_is_tested_with_what_stands_beside_it(bo: Any, tmp_path: Path, path: str) -> None:
    write(tmp_path)
    code, out, _ = bo("test", path)
    assert code == 0
    assert out.startswith("proef-2024: 4 proeven")
    assert BUILT_IN not in out


def test_own_tests_of_a_frame_that_comes_with_bo(bo: Any, tmp_path: Path) -> None:
    _, out, _ = bo("test", "--format", "json")
    (before,) = (one["proeven"] for one in json.loads(out)["kaders"] if one["code"] == BUILT_IN)
    own = TOP.replace("proef-2024", BUILT_IN) + case("2024-09-23: {KNH-1.2: voldaan}")
    (tmp_path / "eigen-proeven.yaml").write_text(own, encoding="utf-8")
    code, out, _ = bo("test", "eigen-proeven.yaml")
    assert code == 1
    assert "KNH-1.2 zou voldaan zijn, maar is niet nagekomen" in " ".join(out.split())
    assert f"{BUILT_IN}: {before + 1} proeven" in out


def test_nothing_there(bo: Any, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    for command in ("list", "check", "test"):
        code, _, err = bo(command, "leeg")
        assert code == (0 if command == "list" else 3), command
        assert err == "" if command == "list" else "Hier staat geen normenkader." in err
        code, out, err = bo(command, "weg.yaml")
        assert code != 0
        assert "BO101" in out + err


def test_a_dossier_is_no_frame(bo: Any, tmp_path: Path) -> None:
    text = "soort: dossier\nleerling: {id: L-1, geboortedatum: 2017-01-01, groep: 5}\nschool: 99XX00\n"
    (tmp_path / "L-1.yaml").write_text(text, encoding="utf-8")
    for command in ("check", "test"):
        code, out, err = bo(command, "L-1.yaml")
        assert code != 0
        assert "normenkader" in out + err


def test_wrong_usage(bo: Any) -> None:
    assert bo("tset")[0] == 2
    assert bo("test", "-")[0] == 2
    assert bo("check", "--format", "xml")[0] == 2
    code, out, _ = bo("--help")
    assert code == 0
    for word in ("Gebruik: bo kader OPDRACHT", "list", "check", "test"):
        assert word in out
