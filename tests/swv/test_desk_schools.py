"""The desk counts schools: one code for one school, one school for one year, and nothing unseen that may be a SOP."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml.html import document_fromstring
from openpyxl import load_workbook

from running import Bo

SOPS = Path(__file__).parents[1] / "scenarios" / "sop-map" / "invoer"
DAY = ("--peildatum", "2026-11-24")


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small samenwerkingsverband with its SOPs, in a folder that is the current one."""
    shutil.copytree(SOPS, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BO_CACHE", str(tmp_path / ".cache"))
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def lines(bo: Bo, code: str, *paths: str) -> list[str]:
    return bo("validate", *(paths or ("sops",)), *DAY, "--format", "short", "--select", code).out.splitlines()


def write_sop(path: Path, school: str, name: str, more: str = "typering: Een school.\n", year: str = "2026-2027") -> None:
    path.write_text(f"soort: sop\nschool: {school}\nnaam: {name}\nschooljaar: {year}\n{more}", "utf-8")


def book(path: Path, sheet: str) -> list[dict[str, object]]:
    heads, *rows = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), one, strict=True)) for one in rows]


def page(path: Path) -> str:
    return " ".join(document_fromstring(path.read_bytes()).text_content().split())


# One code, one school


def test_a_code_of_another_school_is_seen_at_the_code(bo: Bo, region: Path) -> None:
    edit(region / "sops" / "b-boei.yaml", "naam: De Boei", "naam: De Zee")
    (found,) = lines(bo, "BO809")
    assert found.startswith("sops/b-boei.yaml:2:9: waarschuwing BO809") and "De Zee" not in found
    assert lines(bo, "BO809", "sops/a-aanleg.yaml") == []
    edit(region / "sops" / "b-boei.yaml", "naam: De Zee", "naam: OBS de boei!")
    assert lines(bo, "BO809") == []


def test_a_board_of_another_school_is_seen_too(bo: Bo, region: Path) -> None:
    edit(region / "sops" / "a-aanleg.yaml", "schooljaar:", "bestuur: {naam: Vereniging Elders}\nschooljaar:")
    assert ["het bestuur is anders" in one for one in lines(bo, "BO809")] == [True]


def test_every_report_names_a_school_as_the_samenwerkingsverband_does(bo: Bo, region: Path) -> None:
    edit(region / "sops" / "b-boei.yaml", "naam: De Boei", "naam: De Zee")
    done = bo("validate", "sops", *DAY, "--format", "text", "--out", "uit.html", "--out", "uit.xlsx")
    assert "── 99BB00 De Boei, 2026-2027 " in done.out and "De Zee, 2026" not in done.out
    assert {one["School"]: one["Naam"] for one in book(region / "uit.xlsx", "Overzicht")}["99BB00"] == "De Boei"
    assert "In de SOP staat als naam: De Zee" in page(region / "uit.html")


def test_the_coverage_counts_no_sop_with_the_name_of_another_school(bo: Bo, region: Path) -> None:
    edit(region / "sops" / "a-aanleg.yaml", "naam: De Aanleg", "naam: De Zee")
    done = bo("dekking", "sops", "--fail-on", "nooit")
    assert "SOP met de naam van een andere school: 99AA00" in " ".join(done.out.split())
    assert "99AA00  De Aanleg" in done.out and "[BO809]" in done.out
    row = next(one for one in done.out.splitlines() if one.startswith("99AA00"))
    assert row.split()[-6:] == ["?"] * 6


# Files that nobody looked at


def test_files_that_were_not_looked_at_are_said_in_every_report(bo: Bo, region: Path) -> None:
    shutil.copy(region / "sops" / "a-aanleg.yaml", region / "sops" / "99EE00.yaml.txt")
    (region / "sops" / "SOP Compagnie.docx").write_bytes(b"PK")
    (region / "sops" / "LEESMIJ.md").write_text("niets", "utf-8")
    words = "2 andere bestanden zijn niet bekeken"
    done = bo("validate", "sops", *DAY, "--format", "text", "--out", "uit.html", "--out", "uit.xlsx")
    told = [" ".join(one.split()) for one in (done.out, bo("dekking", "sops").out, page(region / "uit.html"))]
    told.append(" ".join(str(one["Uitleg"]) for one in book(region / "uit.xlsx", "Toelichting")))
    for one in told:
        assert words in one and "99EE00.yaml.txt (hernoem het naar 99EE00.yaml)" in one and "SOP Compagnie.docx" in one
    (gone,) = lines(bo, "BO802")
    assert bo("validate", "sops", *DAY, "--select", "BO802").out.count("Kijk eerst of sops/99EE00.yaml.txt haar SOP is") == 1
    assert "99EE00" not in gone.split(": ", 2)[2]


