"""`bo validate --baseline`, `--select` and `--ignore`: what was known, and what was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Bo

from .region_runs import DAY, edit, lines


def test_a_list_of_what_is_known_leaves_only_what_is_new(bo: Bo, region: Path) -> None:
    done = bo("validate", "sops", *DAY, "--baseline-schrijf", "bekend.json")
    assert done.code == 1
    assert done.err == "Geschreven: bekend.json (8 bekende bevindingen).\n"
    again = bo("validate", "sops", *DAY, "--baseline", "bekend.json")
    assert again.code == 0
    assert "8 bekende bevindingen niet getoond." in again.out
    edit(region / "sops" / "a-aanleg.yaml", "master_sen", "anders")
    new = bo("validate", "sops", *DAY, "--baseline", "bekend.json", "--format", "short")
    assert new.code == 1
    assert [one.split(": ")[1] for one in new.out.splitlines()] == ["fout P-S.1 norm"]


def test_what_is_known_stays_known_when_lines_move_and_files_get_another_name(bo: Bo, region: Path) -> None:
    bo("validate", "sops", *DAY, "--baseline-schrijf", "bekend.json")
    for path in sorted((region / "sops").iterdir()):
        path.write_text("# eerst een regel\n\n" + path.read_text("utf-8"), "utf-8")
    (region / "sops" / "b-boei.yaml").rename(region / "sops" / "boei-2.yaml")
    assert lines(bo, "--baseline", "bekend.json") == []


def test_of_equal_findings_as_many_are_known_as_there_were(bo: Bo, region: Path) -> None:
    edit(region / "sops" / "a-aanleg.yaml", "A. Bos, opleiding: master_sen", "A. Bos, opleiding: anders")
    bo("validate", "sops", *DAY, "--baseline-schrijf", "bekend.json")
    line = "  - {naam: A. Bos, opleiding: anders}\n"
    edit(region / "sops" / "a-aanleg.yaml", line, line + line)
    assert len(lines(bo, "--select", "P-S.1", "--baseline", "bekend.json")) == 1


def test_what_was_known_and_is_gone_is_said_with_code_and_file(bo: Bo, region: Path) -> None:
    bo("validate", "sops", *DAY, "--baseline-schrijf", "bekend.json")
    edit(region / "sops" / "b-boei.yaml", "in_opleiding", "master_sen")
    (region / "sops" / "c-compagnie.yaml").unlink()
    gone = [one for one in lines(bo, "--baseline", "bekend.json") if "BO807" in one]
    assert [one.split(": ", 2)[2] for one in gone] == [
        "P-S.1 in sops/b-boei.yaml was bekend en komt niet meer voor.",
        "BO202 in sops/c-compagnie.yaml was bekend en komt niet meer voor.",
    ]
    part = bo("validate", "sops/a-aanleg.yaml", *DAY, "--baseline", "bekend.json", "--format", "short").out
    assert "c-compagnie" in part and "b-boei" not in part, "of a file that was not read nothing can be said"
    asked = [one for one in lines(bo, "--baseline", "bekend.json", "--ignore", "P-S.1") if "BO807" in one]
    assert len(asked) == 1 and "BO202" in asked[0], "of a code that is not asked for nothing can be said"


HEAD = '{"soort": "bekende_bevindingen", "versie": '


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "[" * 100_000, "\x00", '{"versie": 1, "bevindingen": []}', HEAD + "9}", HEAD + '1, "bevindingen": [{}]}',
        HEAD + '1, "bevindingen": [{"vingerafdruk": "a", "code": "b", "bestand": "c", "aantal": -1}]}',
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_and_never_overwritten(bo: Bo, region: Path, text: str) -> None:
    (region / "bekend.json").write_text(text, "utf-8")
    for option in ("--baseline", "--baseline-schrijf"):
        done = bo("validate", "sops", option, "bekend.json")
        assert done.code == 2 and done.err.startswith(f"bo validate: {option}: bekend.json: ") and done.err.count("\n") == 1
    assert (region / "bekend.json").read_text("utf-8") == text


def test_a_list_that_is_not_there_says_how_to_make_it(bo: Bo, region: Path) -> None:
    done = bo("validate", "sops", "--baseline", "bekend.json")
    assert done.code == 2 and "Maak hem met --baseline-schrijf." in done.err


def test_a_list_holds_no_words_of_a_pupil(bo: Bo, desk: Path) -> None:
    path = next((desk / "dossiers").glob("L-0417*"))
    edit(path, "geboortedatum: ", "geboortedatum: x")
    birth = path.read_text("utf-8").split("geboortedatum: x")[1][:10]
    bo("validate", str(path), "--baseline-schrijf", "a.json")
    edit(path, birth, "2011-01-01")
    bo("validate", str(path), "--baseline-schrijf", "b.json")
    assert (desk / "a.json").read_text("utf-8") == (desk / "b.json").read_text("utf-8"), "a birth date could be guessed from it"


# What was asked for


@pytest.mark.parametrize(
    ("select", "codes"),
    [
        ("P-S", ["P-S.1", "P-S.2", "P-S.3"]), ("p-s.1", ["P-S.1"]), ("BO8", ["BO802", "BO805", "BO801", "BO803"]),
        ("school-dubbel", ["BO801"]), ("BO2,P-S.1", ["P-S.1", "BO202"]), ("norm", ["P-S.1", "P-S.2", "P-S.3"]),
    ],
)  # fmt: skip
def test_findings_are_chosen_by_code_name_or_beginning(bo: Bo, region: Path, select: str, codes: list[str]) -> None:
    assert [one.split(" ")[2] for one in lines(bo, "--select", select)] == codes
    rest = [one.split(" ")[2] for one in lines(bo, "--ignore", select)]
    every = [one.split(" ")[2] for one in lines(bo)]
    assert rest == [one for one in every if one not in codes]


def test_an_exact_code_is_not_the_beginning_of_another(bo: Bo, region: Path) -> None:
    edit(region / "kaders" / "proef-2026.yaml", "code: P-S.2", "code: P-S.11")
    assert [one.split(" ")[2] for one in lines(bo, "--select", "P-S.1")] == ["P-S.1"]


@pytest.mark.parametrize(
    ("word", "hint"), [("P-S.7", "Bedoelde u P-S."), ("BO999", ""), ("school-dubel", "Bedoelde u school-dubbel?")]
)
def test_a_word_that_is_no_code_is_a_usage_error(bo: Bo, region: Path, word: str, hint: str) -> None:
    for option in ("--select", "--ignore"):
        done = bo("validate", "sops", *DAY, option, word)
        assert done.code == 2 and f"{option}: {word} is geen code" in done.err and hint in done.err


def test_what_is_left_out_is_counted_and_weighs_nothing(bo: Bo, region: Path) -> None:
    done = bo("validate", "sops", *DAY, "--select", "P-S.3")
    assert done.code == 0 and "7 bevindingen weggelaten door --select of --ignore." in done.out
    assert "1  is niet beoordeeld, door fouten in het bestand" in done.out, "a SOP nobody could judge is never silently fine"
