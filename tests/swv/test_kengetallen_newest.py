"""`bo kengetallen`: which figure is judged, what is too old, and what a reader is told when nobody can say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from running import Bo

from .figures_made import DAY, codes, count, published, pupils, record, report, series, verdicts, written

OLD = published(2013, "2,5", "eigen") + published(2014, "2,4", "eigen")


def found_on(found: dict[str, Any], code: str) -> dict[str, Any]:
    """The one finding with a code."""
    (one,) = (each for each in found["bevindingen"] if each["code"] == code)
    assert isinstance(one, dict)
    return one


def test_an_old_series_with_a_baseline_does_not_hide_newer_counts(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(pupils(2024, bao=9000, sbo=300) + pupils(2025, bao=9000, sbo=400), OLD))
    found = report(bo, folder)
    assert series(found)["beoordeeld"] is True
    assert series(found, definition="eigen")["beoordeeld"] is False
    assert verdicts(found, "KNH-K.6") == ["onbekend", "onbekend"]
    assert found_on(found, "BO832")["melding"].endswith("is er alleen volgens eigen, en niet volgens vensters.")
    out = bo("kengetallen", folder, DAY).out
    assert "Deelname aan SBO op 1 oktober 2025: 4,26 %, onbekend" in out
    assert "is niet met 1 oktober 2013 te vergelijken: volgens vensters is er van die dag geen cijfer." in " ".join(out.split())


def test_of_series_that_are_as_new_the_one_with_a_baseline_is_judged(bo: Bo, tmp_path: Path) -> None:
    both = published(2013, "2,5", "cbs") + published(2025, "2,4", "cbs")
    found = report(bo, written(tmp_path, a=record(pupils(2025, bao=9000, sbo=200), both)))
    assert series(found, definition="cbs")["beoordeeld"] is True
    assert verdicts(found, "KNH-K.6") == ["voldaan"]


def test_a_definition_that_is_asked_for_and_old_says_so(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(pupils(2025, bao=9000, sbo=400), OLD))
    found = report(bo, folder, "--definitie", "eigen")
    told = found_on(found, "BO838")
    assert told["ernst"] == "waarschuwing"
    assert told["melding"] == "Deelname aan SBO: volgens eigen is er na 1-10-2014 geen cijfer, volgens vensters en ncoj wel."
    assert "BO838" not in codes(report(bo, folder, "--definitie", "vensters"))


@pytest.mark.parametrize(("year", "status", "told"), [(2023, "geschonden", True), (2024, "voldaan", False)])
def test_a_figure_that_is_too_old_is_not_missing(bo: Bo, tmp_path: Path, year: int, status: str, told: bool) -> None:
    text = record(count("arrangementen", 100, until=f"{year}-07-31").replace("2024-08-01", f"{year - 1}-08-01"))
    folder = written(tmp_path, a=text)
    found = json.loads(bo("kengetallen", folder, "--peildatum", "2026-03-01", "--format", "json").out)
    assert verdicts(found, "KNH-K.1") == [status]
    if told:
        one = found_on(found, "KNH-K.1")
        assert one["melding"].endswith("het laatste cijfer is van 31-7-2023, en dat is te oud (de termijn is 24 maanden).")
        assert one["herstel"] == "Zet een nieuwer cijfer in de kengetallen, met peildatum en bron."
        assert (one["regel"], one["kolom"]) == (4, 5)
    absent = found_on(found, "KNH-K.2")
    assert absent["melding"].endswith("niet gehaald, dat vraagt aandacht.")


COUNTRY = ", gebied: landelijk"
SPECIAL = pupils(2013, bao=9760, so=150, sbo=240)


@pytest.mark.parametrize(
    ("text", "rule", "remedy"),
    [
        (
            record(pupils(2025, bao=9760, sbo=240)),
            "KNH-K.6",
            "Zet het cijfer van 1 oktober 2013 volgens vensters in de kengetallen, met bron.",
        ),
        (
            record(pupils(2025, bao=9760, sbo=240), published(2013, "2,1", "cbs")),
            "KNH-K.6",
            "Zoek het cijfer van 1 oktober 2013 volgens vensters op; nu is het er alleen volgens cbs.",
        ),
        (
            record(pupils(2013, bao=9760, sbo=240) + pupils(2025, bao=9760, sbo="236-244")),
            "KNH-K.6",
            "Zoek de afgeschermde aantallen van 1-10-2025 op: zolang die ontbreken, kan het beide kanten op.",
        ),
        (
            record(pupils(2025, bao=9760, sbo=240), published(2025, "2,4", more=COUNTRY)),
            "KNH-K.8",
            "Zoek het landelijke cijfer van 1-10-2025 met meer cijfers achter de komma op: door het afronden kan het beide "
            "kanten op.",
        ),
        (
            record(pupils(2025, bao=9760, sbo=240)),
            "KNH-K.8",
            "Zet het landelijke cijfer van 1-10-2025 volgens vensters in de kengetallen, met bron.",
        ),
        (
            record(pupils(2025, bao=9760, sbo=240), published(2025, "2,1", "cbs", COUNTRY)),
            "KNH-K.9",
            "Zoek het landelijke cijfer van 1-10-2025 volgens vensters op; nu is het er alleen volgens cbs.",
        ),
        (
            record(pupils(2013, bao=9760, sbo="afgeschermd") + pupils(2025, bao=9760, sbo=240)),
            "KNH-K.6",
            "Het cijfer van 1 oktober 2013 is niet te berekenen: sbo is afgeschermd. Vul dat aan.",
        ),
        (
            record(SPECIAL + pupils(2025, ", cluster: 3", so=140) + pupils(2025, bao=9760, sbo=240)),
            "KNH-K.5",
            "Vul de aantallen van 1-10-2025 aan: een deel is niet geteld of afgeschermd.",
        ),
    ],
)  # fmt: skip
def test_what_nobody_can_say_tells_what_is_missing(bo: Bo, tmp_path: Path, text: str, rule: str, remedy: str) -> None:
    found = report(bo, written(tmp_path, a=text))
    assert verdicts(found, rule)[-1] == "onbekend"
    assert found_on(found, rule)["herstel"] == remedy


def test_a_failed_aim_keeps_the_remedy_of_the_rule(bo: Bo, tmp_path: Path) -> None:
    found = report(bo, written(tmp_path, a=record(pupils(2013, bao=9760, sbo=240) + pupils(2025, bao=9760, sbo=250))))
    assert found_on(found, "KNH-K.6")["herstel"].startswith("Zoek met de schoolbesturen uit waar de stijging vandaan komt.")


def test_own_counts_alone_are_no_figures_of_the_samenwerkingsverband(bo: Bo, tmp_path: Path) -> None:
    own = "  - {peildatum: 2026-05-01, wat: plichten_lopend, gebied: school, code: 99XX00, aantal: 7, bron: bo tel}\n"
    own += own.replace("gebied: school, code: 99XX00", "gebied: samenwerkingsverband")
    found = report(bo, written(tmp_path, a=record(own)))
    assert found["oordelen"] == []
    assert codes(found) == []
    more = report(bo, written(tmp_path, a=record(own + count("arrangementen", 100))))
    assert verdicts(more, "KNH-K.1") == ["voldaan"]
    assert verdicts(more, "KNH-K.2") == ["geschonden"]


def test_pupils_alone_are_figures_of_the_samenwerkingsverband(bo: Bo, tmp_path: Path) -> None:
    found = report(bo, written(tmp_path, a=record(pupils(2025, sbo="afgeschermd"))))
    assert verdicts(found, "KNH-K.4") == ["geschonden"]