def test_a_folder_with_only_another_form_says_so(bo: Bo, tmp_path: Path) -> None:
    (tmp_path / "SOP.docx").write_bytes(b"PK")
    done = bo("validate", str(tmp_path))
    assert done.code == 3 and "1 ander bestand is niet bekeken" in done.out
    done = bo("dekking", str(tmp_path))
    assert done.code == 3 and "1 ander bestand is niet bekeken" in done.err


# What most do


@pytest.mark.parametrize(
    ("formats", "found"),
    [(("a", "b"), 0), (("a", "a", "b"), 1), (("a", "a", "b", "c"), 0), (("a", "a", "b", ""), 0), (("a", "a", "a", "", "b"), 1)],
)
def test_most_is_more_than_half_of_the_sops_without_mistakes(
    bo: Bo, tmp_path: Path, formats: tuple[str, ...], found: int
) -> None:
    for number, one in enumerate(formats):
        more = f"typering: x\nformat: {one}\nkader: {one}\n" if one else "typering: x\n"
        write_sop(tmp_path / f"{number}.yaml", f"99XX{number:02}", f"School {number}", more)
    for number in range(4):  # with mistakes: these say nothing of what most do
        write_sop(tmp_path / f"fout{number}.yaml", f"99XY{number:02}", "X", "typering: x\nformat: b\nkader: b\nfout: x\n")
    expected = found + (4 if found else 0)
    assert (len(lines(bo, "BO805", str(tmp_path))), len(lines(bo, "BO804", str(tmp_path)))) == (expected, expected)


def test_the_head_says_which_frame_was_used_and_how_many_name_another(bo: Bo, region: Path) -> None:
    edit(region / "sops" / "a-aanleg.yaml", "schooljaar:", "kader: iets-anders\nschooljaar:")
    edit(region / "sops" / "b-boei.yaml", "schooljaar:", "kader: proef\nschooljaar:")
    edit(region / "sops" / "d-dijk.yaml", "schooljaar:", "kader: proef-2026\nschooljaar:")
    words = "Getoetst aan proef-2026. 1 SOP noemt een ander normenkader."
    done = bo("validate", "sops", *DAY, "--out", "uit.html", "--out", "uit.xlsx")
    assert words in " ".join(done.out.split()) and words in page(region / "uit.html")
    assert words in [one["Uitleg"] for one in book(region / "uit.xlsx", "Toelichting")]


# Schools, not files


def test_two_school_years_are_counted_apart_and_each_school_once(bo: Bo, region: Path) -> None:
    for name in ("a-aanleg", "d-dijk"):
        text = (region / "sops" / f"{name}.yaml").read_text("utf-8").replace("2026-2027", "2025-2026")
        (region / "sops" / f"oud-{name}.yaml").write_text(text, "utf-8")
    done = bo("validate", "sops", *DAY, "--out", "uit.html", "--out", "uit.xlsx")
    later, earlier = done.out.split("Schooljaar 2026-2027, ")[1].split("Schooljaar 2025-2026, ")
    assert [one.split("  ")[:3] for one in later.splitlines() if one.startswith("  ")] == [["", "1", one] for one in (
        "is compleet: elke regel waarvoor een aanleiding is, is nagekomen", "houdt zich niet aan een of meer regels",
        "is niet beoordeeld, door fouten in het bestand", "is dubbel: er is meer dan één SOP")]  # fmt: skip
    assert later.startswith("4 van de 5 scholen:") and "1 school staat niet bij het samenwerkingsverband." in later
    assert earlier.startswith("2 van de 5 scholen:") and "dubbel" not in earlier and "geen SOP voor" not in earlier
    first, second = book(region / "uit.xlsx", "Scholen")
    assert (first["Schooljaar"], first["Scholen"], first["Dubbel"], first["Zonder SOP"]) == ("2026-2027", 4, 1, 1)
    assert (first["Compleet"], first["Niet op orde"], first["Niet te beoordelen"], first["Niet van het swv"]) == (1, 1, 1, 1)
    assert (second["Schooljaar"], second["Scholen"], second["Compleet"], second["Zonder SOP"]) == ("2025-2026", 2, 1, None)
    html = page(region / "uit.html")
    assert "Schooljaar 2026-2027, 4 van de 5 scholen" in html and "Schooljaar 2025-2026, 2 van de 5 scholen" in html


