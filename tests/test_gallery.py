"""The error gallery, run through the real commands: every code has a case, and every message is what it was.

`BO_UPDATE=1 pytest tests/test_gallery.py` writes the messages anew; look at the difference before committing it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from basisondersteuning.cli.app import run
from basisondersteuning.findings.catalogue import all_codes
from basisondersteuning.findings.gallery import FOLDER, all_cases, case
from gallery_recipes import RECIPES

ABOUT_A_WHOLE_FILE = {
    "BO001", "BO101", "BO102", "BO103", "BO104", "BO105", "BO117", "BO118", "BO119", "BO120", "BO125", "BO416", "BO420",
    "BO628", "BO629", "BO710", "BO711", "BO712", "BO713", "BO714", "BO716", "BO720", "BO808", "BO900", "BO901",
    "BO902", "BO903", "BO904", "BO905", "BO906",
    "BO945", "BO946", "BO947",
}  # fmt: skip
"""Codes whose finding has no line: there is no file, or what is wrong stands on no line of it."""


def test_every_code_has_a_case() -> None:
    assert set(all_codes()) == set(all_cases()), "a code without a case folder, or a case folder without a code"
    without = [code for code in all_codes() if not _arguments(code) and code not in RECIPES]
    assert not without, "no file and no recipe causes these"


@pytest.mark.parametrize("code", sorted(all_codes()))
def test_the_case_gives_its_message(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if code in RECIPES:
        monkeypatch.chdir(tmp_path)
        arguments = RECIPES[code](tmp_path, monkeypatch)
    else:
        monkeypatch.chdir(FOLDER / code)
        arguments = _arguments(code)
    exit_code, output = _bo(arguments, monkeypatch, capsys)
    blocks = [block for block in output.split("\n\n") if f"[{code}]" in block.split("\n")[0]]
    assert blocks, output
    weight = all_codes()[code].severity.value
    assert all(block.startswith(f"{weight}[{code}]: ") for block in blocks)
    if code not in ABOUT_A_WHOLE_FILE:
        assert all(re.search(r"^ *--> .+:\d+:\d+$", block, re.MULTILINE) for block in blocks)
    assert exit_code == {"BO001": 3, "BO901": 4}.get(code, 2 if code in ("BO416", "BO420") else exit_code)
    assert exit_code != 0 or weight != "fout"
    assert "Traceback" not in output and "Noor" not in output.replace("Noor Bakker, geb", "")
    _hold(FOLDER / code / "melding.txt", "\n\n".join(blocks).rstrip("\n") + "\n")


@pytest.mark.parametrize("code", [one for one in sorted(all_codes()) if one not in RECIPES])
def test_the_good_file_does_not_give_it(code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [word.replace("fout", "goed", 1) for word in _arguments(code)]
    folder = FOLDER / code
    if not (folder / "goed.yaml").exists() and not (folder / "goed").exists():
        return  # there is nothing that would be right: the file should not be there
    monkeypatch.chdir(folder)
    exit_code, output = _bo(arguments, monkeypatch, capsys)
    assert code not in output
    assert exit_code == 0 or arguments[0] in ("escalate", "kader", "ot"), output


def test_a_case_reads_as_a_manual_page_does() -> None:
    found = case("BO203")
    assert found is not None
    assert "vakgebied: rekeen" in found.fout
    assert "vakgebied: rekenen" in found.goed
    assert found.melding.startswith("fout[BO203]: ")
    tree = case("BO408")
    assert tree is not None
    assert tree.fout.startswith("# fout/2024.yaml\n")
    assert case("BO999") is None


def _arguments(code: str) -> list[str]:
    folder = FOLDER / code
    if (folder / "opdracht.txt").exists():
        return (folder / "opdracht.txt").read_text(encoding="utf-8").split()
    return ["validate", "fout.yaml"] if (folder / "fout.yaml").exists() else []


def _bo(arguments: list[str], patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    patch.setenv("COLUMNS", "80")
    patch.setenv("NO_COLOR", "1")
    patch.delenv("BO_DEBUG", raising=False)
    code = run(arguments)
    output = capsys.readouterr()
    return code, "\n\n".join(one.strip("\n") for one in (output.out, output.err))


def _hold(path: Path, text: str) -> None:
    if os.environ.get("BO_UPDATE"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text
