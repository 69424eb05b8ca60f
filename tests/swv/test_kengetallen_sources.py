"""`bo kengetallen`: where every figure comes from, whose it is, which periods it is about, and what was not read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from running import Bo

from .figures_made import DAY, codes, count, point, pupils, record, report, verdicts, written

COUNTED = (
    pupils(2024, ", stand: definitief", bao=9000, sbo=200).replace("voorbeeld", "DUO")
    + pupils(2025, ", stand: voorlopig", bao=9000).replace("voorbeeld", "DUO")
    + pupils(2025, sbo=210).replace("voorbeeld", "opgave school")
    + count("arrangementen", 120, ", stand: voorlopig").replace("voorbeeld", "administratie SWV")
)


def test_every_form_says_where_a_figure_comes_from(bo: Bo, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    folder = written(tmp_path, a=record(COUNTED))
    outs = {ending: tmp_path / f"uit.{ending}" for ending in ("txt", "short", "json", "csv", "html", "xlsx")}
    bo("kengetallen", folder, DAY, *(word for one in outs.values() for word in ("--out", str(one))))

    text = " ".join(outs["txt"].read_text("utf-8").split())
    assert "Bron: DUO, definitief (1-10-2024); DUO, opgave school, voorlopig (1-10-2025)." in text
    assert "Bron: administratie SWV, voorlopig." in text
    assert "; bron: DUO, opgave school, voorlopig." in text  # of a series that is not judged

    short = outs["short"].read_text("utf-8").splitlines()
    assert "PO9999: deelname_sbo 2025-10-01: 2,28 % (vensters): onbekend; bron: DUO, opgave school, voorlopig" in short
    assert "PO9999: arrangementen 1-8-2024 t/m 31-7-2025: 120; bron: administratie SWV, voorlopig" in short

    data = json.loads(outs["json"].read_text("utf-8"))
    assert (point(data, 2025)["bron"], point(data, 2025)["stand"]) == ("DUO, opgave school", "voorlopig")
    (amount,) = data["aantallen"][0]["rijen"][0]["aantallen"]
    assert (amount["bron"], amount["stand"]) == ("administratie SWV", "voorlopig")

    rows = list(csv.DictReader(io.StringIO(outs["csv"].read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert {(one["bron"], one["stand"]) for one in rows if one["eenheid"] == "aantal"} == {("administratie SWV", "voorlopig")}
    assert all(one["bron"] for one in rows if one["laagste"])

    sheet = openpyxl.load_workbook(outs["xlsx"])["Aantallen"]
    head = [one.value for one in sheet[1]]
    assert [sheet[2][head.index(name)].value for name in ("Bron", "Stand")] == ["administratie SWV", "voorlopig"]

    page = outs["html"].read_text("utf-8")
    assert "<td>administratie SWV, voorlopig</td>" in page
    assert "opgave school, voorlopig" in page


def test_a_sum_has_the_sources_of_its_parts(bo: Bo, tmp_path: Path) -> None:
    parts = "".join(
        f"  - {{van: 2024-08-01, peildatum: 2025-07-31, wat: tlv, onderwijs: so, categorie: {name}, aantal: 5, bron: {source}}}\n"
        for name, source in (("L", "b1"), ("M", "b2"), ("H", "b1"))
    )
    found = report(bo, written(tmp_path, a=record(parts)))
    amounts = {one["uitsplitsing"]: one["bron"] for one in found["aantallen"][0]["rijen"][0]["aantallen"]}
    assert amounts["SO"] == "b1, b2"
    assert amounts["SO categorie M"] == "b2"


def test_a_count_in_two_files_has_both_sources(bo: Bo, tmp_path: Path) -> None:
    one, two = (record(count("tlv", 7).replace("voorbeeld", name)) for name in ("b1", "b2"))
    found = report(bo, written(tmp_path, a=one, b=two))
    assert found["aantallen"][0]["rijen"][0]["aantallen"][0]["bron"] == "b1, b2"


def test_a_final_count_beside_the_same_one_without_stand_is_final(bo: Bo, tmp_path: Path) -> None:
    early, final, silent = (record(count("tlv", 7, more)) for more in (", stand: voorlopig", ", stand: definitief", ""))
    found = report(bo, written(tmp_path, a=early, b=final, c=silent))
    assert found["aantallen"][0]["rijen"][0]["aantallen"][0]["stand"] == "definitief"


def named(number: str, name: str, text: str) -> str:
    return record(text, number=number).replace("tellingen:", f"naam: {name}\ntellingen:")


ONE = named("PO9991", "Verband Een", pupils(2025, bao=9000, sbo=300))
TWO = named("PO9992", "Verband Twee", pupils(2025, bao=8000, sbo=100))


def test_each_samenwerkingsverband_has_its_own_name(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=ONE, b=TWO)
    out = bo("kengetallen", folder, DAY).out
    assert out.splitlines()[0] == "Kengetallen Verband Een (PO9991), Verband Twee (PO9992)"
    assert "Deelname aan SBO, Verband Een (PO9991)\n" in out
    assert "Deelname aan SBO van Verband Twee (PO9992) op 1 oktober 2025: 1,23 %" in out
    found = report(bo, folder)
    assert found["naam"] is None
    assert found["namen"] == {"PO9991": "Verband Een", "PO9992": "Verband Twee"}


def test_the_name_of_a_swv_file_without_a_number_is_given_to_no_one_of_two(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=ONE, b=TWO)
    swv = tmp_path / "samenwerkingsverband.yaml"
    swv.write_text("soort: samenwerkingsverband\nnaam: Verband Drie\n", encoding="utf-8")
    out = bo("kengetallen", folder, DAY, "--swv", str(swv)).out
    assert "Verband Drie" not in out
    swv.write_text("soort: samenwerkingsverband\nnummer: PO9992\nnaam: Verband Drie\n", encoding="utf-8")
    assert "Verband Drie (PO9992)" in bo("kengetallen", folder, DAY, "--swv", str(swv)).out


def test_schools_of_a_swv_file_without_a_number_are_of_no_one_of_two(bo: Bo, tmp_path: Path) -> None:
    counted = pupils(2024, ", gebied: school, code: 99XX00", bao=90, sbo=3)
    folder = written(tmp_path, a=ONE, b=TWO, c=record(counted, number=None))
    swv = tmp_path / "samenwerkingsverband.yaml"
    school = "scholen:\n  - {vestiging: 99XX00, naam: De Voorbeeldschool}\n"
    swv.write_text(f"soort: samenwerkingsverband\nnaam: Verband Drie\n{school}", encoding="utf-8")
    found = report(bo, folder, "--swv", str(swv))
    own = [one for one in found["reeksen"] if one["gebied"] == "samenwerkingsverband"]
    assert {each["peildatum"] for one in own for each in one["punten"]} == {"2025-10-01"}


def test_a_file_without_a_number_beside_two_numbers(bo: Bo, tmp_path: Path) -> None:
    waiver = "afwijkingen:\n  - {regel: KNH-K.1, reden: r, door: bestuur, datum: 2026-01-01}\n"
    nameless = record(pupils(2013, bao=8000, sbo=100), rest=waiver, number=None)
    found = report(bo, written(tmp_path, a=ONE, b=TWO, c=nameless))
    (told,) = (one for one in found["bevindingen"] if one["code"] == "BO839")
    assert told["bestand"].endswith("c.yaml")
    assert {one["code"] for one in found["oordelen"]} == {"PO9991", "PO9992"}
    assert verdicts(found, "KNH-K.1") == ["geschonden", "geschonden"]
    assert "BO839" not in codes(report(bo, written(tmp_path, b=nameless)))
    country = record(rates="", number=None) + "tellingen:\n" + pupils(2025, ", gebied: landelijk", bao=9)
    assert "BO839" not in codes(report(bo, written(tmp_path, b=TWO, c=country)))


def tlv(van: str | None, until: str, number: int, more: str = "") -> str:
    start = f"van: {van}, " if van else ""
    return f"  - {{{start}peildatum: {until}, wat: tlv{more}, aantal: {number}, bron: b}}\n"


YEARS = tlv("2023-08-01", "2024-07-31", 90) + tlv("2024-08-01", "2025-07-31", 100)


def tables(found: dict[str, Any]) -> list[tuple[bool, list[str]]]:
    return [(one["overlapt"], [f"{row['van']}/{row['peildatum']}" for row in one["rijen"]]) for one in found["aantallen"]]


@pytest.mark.parametrize(
    ("extra", "line", "apart"),
    [
        (tlv("2025-01-01", "2025-07-31", 40), 6, "2025-01-01/2025-07-31"),
        (tlv(None, "2025-07-31", 60), 6, "None/2025-07-31"),
        (tlv("2024-01-01", "2024-12-31", 95), 6, "2024-01-01/2024-12-31"),
        (tlv("2023-08-01", "2025-07-31", 190), 6, "2023-08-01/2025-07-31"),
    ],
    ids=["deel", "zonder-van", "kalenderjaar", "samen"],
)
def test_periods_that_overlap_are_told_and_stand_apart(bo: Bo, tmp_path: Path, extra: str, line: int, apart: str) -> None:
    folder = written(tmp_path, a=record(YEARS + extra))
    found = report(bo, folder)
    (told,) = (one for one in found["bevindingen"] if one["code"] == "BO840")
    assert told["regel"] == line
    assert tables(found) == [(False, ["2023-08-01/2024-07-31", "2024-08-01/2025-07-31"]), (True, [apart])]
    out = " ".join(bo("kengetallen", folder, DAY).out.split())
    assert "Deze perioden overlappen andere, of hun begin staat er niet bij" in out
    assert verdicts(found, "KNH-K.2") == ["voldaan"]


def test_periods_that_follow_each_other_are_fine(bo: Bo, tmp_path: Path) -> None:
    more = tlv("2025-08-01", "2025-12-31", 40) + tlv("2025-08-01", "2025-12-31", 10, ", onderwijs: sbo")
    assert "BO840" not in codes(report(bo, written(tmp_path, a=record(YEARS + more))))
    only = tlv(None, "2024-07-31", 60) + tlv(None, "2025-07-31", 70)
    found = report(bo, written(tmp_path, a=record(only)))
    assert "BO840" not in codes(found)
    assert tables(found) == [(False, ["None/2024-07-31", "None/2025-07-31"])]


def test_only_arrangements_and_tlvs_are_read_as_years(bo: Bo, tmp_path: Path) -> None:
    step = "  - {van: 2024-08-01, peildatum: %s, wat: overgangen, niveau: 2, aantal: 9, bron: b}\n"
    assert "BO840" not in codes(report(bo, written(tmp_path, a=record(step % "2024-12-31" + step % "2025-07-31"))))


def test_a_newer_count_without_a_beginning_still_is_a_figure(bo: Bo, tmp_path: Path) -> None:
    text = record(tlv("2022-08-01", "2023-07-31", 90) + tlv(None, "2026-01-31", 60))
    assert verdicts(report(bo, written(tmp_path, a=text)), "KNH-K.2") == ["voldaan"]


BROKEN = "soort: kengetallen\ntellingen:\n  - {peildatum: morgen, wat: tlv, aantal: 3, bron: b}\n"


def test_nothing_is_written_where_nothing_could_be_read(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=BROKEN)
    out = tmp_path / "uit.html"
    out.write_text("het goede rapport", encoding="utf-8")
    done = bo("kengetallen", folder, DAY, "--out", str(out), "--force")
    assert out.read_text("utf-8") == "het goede rapport"
    assert done.code == 1
    assert "BO2" in done.out
    assert "er is geen rapport geschreven" in done.err
    for format in ("html", "csv"):
        shown = bo("kengetallen", folder, DAY, "--format", format)
        assert shown.out == ""
        assert "BO2" in shown.err
    assert codes(json.loads(bo("kengetallen", folder, DAY, "--format", "json").out))


def test_a_part_that_could_not_be_read_is_told_in_every_form(bo: Bo, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    folder = written(tmp_path, a=record(COUNTED), b=BROKEN, c="soort: [")
    outs = {ending: tmp_path / f"uit.{ending}" for ending in ("txt", "short", "json", "html", "xlsx")}
    bo("kengetallen", folder, DAY, *(word for one in outs.values() for word in ("--out", str(one))))
    said = "Niet volledig: 2 bestanden tellen niet mee, want zij zijn niet te lezen of er staan fouten in."
    assert said in " ".join(outs["txt"].read_text("utf-8").split())
    assert outs["short"].read_text("utf-8").splitlines()[0] == said
    assert said in " ".join(outs["html"].read_text("utf-8").split())
    assert json.loads(outs["json"].read_text("utf-8"))["niet_gelezen"] == 2
    cells = [cell.value for row in openpyxl.load_workbook(outs["xlsx"])["Overzicht"].iter_rows() for cell in row]
    assert said in cells
    assert "Niet volledig" not in bo("kengetallen", written(tmp_path, b=record(COUNTED), c=record()), DAY).out


def test_a_path_that_is_not_there_makes_the_report_incomplete(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(COUNTED))
    done = bo("kengetallen", folder, str(tmp_path / "weg.yaml"), DAY, "--format", "json")
    assert json.loads(done.out)["niet_gelezen"] == 1


def test_a_link_that_leads_nowhere_makes_the_report_incomplete(bo: Bo, tmp_path: Path) -> None:
    folder = written(tmp_path, a=record(COUNTED))
    (tmp_path / "kengetallen" / "weg").symlink_to("nergens")
    assert report(bo, folder)["niet_gelezen"] == 1


def test_nothing_untrue_is_said_of_rules_and_figures(bo: Bo, tmp_path: Path) -> None:
    empty = bo("kengetallen", written(tmp_path, a=record()), DAY).out
    assert "er zijn geen regels" not in empty
    assert "Niet beoordeeld: het normenkader vraagt iets van cijfers die hier niet staan." in empty
    assert "In deze bestanden staan geen cijfers tot en met deze dag." in empty
    some = bo("kengetallen", written(tmp_path, a=record(), b=BROKEN), DAY).out
    assert "In de andere bestanden staan geen cijfers tot en met deze dag." in " ".join(some.split())


def test_an_unlikely_rate_of_two_files_together(bo: Bo, tmp_path: Path) -> None:
    one, two = record(pupils(2025, bao=100)), record(pupils(2025, sbo=900))
    apart = report(bo, written(tmp_path, a=one, b=two))
    (told,) = (each for each in apart["bevindingen"] if each["code"] == "BO841")
    assert told["bestand"].endswith("b.yaml")
    same = report(bo, written(tmp_path, a=record(pupils(2025, bao=100, sbo=900)), b=record()))
    assert codes(same).count("BO841") == 1
    assert "BO841" not in codes(report(bo, written(tmp_path, a=one, b=record(pupils(2025, sbo=9)))))


def test_text_of_a_record_keeps_to_its_line(bo: Bo, tmp_path: Path) -> None:
    evil = '"a\\nPO0000: deelname_sbo \\u202Eb"'
    own = "peildatum: 2013-10-01, wat: deelname_sbo, definitie: eigen, percentage: '2,5', bron: voorbeeld"
    text = record(COUNTED, f"  - {{{own}}}\n")
    text = text.replace("DUO", evil).replace("voorbeeld", evil).replace("tellingen:", f"naam: {evil}\ntellingen:")
    folder = written(tmp_path, a=text)
    for format in ("short", "text"):
        out = bo("kengetallen", folder, DAY, "--format", format).out
        assert "\u202e" not in "".join(line for line in out.splitlines() if "|" not in line)
        assert not any(line.startswith("PO0000") for line in out.splitlines())
