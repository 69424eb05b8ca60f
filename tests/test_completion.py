"""Completion with the Tab key: the table of words, the answers, the scripts in real shells, and putting the line in its file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.cli.completing.answer import answer
from basisondersteuning.cli.completing.install import COMMENT
from basisondersteuning.cli.completing.scripts import LINES, SCRIPTS
from basisondersteuning.cli.completing.suggest import Line, suggest
from basisondersteuning.cli.completing.table import WORDS, read_table
from conftest import EXAMPLES
from running import Bo

BIN = Path(sys.executable).parent


def words(*typed: str, folder: str = ".") -> list[str]:
    """What is suggested when the last word is at the cursor."""
    return [one.text for one in suggest(Line(typed[:-1], typed[-1]), folder)]


def test_the_table_names_what_the_commands_take() -> None:
    from basisondersteuning.cli.completing.survey import survey, table_text

    path = Path(WORDS)
    text = table_text(survey())
    if os.environ.get("BO_UPDATE") == "1":
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "write it anew: BO_UPDATE=1 pytest tests/test_completion.py -k table"


@pytest.mark.parametrize(
    ("typed", "among", "not_among"),
    [
        (("",), {"escalate", "log", "--help"}, {"L-0417"}),
        (("es",), {"escalate"}, {"explain"}),
        (("kader", "s"), {"show"}, {"list", "sops/"}),
        (("kader", "show", "--r"), {"--regel"}, {"--help"}),
        (("kader", "show", "--regel", "KNH-1.4"), {"KNH-1.4"}, {"KNH-1.1"}),
        (("escalate", "--rol", "intern"), {"intern_begeleider"}, {"ouder"}),
        (("escalate", "--rol=intern"), {"--rol=intern_begeleider"}, {"intern_begeleider"}),
        (("escalate", "--fail-on", ""), {"fout", "nooit"}, {"dossiers/", "L-0417"}),
        (("escalate", "--peildatum", "v"), {"vandaag"}, set[str]()),
        (("escalate", "--peildatum", "vandaag", "--pei"), set[str](), {"--peildatum"}),
        (("escalate", "--kader", "land"), {"landelijk"}, set[str]()),
        (("escalate", "l-041"), {"L-0412", "L-0417", "L-0419"}, {"L-0405"}),
        (("escalate", "L-0417", "L-0419"), {"L-0419"}, {"L-0417"}),
        (("escalate", "dossiers/L-0417"), {"dossiers/L-0417-rekenen-niveau-2.yaml"}, {"L-0417"}),
        (("escalate", "d"), {"dossiers/", "duo/"}, {"bo.yaml"}),
        (("explain", "BO20"), {"BO201", "BO204"}, {"KNH-1.4"}),
        (("explain", "NDK"), {"NDK-1.1"}, {"BO204"}),
        (("render", "groei"), {"groeidocument"}, {"L-0417"}),
        (("render", "groeidocument", "L-0417"), {"L-0417"}, {"groeidocument"}),
        (("render", "--voor", ""), {"ouders", "swv"}, {"dossiers/"}),
        (("schema", "do"), {"dossier"}, {"dossiers/"}),
        (("completion", "p"), {"powershell"}, {"bash"}),
        (("waive", "L-0417", "KNH-1.4"), {"KNH-1.4"}, {"L-0417"}),
        (("onbekend", ""), set[str](), {"L-0417"}),
        (("schema", "dossier", ""), set[str](), {"dossier", "dossiers/"}),
    ],
)
def test_suggestions_fit_the_place(typed: tuple[str, ...], among: set[str], not_among: set[str], desk: Path) -> None:
    found = set(words(*typed))
    assert among <= found
    assert found.isdisjoint(not_among)


def test_an_event_gives_its_kinds_and_its_own_fields(desk: Path) -> None:
    assert "oudercontact" in words("log", "L-0417", "ou")
    fields = words("log", "L-0417", "oudercontact", "--")
    assert {"--met", "--over", "--samenvatting"} <= set(fields)
    assert "--waarde" not in fields
    assert "--waarde" in words("log", "L-0417", "toets", "--")
    assert "zorg" in words("log", "L-0417", "oudercontact", "--over", "")


def test_ids_come_from_the_text_and_never_from_a_name(tmp_path: Path) -> None:
    folder = tmp_path / "dossiers" / "groep 5"
    folder.mkdir(parents=True)
    (folder / "jansje-de-vries.yaml").write_text("soort: dossier\nleerling:\n  roepnaam: Jansje\n  id: 'Q7'\n", "utf-8")
    (folder / "kees.yaml").write_text("soort: dossier\nleerling: {roepnaam: Kees, id: Q8}\n", "utf-8")
    (folder / "piet.yaml").write_text("soort: dossier\nleerling: [\n", "utf-8")
    (folder / "sop.yaml").write_text("soort: sop\nleerling: {id: Q9}\n", "utf-8")
    (folder / "betrokkene.yaml").write_text("soort: dossier\nbetrokkenen:\n  - {id: moeder}\nleerling:\n\nid: Q0\n", "utf-8")
    assert [one for one in words("escalate", "", folder=str(tmp_path)) if not one.endswith("/")] == ["Q7", "Q8"]


def test_rules_of_ones_own_frames_are_found(tmp_path: Path) -> None:
    (tmp_path / "kaders").mkdir()
    (tmp_path / "kaders" / "eigen.yaml").write_text("regels:\n  - code: XY-9\n    titel: Iets van hier\n", "utf-8")
    (found,) = suggest(Line(("explain",), "XY"), str(tmp_path))
    assert found == ("XY-9", "Iets van hier")


def test_the_answer_to_bash_takes_its_own_way_of_cutting_words(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "mijn map").mkdir()
    answer(["bash", "escalate", "--fail-on", "=", ":w"])
    assert capsys.readouterr().out == "waarschuwing\n"
    answer(["bash", "escalate", ":'mijn m"])
    assert capsys.readouterr().out == "mijn map/\tmap\n"
    answer(["bash", "escalate", ":mijn\\ m"])
    assert capsys.readouterr().out == "mijn map/\tmap\n"


PIECES = ["escalate", "kader", "log", "toets", "--rol", "--out=", "=", "'", '"', "-", "L-0417", "--", "é\n", ""]


@given(st.lists(st.sampled_from(PIECES)))
@settings(derandomize=True, max_examples=150)
def test_no_line_makes_it_fail_and_all_begins_as_typed(typed: list[str]) -> None:
    at = typed.pop() if typed else ""
    for one in suggest(Line(tuple(typed), at), str(EXAMPLES)):
        assert one.text.lower().startswith(at.lower())


@pytest.mark.parametrize("arguments", [[], ["bash"], ["cmd", ":x"], ["bash", "escalate"]])
def test_what_is_no_question_gets_no_answer(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    answer(arguments)
    assert capsys.readouterr() == ("", "")


SHELLS = {
    "bash": ("bash", ["--norc", "-i"], "PS1='> '; bind 'set enable-bracketed-paste off'; bind 'set bell-style none'"),
    "zsh": ("zsh", ["-f", "-i"], "PS1='> '; unsetopt zle_bracketed_paste beep"),
    "fish": ("fish", ["--no-config", "-i"], "true"),
}

TYPED = [
    ("bo esca\t", "bo escalate "),
    ("bo escalate L-0417\t", "bo escalate L-0417 "),
    ("bo escalate l-0417\t", "bo escalate L-0417 "),
    ("bo escalate --fail-on=wa\t", "bo escalate --fail-on=waarschuwing "),
    ("bo kader sh\t", "bo kader show "),
    ("bo escalate mijn\t", r"bo escalate mijn\ map/"),
    ("bo escalate 'mijn map/x\t", "bo escalate 'mijn map/x.yaml' "),
]


@pytest.mark.parametrize("shell", [pytest.param(one, marks=pytest.mark.needs(one)) for one in SHELLS])
def test_a_real_shell_completes(shell: str, desk: Path) -> None:
    import pyte

    (desk / "mijn map").mkdir()
    (desk / "mijn map" / "x.yaml").write_text("soort: dossier\n", "utf-8")
    program, options, quiet = SHELLS[shell]
    kept = {name: value for name, value in os.environ.items() if name not in ("PROMPT_COMMAND", "COLUMNS", "NO_COLOR")}
    env = {**kept, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(desk), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    screen = pyte.Screen(110, 30)
    stream = pyte.Stream(screen)
    child = pexpect.spawn(program, options, env=env, cwd=str(desk), encoding="utf-8", timeout=20, dimensions=(30, 110))

    def until(text: str) -> bool:
        for _ in range(200):
            if any(text in line for line in screen.display):
                return True
            stream.feed(child.read_nonblocking(4096, timeout=20))
        return False

    load = "bo completion fish | source" if shell == "fish" else f'eval "$(bo completion {shell})"'
    child.sendline(f"{quiet}; {load}; clear; echo kla''ar")
    assert until("klaar")
    for typed, completed in TYPED:
        child.send(typed)
        assert until(completed), "\n".join(screen.display)
        child.send("\x15clear; echo vol''gende\r")  # Ctrl-U: the line away
        assert until("volgende")
    child.close(force=True)


def test_the_script_of_powershell_is_plain_and_whole() -> None:
    """There is no PowerShell to run here: hold what can be held of its text."""
    script = SCRIPTS["powershell"]
    assert script.isascii(), "a profile in an older code page would break it"
    bare = re.sub(r"""#[^\n]*|'(?:[^']|'')*'|"(?:[^"`]|`.)*\"""", "", script)
    assert "'" not in bare and '"' not in bare
    for left, right in ("()", "{}", "[]"):
        assert bare.count(left) == bare.count(right)
    assert "Register-ArgumentCompleter -Native -CommandName bo, bo.exe" in script
    assert "--vul-aan powershell $woorden (':' + $nu" in script, "an empty word is never passed: Windows PowerShell drops it"
    assert script.count("[Console]::OutputEncoding") == 3
    assert '-split "`t", 2' in script
    quoted = re.search(r"-match '(\[\^.*?\])'", script)
    assert quoted is not None
    bare_word = re.compile(quoted[1])
    assert not any(bare_word.search(one) for one in ("L-0417", "dossiers/L.yaml", "--fail-on=fout", r"C:\school"))
    assert all(bare_word.search(one) for one in ("mijn map/", "it's", "a;b", "$x", "a(b", "a,b", "<5"))
    assert '$woord -replace "\'", "\'\'"' in script


