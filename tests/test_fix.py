"""`bo fix`: what a person sees, what is written, and what is not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect
import pytest

from bad_files import GOOD
from running import Bo

WRONG = GOOD.replace("soort: dossier", "sooort: dossier").replace("2024-09-09", "9/9/2024")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dossiers").mkdir()
    return tmp_path


def _put(folder: Path, text: str | bytes, name: str = "L-0101.yaml") -> Path:
    path = folder / "dossiers" / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_it_shows_and_does_not_write_without_somebody_to_ask(folder: Path, bo: Bo) -> None:
    path = _put(folder, WRONG)
    done = bo("fix", "dossiers")
    assert done.code == 1
    assert path.read_text("utf-8") == WRONG
    assert "regel 1: Schrijf `soort` in plaats van dit veld. [BO121]" in done.out
    assert "     1 - sooort: dossier" in done.out and "     1 + soort: dossier" in done.out
    assert "--ja" in done.err


def test_with_ja_it_writes_only_what_it_showed(folder: Path, bo: Bo) -> None:
    path = _put(folder, b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    done = bo("fix", "dossiers", "--ja")
    assert done.code == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + GOOD.replace("2024-09-09", "9-9-2024").replace("\n", "\r\n").encode()
    assert "Geschreven: 1 bestand." in done.err and "bo undo" in done.err
    again = bo("fix", "dossiers", "--ja")
    assert (again.code, again.out, again.err) == (0, "Er is niets te herstellen.\n", "")


def test_a_pupil_can_be_named(folder: Path, bo: Bo) -> None:
    _put(folder, WRONG)
    assert bo("fix", "L-0101", "--ja").code == 0


def test_diff_is_for_programs(folder: Path, bo: Bo) -> None:
    path = _put(folder, WRONG)
    done = bo("fix", "dossiers", "--diff")
    assert (done.code, done.err) == (1, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("--- ") and lines[1].startswith("+++ ") and lines[2].startswith("@@ -1,")
    assert "-sooort: dossier" in lines and "+soort: dossier" in lines
    assert path.read_text("utf-8") == WRONG
    bo("fix", "dossiers", "--ja")
    assert bo("fix", "dossiers", "--diff") == (0, "", "")


def test_diff_says_what_it_leaves(folder: Path, bo: Bo) -> None:
    _put(folder, WRONG.replace("2016-03-14", "14-3-16"))
    done = bo("fix", "dossiers", "--diff")
    assert "-sooort: dossier" in done.out and "BO204" not in done.out
    assert "Eén fout herstelt u zelf, in 1 bestand: BO204." in done.err and "--unsafe" in done.err


def test_of_a_long_line_only_what_is_around_the_change_is_shown(folder: Path, bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    start = "  - {datum: 2024-09-09, soort: observatie, "
    end = "gedrag: Begint vlot, resultaten: Acht van de tien goed, door: lk}"
    assert len(start) + len(end) > 80
    line = f"{start}ondersteuning_gewenst: Yes, {end}\n"
    path = _put(folder, GOOD[: GOOD.index("tijdlijn:")] + "tijdlijn:\n" + line)
    done = bo("fix", "dossiers", "--ja")
    assert "ondersteuning_gewenst: ja, " in path.read_text("utf-8")
    shown = [one.split(" - ")[-1].split(" + ")[-1].strip() for one in done.out.splitlines() if "_gewenst:" in one]
    assert shown == [f"… ondersteuning_gewenst: {one}, gedrag: Begint vlot, …" for one in ("Yes", "ja")]


def test_guesses_are_counted_and_only_made_when_asked(folder: Path, bo: Bo) -> None:
    path = _put(folder, GOOD.replace("2016-03-14", "14-3-16"))
    done = bo("fix", "dossiers", "--ja")
    assert done.code == 1
    assert "Eén fout herstelt u zelf, in 1 bestand: BO204." in done.out and "--unsafe" in done.out
    assert "14-3-16," in path.read_text("utf-8")
    done = bo("fix", "dossiers", "--ja", "--unsafe")
    assert done.code == 0
    assert "Dit is een gok" in done.out
    assert "14-3-2016" in path.read_text("utf-8")


def test_codes_can_be_chosen_and_left_out(folder: Path, bo: Bo) -> None:
    path = _put(folder, GOOD.replace("2016-03-14", "14/3/2016").replace("99XX00", "99xx00"))
    assert bo("fix", "dossiers", "--ja", "--select", "BO209").code == 0
    assert "14/3/2016" in path.read_text("utf-8") and "99XX00" in path.read_text("utf-8")
    assert bo("fix", "dossiers", "--ja", "--ignore", "datum").code == 0
    assert "14/3/2016" in path.read_text("utf-8")
    wrong = bo("fix", "dossiers", "--select", "BO9999")
    assert wrong.code == 2 and "--select" in wrong.err


def test_a_file_that_cannot_be_read_stops_nothing(folder: Path, bo: Bo) -> None:
    _put(folder, b"%PDF-1.7\n", "L-0100.yaml")
    path = _put(folder, WRONG)
    done = bo("fix", "dossiers", "--ja")
    assert done.code == 1
    assert "L-0100.yaml" in done.err and "BO125" in done.out + done.err
    assert "soort: dossier" in path.read_text("utf-8")


def test_a_file_that_cannot_be_written_stops_nothing(folder: Path, bo: Bo) -> None:
    closed = _put(folder, WRONG, "L-0100.yaml")
    closed.chmod(0o444)
    path = _put(folder, WRONG)
    done = bo("fix", "dossiers", "--ja")
    assert done.code == 1
    assert "[BO629]" in done.err and "L-0100.yaml" in done.err and "Geschreven: 1 bestand." in done.err
    assert closed.read_text("utf-8") == WRONG
    assert "\nleerling" in path.read_text("utf-8") and path.read_text("utf-8").startswith("soort: dossier")


def test_it_is_one_deed_that_can_be_taken_back(folder: Path, bo: Bo) -> None:
    first, second = _put(folder, WRONG), _put(folder, WRONG.replace("L-0101", "L-0102"), "L-0102.yaml")
    assert bo("fix", "dossiers", "--ja").code == 0
    assert first.read_text("utf-8") != WRONG
    assert bo("undo", "dossiers", "--ja").code == 0
    assert first.read_text("utf-8") == WRONG
    assert second.read_text("utf-8") == WRONG.replace("L-0101", "L-0102")


def test_one_crash_stops_nothing(folder: Path, bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    from basisondersteuning.records.remedies import file

    real = file.mend

    def failing(data: bytes, *more: object, name: str, **keys: object) -> object:
        if "L-0100" in name:
            raise RuntimeError("Noor Bakker")
        return real(data, *more, name=name, **keys)  # type: ignore[arg-type]

    monkeypatch.setattr(file, "mend", failing)
    monkeypatch.delenv("BO_DEBUG")
    _put(folder, WRONG, "L-0100.yaml")
    path = _put(folder, WRONG)
    done = bo("fix", "dossiers", "--ja")
    assert done.code == 1 and "[BO901]" in done.err and "Noor" not in done.out + done.err
    assert path.read_text("utf-8") != WRONG


def test_what_is_no_record_is_left_alone(folder: Path, bo: Bo) -> None:
    other = _put(folder, "kleur: Yes\nvanaf: 3/11/2026\n", "ander.yaml")
    near = _put(folder, "sort: oplopend\n", "bijna.yaml")
    _put(folder, GOOD)
    bo("fix", "dossiers", "--ja", "--unsafe")
    assert other.read_text("utf-8") == "kleur: Yes\nvanaf: 3/11/2026\n"
    assert near.read_text("utf-8") == "sort: oplopend\n"


def test_nothing_there_and_standard_input(folder: Path, bo: Bo) -> None:
    assert bo("fix", "dossiers").code == 3
    assert bo("fix", "-").code == 2
    assert bo("fix", "weg.yaml").code == 1


def test_a_diff_steers_no_terminal(folder: Path, bo: Bo) -> None:
    _put(folder, GOOD.replace("2016-03-14", "14/3/2016").replace("M. Visser", "M. \x1b[2JVisser"))
    done = bo("fix", "dossiers", "--diff")
    assert "\x1b" not in done.out


@pytest.mark.parametrize("columns", ["60", "80"])
def test_it_fits(folder: Path, bo: Bo, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    _put(folder, GOOD.replace("2016-03-14", "14/3/2016").replace("99XX00", "99xx00").replace("soort: obs", "soort: bos"))
    done = bo("fix", "dossiers")
    own = [line for line in done.out.splitlines() if line[:7].strip() == "" or not line[:6].strip().isdecimal()]
    assert all(len(line) <= int(columns) for line in own), done.out


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_it_asks_at_a_terminal(folder: Path) -> None:
    path = _put(folder, WRONG)
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80", "TERM": "dumb"}
    for answer, text in (("n", WRONG), ("j", WRONG.replace("sooort", "soort").replace("9/9/2024", "9-9-2024"))):
        child = pexpect.spawn(
            sys.executable, ["-m", "basisondersteuning", "fix", "dossiers"], env=environment, encoding="utf-8", timeout=30
        )
        child.expect("2 schrijffouten herstellen in 1 bestand")
        child.sendline(answer)
        child.expect(pexpect.EOF)
        child.close()
        assert path.read_text("utf-8") == text
