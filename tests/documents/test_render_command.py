"""`bo render`: where documents go, what is refused, and that nothing of a person's own work is lost."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from pathlib import Path

import pytest
import typer

from basisondersteuning.documents import making
from basisondersteuning.documents.catalogue import DOCUMENTS
from running import Bo

ONE = "dossiers/L-0352-arrangement-toegekend.yaml"
DAY = ("--peildatum", "2026-11-24")


def test_without_a_document_it_names_them_all(bo: Bo) -> None:
    done = bo("render")
    assert done.code == 0
    for name in DOCUMENTS:
        assert f"  {name} " in done.out


def test_one_document_comes_on_the_screen_and_nothing_is_written(bo: Bo, desk: Path) -> None:
    before = sorted(desk.rglob("*"))
    done = bo("render", "groeidocument", ONE, *DAY)
    assert done.code == 0
    assert done.err == ""
    assert done.out.startswith("# ")
    assert "Daan" in done.out
    assert sorted(desk.rglob("*")) == before


def test_a_folder_goes_to_the_folder_documenten_for_the_owner_only(bo: Bo, desk: Path) -> None:
    done = bo("render", "groeidocument", "dossiers", *DAY)
    assert (done.code, done.out) == (0, "")
    made = sorted(one.name for one in (desk / "documenten").iterdir() if one.suffix == ".md")
    assert len(made) == len(list((desk / "dossiers").iterdir()))
    assert f"{len(made)} documenten in documenten." in done.err
    assert stat.S_IMODE((desk / "documenten" / made[0]).stat().st_mode) == 0o600
    again = bo("render", "groeidocument", "dossiers", *DAY)
    assert f"{len(made)} documenten in documenten, waarvan {len(made)} ongewijzigd." in again.err


def test_the_name_of_the_file_says_the_form(bo: Bo, desk: Path) -> None:
    done = bo("render", "groeidocument", ONE, "--out", "uit/daan.html", *DAY)
    assert done.code == 0
    assert (desk / "uit" / "daan.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_several_forms_at_once(bo: Bo, desk: Path) -> None:
    done = bo("render", "groeidocument", ONE, "--format", "md", "--format", "html", "--out", "uit", *DAY)
    assert done.code == 0
    assert sorted(one.name for one in (desk / "uit").iterdir() if one.suffix) == [
        "groeidocument-L-0352.html",
        "groeidocument-L-0352.md",
    ]


def test_one_file_cannot_hold_two_documents(bo: Bo, desk: Path) -> None:
    done = bo("render", "groeidocument", "dossiers", "--out", "uit.html", *DAY)
    assert done.code == 2
    assert "Geef bij --out een map" in done.err
    assert not (desk / "uit.html").exists()


def test_own_work_in_a_document_stays(bo: Bo, desk: Path) -> None:
    bo("render", "groeidocument", ONE, "--out", "uit", *DAY)
    path = desk / "uit" / "groeidocument-L-0352.md"
    path.write_text(path.read_text(encoding="utf-8") + "Mijn eigen zin.\n", encoding="utf-8")
    done = bo("render", "groeidocument", "dossiers", "--out", "uit", "--peildatum", "2026-11-20")
    assert done.code == 1
    assert "fout[BO711]" in done.err
    assert path.read_text(encoding="utf-8").endswith("Mijn eigen zin.\n")
    assert bo("render", "groeidocument", ONE, "--out", "uit", "--force", *DAY).code == 0
    assert "Mijn eigen zin" not in path.read_text(encoding="utf-8")


def test_a_broken_dossier_never_stops_the_others(bo: Bo, desk: Path) -> None:
    (desk / "dossiers" / "A-kapot.yaml").write_text("soort: dossier\nleerling: [\n", encoding="utf-8")
    done = bo("render", "groeidocument", "dossiers", "--out", "uit", *DAY)
    assert done.code == 1
    assert "A-kapot.yaml" in done.err
    assert len([one for one in (desk / "uit").iterdir() if one.suffix == ".md"]) == len(list((desk / "dossiers").iterdir())) - 1


def test_our_own_mistake_is_said_without_a_word_of_the_record(bo: Bo, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("Daan")

    monkeypatch.setattr(making.Maker, "forms", fail)
    done = bo("render", "groeidocument", "dossiers", "--out", "uit", *DAY)
    assert done.code == 4
    assert "RuntimeError" in done.err
    assert "Daan" not in done.err


def test_two_processes_give_the_same_documents(bo: Bo, desk: Path) -> None:
    bo("render", "groeidocument", "dossiers", "--out", "een", "--jobs", "1", "--format", "html", *DAY)
    bo("render", "groeidocument", "dossiers", "--out", "twee", "--jobs", "2", "--format", "html", *DAY)
    for path in (desk / "een").iterdir():
        assert (desk / "twee" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("groeidokument", ONE), "Bedoelde u groeidocument?"),
        (("groeidocument",), "geef een bestand of map op"),
        (("groeidocument", ONE, "--format", "odt"), "groeidocument is er in md, html, docx, pdf."),
        (("groeidocument", ONE, "--format", "ics"), "groeidocument is er in md, html, docx, pdf."),
        (("groeidocument", ONE, "--voor", "opa"), "kies bij --voor uit ouders, ot, swv of school."),
        (("groeidocument", ONE, "--met-namen"), "--met-namen hoort bij --voor swv"),
        (("ot-agenda", "ot", "--voor", "ouders"), "ot-agenda is niet voor ouders"),
        (("groepsplan", "dossiers", "--groep", "5", "--voor", "ouders"), "groepsplan is niet voor ouders"),
        (("groepsplan", "dossiers"), "noem bij groepsplan de groep"),
        (("groeidocument", ONE, "--templates", "er-niet"), "fout[BO708]: De map met sjablonen is er niet."),
        (("groeidocument", ONE, "--kader", "er-niet"), "fout[BO"),
    ],
)
def test_wrong_use_is_one_clear_line(bo: Bo, desk: Path, words: tuple[str, ...], message: str) -> None:
    done = bo("render", *words)
    assert done.code == 2
    assert message in done.err
    assert done.out == ""
    assert not (desk / "documenten").exists()


def test_a_folder_without_records_says_so(bo: Bo, desk: Path) -> None:
    (desk / "leeg").mkdir()
    for document, more in (("groeidocument", ()), ("ot-agenda", ()), ("groepsplan", ("--groep", "5"))):
        done = bo("render", document, "leeg", *more)
        assert done.code == 3, document
        assert "BO001" in done.err


def test_only_one_group_or_pupil(bo: Bo, desk: Path) -> None:
    bo("render", "groeidocument", "dossiers", "--leerling", "L-0352", "--out", "uit", *DAY)
    assert [one.name for one in (desk / "uit").iterdir() if one.suffix] == ["groeidocument-L-0352.md"]


def test_without_names_a_name_stands_nowhere_not_even_in_the_name_of_the_file(bo: Bo, desk: Path) -> None:
    bo("render", "groeidocument", ONE, "--voor", "swv", "--format", "html", "--out", "uit", *DAY)
    (made,) = [one for one in (desk / "uit").iterdir() if one.suffix]
    page = made.read_text(encoding="utf-8")
    for name in ("Daan", "Verhulst", "Hoekstra", "de Wit", "Brouwer", "van Dam", "Rozema", "2015-01-27", "27 januari 2015"):
        assert name not in page
    bo("render", "groeidocument", ONE, "--voor", "swv", "--met-namen", "--format", "html", "--out", "uit", *DAY)
    assert "Verhulst" in (desk / "uit" / "groeidocument-L-0352-swv-met-namen.html").read_text(encoding="utf-8")


def test_each_reader_has_a_file_of_its_own(bo: Bo, desk: Path) -> None:
    for reader in ("school", "ouders", "ot", "swv"):
        assert bo("render", "groeidocument", ONE, "--voor", reader, "--out", "uit", *DAY).code == 0
    assert sorted(one.name for one in (desk / "uit").iterdir() if one.suffix) == [
        "groeidocument-L-0352-ot.md",
        "groeidocument-L-0352-ouders.md",
        "groeidocument-L-0352-swv.md",
        "groeidocument-L-0352.md",
    ]


def test_a_dash_is_the_screen(bo: Bo, desk: Path) -> None:
    done = bo("render", "groeidocument", ONE, "--out", "-", *DAY)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# Groeidocument")
    several = bo("render", "groeidocument", "dossiers", "--out", "-", *DAY)
    assert (several.code, several.out) == (2, "")
    assert not (desk / "-").exists()


def test_a_file_where_a_folder_should_be_is_said_once(bo: Bo, desk: Path) -> None:
    done = bo("render", "groeidocument", "dossiers", "--out", "samenwerkingsverband.yaml", *DAY)
    assert done.code == 1
    assert done.err.count("fout[BO712]: Dit is een bestand, geen map.") == 1
    assert done.err.count("BO712") == 1


def test_a_dossier_is_never_overwritten_by_its_document(bo: Bo, desk: Path) -> None:
    shutil.copy(ONE, "kopie.md")
    before = Path("kopie.md").read_bytes()
    done = bo("render", "groeidocument", "kopie.md", "--out", "kopie.md", "--force", *DAY)
    assert done.code == 1
    assert "fout[BO712]: Dit is het bestand waaruit het document gemaakt wordt" in done.err
    assert Path("kopie.md").read_bytes() == before


def test_a_chosen_name_may_have_blanks_and_accents(bo: Bo, desk: Path) -> None:
    assert bo("render", "groeidocument", ONE, "--out", "mijn map/Daän.md", *DAY).code == 0
    assert (desk / "mijn map" / "Daän.md").is_file()


def test_a_group_without_a_dossier_is_said(bo: Bo, desk: Path) -> None:
    done = bo("render", "groepsplan", "dossiers", "--groep", "2", *DAY)
    assert done.code == 3
    assert "geen document gemaakt" in done.err
    assert "BO001" not in done.err


def test_a_plan_of_an_earlier_day_says_that_groups_are_those_of_today(bo: Bo, desk: Path) -> None:
    line = "Leerlingen staan bij de groep waarin zij nu zitten"
    assert line in bo("render", "groepsplan", "dossiers", "--groep", "8", "--peildatum", "2025-03-10").out
    assert line not in bo("render", "groepsplan", "dossiers", "--groep", "8", *DAY).out


def test_the_limit_of_a_consent_goes_along_to_whom_it_binds(bo: Bo, desk: Path) -> None:
    for reader in ("ot", "swv", "ouders", "school"):
        page = bo("render", "groeidocument", "dossiers/L-0388-ot-externe-deskundigen.yaml", "--voor", reader, *DAY).out
        assert "Alleen met de genoemde deskundigen, niet met anderen." in page, reader


def test_an_agenda_never_shows_the_facts_of_another_child(bo: Bo, desk: Path) -> None:
    path = desk / "ot" / "2026-12-10.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("leerling: L-0423", "leerling: L-0376"), encoding="utf-8")
    done = bo("render", "ot-agenda", "ot/2026-12-10.yaml", "dossiers", *DAY)
    assert done.code == 1
    assert "fout[BO609]" in done.err
    assert "werkhouding" not in done.out
    check = bo("ot", "check", "ot/2026-12-10.yaml", "dossiers", *DAY)
    assert check.code == 1
    assert "fout[BO609]" in check.out


def test_a_report_of_what_is_still_to_come_is_not_made(bo: Bo, desk: Path) -> None:
    done = bo("render", "ot-verslag", "ot/2026-12-10.yaml", "--voor", "ouders", "--out", "uit", *DAY)
    assert done.code == 0
    assert done.err.count("advies[BO608]") == 3
    assert not (desk / "uit").exists()


def test_open_opens_the_file_or_the_folder(bo: Bo, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(typer, "launch", opened.append)
    bo("render", "groeidocument", ONE, "--open", "--format", "html", *DAY)
    bo("render", "groeidocument", "dossiers", "--open", "--out", "uit", *DAY)
    assert opened == [os.path.join("documenten", "groeidocument-L-0352.html"), "uit"]


def test_a_read_only_folder_is_a_finding(bo: Bo, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("basisondersteuning.documents.outbox.put", refuse)
    done = bo("render", "groeidocument", ONE, "--out", "uit", *DAY)
    assert done.code == 1
    assert "fout[BO712]" in done.err


@pytest.mark.parametrize(("form", "package"), [("docx", "docx"), ("pdf", "weasyprint"), ("ics", "icalendar")])
def test_a_missing_extra_is_one_clear_line(bo: Bo, desk: Path, monkeypatch: pytest.MonkeyPatch, form: str, package: str) -> None:
    for name in [one for one in sys.modules if one == package or one.startswith(f"{package}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    document, path = ("ot-agenda", "ot") if form == "ics" else ("groeidocument", ONE)
    done = bo("render", document, path, "--format", form, "--out", "uit", *DAY)
    assert done.code == 2
    assert f'pip install "basisondersteuning[{form}]"' in done.err
    assert len(done.err.strip().splitlines()) <= 3
    assert not (desk / "uit").exists()


def test_a_meeting_finds_the_dossiers_beside_it(bo: Bo, desk: Path) -> None:
    named = bo("render", "ot-agenda", "ot/2026-12-10.yaml", "dossiers", *DAY)
    beside = bo("render", "ot-agenda", "ot/2026-12-10.yaml", *DAY)
    assert named.code == beside.code == 0
    assert named.out == beside.out


def test_own_look_and_texts_are_in_the_document(bo: Bo, desk: Path) -> None:
    (desk / "bo.yaml").write_text(
        "soort: instellingen\nhuisstijl: {naam: De Eigen School, voettekst: 'Dorpsstraat 1 | 1234 AB'}\n"
        "teksten: {groeidocument_uitleg: 'Onze <eigen> uitleg.'}\n",
        encoding="utf-8",
    )
    page = bo("render", "groeidocument", ONE, "--format", "html", *DAY).out
    assert "De Eigen School" in page
    assert "Dorpsstraat 1 | 1234 AB" in page
    assert "Onze &lt;eigen&gt; uitleg." in page


def test_settings_that_are_wrong_are_said_and_ours_hold(bo: Bo, desk: Path) -> None:
    (desk / "bo.yaml").write_text("soort: instellingen\nhuisstijl: {kleuur: '#000000'}\n", encoding="utf-8")
    done = bo("render", "groeidocument", ONE, *DAY)
    assert done.code == 1
    assert "fout[BO202]" in done.err
    assert done.out.startswith("# ")


def test_a_mistake_in_an_own_template_is_a_finding_once(bo: Bo, desk: Path) -> None:
    shutil.rmtree(desk / "sjablonen", ignore_errors=True)
    (desk / "sjablonen" / "groeidocument").mkdir(parents=True)
    (desk / "sjablonen" / "groeidocument" / "groeidocument.html.j2").write_text("<p>\n{{ doc.leerlng }}\n", encoding="utf-8")
    done = bo("render", "groeidocument", "dossiers", "--templates", "sjablonen", "--format", "html", "--out", "uit", *DAY)
    assert done.code == 1
    assert done.err.count("fout[BO702]") == 1
    assert "groeidocument.html.j2:2" in done.err


def test_an_own_stylesheet_that_is_no_text_is_a_finding(bo: Bo, desk: Path) -> None:
    (desk / "eigen" / "_gedeeld").mkdir(parents=True)
    (desk / "eigen" / "_gedeeld" / "stijl.css").write_bytes(b"\xff\xfe\x00p")
    done = bo("render", "groeidocument", ONE, "--templates", "eigen", "--format", "html", *DAY)
    assert done.code == 2
    assert "fout[BO701]" in done.err
    assert "stijl.css" in done.err


def test_a_damaged_logo_costs_the_logo_and_nothing_else(bo: Bo, desk: Path) -> None:
    (desk / "kapot.png").write_bytes(b"\x89PNG\r\n\x1a\nrommel")
    (desk / "bo.yaml").write_text("soort: instellingen\nhuisstijl: {logo: kapot.png}\n", encoding="utf-8")
    done = bo("render", "groeidocument", ONE, "--format", "docx", "--out", "uit", *DAY)
    assert "liep vast" not in done.err
    assert (desk / "uit" / "groeidocument-L-0352.docx").is_file()


def test_a_name_without_end_does_not_fill_the_running_header(bo: Bo, desk: Path) -> None:
    path = desk / ONE
    path.write_text(path.read_text(encoding="utf-8").replace("roepnaam: Daan", f"roepnaam: {'Daan' * 500}"), encoding="utf-8")
    page = bo("render", "groeidocument", ONE, "--format", "html", *DAY).out
    (header,) = re.findall(r'@top-left \{ content: "([^"]*)"', page)
    assert len(re.sub(r"\\[0-9a-f]{6}", "x", header)) == 160


@pytest.mark.parametrize("more", [(), ("dossiers",)])
def test_a_meeting_among_the_paths_narrows_to_the_pupils_on_its_agenda(bo: Bo, desk: Path, more: tuple[str, ...]) -> None:
    done = bo("render", "ot-inbreng", "ot/2026-12-10.yaml", *more, "--out", "uit", *DAY)
    assert done.code == 0, done.err
    assert sorted(one.name for one in (desk / "uit").iterdir() if one.suffix) == [
        "ot-inbreng-L-0352.md",
        "ot-inbreng-L-0388.md",
        "ot-inbreng-L-0423.md",
    ]
