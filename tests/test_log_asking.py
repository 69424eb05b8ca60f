"""`bo log` and `bo waive` for somebody at the keyboard: questions, the form in an editor, and a real screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from asking_typed import Typing
from running import Bo
from test_log import DOSSIER

NOW = ["--peildatum", "2026-11-24"]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier of one pupil, in a folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bo.yaml").write_text("soort: instellingen\n", encoding="utf-8")
    path = tmp_path / "dossiers" / "N-1.yaml"
    path.parent.mkdir()
    path.write_text(DOSSIER, encoding="utf-8")
    return path


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Somebody at the keyboard."""
    return Typing(monkeypatch)


def test_first_what_is_needed_then_which_of_the_rest(bo: Bo, file: Path, typing: Typing) -> None:
    said = ["Het ging goed.", "Echt: ja.", ""]
    typing("oudercontact", "10-9", "ma", "", "zorg, vervolg", "samenvatting, betreft", *said, "o2", "ja")
    done = bo("log", "N-1", *NOW)
    assert done.code == 0, done.err
    questions = (
        *("Wat wilt u vastleggen?", "Dag waarop het gebeurde", "Met welke ouders of verzorgers", "> Onderwerpen"),
        *("> Wilt u nog meer vastleggen?", "> Wat er besproken is", "> Over welke gebeurtenis het ging", "> Zo vastleggen?"),
    )
    places = [done.err.find(one) for one in questions]
    assert -1 not in places and places == sorted(places), done.err
    assert "o2  rekenen, sinds 14-9-2026: Delen" in done.err
    assert file.read_text(encoding="utf-8").splitlines()[9:16] == [
        "  - datum: 2026-09-10",
        "    soort: oudercontact",
        "    met: ma",
        "    over: [zorg, vervolg]",
        "    betreft: o2",
        "    samenvatting: |-",
        "      Het ging goed.",
    ]


def test_what_was_given_is_not_asked_and_somebody_new_comes_along(bo: Bo, file: Path, typing: Typing) -> None:
    typing("9-11", "+", "", "P. Puk", "onderwijsassistent", "", "tot", "", "over 6 weken", "ja")
    done = bo("log", "N-1", "hulp", "--vakgebied", "rekenen", "--doel", "Delen", "--aanpak", "In een groepje", *NOW)
    assert done.code == 0, done.err
    assert "Wat de leerling straks kan" not in done.err
    assert "[o3] > " in done.err
    text = file.read_text(encoding="utf-8")
    assert "  - {id: onderwijsassistent, naam: P. Puk, rol: onderwijsassistent}\n" in text
    assert "id: o3, vakgebied: rekenen, doel: Delen, aanpak: In een groepje, door: onderwijsassistent, tot: 2026-12-21}" in text


def test_blocks_are_asked_part_by_part(bo: Bo, file: Path, typing: Typing) -> None:
    typing("ib", "ib", "", "afspraken", "", "lk", "Bellen", "", "over 2 weken", "ja", "ib", "Kijken", "", "3-12", "nee", "", "ja")
    done = bo("log", "N-1", "ot_bespreking", "--datum", "23-11", *NOW)
    assert done.code == 0, done.err
    assert "Afspraken 2: Wie het doet" in done.err
    text = file.read_text(encoding="utf-8")
    assert "- {wie: lk, wat: Bellen, wanneer: 2026-12-07}" in text and "- {wie: ib, wat: Kijken, wanneer: 2026-12-03}" in text


def test_no_is_no_and_stopping_halfway_writes_nothing(bo: Bo, file: Path, typing: Typing) -> None:
    words = ["log", "N-1", "oudercontact", "--met", "ma", "--over", "zorg", "--datum", "10-9", *NOW]
    typing("nee")
    done = bo(*words)
    assert (done.code, "Er is niets vastgelegd." in done.err) == (0, True)
    typing("gisteren")
    assert bo(*words[:3], *NOW).code == 130
    assert file.read_text(encoding="utf-8") == DOSSIER


