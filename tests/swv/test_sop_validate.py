"""`bo validate` over the SOPs of a samenwerkingsverband: reports, norms and schools, and what goes wrong."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import stat
from pathlib import Path
from xml.etree import ElementTree

import jsonschema_rs
import pytest

from basisondersteuning.cli.reports import FORMATS as ENDINGS
from basisondersteuning.records import disk, load
from basisondersteuning.swv.desk import spool
from basisondersteuning.swv.desk.spool import Spool
from running import Bo

from .region_runs import DAY, edit, lines

SARIF = Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json"


FORMATS = [one for one in ENDINGS if one != ".ics"]
"""Of profiles there is no calendar."""


# Reports


def test_one_run_makes_every_format_and_the_screen_shows_what_it_came_to(bo: Bo, region: Path) -> None:
    made = [f"uit{ending}" for ending in FORMATS]
    done = bo("validate", "sops", *DAY, *(word for one in made for word in ("--out", one)))
    assert done.code == 1
    assert done.err.splitlines() == [f"Geschreven: {one}." for one in made]
    assert "6 SOP's gelezen. 3 fouten" in done.out and "[P-S.1]" not in done.out
    assert all((region / one).stat().st_size > 100 for one in made)
    if os.name == "posix":
        assert {stat.S_IMODE((region / one).stat().st_mode) for one in made} == {0o600}
    assert sorted(one.name for one in region.iterdir() if one.name.startswith(".")) in ([], [".cache"])


@pytest.mark.parametrize(
    ("ending", "format"), [(".short", "short"), (".json", "json"), (".jsonl", "jsonl"), (".csv", "csv"), (".xml", "junit"),
                           (".sarif", "sarif"), (".github", "github"), (".html", "html")],
)  # fmt: skip
def test_a_report_says_what_the_screen_says(bo: Bo, region: Path, ending: str, format: str) -> None:
    screen = bo("validate", "sops", *DAY, "--format", format)
    done = bo("validate", "sops", *DAY, "--out", f"uit{ending}")
    assert screen.code == done.code == 1
    assert (region / f"uit{ending}").read_bytes().decode("utf-8") == screen.out


def test_a_text_report_is_as_the_screen_but_wider(bo: Bo, region: Path) -> None:
    done = bo("validate", "sops", *DAY, "--format", "text", "--out", "uit.txt")
    text = (region / "uit.txt").read_text("utf-8")
    assert "fout[P-S.1]" in text and " ".join(text.split()).replace("─", "") == " ".join(done.out.split()).replace("─", "")


@pytest.mark.parametrize("excerpts", [False, True])
def test_sarif_is_what_its_schema_says(bo: Bo, region: Path, excerpts: bool) -> None:
    (region / "sops" / "met spatie & 50% één.yaml").write_text("soort: sop\nschool: x\n", "utf-8")
    bo("validate", "sops", *DAY, "--out", "uit.sarif", *(["--met-fragmenten"] if excerpts else []))
    text = (region / "uit.sarif").read_text("utf-8")
    found = json.loads(text)
    errors = list(jsonschema_rs.validator_for(json.loads(SARIF.read_text("utf-8")), validate_formats=True).iter_errors(found))
    assert errors == []
    run = found["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert {"BO801", "P-S.1", "P-S.3"} <= {one["id"] for one in rules}
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert {one["level"] for one in run["results"]} == {"error", "warning", "note"}
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]}
    assert "sops/met%20spatie%20%26%2050%25%20%C3%A9%C3%A9n.yaml" in uris
    assert ("B. Vos" in text) is excerpts


def test_junit_fails_what_the_exit_code_fails_and_passes_nothing_unjudged(bo: Bo, region: Path) -> None:
    bo("validate", "sops", *DAY, "--out", "fout.xml", "--out", "fout.json")
    bo("validate", "sops", *DAY, "--fail-on", "waarschuwing", "--out", "waarschuwing.xml")
    counts = {}
    for name in ("fout", "waarschuwing"):
        root = ElementTree.parse(region / f"{name}.xml").getroot()
        counts[name] = len(root.findall(".//failure"))
        for suite in root:
            cases = suite.findall("testcase")
            assert int(suite.get("tests", "0")) == len(cases)
            assert int(suite.get("failures", "0")) == len(suite.findall("testcase/failure"))
            assert int(suite.get("skipped", "0")) == len(suite.findall("testcase/skipped"))
    assert counts == {"fout": 3, "waarschuwing": 7}
    judged = {
        (suite.get("name"), case.get("name"))
        for suite in ElementTree.parse(region / "fout.xml").getroot()
        for case in suite
        if len(case) == 0
    }
    assert ("99DD00 2026-2027", "P-S.3 Het OT komt vaak genoeg bijeen") not in judged
    assert ("99CC00 2026-2027", "normen") not in judged
    assert ("99AA00 2026-2027", "P-S.1 De intern begeleider is opgeleid") in judged


def test_a_rule_whose_finding_is_left_out_does_not_pass(bo: Bo, region: Path) -> None:
    bo("validate", "sops", *DAY, "--ignore", "P-S.1", "--out", "uit.xml")
    case = ElementTree.parse(region / "uit.xml").getroot().find(".//testsuite[@name='99BB00 2026-2027']/testcase[2]")
    assert case is not None and case.get("name", "").startswith("P-S.1") and case.find("skipped") is not None


def test_nothing_of_a_record_travels_in_a_machine_format(bo: Bo, region: Path) -> None:
    formats = [one for one in FORMATS if one not in (".txt", ".html", ".xlsx")]
    bo("validate", "sops", *DAY, *(word for one in formats for word in ("--out", f"uit{one}")))
    for one in formats:
        text = (region / f"uit{one}").read_text("utf-8")
        assert "Vos" not in text and "Een school met een fout" not in text and "De Boei" not in text


# What cannot be written


def test_a_report_that_cannot_be_written_stops_no_other(bo: Bo, region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (region / "map.csv").mkdir()
    (region / "er-al.json").write_text("van mij", "utf-8")
    names = ["map.csv", "er-al.json", "niet-hier/uit.xml", "sops/a-aanleg.short", "goed.short", "goed.short"]
    (region / "sops" / "a-aanleg.short").symlink_to("a-aanleg.yaml")
    inputs = ("sops/a-aanleg.yaml", "sops/b-boei.yaml")
    done = bo("validate", *inputs, *DAY, *(word for one in names for word in ("--out", one)))
    assert done.code == 2
    assert done.err.splitlines() == [
        "bo validate: map.csv wordt niet geschreven: het is een map.",
        "bo validate: er-al.json wordt niet geschreven: er is al een bestand met die naam. Kies een andere naam, of overschrijf "
        "het met --force.",
        "bo validate: niet-hier/uit.xml wordt niet geschreven: die map is er niet.",
        "bo validate: sops/a-aanleg.short wordt niet geschreven: dit bestand wordt zelf gecontroleerd.",
        "bo validate: goed.short wordt niet geschreven: deze naam staat er al bij.",
        "Geschreven: goed.short.",
    ]
    assert (region / "er-al.json").read_text("utf-8") == "van mij"
    assert (region / "sops" / "a-aanleg.yaml").read_text("utf-8").startswith("soort: sop")
    assert bo("validate", "sops", *DAY, "--out", "er-al.json", "--force").code == 1
    assert json.loads((region / "er-al.json").read_text("utf-8"))["versie"] == 1


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_never_replaced_and_an_input_never_overwritten(bo: Bo, region: Path, force: bool) -> None:
    shutil.copy(region / "sops" / "a-aanleg.yaml", region / "in.txt")
    before = (region / "in.txt").read_bytes()
    assert bo("validate", "in.txt", *DAY, "--out", "in.txt", *(["--force"] if force else [])).code == 2
    assert (region / "in.txt").read_bytes() == before


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "de schijf is vol"), (errno.EACCES, "dat mag hier niet")])
def test_a_full_disk_or_a_closed_folder_leaves_no_half_report(
    bo: Bo, region: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    real = os.replace

    def refused(source: str, target: str) -> None:
        if str(target).endswith(".csv"):
            raise OSError(number, "refused")
        real(source, target)

    monkeypatch.setattr(disk.os, "replace", refused)
    done = bo("validate", "sops", *DAY, "--out", "uit.csv", "--out", "uit.json")
    assert done.code == 2
    assert done.err.splitlines() == [f"bo validate: uit.csv is niet te schrijven: {words}.", "Geschreven: uit.json."]
    assert not [one for one in region.iterdir() if one.suffix in (".csv", ".tmp")]


def test_a_full_temporary_folder_is_said_in_one_line(bo: Bo, region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Spool, one: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(spool.Spool, "add", full)
    done = bo("validate", "sops", *DAY, "--out", "uit.csv")
    assert done.code == 2 and done.out == ""
    assert done.err == "bo validate: er is geen plaats om de uitkomsten te bewaren: de schijf is vol. Er is niets gemaakt.\n"
    assert not (region / "uit.csv").exists()


@pytest.mark.parametrize("name", ["uit", "uit.pdf", "uit.yaml", ".json.zip"])
def test_an_ending_without_a_format_is_a_usage_error(bo: Bo, region: Path, name: str) -> None:
    done = bo("validate", "sops", "--out", name)
    assert done.code == 2 and "--out: laat de naam eindigen op een van .html, .xlsx, .csv" in done.err


# Broken off


def test_ctrl_c_gives_reports_of_what_is_known_that_say_so(bo: Bo, region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, count = load.load_source, 0

    def stopped(*given: object, **more: object) -> object:
        nonlocal count
        count += 1
        if given[0].name.endswith("d-dijk.yaml"):  # type: ignore[attr-defined]
            raise KeyboardInterrupt
        return real(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "load_source", stopped)
    made = ["uit.json", "uit.sarif", "uit.xml", "uit.txt", "uit.csv", "uit.html", "uit.short"]
    done = bo("validate", "sops", *DAY, *(word for one in made for word in ("--out", one)), "--baseline-schrijf", "bekend.json")
    assert done.code == 130
    assert "bo: onderbroken na 3 records." in done.err
    assert "bekend.json is niet geschreven" in done.err and not (region / "bekend.json").exists()
    found = json.loads((region / "uit.json").read_text("utf-8"))
    assert found["onderbroken"] is True
    assert {"P-S.1", "BO202", "BO808"} <= {one["code"] for one in found["bevindingen"]}
    assert "BO802" not in {one["code"] for one in found["bevindingen"]}, "who was not read is not missing"
    assert json.loads((region / "uit.sarif").read_text("utf-8"))["runs"][0]["invocations"][0]["executionSuccessful"] is False
    for one in made:
        assert "onderbroken" in (region / one).read_text("utf-8").lower(), one


# Norms and schools


def test_a_broken_frame_is_said_and_everything_else_is_still_checked(bo: Bo, region: Path) -> None:
    edit(region / "kaders" / "proef-2026.yaml", "soort: intern_begeleider", "soort: intern_begleider")
    done = bo("validate", "sops", *DAY)
    assert done.code == 2
    assert "fout[BO4" in done.err and "kaders/proef-2026.yaml:" in done.err
    assert "fout[BO202]" in done.out and "[P-S" not in done.out and "zijn compleet" not in done.out
    assert "De SOP's zijn niet aan de normen gehouden" in done.out


def test_a_frame_that_was_named_wrongly_stops_at_once(bo: Bo, region: Path) -> None:
    done = bo("validate", "sops", *DAY, "--kader", "prof")
    assert done.code == 2 and done.out == "" and "Bedoelde u `proef`?" in done.err


def test_dossiers_alone_need_no_frame_at_all(bo: Bo, desk: Path) -> None:
    (desk / "kaders" / "kapot.yaml").write_text("soort: normenkader\ncode: [\n", "utf-8")
    (desk / "samenwerkingsverband.yaml").write_text("soort: samenwerkingsverband\nnaam: [\n", "utf-8")
    done = bo("validate", "dossiers")
    assert done.code == 0 and done.err == ""


def test_a_frame_without_rules_about_sops_calls_no_sop_complete(bo: Bo, region: Path) -> None:
    text = (region / "kaders" / "proef-2026.yaml").read_text("utf-8").split("regels:")[0]
    (region / "kaders" / "proef-2026.yaml").write_text(text, "utf-8")
    done = bo("validate", "sops/a-aanleg.yaml", *DAY)
    assert "heeft geen regels over SOP's: alleen de vorm is bekeken." in done.out and "compleet" not in done.out


def test_a_sop_that_gives_rise_to_no_rule_is_not_called_complete(bo: Bo, region: Path) -> None:
    done = bo("validate", "sops/d-dijk-nog-eens.yaml", *DAY)
    assert "1  is niet te beoordelen zonder antwoord van de school" in done.out and "compleet" not in done.out


def test_who_is_missing_is_said_only_when_a_folder_was_read(bo: Bo, region: Path) -> None:
    named = [f"sops/{one.name}" for one in sorted((region / "sops").iterdir())]
    assert "BO802" not in bo("validate", *named, *DAY).out
    assert "BO802" in bo("validate", "sops", *DAY).out


def test_an_unreadable_file_may_be_the_sop_that_is_missing(bo: Bo, region: Path) -> None:
    (region / "sops" / "e-eb.yaml").write_bytes(b"soort: sop\nschool: \xff\n")
    done = bo("validate", "sops", *DAY)
    assert "Kijk eerst of het bij de bestanden zit die niet te lezen zijn" in done.out
    assert "1 bestand is niet te lezen en kan een SOP zijn." in done.out


def test_a_copy_of_an_earlier_year_is_seen_whatever_the_order(bo: Bo, region: Path) -> None:
    text = (region / "sops" / "a-aanleg.yaml").read_text("utf-8")
    (region / "sops" / "z-vorig.yaml").write_text(
        text.replace("2026-2027", "2025-2026").replace("proef-2026", "proef-2025"), "utf-8"
    )
    assert [one.split(": ")[0] for one in lines(bo, "--select", "BO806")] == ["sops/a-aanleg.yaml:4:13"]
    edit(region / "sops" / "z-vorig.yaml", "A. Bos", "A. Bosch")
    assert lines(bo, "--select", "BO806") == []


def test_the_answer_is_the_same_from_memory_and_over_processes(bo: Bo, region: Path) -> None:
    first = bo("validate", "sops", *DAY)
    assert bo("validate", "sops", *DAY) == first
    assert bo("validate", "sops", *DAY, "--geen-cache", "--jobs", "2") == first
    assert bo("validate", "sops", *DAY, "--format", "text", "--out", "x.csv").out == first.out


HOSTILE = ["a\nb", "-rf", "=1+1", "'\"<b>&", "50%25", "re\u202egel", "\x1b[31m", "é" * 80, "a;b,c:d", "$(id)", "één 😀"]


@pytest.mark.skipif(os.name != "posix", reason="names that this system allows")
def test_hostile_names_break_no_report(bo: Bo, region: Path) -> None:
    text = (region / "sops" / "c-compagnie.yaml").read_text("utf-8")
    for name in HOSTILE:
        (region / "sops" / f"{name}.yaml").write_text(text, "utf-8")
    (region / "sops" / os.fsdecode(b"caf\xe9.yaml")).write_text(text, "utf-8")
    done = bo("validate", "sops", *DAY, "--select", "BO202", *(word for one in FORMATS for word in ("--out", f"uit{one}")))
    assert done.code == 1 and len(done.err.splitlines()) == len(FORMATS)
    many = len(HOSTILE) + 2
    assert len((region / "uit.short").read_text("utf-8").splitlines()) == many
    assert len((region / "uit.github").read_text("utf-8").splitlines()) == many
    assert len(json.loads((region / "uit.json").read_text("utf-8"))["bevindingen"]) == many
    assert len(json.loads((region / "uit.sarif").read_text("utf-8"))["runs"][0]["results"]) == many
    assert len(ElementTree.parse(region / "uit.xml").getroot().findall(".//failure")) == many
    table = list(csv.reader(io.StringIO((region / "uit.csv").read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(table) == many + 1 and {len(one) for one in table} == {len(table[0])}
    assert "\x1b" not in (region / "uit.txt").read_text("utf-8") and "\u202e" not in (region / "uit.html").read_text("utf-8")
