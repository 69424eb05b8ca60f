"""`bo log` for several pupils at once, from a list or asked per pupil."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asking_typed import Typing
from basisondersteuning.casework.logging.kinds import kind_of
from basisondersteuning.casework.logging.sheet import read_sheet
from running import Bo

NOW = ["--peildatum", "2026-11-24"]
TEST = ["toets", "--datum", "gisteren", "--naam", "Bloktoets 3", "--vakgebied", "rekenen", "--methodegebonden", "ja",
        "--schaal", "percentage", *NOW]  # fmt: skip


def dossier(pupil: str, group: int, people: str = "", events: str = "") -> str:
    return (
        f"soort: dossier\nleerling: {{id: {pupil}, geboortedatum: 2017-02-11, groep: {group}}}\nschool: 99XX00\nbetrokkenen:\n"
        f"  - {{id: lk-{pupil[-1]}, naam: M. Visser, rol: groepsleerkracht}}\n{people}tijdlijn:\n"
        "  - {datum: 2026-09-07, soort: toets, naam: B1, vakgebied: rekenen, methodegebonden: ja, schaal: cijfer, waarde: 5}\n"
        f"{events}"
    )


TWICE = "  - {id: lk-x, naam: P. Mulder, rol: groepsleerkracht}\n"
CLOSED = "  - {datum: 2026-09-08, soort: afsluiting, reden: Verhuisd}\n"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five pupils: three in group 5, of whom one has two teachers, one in group 6, and one whose dossier is closed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bo.yaml").write_text("soort: instellingen\n", encoding="utf-8")
    folder = tmp_path / "dossiers"
    folder.mkdir()
    for pupil, group, people, events in (
        ("N-1", 5, "", ""), ("N-2", 5, "", ""), ("N-3", 5, TWICE, ""), ("N-4", 6, "", ""), ("N-5", 5, "", CLOSED),
    ):  # fmt: skip
        (folder / f"{pupil}.yaml").write_text(dossier(pupil, group, people, events), encoding="utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {one.stem: one.read_text(encoding="utf-8") for one in sorted(folder.glob("*.yaml"))}


def test_a_list_gives_each_pupil_its_own_value_in_one_deed(bo: Bo, school: Path) -> None:
    before = texts(school)
    Path("lijst.csv").write_bytes(b"\xef\xbb\xbf" + b'Leerling;Waarde;toelichting\r\nN-2;60;\r\nN-1;45;"Goed; echt"\r\n')
    done = bo("log", "dossiers", *TEST, "--door", "leerkracht", "--groep", "5", "--csv", "lijst.csv", "--ja")
    assert (done.code, done.err) == (0, "")
    assert "  door             leerkracht\n\n  N-2  waarde: 60\n  N-1  waarde: 45 · toelichting: Goed; echt\n" in done.out
    assert "2 leerlingen erbij, niet in de lijst: N-3, 1 gesloten dossier overgeslagen." in done.out
    after = texts(school)
    assert after["N-1"].endswith("schaal: percentage, waarde: 45, door: lk-1, toelichting: Goed; echt}\n")
    assert after["N-2"].endswith("waarde: 60, door: lk-2}\n")
    assert [one for one in after if after[one] == before[one]] == ["N-3", "N-4", "N-5"]
    assert bo("undo", "--ja").code == 0
    assert texts(school) == before


BAD = "leerling;waarde\nN-1;45\nN-9;50\nN-1;46\nN-2;\nN-3;70\nN-4;80;90\n;5\n"


def test_nothing_is_written_unless_all_is_good_or_the_good_ones_are_asked_for(bo: Bo, school: Path) -> None:
    before = texts(school)
    Path("lijst.csv").write_text(BAD, encoding="utf-8")
    words = ["log", "dossiers", *TEST, "--door", "groepsleerkracht", "--csv", "lijst.csv", "--ja"]
    done = bo(*words)
    assert done.code == 1
    places = [line.split("--> ")[1] for line in done.err.splitlines() if "--> " in line]
    assert places == ["dossiers/N-3.yaml:4:1", *(f"lijst.csv:{one}" for one in ("3:1", "4:1", "7:8", "8:1"))]
    codes = [line.split("[")[1][:5] for line in done.err.splitlines() if line.startswith("fout[")]
    assert codes == ["BO917", "BO912", "BO913", "BO918", "BO914"]
    assert "0 leerlingen erbij, 1 niet, zonder resultaat: N-2, 1 gesloten" in done.out
    assert "eerst moet alles kloppen" in done.err
    assert texts(school) == before
    Path("lijst.csv").write_text(BAD + "N-4;81\n", encoding="utf-8")
    good = bo(*words, "--goede-wel")
    assert good.code == 1
    assert [one for one, text in texts(school).items() if text != before[one]] == ["N-4"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("naam;waarde\nN-1;4\n", "De kolom `leerling` ontbreekt."),
        ("leerling;waardde\nN-1;4\n", "Bedoelde u `waarde`?"),
        ("leerling;score\nN-1;4\n", "Bedoelde u `waarde`?"),
        ("leerling;waarde\nN-1;4O\n", "Een percentage ligt van 0 tot en met 100."),
        ("leerling;waarde;\nN-1;4;goed\n", "Boven deze kolom staat geen veld."),
        ("leerling;waarde;waarde\nN-1;4;5\n", "Deze kolom staat er twee keer."),
        ("leerling;waarde\nN-1;\"4\n", "Ergens sluit een aanhalingsteken niet."),
        ("leerling;waarde;door\nN-1;4;piet\n", "Kies uit lk-1."),
        ("leerling;waarde;datum\nN-1;4;31-2\n", "--datum: dit veld staat al in de lijst."),
        ("", "BO1"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_list_is_said(bo: Bo, school: Path, text: str, said: str) -> None:
    before = texts(school)
    Path("lijst.csv").write_text(text, encoding="utf-8")
    done = bo("log", "dossiers", *TEST, "--csv", "lijst.csv", "--ja")
    assert done.code in (1, 2)
    assert said in " ".join(done.err.split())
    assert texts(school) == before
    assert bo("log", "dossiers", *TEST, "--csv", "weg.csv", "--ja").code == 1


def test_a_list_as_excel_on_windows_saves_it(bo: Bo, school: Path) -> None:
    Path("lijst.csv").write_bytes("sep=,\r\nleerling,waarde,toelichting\r\nN-1,45,één\r\n".encode("cp1252"))
    done = bo("log", "dossiers", *TEST, "--csv", "lijst.csv", "--ja")
    assert done.code == 0
    assert "waarschuwing[BO916]" in done.err and "lijst.csv:3:8" in done.err
    assert "toelichting: één" in texts(school)["N-1"]


def test_asked_per_pupil_and_enter_passes_one_over(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = texts(school)
    Typing(monkeypatch)("45", "", "70", "ja")
    done = bo("log", "dossiers", *TEST, "--groep", "5")
    assert done.code == 0, done.err
    assert "N-1: waarde" in done.err and "N-4" not in done.err
    assert "2 leerlingen erbij, overgeslagen: N-2" in done.out
    assert [one for one, text in texts(school).items() if text != before[one]] == ["N-1", "N-3"]


def test_one_can_go_back_and_stopping_halfway_loses_nothing(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = texts(school)
    typing = Typing(monkeypatch)
    typing("145", "45", "7O", "<", "46", "ziek", "70", "ja")
    done = bo("log", "dossiers", *TEST, "--groep", "5", "--toon")
    assert "Toets van 23-11-2026: waarde van 3 leerlingen in groep 5." in " ".join(done.err.split())
    assert "1 van 3 · N-1: waarde" in done.err and done.err.count("! Een percentage ligt van 0 tot en met 100.") == 2
    assert "[45] > " in done.err
    assert "  N-1  waarde: 46\n  N-3  waarde: 70\n" in done.out and "overgeslagen: N-2" in done.out
    typing("45")  # and then the keyboard is gone
    done = bo("log", "dossiers", *TEST, "--groep", "5", "--ja")
    assert (done.code, "U stopte bij 2 van 3." in done.err, texts(school)) == (130, True, before)
    assert "  N-1  waarde: 45\n" in done.out and "Zo vastleggen?" in done.err
    typing("45", "", "70", "nee", "ja", "50", "", "", "ja")  # no, better; Enter keeps what was said
    assert bo("log", "dossiers", *TEST, "--groep", "5").code == 0
    assert [one[-12:] for one in texts(school).values() if "Bloktoets 3" in one] == ["waarde: 50}\n", "waarde: 70}\n"]


def test_what_is_wrong_already_is_said_before_anything_is_asked(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = texts(school)
    (school / "N-2.yaml").write_text(before["N-2"].replace("schaal: cijfer", "schaal: cijferr"), encoding="utf-8")
    (school / "N-4.yaml").write_text(before["N-4"].replace("schaal: cijfer", "schaal: cijferr"), encoding="utf-8")  # group 6
    (school / "vreemd.yaml").write_text("soort: dossier\nleerling: {id: N-8, geboortedatum: 2017-02-11}\n", encoding="utf-8")
    typing = Typing(monkeypatch)
    words = ["log", "dossiers", *TEST, "--groep", "5"]
    typing("nee")
    done = bo(*words)
    assert (done.code, done.err.count("fout["), "N-4" in done.err, "waarde van" in done.err) == (1, 1, False, False)
    assert "waarschuwing[BO201]" in done.err  # whose group cannot be known
    typing("ja", "45", "", "ja")
    done = bo(*words)
    assert (done.code, "Vastgelegd in 1 dossier." in done.out) == (1, True)
    typing("ja", "", "70", "nee")
    (school / "N-3.yaml").write_text(before["N-3"], encoding="utf-8")
    words = ["log", "dossiers", *TEST, "--door", "groepsleerkracht", "--groep", "5"]
    typing("ja", "46", "70", "ja")  # N-3 has two teachers: N-1 is written, and what was typed is not thrown away
    done = bo(*words)
    assert "De leerling die wel klopt vastleggen?" in done.err and "waarde: 46, door: lk-1}" in texts(school)["N-1"]


def test_a_list_twice_is_once_in_the_dossier(bo: Bo, school: Path) -> None:
    Path("lijst.csv").write_bytes("\ufeffLeerling\tNaam\tWaarde\t\r\nn-1\tZoë\t45\t\r\nN-2\tSam\tziek\t\r\n".encode("utf-16-le"))
    words = ["log", "dossiers", *TEST, "--csv", "lijst.csv", "--ja"]
    first = bo(*words)
    assert (first.code, "zonder resultaat: N-2" in first.out) == (0, True), first.err
    assert first.err == "De kolom `naam` met namen van leerlingen wordt niet gelezen.\n"
    after = texts(school)
    assert "naam: Bloktoets 3" in after["N-1"] and "Zoë" not in after["N-1"]
    Path("lijst.csv").write_text("leerling;waarde\nN-1;45\nN-3;60\n", encoding="utf-8")
    again = bo(*words)
    assert (again.code, again.err) == (0, "")
    assert "1 leerling erbij, bij 1 stond het er al" in again.out
    assert texts(school) == {**after, "N-3": texts(school)["N-3"]} and "waarde: 60" in texts(school)["N-3"]
    assert "dit staat er al" in bo(*words).err


def test_a_long_list_of_mistakes_ends(bo: Bo, school: Path) -> None:
    Path("lijst.csv").write_text("leerling;waarde\n" + "".join(f"X-{one};5\n" for one in range(30)), encoding="utf-8")
    done = bo("log", "dossiers", *TEST, "--csv", "lijst.csv", "--ja")
    assert (done.err.count("fout[BO912]"), "… en nog 10." in done.err) == (20, True)


def test_what_is_the_same_is_asked_once_and_must_fit_every_dossier(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Typing(monkeypatch)("gisteren", "lk-1", "groepsleerkracht", "Leuk verteld.", "", "Ook leuk.", "", "ja")
    done = bo("log", "N-1", "N-2", "leerlinggesprek", *NOW)
    assert done.code == 0, done.err
    assert "! Bij N-2:" in done.err
    assert "door: lk-1, inbreng: Leuk verteld.}" in texts(school)["N-1"]
    assert "door: lk-2, inbreng: Ook leuk.}" in texts(school)["N-2"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["dossiers", "toets", "--datum", "ma"], "--csv: is nodig: waarde per leerling."),
        (["dossiers", *TEST[:3], "--waarde", "4"], "--naam: is nodig. Ook nodig: --vakgebied"),
        (["dossiers", *TEST, "--waarde", "4", "--per-leerling", "waarde"], "--waarde: dit veld vraagt u al per leerling."),
        (["dossiers", *TEST, "--per-leerling", "cijfer"], "--per-leerling: dit veld heeft een toets niet."),
        (["dossiers", *TEST, "--betrokkene", "naam=X; rol=ib"], "--betrokkene: kan alleen bij één leerling tegelijk."),
        (["dossiers", *TEST, "--schaal", "letters", "--csv", "x.csv"], "--schaal: hier hoort één waarde"),
        (["dossiers", "toets", "--schaal", "letters", "--csv", "x.csv"], "--schaal: kies uit percentage"),
        (["dossiers", "toets", "--schaall", "cijfer"], "Bedoelde u --schaal?"),
        (["dossiers", "--groep", "5"], "SOORT: zeg erbij wat u vastlegt"),
    ],
)
def test_wrong_use(bo: Bo, school: Path, words: list[str], said: str) -> None:
    done = bo("log", *words)
    assert (done.code, said in done.err) == (2, True), done.err


def test_pupils_that_are_not_there_and_dossiers_that_are_broken(bo: Bo, school: Path) -> None:
    before = texts(school)
    assert bo("log", "dossiers", *TEST, "--waarde", "4", "--groep", "2", "--ja").code == 3
    (school / "N-4.yaml").write_text(before["N-4"].replace("schaal: cijfer", "schaal: cijferr"), encoding="utf-8")
    broken = texts(school)
    done = bo("log", "dossiers", *TEST, "--waarde", "4", "--ja")
    assert (done.code, "fout[BO203]" in done.err) == (1, True)
    assert texts(school) == broken
    assert bo("log", "dossiers", *TEST, "--waarde", "4", "--ja", "--goede-wel").code == 1
    assert [one for one, text in texts(school).items() if text != broken[one]] == ["N-1", "N-2", "N-3"]
    Path("lijst.csv").write_text("leerling;waarde\nN-1;45\n", encoding="utf-8")
    other = bo("log", "dossiers", *TEST, "--csv", "lijst.csv", "--ja")
    assert (other.code, "BO203" in other.err) == (0, False)  # a broken dossier of somebody else is in nobody's way
    Path("lijst.csv").write_text("leerling;waarde\nN-4;45\n", encoding="utf-8")
    assert "BO203" in bo("log", "dossiers", *TEST, "--csv", "lijst.csv", "--ja").err
    twin = broken["N-1"]
    (school / "tweede.yaml").write_text(twin, encoding="utf-8")
    assert "fout[BO313]" in bo("log", "dossiers", *TEST, "--waarde", "4", "--ja").err
    assert texts(school)["tweede"] == twin


LISTS = st.lists(
    st.sampled_from([b"leerling", b"waarde", b"N-1", b";", b",", b'"', b"\n", b"\r\n", b"\xe9", b"sep=;", b"\x00", b" "])
)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.one_of(st.binary(max_size=60), LISTS.map(b"".join), LISTS.map(lambda one: b"leerling;waarde\n" + b"".join(one))))
def test_any_file_is_a_list_or_says_what_is_wrong(data: bytes) -> None:
    kind = kind_of("toets")
    assert kind is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lijst.csv"
        path.write_bytes(data)
        sheet = read_sheet(str(path), kind)
    lines = data.decode("utf-8", "replace").splitlines()
    places = [
        *(one.place for one in sheet.findings),
        *(cell.place for row in sheet.rows for cell in (row.pupil, *row.cells.values())),
    ]
    assert all(one.line <= max(len(lines), 1) for one in places)