def test_a_wrong_option_is_said_before_anything_is_asked(bo: Bo, file: Path, typing: Typing) -> None:
    for words, asked in ((["--over", "zorgg"], False), (["--mit", "ma"], True)):
        typing("oudercontact")
        done = bo("log", "N-1", *([] if asked else ["oudercontact"]), *words, *NOW)
        assert (done.code, "Dag waarop" in done.err) == (2, False)


def test_a_wrong_answer_is_asked_again(bo: Bo, file: Path, typing: Typing) -> None:
    typing("31-2", "10-9", "", "ja")
    done = bo("log", "N-1", "oudercontact", "--met", "ma", "--over", "zorg", *NOW)
    assert done.code == 0
    assert "! Schrijf een dag die bestaat" in done.err


def test_a_waiver_is_chosen_among_what_is_open(bo: Bo, file: Path, typing: Typing) -> None:
    typing("KNH-1.3", "Wij wachten op het plan.", "ib", "1-1-2026", "31-1", "ja")
    done = bo("waive", "N-1", *NOW)
    assert done.code == 0, done.err
    assert "KNH-1.3  rekenen: " in done.err  # what is cut off on a narrow screen comes last
    assert "! de einddatum ligt voor" in done.err.lower()
    assert file.read_text(encoding="utf-8").endswith(
        "afwijkingen:\n  - {regel: KNH-1.3, reden: Wij wachten op het plan., door: ib, datum: 2026-11-24, tot: 2027-01-31}\n"
    )


def test_a_day_that_cannot_be_is_said_at_once_and_an_answer_can_be_mended(bo: Bo, file: Path, typing: Typing) -> None:
    days = ("3-1-2099", "1-1-2015", "10-9")
    typing(*days, "lk", "<", "", "", "Een kind; zegt", "iets.", "", "", "nee", "inbreng", "Anders.", "", "ja")
    done = bo("log", "N-1", "leerlinggesprek", *NOW)
    assert done.code == 0, done.err
    assert "! Deze dag is nog niet geweest" in done.err and "nog niet geboren" in done.err
    assert "N-1 · groep 5 · dossiers" in done.out
    assert "Welk antwoord wilt u verbeteren?" in done.err and "inbreng  Een kind; zegt iets." in done.err
    assert "datum: 2026-09-10, soort: leerlinggesprek, door: lk, inbreng: Anders.}" in file.read_text(encoding="utf-8")


def test_a_parent_who_is_new_and_what_a_rule_looks_at_are_asked_for(bo: Bo, file: Path, typing: Typing) -> None:
    typing("10-9", "+", "", "P. Puk", "1", "nee", "zorg", "", "", "ja")
    done = bo("log", "N-1", "oudercontact", *NOW)
    assert done.code == 0, done.err
    assert "nog niet in het dossier staat, als ouder" in done.err
    assert "  - {id: pa, naam: P. Puk, rol: ouder, gezag: nee}\n" in file.read_text(encoding="utf-8")
    typing("10-11", "o2", "3", "", "ja")
    done = bo("log", "N-1", "evaluatie", *NOW)
    assert "soort: evaluatie, van: o2, effect: deels}" in file.read_text(encoding="utf-8"), done.err


def test_something_has_to_be_said_and_a_sentence_keeps_its_commas(bo: Bo, file: Path, typing: Typing) -> None:
    typing("", "", "bevorderend", "", "Rust, regels, en tijd.", "", "ja")
    done = bo("log", "N-1", "behoeften", "--datum", "10-9", "--door", "lk", *NOW)
    assert done.code == 0, done.err
    assert "Er staat nog niets in" in done.err
    assert '"Rust, regels, en tijd."' in file.read_text(encoding="utf-8").replace("'", '"')


