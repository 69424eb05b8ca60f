"""`bo new dossier|ot|kengetallen|kader|swv`: by options, by questions, and never over what is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from asking_typed import Typing
from basisondersteuning.cli.asking import asker
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.kengetallen import Kengetallen
from basisondersteuning.model.kinds import record_model
from basisondersteuning.model.ot import Ot
from basisondersteuning.model.reflect import fields_of
from basisondersteuning.model.swv import Samenwerkingsverband
from basisondersteuning.records.load import load, load_text
from running import Bo

SETTINGS = """soort: instellingen
school: 99XX00
betrokkenen:
  - {id: ib, naam: T. de Wit, rol: intern_begeleider}
  - {id: dir, naam: D. Baas, rol: directeur}
  - {id: ortho, naam: F. Smit, rol: orthopedagoog}
ot: {begin: 13.30, duur: 90, plaats: teamkamer, werkwijze: ["Eerst dit: kort", Dan dat]}
"""
BORN = ["--geboortedatum", "11-2-2017"]
TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a school, which is the current one."""
    (tmp_path / "bo.yaml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Somebody who types lines."""
    return Typing(monkeypatch)


def _dossier(path: Path) -> Dossier:
    loaded = load(str(path), today=date.today())
    assert loaded.findings == [] and isinstance(loaded.record, Dossier)
    return loaded.record


MADE = {
    "dossier": ["dossier", *BORN, "--groep", "5", "--ouder", "moeder=S. Bakker; gezag=ja"],
    "ot": ["ot", "--datum", "10-12-2026"],
    "kengetallen": ["kengetallen", "--naam", "SWV: proef", "--nummer", "PO9999"],
    "samenwerkingsverband": ["swv", "--naam", "SWV # proef", "--school", "99XX00=De: Zee", "--normenkader", "landelijk"],
}


@pytest.mark.parametrize("kind", MADE)
def test_a_form_is_sound_names_every_field_and_its_comments_can_be_opened(bo: Bo, kind: str) -> None:
    made = bo("new", *MADE[kind], "--out", "-")
    assert made.code == 0, made.err
    model = record_model(kind)
    loaded = load_text("x.yaml", made.out.encode(), today=date.max)
    assert loaded.sound and model is not None and isinstance(loaded.record, model)
    for name, spec in fields_of(model).items():
        assert f"\n{name}:" in made.out
        assert not spec.description or " ".join(spec.description.split()[:4]) in made.out
    opened = "\n".join(line.replace("  # ", "  ", 1) if line.startswith("  # ") else line for line in made.out.splitlines())
    codes = {one.code for one in load_text("x.yaml", opened.encode(), today=date.max).findings}
    assert codes == {"BO201"}  # only: a required field is not filled in yet


@pytest.mark.parametrize("kind", MADE)
def test_what_was_made_passes_the_check(bo: Bo, school: Path, kind: str) -> None:
    assert bo("new", *MADE[kind]).code == 0
    made = bo("validate", ".")
    assert made.code == 0 and "Geen fouten gevonden" in made.out, made.out
    again = bo("new", *MADE[kind], *(["--id", "L-0001"] if kind == "dossier" else []))
    assert again.code == 2
    assert "L-0001.yaml" in again.err if kind == "dossier" else "bestaat al en blijft zoals het is" in again.err


def test_a_dossier_gets_the_next_id_and_the_people_of_the_school(bo: Bo, school: Path) -> None:
    (school / "dossiers").mkdir()
    old = "soort: dossier\nleerling: {id: L-0499, geboortedatum: 2017-01-01, groep: 5}\nschool: 99XX00\nbetrokkenen:\n"
    (school / "dossiers" / "L-0499-lezen.yaml").write_text(
        old + "  - {id: juf, naam: M. Visser, rol: groepsleerkracht}\n", "utf-8"
    )
    made = bo("new", "dossier", *BORN, "--groep", "5", "--roepnaam", "Noor", "--ouder", "S. Bakker=", "--zonder", "dir")
    assert made.code == 2 and "--ouder: schrijf KENMERK=NAAM" in made.err
    made = bo(
        "new", "dossier", *BORN, "--groep", "5", "--roepnaam", "Noor", "--ouder", "moeder=S. Bakker; gezag=nee", "--zonder", "dir"
    )
    assert made.code == 0, made.err
    assert "bo log L-0500" in made.out
    record = _dossier(school / "dossiers" / "L-0500.yaml")
    assert (record.leerling.id, record.leerling.roepnaam, record.leerling.groep, record.school) == ("L-0500", "Noor", 5, "99XX00")
    assert record.leerling.geboortedatum == date(2017, 2, 11)
    assert [(one.id, one.naam) for one in record.betrokkenen] == [
        ("ib", "T. de Wit"), ("ortho", "F. Smit"), ("juf", "M. Visser"), ("moeder", "S. Bakker"),
    ]  # fmt: skip
    assert record.betrokkenen[-1].gezag is False
    other = bo("new", "dossier", *BORN, "--groep", "6", "--betrokkene", "ib=X. Anders; rol=intern_begeleider")
    assert other.code == 0, other.err
    assert [one.id for one in _dossier(school / "dossiers" / "L-0501.yaml").betrokkenen] == ["ib", "dir", "ortho", "ib-2"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--groep", "5"], "--geboortedatum: is nodig"),
        (BORN, "--groep: is nodig"),
        ([*BORN, "--groep", "9"], "--groep: schrijf een groep"),
        (["--geboortedatum", "30-2-2017", "--groep", "5"], "--geboortedatum: schrijf dag, maand en jaar"),
        (["--geboortedatum", "1-1-2199", "--groep", "5"], "--geboortedatum: schrijf dag, maand en jaar"),
        ([*BORN, "--groep", "5", "--id", "123456782"], "--id: dit kan een BSN zijn"),
        ([*BORN, "--groep", "5", "--id", "L 1"], "--id: gebruik alleen letters"),
        ([*BORN, "--groep", "5", "--id", "noor-5", "--roepnaam", "Noor"], "--id: in dit kenmerk staat de naam"),
        ([*BORN, "--groep", "5", "--school", "99xx"], "--school: schrijf vier tekens BRIN"),
        ([*BORN, "--groep", "5", "--zonder", "wie"], "--zonder: wie staat niet bij de betrokkenen"),
        ([*BORN, "--groep", "5", "--out", "er/is/geen/map.yaml"], "niet te schrijven"),
        ([*BORN, "--groep", "5", "--ouder", "m=A; gezag=soms"], "--ouder: schrijf KENMERK=NAAM"),
    ],
)
def test_a_mistake_is_said_in_one_line_and_nothing_is_written(bo: Bo, school: Path, arguments: list[str], said: str) -> None:
    made = bo("new", "dossier", *arguments)
    assert made.code == 2
    assert said in " ".join(made.err.split())
    assert [one.name for one in school.iterdir()] == ["bo.yaml"]


