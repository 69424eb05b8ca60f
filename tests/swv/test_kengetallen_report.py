"""`bo kengetallen` from records to report: what adds up, what is compared, and what the norms say."""

from __future__ import annotations

import csv
import io
import json
from itertools import permutations
from pathlib import Path

import pytest

from running import Bo

from .figures_made import DAY, codes, count, point, published, pupils, record, report, series, verdicts, written

BASE = pupils(2013, bao=9760, sbo=240, so=150)


@pytest.mark.parametrize(
    ("sbo", "compared", "status"),
    [(230, "lager", "voldaan"), (240, "gelijk", "voldaan"), (250, "hoger", "geschonden"), ("236-244", "onzeker", "onbekend")],
)
def test_a_rate_against_the_baseline(bo: Bo, tmp_path: Path, sbo: object, compared: str, status: str) -> None:
    found = report(bo, written(tmp_path, a=record(BASE + pupils(2025, bao=9760, sbo=sbo, so=150))))
    assert point(found, 2025)["nulmeting"] == compared
    assert verdicts(found, "KNH-K.6") == [status]
    assert point(found, 2013)["nulmeting"] is None


@pytest.mark.parametrize(
    ("nation", "compared", "status"),
    [("2,6", "lager", "voldaan"), ("2,2", "hoger", "geschonden"), ("2,4", "onzeker", "onbekend")],
)
def test_a_rate_against_the_country(bo: Bo, tmp_path: Path, nation: str, compared: str, status: str) -> None:
    mine = record(BASE + pupils(2025, bao=9760, sbo=240))
    country = record(rates=published(2025, nation, more=", gebied: landelijk"), number=None)
    found = report(bo, written(tmp_path, a=mine, b=country))
    assert point(found, 2025)["landelijk"] == compared
    assert verdicts(found, "KNH-K.8") == [status]


def test_what_is_not_known_is_never_shown_as_fine(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(pupils(2025, bao=9760, sbo=240)))
    found = report(bo, folder)
    assert verdicts(found, "KNH-K.6") == verdicts(found, "KNH-K.8") == ["onbekend"]
    assert {"BO832", "BO834"} <= set(codes(found))
    out = bo("kengetallen", folder, DAY).out
    assert "Deelname aan SBO op 1 oktober 2025: 2,40 %, onbekend" in out
    assert "voldaan   De deelname" not in out


def test_years_of_other_definitions_are_not_compared(bo: Bo, tmp_path: Path) -> None:
    text = record(BASE + pupils(2025, bao=9760, sbo=230), published(2020, "2,1", "cbs") + published(2021, "2,0", "cbs"))
    found = report(bo, written(tmp_path, a=text))
    assert [one["peildatum"][:4] for one in series(found)["punten"]] == ["2013", "2025"]
    assert point(found, 2025)["vorige"] == "lager"
    (told,) = (one["melding"] for one in found["bevindingen"] if one["code"] == "BO833")
    assert told == "Deelname aan SBO: 1-10-2020 en 1-10-2021 zijn niet te vergelijken met de andere jaren (cbs, niet vensters)."


def test_a_baseline_of_another_definition_is_no_baseline(bo: Bo, tmp_path: Path) -> None:
    found = report(bo, written(tmp_path, a=record(pupils(2025, bao=9760, sbo=230), published(2013, "2,1", "cbs"))))
    assert point(found, 2025)["nulmeting"] is None
    (told,) = (one["melding"] for one in found["bevindingen"] if one["code"] == "BO832")
    assert told == "Deelname aan SBO: de nulmeting is er alleen volgens cbs, en niet volgens vensters."


def test_the_definition_that_is_asked_for(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(BASE + pupils(2025, bao=9760, sbo=230, so=160)))
    found = report(bo, folder, "--definitie", "cbs")
    assert {one["definitie"] for one in found["reeksen"]} == {"cbs"}
    assert series(found, definition="cbs")["beoordeeld"] is True
    assert point(found, 2025, "deelname_so", "cbs")["leerlingen"]["so"] == {"laagste": 160, "hoogste": 160}
    out = bo("kengetallen", folder, DAY, "--definitie", "eigen").out
    assert "Deelname aan SBO is volgens eigen niet te berekenen." in out
    assert "Deelname aan SBO is beoordeeld volgens vensters" in out


def test_own_definitions_of_two_sources_stay_apart(bo: Bo, tmp_path: Path) -> None:
    rates = published(2013, "1,5", "eigen") + published(2020, "1,6", "eigen").replace("voorbeeld", "een ander")
    found = report(bo, written(tmp_path, a=record(rates=rates)))
    assert [one["bron"] for one in found["reeksen"]] == ["een ander", "voorbeeld"]
    assert all(one["nulmeting"] is None for each in found["reeksen"] for one in each["punten"])


