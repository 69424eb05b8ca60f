"""The verdicts on `examples/`, against a table that was worked out by hand (`scenarios/examples.yaml`)."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "scenarios" / "examples.yaml").read_text("utf-8"))
DAY: date = TABLE["peildatum"]


def bo(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "basisondersteuning", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Any]:
    """All verdicts, by file name, from one run."""
    answer = json.loads(bo("escalate", "examples", "--format", "json", "--peildatum", str(DAY)).stdout)
    return {Path(one["bestand"]).stem: one for one in answer["dossiers"]}


def test_every_example_is_in_the_table(verdicts: dict[str, Any]) -> None:
    assert sorted(verdicts) == sorted(TABLE["dossiers"])


@pytest.mark.parametrize("name", sorted(TABLE["dossiers"]))
class TestExample:
    def test_niveaus(self, verdicts: dict[str, Any], name: str) -> None:
        found = {
            one["vakgebied"]: [one["niveau"], one["gegeven_niveau"], one["sinds"]] for one in verdicts[name]["oordeel"]["lijnen"]
        }
        wanted = TABLE["dossiers"][name]["lijnen"]
        assert found == {area: [*levels, str(since)] for area, (*levels, since) in wanted.items()}

    def test_ready(self, verdicts: dict[str, Any], name: str) -> None:
        found = {
            one["vakgebied"]: one["volgende"]["niveau"]
            for one in verdicts[name]["oordeel"]["lijnen"]
            if one["volgende"] and one["volgende"]["gereed"]
        }
        assert found == TABLE["dossiers"][name].get("gereed", {})

    def test_duties(self, verdicts: dict[str, Any], name: str) -> None:
        found = [
            [one["regel"], one["toestand"], one["uiterlijk"], one["vakgebied"]] for one in verdicts[name]["oordeel"]["te_doen"]
        ]
        wanted = [
            [rule, status, str(due) if due else None, area] for rule, status, due, area in TABLE["dossiers"][name]["te_doen"]
        ]
        assert found == wanted

    def test_findings(self, verdicts: dict[str, Any], name: str) -> None:
        found = sorted(one["code"] for one in verdicts[name]["bevindingen"])
        assert found == TABLE["dossiers"][name].get("codes", [])

    def test_opens_with_what_it_shows(self, verdicts: dict[str, Any], name: str) -> None:
        text = (ROOT / "examples" / "dossiers" / f"{name}.yaml").read_text("utf-8")
        assert text.startswith("# Toont: ")


def test_examples_are_valid() -> None:
    assert bo("validate", "examples", "--fail-on", "advies").returncode == 0


def test_events_fall_on_school_days() -> None:
    """What a teacher writes down happened on a day with school: a typing mistake in an example shows here."""
    swv = yaml.safe_load((ROOT / "examples" / "samenwerkingsverband.yaml").read_text("utf-8"))
    holidays = [
        (one["van"], one["tot"]) for rooster in swv["roosters"] if rooster["regio"] == "noord" for one in rooster["vakanties"]
    ]
    wrong = []
    for path in sorted((ROOT / "examples" / "dossiers").glob("*.yaml")):
        for event in yaml.safe_load(path.read_text("utf-8"))["tijdlijn"]:
            day = event["datum"]
            if not isinstance(day, date):
                number, month, year = (int(part) for part in day.split("-"))
                day = date(year, month, number)
            if day.weekday() > 4 or day > DAY or any(first <= day <= last for first, last in holidays):
                wrong.append(f"{path.stem}: {day}")
    assert wrong == []


SOPS = sorted((ROOT / "examples" / "sops").rglob("99*.yaml"))
SENT = sorted((ROOT / "examples-ingezonden").glob("99*.yaml"))
SENT_FINDINGS: dict[str, set[str]] = {
    "99XX00": {"BO802"},  # sent nothing
    "99XY00": {"BO202", "BO203"},
    "99YA00": {"KNH-S.31"},
    "99YA01": {"KNH-S.27"},
    "99YB00": {"KNH-S.5", "KNH-S.7"},
    "99YC00": {"KNH-S.5", "KNH-S.15", "BO502"},
    "99YE00": {"BO332", "BO804", "BO805", "BO806"},
    "99YF00": {"BO801", "BO804", "BO805"},
    "99YG00": {"KNH-S.14", "KNH-S.15", "KNH-S.18", "KNH-S.19", "KNH-S.22"},
    "99YH00": {"KNH-S.5"},
    "99ZZ00": {"KNH-S.5", "KNH-S.9", "BO803"},
}
"""What is found of each school in the SOPs as they were sent in; 99YD00 is right until the law is asked as well."""


def test_there_are_sops_of_many_schools_over_two_years() -> None:
    swv = yaml.safe_load((ROOT / "examples" / "samenwerkingsverband.yaml").read_text("utf-8"))
    schools = {one["vestiging"]: one["bevoegd_gezag"] for one in swv["scholen"]}
    by_year = {year: {one.name[:6] for one in SOPS if one.parent.name == year} for year in ("2025-2026", "2026-2027")}
    assert len(schools) == 12
    assert len(set(schools.values())) == 3
    assert by_year["2026-2027"] == set(schools)
    assert len(by_year["2025-2026"]) == 10
    assert by_year["2025-2026"] < set(schools)


@pytest.mark.parametrize("path", [*SOPS, *SENT], ids=lambda one: f"{one.parent.name}/{one.stem}")
def test_a_sop_says_that_it_is_made_up(path: Path) -> None:
    data = path.read_bytes()
    assert data.startswith(b"# Verzonnen voorbeeld")
    assert b"\nschool: 99" in data
    assert path.parent.name != "examples-ingezonden" or b"\n# Toont: " in data


def test_no_two_sops_are_copies_of_each_other() -> None:
    texts = [yaml.safe_load(one.read_text("utf-8"))["typering"] for one in SOPS]
    assert len(set(texts)) == len(texts)


def test_the_sops_of_the_examples_keep_every_rule() -> None:
    done = bo("validate", "examples/sops", "--peildatum", str(DAY), "--fail-on", "advies")
    assert done.returncode == 0, done.stdout


def test_each_sop_that_was_sent_in_has_its_own_mistake() -> None:
    paths = ("examples-ingezonden", "examples/sops/2025-2026", "--swv", "examples/samenwerkingsverband.yaml")
    answer = json.loads(bo("validate", *paths, "--peildatum", str(DAY), "--format", "json").stdout)
    found: dict[str, set[str]] = {}
    for one in answer["bevindingen"]:
        found.setdefault(one.get("betreft") or Path(one["bestand"]).name[:6], set()).add(one["code"])
    assert {code: one for code, one in found.items() if code != "99XZ00"} == SENT_FINDINGS
    assert "BO106" in found["99XZ00"]  # nobody can read of which school it is


def test_the_law_asks_for_what_one_school_lacks() -> None:
    command = (
        "validate",
        "examples-ingezonden/99YD00-t-getij.yaml",
        "--kader",
        "landelijk",
        "--peildatum",
        str(DAY),
        "--format",
        "short",
    )
    out = bo(*command).stdout
    assert "LND-S.2" in out
    assert "LND-S.3" in out
