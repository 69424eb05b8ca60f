"""The tests that stand beside a frame: how they are read, run and counted, and what is said of mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from basisondersteuning.findings.finding import Finding
from basisondersteuning.norms.coverage import Report, open_suites, run

from .build import HEAD, frame_text, library

RULE = "als: {soort: observatie, ondersteuning_gewenst: ja}\ndan: {soort: opp}\nbinnen: {instelling: twee_weken}"
TOP = """\
soort: kaderproeven
kader: proef-2024
betrokkenen:
  - {id: lk, naam: L, rol: groepsleerkracht}
  - {id: m, naam: M, rol: ouder}
proeven:
"""
SEEN = "{datum: 2024-09-09, soort: observatie, door: lk, ondersteuning_gewenst: ja}"
OPP = "{datum: %s, soort: opp, actie: opgesteld, door: lk}"


def case(expected: str, *events: str, name: str = "een proef", more: str = "") -> str:
    lines = [f"  - naam: {name}", "    tijdlijn:", *(f"      - {one}" for one in events or (SEEN,))]
    return (
        "\n".join([*lines, *([more] if more else []), "    verwacht:", *(f"      {one}" for one in expected.split("\n"))]) + "\n"
    )


FULL = (
    case("2024-09-23: {R-1: voldaan}", SEEN, OPP % "2024-09-23", name="op tijd")
    + case("2024-09-23: {R-1: open}\n2024-09-24: {R-1: te_laat}", name="niets")
    + case("2024-09-25: {R-1: te_laat_voldaan}", SEEN, OPP % "2024-09-24", name="te laat")
    + case(
        "2024-09-25: {R-1: afgeweken}",
        name="afgeweken",
        more="    afwijkingen:\n      - {regel: R-1, reden: r, door: lk, datum: 2024-09-10}",
    )
)


def report(folder: Path, proeven: str, frame: str = "") -> tuple[Report | None, list[Finding]]:
    """What the tests in `proeven` give for a frame; the report is None when there is no frame to test."""
    (folder / "kader-proeven.yaml").write_text(proeven, encoding="utf-8")
    found = library(folder, kader=frame or frame_text(RULE))
    suites, unread = open_suites([str(folder)], found)
    series = found.series.get("proef")
    if series is None:
        return None, unread
    one = run(series.versions[-1], found, suites)
    return one, [*unread, *one.findings]


def findings(folder: Path, cases: str, frame: str = "") -> list[tuple[str, str]]:
    """Code and marked line of each finding in the file of tests itself."""
    _, found = report(folder, TOP + cases, frame)
    return [(one.code, one.place.text or "") for one in found if one.place.file.endswith("proeven.yaml")]


def test_all_is_well(tmp_path: Path) -> None:
    one, found = report(tmp_path, TOP + FULL)
    assert found == []
    assert one is not None
    assert (one.cases, one.expectations, one.terms) == (4, 5, 1)
    assert one.missing("R-1") == []


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("2024-09-23: {R-1: te_laat}", "R-1 zou te laat zijn, maar is open."),
        ("2024-09-23: {R-1: [open, open]}", "R-1 zou open, open zijn, maar is open."),
        ("2024-09-23: {R-1: geen}", "R-1 zou niet aan de orde zijn, maar is open."),
        ("2024-09-08: {R-1: open}", "R-1 zou open zijn, maar is niet aan de orde."),
        ("2024-09-23: {niveau: {algemeen: 1}}", "niveau (algemeen) zou 1 zijn, maar is geen."),
        ("2024-09-23: {onderbouwd: {technisch_lezen: 2}}", "onderbouwd (technisch lezen) zou 2 zijn, maar is geen."),
        ("2024-09-23: {voorwaarden: {algemeen: {R-1: open}}}", "R-1 (algemeen) zou open zijn, maar is niet aan de orde."),
    ],
)
def test_an_expectation_that_is_not_met(tmp_path: Path, expected: str, words: str) -> None:
    text = TOP + case(expected)
    _, found = report(tmp_path, text)
    failed = [one for one in found if one.code == "BO430"]
    assert [one.message for one in failed] == [f"een proef, {expected[:10]}: {words}"]
    assert failed[0].place.text == f"      {expected}"
    assert failed[0].place.column > len("      2024-09-23: ")  # the expectation itself, not the day


def test_a_list_is_exact_and_one_word_stands_for_each(tmp_path: Path) -> None:
    two = (SEEN, SEEN.replace("2024-09-09", "2024-09-10"))
    assert findings(tmp_path, case("2024-09-23: {R-1: open}", *two)) == []
    assert findings(tmp_path, case("2024-09-24: {R-1: [te_laat, open]}", *two)) == []
    assert [code for code, _ in findings(tmp_path, case("2024-09-24: {R-1: [open, te_laat]}", *two))] == ["BO430"]
    assert [code for code, _ in findings(tmp_path, case("2024-09-24: {R-1: open}", *two))] == ["BO430"]
    assert [code for code, _ in findings(tmp_path, case("2024-09-24: {R-1: [te_laat]}", *two))] == ["BO430"]


@pytest.mark.parametrize(
    ("cases", "code", "line"),
    [
        (case("2024-09-23: {R-2: open}"), "BO433", "R-2"),
        (case("2024-09-23: {R-1: opne}"), "BO433", "opne"),
        (case("2024-09-23: {R-1: [open, opne]}"), "BO433", "opne"),
        (case("2024-09-23: {R-1: {a: b}}"), "BO433", "R-1"),
        (case("2024-09-23: {niveau: {rekenen: 7}}"), "BO433", "7"),
        (case("2024-09-23: {niveau: {rekene: 1}}"), "BO433", "rekene"),
        (case("2024-09-23: {voorwaarden: {rekenen: {R-7: open}}}"), "BO433", "R-7"),
        (case("2024-09-23: {}"), "BO433", "verwacht"),
        (case("2024-13-23: {R-1: open}"), "BO204", "2024-13-23"),
        (case("2020-09-23: {R-1: open}"), "BO420", "2020-09-23"),
        (case("2024-09-23: {R-1: open}", SEEN.replace("door: lk", "door: juf")), "BO301", "juf"),
        (case("2024-09-23: {R-1: open}", SEEN.replace("observatie", "observaties")), "BO210", "observaties"),
        (case("2024-09-23: {R-1: open}", SEEN.replace("gewenst: ja", "gewenst: j")), "BO205", "gewenst: j"),
        (case("2024-09-23: {R-1: open}", "{datum: 2024-09-09, soort: evaluatie, van: o9}"), "BO302", "o9"),
        (case("2024-09-23: {R-1: open}").replace("naam:", "nam:"), "BO202", "nam"),
    ],
)
def test_mistakes_in_a_test(tmp_path: Path, cases: str, code: str, line: str) -> None:
    found = findings(tmp_path, cases)
    assert code in [one for one, _ in found], found
    assert any(line in text for one, text in found if one == code), found
    assert "BO430" not in [one for one, _ in found]


def test_the_word_that_was_meant(tmp_path: Path) -> None:
    _, found = report(tmp_path, TOP + case("2024-09-23: {R1: opne, nivo: {rekenen: 1}}"))
    assert {one.suggestion for one in found if one.code == "BO433"} == {"R-1", "niveau"}


def test_a_frame_that_is_not_there(tmp_path: Path) -> None:
    _, found = report(tmp_path, TOP.replace("proef-2024", "proef-2023") + FULL)
    assert [(one.code, one.suggestion) for one in found if one.code == "BO416"] == [("BO416", "proef-2024")]


def test_a_pupil_fits_any_year(tmp_path: Path) -> None:
    head = HEAD.replace("2024-08-01", "2014-08-01")
    old = case("2015-01-20: {R-1: te_laat}", SEEN.replace("2024", "2014"))
    assert findings(tmp_path, old, frame_text(RULE, head=head)) == []


def test_statuses_that_no_test_shows_are_named_at_the_rule(tmp_path: Path) -> None:
    text = frame_text(RULE)
    _, found = report(tmp_path, TOP + case("2024-09-23: {R-1: open}"), text)
    (missing,) = (one for one in found if one.code == "BO431")
    assert missing.message == "Geen proef laat R-1 zien als voldaan, te laat voldaan, te laat of afgeweken."
    assert missing.place.line == text[: text.index("R-1")].count("\n") + 1


def test_an_expectation_that_fails_shows_nothing(tmp_path: Path) -> None:
    one, _ = report(tmp_path, TOP + case("2024-09-23: {R-1: te_laat}"))
    assert one is not None
    assert one.shown == set()


def test_a_frame_without_tests_is_one_finding(tmp_path: Path) -> None:
    found = library(tmp_path, kader=frame_text(RULE, RULE, RULE))
    one = run(found.series["proef"].versions[0], found, [])
    assert [finding.message for finding in one.findings] == ["Naast dit normenkader staan geen proeven."]


@pytest.mark.parametrize(
    ("left_out", "ways"),
    [("op tijd", "korter"), ("niets", None), ("te laat", None)],
)
def test_a_term_needs_both_of_its_days(tmp_path: Path, left_out: str, ways: str | None) -> None:
    """On the last day `op tijd` alone would tell a shorter term, `niets` a shorter and a longer, `te laat` a longer one."""
    weak = FULL.replace("2024-09-23: {R-1: open}", "2024-09-20: {R-1: open}").replace("24: {R-1: te_laat}", "27: {R-1: te_laat}")
    keep = [one for one in weak.split("  - naam: ")[1:] if not one.startswith(left_out)]
    _, found = report(tmp_path, TOP + "".join("  - naam: " + one for one in keep))
    words = [one.message for one in found if one.code == "BO432"]
    if left_out == "te laat":
        assert words == ["Geen proef merkt het als deze termijn van R-1 één dag langer wordt."]
    elif ways:
        assert words == [f"Geen proef merkt het als deze termijn van R-1 één dag {ways} wordt."]
    else:
        assert words == []


def test_a_later_version_guards_only_what_it_changes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(frame_text(RULE, RULE.replace("twee_weken", "drie_dagen"), head=HEAD.replace(
        "niveaus:", "  - {naam: drie_dagen, titel: D, dagen: 3, herkomst: afspraak, toelichting: t}\nniveaus:", 1
    )), encoding="utf-8")  # fmt: skip
    later = (
        "soort: normenkader\ncode: proef-2025\nreeks: proef\ntitel: T\ngeldig: {van: 2025-08-01}\ngebaseerd_op: proef-2024\n"
        "instellingen:\n  - {naam: drie_dagen, titel: D, dagen: 4, herkomst: afspraak, toelichting: t}\n"
    )
    found = library(tmp_path, b=later)
    one = run(found.series["proef"].versions[-1], found, [])
    assert set(one.possible) == {"R-2"}
    (tmp_path / "c.yaml").write_text(
        TOP.replace("2024", "2025") + FULL.replace("2024", "2025").replace("R-1", "R-2"), encoding="utf-8"
    )
    suites, unread = open_suites([str(tmp_path)], found)
    assert unread == []
    again = run(found.series["proef"].versions[-1], found, suites)
    places = {(finding.code, "drie_dagen" in (finding.place.text or "")) for finding in again.findings}
    assert ("BO432", True) in places  # the setting is what this version changes, so there it is
