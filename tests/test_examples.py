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