def test_a_masked_count_meets_the_exact_one(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(pupils(2025, bao=100, sbo="<5")), b=record(pupils(2025, sbo=3)))
    found = report(bo, folder)
    assert point(found, 2025)["leerlingen"]["sbo"] == {"laagste": 3, "hoogste": 3}
    assert "BO830" not in codes(found)


def test_a_contradiction_is_told_and_not_reckoned_with(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(pupils(2025, bao=100, sbo=7)), b=record(pupils(2025, sbo=8)))
    found = report(bo, folder)
    assert codes(found).count("BO830") == 1
    assert found["reeksen"] == []
    assert bo("kengetallen", folder, DAY).code == 1


def test_what_is_final_goes_before_what_is_provisional(bo: Bo, tmp_path: Path) -> None:
    early = record(pupils(2025, ", stand: voorlopig", bao=100, sbo=7))
    final = record(pupils(2025, ", stand: definitief", sbo=8))
    found = report(bo, written(tmp_path, a=early, b=final))
    assert point(found, 2025)["leerlingen"]["sbo"]["laagste"] == 8
    assert "BO830" not in codes(found)


def test_the_order_of_files_does_not_matter(bo: Bo, tmp_path: Path) -> None:
    texts = (
        record(pupils(2013, bao=9760, sbo="230-250")),
        record(pupils(2013, sbo=240) + pupils(2025, bao=9760, sbo=230)),
        record(rates=published(2025, "2,6", more=", gebied: landelijk"), number=None),
    )
    found = []
    for number, order in enumerate(permutations(texts)):
        own = tmp_path / str(number)
        own.mkdir()
        made = report(bo, written(own, **{f"f{index}": text for index, text in enumerate(order)}))
        found.append([made["reeksen"], made["aantallen"], made["oordelen"], sorted(codes(made))])
    assert all(one == found[0] for one in found)


def test_a_published_rate_beside_counts(bo: Bo, tmp_path: Path) -> None:
    fitting = report(bo, written(tmp_path, a=record(pupils(2025, bao=9760, sbo="200-300"), published(2025, "2,4"))))
    assert point(fitting, 2025)["percentage"] == {"laagste": 2.4, "hoogste": 2.4, "afgerond": True}
    assert "BO831" not in codes(fitting)
    other = report(bo, written(tmp_path, a=record(pupils(2025, bao=9760, sbo=240), published(2025, "2,9"))))
    assert "BO831" in codes(other)
    assert point(other, 2025)["percentage"]["laagste"] == 2.4


def test_a_judgement_of_people(bo: Bo, tmp_path: Path) -> None:
    country = published(2025, "2,9", more=", gebied: landelijk")
    text = record(BASE + pupils(2025, bao=9760, sbo=230), country)
    assert verdicts(report(bo, written(tmp_path, a=text)), "KNH-K.9") == ["oordeel_nodig"]
    given = (
        "oordelen:\n  - {datum: 2026-03-01, regel: KNH-K.9, voldoet: ja, door: bestuur, betreft: deelname_sbo-2025, reden: r}\n"
    )
    assert verdicts(report(bo, written(tmp_path, a=text + given)), "KNH-K.9") == ["voldaan"]
    other = given.replace("2025,", "2024,")
    assert verdicts(report(bo, written(tmp_path, a=text + other)), "KNH-K.9") == ["oordeel_nodig"]


def test_a_deviation_and_one_of_a_rule_that_is_not_there(bo: Bo, tmp_path: Path) -> None:
    text = record(BASE + pupils(2025, bao=9760, sbo=250))
    waiver = "afwijkingen:\n  - {regel: KNH-K.6, reden: r, door: bestuur, datum: 2026-01-01}\n"
    wrong = "  - {regel: KNH-K.99, reden: r, door: bestuur, datum: 2026-01-01}\n"
    found = report(bo, written(tmp_path, a=record(pupils(2012, bao=1)), b=text + waiver + wrong))
    assert verdicts(found, "KNH-K.6") == ["afgeweken"]
    (told,) = (one for one in found["bevindingen"] if one["code"] == "BO501")
    assert told["bestand"].endswith("b.yaml")
    assert told["regel"] == (text + waiver).count("\n") + 1


def test_later_than_the_day_does_not_exist_yet(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(BASE + pupils(2024, bao=9760, sbo=230) + pupils(2025, bao=9760, sbo=250)))
    found = json.loads(bo("kengetallen", folder, "--peildatum", "2025-09-30", "--format", "json").out)
    assert [one["peildatum"][:4] for one in series(found)["punten"]] == ["2013", "2024"]
    assert verdicts(found, "KNH-K.6") == ["voldaan"]