def test_a_sop_of_nobody_is_said_and_counted_nowhere(bo: Bo, region: Path) -> None:
    edit(region / "sops" / "a-aanleg.yaml", "school: 99AA00", "school: AA")
    done = bo("validate", "sops", *DAY)
    assert "Van 1 SOP is de school of het schooljaar niet te lezen." in done.out
    assert "Schooljaar 2026-2027, 3 van de 5 scholen:" in done.out


# Who is missing


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("99EE00-de-eb.yaml", "soort: sop\nschool: [\n"),
        ("eb.yaml", "soort: sop\n\tx: [\nschool: 99EE00\n"),
        ("eb.yaml", "soort: sop\nschool: 99ee00\nnaam: De Eb\nschooljaar: 2026-2027\n"),
        ("SOP 99ee00.yaml", "soort: sop\nschool: 99FE00\nnaam: De Eb\nschooljaar: 2026-2027\ntypering: x\n"),
        ("99EE.yaml", "soort: sop\nschool: [\n"),
    ],
)
def test_a_file_that_seems_to_be_of_a_missing_school_is_named(bo: Bo, region: Path, name: str, text: str) -> None:
    (region / "sops" / name).write_text(text, "utf-8")
    done = bo("validate", "sops", *DAY, "--out", "uit.html", "--out", "uit.xlsx")
    (gone,) = [one for one in book(region / "uit.xlsx", "Bevindingen") if one["Code"] == "BO802"]
    assert f"Kijk eerst of sops/{name} haar SOP is" in str(gone["Wat u doet"])
    (row,) = book(region / "uit.xlsx", "Ontbrekend")
    assert (row["School"], row["Misschien in bestand"], row["Wat u doet"]) == ("99EE00", f"sops/{name}", gone["Wat u doet"])
    assert str(gone["Wat u doet"]) in page(region / "uit.html").split("Scholen zonder SOP")[1]
    assert done.code == 1


def test_a_file_of_which_nobody_can_say_whose_it_is_makes_every_list_careful(bo: Bo, region: Path) -> None:
    (region / "sops" / "kapot.yaml").write_text("soort: sop\nschool: [\n", "utf-8")
    bo("validate", "sops", *DAY, "--out", "uit.xlsx", "--out", "uit.html")
    assert "niet te lezen zijn" in str(book(region / "uit.xlsx", "Ontbrekend")[0]["Wat u doet"])
    assert "bij de bestanden zit die niet te lezen zijn" in page(region / "uit.html").split("Scholen zonder SOP")[1]


@pytest.mark.parametrize(("name", "words"), [("kapot.yaml", "niet te lezen zijn"), ("SOP.docx", "niet bekeken zijn")])
def test_the_coverage_is_as_careful(bo: Bo, region: Path, name: str, words: str) -> None:
    assert words not in " ".join(bo("dekking", "sops").out.split())
    (region / "sops" / name).write_text("soort: sop\nschool: [\n", "utf-8")
    assert f"Kijk eerst of het bij de bestanden zit die {words}" in " ".join(bo("dekking", "sops").out.split())


# An empty form


