"""`bo ot verwerk`: what a meeting adds to dossiers, and that nothing is lost, doubled or guessed on the way."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.casework.caseload import Caseload, gather
from basisondersteuning.casework.effect import effect
from basisondersteuning.casework.ot.people import People
from basisondersteuning.casework.ot.process import Plan, State, plans, write
from basisondersteuning.model.dossier import Betrokkene, Dossier
from basisondersteuning.model.events_team import OtBespreking
from basisondersteuning.model.ot import OPEN_NAME
from basisondersteuning.records import disk
from basisondersteuning.records.load import load, load_text
from basisondersteuning.records.write import dump
from running import Bo

DAY = date(2026, 11, 24)
DOSSIER = """\
soort: dossier
leerling: {id: N-1, geboortedatum: 2017-02-11, groep: 5}   # groep 5b
school: 99XX00
betrokkenen:
- {id: ma, naam: S. Bakker, rol: ouder, gezag: ja}
- {id: lk, naam: M. Visser, rol: groepsleerkracht}
- {id: ib, naam: T. de Wit, rol: intern_begeleider}

tijdlijn:
- {datum: 2026-05-11, soort: ondersteuning, id: o2, vakgebied: rekenen, doel: Splitsen tot 10, aanpak: In een groepje, door: lk}
- {datum: 2026-11-12, soort: aanmelding_ot, door: ib, vakgebied: rekenen, vraag: "Wat helpt bij het splitsen?"}
# einde
"""
MEETING = """\
soort: ot
school: 99XX00
datum: 2026-11-19
begin: 13:15
duur: 60
voorzitter: dir
leden:
  - {id: dir, naam: H. Brouwer, rol: directeur}
  - {id: ib, naam: T. de Wit, rol: intern_begeleider}
agenda:
  - leerling: N-1
    inbrenger: ib
    vraag: Wat helpt?
    vakgebied: rekenen
    minuten: 30
    genodigden:
      - {id: moeder, naam: S. Bakker, rol: ouder, gezag: ja}
    aanwezig: [dir, ib, moeder]
    bespreking: De getallenlijn helpt.
    afspraken: [{wie: ib, wat: "bellen, en mailen", wanneer: 2026-11-27}]