@pytest.mark.parametrize("shell", SCRIPTS)
def test_bo_itself_prints_the_script(shell: str, bo: Bo) -> None:
    done = bo("completion", shell)
    assert (done.code, done.out, done.err) == (0, SCRIPTS[shell], "")


PLACES = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/config.fish"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("ZDOTDIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("shell", PLACES)
def test_installing_adds_one_line_once_and_says_how_to_undo(shell: str, home: Path, bo: Bo) -> None:
    path = home / PLACES[shell]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"# van mij\r\nalias x=y")
    first = bo("completion", shell, "--installeer", "--ja")
    assert first.code == 0
    assert LINES[shell] in first.out and str(path) in first.out.replace("\n", " ").replace("  ", " ")
    assert "uitzetten" in first.out
    after = path.read_bytes()
    assert after == b"# van mij\r\nalias x=y\r\n\r\n" + f"{COMMENT}\r\n{LINES[shell]}\r\n".encode()
    again = bo("completion", shell, "--installeer", "--ja")
    assert again.code == 0 and "al aan" in again.out
    assert path.read_bytes() == after


def test_without_somebody_to_ask_nothing_is_written(home: Path, bo: Bo) -> None:
    done = bo("completion", "bash", "--installeer")
    assert done.code == 2 and "--ja" in done.err
    assert LINES["bash"] in done.out
    assert not (home / ".bashrc").exists()