def test_an_empty_form_is_judged_nowhere(bo: Bo, region: Path) -> None:
    (region / "sops" / "a-aanleg.yaml").unlink()
    assert bo("new", "sop", "--school", "99AA00", "--schooljaar", "2026-2027", "--out", "sops/a-aanleg.yaml").code == 0
    done = bo("validate", "sops/a-aanleg.yaml", *DAY, "--out", "uit.html", "--out", "uit.xlsx", "--out", "uit.xml")
    assert done.code == 1
    assert "1  stuurde een leeg formulier; dat is niet beoordeeld" in done.out and "compleet" not in done.out
    (row,) = book(region / "uit.xlsx", "Overzicht")
    assert (row["SOP"], row["Voldaan"]) == ("leeg formulier", None)
    assert "leeg formulier" in page(region / "uit.html")
    assert (region / "uit.xml").read_text("utf-8").count("<skipped") == 1
    found = bo("dekking", "sops", "--fail-on", "nooit").out
    assert "leeg formulier: 99AA00" in " ".join(found.split()) and "[BO810]" in found
    assert next(one for one in found.splitlines() if one.startswith("99AA00")).split()[-6:] == ["?"] * 6


@pytest.mark.parametrize(
    ("more", "empty"),
    [
        ("contactpersoon: T. de Wit\nkader: proef-2026\n", True),
        ("ijkpunten:\n  - {ijkpunt: veilige_omgeving, score: }\n", True),
        ("orthopedagoog: {namens: , naam: }\n", True), ("orthopedagoog: {rol_bij_arrangement: nee}\n", False),
        ("ijkpunten:\n  - {ijkpunt: veilige_omgeving, bewijs: peiling}\n", False), ("typering: x\n", False),
        ("tijdlijn:\n  - {datum: 2026-06-02, soort: vaststelling, door: Bestuur}\n", False),
    ],
)  # fmt: skip
def test_what_an_empty_form_is(bo: Bo, tmp_path: Path, more: str, empty: bool) -> None:
    write_sop(tmp_path / "sop.yaml", "99XX00", "X", more)
    found = {one.split(" ")[2] for one in bo("validate", str(tmp_path), *DAY, "--format", "short").out.splitlines()}
    assert ("BO810" in found) is empty and not any(one.startswith("BO2") for one in found)


def test_two_empty_forms_are_no_copy(bo: Bo, tmp_path: Path) -> None:
    for year in ("2025-2026", "2026-2027"):
        write_sop(tmp_path / f"{year}.yaml", "99XX00", "X", "", year)
    assert lines(bo, "BO806", str(tmp_path)) == []


# The list of what is known


def test_a_list_is_not_overwritten_without_force(bo: Bo, region: Path) -> None:
    assert bo("validate", "sops", *DAY, "--baseline-schrijf", "bekend.json").code == 1
    before = (region / "bekend.json").read_bytes()
    edit(region / "sops" / "b-boei.yaml", "in_opleiding", "master_sen")
    done = bo("validate", "sops", *DAY, "--baseline-schrijf", "bekend.json")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "er is al een lijst met die naam. Kies een andere naam, of overschrijf haar met --force." in done.err
    assert (region / "bekend.json").read_bytes() == before
    assert bo("validate", "sops", *DAY, "--baseline-schrijf", "bekend.json", "--force").code == 1
    assert (region / "bekend.json").read_bytes() != before


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_list_of_a_part_is_refused(bo: Bo, region: Path, option: str) -> None:
    done = bo("validate", "sops", *DAY, "--baseline-schrijf", "bekend.json", option, "BO801")
    assert (done.code, done.out) == (2, "") and "--select of --ignore" in done.err and not (region / "bekend.json").exists()


# What next


@pytest.mark.parametrize(
    ("path", "command"),
    [("examples/kengetallen", "bo kengetallen"), ("examples/ot", "bo ot check"), ("examples/dossiers", "bo escalate"),
     ("examples/samenwerkingsverband.yaml", ""), ("examples/kaders", "bo kader check")],
)  # fmt: skip
def test_the_last_words_name_the_right_command(bo: Bo, monkeypatch: pytest.MonkeyPatch, path: str, command: str) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    out = bo("validate", path, *DAY).out
    out = " ".join(out.split())
    assert "Geen fouten gevonden." in out
    commands = ("bo kengetallen", "bo ot check", "bo escalate", "bo kader check")
    assert [one for one in commands if f"`{one}`" in out] == ([command] if command else [])