@pytest.mark.parametrize("ident", ["L-0417", "l-0417"])
def test_an_id_that_is_taken_anywhere_in_the_folder_names_its_file(bo: Bo, school: Path, ident: str) -> None:
    (school / "dossiers" / "groep 5").mkdir(parents=True)
    (school / "dossiers" / "groep 5" / "rekenen.yaml").write_text(
        "soort: dossier\nleerling: {id: L-0417, geboortedatum: 2017-01-01, groep: 5}\nschool: 99XX00\n", "utf-8"
    )
    made = bo("new", "dossier", *BORN, "--groep", "5", "--id", ident)
    assert made.code == 2
    assert "is al van een ander dossier" in made.err and "rekenen.yaml" in made.err


def test_asked_for_a_dossier_line_by_line(bo: Bo, school: Path, typing: Typing) -> None:
    # id, two names, birthday (wrong, right), group, fixed people, teacher, parent with id and custody, no more, yes
    typing("", "Noor", "", "later", "11-2-2017", "5", "ib, 3", "M. Visser", "S. Bakker", "", "ja", "", "")
    made = bo("new", "dossier")
    assert made.code == 0, made.err
    assert "! Schrijf dag, maand en jaar" in made.err
    assert "Dit komt in dossiers/L-0001.yaml" in made.err and "geboortedatum: 2017-02-11" in made.err
    record = _dossier(school / "dossiers" / "L-0001.yaml")
    assert [one.id for one in record.betrokkenen] == ["ib", "ortho", "lk", "moeder"]
    assert (record.leerling.roepnaam, record.betrokkenen[-1].gezag) == ("Noor", True)


