"""`bo undo`: shows what it takes back, takes it back, and never what somebody wrote since."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from basisondersteuning.records.committing import Write, commit
from basisondersteuning.records.journal_places import FOLDER
from running import Bo

OLD = "soort: dossier\nleerling: {id: L-0101, geboortedatum: 2016-03-14, groep: 5}\nschool: 99XX00\ntijdlijn:\n"
EVENT = "  - {datum: 2026-11-03, soort: observatie, door: lk, ondersteuning_gewenst: nee}\n"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bo.yaml").write_text("soort: instellingen\n", encoding="utf-8")
    (tmp_path / "dossiers").mkdir()
    for name in ("L-0101", "L-0102"):
        (tmp_path / "dossiers" / f"{name}.yaml").write_bytes(OLD.replace("L-0101", name).encode())
    return tmp_path


def write(*changes: tuple[str, str], command: str = "bo log") -> None:
    made = []
    for path, text in changes:
        old = Path(path).read_bytes() if os.path.exists(path) else None
        made.append(Write(path, old, text.encode()))
    assert commit(made, command=command) == []


def text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


ONE, TWO = "dossiers/L-0101.yaml", "dossiers/L-0102.yaml"


def test_it_shows_what_it_takes_back_and_again_what_was_before(bo: Bo, school: Path) -> None:
    write((ONE, OLD + EVENT))
    write((ONE, OLD + EVENT + EVENT.replace("03", "04")), (TWO, "weg"), command="bo fix")
    done = bo("undo", "--ja")
    assert done.code == 0 and done.err == ""
    assert done.out.startswith("bo fix, ") and "  dossiers/L-0102.yaml\n" in done.out
    assert "     6 - " + EVENT.replace("03", "04").rstrip() in done.out
    assert done.out.endswith("\nTeruggenomen in 2 bestanden. Toch niet? `bo undo --opnieuw` zet het terug.\n")
    assert (text(ONE), text(TWO)) == (OLD + EVENT, OLD.replace("L-0101", "L-0102"))
    assert bo("undo", "--ja").out.startswith("bo log, ")
    assert text(ONE) == OLD
    done = bo("undo", "--ja")
    assert (done.code, done.out) == (2, "") and done.err.startswith("bo undo: hier is niets om terug te nemen. Staan uw")


def test_what_was_taken_back_comes_back_in_order(bo: Bo, school: Path) -> None:
    states = [OLD, OLD + EVENT, OLD, OLD + "# b\n"]
    for one in states[1:]:
        write((ONE, one))
    for one in reversed(states[:-1]):
        assert bo("undo", "--ja").code == 0
        assert text(ONE) == one
    for one in states[1:]:
        assert bo("undo", "--opnieuw", "--ja").out.endswith("Teruggezet.\n")
        assert text(ONE) == one
    assert bo("undo", "dossiers", "--opnieuw", "--ja").err == "bo undo: hier is niets om terug te zetten.\n"
    bo("undo", "--ja")
    write((TWO, "nieuw"))
    assert bo("undo", "--opnieuw", "--ja").code == 2  # something new was done since


def test_only_after_yes(bo: Bo, school: Path) -> None:
    write((ONE, OLD + EVENT))
    done = bo("undo")
    assert done.code == 2 and "--ja" in done.err
    assert "     5 - " in done.out
    assert text(ONE) == OLD + EVENT


@pytest.mark.parametrize("answer", [True, False])
def test_the_question(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    from basisondersteuning.cli import asking

    asked: list[str] = []
    monkeypatch.setattr(asking, "can_ask", lambda: True)

    def confirm(words: str, **_: bool) -> bool:
        asked.append(words)
        return answer

    monkeypatch.setattr(asking, "confirm", confirm)
    write((ONE, OLD + EVENT))
    done = bo("undo")
    assert asked == ["Dit terugnemen?"] and done.code == 0
    assert text(ONE) == (OLD if answer else OLD + EVENT)
    assert answer or done.err == "Er is niets veranderd.\n"


def test_what_somebody_wrote_since_is_shown_and_stays(bo: Bo, school: Path) -> None:
    write((ONE, OLD + EVENT), (TWO, "weg"))
    with open(ONE, "a", encoding="utf-8") as file:
        file.write("# van mij\n")
    done = bo("undo", "--ja")
    assert done.code == 1
    assert "  dossiers/L-0101.yaml: daarna veranderd\n     6 + # van mij\n" in done.out
    assert "fout[BO903]" in done.err and "dossiers/L-0101.yaml" in done.err
    assert text(ONE).endswith("# van mij\n") and text(TWO) == "weg"


def test_a_new_file_goes_into_the_journal_and_comes_back(bo: Bo, school: Path) -> None:
    write(("dossiers/L-0103.yaml", OLD), command="bo new dossier")
    assert "dossiers/L-0103.yaml: gaat weg; het blijft bewaard in de map .bo" in bo("undo", "--ja").out
    assert not Path("dossiers/L-0103.yaml").exists()
    assert [one.read_text(encoding="utf-8") for one in Path(FOLDER).rglob("*.weg")] == [OLD]
    Path("dossiers/L-0103.yaml").write_text("van een ander\n", encoding="utf-8")
    done = bo("undo", "--opnieuw", "--ja")
    assert done.code == 1 and "fout[BO900]" in done.err and text("dossiers/L-0103.yaml") == "van een ander\n"
    Path("dossiers/L-0103.yaml").unlink()
    out = bo("undo", "--opnieuw", "--ja").out
    assert "dossiers/L-0103.yaml: komt terug\n     1 + soort: dossier\n" in out
    assert text("dossiers/L-0103.yaml") == OLD


def test_one_file_or_pupil_by_itself(bo: Bo, school: Path) -> None:
    write((ONE, OLD + EVENT))
    write((TWO, "weg"))
    assert bo("undo", "L-0101", "--ja").code == 0
    assert (text(ONE), text(TWO)) == (OLD, "weg")
    assert bo("undo", ONE, "--ja").code == 2
    assert bo("undo", "dossiers", "--ja").code == 0
    assert text(TWO) == OLD.replace("L-0101", "L-0102")


FMT = (OLD + "# netjes\n", OLD.replace("L-0101", "L-0102") + "# netjes\n")


def test_one_file_of_a_deed_over_more(bo: Bo, school: Path) -> None:
    write((ONE, FMT[0]), (TWO, FMT[1]), command="bo fmt")
    done = bo("undo", "L-0101", "--ja")
    assert done.out.startswith("bo fmt, in 2 bestanden, ") and "Nu alleen 1 bestand daarvan." in done.out
    assert "L-0102" not in done.out  # nothing of another child
    assert (text(ONE), text(TWO)) == (OLD, FMT[1])
    assert "bo fmt (teruggenomen: 1 van 2 bestanden)" in bo("undo", "--lijst").out
    assert bo("undo", "L-0101", "--ja").code == 2
    done = bo("undo", "--ja")
    assert (done.code, text(TWO)) == (0, FMT[1].removesuffix("# netjes\n")) and "L-0101" not in done.out
    assert "bo fmt (teruggenomen): " in bo("undo", "--lijst").out
    for path, states in ((TWO, (OLD, FMT[1])), (ONE, FMT)):
        assert bo("undo", "--opnieuw", "--ja").code == 0  # the last one taken back first
        assert (text(ONE), text(path)) == (states[0], states[1] if path == TWO else states[0])


def test_a_file_that_changed_since_blocks_only_itself(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from basisondersteuning.cli import asking

    write((ONE, FMT[0]), (TWO, FMT[1]), command="bo fmt")
    with open(ONE, "a", encoding="utf-8") as file:
        file.write("# van mij\n")
    done = bo("undo", "--ja")
    assert done.code == 1 and "Het andere bestand wel? Dan: bo undo --wat-kan" in done.err
    assert text(TWO) == FMT[1]
    asked: list[str] = []
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    answers = iter([False, True])

    def confirm(words: str) -> bool:
        asked.append(words)
        return next(answers)

    monkeypatch.setattr(asking, "confirm", confirm)
    assert bo("undo").code == 0 and asked == ["Het andere bestand wel terugnemen?"]
    done = bo("undo", "--wat-kan", "--ja")
    assert done.code == 1 and "Teruggenomen in 1 bestand." in done.out
    assert (text(ONE), text(TWO)) == (FMT[0] + "# van mij\n", OLD.replace("L-0101", "L-0102"))
    Path(ONE).unlink()
    done = bo("undo", "L-0101", "--ja")
    assert done.code == 1 and "daarna weggehaald" in done.err and not Path(ONE).exists()
    done = bo("undo", "L-0101")
    assert "is weg, en komt terug zoals het vóór deze opdracht was" in done.out and "     3 + school: 99XX00\n" in done.out
    assert text(ONE) == OLD and asked[-1] == "Alleen dit terugnemen?"


def test_what_another_folder_has_is_not_taken_back_unseen(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write((ONE, OLD + EVENT))
    Path("ot").mkdir()
    monkeypatch.chdir("ot")
    done = bo("undo", "--ja")
    assert done.code == 2 and str(school / "dossiers") in done.err.replace("\n", "")
    monkeypatch.chdir(school)
    assert text(ONE) == OLD + EVENT


def test_the_doctor_counts_what_can_be_taken_back(bo: Bo, school: Path) -> None:
    write((ONE, OLD + EVENT))
    write((TWO, "weg"))
    assert "bo undo kan 2 opdrachten terugnemen." in bo("doctor").out
    bo("undo", "--ja")
    assert "bo undo kan 1 opdracht terugnemen." in bo("doctor").out
    (Path(FOLDER) / "000001" / "0.na").write_bytes(b"anders")
    assert "bo undo kan 0 opdrachten terugnemen. Van 1 opdracht klopt" in bo("doctor").out


def test_the_list(bo: Bo, school: Path) -> None:
    assert bo("undo", "--lijst").err == "bo undo: hier staat nog niets wat terug te nemen is.\n"
    write((ONE, OLD + EVENT))
    write(*((f"dossiers/L-02{number}.yaml", OLD) for number in range(10, 15)), command="bo fmt")
    write((ONE, OLD))
    bo("undo", "--ja")
    lines = bo("undo", "--lijst").out
    assert lines.count("(teruggenomen)") == 1 and " en nog 2" in lines
    heads = [re.sub(r"\d.* {2}bo", "bo", one) for one in lines.splitlines() if "  bo " in one]
    assert [one[:8] for one in heads] == ["  bo log", "→ bo fmt", "  bo log"] and heads[0].startswith("  bo log (teruggenomen):")
    assert "`bo undo --opnieuw` zet terug: bo log, " in lines
    assert re.findall(r"bo (log|fmt)", lines.partition("→ neemt")[0]) == ["log", "fmt", "log"]
    assert all(len(one) <= 90 for one in lines.splitlines())
    assert text(ONE) == OLD + EVENT


def test_from_above_and_by_another_way(bo: Bo, school: Path) -> None:
    Path("bo.yaml").unlink()
    write((ONE, OLD + EVENT))
    assert Path("dossiers", FOLDER).is_dir()
    assert bo("undo", "--ja").code == 0 and text(ONE) == OLD
    Path("anders").symlink_to("dossiers")
    for path in ("anders", "anders/L-0101.yaml"):
        assert bo("undo", path, "--opnieuw", "--ja").code == 0 and text(ONE) == OLD + EVENT
        assert bo("undo", path, "--ja").code == 0 and text(ONE) == OLD


def test_a_read_only_file_stays(bo: Bo, school: Path) -> None:
    write((ONE, OLD + EVENT), (TWO, "weg"))
    Path(TWO).chmod(0o444)
    done = bo("undo", "--ja")
    assert done.code == 1 and "fout[BO629]" in done.err
    assert (text(ONE), text(TWO)) == (OLD + EVENT, "weg")


def test_a_journal_of_another_person_is_not_believed(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write((ONE, OLD + EVENT))
    monkeypatch.setattr(os, "getuid", lambda: 4321)
    assert bo("undo", "--ja").code == 2
    assert text(ONE) == OLD + EVENT


def test_much_is_told_in_short(bo: Bo, school: Path) -> None:
    write((ONE, OLD + EVENT * 40), *((f"dossiers/L-03{number}.yaml", OLD) for number in range(10, 20)))
    out = bo("undo", "--ja").out
    assert "     … nog 16 regels\n" in out and "  en nog 3 bestanden\n" in out
    assert len(out.splitlines()) < 60 and text(ONE) == OLD


def test_a_narrow_terminal(bo: Bo, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    write((ONE, OLD + EVENT))
    assert all(len(one) <= 60 for one in bo("undo", "--ja").out.splitlines())


def test_one_deed_of_ot_verwerk(bo: Bo, desk: Path) -> None:
    before = {path: path.read_bytes() for path in Path("dossiers").iterdir() if path.is_file()}
    done = bo("ot", "verwerk", "ot", "dossiers", "--schrijf")
    changed = [path for path, data in before.items() if path.read_bytes() != data]
    assert changed, done
    assert bo("undo", "--ja").out.startswith("bo ot verwerk, ")
    assert all(path.read_bytes() == data for path, data in before.items())
