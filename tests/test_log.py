"""`bo log` with options: what is read, shown, refused and written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from basisondersteuning.cli.log.arguments import OWN
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.reflect import fields_of
from running import Bo

DOSSIER = """\
soort: dossier
leerling: {id: N-1, geboortedatum: 2017-02-11, groep: 5}
school: 99XX00
betrokkenen:
  - {id: ma, naam: S. Voorbeeld, rol: ouder, gezag: ja}
  - {id: lk, naam: M. Visser, rol: groepsleerkracht}
  - {id: ib, naam: T. de Wit, rol: intern_begeleider}
tijdlijn:   # wat er gebeurde
  - {datum: 2026-09-07, soort: observatie, door: lk, vakgebied: rekenen, ondersteuning_gewenst: ja}
  - {datum: 2026-09-14, soort: ondersteuning, id: o2, vakgebied: rekenen, doel: Delen, aanpak: Groepje, door: lk, tot: 2026-11-06}
"""
NOW = ["--peildatum", "2026-11-24"]
TALK = ["N-1", "oudercontact", "--met", "ouder", "--over", "zorg", *NOW]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier, in a folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "bo.yaml").write_text("soort: instellingen\n", encoding="utf-8")
    path = tmp_path / "dossiers" / "N-1.yaml"
    path.write_text(DOSSIER, encoding="utf-8")
    return path


def added(path: Path) -> list[str]:
    """The lines that came; all that was there is still there, in order."""
    lines, old = path.read_text(encoding="utf-8").splitlines(), DOSSIER.splitlines()
    new = [line for line in lines if line not in old]
    assert [line for line in lines if line in old] == old
    return new


def test_an_event_comes_at_its_place_and_its_effect_is_shown(bo: Bo, file: Path) -> None:
    done = bo("log", *TALK, "--datum", "10-9", "--ja")
    assert (done.code, done.err) == (0, "")
    assert added(file) == ["  - {datum: 2026-09-10, soort: oudercontact, met: ma, over: zorg}"]
    assert file.read_text(encoding="utf-8").splitlines()[9].startswith("  - {datum: 2026-09-10")
    assert "    10 +   - {datum: 2026-09-10" in done.out
    assert "Rekenen: niveau 1, zoals het was." in done.out
    assert "Hiermee is gedaan\n    KNH-1.4 " in done.out
    assert "Vastgelegd in het dossier van N-1. Terugnemen kan met: bo undo" in done.out
    assert bo("undo", "--ja").code == 0
    assert file.read_text(encoding="utf-8") == DOSSIER


def test_nothing_is_written_without_a_yes(bo: Bo, file: Path) -> None:
    shown = bo("log", *TALK, "--datum", "10-9", "--toon")
    assert (shown.code, "met --toon ziet u het alleen" in shown.err) == (0, True)
    asked = bo("log", *TALK, "--datum", "10-9")
    assert (asked.code, asked.out) == (2, shown.out)
    assert "--ja: is nodig" in asked.err
    assert added(file) == []


def test_what_is_there_already_is_said(bo: Bo, file: Path) -> None:
    again = ["log", "N-1", "observatie", "--door", "lk", "--vakgebied", "Rekenen", "--ondersteuning-gewenst", "J", "--toon", *NOW]
    assert "waarschuwing[BO910]" in bo(*again, "--datum", "7-9-2026").out
    for other in (["--datum", "8-9-2026"], ["--datum", "7-9-2026", "--gedrag", "Telt op de vingers."]):
        assert "BO910" not in bo(*again, *other).out
    same = ["--vakgebied", "rekenen", "--doel", "Delen", "--aanpak", "Groepje", "--door", "leerkracht", "--tot", "6-11-2026"]
    assert "BO910" in bo("log", "N-1", "ondersteuning", *same, "--datum", "14-9", "--toon", *NOW).out  # only the id is new


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "DOSSIER: noem een leerling"),
        (["toets"], "DOSSIER: voor wie? Schrijf het zo: bo log L-0417 toets"),
        (["N-1"], "SOORT: is nodig."),
        (["N-1", "ouderkontact"], "SOORT: deze soort bestaat niet. Bedoelde u `oudercontact`?"),
        (["N-1", "xyz"], "SOORT: deze soort bestaat niet. Kies uit observatie, toets"),
        (["N-1", "oudergesprek"], "--datum: is nodig. Ook nodig: --met, --over."),
        (["N-1", "toets", "--schaall", "cijfer"], "--schaall: dit hoort niet bij een toets. Bedoelde u --schaal?"),
        (["N-1", "toets", "--tooon", "x"], "Bedoelde u --toon?"),
        (["N-1", "toets", "--naam"], "--naam: hierachter hoort een waarde."),
        (["N-1", "toets", "--naam", "--ja"], "--naam: hierachter hoort een waarde."),
        (["N-1", "toets", "--naam="], "--naam: hierachter hoort een waarde, en die is leeg."),
        ([*TALK, "--datum", "31-2"], "--datum: schrijf een dag die bestaat, bijvoorbeeld vandaag"),
        ([*TALK, "--datum", "ma", "--met", "jan"], "--met: kies uit ma."),
        ([*TALK, "--datum", "ma", "--met", "lkk"], "--met: kies uit ma."),
        ([*TALK, "--datum", "ma", "--door", "lkk"], "--door: bedoelde u `lk`? Of kies uit ma, lk, ib."),
        ([*TALK, "--datum", "ma", "--over", "zorgg"], "--over: bedoelde u `zorg`? Of kies uit zorg, resultaten"),
        ([*TALK, "--datum", "ma", "--datum", "di"], "--datum: hier hoort één waarde, en er staan er meer."),
        ([*TALK, "--datum", "ma", "--id", "a b"], "--id: gebruik alleen letters"),
        (["N-1", "evaluatie", "--datum", "ma", "--van", "o3"], "--van: kies uit o2."),
        ([*TALK, "--datum", "ma", "--betrokkene", "naam=X"], "--betrokkene: hier ontbreekt `id` en `rol`."),
        ([*TALK, "--datum", "ma", "--betrokkene", "id=ma; naam=X; rol=ib"], "--betrokkene: dit kenmerk heeft al iemand."),
        ([*TALK, "--datum", "ma", "--groep", "5"], "--groep: kan alleen bij een map"),
        ([*TALK, "--datum", "ma", "--editor"], "--editor: kan alleen waar iemand meekijkt"),
        (["-", *TALK[1:]], "DOSSIER: in de standaardinvoer kan niets worden vastgelegd"),
    ],
)
def test_wrong_use_says_which_option_and_what_is_possible(bo: Bo, file: Path, words: list[str], said: str) -> None:
    done = bo("log", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert added(file) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--datum", "2028-01-01"], "fout[BO308]"),
        (["--datum", "2016-01-01"], "fout[BO307]"),
        (["--datum", "ma", "--door", "lk", "--betreft", "o2", "--id", "o2"], "fout[BO3"),
    ],
)
def test_an_addition_that_would_be_a_mistake_is_refused(bo: Bo, file: Path, words: list[str], code: str) -> None:
    done = bo("log", *TALK, *words, "--ja")
    assert (done.code, "Er is niets vastgelegd." in done.err) == (1, True)
    assert code in done.out
    assert added(file) == []


def test_nothing_comes_behind_the_end_of_a_dossier(bo: Bo, file: Path) -> None:
    closed = DOSSIER + "  - {datum: 2026-10-01, soort: afsluiting, reden: Verhuisd}\n"
    file.write_text(closed, encoding="utf-8")
    done = bo("log", *TALK, "--datum", "ma", "--ja")
    assert (done.code, "[BO311]" in done.out) == (1, True)
    assert file.read_text(encoding="utf-8") == closed
    assert bo("log", *TALK, "--datum", "10-9", "--ja").code == 0


def test_a_dossier_with_mistakes_is_left_alone(bo: Bo, file: Path) -> None:
    text = DOSSIER.replace("vakgebied: rekenen, doel", "vakgebied: rekeen, doel")
    file.write_text(text, encoding="utf-8")
    done = bo("log", *TALK, "--datum", "ma", "--ja")
    assert (done.code, done.out) == (1, "")
    assert "fout[BO203]" in done.err
    assert "`bo fix dossiers/N-1.yaml`" in " ".join(done.err.split())
    assert file.read_text(encoding="utf-8") == text
    assert bo("log", "nergens.yaml", *TALK[1:], "--datum", "ma").code == 3
    file.write_text("soort: sop\n", encoding="utf-8")
    assert bo("log", "dossiers/N-1.yaml", *TALK[1:], "--datum", "ma").code == 1


def test_two_files_of_one_pupil_are_named(bo: Bo, file: Path) -> None:
    shutil.copy(file, file.with_name("N-1-oud.yaml"))
    done = bo("log", *TALK, "--datum", "ma", "--ja")
    assert done.code == 2
    assert "N-1-oud.yaml" in done.err and "N-1.yaml" in done.err


def test_who_is_new_comes_in_the_same_deed_and_blocks_are_typed_on_a_line(bo: Bo, file: Path) -> None:
    done = bo(
        "log", "N-1", "ot", "--datum", "gisteren", "--voorzitter", "schoolleider", "--aanwezig", "directeur,ouders,ib",
        "--betrokkene", "naam=H. Brouwer; rol=schoolleider", "--afspraken", "wie=ib; wat=bellen; wanneer=over 2 weken",
        "--afspraken", "{wie: lk, wat: 'kijken, en zien', wanneer: 3-12}", "--ja", *NOW,
    )  # fmt: skip
    assert done.code == 0, done.err
    assert added(file) == [
        "  - {id: dir, naam: H. Brouwer, rol: directeur}",
        "  - datum: 2026-11-23",
        "    soort: ot_bespreking",
        "    voorzitter: dir",
        "    aanwezig: [dir, ma, ib]",
        "    afspraken:",
        "      - {wie: ib, wat: bellen, wanneer: 2026-12-07}",
        "      - {wie: lk, wat: 'kijken, en zien', wanneer: 2026-12-03}",
    ]
    assert bo("undo", "--ja").code == 0
    assert added(file) == []


def test_an_id_is_made_where_one_is_needed(bo: Bo, file: Path) -> None:
    words = ["log", "N-1", "ondersteuning", "--vakgebied", "rekenen", "--doel", "x", "--aanpak", "y", "--door", "lk"]
    assert bo(*words, "--datum", "9-11", "--tot", "5-2", "--ja", *NOW).code == 0
    assert added(file) == [
        "  - {datum: 2026-11-09, soort: ondersteuning, id: o3, vakgebied: rekenen, doel: x, aanpak: y, door: lk, tot: 2027-02-05}"
    ]


def test_a_made_id_is_of_nobody_else(bo: Bo, file: Path) -> None:
    file.write_text(DOSSIER.replace("soort: observatie,", "soort: observatie, id: o3,"), encoding="utf-8")
    words = ["log", "N-1", "ondersteuning", "--vakgebied", "rekenen", "--doel", "x", "--aanpak", "y", "--door", "lk2"]
    who = ["--betrokkene", "naam=C. Voorbeeld; rol=leerkracht", "--betrokkene", "naam=D. Voorbeeld; rol=juf"]
    done = bo(*words, *who, "--door", "lk-2,lk-3", "--datum", "9-11", "--toon", *NOW)
    assert done.code == 2  # nobody is called lk2
    words[-1] = "lk-2,lk-3"
    assert "id: o4, " in " ".join(bo(*words, *who, "--datum", "9-11", "--toon", *NOW).out.split())


def test_days_follow_the_form_of_the_file(bo: Bo, file: Path) -> None:
    text = DOSSIER.replace("{datum: 2026-09-07", "{datum: 7-9-2026").replace("{datum: 2026-09-14", "{datum: 14-9-2026")
    file.write_text(text, encoding="utf-8")
    assert "datum: 10-9-2026, soort: oudercontact" in bo("log", *TALK, "--datum", "10-9", "--toon").out


def test_help_of_a_kind_names_every_field_with_what_may_stand_there(bo: Bo) -> None:
    for kind, model in event_models().items():
        text = bo("log", "N-1", kind, "--help").out
        for name, spec in fields_of(model).items():
            assert name == "soort" or f"--{name} " in text
            assert all(value in text for value in spec.values if name != "soort")
        assert all(len(line) <= 90 for line in text.splitlines())
    assert "bo log dossiers toets --groep 5" in bo("log", "--help").out


def test_no_field_has_the_name_of_an_option(bo: Bo) -> None:
    text = bo("log", "--help").out
    assert all(f"  {one}" in text for one in OWN)
    own = {one.removeprefix("--").replace("-", "_") for one in OWN}
    assert all(own.isdisjoint(fields_of(model)) for model in event_models().values())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["toets", "--schaal", "percentage", "--waarde", "745"], "--waarde: een percentage ligt van 0 tot en met 100."),
        (["toets", "--schaal", "cijfer", "--waarde", "0,9"], "--waarde: een cijfer ligt van 1 tot en met 10."),
        (["toets", "--schaal", "cijfer", "--waarde", "ziek"], "--waarde: een cijfer ligt van 1 tot en met 10."),
        (["toets", "--schaal", "AE", "--waarde", "F"], "--waarde: op deze schaal staat een letter van A tot en met E."),
        (["toets", "--schaal", "I-V", "--waarde", "VI"], "--waarde: op deze schaal staat I, II, III, IV of V."),
        (["behoeften", "--datum", "10-9", "--door", "lk", "--ja"], "--bevorderend: er staat nog niets in"),
        (["oudercontact", "--samenvatting", "a\x1b[31mb"], "--samenvatting: hierin staat een teken dat niet te zien is"),
    ],
)
def test_what_cannot_be_is_refused(bo: Bo, file: Path, words: list[str], said: str) -> None:
    done = bo("log", "N-1", *words, *NOW)
    assert (done.code, said in done.err) == (2, True), done.err


@pytest.mark.parametrize(
    ("scale", "value"), [("cijfer", "7,5"), ("cijfer", "8-"), ("percentage", "74.5%"), ("AE", "B+"), ("I-V", "IV")]
)
def test_a_result_stays_as_it_was_typed(bo: Bo, file: Path, scale: str, value: str) -> None:
    words = [
        "--naam",
        "Blok 2",
        "--vakgebied",
        "rekenen",
        "--methodegebonden",
        "ja",
        "--datum",
        "10-9",
        "--toelichting",
        "a\u00a0b\r\nc",
    ]
    done = bo("log", "N-1", "toets", *words, "--schaal", scale, "--waarde", value, "--ja", *NOW)
    assert done.code == 0, done.err
    assert f"{value}," in file.read_text(encoding="utf-8").replace("'", "").replace('"', "").replace("\n", ",")


def test_a_kind_and_a_role_may_be_begun(bo: Bo, file: Path) -> None:
    done = bo("log", "N-1", "obs", "--door", "leerkr", "--ondersteuning_gewenst", "ja", "--datum", "10-9", "--toon", *NOW)
    assert (done.code, "soort: observatie, door: lk" in done.out) == (0, True), done.err