def test_whoever_says_no_or_stops_gets_nothing(bo: Bo, school: Path, typing: Typing) -> None:
    answers = ["", "", "", "11-2-2017", "5", "", "", ""]
    typing(*answers, "nee")
    made = bo("new", "dossier")
    assert (made.code, made.out) == (0, "") and "Er is niets gemaakt." in made.err
    for number in range(len(answers) + 1):
        typing(*answers[:number])
        made = bo("new", "dossier")
        assert made.code == 130 and "Er is niets geschreven." in made.err
    assert [one.name for one in school.iterdir()] == ["bo.yaml"]


def test_quiet_asks_only_what_has_no_answer_yet(bo: Bo, school: Path, typing: Typing) -> None:
    typing("5")
    assert bo("new", "dossier", *BORN, "--ja").code == 0
    assert _dossier(school / "dossiers" / "L-0001.yaml").leerling.groep == 5


def test_a_meeting_takes_its_members_and_habits_from_the_settings(bo: Bo, school: Path) -> None:
    (school / "ot").mkdir()
    made = bo("new", "ot", "--datum", "10-12-2026", "--duur", "60", "--lid", "smw=G. Bos; rol=schoolmaatschappelijk_werker")
    assert made.code == 0, made.err
    assert "bo ot plan" in made.out
    loaded = load("ot/2026-12-10.yaml", today=TODAY)
    assert loaded.findings == [] and isinstance(loaded.record, Ot)
    record = loaded.record
    assert (record.school, record.begin.strftime("%H:%M"), record.duur, record.plaats) == ("99XX00", "13:30", 60, "teamkamer")
    assert (record.voorzitter, record.notulist, record.agenda) == ("dir", "ib", [])
    assert [one.id for one in record.leden] == ["dir", "ib", "ortho", "smw"]
    assert record.werkwijze == ["Eerst dit: kort", "Dan dat"]


def test_a_meeting_without_settings_leaves_names_open(bo: Bo, school: Path) -> None:
    (school / "bo.yaml").unlink()
    assert "--school: is nodig" in bo("new", "ot", "--datum", "10-12-2026").err
    made = bo("new", "ot", "--datum", "10-12-2026", "--school", "99xx00", "--voorzitter", "wie")
    assert made.code == 2 and "--voorzitter: dit staat niet in de lijst" in made.err
    assert bo("new", "ot", "--datum", "10-12-2026", "--school", "99xx00").code == 0
    loaded = load("ot-2026-12-10.yaml", today=TODAY)
    assert loaded.sound and {one.code for one in loaded.findings} == {"BO604"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ot"], "--datum: is nodig"),
        (["ot", "--datum", "31-2"], "--datum: schrijf een dag die bestaat"),
        (["ot", "--datum", "1-12-2026", "--begin", "25:00"], "--begin: schrijf een tijd"),
        (["ot", "--datum", "1-12-2026", "--duur", "lang"], "--duur: schrijf een aantal minuten"),
        (["kengetallen", "--nummer", "9999"], "--nummer: schrijf PO en vier cijfers"),
        (["swv"], "--naam: is nodig"),
        (["swv", "--naam", "x", "--school", "99XX00"], "--school: schrijf CODE=NAAM"),
        (["kader"], "--van: is nodig"),
        (["kader", "--van", "landelijk"], "--schooljaar: is nodig"),
        (["kader", "--van", "landelijk", "--schooljaar", "2027"], "schrijf het schooljaar als 2026-2027"),
    ],
)
def test_other_mistakes_are_said_in_one_line(bo: Bo, arguments: list[str], said: str) -> None:
    made = bo("new", *arguments)
    assert made.code == 2
    assert said in " ".join(made.err.split())


def test_figures_and_schools(bo: Bo, school: Path) -> None:
    assert bo("new", *MADE["samenwerkingsverband"], "--nummer", "po9999").code == 0
    region = load("samenwerkingsverband.yaml", today=TODAY).record
    assert isinstance(region, Samenwerkingsverband)
    assert (region.naam, region.nummer, region.normenkader) == ("SWV # proef", "PO9999", "landelijk")
    assert [(one.vestiging, one.naam) for one in region.scholen] == [("99XX00", "De: Zee")]
    assert region.roosters == []  # no date is made up
    (school / "kengetallen").mkdir()
    assert bo("new", "kengetallen").code == 0
    (made,) = (school / "kengetallen").iterdir()
    figures = load(str(made), today=TODAY).record
    assert isinstance(figures, Kengetallen) and (figures.naam, figures.samenwerkingsverband) == ("SWV # proef", "PO9999")