def test_a_file_that_is_no_text_stays_as_it_is(home: Path, bo: Bo) -> None:
    (home / ".bashrc").write_bytes(b"\xff\x00\x81")
    done = bo("completion", "bash", "--installeer", "--ja")
    assert done.code == 2 and "zelf" in done.err
    assert (home / ".bashrc").read_bytes() == b"\xff\x00\x81"


def test_powershell_says_itself_where_its_profile_is(home: Path, bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = home / "OneDrive" / "Documenten" / "PowerShell" / "profile.ps1"
    fake = home / "pwsh"
    fake.write_text(f"#!/bin/sh\necho '{profile}'\n", "utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{home}{os.pathsep}{os.environ['PATH']}")
    assert bo("completion", "powershell", "--installeer", "--ja").code == 0
    assert profile.read_text("utf-8") == f"{COMMENT}\n{LINES['powershell']}\n"
    profile.write_bytes("# eerder\r\n".encode("utf-16"))
    done = bo("completion", "powershell", "--installeer", "--ja")
    assert done.code == 0 and "beheerder" in done.out
    assert profile.read_bytes().decode("utf-16") == f"# eerder\r\n\r\n{COMMENT}\r\n{LINES['powershell']}\r\n"


def test_each_powershell_gets_the_line_in_its_own_profile(home: Path, bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    profiles = {name: home / name / "profile.ps1" for name in ("powershell", "pwsh")}
    (home / "bin").mkdir()
    for name, profile in profiles.items():
        (home / "bin" / name).write_text(f"#!/bin/sh\necho '{profile}'\n", "utf-8")
        (home / "bin" / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}")
    done = bo("completion", "powershell", "--installeer", "--ja")
    assert done.code == 0 and "\n    Set-ExecutionPolicy -Scope CurrentUser RemoteSigned\n" in done.out
    assert all(one.read_text("utf-8") == f"{COMMENT}\n{LINES['powershell']}\n" for one in profiles.values())
    profiles["pwsh"].unlink()
    done = bo("completion", "powershell", "--installeer", "--ja")
    assert done.code == 0 and str(profiles["powershell"]) not in done.out.replace("\n", "")
    assert all(one.read_text("utf-8").count(COMMENT) == 1 for one in profiles.values())


def test_without_powershell_the_line_is_given(home: Path, bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    done = bo("completion", "powershell", "--installeer", "--ja")
    assert done.code == 2 and LINES["powershell"] in done.err


def test_a_place_for_every_command_and_a_help_for_every_word() -> None:
    table = read_table()
    assert all(one.help for one in table.commands.values())
    assert all(option.help for one in table.commands.values() for option in one.options.values())
    used = {option.value for fields in table.fields.values() for option in fields.values()}
    assert used - {"tekst", "dag", "ja_nee"} <= set(table.choices)


def test_a_mistake_of_ours_never_stands_in_the_line(desk: Path) -> None:
    script = (
        "import basisondersteuning.cli.completing.suggest as module; module.read_table = None\n"
        "from basisondersteuning.cli.entry import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script, "--vul-aan", "bash", ":es"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