def test_only_the_last_day_gives_findings(bo: Bo, tmp_path: Path) -> None:
    text = record(BASE + pupils(2024, bao=9760, sbo=260) + pupils(2025, bao=9760, sbo=230))
    found = report(bo, written(tmp_path, a=text))
    assert verdicts(found, "KNH-K.6") == ["geschonden", "voldaan"]
    assert "KNH-K.6" not in codes(found)


def test_several_samenwerkingsverbanden_are_judged_apart(bo: Bo, tmp_path: Path) -> None:
    one = record(BASE + pupils(2025, bao=9760, sbo=250))
    two = record(BASE + pupils(2025, bao=9760, sbo=230), number="PO9998")
    found = report(bo, written(tmp_path, a=one, b=two))
    said = {each["code"]: each["toestand"] for each in found["oordelen"] if each["regel"] == "KNH-K.6"}
    assert said == {"PO9999": "geschonden", "PO9998": "voldaan"}


def test_a_broken_file_stops_nothing(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(BASE), b="soort: kengetallen\ntelingen: []\n", c="soort: [", d="soort: dossier\n")
    done = bo("kengetallen", folder, DAY, "--format", "json")
    found = json.loads(done.out)
    assert series(found)["punten"]
    assert {"BO202"} <= set(codes(found))
    assert all(not one["bestand"].endswith("d.yaml") for one in found["bevindingen"])
    assert done.code == 1


def test_what_is_no_key_figure(bo: Bo, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert bo("kengetallen", str(tmp_path / "leeg")).code == 3
    (tmp_path / "ot.yaml").write_text("soort: ot\n", encoding="utf-8")
    done = bo("kengetallen", str(tmp_path / "ot.yaml"))
    assert done.code == 1
    assert "Dit zijn geen kengetallen." in done.out
    assert "Dit zijn geen kengetallen." not in bo("kengetallen", str(tmp_path)).out


HOSTILE = "'=HYPERLINK(\"http://x\";<script>alert(1)</script> ../../x \u202e'"


def test_the_forms_of_the_report(bo: Bo, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    text = record(BASE + pupils(2025, bao=9760, sbo="236-244") + count("arrangementen", "<5")).replace(
        "bron: voorbeeld", f"bron: {HOSTILE}"
    )
    folder = written(
        tmp_path, a=text.replace("samenwerkingsverband: PO9999\n", f"samenwerkingsverband: PO9999\nnaam: {HOSTILE}\n")
    )
    outs = [tmp_path / f"uit.{ending}" for ending in ("txt", "short", "json", "jsonl", "csv", "html", "xlsx")]
    done = bo("kengetallen", folder, DAY, *(word for one in outs for word in ("--out", str(one))))
    assert done.code == 0, done.err
    assert all(one.stat().st_size for one in outs)

    for line in (tmp_path / "uit.jsonl").read_text("utf-8").splitlines():
        assert json.loads(line)["soort"] in ("kop", "reeks", "aantallen", "oordeel", "bevinding")

    data = (tmp_path / "uit.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data), delimiter=";"))
    (masked,) = (
        one for one in rows if (one["wat"], one["definitie"], one["peildatum"]) == ("Deelname aan SBO", "vensters", "2025-10-01")
    )
    assert (masked["laagste"], masked["hoogste"], masked["nulmeting"]) == ("2,36", "2,44", "niet te zeggen")
    assert not any(cell.startswith(("=", "+", "-", "@")) for one in rows for cell in one.values())

    book = openpyxl.load_workbook(tmp_path / "uit.xlsx")
    assert book.sheetnames == ["Overzicht", "Deelname", "Aantallen", "Normen", "Bevindingen"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    head = [cell.value for cell in book["Deelname"][1]]
    values = [dict(zip(head, (cell.value for cell in row), strict=True)) for row in book["Deelname"].iter_rows(min_row=2)]
    assert any((one["Laagste"], one["Hoogste"]) == (2.36, 2.44) for one in values)

    page = (tmp_path / "uit.html").read_text("utf-8")
    assert "<script" not in page
    assert "\u202e" not in page


def test_a_report_is_never_written_over(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(BASE))
    out = tmp_path / "uit.csv"
    out.write_text("van mij", encoding="utf-8")
    assert bo("kengetallen", folder, DAY, "--out", str(out)).code == 2
    assert out.read_text("utf-8") == "van mij"
    assert bo("kengetallen", folder, DAY, "--out", str(out), "--force").code == 0
    assert bo("kengetallen", folder, DAY, "--out", str(tmp_path / "uit.pdf")).code == 2