def test_schools_are_asked_one_by_one(bo: Bo, typing: Typing) -> None:
    typing("SWV Proef", "", "", "99xx00", "De Zee", "99XX00", "99XY00", "Het Kompas", "", "")
    made = bo("new", "swv")
    assert made.code == 0, made.err
    assert "! Deze school staat er al." in made.err
    region = load("samenwerkingsverband.yaml", today=TODAY).record
    assert isinstance(region, Samenwerkingsverband)
    assert [(one.vestiging, one.naam) for one in region.scholen] == [("99XX00", "De Zee"), ("99XY00", "Het Kompas")]


def test_two_doors_make_one_frame(bo: Bo, school: Path) -> None:
    arguments = ["--van", "kop-van-noord-holland", "--schooljaar", "2027-2028"]
    assert bo("new", "kader", *arguments, "--out", "een.yaml").code == 0
    assert bo("kader", "new", *arguments, "--out", "twee.yaml").code == 0
    assert (school / "een.yaml").read_bytes() == (school / "twee.yaml").read_bytes()
    assert bo("kader", "check", "een.yaml").code == 0


def test_a_sop_is_asked_for_too(bo: Bo, school: Path, typing: Typing) -> None:
    typing("De Zee", "n")
    made = bo("new", "sop", "--schooljaar", "2026-2027")
    assert made.code == 0 and "Dit komt in 99XX00-2026-2027.yaml" in made.err
    assert [one.name for one in school.iterdir()] == ["bo.yaml"]