"""


@pytest.fixture
def bo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Bo:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "dossiers" / "N-1.yaml").write_text(DOSSIER, encoding="utf-8", newline="")
    (tmp_path / "ot.yaml").write_text(MEETING, encoding="utf-8")
    return Bo(monkeypatch, capsys)


def process(bo: Bo, *arguments: str) -> tuple[int, str]:
    done = bo("ot", "verwerk", *arguments, "--peildatum", "2026-11-24")
    return done.code, done.out


def test_only_with_schrijf_something_is_written_and_only_once(bo: Bo) -> None:
    path = Path("dossiers/N-1.yaml")
    path.chmod(0o640)
    code, shown = process(bo, "ot.yaml")
    assert (code, path.read_text(encoding="utf-8")) == (0, DOSSIER)
    assert "\n     8 + - {id: dir, naam: H. Brouwer, rol: directeur}\n" in shown
    code, out = process(bo, "ot.yaml", "--schrijf")
    assert code == 0
    assert out.endswith("\n  Geschreven.\n\n1 agendapunt: 1 toegevoegd. 1 dossier geschreven.\n")
    new = path.read_text(encoding="utf-8")
    mine = [line for line in new.splitlines() if line not in DOSSIER.splitlines()]
    assert mine == [
        "- {id: dir, naam: H. Brouwer, rol: directeur}",
        "- datum: 2026-11-19",
        "  soort: ot_bespreking",
        "  voorzitter: dir",
        "  aanwezig: [dir, ib, ma]",
        "  vakgebied: rekenen",
        "  bespreking: De getallenlijn helpt.",
        "  afspraken:",
        "    - {wie: ib, wat: 'bellen, en mailen', wanneer: 2026-11-27}",
    ]
    assert [line for line in new.splitlines() if line not in mine] == DOSSIER.splitlines()
    assert all(line in shown for line in mine)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert process(bo, "ot.yaml", "--schrijf")[1].endswith("1 agendapunt: 1 al verwerkt. Er is niets geschreven.\n")
    assert path.read_text(encoding="utf-8") == new
    assert sorted(os.listdir("dossiers")) == [".bo", "N-1.yaml"]
    assert bo("validate", "dossiers").code == 0


def test_ends_of_lines_and_byte_order_mark_stay(bo: Bo) -> None:
    path = Path("dossiers/N-1.yaml")
    path.write_bytes(b"\xef\xbb\xbf" + DOSSIER.replace("\n", "\r\n").encode())
    assert process(bo, "ot.yaml", "--schrijf")[0] == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfsoort")
    assert b"ot_bespreking\r\n" in data
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_two_meetings_about_one_pupil_in_the_order_of_their_days(bo: Bo) -> None:
    earlier = MEETING.replace("2026-11-19", "2026-10-08").replace("De getallenlijn helpt", "Nog niets helpt")
    Path("z-eerder.yaml").write_text(earlier, encoding="utf-8")
    Path("ot-kopie.yaml").write_text(MEETING, encoding="utf-8")
    code, out = process(bo, "ot.yaml", "z-eerder.yaml", "ot-kopie.yaml", "dossiers", "--schrijf")
    assert code == 0
    assert "3 agendapunten: 2 toegevoegd, 1 al verwerkt." in out
    record = load("dossiers/N-1.yaml", today=DAY).record
    assert isinstance(record, Dossier)
    assert [one.datum.month for one in record.tijdlijn if isinstance(one, OtBespreking)] == [10, 11]
    assert [one.id for one in record.betrokkenen] == ["ma", "lk", "ib", "dir"]


def test_a_file_that_cannot_be_written_stops_no_other(bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    other = MEETING[MEETING.index("  - leerling") :].replace("N-1", "N-2")
    Path("ot.yaml").write_text(MEETING + other, encoding="utf-8")
    Path("dossiers/N-2.yaml").write_text(DOSSIER.replace("N-1", "N-2"), encoding="utf-8")
    Path("dossiers/N-1.yaml").chmod(0o444)
    code, out = process(bo, "ot.yaml", "--schrijf")
    assert code == 1
    assert "fout[BO629]" in out
    assert "\n      tijdlijn:\n        - datum: 2026-11-19\n" in out  # to put in by hand
    assert out.endswith("2 agendapunten: 1 toegevoegd, 1 niet toegevoegd. 1 dossier geschreven.\n")
    assert Path("dossiers/N-1.yaml").read_text(encoding="utf-8") == DOSSIER
    assert "ot_bespreking" in Path("dossiers/N-2.yaml").read_text(encoding="utf-8")


def test_a_full_disk_leaves_the_old_file(bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "swap", lambda *_: (_ for _ in ()).throw(OSError("vol")))
    code, out = process(bo, "ot.yaml", "--schrijf")
    assert code == 1
    assert "niet te schrijven: de schijf of het station weigert." in out
    assert Path("dossiers/N-1.yaml").read_text(encoding="utf-8") == DOSSIER


def test_a_style_too_special_shows_what_to_paste(bo: Bo) -> None:
    last = "- datum: 2026-11-13\n  soort: observatie\n  door: lk\n  ondersteuning_gewenst: nee\n  gedrag: |\n    Telt op vingers."
    special = DOSSIER.replace('"Wat helpt bij het splitsen?"}\n# einde\n', f"Wat helpt?}}\n{last}")
    Path("dossiers/N-1.yaml").write_text(special, encoding="utf-8")
    code, out = process(bo, "ot.yaml", "--schrijf")
    assert code == 1
    assert "fout[BO627]" in out
    assert "\n      betrokkenen:\n        - {id: dir, naam: H. Brouwer, rol: directeur}\n" in out
    assert Path("dossiers/N-1.yaml").read_text(encoding="utf-8") == special


def test_with_two_dossiers_of_one_pupil_people_choose(bo: Bo) -> None:
    Path("dossiers/N-1-kopie.yaml").write_text(DOSSIER, encoding="utf-8")
    code, out = process(bo, "ot.yaml", "--schrijf")
    assert code == 1
    assert "fout[BO313]: Van deze leerling zijn er twee dossiers; er is niets toegevoegd." in out
    for name in ("N-1", "N-1-kopie"):
        assert Path(f"dossiers/{name}.yaml").read_text(encoding="utf-8") == DOSSIER
    assert process(bo, "ot.yaml", "dossiers/N-1.yaml", "--schrijf")[0] == 0
    assert "ot_bespreking" in Path("dossiers/N-1.yaml").read_text(encoding="utf-8")


def test_a_name_that_was_left_open_never_reaches_a_dossier(bo: Bo) -> None:
    Path("ot.yaml").write_text(MEETING.replace("H. Brouwer", OPEN_NAME), encoding="utf-8")
    code, out = process(bo, "ot.yaml", "--schrijf")
    assert code == 1
    assert "fout[BO604]: De naam van deze persoon moet eerst worden ingevuld" in out
    assert "--> ot.yaml:8:" in out
    assert Path("dossiers/N-1.yaml").read_text(encoding="utf-8") == DOSSIER


def test_a_meeting_still_to_come_adds_nothing(bo: Bo) -> None:
    Path("ot.yaml").write_text(MEETING.replace("2026-11-", "2199-11-"), encoding="utf-8")
    done = bo("ot", "verwerk", "ot.yaml", "--schrijf", "--peildatum", "2026-11-24")
    assert done.code == 1
    assert "fout[BO308]" in done.err
    assert Path("dossiers/N-1.yaml").read_text(encoding="utf-8") == DOSSIER


def test_a_discussion_before_the_closing_still_comes_in(bo: Bo) -> None:
    closed = "- {datum: 2026-11-20, soort: afsluiting, door: ib, reden: Verhuisd.}\n# einde"
    Path("dossiers/N-1.yaml").write_text(DOSSIER.replace("# einde", closed), encoding="utf-8")
    code, out = process(bo, "ot.yaml")
    assert (code, "komt erbij" in out) == (0, True)


def test_two_meetings_on_one_day_about_different_subjects(bo: Bo) -> None:
    Path("ot-2.yaml").write_text(MEETING.replace("rekenen", "spelling").replace("getallenlijn", "spelkaart"), encoding="utf-8")
    assert "2 toegevoegd" in process(bo, "ot.yaml", "ot-2.yaml", "--schrijf")[1]
    assert "2 al verwerkt" in process(bo, "ot.yaml", "ot-2.yaml", "--schrijf")[1]


def test_what_steers_a_terminal_is_shown_and_not_sent(bo: Bo) -> None:
    Path("ot.yaml").write_text(MEETING.replace("getallenlijn", "getallen\u202elijn"), encoding="utf-8")
    out = process(bo, "ot.yaml")[1]
    assert "\u202e" not in out
    assert "getallen\\u202elijn" in out


def test_the_example_meeting_goes_into_the_example_dossiers(bo: Bo) -> None:
    shutil.copytree(Path(__file__).parent.parent.parent / "examples", "voorbeelden")
    done = bo("ot", "verwerk", "voorbeelden/ot", "--schrijf", "--peildatum", "2026-11-24")
    assert done.code == 0
    assert done.err == "bo ot verwerk: de dossiers komen uit voorbeelden/dossiers.\n"
    assert "Begrijpend lezen: van niveau 2 naar niveau 3." in done.out
    assert "uiterlijk 3-12-2026 (nog 9 dagen) · KNH-3.9 · begrijpend lezen" in done.out
    assert bo("validate", "voorbeelden/dossiers").code == 0
    again = bo("ot", "verwerk", "voorbeelden/ot", "voorbeelden/dossiers", "--schrijf", "--peildatum", "2026-11-24")
    assert (again.code, "Er is niets geschreven." in again.out) == (0, True)


def person(ident: str, name: str, *roles: str) -> Betrokkene:
    return Betrokkene.model_validate({"id": ident, "naam": name, "rol": list(roles)})


def test_people_are_matched_by_role_and_name_then_by_role_and_id() -> None:
    people = People(
        [person("ma", "S. Bakker", "ouder"), person("lk", "M. Visser", "groepsleerkracht"), person("dir", "B. Bakker", "ouder")]
    )
    assert people.id_of(person("moeder", "s.  BAKKER", "ouder")) == "ma"
    assert people.id_of(person("lk", "P. Mulder", "groepsleerkracht", "intern_begeleider")) == "lk"
    assert people.renamed == {"lk"}
    assert people.id_of(person("ma", "S. Bakker", "groepsleerkracht")) == "ma-2"  # another role: another person
    assert people.id_of(person("dir", "H. Brouwer", "directeur")) == "dir-2"
    assert people.id_of(person("directeur", "H. Brouwer", "directeur")) == "dir-2"
    assert [one.id for one in people.added] == ["ma-2", "dir-2"]
    long = "a" * 40
    assert People([person(long, "A", "ouder")]).id_of(person(long, "B", "directeur")) == "a" * 38 + "-2"


def test_what_was_to_be_done_and_is_not_asked_any_more() -> None:
    assessor = Assessor(Setup(DAY, DAY))
    event = "- {datum: 2026-11-19, soort: ot_bespreking, voorzitter: ib, aanwezig: [ib, lk], vakgebied: rekenen}\n"
    texts = (DOSSIER, DOSSIER.replace("# einde", event + "# einde"))
    before, after = (assessor.judge(load_text("x", one.encode(), today=DAY)).verdict for one in texts)
    assert before is not None and after is not None
    forth, back = effect(before, after), effect(after, before)
    assert [one.strand for one in forth.levels] == ["rekenen"]
    assert (forth.levels[0].before, forth.levels[0].after) == (back.levels[0].after, back.levels[0].before)
    assert "KNH-3.4" in [one.rule.code for one in forth.born]
    assert not forth.lapsed
    assert {one.rule.code for one in back.lapsed} == {one.rule.code for one in forth.born}
    nothing = effect(before, before)
    assert not (nothing.met or nothing.lapsed or nothing.born)


SAID = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"), min_size=1, max_size=60)
LINES = st.lists(SAID, min_size=1, max_size=4).map("\n".join)


@settings(deadline=None, derandomize=True, max_examples=120)
@given(LINES, LINES, st.sampled_from(["", "rekenen"]), st.booleans())
def test_processing_twice_adds_nothing_whatever_was_said(said: str, what: str, area: str, crlf: bool) -> None:
    item = {
        "leerling": "N-1", "inbrenger": "ib", "vraag": "Wat helpt?", "minuten": "30", "aanwezig": ["dir"], "bespreking": said,
        "afspraken": [{"wie": "ib", "wat": what, "wanneer": "2026-11-27"}], **({"vakgebied": area} if area else {}),
    }  # fmt: skip
    head = MEETING[: MEETING.index("agenda:")]
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, one) for one in ("N-1.yaml", "ot.yaml")]
        Path(paths[0]).write_bytes((DOSSIER.replace("\n", "\r\n") if crlf else DOSSIER).encode())
        Path(paths[1]).write_text(head + dump({"agenda": [item]}), encoding="utf-8")  # type: ignore[dict-item]
        caseload = gather(paths, today=DAY)
        if not caseload.meetings:  # nothing but space was said
            return
        first = _plan(caseload)
        assert not first.findings
        write([first])
        assert first.written
        again = gather(paths, today=DAY)
        assert not again.findings
        second = _plan(again)
        assert ([state for _, state in second.states], second.new, second.findings) == ([State.DONE], None, [])


def _plan(caseload: Caseload) -> Plan:
    (plan,) = plans(caseload, {}, ASSESSOR)
    return plan


ASSESSOR = Assessor(Setup(DAY, DAY))


# Who is who


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """The examples, in a folder of their own."""
    return Path(shutil.copytree(Path(__file__).parents[2] / "examples", tmp_path / "voorbeelden"))


def test_the_discussion_of_one_child_never_gets_into_the_dossier_of_another(bo: Bo, examples: Path) -> None:
    meeting = examples / "ot" / "2026-11-19-gehouden.yaml"
    meeting.write_text(meeting.read_text(encoding="utf-8").replace("leerling: L-0367", "leerling: L-0460"), encoding="utf-8")
    dossier = examples / "dossiers" / "L-0460-alleen-observatie.yaml"
    before = dossier.read_bytes()
    done = bo("ot", "verwerk", str(meeting), str(examples / "dossiers"), "--schrijf", "--peildatum", "2026-11-24")
    assert done.code == 1
    assert "fout[BO609]" in done.out
    assert dossier.read_bytes() == before


def test_a_person_under_the_id_of_another_is_refused(bo: Bo, examples: Path) -> None:
    meeting = examples / "ot" / "2026-11-19-gehouden.yaml"
    meeting.write_text(meeting.read_text(encoding="utf-8").replace("P. Uitenhage", "B. Akkerman"), encoding="utf-8")
    dossier = examples / "dossiers" / "L-0367-gereed-voor-niveau-3.yaml"
    before = dossier.read_bytes()
    done = bo("ot", "verwerk", str(meeting), str(examples / "dossiers"), "--schrijf", "--peildatum", "2026-11-24")
    assert done.code == 1
    assert "fout[BO625]" in done.out
    assert dossier.read_bytes() == before


def test_what_is_still_to_come_is_never_written(bo: Bo, examples: Path) -> None:
    meeting = examples / "ot" / "2026-11-19-gehouden.yaml"
    later = meeting.read_text(encoding="utf-8").replace("2026-", "2190-").replace("2027-", "2191-")
    meeting.write_text(later, encoding="utf-8")
    before = {path: path.read_bytes() for path in (examples / "dossiers").iterdir()}
    done = bo("ot", "verwerk", str(meeting), str(examples / "dossiers"), "--schrijf", "--peildatum", "2190-11-24")
    assert done.code == 2, done
    assert "nog niet geweest" in done.err
    assert {path: path.read_bytes() for path in (examples / "dossiers").iterdir()} == before
