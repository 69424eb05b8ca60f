"""Comply or explain: what a waiver covers, and until when."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .build import built_in, compiled, judge, statuses, support

WANTED = "datum: 2026-09-07, soort: observatie, door: lk, ondersteuning_gewenst: ja"
DUTY = "als: {soort: observatie, ondersteuning_gewenst: ja}\ndan: {soort: oudercontact}\nbinnen: {instelling: twee_weken}"
MOMENT = "als: {soort: observatie, ondersteuning_gewenst: ja}\nmoet: {gedrag: {aanwezig: ja}}"


def waiver(**more: Any) -> dict[str, Any]:
    return {"regel": "R-1", "reden": "r", "door": "ib", "datum": "2026-09-10", **more}


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2026-09-09", "open"),  # not decided yet
        ("2026-09-10", "afgeweken"),
        ("2026-09-25", "afgeweken"),
        ("2026-09-26", "te_laat"),  # the duty is back
    ],
)
def test_a_duty_is_back_the_day_after(tmp_path: Path, day: str, status: str) -> None:
    frame = compiled(tmp_path, DUTY)
    verdict = judge(frame, WANTED, day, [waiver(tot="2026-09-25")])
    assert statuses(verdict) == [status]
    expired = ["BO502"] if status == "te_laat" else []
    assert [one.code for one in verdict.findings if one.code.startswith("BO50") and one.code != "BO504"] == expired


@pytest.mark.parametrize(("until", "status"), [("2026-09-07", "afgeweken"), ("2026-09-06", "geschonden"), (None, "afgeweken")])
def test_what_was_broken_at_one_moment_is_covered_when_that_moment_is(tmp_path: Path, until: str | None, status: str) -> None:
    frame = compiled(tmp_path, MOMENT)
    given = [waiver(datum="2026-09-01", tot=until)] if until else [waiver(datum="2026-09-01")]
    assert statuses(judge(frame, WANTED, "2027-03-01", given)) == [status]


def test_a_waiver_touches_only_its_own_rule(tmp_path: Path) -> None:
    frame = compiled(tmp_path, DUTY, DUTY)
    verdict = judge(frame, WANTED, "2026-10-01", [waiver()])
    assert (statuses(verdict), statuses(verdict, "R-2")) == (["afgeweken"], ["te_laat"])


def test_a_waiver_for_one_event_leaves_the_others(tmp_path: Path) -> None:
    frame = compiled(tmp_path, "als: {soort: ondersteuning}\nmoet: {groepsplan: {aanwezig: ja}}")
    timeline = [support("2026-09-07", "o1"), support("2026-09-08", "o2")]
    assert statuses(judge(frame, timeline, "2026-10-01", [waiver(betreft="o2")])) == ["geschonden", "afgeweken"]


def test_an_unused_waiver_and_one_for_no_rule_are_findings(tmp_path: Path) -> None:
    frame = compiled(tmp_path, DUTY)
    talk = "datum: 2026-09-08, soort: oudercontact, met: m, over: zorg"
    verdict = judge(frame, f"{WANTED}\n{talk}", "2026-10-01", [waiver(), waiver(regel="R-9")])
    assert statuses(verdict) == ["voldaan"]
    assert [one.code for one in verdict.findings] == ["BO503", "BO501"]


def test_of_two_waivers_the_one_that_holds_counts(tmp_path: Path) -> None:
    frame = compiled(tmp_path, DUTY)
    verdict = judge(frame, WANTED, "2026-10-01", [waiver(tot="2026-09-15"), waiver()])
    assert statuses(verdict) == ["afgeweken"]
    assert verdict.activations[0].waiver == 1


def test_a_waived_condition_supports_the_step() -> None:
    verdict = judge(built_in(), [support("2026-09-07", "o1")], "2026-10-01", [waiver(regel="KNH-1.1")])
    assert statuses(verdict, "KNH-1.1") == ["afgeweken"]
    assert verdict.strands[0].supported == 1


def test_the_moment_of_alle_is_that_of_the_part_that_was_broken(tmp_path: Path) -> None:
    body = (
        "als: {soort: observatie, ondersteuning_gewenst: ja}\nalle:\n"
        "  - vooraf: {soort: oudercontact}\n  - moet: {gedrag: {aanwezig: ja}}"
    )
    frame = compiled(tmp_path, body)
    talk = "datum: 2026-08-20, soort: oudercontact, met: m, over: zorg"
    given = [waiver(datum="2026-08-01", tot="2026-08-31")]
    assert statuses(judge(frame, f"{talk}\n{WANTED}", "2026-10-01", given)) == ["geschonden"]