def test_an_editor_is_told_the_schema_that_is_in_the_folder(bo: Bo, school: Path) -> None:
    (school / "schemas").mkdir()
    (school / "schemas" / "dossier.schema.json").write_text("{}", "utf-8")
    assert bo("new", *MADE["dossier"]).code == 0
    first = (school / "dossiers" / "L-0001.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schemas/dossier.schema.json"
    assert bo("new", *MADE["ot"], "--out", "-").out.startswith("# Een bijeenkomst")  # of this kind there is no schema


def test_broken_settings_are_said_and_not_used(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (school / "bo.yaml").write_text("soort: instellingen\nscool: 99XX00\n", "utf-8")
    made = bo("new", *MADE["ot"], "--school", "99YY00")
    assert made.code == 0 and "bo.yaml:2:1" in made.err
    monkeypatch.setattr(asker, "is_terminal", lambda _stream: False)
    assert "--school: is nodig" in bo("new", *MADE["dossier"]).err


def test_two_people_of_the_school_with_one_id_are_found(bo: Bo, school: Path) -> None:
    (school / "bo.yaml").write_text(SETTINGS.replace("id: dir", "id: ib"), "utf-8")
    made = bo("validate", "bo.yaml")
    assert made.code == 1 and "BO304" in made.out and "bo.yaml:5:10" in made.out


@pytest.mark.parametrize("kind", ["dossier", "ot", "kengetallen", "swv", "kader", "sop"])
def test_what_is_there_already_is_said_before_the_first_question(bo: Bo, school: Path, typing: Typing, kind: str) -> None:
    (school / "er-al.yaml").write_text("van mij\n", "utf-8")
    typing()
    made = bo("new", kind, "--out", "er-al.yaml")
    assert (made.code, made.out, " ".join(made.err.split())) == (
        2,
        "",
        f"bo new {kind}: er-al.yaml bestaat al en blijft zoals het is. Kies met --out een andere naam.",
    )


def test_also_under_the_name_that_it_gets_by_itself(bo: Bo, school: Path, typing: Typing) -> None:
    (school / "samenwerkingsverband.yaml").write_text("soort: samenwerkingsverband\nnaam: X\n", "utf-8")
    (school / "ot-2026-12-10.yaml").write_text("nog leeg\n", "utf-8")
    typing()
    for words in (["swv"], ["ot", "--datum", "10-12-2026"]):
        made = bo("new", *words)
        assert made.code == 2 and "bestaat al" in made.err and ">" not in made.err


def test_without_a_question_there_is_no_empty_line(bo: Bo) -> None:
    assert bo("new", *MADE["dossier"], "--ja").err == ""


@pytest.mark.parametrize("text", ["14 maart 2017", "14-3-17", "14 mrt 2017", "2017-03-14"])
def test_a_birthday_is_read_as_people_write_it(bo: Bo, school: Path, text: str) -> None:
    assert bo("new", "dossier", "--geboortedatum", text, "--groep", "5", "--ja").code == 0
    assert _dossier(school / "dossiers" / "L-0001.yaml").leerling.geboortedatum == date(2017, 3, 14)


@pytest.mark.parametrize("text", ["14-3", "gisteren", "ma", "14 maart"])
def test_a_birthday_has_a_year(bo: Bo, text: str) -> None:
    assert "dag, maand en jaar" in bo("new", "dossier", "--geboortedatum", text, "--groep", "5", "--ja").err


def test_only_a_frame_that_is_there_can_be_named(bo: Bo, school: Path, typing: Typing) -> None:
    made = bo("new", "swv", "--naam", "X", "--normenkader", "landelik", "--ja")
    assert made.code == 2 and "--normenkader: dit normenkader is er niet. Bedoelde u `landelijk`?" in " ".join(made.err.split())
    typing("X", "", "abc", "landelijk", "", "")
    made = bo("new", "swv")
    assert made.code == 0 and "! Dit normenkader is er niet." in made.err
    path = school / "samenwerkingsverband.yaml"
    assert "\nnormenkader: landelijk\n" in path.read_text("utf-8") and bo("validate", path.name).code == 0
    path.write_text(path.read_text("utf-8").replace("normenkader: landelijk", "normenkader: eigen"), "utf-8")
    assert bo("new", *MADE["dossier"], "--ja").code == 0
    for words in (["validate", path.name], ["escalate", "L-0001"], ["overview"]):
        made = bo(*words)
        assert made.code != 0 and "BO416" in made.out + made.err and f"{path.name}:" in made.out + made.err, words
    checked = bo("doctor")
    assert checked.code == 1 and "Dit normenkader is er niet. (BO416," in " ".join(checked.out.split())


def test_a_frame_of_their_own_goes_in_the_folder_for_it_and_can_be_named(bo: Bo, school: Path) -> None:
    (school / "kaders").mkdir()
    assert bo("new", "kader", "--van", "landelijk", "--schooljaar", "2027-2028", "--ja").code == 0
    (made,) = (school / "kaders").iterdir()
    assert bo("new", "swv", "--naam", "X", "--normenkader", made.stem, "--ja").code == 0
    assert bo("validate", "samenwerkingsverband.yaml").code == 0


def test_a_document_calls_the_school_as_its_settings_do(bo: Bo, school: Path) -> None:
    (school / "bo.yaml").write_text(f"{SETTINGS}huisstijl: {{naam: De Zee}}\n", "utf-8")
    assert bo("new", *MADE["dossier"], "--ja").code == 0
    made = bo("render", "groeidocument", "L-0001", "--format", "md", "--out", "-")
    assert made.code == 0 and "De Zee" in made.out and "School 99XX00" not in made.out


def test_what_is_filled_in_goes_on_below_itself(bo: Bo, typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    typing("", "nee")
    made = bo("new", *MADE["dossier"], "--roepnaam", "Noor", "--achternaam", "de Vries", "--leerkracht", "", "--id", "L-1")
    preview = made.err.split("Dit komt in")[1].split("\n\n")[1].split("\n")
    assert all(one.startswith("  ") and len(one) <= 50 for one in preview) and any(one.startswith("      ") for one in preview)


def test_all_of_the_school_is_checked_without_naming_it(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bo("new", *MADE["dossier"], "--ja").code == 0
    monkeypatch.chdir(school / "dossiers")
    made = bo("validate")
    assert made.code == 0 and "1 dossier, 1 bestand met instellingen gelezen" in " ".join(made.out.split())
    (school / "bo.yaml").unlink()
    assert "Geef een bestand of map op." in bo("validate").err
