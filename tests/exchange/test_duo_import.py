"""`bo import duo`: numbers of pupils from files of DUO, as a record that `bo` reads."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from basisondersteuning.exchange.duo.layouts import LAYOUTS, NOWHERE
from basisondersteuning.model.counts import Aantal
from basisondersteuning.model.kengetallen import Kengetallen
from basisondersteuning.records.load import load
from running import Bo

from .duo_made import HEAD, csv, file, row, swv


def record(path: Path) -> Kengetallen:
    """The record that was written; it has no mistakes."""
    loaded = load(str(path), today=date(2026, 11, 24))
    assert loaded.findings == []
    return cast(Kengetallen, loaded.record)


def counts(path: Path) -> dict[tuple[str, str | None, str | None, str | None], Aantal]:
    """The counts of a record: by area, school, kind of education and cluster."""
    return {(one.gebied, one.code, one.onderwijs, one.cluster): one.aantal for one in record(path).tellingen}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_ages_are_summed_and_what_is_masked_stays_an_interval(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(leeftijd_4="30", leeftijd_5="<5", leeftijd_ouder="<5"), row("99XY00", leeftijd_6="12")))
    swv(here, "99XX00", "99XY00")
    assert bo("import", "duo", path, "--out", "uit.yaml").code == 0
    assert counts(here / "uit.yaml") == {
        ("samenwerkingsverband", None, "bao", None): Aantal(44, 50),
        ("school", "99XX00", "bao", None): Aantal(32, 38),
        ("school", "99XY00", "bao", None): Aantal(12, 12),
    }
    assert bo("validate", "uit.yaml").code == 0


def test_only_schools_of_the_samenwerkingsverband_count(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(leeftijd_4="30"), row("98AA00", leeftijd_4="500")))
    swv(here, "99XX00")
    assert bo("import", "duo", path, "--out", "uit.yaml").code == 0
    assert counts(here / "uit.yaml")["samenwerkingsverband", None, "bao", None] == Aantal(30, 30)
    assert "98AA00" not in (here / "uit.yaml").read_text("utf-8")


def test_landelijk_sums_every_row_also_of_others(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(leeftijd_4="30"), row("98AA00", leeftijd_4="500"), row("98AB00", "so", "3", leeftijd_9="<5")))
    swv(here, "99XX00")
    assert bo("import", "duo", path, "--landelijk", "--out", "uit.yaml").code == 0
    assert counts(here / "uit.yaml")["landelijk", None, "bao", None] == Aantal(530, 530)
    assert counts(here / "uit.yaml")["landelijk", None, "so", None] == Aantal(1, 4)


def test_special_education_of_a_school_in_the_region_is_not_what_the_samenwerkingsverband_pays(bo: Bo, here: Path) -> None:
    pupils = file(here, csv(row(leeftijd_4="30"), row("99ZB00", "so", "3", leeftijd_9="41"), row("99ZB00", "vso", "3")))
    paid = file(here, "SWV_BETALEND;C;N\nPO9999;3;21\nPO9999;4;<5\nPO9998;3;9\nCL1_BRIN;1;7\n", "so.csv")
    swv(here, "99XX00", "99ZB00")
    done = bo(*f"import duo {pupils} {paid} --kolom aantal=N --kolom cluster=C --peildatum 2025-10-01 --out uit.yaml".split())
    assert done.code == 0, done.err
    found = counts(here / "uit.yaml")
    assert found["samenwerkingsverband", None, "so", None] == Aantal(22, 25)
    assert found["samenwerkingsverband", None, "so", "4"] == Aantal(1, 4)
    assert found["school", "99ZB00", "so", None] == found["school", "99ZB00", "so", "3"] == Aantal(41, 41)
    said = " ".join(done.out.split())
    assert "1 rij van het vso" in said and "1 rij zonder betalend" in said


def test_a_sum_without_a_school_of_the_samenwerkingsverband_is_left_out(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(leeftijd_4="30")))
    swv(here, "99XX00", "99XY00")
    done = bo("import", "duo", path, "--out", "uit.yaml", "--fail-on", "waarschuwing")
    assert done.code == 1
    assert "BO861" in done.err and "99XY00" in done.err
    assert [one[0] for one in counts(here / "uit.yaml")] == ["school"]


def test_the_names_of_2015_to_2017_are_known_and_the_day_must_be_given(bo: Bo, here: Path) -> None:
    head = ["BRIN_NUMMER" if one == "instellingencode" else one.upper() for one in HEAD[1:]]
    path = file(here, csv(row("01XX00", leeftijd_4="30")[1:], head=head))
    assert "BO858" in bo("import", "duo", path, "--out", "uit.yaml").err
    assert not (here / "uit.yaml").exists()
    assert bo("import", "duo", path, "--peildatum", "2016-10-01", "--out", "uit.yaml").code == 0
    found = record(here / "uit.yaml").tellingen[0]
    assert (found.peildatum, found.code) == (date(2016, 10, 1), "01XX00"), "the leading zero stays"


def test_of_two_files_with_the_same_count_the_first_counts(bo: Bo, here: Path) -> None:
    first = file(here, csv(row(leeftijd_4="30")), "voorlopig.csv")
    second = file(here, csv(row(leeftijd_4="31")), "definitief.csv")
    done = bo("import", "duo", first, second, "--out", "uit.yaml")
    assert done.code == 1 and "BO860" in done.err
    assert counts(here / "uit.yaml")["school", "99XX00", "bao", None] == Aantal(30, 30)


def test_a_file_with_a_mistake_stops_no_other_and_counts_not_even_in_part(bo: Bo, here: Path) -> None:
    wrong = file(here, csv(row("99XY00", leeftijd_4="12"), row("99XZ00", leeftijd_4="twaalf")), "2024.csv")
    right = file(here, csv(row(leeftijd_4="30")), "2025.csv")
    done = bo("import", "duo", wrong, right, "--out", "uit.yaml")
    assert done.code == 1 and "BO856" in done.err and "2024.csv:3:" in done.err
    assert list(counts(here / "uit.yaml")) == [("school", "99XX00", "bao", None)]
    assert "2024.csv: niet meegeteld" in (here / "uit.yaml").read_text("utf-8")


def test_an_empty_cell_is_zero_only_when_the_user_says_so(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(leeftijd_4="30", leeftijd_24="")))
    assert "Of dat nul betekent" in bo("import", "duo", path).err
    assert bo("import", "duo", path, "--leeg-is-nul", "--out", "uit.yaml").code == 0
    assert counts(here / "uit.yaml")["school", "99XX00", "bao", None] == Aantal(30, 30)


def test_a_list_of_schools_takes_the_place_of_ours(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(leeftijd_4="30"), row("99XY00", leeftijd_4="20")))
    schools = file(here, "NUMMER;SCHOOL\nPO9999;99XY00\nPO9998;99XX00\n", "scholen.csv")
    swv(here, "99XX00")
    columns = ("--kolom", "swv=NUMMER", "--kolom", "vestiging=SCHOOL")
    assert bo("import", "duo", path, schools, *columns, "--out", "uit.yaml").code == 0
    assert counts(here / "uit.yaml") == {
        ("samenwerkingsverband", None, "bao", None): Aantal(20, 20),
        ("school", "99XY00", "bao", None): Aantal(20, 20),
    }


def test_what_is_there_is_only_overwritten_when_asked_and_never_what_people_wrote(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(leeftijd_4="30")))
    target = here / "uit.yaml"
    assert bo("import", "duo", path, "--out", "uit.yaml").code == 0
    assert "bestaat al" in bo("import", "duo", path, "--out", "uit.yaml").err
    assert bo("import", "duo", path, "--out", "uit.yaml", "--force").code == 0
    before = target.read_text("utf-8") + "oordelen:\n"
    judged = before + "  - {datum: 2026-01-01, regel: KNH-K.2, voldoet: ja, door: bestuur, reden: onder het landelijke cijfer}\n"
    for people in (judged, "soort: dossier\n", "mijn aantekeningen\n"):
        target.write_text(people, "utf-8")
        done = bo("import", "duo", path, "--out", "uit.yaml", "--force")
        assert done.code == 2 and "blijft zoals het is" in done.err
        assert target.read_text("utf-8") == people


def test_a_folder_that_cannot_be_written_is_one_line(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(leeftijd_4="30")))
    done = bo("import", "duo", path, "--out", "weg/uit.yaml")
    assert done.code == 2 and "is niet te schrijven" in done.err


def test_a_hostile_file_name_breaks_neither_the_record_nor_the_screen(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(leeftijd_4="30")), "a\nsoort: dossier #: {}\x1b[31m.csv")
    done = bo("import", "duo", path, "--out", "uit.yaml")
    assert done.code == 0 and "\x1b" not in done.out + done.err
    assert record(here / "uit.yaml").tellingen[0].aantal == Aantal(30, 30)


@pytest.mark.parametrize("text", ["", "\r\n\r\n", "peildatum", ";;;", '"', "\x00;\x00", "PK\x03\x04;", "a;b\n1;2;3\n"])
def test_what_is_no_file_of_duo_is_a_finding(bo: Bo, here: Path, text: str) -> None:
    done = bo("import", "duo", file(here, text))
    assert done.code == 1 and done.out == ""
    assert "fout[BO8" in done.err


@pytest.mark.parametrize("day", ["2025-10-01", "1-10-2025", "20251001"])
def test_a_day_that_can_be_read_in_one_way_only_is_read(bo: Bo, here: Path, day: str) -> None:
    assert bo("import", "duo", file(here, csv(row(leeftijd_4="30", day=day))), "--out", "uit.yaml").code == 0
    assert record(here / "uit.yaml").tellingen[0].peildatum == date(2025, 10, 1)


@pytest.mark.parametrize("day", ["", "2025", "01-10-25", "20251301", "00010101"])
def test_another_day_is_a_finding(bo: Bo, here: Path, day: str) -> None:
    assert "BO858" in bo("import", "duo", file(here, csv(row(day=day))), "--peildatum", "2025-10-01").err


@pytest.mark.parametrize("number", ["1.204", "1 204", "-3", "12,0", "<0", "<5 ", "afgeschermd", "1234567", "٣"])
def test_a_cell_is_a_number_or_masked_or_a_finding(bo: Bo, here: Path, number: str) -> None:
    path = here / "leerlingen-po.csv"
    path.write_bytes(b"\xef\xbb\xbf" + csv(row(leeftijd_4=number)).encode())
    done = bo("import", "duo", str(path))
    assert ("BO856" in done.err) == (number != "<5 ")
    assert "BO863" in done.err, "and it was saved anew"


def test_a_quote_that_is_not_closed_is_found_where_it_begins(bo: Bo, here: Path) -> None:
    rows = [row(leeftijd_4="30"), row("99XY00", kind='"bo'), *(row(f"99Z{letter}00") for letter in "ABCDEFG")]
    done = bo("import", "duo", file(here, csv(*rows)))
    assert "BO855" in done.err and "leerlingen-po.csv:3:1" in done.err


def test_a_cell_may_run_over_lines_and_hold_what_separates(bo: Bo, here: Path) -> None:
    head = [*HEAD, "naam"]
    rows = [[*row(leeftijd_4="30"), '"De ""Wierhaven"";\r\nZandermeer"'], [*row("99XY00", leeftijd_4="x"), "Het Kompas"]]
    done = bo("import", "duo", file(here, csv(*rows, head=head)))
    assert "leerlingen-po.csv:4:" in done.err and done.err.count("fout[") == 1


def test_a_folder_and_a_pipe_are_refused_without_waiting(bo: Bo, here: Path) -> None:
    os.mkfifo(here / "pijp.csv")
    for path in (".", "pijp.csv", "weg.csv"):
        assert bo("import", "duo", path).code == 1
    assert bo("import", "duo", "-").code == 2


def test_reading_stops_after_twenty_mistakes(bo: Bo, here: Path) -> None:
    path = file(here, csv(*(row(f"99X{letter}00", leeftijd_4="x") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
    assert bo("import", "duo", path).err.count("fout[BO856]") == 20


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("aantal", "schrijf WAT=NAAM"),
        ("aantallen=N", "Bedoelde u aantal?"),
        ("=N", "Kies uit"),
    ],
)
def test_a_column_that_cannot_be_named_is_a_usage_error(bo: Bo, here: Path, option: str, words: str) -> None:
    done = bo("import", "duo", file(here, csv()), "--kolom", option)
    assert done.code == 2 and words in done.err


def test_every_column_says_where_its_name_was_read() -> None:
    for layout in LAYOUTS:
        assert layout.page.startswith("https://")
        for column in layout.columns:
            assert (column.source == NOWHERE) == (not column.names)


PAID = "SWV_BETALEND;SOORT;AANTAL\nPO9999;so;21\nPO9999;vso;100\n"


def test_a_column_that_is_in_none_of_the_files_is_refused(bo: Bo, here: Path) -> None:
    path = file(here, PAID, "so.csv")
    swv(here, "99XX00")
    named = ("--kolom", "aantal=AANTAL", "--peildatum", "2025-10-01", "--out", "uit.yaml")
    done = bo("import", "duo", path, *named, "--kolom", "soort=SORT")
    assert done.code == 2 and "heeft de kolom SORT. Bedoelde u soort?" in done.err
    assert not (here / "uit.yaml").exists()
    other = file(here, csv(row(leeftijd_4="30")))
    assert bo("import", "duo", path, other, *named, "--kolom", "soort=SOORT").code == 0, "it need not be in all of them"
    assert counts(here / "uit.yaml")["samenwerkingsverband", None, "so", None] == Aantal(21, 21)


def test_a_file_that_is_refused_is_nowhere_called_counted(bo: Bo, here: Path) -> None:
    first, second = (file(here, csv(row(leeftijd_4="30")), name) for name in ("a.csv", "b.csv"))
    done = bo("import", "duo", first, second, "--out", "uit.yaml")
    text = (here / "uit.yaml").read_text("utf-8")
    assert "b.csv: niet meegeteld" in text and "a.csv: leerlingen per vestiging" in text
    assert done.out.count("Leerlingen per vestiging") == 1
    assert "een van de twee bestanden" in " ".join(done.err.split()) and "rijen weg" not in done.err


def test_a_day_that_is_still_to_come_is_no_day_of_a_count(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(day="2093-10-01", leeftijd_4="30")))
    done = bo("import", "duo", path)
    assert done.code == 1 and "BO858" in done.err and "nog niet geweest" in done.err
    own = bo("import", "duo", path, "--peildatum", "2093-10-01")
    assert own.code == 2 and "nog niet geweest" in own.err


def test_a_day_of_the_user_never_silently_gives_way_to_that_of_the_file(bo: Bo, here: Path) -> None:
    path = file(here, csv(row(day="2025-10-01", leeftijd_4="30")))
    done = bo("import", "duo", path, "--peildatum", "2024-10-01", "--out", "uit.yaml")
    assert done.code == 0 and "BO866" in done.err
    assert record(here / "uit.yaml").tellingen[0].peildatum == date(2025, 10, 1)
    assert "BO866" not in bo("import", "duo", path, "--peildatum", "2025-10-01").err


@pytest.mark.parametrize("separator", [",", "\t", "|"])
@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("before", ["", "sep={}\r\n"])
def test_another_separator_is_called_by_its_name(bo: Bo, here: Path, separator: str, quote: str, before: str) -> None:
    rows = [separator.join(f"{quote}{cell}{quote}" for cell in one) for one in (HEAD, row(leeftijd_4="30"))]
    done = bo("import", "duo", file(here, before.format(separator) + "\r\n".join(rows)))
    assert done.code == 1 and "fout[BO854]" in done.err and ".csv:1:" in done.err


def test_the_line_in_which_a_worksheet_names_its_separator_is_read_past(bo: Bo, here: Path) -> None:
    path = file(here, "sep=;\r\n" + csv(row(leeftijd_4="30"), row("99XY00", leeftijd_4="x")))
    done = bo("import", "duo", path)
    assert "leerlingen-po.csv:4:" in done.err and "BO863" in done.err, "saved anew, and lines are counted with it"
    path = file(here, "sep=;\r\n" + csv(row(leeftijd_4="30")))
    assert bo("import", "duo", path, "--out", "uit.yaml").code == 0
    assert counts(here / "uit.yaml")["school", "99XX00", "bao", None] == Aantal(30, 30)


def test_lines_that_end_as_on_an_old_mac_are_named(bo: Bo, here: Path) -> None:
    done = bo("import", "duo", file(here, csv(row(leeftijd_4="30")).replace("\r\n", "\r")))
    assert "BO855" in done.err and "De regels eindigen hier op een teken" in done.err


@pytest.mark.parametrize(
    ("number", "words", "unlike"),
    [
        ("9999999", "meer dan 6 cijfers", "een punt"),
        ("1.204", "een getal met een punt", "--leeg-is-nul"),
        ("veel", "geen aantal", "--leeg-is-nul"),
        ("", "--leeg-is-nul", "een punt"),
    ],
)
def test_the_advice_fits_what_is_in_the_cell(bo: Bo, here: Path, number: str, words: str, unlike: str) -> None:
    told = " ".join(bo("import", "duo", file(here, csv(row(leeftijd_4=number)))).err.split())
    assert "BO856" in told and words in told and unlike not in told


def test_what_is_no_file_is_not_called_a_dossier(bo: Bo, here: Path) -> None:
    os.mkfifo(here / "pijp.csv")
    for path in (".", "pijp.csv", "/dev/null"):
        done = bo("import", "duo", path)
        assert "BO103" in done.err and "CSV-bestand" in done.err and "dossier" not in done.err
    assert "Dit is een map" in bo("import", "duo", ".").err


def test_every_row_that_does_not_count_is_told_on_the_screen_and_in_the_record(bo: Bo, here: Path) -> None:
    rows = [row(leeftijd_4="30"), row("99XX00", "vso", "3"), row("98AA00"), row("99ZB00", "so", "3"), row("98AB00", "sbo")]
    pupils = file(here, csv(*rows))
    paid = file(here, "SWV_BETALEND;N\nPO9999;21\nPO9998;9\nVO9999;8\nCL1_BRIN;7\n", "so.csv")
    swv(here, "99XX00")
    done = bo(*f"import duo {pupils} {paid} --kolom aantal=N --peildatum 2025-10-01 --out uit.yaml".split())
    expected = (
        "1 rij van het vso",
        "3 rijen van scholen buiten het samenwerkingsverband",
        "1 rij zonder betalend samenwerkingsverband",
        "2 rijen van andere samenwerkingsverbanden dan PO9999",
    )
    written = (here / "uit.yaml").read_text("utf-8")
    for words in expected:
        assert f"Niet meegeteld: {words}" in done.out
        assert f"niet meegeteld: {words}" in written
    national = bo("import", "duo", pupils, "--landelijk").err
    assert "buiten het samenwerkingsverband; wel in het landelijke aantal" in " ".join(national.split())


def test_the_made_up_files_fit_the_made_up_key_figures(bo: Bo, here: Path) -> None:
    examples = Path(__file__).parents[2] / "examples"
    region = ("--swv", str(examples / "duo" / "samenwerkingsverband.yaml"), "--verzonnen", "--out")
    names = {
        "leerlingen-po-2023-2024": (),
        "leerlingen-po-2016-2017": ("--peildatum", "2016-10-01"),
        "so-vso-2023-2024": ("--peildatum", "2023-10-01", "--kolom", "aantal=AANTAL_LEERLINGEN", "--kolom", "cluster=CLUSTER"),
    }
    for name, options in names.items():
        assert bo("import", "duo", str(examples / "duo" / f"verzonnen-{name}.csv"), *options, *region, f"{name}.yaml").code == 0
    files = [str(examples / "kengetallen"), *(f"{name}.yaml" for name in names)]
    done = bo("kengetallen", *files, *region[:2], "--peildatum", "2026-11-24")
    assert done.code == 0
    assert set(re.findall(r"BO83\d", done.out + done.err)) == {"BO833"}, "that one is about 2011"