def test_a_dossier_that_changes_meanwhile_is_read_again(
    bo: Bo, file: Path, typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meddled(words: str, *, default: bool = True, asked: list[str] = []) -> bool:  # noqa: B006
        asked.append(words)
        if len(asked) == 1:
            file.write_text(file.read_text(encoding="utf-8").replace("groep: 5", "groep: 6"), encoding="utf-8")
        return True

    typing()
    monkeypatch.setattr("basisondersteuning.cli.log.showing.confirm", meddled)
    done = bo("log", "N-1", "oudercontact", "--met", "ma", "--over", "zorg", "--datum", "10-9", *NOW)
    assert done.code == 0, done.err
    assert "Dit is intussen veranderd:" in done.err and done.out.count("+   - {datum: 2026-09-10") == 2
    text = file.read_text(encoding="utf-8")
    assert "groep: 6" in text and "soort: oudercontact" in text


EDITOR = """import sys
path = sys.argv[1]
text = open(path, encoding="utf-8").read()
steps = open("stappen.txt", encoding="utf-8").read().split("\\n")
old, new = steps.pop(0).split(" => ")
open("stappen.txt", "w", encoding="utf-8").write("\\n".join(steps))
open("gezien.txt", "a", encoding="utf-8").write(path + "\\n" + text)
for one, other in zip(old.split(" | "), new.split(" | ")):
    text = text.replace("\\n" + one + "\\n", "\\n" + other + "\\n")
open(path, "w", encoding="utf-8").write(text if old else "")
"""


@pytest.fixture
def editor(file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An editor that does what stands in a file, one step each time it is opened."""
    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" editor.py')
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    return tmp_path / "stappen.txt"


def forms(folder: Path) -> list[Path]:
    return sorted(folder.glob("bo-*"))


def test_a_form_is_opened_again_until_it_fits(bo: Bo, file: Path, typing: Typing, editor: Path) -> None:
    first, second = "met: | over: => met: moe | over: zorg", "met: moe | samenvatting: => met: ouders | samenvatting: Zei: ja"
    editor.write_text(f"{first}\n{second}\n")
    typing("ja", "ja")
    done = bo("log", "N-1", "oudercontact", "--editor", "--datum", "10-9", *NOW)
    assert done.code == 0, done.err
    assert "- Bij `met`: " in done.err
    seen = Path("gezien.txt").read_text(encoding="utf-8")
    assert seen.count("# !! Bij `met`: kies uit ma.\n") == 1
    assert "datum: 10-9\n" in seen
    assert "soort: oudercontact, met: ma, over: zorg, samenvatting: 'Zei: ja'}" in file.read_text(encoding="utf-8")
    assert forms(editor.parent) == []


def test_what_was_typed_in_a_form_is_kept_when_it_is_not_written(bo: Bo, file: Path, typing: Typing, editor: Path) -> None:
    for answers, code in ((("nee",), 1), (("ja", "nee", "nee"), 0)):
        editor.write_text("met: | over: => met: iemand | over: zorg\nmet: iemand => met: ma\n")
        typing(*answers)
        done = bo("log", "N-1", "oudercontact", "--editor", "--datum", "10-9", *NOW)
        (kept,) = forms(editor.parent)
        assert (done.code, kept.name in "".join(done.err.split())) == (code, True)
        assert "over: zorg\n" in kept.read_text(encoding="utf-8")
        if os.name == "posix":
            assert kept.stat().st_mode & 0o077 == 0
        kept.unlink()
    assert file.read_text(encoding="utf-8") == DOSSIER


def test_an_empty_form_stops_and_an_editor_that_is_not_there_is_said(
    bo: Bo, file: Path, typing: Typing, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.write_text(" => \n")
    typing()
    done = bo("log", "N-1", "oudercontact", "--editor", *NOW)
    assert (done.code, "Het formulier is leeg." in done.err, forms(editor.parent)) == (0, True, [])
    monkeypatch.setenv("EDITOR", "dit-bestaat-niet")
    assert "--editor: het programma dat in EDITOR staat, is er niet." in bo("log", "N-1", "oudercontact", "--editor", *NOW).err
    monkeypatch.setenv("EDITOR", "false")
    assert "stopte met een fout" in bo("log", "N-1", "oudercontact", "--editor", *NOW).err
    monkeypatch.setenv("EDITOR", "")
    assert ("EDITOR" in bo("log", "N-1", "oudercontact", "--editor", *NOW).err) == (os.name == "posix")


def test_what_somebody_writes_is_read_as_it_was_saved(bo: Bo, file: Path, typing: Typing, editor: Path) -> None:
    script = editor.parent / "editor.py"
    for coding in ("utf-8-sig", "utf-16", "cp1252"):
        script.write_text(EDITOR.replace('"w", encoding="utf-8").write(text if', f'"w", encoding="{coding}").write(text if'))
        editor.write_text(
            "met: | over: | samenvatting: => met: ma | over: zorg | samenvatting: Zoë zei:\\n#1 slaapt slecht\n".replace(
                "\\\\", "\\"
            )
        )
        typing("ja")
        file.write_text(DOSSIER, encoding="utf-8")
        done = bo("log", "N-1", "oudercontact", "--editor", "--datum", "10-9", *NOW)
        assert done.code == 0, done.err
        assert "Zoë zei:" in file.read_text(encoding="utf-8")
        assert forms(editor.parent) == []


def test_a_form_that_was_not_changed_goes_and_one_that_is_gone_comes_back(
    bo: Bo, file: Path, typing: Typing, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = editor.parent / "editor.py"
    words = ["log", "N-1", "oudercontact", "--editor", "--datum", "10-9", *NOW]
    script.write_text("")
    typing("ja", "nee")
    done = bo(*words)
    assert "Klaar met schrijven?" in done.err and (done.code, forms(editor.parent)) == (1, [])
    script.write_text("import os, sys\nos.unlink(sys.argv[1])\n")
    typing("ja")
    done = bo(*words)
    assert (done.code, "nog een keer openen?" in done.err, forms(editor.parent)) == (130, True, [])
    script.write_text("import sys\nopen(sys.argv[1], 'ab').write(b'met: \\x81\\xff')\n")
    typing("nee")
    done = bo(*words)
    (kept,) = forms(editor.parent)
    assert (done.code, kept.name in "".join(done.err.split()), kept.read_bytes()[-2:]) == (1, True, b"\x81\xff")
    kept.unlink()
    script.write_text(EDITOR)
    editor.write_text("met: | over: => met: ma | over: zorg\n")
    typing()  # stops at the last question
    done = bo(*words)
    (kept,) = forms(editor.parent)
    assert (done.code, kept.name in "".join(done.err.split()), "met: ma\n" in kept.read_text()) == (130, True, True)
    kept.unlink()
    monkeypatch.setenv("EDITOR", '"vi')
    assert "in EDITOR sluit een aanhalingsteken niet." in bo(*words).err and forms(editor.parent) == []


def test_the_editor_of_windows_is_found_with_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    from basisondersteuning.cli.log.paper import _split

    assert _split("code --wait", windows=True) == ["code", "--wait"]
    assert _split(r'"C:\Program Files\Np\np.exe" -x', windows=True) == [r"C:\Program Files\Np\np.exe", "-x"]


def test_on_a_real_screen_of_sixty_columns(file: Path) -> None:
    pexpect = pytest.importorskip("pexpect", reason="pexpect is missing on this machine")
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "60", "LINES": "40", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    words = ["-m", "basisondersteuning", "log", "N-1", "oudercontact", "--met", "ma", "--over", "zorg", *NOW]
    child = pexpect.spawn(sys.executable, words, env=environment, dimensions=(40, 60), encoding="utf-8", timeout=20)
    child.expect("Dag waarop het gebeurde")
    child.send("10-9\r")
    child.expect("Wilt u nog meer")
    child.send("\r")
    child.expect("1 ja")
    child.send("ja\r")
    child.expect("Vastgelegd in het dossier")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "soort: oudercontact, met: ma, over: zorg}" in file.read_text(encoding="utf-8")
